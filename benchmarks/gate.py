"""Floors: what a figure must not sink below, who may lower it, and what the README says of it.

A floor holds for one corpus. Figures of another corpus are not compared, and named.
"""

import json
import pathlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

FORMAT = "anyq/floors/1"
# floats are summed in another order on another machine; what scores differently by more, reads differently
EPSILON = 0.0005
UNRELEASED = "## Unreleased\n"
FEWER_IS_BETTER = frozenset({"cost a quote", "wrong names", "texts not read", "change of score, 95th percentile"})

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Figure:
    """A score on ``corpus`` (sha256) on ``date``: in floors.json, a floor. ``ship`` is what the release asks for."""

    task: str
    set: str
    language: str
    metric: str
    score: float
    low: float | None
    high: float | None
    n: int | None
    corpus: str
    epsilon: float
    date: str
    ship: float | None = None

    @property
    def key(self) -> Key:
        return self.task, self.set, self.language, self.metric

    def gain(self, score: float) -> float:
        """By how much ``score`` is better than the floor; negative: worse."""
        return self.score - score if self.metric in FEWER_IS_BETTER else score - self.score

    @property
    def ships(self) -> bool:
        """The release asks nothing of this figure, or no more than it is."""
        return self.ship is None or self.gain(self.ship) <= 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """A floor beside what was measured now; ``now`` None: not measured on its corpus, and ``why``."""

    floor: Figure
    now: Figure | None
    why: str = ""

    @property
    def fell(self) -> bool:
        return self.now is not None and self.floor.gain(self.now.score) < -self.floor.epsilon

    @property
    def rose(self) -> bool:
        return self.now is not None and self.floor.gain(self.now.score) > self.floor.epsilon


def judged(floors: Sequence[Figure], measured: Sequence[Figure]) -> list[Verdict]:
    """Every floor beside its figure of now."""
    now = {m.key: m for m in measured}
    verdicts = []
    for floor in floors:
        found = now.get(floor.key)
        if found is None:
            verdicts.append(Verdict(floor, None, "not measured"))
        elif found.corpus != floor.corpus:
            verdicts.append(Verdict(floor, None, "measured on another corpus than its floor"))
        else:
            verdicts.append(Verdict(floor, found))
    return verdicts


def updated(
    floors: Sequence[Figure], measured: Sequence[Figure], *, up: bool = False, down: bool = False
) -> list[Figure]:
    """The floors after what was measured: better and new ones taken over if ``up``, worse ones if ``down``.

    A figure of another corpus counts as better or worse by its score alone: who swaps the corpus must own the fall.
    """
    now = {m.key: m for m in measured}
    kept = []
    for floor in floors:
        new = now.pop(floor.key, None)
        gain = floor.gain(new.score) if new else 0.0
        moved = new is not None and (new.corpus != floor.corpus or abs(gain) > floor.epsilon)
        take = moved and (down if gain < -floor.epsilon else up)
        kept.append(replace(new, ship=floor.ship) if new and take else floor)
    return [*kept, *(now.values() if up else ())]


def lines_of_change(before: Sequence[Figure], after: Sequence[Figure], why: str) -> list[str]:
    """A line for the changelog for every floor that sank."""
    old = {f.key: f for f in before}
    return [
        f"* benchmarks: floor of {f.task}, {f.set}, {f.language}, {f.metric} lowered from "
        f"{shown(old[f.key].score)} to {shown(f.score)}: {why}"
        for f in after
        if f.key in old and old[f.key].gain(f.score) < 0
    ]


def noted(changelog: str, lines: Iterable[str]) -> str:
    """The changelog with ``lines`` first under "## Unreleased", which is made if it is not there."""
    if UNRELEASED not in changelog:
        title, _, rest = (changelog or "# Changelog\n").partition("\n")
        changelog = f"{title}\n\n{UNRELEASED}\n{rest.lstrip()}"
    before, _, after = changelog.partition(UNRELEASED)
    new = "".join(f"{line}\n" for line in lines)
    rest = after.lstrip("\n")
    # a list goes on; a heading or nothing follows after an empty line
    return f"{before}{UNRELEASED}\n{new}{rest if rest.startswith('*') else chr(10) + rest}".rstrip("\n") + "\n"


def load(path: pathlib.Path) -> list[Figure]:
    """The floors of a file; none if it is not there.

    Raises:
        ValueError: another format.
    """
    if not path.exists():
        return []
    held: dict[str, Any] = json.loads(path.read_text("utf-8"))
    if held["format"] != FORMAT:
        raise ValueError(f"{path} is {held['format']}, expected {FORMAT}")
    return [Figure(**floor) for floor in held["floors"]]


def save(path: pathlib.Path, floors: Iterable[Figure]) -> None:
    """Write the floors, one a line, so that a change of one is a change of a line."""
    lines = ",\n".join(f"  {json.dumps(asdict(f), ensure_ascii=False)}" for f in sorted(floors, key=lambda f: f.key))
    path.write_text(f'{{\n "format": "{FORMAT}",\n "floors": [\n{lines}\n ]\n}}\n', "utf-8")


def shown(score: float | None) -> str:
    """A score as tables print it: three places, ".933" and "1.000"; above 10, one place."""
    if score is None:
        return "–"
    if abs(score) >= 10:
        return f"{score:.1f}"
    return f"{score:.3f}".removeprefix("0") if score != 0 else "0"
