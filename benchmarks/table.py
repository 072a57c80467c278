"""Rows and floors as text: the table of a run, and the figures in the README."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from benchmarks.gate import FEWER_IS_BETTER, Figure, Key, shown

BEGIN = "<!-- figures: written by python -m benchmarks --readme, from benchmarks/floors.json -->"
END = "<!-- end of figures -->"
HEAD = ("task", "set", "metric", "score", "95 %", "n", "floor", "to ship")

Row = dict[str, Any]


def table(rows: Sequence[Row], floors: Mapping[Key, Figure], languages: Mapping[str, str]) -> str:
    """The rows that have a score, peers indented beneath the figure of anyq that they stand beside."""
    cells = [HEAD, *(_cells(row, floors, languages) for row in _peers_beneath(rows))]
    widths = [max(len(line[i]) for line in cells) for i in range(len(HEAD))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def past_bounds(rows: Iterable[Row]) -> list[str]:
    """What takes longer, or more memory, than quality.md allows. Nothing fails by it: the machine may be busy."""
    return [
        f"{row['metric']}: {shown(row['score'])}, bound {_bound(row)}"
        for row in rows
        if "bound" in row
        and (row["score"] > row["bound"][1] if row["bound"][0] == "<=" else row["score"] < row["bound"][1])
    ]


def figures(floors: Iterable[Figure]) -> str:
    """The block of the README between its two markers, the markers included."""
    lines = [
        BEGIN,
        "| task | set | figure | score | 95 % | n | asked of the release | measured |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for f in sorted(floors, key=lambda f: f.key):
        asked = "" if f.ship is None else f"{'≤' if f.metric in FEWER_IS_BETTER else '≥'} {shown(f.ship)}"
        n = "" if f.n is None else f"{f.n:,}"
        lines.append(
            f"| {f.task}, {f.language} | {f.set} | {f.metric} | {shown(f.score)} | {_interval(f.low, f.high)} | {n} "
            f"| {asked} | {f.date} |"
        )
    return "\n".join([*lines, END])


def with_figures(readme: str, floors: Iterable[Figure]) -> str:
    """The README with its block of figures made new.

    Raises:
        ValueError: it has no such block.
    """
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the README needs the lines\n{BEGIN}\n{END}\nwhere the figures shall stand")
    return before + figures(floors) + after


def _peers_beneath(rows: Sequence[Row]) -> list[Row]:
    scored = [row for row in rows if row["score"] is not None]
    ordered: list[Row] = []
    for row in scored:
        if row["peer"] is None:
            beside = ("task", "set", "metric")
            peers = [r for r in scored if r["peer"] and all(r[k] == row[k] for k in beside)]
            ordered += [row, *peers]
    return ordered


def _cells(row: Row, floors: Mapping[Key, Figure], languages: Mapping[str, str]) -> tuple[str, ...]:
    n = "" if row["n"] is None else f"{row['n']:,}"
    score = shown(row["score"]), _interval(row["low"], row["high"]), n
    if row["peer"]:
        return "", "", f"    {row['peer']}", *score, "", ""
    language = row.get("language", languages[row["task"]])
    floor = floors.get((row["task"], row["set"], language, row["metric"]))
    held = "" if floor is None else shown(floor.score)
    asked = _bound(row) or ("" if floor is None or floor.ship is None else shown(floor.ship))
    return f"{row['task']}, {language}", row["set"], row["metric"], *score, held, asked


def _bound(row: Row) -> str:
    return f"{row['bound'][0]} {row['bound'][1]}" if "bound" in row else ""


def _interval(low: float | None, high: float | None) -> str:
    return "" if low is None or high is None else f"{shown(low)}–{shown(high)}"
