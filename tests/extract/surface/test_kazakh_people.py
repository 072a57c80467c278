"""Persons of invented Kazakh sentences: name, role, organisation, every mention (tests/data/kk/people.txt)."""

from pathlib import Path

import pytest

from tests.extract.surface.test_kazakh_marked import read
from tests.marked import read_cases

CASES = {c.title: c for c in read_cases(Path(__file__).parents[2] / "data" / "kk" / "people.txt")}


@pytest.mark.parametrize("title", CASES)
def test_every_person_and_nobody_else(title: str) -> None:
    case = CASES[title]
    wanted = {m.value.split("|")[0] for m in case.marks}
    assert {p.name for p in read(case.text).people} == wanted


@pytest.mark.parametrize("title", CASES)
def test_mentions_are_whole_inflected_words(title: str) -> None:
    case = CASES[title]
    found = {(p.name, m.start, m.end) for p in read(case.text).people for m in p.mentions}
    assert found == {(m.value.split("|")[0], m.span.start, m.span.end) for m in case.marks}


@pytest.mark.parametrize("title", CASES)
def test_role_and_organisation(title: str) -> None:
    case = CASES[title]
    people = {p.name: p for p in read(case.text).people}
    for mark in case.marks:
        name, role, organisation = mark.value.split("|")
        if role:
            assert (people[name].role, people[name].organisation or "") == (role, organisation)
