"""Every sentence of tests/data/<lang>/findings.txt, and titles against texts."""

from pathlib import Path

import pytest

from anyq.extract.findings import find_findings
from anyq.extract.quantities import find_quantities
from anyq.records.reading import Finding
from tests.marked import parse_marked

DATA = Path(__file__).parents[2] / "data"
LEAST = {"ru": 12, "en": 8, "kk": 8}


def lines(lang: str, *, wrong: bool) -> list[str]:
    rows = (DATA / lang / "findings.txt").read_text("utf-8").splitlines()
    return [line for line in rows if line and not line.startswith("#") and ("⇒" in line) is wrong]


def findings(text: str, title: str | None = None, lang: str = "ru") -> tuple[Finding, ...]:
    return find_findings(text, title, find_quantities(text, published=None, lang=lang), lang=lang)


@pytest.mark.parametrize(("lang", "line"), [(lang, row) for lang in LEAST for row in lines(lang, wrong=True)])
def test_a_sum_gone_wrong_is_told_with_its_numbers(lang: str, line: str) -> None:
    marked, _, answer = line.partition(" ⇒ ")
    text, marks = parse_marked(marked)
    (found,) = findings(text, lang=lang)
    assert (found.kind, f"{found.says} | {found.computes}") == ("arithmetic", answer)
    assert [s.of(text) for s in found.spans] == [m.span.of(text) for m in marks]


@pytest.mark.parametrize(("lang", "text"), [(lang, row) for lang in LEAST for row in lines(lang, wrong=False)])
def test_what_may_hold_is_left_alone(lang: str, text: str) -> None:
    assert findings(text, lang=lang) == ()


@pytest.mark.parametrize("lang", LEAST)
def test_there_are_more_silent_cases_than_asked(lang: str) -> None:
    assert len(lines(lang, wrong=True)) >= LEAST[lang] and len(lines(lang, wrong=False)) >= LEAST[lang]


@pytest.mark.parametrize(
    ("lang", "title", "text"),
    [
        ("en", "River town gives steppe 60 pumping stations", "River town will give the steppe 50 pumping stations."),
        ("kk", "Өзен қаласы далаға 60 сорғы станция береді", "Өзен қаласы далаға 50 сорғы станция береді, деді әкім."),
    ],
)
def test_a_title_is_compared_in_every_language(lang: str, title: str, text: str) -> None:
    (found,) = findings(text, title, lang)
    assert (found.kind, found.says, found.computes) == ("title", "60", "50")


def test_growth_may_be_drawn_from_the_sentence_before() -> None:
    text = "Доходы запланированы в 96,6 млрд тенге. Сейчас они составят 84 млрд, то есть рост достигнет 19 %."
    (found,) = findings(text)
    assert (found.says, found.computes) == ("+19 %", "+15 %")
    assert [s.of(text) for s in found.spans] == ["96,6 млрд тенге", "84 млрд", "19 %"]


def test_a_paragraph_break_cuts_the_thread() -> None:
    assert findings("Доходы — 96,6 млрд тенге.\nОни составят 84 млрд, то есть рост достигнет 19 %.") == ()


def test_a_title_that_tells_another_number_of_the_same_thing() -> None:
    text = "Речной город поставит степи 50 насосных станций, сообщил мэр."
    (found,) = findings(text, "Речной город поставит степи 60 насосных станций")
    assert (found.kind, found.says, found.computes) == ("title", "60", "50")
    assert found.spans[0].of(text) == "50 насосных станций"


def test_a_title_that_tells_another_growth() -> None:
    text = "Доходы степной области выросли на 15 % за год."
    (found,) = findings(text, "Доходы степной области выросли на 19 %")
    assert (found.kind, found.says, found.computes) == ("title", "+19 %", "+15 %")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Город поставит степи 60 насосных станций", "Город поставит степи не менее 60 насосных станций."),
        ("Город поставит степи 20 насосных станций", "Город поставит степи 19,6 тысячи и ещё 20 насосных станций."),
        ("На ферме степного посёлка 12 лошадей", "На ферме степного посёлка 7 лошадей и ещё 5 лошадей у соседа."),
        ("Двое рыбаков пропали на озере", "Пятеро рыбаков вышли в море, о троих ничего не известно."),
        ("На озере пропали двое рыбаков", "Двое и ещё трое рыбаков пропали на озере в тумане."),
        ("Мастер отметил 90 лет", "Мастер родился в степи и прожил там 40 лет."),
        ("Цены на хлеб выросли на 5 %", "Цены на хлеб выросли на 5,2 %."),
    ],
)
def test_a_title_is_not_blamed_without_need(title: str, text: str) -> None:
    assert findings(text, title) == ()


def test_a_text_that_repeats_its_title_is_not_compared_with_itself() -> None:
    title = "Речной город поставит степи 60 насосных станций"
    (found,) = findings(f"{title}\nРечной город поставит степи 50 насосных станций.", title)
    assert (found.kind, found.spans[0].start > len(title)) == ("title", True)


def test_no_numbers_no_findings() -> None:
    assert findings("", "Заголовок") == ()
    assert findings("Ветер стих.", None) == ()
