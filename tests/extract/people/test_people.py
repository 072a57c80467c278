from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anyq.extract.parse import Parse
from anyq.extract.parsing import parse
from anyq.extract.people import Figure, find_bodies, find_people, name_spans, nominative, to_person
from anyq.extract.russian import RussianTagger
from anyq.records import Person
from anyq.text import Span
from tests.marked import Case, read_cases

CASES = read_cases(Path(__file__).parents[2] / "data" / "ru" / "people.txt")


@cache
def tagger() -> RussianTagger:
    return RussianTagger()


@cache
def read(text: str) -> tuple[Parse, tuple[Figure, ...]]:
    parsed = parse(text, tagger())
    return parsed, find_people(parsed)


def only(text: str) -> Figure:
    _, figures = read(text)
    assert len(figures) == 1, figures
    return figures[0]


def span_of(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


def expected(case: Case) -> dict[str, tuple[list[str], str | None, str | None]]:
    """Name -> mentions as written, role, organisation; of the marks of one name the first that says a role counts."""
    people: dict[str, tuple[list[str], str | None, str | None]] = {}
    for mark in case.marks:
        name, role, organisation = mark.value.split("|")
        spans, said, body = people.get(name, ([], None, None))
        people[name] = (
            [*spans, f"{mark.span.start}:{mark.span.of(case.text)}"],
            said or role or None,
            body or organisation or None,
        )
    return people


def found(text: str) -> dict[str, tuple[list[str], str | None, str | None]]:
    _, figures = read(text)
    return {f.name: ([f"{m.start}:{m.of(text)}" for m in f.mentions], f.role, f.organisation) for f in figures}


def lowered(people: dict[str, tuple[list[str], str | None, str | None]]) -> dict[str, tuple[object, ...]]:
    """First letters of roles and bodies do not count: a role that opens a sentence keeps its capital."""
    return {
        name.replace("‑", "-"): (spans, *(v and v[:1].lower() + v[1:] for v in said))
        for name, (spans, *said) in people.items()
    }


@pytest.mark.parametrize("case", CASES, ids=[c.title for c in CASES])
def test_people_are_those_marked(case: Case) -> None:
    assert lowered(found(case.text)) == lowered(expected(case))


def test_no_name_is_given_that_the_cases_do_not_mark() -> None:
    wrong = [
        (case.title, name)
        for case in CASES
        for name in lowered(found(case.text))
        if name not in lowered(expected(case))
    ]
    assert wrong == []


def test_a_surname_of_two_stays_with_nobody_but_is_still_a_name() -> None:
    text = "Сергей Звонков спорил с Павлом Звонковым. Звонков ушёл первым."
    parsed, figures = read(text)
    last = Span(text.rindex("Звонков"), text.rindex("Звонков") + 7)
    assert all(last not in f.mentions for f in figures)
    assert last in name_spans(parsed)


def test_gender_comes_from_the_whole_name() -> None:
    assert only("Слово взяла Раушан Сапарова.").gender == "Fem"
    assert only("Слово взял Санжар Карин.").gender == "Masc"


def test_parts_of_a_name_are_told_apart() -> None:
    figure = only("Ректор академии Иван Петрович Сидоркин поздравил выпускников.")
    assert (figure.given, figure.patronymic, figure.surname) == ("Иван", "Петрович", "Сидоркин")


def test_every_role_of_a_person_is_an_occupation_with_its_body() -> None:
    figure = only("Слово взял директор завода «Прибой» Олег Таран, депутат Мажилиса.")
    assert [(o.title, o.organisation) for o in figure.occupations] == [
        ("директор завода «Прибой»", "завод «Прибой»"),
        ("депутат Мажилиса", "Мажилис"),
    ]
    assert figure.role == "директор завода «Прибой»"
    assert figure.role_heads == ("директор", "депутат")


def test_a_role_given_later_means_the_only_one_who_has_it() -> None:
    text = "Представитель ВОЗ Милена Вукович приехала в пятницу. Глава представительства ВОЗ отметила успехи."
    assert only(text).role_mentions == (span_of(text, "Глава представительства ВОЗ"),)


@pytest.mark.parametrize(
    "text",
    [
        "Министр культуры Айгуль Сеитова спорила с министром энергетики Олегом Гавриным. Министр отметила успехи.",
        "Министр культуры Олег Сеитов приехал. Бывший министр молчал.",
        "Министр культуры Олег Сеитов приехал. Заместитель министра молчал.",
        "Министр культуры Олег Сеитов приехал. Министр обороны Армении молчал.",
        "Министр культуры Олег Сеитов работал министром пять лет.",
    ],
)
def test_a_role_that_may_mean_another_is_no_mention(text: str) -> None:
    _, figures = read(text)
    assert [f.role_mentions for f in figures if len(f.role_mentions) and f.gender == "Masc"] == []


def test_a_figure_becomes_a_person_under_the_id_given() -> None:
    text = "Директор музея «Алтын» Раушан Сапарова уехала."
    assert to_person(only(text), "p7") == Person(
        "p7", "Раушан Сапарова", "Директор музея «Алтын»", "музей «Алтын»", (span_of(text, "Раушан Сапарова"),)
    )


@pytest.mark.parametrize(
    ("text", "part", "wanted"),
    [
        ("Сообщили в отделе коммуникации полиции.", "отделе коммуникации полиции", "отдел коммуникации полиции"),
        ("Сообщили в пресс-службе МЧС.", "пресс-службе МЧС", "пресс-служба МЧС"),
        ("Со ссылкой на газету «Степные вести».", "газету «Степные вести»", "газета «Степные вести»"),
        ("Передали в Генеральную прокуратуру.", "Генеральную прокуратуру", "Генеральная прокуратура"),
        ("Сказано агентством «Өріс».", "агентством «Өріс»", "агентство «Өріс»"),
        ("Сослались на Минздрав.", "Минздрав", "Минздрав"),
        ("Встретились с главным редактором журнала.", "главным редактором журнала", "главный редактор журнала"),
    ],
)
def test_nominative_changes_the_head_and_leaves_its_genitives(text: str, part: str, wanted: str) -> None:
    parsed, _ = read(text)
    assert nominative(parsed, span_of(text, part)) == wanted


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Об этом сообщила пресс-служба МЧС.", [("пресс-служба МЧС", "body")]),
        (
            "Со ссылкой на отдел коммуникации полиции в Черновской области.",
            [("отдел коммуникации полиции в Черновской области", "body")],
        ),
        ("Как пишет газета «Степные вести», дождь пройдёт.", [("газета «Степные вести»", "outlet")]),
        (
            "Сослались на Минздрав и газету «Степные вести».",
            [("Минздрав", "body"), ("газета «Степные вести»", "outlet")],
        ),
        ("Это решил комитет парламента по экологии.", []),
    ],
)
def test_bodies_are_whole_phrases_in_the_nominative(text: str, bodies: Sequence[tuple[str, str]]) -> None:
    parsed, _ = read(text)
    assert [(b.name, b.kind) for b in find_bodies(parsed)] == bodies


def test_an_empty_text_has_nobody() -> None:
    parsed, figures = read("")
    assert (figures, find_bodies(parsed)) == ((), ())


@pytest.mark.parametrize(
    "text",
    [".", "«»", "А.", "А. Б.", "X. X. X.", "Иванов -", "ИВАНОВ", "Дональд Стоу-", "им. Иванов", "Ли Ли Ли", "О'"],
)
def test_broken_text_is_read_without_an_error(text: str) -> None:
    parsed, figures = read(text)
    assert all(0 <= m.start < m.end <= len(text) for f in figures for m in f.mentions)
    assert all(b.name for b in find_bodies(parsed))


@settings(deadline=None, max_examples=60)  # a slow machine is no failure
@given(st.text(alphabet="АБИванова Олег.,-'«»()\n\u0301\u2011", max_size=60))
def test_mentions_lie_in_the_text_and_never_overlap(text: str) -> None:
    parsed = parse(text, tagger())
    spans = sorted(m for f in find_people(parsed) for m in f.mentions)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(0 <= m.start < m.end <= len(text) for m in spans)
