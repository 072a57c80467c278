from pathlib import Path

import pytest
from benchmarks.names.read import Fact, texts, trimmed
from benchmarks.names.run import agree, count_facts, run

from anyq.extract.people import Figure, Occupation
from anyq.text import Span


def figure(surname: str, *roles: tuple[str, str | None]) -> Figure:
    said = tuple(Occupation(Span(0, 1), title, body) for title, body in roles)
    return Figure(surname, None, surname, None, None, None, None, (), occupations=said)


def test_an_entity_reaches_over_all_its_spans_without_marks_at_its_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("В журнале «Степь» пишет Лосев.", "utf-8")
    (tmp_path / "a.spans").write_text(
        "1 org_descr 2 7 0 1 # журнале\n2 org_name 11 5 0 1 # Степь\n3 surname 24 5 0 1\n", "utf-8"
    )
    (tmp_path / "a.objects").write_text("7 Org 1 2 # журнале Степь\n8 Person 3 # Лосев\n9 Project 3 # -\n", "utf-8")
    (tmp_path / "a.facts").write_text(
        "1-0 Occupation\nWho obj1 Лосев Иван\nJob span2 автор\n\n1-1 Deal\nWho obj1 Лосев\n", "utf-8"
    )
    (text,) = texts(tmp_path)
    assert text.entities == {("ORG", 2, 16), ("PER", 24, 29)}
    assert text.facts == (Fact(("лосев", "иван"), ("автор",), ()),)
    assert trimmed(text.text, "ORG", 10, 17) == ("ORG", 11, 16)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("лосева", "лосев", True),
        ("министра", "министром", True),
        ("мэр", "мэра", True),
        ("лосев", "лосенко", False),
        ("он", "она", False),
    ],
)
def test_words_agree_if_they_differ_in_two_last_letters_at_most(one: str, other: str, same: bool) -> None:
    assert agree(one, other) is same


def test_a_fact_is_matched_once_and_where_counts_only_when_asked() -> None:
    gold = (Fact(("лосев",), ("директор",), ("завод",)), Fact(("ежова",), ("мэр",), ()))
    found = [figure("Лосев", ("директор", None), ("депутат", None)), figure("Ежова", ("мэр Актау", "Актау"))]
    assert count_facts(gold, found, with_where=False) == (2, 2, 3)
    assert count_facts(gold, found, with_where=True) == (1, 2, 3)


def test_without_the_data_there_are_no_rows(tmp_path: Path) -> None:
    assert run(tmp_path) == []
