"""Right, expected and found, text by text, as a row with its interval."""

from collections.abc import Sequence

import numpy as np

TASK = "names"
RESAMPLES = 1000
# right, expected, found, of one text
Counts = tuple[int, int, int]


def row(name: str, metric: str, counts: Sequence[Counts], peer: str | None, what: str = "F1") -> dict[str, object]:
    """A row of task, set, metric, score, n, low, high (95 %, bootstrap over texts) and peer.

    ``what`` is F1, precision or recall.
    """
    table = np.array(counts, dtype=float)
    generator = np.random.default_rng(0)
    drawn = [_score(_drawn(table, generator)[None], what)[0] for _ in range(RESAMPLES)]
    low, high = np.percentile(drawn, [2.5, 97.5])
    return {
        "task": TASK, "set": name, "metric": metric, "score": float(_score(table.sum(axis=0)[None], what)[0]),
        "n": int(table[:, 1].sum()), "low": float(low), "high": float(high), "peer": peer,
    }  # fmt: skip


def _drawn(table: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    return table[generator.integers(0, len(table), len(table))].sum(axis=0)


def _score(sums: np.ndarray, what: str) -> np.ndarray:
    right, expected, found = sums[:, 0], sums[:, 1], sums[:, 2]
    if what == "precision":
        return right / np.maximum(found, 1)
    if what == "recall":
        return right / np.maximum(expected, 1)
    return 2 * right / np.maximum(expected + found, 1)
