import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from anyq.cli.inline import marked_text
from anyq.cli.table import COLUMNS, csv_header, csv_rows
from anyq.cli.view import View
from anyq.cli.words import amount, number, printable
from anyq.languages import messages
from anyq.records import (
    Bound,
    Citation,
    Claim,
    Failure,
    FailureReason,
    Finding,
    Person,
    Quantity,
    Quote,
    Reading,
    Reason,
    Seen,
    Span,
)
from anyq.records.amendment import amend_quote
from tests.records.made import made

STORY = made("«{q=Асель Омарова:Форум открыт}», – сказала Омарова. «{q:Посмотрим}», – ответил он.")
SEEN = Seen("Дана", "2026-01-02T10:00:00+05:00")


def shown(reading: Reading, ui: str = "ru", width: int = 200, **more: object) -> str:
    console = Console(width=width, color_system=None, markup=False, highlight=False, record=True, file=io.StringIO())
    console.print(View(reading, ui, **more).whole())
    return console.export_text()


def test_marks_stand_at_their_characters_nested_ones_inside() -> None:
    reading = replace(
        STORY,
        people=(Person("p1", "Асель Омарова", None, None, (Span(26, 33), Span(0, 3))),),
        quantities=(Quantity("n1", Span(7, 13), 1, 1, "exactly", None, None, None),),
        citations=(Citation("s1", "Омарова", Span(26, 33), None, "official"),),
    )
    assert marked_text(reading).plain == (
        "«‹Фо[p1]рум {открыт}[n1]›[q1]», – сказала Омарова[s1]. «‹Посмотрим›[q2]», – ответил он."
    )


spans = st.tuples(st.integers(-5, 90), st.integers(-5, 90)).map(lambda p: Span(*p))


@given(st.lists(spans, max_size=8), st.lists(spans, max_size=8))
def test_without_the_signs_the_marked_text_is_the_text(quotes: list[Span], quantities: list[Span]) -> None:
    reading = replace(
        STORY,
        quotes=tuple(Quote(f"q{n}", "direct", (s,), None, None, None, None) for n, s in enumerate(quotes)),
        quantities=tuple(Quantity(f"n{n}", s, 1, 1, "exactly", None, None, None) for n, s in enumerate(quantities)),
    )
    plain = marked_text(reading).plain
    for mark in (*(f"[q{n}]" for n in range(8)), *(f"[n{n}]" for n in range(8)), *"‹›{}"):
        plain = plain.replace(mark, "")
    assert plain == STORY.document.text


def test_what_is_not_established_is_told_with_its_reason() -> None:
    text = shown(STORY)
    assert "[q2] кто сказал — не установлено: «Посмотрим»" in text
    assert text.rindex("в этих словах имя не названо: «Посмотрим»") > text.index("Что не установлено и почему")


@pytest.mark.parametrize(("ui", "words"), [("kk", "Кім не айтты"), ("en", "Who said what"), ("ru", "Кто что сказал")])
def test_the_view_speaks_the_language_asked_for(ui: str, words: str) -> None:
    assert words in shown(STORY, ui)


def test_an_unknown_reason_is_told_in_general_words() -> None:
    text = shown(replace(STORY, quotes=(replace(STORY.quotes[1], unsure="a_reason_of_tomorrow"),)))
    assert "из текста этого точно не понять" in text


def test_machine_and_person_are_told_apart() -> None:
    text = shown(replace(STORY, quotes=(STORY.quotes[0], replace(STORY.quotes[1], seen_by=SEEN))))
    assert "дословно; прочитано машиной" in text
    assert "просмотрено человеком: Дана, 2026-01-02T10:00:00+05:00" in text


def test_claims_come_by_worth_with_their_reasons_and_weak_ones_are_left_out() -> None:
    def claim(id: str, worth: float) -> Claim:
        return Claim(id, Span(1, 13), "fact", worth, None, None, None, (), (Reason("quantity", 0.56),))

    text = shown(replace(STORY, claims=(claim("c1", 0.6), claim("c2", 0.9), claim("c3", 0.2))))
    assert text.index("[c2]") < text.index("[c1]")
    assert "[c3]" not in text
    assert "+0.56" in text
    assert "стоит проверки: 0,9" in text


def test_a_finding_says_both_numbers() -> None:
    text = shown(replace(STORY, findings=(Finding("arithmetic", (Span(1, 13),), "+19 %", "+23.2 %"),)))
    assert "в тексте: +19 %; по его же числам: +23.2 %" in text


def test_lost_corrections_are_shown() -> None:
    lost = amend_quote(STORY, STORY.quotes[0], "null", seen=SEEN)
    assert "«Форум открыт» (Дана" in shown(replace(STORY, quotes=()), lost=(lost,))


def test_a_chain_is_told() -> None:
    def cited(**more: str) -> Citation:
        return Citation("s1", "агентство «Өріс»", Span(1, 6), None, "cites", **more)

    assert "ссылается сама статья" in shown(replace(STORY, citations=(cited(),)))
    assert "по ссылке Кенсай" in shown(replace(STORY, citations=(cited(cited_by="Кенсай"),)))
    assert "вероятно, по ссылке Кенсай" in shown(replace(STORY, citations=(cited(cited_by_probable="Кенсай"),)))


@pytest.mark.parametrize(
    ("value", "ui", "words"),
    [
        (6000, "ru", "6\u00a0000"),
        (6000, "en", "6,000"),
        (1.25, "kk", "1,25"),
        (0.1 + 0.2, "en", "0.3"),
        (-5.0, "en", "-5"),
    ],
)
def test_numbers_are_written_as_readers_write_them(value: float, ui: str, words: str) -> None:
    assert number(value, ui) == words


@pytest.mark.parametrize(
    ("low", "high", "bound", "unit", "words"),
    [
        (6000, 6000, "about", "тонн", "около 6\u00a0000 тонн"),
        (5, None, "more_than", None, "больше 5"),
        (None, 20, "at_most", "%", "не больше 20 %"),
        (15, 20, "range", None, "от 15 до 20"),
        (2, 2, "exactly", "times", "ровно 2 раза"),
        (None, None, "exactly", None, "число не названо"),
    ],
)
def test_a_quantity_is_told_with_its_bound(
    low: float | None, high: float | None, bound: Bound, unit: str | None, words: str
) -> None:
    assert amount(Quantity("n1", Span(0, 1), low, high, bound, unit, None, None), messages("ru"), "ru") == words


def test_the_words_of_a_unit_are_the_readers() -> None:
    def told(unit: str, ui: str) -> str:
        return amount(Quantity("n1", Span(0, 1), 3, 3, "about", unit, None, None), messages(ui), ui)

    assert [told("year", ui) for ui in ("ru", "en", "kk")] == ["около 3 г.", "about 3 yr", "шамамен 3 жыл"]
    assert [told("KZT", ui) for ui in ("ru", "en", "kk")] == ["около 3 KZT", "about 3 KZT", "шамамен 3 KZT"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_a_line_ends_as_it_does_here_whatever_system_wrote_it(end: str) -> None:
    lines = [line.rstrip() for line in printable(f"Мост открыт.{end}Очередь исчезла.").split("\n")]
    assert lines == ["Мост открыт.", "Очередь исчезла."]


@given(st.text())
def test_nothing_a_terminal_obeys_is_printed(text: str) -> None:
    said = printable(text)
    assert len(said) == len(text)
    assert not any(
        (ch < " " and ch not in "\n\t") or "\x7f" <= ch <= "\x9f" or "\u202a" <= ch <= "\u202e" for ch in said
    )


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\tx"])
def test_a_cell_cannot_be_a_formula(text: str) -> None:
    (row,) = csv.reader(io.StringIO(csv_rows(Failure(text, FailureReason("read", text, "", "")))))
    assert row[0] == f"'{text}"


def test_every_row_has_every_column() -> None:
    rows = list(csv.DictReader(io.StringIO(csv_header() + csv_rows(STORY))))
    assert [r["kind"] for r in rows] == ["person", "quote", "quote", "claim", "claim"]
    assert all(list(r) == list(COLUMNS) for r in rows)
    assert (rows[1]["who"], rows[1]["text"], rows[2]["why"]) == ("Асель Омарова", "Форум открыт", "no_name_given")
