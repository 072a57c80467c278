"""Kazakh and English: what the marked files cannot say, in both scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anyq.extract.quantities import find_quantities
from anyq.extract.surface.kazakh_script import spelling
from anyq.records.reading import Quantity


def only(text: str, lang: str, published: str | None = None) -> Quantity:
    (quantity,) = find_quantities(
        text, published=published, lang=lang, letters=spelling(text) if lang == "kk" else None
    )
    return quantity


def test_an_english_noun_is_counted_with_what_stands_before_it() -> None:
    assert only("Two other patients waited.", "en").counted == "other patients"
    assert only("Some 40% of the older pupils cycle.", "en").counted == "the older pupils"
    assert only("Dozens of black cats slept.", "en").counted == "black cats"


def test_a_verb_is_not_counted() -> None:
    assert only("Of the rowers three said nothing.", "en").counted is None
    assert only("Олардың үшеуі келді.", "kk").counted is None


def test_a_kazakh_noun_is_counted_as_written() -> None:
    assert only("Көлде 40 ақ қаз бар.", "kk").counted is not None
    assert only("Bazarda 200-den astam mektep bar.", "kk").counted == "mektep"


@pytest.mark.parametrize(
    ("text", "lang", "period"),
    [
        ("Last year the mill made 900 sacks.", "en", "Last year (2024)"),
        ("The mill made 900 sacks this year.", "en", "this year (2025)"),
        ("In March the mill made 900 sacks.", "en", "In March (2025)"),
        ("In December the mill made 900 sacks.", "en", "In December"),
        ("Over the past five years 900 sacks were made.", "en", "Over the past five years"),
        ("The mill makes 900 sacks a day.", "en", "a day"),
        ("Өткен жылы диірмен 900 қап тартты.", "kk", "Өткен жылы (2024)"),
        ("Былтыр диірмен 900 қап тартты.", "kk", "Былтыр (2024)"),
        ("Биыл диірмен 900 қап тартты.", "kk", "Биыл (2025)"),
        ("Жыл басынан бері диірмен 900 қап тартты.", "kk", "Жыл басынан бері (2025)"),
        ("Соңғы бес жылда диірмен 900 қап тартты.", "kk", "Соңғы бес жылда"),
        ("Наурызда диірмен 900 қап тартты.", "kk", "Наурызда (2025)"),
        ("Ótken jyly dıirmen 900 qap tartty.", "kk", "Ótken jyly (2024)"),
        ("2021 жылдың 19 ақпанында диірмен 900 қап тартты.", "kk", "2021 жылдың 19 ақпанында"),
    ],
)
def test_a_period_is_told_as_written_and_resolved(text: str, lang: str, period: str) -> None:
    assert only(text, lang, "2025-09-29").period == period


def test_one_number_in_three_alphabets_is_one_value() -> None:
    found = [only(t, "kk") for t in ("Бес мыңнан астам адам.", "Bes myńnan astam adam.", "Bes myñnan astam adam.")]
    assert {(q.low, q.bound) for q in found} == {(5000, "more_than")}


def test_signs_in_latin_letters_stay_what_they_are_in_cyrillic_text() -> None:
    assert only("Қорда 5 млн USD бар.", "kk").unit == "USD"


def test_an_article_is_no_part_of_a_sign() -> None:
    assert only("He paid a $5 fee.", "en").unit == "USD"
    assert only("He paid A$5.", "en").unit == "AUD"


MIXED = st.text(alphabet=st.sampled_from("0123456789 ,.-–%$£«»()/:'+abcdefghinortuy\nбежзықұңәіданғп"), max_size=60)


@given(MIXED, st.sampled_from(("en", "kk")))
def test_any_text_gives_spans_inside_it_and_ends_in_order(text: str, lang: str) -> None:
    for quantity in find_quantities(text, published=None, lang=lang, letters=spelling(text) if lang == "kk" else None):
        assert 0 <= quantity.span.start < quantity.span.end <= len(text)
        if quantity.bound == "range":
            assert quantity.low is not None and quantity.high is not None and quantity.low <= quantity.high
