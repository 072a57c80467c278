"""What the meaning of a sentence adds to its check-worthiness: a linear model over its vector and its features."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import as_file, files
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

MOST = 8  # of an article's sentences: 8 take 0.3 s on one core
# inside an article features see quotes, headings, who speaks; the model sees a sentence alone. Swept .25-1 on our
# development articles: at .25 no claim of the gold is lost, and the order of the first five is better by .10 nDCG
SHARE = 0.25
CENTS = 100  # weights are hundredths, so that their sum is exact


class Embedder(Protocol):
    """Sentences as vectors in which the languages lie on one another."""

    def queries(self, texts: Sequence[str], lang: str) -> NDArray[np.float32]:
        """A row of 384 numbers for each text."""
        ...


@dataclass(frozen=True, slots=True)
class Ranking:
    """How sentences are ranked. ``weights`` are those that an editor sets himself, by feature.

    ``embedder`` None: by visible features alone. ``most``: how many sentences of a text are embedded. ``share`` of
    the way from what the features say to what the model says; 1: all of it.
    """

    weights: Mapping[str, float] = field(default_factory=dict)
    embedder: Embedder | None = None
    most: int = MOST
    share: float = SHARE


PLAIN = Ranking()


@dataclass(frozen=True, slots=True)
class Shown:
    """What a sentence shows: its features, their sum in hundredths by the weights of the language, what it means."""

    features: tuple[str, ...]
    cents: int
    meaning: str  # its words, with a word of its kind for each name


@dataclass(frozen=True)
class Model:
    """A linear model of what is worth checking.

    ``direction`` weighs a vector, ``seen`` the visible features. ``terms`` of a language make a logit (Platt 1999):
    what the sum of the features by the weights of the language counts, what the model counts, and a constant.
    """

    direction: NDArray[np.float32]
    seen: Mapping[str, float]
    terms: Mapping[str, tuple[float, float, float]]

    def raw(self, vectors: NDArray[np.float32], rows: Sequence[Shown]) -> NDArray[np.float64]:
        """Vectors and features weighed, the same in every language."""
        features = [sum(self.seen.get(name, 0.0) for name in row.features) for row in rows]
        raw: NDArray[np.float64] = vectors @ self.direction + np.asarray(features)
        return raw

    def worth(self, vectors: NDArray[np.float32], rows: Sequence[Shown], lang: str) -> NDArray[np.float64]:
        """The probability that a person finds each sentence worth checking."""
        of_sum, of_raw, constant = self.terms[lang]
        sums = np.asarray([row.cents / CENTS for row in rows])
        worth: NDArray[np.float64] = 1 / (1 + np.exp(-(of_sum * sums + of_raw * self.raw(vectors, rows) + constant)))
        return worth


@cache
def model() -> Model:
    """The trained model that lies in the package (training/ranking.py)."""
    with as_file(files("anyq.data") / "ranking.npz") as path, np.load(path, allow_pickle=False) as held:
        seen = {str(name): float(weight) for name, weight in zip(held["names"], held["seen"], strict=True)}
        terms = {lang: held[f"terms_{lang}"] for lang in ("ru", "kk", "en")}
        return Model(held["direction"], seen, {k: (float(t[0]), float(t[1]), float(t[2])) for k, t in terms.items()})


def undecided(sums: Sequence[int], most: int) -> list[int]:
    """Indexes of the ``most`` sentences whose features sum up highest, in text order.

    Their sums run over 1, where all are cut to the same: which of them comes first is what features leave undecided.
    """
    highest = sorted(range(len(sums)), key=lambda i: (-sums[i], i))
    return sorted(highest[:most])


def meanings(rows: Sequence[Shown], ranking: Ranking, lang: str) -> list[int]:
    """What the meaning of each sentence adds to the sum of its features, in hundredths; the sum may leave 0..1."""
    if not rows or ranking.embedder is None:
        return []
    worth = model().worth(ranking.embedder.queries([row.meaning for row in rows], lang), rows, lang)
    return [round(ranking.share * (float(w) * CENTS - row.cents)) for w, row in zip(worth, rows, strict=True)]
