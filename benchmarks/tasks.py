"""What is measured: the tasks, the figures of each that have a floor, and what the release asks of them."""

import importlib
import pathlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from benchmarks.corpus import sha256_of
from benchmarks.gate import EPSILON, Figure

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line."""

    data: pathlib.Path
    scorer: pathlib.Path | None = None
    open_test: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """A folder of benchmarks/ with ``run(data, …) -> rows``.

    ``corpus``: the files below the data folder that its figures depend on; a row may name its own instead.
    ``language``: of its rows, but for those that name their own.
    ``floors``: the figures that may not sink, by (set or "*", metric), with what the release asks (None: nothing).
    ``takes``: fields of the Request that ``run`` takes beside the data.
    """

    name: str
    language: str
    needs: str
    corpus: str = ""
    floors: Mapping[tuple[str, str], float | None] = field(default_factory=dict)
    takes: tuple[str, ...] = ()

    def run(self, request: Request) -> list[Row]:
        """The rows of this task, each with the corpus it was measured on; one without a score if data is missing."""
        module = importlib.import_module(f"benchmarks.{self.name}")
        rows: list[Row] = module.run(request.data, **{name: getattr(request, name) for name in self.takes})
        if not rows:
            return [
                {"task": self.name, "set": "", "metric": "", "score": None, "peer": None, "why": f"no {self.needs}"}
            ]
        files = [f for f in request.data.glob(self.corpus) if f.is_file()] if self.corpus else []
        corpus = sha256_of(files, request.data)
        return [{"corpus": corpus, **row} for row in rows]

    def figures(self, rows: list[Row], date: str) -> list[Figure]:
        """The rows of anyq that have a floor."""
        return [
            Figure(
                task=self.name, set=row["set"], language=row.get("language", self.language), metric=row["metric"],
                score=round(row["score"], 4), low=_places(row["low"]), high=_places(row["high"]), n=row["n"],
                corpus=row["corpus"], epsilon=EPSILON, date=date, ship=self._floor(row),
            )
            for row in rows
            if row["peer"] is None and row["score"] is not None and self._has_floor(row)
        ]  # fmt: skip

    def _has_floor(self, row: Row) -> bool:
        return any((name, row["metric"]) in self.floors for name in (row["set"], "*"))

    def _floor(self, row: Row) -> float | None:
        return self.floors.get((row["set"], row["metric"]), self.floors.get(("*", row["metric"])))


def _places(bound: float | None) -> float | None:
    return None if bound is None else round(bound, 3)


TASKS = (
    Task(
        "reading",
        "ru",
        "reading/gold, tracing/texts_ru.jsonl",
        takes=("scorer", "open_test"),
        floors={
            ("*", "direct quotes F1"): 0.93,
            ("*", "indirect quotes F1"): 0.60,
            ("*", "cost a quote"): 0.60,
            ("*", "wrong names"): 0.03,
            ("*", "citations F1"): 0.75,
            ("*", "cited_by"): 0.70,
            ("*", "quantity value and bound F1"): 0.85,
            ("*", "people F1"): 0.85,
            ("*", "role"): 0.75,
            ("*", "claims precision"): 0.70,
            ("*", "claims recall"): 0.70,
            ("*", "texts not read"): 0,
        },
    ),
    Task(
        "language",
        "mul",
        "matching/ntrex",
        corpus="matching/ntrex/*.json",
        floors={
            ("*", "2 words, all"): 0.97,
            ("*", "4 words, all"): 0.99,
            ("*", "8 words, all"): 0.995,
            ("*", "2 words, kk"): None,
            ("*", "4 words, kk"): None,
            ("*", "8 words, kk"): None,
        },
    ),
    Task(
        "names",
        "ru",
        "names/factrueval2016, names/kaznerd, names/uner",
        corpus="names/factrueval2016/testset/*",
        floors={
            ("factRuEval-2016 testset", "names exact F1, all"): 0.75,
            ("KazNERD test", "names exact F1, all"): 0.85,
            ("KazNERD test", "positions exact F1"): 0.86,
            ("UNER EWT test", "names exact F1, all"): 0.55,
            ("UNER PUD", "names exact F1, all"): None,
            ("*", "Occupation facts, who and job, F1"): None,
            ("*", "Occupation facts, who, where and job, F1"): None,
        },
    ),
    Task(
        "extraction",
        "mul",
        "extraction/ground-truth.json",
        corpus="extraction/**/*",
        floors={("*", "4-gram F1"): 0.965},
    ),
    Task(
        "ranking",
        "mul",
        "checkworthiness/claimbuster, matching/ntrex",
        floors={
            ("ClaimBuster test", "AP"): 0.95,
            ("ClaimBuster test", "F1 at .5"): 0.87,
            ("*", "AP of grade 2 and more"): None,
            ("*", "nDCG@5 in an article"): None,
            ("names exchanged", "change of score, 95th percentile"): 0.02,
            ("names exchanged", "place in the article unchanged"): 0.95,
        },
    ),
    Task("speed", "ru", "examples/ru"),
)
