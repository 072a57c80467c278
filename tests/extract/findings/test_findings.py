"""Every sentence of tests/data/ru/findings.txt, and titles against texts."""

from pathlib import Path

import pytest

from anyq.extract.findings import find_findings
from anyq.extract.quantities import find_quantities
from anyq.records.reading import Finding
from tests.marked import parse_marked

PATH = Path(__file__).parents[2] / "data" / "ru" / "findings.txt"
LINES = [line for line in PATH.read_text("utf-8").splitlines() if line and not line.startswith("#")]
WRONG = [line for line in LINES if "⇒" in line]
RIGHT = [line for line in LINES if "⇒" not in line]


def findings(text: str, title: str | None = None) -> tuple[Finding, ...]:
    return find_findings(text, title, find_quantities(text, published=None))


@pytest.mark.parametrize("line", WRONG)
def test_a_sum_gone_wrong_is_told_with_its_numbers(line: str) -> None:
    marked, _, answer = line.partition(" ⇒ ")
    text, marks = parse_marked(marked)
    (found,) = findings(text)
    assert (found.kind, f"{found.says} | {found.computes}") == ("arithmetic", answer)
    assert [s.of(text) for s in found.spans] == [m.span.of(text) for m in marks]


@pytest.mark.parametrize("text", RIGHT)
def test_what_may_hold_is_left_alone(text: str) -> None:
    assert findings(text) == ()


def test_there_are_more_silent_cases_than_asked() -> None:
    assert len(WRONG) >= 12 and len(RIGHT) >= 12


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
