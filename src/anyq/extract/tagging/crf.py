"""Words -> labelled stretches by a trained model that lies in the package (``anyq/data``)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files

import pycrfsuite

from anyq.extract.tagging.features import features


@dataclass(frozen=True, slots=True)
class Labelled:
    """Words ``start`` to ``end`` (half-open) of a sentence, with the label that the model gives them."""

    start: int
    end: int
    label: str


class Tagging:
    """One model: ``names_kk``, ``names_en`` …; loaded once (some milliseconds) and kept."""

    def __init__(self, model: str) -> None:
        self._tagger = pycrfsuite.Tagger()
        with as_file(files("anyq.data") / f"{model}.crfsuite") as path:
            self._tagger.open(str(path))

    def spans(self, words: Sequence[str]) -> list[Labelled]:
        """Labelled stretches of a sentence (IOB2), in order, none overlapping."""
        if not words:
            return []
        found: list[Labelled] = []
        start, label = 0, ""
        for at, tag in enumerate([*self._tagger.tag(features(words)), "O"]):
            if label and (tag[0] != "I" or tag[2:] != label):
                found.append(Labelled(start, at, label))
                label = ""
            if tag != "O" and not label:
                start, label = at, tag[2:]
        return found


@lru_cache(maxsize=8)
def tagging(model: str) -> Tagging:
    """The model of that name, one a process."""
    return Tagging(model)
