"""Persons of invented English sentences: name, role, organisation, every mention (tests/data/en/people.txt)."""

from pathlib import Path

import pytest

from tests.extract.surface.english import read
from tests.marked import read_cases

CASES = {c.title: c for c in read_cases(Path(__file__).parents[2] / "data" / "en" / "people.txt")}


def _wanted(title: str) -> dict[str, list[str]]:
    """For each name its role, organisation and mentions."""
    found: dict[str, list[str]] = {}
    for mark in CASES[title].marks:
        name, role, organisation = mark.value.split("|")
        known = found.setdefault(name, ["", "", ""])
        known[0] = known[0] or role
        known[1] = known[1] or organisation
        known[2] += mark.span.of(CASES[title].text) + ";"
    return found


@pytest.mark.parametrize("title", CASES)
def test_persons_with_role_organisation_and_mentions(title: str) -> None:
    text = CASES[title].text
    given = {
        p.name: [p.role or "", p.organisation or "", "".join(m.of(text) + ";" for m in p.mentions)]
        for p in read(text).people
    }
    assert given == _wanted(title)
