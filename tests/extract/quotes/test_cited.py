"""Whom invented news cite: tests/data/ru/cited.txt marks the words as ``{kind=source < relay:words}``."""

from pathlib import Path

import pytest

from tests.extract.reading import read
from tests.marked import Case, read_cases

CASES = {case.title: case for case in read_cases(Path(__file__).parents[2] / "data" / "ru" / "cited.txt")}
LEAST_CASES = 60


def _wanted(case: Case) -> list[tuple[str, str, str | None]]:
    return [(m.label, *_source(m.value)) for m in case.marks]


def _source(value: str) -> tuple[str, str | None]:
    name, _, relay = value.partition(" < ")
    return name, relay or None


@pytest.mark.parametrize("title", CASES)
def test_source_kind_and_relay(title: str) -> None:
    found = [(c.kind, c.source, c.cited_by) for c in read(CASES[title].text).citations]
    assert found == _wanted(CASES[title])


@pytest.mark.parametrize("title", CASES)
def test_a_citation_stands_on_the_words_that_name_its_source(title: str) -> None:
    case = CASES[title]
    for mark, citation in zip(case.marks, read(case.text).citations, strict=True):
        assert mark.span.touches(citation.mention)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= LEAST_CASES
    assert sum(c.trap for c in CASES.values()) >= len(CASES) // 12
