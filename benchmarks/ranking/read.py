"""The labelled sentences of ClaimBuster and of NTREX."""

import json
import pathlib
from collections.abc import Sequence
from dataclasses import dataclass

LABELS = pathlib.Path(__file__).parent / "labels"
WORTH = 2.0  # a mean grade from here up is worth checking
PARTS = {"calibration": 0, "held out": 1}


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of document ``doc``, with the grades of its two labellers."""

    doc: str
    text: str
    grades: tuple[int, int]

    @property
    def grade(self) -> float:
        return sum(self.grades) / 2

    @property
    def worth(self) -> bool:
        return self.grade >= WORTH


def labelled(data: pathlib.Path, lang: str, part: str | None = None) -> list[Row]:
    """The graded sentences of a language in text order: all, or those of "calibration" or "held out"."""
    told = [json.loads(line) for line in (LABELS / f"{lang}.jsonl").read_text("utf-8").splitlines()]
    names = sorted({label["doc"] for label in told})
    texts = {name: json.loads(_path(data, name).read_text("utf-8"))[lang] for name in names}
    chosen = set(names if part is None else names[PARTS[part] :: 2])
    return [Row(t["doc"], texts[t["doc"]][t["n"]], tuple(t["grades"])) for t in told if t["doc"] in chosen]


def _path(data: pathlib.Path, name: str) -> pathlib.Path:
    return data / "matching" / "ntrex" / f"{name}.json"


def has_data(data: pathlib.Path) -> bool:
    """Whether the texts are at hand."""
    return (data / "matching" / "ntrex").is_dir() and (data / "checkworthiness" / "claimbuster").is_dir()


def claimbuster(data: pathlib.Path, part: str) -> tuple[Sequence[str], Sequence[bool]]:
    """Sentences of ClaimBuster ("train", "test"), and whether each is worth checking."""
    rows = json.loads((data / "checkworthiness" / "claimbuster" / f"{part}.json").read_text("utf-8"))
    return [r["text"] for r in rows], [r["label"] == 1 for r in rows]
