"""How well scores put what is worth checking first."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 1000
BINS = 5
Floats = NDArray[np.float64]


def average_precision(worth: Floats, scores: Floats) -> float:
    """Mean precision at each worthy one, the best first; of equal scores each order counts the same on average."""
    levels, place = np.unique(-scores, return_inverse=True)
    hits = np.bincount(place, weights=worth, minlength=len(levels))
    taken = np.cumsum(np.bincount(place, minlength=len(levels)))
    precision = np.cumsum(hits) / taken
    return float((precision * hits).sum() / worth.sum())


def f1(worth: Floats, scores: Floats) -> float:
    """F1 of the sentences that score .5 or more."""
    taken = scores >= 0.5
    return float(2 * worth[taken].sum() / (taken.sum() + worth.sum()))


def ndcg(documents: NDArray[np.str_], grades: Floats, scores: Floats, first: int = 5) -> float:
    """NDCG of the first five of each document, averaged; gain 2^grade - 1, of equal scores the earlier one first."""
    found = []
    for document in sorted(set(documents)):
        own = documents == document
        gain = 2 ** grades[own] - 1
        discount = 1 / np.log2(np.arange(2, first + 2))
        order = np.argsort(-scores[own], kind="stable")[:first]
        ideal = np.sort(gain)[::-1][:first]
        found.append((gain[order] * discount[: len(order)]).sum() / (ideal * discount[: len(ideal)]).sum())
    return float(np.mean(found))


def intervals(of: Callable[..., float], worth: Floats, *scores: Floats) -> tuple[float, float]:
    """95 % of ``of`` over sentences drawn with replacement; several scores are drawn together (paired)."""
    picks = np.random.default_rng(0).integers(0, len(worth), (RESAMPLES, len(worth)))
    drawn = [of(worth[p], *(s[p] for s in scores)) for p in picks if 0 < worth[p].sum() < len(worth)]
    low, high = np.percentile(drawn, [2.5, 97.5])
    return float(low), float(high)


def kappa(one: Sequence[int], other: Sequence[int], grades: int = 4) -> float:
    """Cohen's kappa with linear weights: 1 is full agreement, 0 what chance gives."""
    table = np.zeros((grades, grades))
    for a, b in zip(one, other, strict=True):
        table[a, b] += 1
    weight = np.abs(np.subtract.outer(np.arange(grades), np.arange(grades)))
    chance = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    return float(1 - (weight * table).sum() / (weight * chance).sum())


def reliability(worth: Floats, scores: Floats) -> list[str]:
    """A line for each fifth of the scale: how many score there, their mean, how many of them are worth it."""
    lines = []
    place = np.minimum((scores * BINS + 1e-9).astype(int), BINS - 1)
    for n in range(BINS):
        own = place == n
        if own.any():
            share = f"mean score {scores[own].mean():.2f}, worth checking {worth[own].mean():.2f}"
            lines.append(f"reliability {n / BINS:.1f}-{(n + 1) / BINS:.1f}: {int(own.sum())} sentences, {share}")
    return lines
