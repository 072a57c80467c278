"""Bodies said by a noun alone, by an owner's name, or by more and fewer words."""

import pytest

from anyq.extract.surface.kazakh_endings import case_of
from tests.extract.surface.english import read
from tests.extract.surface.test_kazakh_marked import read as read_kazakh


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The transport ministry closed the bridge. The ministry said the deck had cracked.", "transport ministry"),
        ("The regional court met on Monday. The court said the appeal had failed.", "regional court"),
        ("The same ministry closed the bridge. The ministry said the deck had cracked.", "ministry"),
        ("The mill's owner, Thornby Paper, said the fire was out.", "Thornby Paper"),
        ("The mine's operator, Karsten Mining, said nobody was hurt.", "Karsten Mining"),
    ],
)
def test_a_noun_means_the_body_that_the_text_tells_of(text: str, speaker: str) -> None:
    assert [q.speaker_name for q in read(text).quotes] == [speaker]


def test_a_noun_that_two_bodies_have_means_neither() -> None:
    found = read("The transport ministry and the health ministry met. The ministry said the deck had cracked.")
    assert [(q.speaker_name, q.unsure) for q in found.quotes] == [(None, "body_not_clear")]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Norway said the port was shut. Norway's government said it would reopen in May.", ["Norway"]),
        ("The port was shut, port officials said. Tranby port officials said it would reopen.", ["port officials"]),
        ("Norway said the port was shut. Sweden's government said it was open.", ["Norway", "Sweden's government"]),
    ],
)
def test_one_body_is_cited_once(text: str, sources: list[str]) -> None:
    assert [c.source for c in read(text).citations] == sources


@pytest.mark.parametrize("form", ["кешені", "стадионы", "айдыны", "дүкені"])
def test_an_owned_noun_in_n_is_no_accusative(form: str) -> None:
    assert case_of(form).case == "nom"
    assert case_of(form + "н").stem.startswith(form[:-1])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("«Билет тегін», – деді Көктем спорт кешені әкімшілігі.", "Көктем спорт кешені әкімшілігі"),
        ("«Билет тегін», – делінген Мұз айдыны әкімшілігінің хабарламасында.", "Мұз айдыны әкімшілігі"),
    ],
)
def test_a_body_keeps_the_owned_noun_before_it(text: str, name: str) -> None:
    assert [q.speaker_name for q in read_kazakh(text).quotes] == [name]


def test_a_given_name_that_is_a_role_too_begins_a_name_inside_a_sentence() -> None:
    assert [p.name for p in read_kazakh("Жиынға Ғалым Серікбай қатысты.").people] == ["Ғалым Серікбай"]
    assert [p.name for p in read_kazakh("Ғалым Серікбай қатысты.").people] == ["Серікбай"]
