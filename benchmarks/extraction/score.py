"""4-gram precision, recall and F1 of extracted texts, with a bootstrap interval over pages."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

WIDTH = 4
RESAMPLES = 1000
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Page:
    """Runs of one page: in both texts, in the extracted one, in the true one."""

    hits: int
    found: int
    expected: int


@dataclass(frozen=True, slots=True)
class Score:
    """Averages over pages; ``low`` and ``high`` bound F1 at 95 %."""

    precision: float
    recall: float
    f1: float
    low: float
    high: float


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Every run of four words of ``text`` with its count."""
    words = _WORD.findall(text)
    every = (tuple(words[i : i + WIDTH]) for i in range(max(1, len(words) - WIDTH + 1)))
    return Counter(run for run in every if run)


def compare(true: str, extracted: str) -> Page:
    """The counts of one page."""
    expected, found = runs(true), runs(extracted)
    return Page((expected & found).total(), found.total(), expected.total())


def score(pages: Sequence[Page]) -> Score:
    """The score of a set of pages."""
    counts = np.array([(p.hits, p.found, p.expected) for p in pages], dtype=float)
    precision, recall, f1 = _averages(counts)
    rng = np.random.default_rng(0)
    samples = [_averages(counts[rng.integers(0, len(counts), len(counts))])[2] for _ in range(RESAMPLES)]
    low, high = np.percentile(samples, [2.5, 97.5])
    return Score(precision, recall, f1, float(low), float(high))


def _averages(counts: "np.ndarray") -> tuple[float, float, float]:
    hits, found, expected = counts.T
    precision, recall = _mean_share(hits, found), _mean_share(hits, expected)
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def _mean_share(hits: "np.ndarray", all_runs: "np.ndarray") -> float:
    there = all_runs > 0
    return float(np.mean(hits[there] / all_runs[there])) if there.any() else 0.0
