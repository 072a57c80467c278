"""Snippets of each length and language, and how many are told."""

import json
import pathlib
from collections.abc import Iterator, Sequence

from anyq.read import language
from benchmarks.reading.run import wilson

TASK = "language"
LANGUAGES = ("ru", "kk", "en")
LENGTHS = (2, 4, 8)


def run(data: pathlib.Path) -> list[dict[str, object]]:
    """Rows of task, set, metric, score, n, low, high (95 %, Wilson), peer (None is anyq).

    Without the data there are no rows.
    """
    files = sorted((data / "matching" / "ntrex").glob("*.json"))
    documents = [json.loads(file.read_text("utf-8")) for file in files]
    if not documents:
        return []
    rows = []
    for size in LENGTHS:
        told = {lang: _told(documents, lang, size) for lang in LANGUAGES}
        mean = sum(sum(t) / len(t) for t in told.values()) / len(told)
        rows.append(_row(f"{size} words, all", mean, sum(map(len, told.values()))))
        rows += [_row(f"{size} words, {lang}", sum(t) / len(t), len(t)) for lang, t in told.items()]
    return rows


def snippets(sentence: str, size: int) -> Iterator[str]:
    """The first ``size`` words of ``sentence``, and ``size`` more behind the next word, if there are so many."""
    words = sentence.split()
    for start in (0, size + 1):
        cut = " ".join(words[start : start + size])
        if len(words) >= start + size and any(ch.isalpha() for ch in cut):
            yield cut


def _told(documents: Sequence[dict[str, list[str]]], lang: str, size: int) -> list[bool]:
    return [language(cut) == lang for d in documents for sentence in d[lang] for cut in snippets(sentence, size)]


def _row(metric: str, score: float, n: int) -> dict[str, object]:
    low, high = wilson(score, n)
    return {
        "task": TASK, "set": "NTREX-128 (123 documents)", "metric": metric, "score": score, "n": n, "low": low,
        "high": high, "peer": None,
    }  # fmt: skip
