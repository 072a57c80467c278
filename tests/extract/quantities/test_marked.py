"""Every sentence of tests/data/<lang>/quantities.txt: the quantities marked there, and no others."""

from collections.abc import Callable
from pathlib import Path

import pytest

from anyq.extract.quantities import find_quantities
from anyq.extract.surface.kazakh_script import spelling
from anyq.records.reading import Quantity
from tests.marked import Mark, parse_marked

DATA = Path(__file__).parents[2] / "data"
LEAST = {"ru": 120, "en": 100, "kk": 100}
OPEN_BELOW, OPEN_ABOVE = ("less_than", "at_most"), ("more_than", "at_least")


def sentences(lang: str) -> list[str]:
    lines = (DATA / lang / "quantities.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def letters(lang: str, text: str) -> Callable[[str], str] | None:
    return spelling(text) if lang == "kk" else None


def expected(mark: Mark) -> tuple[str, float | None, float | None, str | None]:
    bound, *rest = mark.value.split(" ")
    ends = [None if w == "?" else float(w) for w in rest if w == "?" or w.lstrip("-").replace(".", "", 1).isdigit()]
    unit = " ".join(rest[len(ends) :]) or None
    low, high = ends[0], ends[-1]
    return bound, None if bound in OPEN_BELOW else low, None if bound in OPEN_ABOVE else high, unit


def got(quantity: Quantity) -> tuple[str, float | None, float | None, str | None]:
    return quantity.bound, quantity.low, quantity.high, quantity.unit


@pytest.mark.parametrize(("lang", "marked"), [(lang, s) for lang in LEAST for s in sentences(lang)])
def test_the_marked_quantities_and_no_others(lang: str, marked: str) -> None:
    text, marks = parse_marked(marked)
    found = find_quantities(text, published=None, lang=lang, letters=letters(lang, text))
    assert [(m.span.of(text), *expected(m)) for m in marks] == [(q.span.of(text), *got(q)) for q in found]


@pytest.mark.parametrize("lang", LEAST)
def test_no_file_is_a_stub(lang: str) -> None:
    assert len(sentences(lang)) >= LEAST[lang]
