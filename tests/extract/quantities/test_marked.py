"""Every sentence of tests/data/ru/quantities.txt: the quantities marked there, and no others."""

from pathlib import Path

import pytest

from anyq.extract.quantities import find_quantities
from anyq.records.reading import Quantity
from tests.marked import Mark, parse_marked

PATH = Path(__file__).parents[2] / "data" / "ru" / "quantities.txt"
SENTENCES = [line for line in PATH.read_text("utf-8").splitlines() if line and not line.startswith("#")]
OPEN_BELOW, OPEN_ABOVE = ("less_than", "at_most"), ("more_than", "at_least")


def expected(mark: Mark) -> tuple[str, float | None, float | None, str | None]:
    bound, *rest = mark.value.split(" ")
    ends = [None if w == "?" else float(w) for w in rest if w == "?" or w.lstrip("-").replace(".", "", 1).isdigit()]
    unit = " ".join(rest[len(ends) :]) or None
    low, high = ends[0], ends[-1]
    return bound, None if bound in OPEN_BELOW else low, None if bound in OPEN_ABOVE else high, unit


def got(quantity: Quantity) -> tuple[str, float | None, float | None, str | None]:
    return quantity.bound, quantity.low, quantity.high, quantity.unit


@pytest.mark.parametrize("marked", SENTENCES)
def test_the_marked_quantities_and_no_others(marked: str) -> None:
    text, marks = parse_marked(marked)
    found = find_quantities(text, published=None)
    assert [(m.span.of(text), *expected(m)) for m in marks] == [(q.span.of(text), *got(q)) for q in found]


def test_the_file_is_no_stub() -> None:
    assert len(SENTENCES) >= 120
