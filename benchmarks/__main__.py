"""python -m benchmarks --data FOLDER: every task whose data is at hand, one table, and the floors that must hold."""

import argparse
import datetime
import json
import pathlib
import sys
from collections.abc import Sequence

from benchmarks import gate
from benchmarks.gate import Figure, Verdict, shown
from benchmarks.table import past_bounds, table, with_figures
from benchmarks.tasks import TASKS, Request, Row

HERE = pathlib.Path(__file__).parent
FLOORS = HERE / "floors.json"
README = HERE.parent / "README.md"
CHANGELOG = HERE.parent / "CHANGELOG.md"


def main() -> int:
    """The exit code: 0 every floor holds, 1 one fell, 2 wrong arguments."""
    asked = _arguments()
    if asked.readme:
        README.write_text(with_figures(README.read_text("utf-8"), gate.load(FLOORS)), "utf-8")
        return 0
    request = Request(asked.data, asked.scorer, asked.open_test)
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    rows: list[Row] = []
    measured: list[Figure] = []
    for task in TASKS:
        if asked.only in (None, task.name):
            found = task.run(request)
            rows += found
            measured += task.figures(found, today)
    floors = gate.load(FLOORS)
    if asked.up or asked.lower:
        floors = _moved(floors, measured, up=asked.up, why=asked.lower)
    verdicts = [v for v in gate.judged(floors, measured) if asked.only in (None, v.floor.task)]
    print(_as_json(rows, verdicts) if asked.json else _as_text(rows, floors, measured, verdicts))
    return 1 if any(v.fell for v in verdicts) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    add = parser.add_argument
    add("--data", type=pathlib.Path, default=HERE.parents[1] / "shared" / "data", help="the folder of the data sets")
    add("--scorer", type=pathlib.Path, help="score_reading.py (default: tools/ beside the data)")
    add("--only", choices=[task.name for task in TASKS], help="one task")
    add("--json", action="store_true", help="rows and verdicts as one JSON document")
    add("--open-test", action="store_true", help="also the labels that are opened once, at the end")
    add("--raise", dest="up", action="store_true", help="take better and new figures over into floors.json")
    add("--lower", metavar="WHY", help="take worse figures over, and say why in CHANGELOG.md")
    add("--readme", action="store_true", help="write the figures of floors.json into README.md, measure nothing")
    asked = parser.parse_args()
    if asked.lower is not None and not asked.lower.strip():
        parser.error("--lower needs the reason why")
    return asked


def _moved(floors: Sequence[Figure], measured: Sequence[Figure], *, up: bool, why: str | None) -> list[Figure]:
    """The floors as they are after --raise and --lower, written down."""
    after = gate.updated(floors, measured, up=up, down=why is not None)
    lines = gate.lines_of_change(floors, after, why or "")
    if lines:
        before = CHANGELOG.read_text("utf-8") if CHANGELOG.exists() else ""
        CHANGELOG.write_text(gate.noted(before, lines), "utf-8")
    gate.save(FLOORS, after)
    return after


def _as_text(
    rows: Sequence[Row], floors: Sequence[Figure], measured: Sequence[Figure], verdicts: Sequence[Verdict]
) -> str:
    fell = [v for v in verdicts if v.fell]
    known = {f.key for f in floors}
    parts = {
        "Notes": [f"{r['set']}: {note}" for r in rows for note in r.get("notes", ())],
        "Skipped": [_skipped(row) for row in rows if row["score"] is None],
        "Not compared": [f"{_named(v.floor)}: {v.why}" for v in verdicts if v.now is None],
        "Without a floor yet (--raise sets it)": [_named(m) for m in measured if m.key not in known],
        "Better than the floor (--raise keeps it)": [_compared(v) for v in verdicts if v.rose],
        "Past a bound of time or memory (nothing fails by it)": past_bounds(rows),
        "Short of what the release asks": [f"{_named(m)}: {shown(m.score)}" for m in measured if not m.ships],
        "FELL BELOW THE FLOOR": [_compared(v) for v in fell],
    }
    text = table(rows, {f.key: f for f in floors}, {task.name: task.language for task in TASKS})
    for title, lines in parts.items():
        if lines:
            text += f"\n\n{title}:\n" + "\n".join(f"  {line}" for line in lines)
    held = sum(v.now is not None and not v.fell for v in verdicts)
    return f"{text}\n\n{held} floors hold, {len(fell)} fell."


def _as_json(rows: Sequence[Row], verdicts: Sequence[Verdict]) -> str:
    told = [
        {"floor": dict(zip(("task", "set", "language", "metric"), v.floor.key, strict=True))}
        | {"score": v.now.score if v.now else None, "kept": v.floor.score, "fell": v.fell, "why": v.why}
        for v in verdicts
    ]
    return json.dumps({"format": "anyq/benchmarks/1", "rows": rows, "verdicts": told}, ensure_ascii=False)


def _named(figure: Figure) -> str:
    return ", ".join(figure.key)


def _compared(verdict: Verdict) -> str:
    now = verdict.now.score if verdict.now else None
    return f"{_named(verdict.floor)}: {shown(now)}, floor {shown(verdict.floor.score)}"


def _skipped(row: Row) -> str:
    what = ", ".join(x for x in (row["task"], row["set"], row["peer"]) if x)
    return f"{what}: {row.get('why', 'not installed')}"


if __name__ == "__main__":
    sys.exit(main())
