"""Gold folders for the scorer, and its scores as rows."""

import json
import pathlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.corpus import sha256_of
from benchmarks.reading.convert import LABELS, texts
from benchmarks.reading.standoff import from_standoff

TASK = "reading"
ANYQ = str(pathlib.Path(sys.executable).with_name("anyq"))
# metric: key of the scorer, field of it
SAID = {
    "direct quotes F1": ("quotes_direct", "f1"),
    "indirect quotes F1": ("quotes_indirect", "f1"),
    "cost a quote": ("cost", "rate"),
    "wrong names": ("names_wrong", "rate"),
    "citations F1": ("citations", "f1"),
    "cited_by": ("cited_by", "rate"),
    "people F1": ("people", "f1"),
    "role": ("role", "rate"),
    "organisation": ("organisation", "rate"),
}
CHECKABLE = {
    "quantity value and bound F1": ("quantity_value_bound", "f1"),
    "claims precision": ("claims_precision", "rate"),
    "claims recall": ("claims_recall", "rate"),
}
# the files of labels that make up a set
FILES = {"blind-dev": ("dev-*.json", "devb-*.json", "devc-*.json"), "blind-test": ("test-*.json",)}

Row = dict[str, Any]


def run(data: pathlib.Path, *, scorer: pathlib.Path | None = None, open_test: bool = False) -> list[Row]:
    """Rows of task, set, metric, score, n, low, high (95 %), peer (always None), corpus, notes.

    ``blind-test`` is left out unless ``open_test``. A set without its data, or all without the scorer, is one row
    whose score is None and whose ``why`` says what is missing.
    """
    scorer = scorer or data.parent / "tools" / "score_reading.py"
    if not scorer.exists():
        return [_missing("gold, blind-dev", f"no scorer at {scorer}: --scorer FILE")]
    rows = _gold(data / "reading", scorer)
    for name in FILES if open_test else ("blind-dev",):
        rows += _blind(name, data / "tracing" / "texts_ru.jsonl", scorer)
    return rows


def _gold(folder: pathlib.Path, scorer: pathlib.Path) -> list[Row]:
    files = [f for part in ("gold", "articles") for f in sorted((folder / part).glob("ru-*.json"))]
    if not files:
        return [_missing("gold", f"no {folder / 'gold'}")]
    scored = _scored(scorer, folder, "--command", f"{ANYQ} read --json {{file}}")
    corpus = sha256_of(files, folder)
    return [*_rows("gold", scored, SAID | CHECKABLE, corpus), _failed("gold", scored, len(files) // 2, corpus)]


def _blind(name: str, source: pathlib.Path, scorer: pathlib.Path) -> list[Row]:
    files = sorted(f for pattern in FILES[name] for f in LABELS.glob(pattern))
    if not source.exists():
        return [_missing(name, f"no {source}")]
    corpus = sha256_of(files, LABELS)
    with tempfile.TemporaryDirectory() as made:
        root = pathlib.Path(made)
        golds = list(_rebuilt(files, texts(source)))
        everything = _laid_out(root / "all", golds)
        _predict(root / "all" / "texts", root / "predictions")
        counted = _laid_out(root / "counted", [g for g in golds if "claims" in g[1]])
        said, checkable = (
            _scored(scorer, f, "--predictions", str(root / "predictions")) for f in (everything, counted)
        )
    failed = _failed(name, said, len(golds), corpus)
    return [*_rows(name, said, SAID, corpus), *_rows(name, checkable, CHECKABLE, corpus), failed]


def _rebuilt(files: Sequence[pathlib.Path], rows: Mapping[int, str]) -> Iterator[tuple[str, Sequence[str], Row]]:
    """The text, the layers labelled and the gold of each file."""
    for file in files:
        labels = json.loads(file.read_text("utf-8"))
        text = rows[labels["row"]]
        yield text, labels["layers"], from_standoff(labels, text, doc=file.stem)


def _laid_out(folder: pathlib.Path, golds: Sequence[tuple[str, Sequence[str], Row]]) -> pathlib.Path:
    """``folder`` with gold, articles and plain texts."""
    for part in ("gold", "articles", "texts"):
        (folder / part).mkdir(parents=True)
    for text, _, gold in golds:
        name = gold["doc"]
        (folder / "gold" / f"{name}.json").write_text(json.dumps(gold), "utf-8")
        (folder / "articles" / f"{name}.json").write_text(json.dumps({"text": text}), "utf-8")
        (folder / "texts" / f"{name}.txt").write_bytes(text.encode("utf-8"))
    return folder


def _predict(folder: pathlib.Path, out: pathlib.Path) -> None:
    """A Reading or a failure for each text, read as a folder; the order of the lines is that of the names."""
    out.mkdir()
    done = subprocess.run([ANYQ, "read", str(folder), "--jsonl", "--jobs", "2"], capture_output=True, check=False)
    files = sorted(folder.iterdir())
    lines = done.stdout.decode("utf-8").splitlines()
    if len(lines) != len(files):
        raise ValueError(f"{len(lines)} lines for {len(files)} texts: {done.stderr.decode()[-300:]}")
    for file, line in zip(files, lines, strict=True):
        (out / f"{file.stem}.json").write_text(line, "utf-8")


def _scored(scorer: pathlib.Path, folder: pathlib.Path, how: str, value: str) -> Row:
    command = [sys.executable, str(scorer), str(folder), how, value, "--only", "ru", "--json"]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    if not done.stdout:  # a failed reading gives exit 1 and scores; no scores at all is a fault of the scorer
        raise ValueError(f"{scorer} printed no scores: {done.stderr[-300:]}")
    scored: Row = json.loads(done.stdout)
    return scored


def _rows(name: str, scored: Row, metrics: Mapping[str, tuple[str, str]], corpus: str) -> list[Row]:
    found = scored["scores"]["ru"]
    rows = []
    for metric, (key, field) in metrics.items():
        cell = found[key]
        low, high = _interval(cell, field)
        n = cell["of" if field == "rate" else "gold"]
        rows.append(_row(name, metric) | {"score": cell[field], "n": n, "low": low, "high": high, "corpus": corpus})
    return rows


def _failed(name: str, scored: Row, n: int, corpus: str) -> Row:
    """How many of ``n`` texts gave no reading; its notes name them and each wrong name."""
    wrong = scored["scores"]["ru"]["wrong"]
    notes = [f"wrong name: {w}" for w in wrong] + [f"failed: {f}" for f in scored["failed"]]
    row = _row(name, "texts not read") | {"score": float(len(scored["failed"])), "n": n, "corpus": corpus}
    return row | {"notes": [] if name == "blind-test" else notes}  # nobody reads the words of that set


def _interval(cell: Mapping[str, float], field: str) -> tuple[float | None, float | None]:
    """The scorer's own interval of a rate; of F1 the Wilson interval of a share of (gold + found) / 2."""
    if field == "rate":
        return cell.get("low"), cell.get("high")
    n = (cell["gold"] + cell["pred"]) / 2
    return wilson(cell["f1"], n) if n else (None, None)


def wilson(share: float, n: float) -> tuple[float, float]:
    """The 95 % interval of a share of ``n``. Wilson 1927."""
    z2 = 1.96**2
    centre = share + z2 / (2 * n)
    spread = 1.96 * (share * (1 - share) / n + z2 / (4 * n * n)) ** 0.5
    return max(0.0, (centre - spread) / (1 + z2 / n)), min(1.0, (centre + spread) / (1 + z2 / n))


def _row(name: str, metric: str) -> Row:
    return {
        "task": TASK, "set": name, "metric": metric, "score": None, "n": None, "low": None, "high": None, "peer": None
    }  # fmt: skip


def _missing(name: str, why: str) -> Row:
    return _row(name, "") | {"why": why}
