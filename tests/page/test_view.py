"""What the page says about each item."""

import pytest

from anyq.page.view import Message, View, bars, excerpt, safe_address, view
from anyq.page.words import Words
from anyq.records import Quantity, Reading, Reason, Span
from anyq.records.reading import Bound
from tests.page.sample import sample_document, sample_reading

WORDS = Words("ru")


@pytest.fixture
def seen() -> View:
    return view(sample_reading(), WORDS)


def test_claims_are_ranked(seen: View) -> None:
    assert [c.label for c in seen.claims] == ["c2", "c3", "c1", "c4", "c5"]


def test_who_is_not_established_says_why(seen: View) -> None:
    assert {q.label: q.why.key for q in seen.quotes if q.why} == {
        "q9": "unsure.two_could_be_meant",
        "q10": "unsure.no_cue_beside",
        "q11": "unsure.no_cue_beside",
    }


def test_a_speaker_comes_with_role_relay_and_place(seen: View) -> None:
    quotes = {q.label: q for q in seen.quotes}
    assert quotes["q3"].role == "руководитель управления коммунального хозяйства"
    assert Message("quote.via", {"name": "Полуденный вестник"}) in quotes["q1"].facts
    assert Message("quote.channel", {"name": "брифинг"}) in quotes["q2"].facts
    assert Message("quote.within", {"id": "q5"}) in quotes["q6"].facts


def test_seen_and_read_add_up_to_everything(seen: View) -> None:
    reading = sample_reading()
    kinds = ("people", "citations", "quotes", "quantities", "claims", "findings")
    assert seen.seen_by_person + seen.seen_by_machine == sum(len(getattr(reading, kind)) for kind in kinds)
    assert seen.seen_by_person == 3


def test_who_has_seen_an_item_is_said_with_the_day(seen: View) -> None:
    (c3,) = (c for c in seen.claims if c.label == "c3")
    assert c3.seen == Message("seen.person", {"by": "Редактор дежурной смены", "at": "2025\u201103\u201118"})
    assert seen.people[0].seen == Message("seen.machine")


def test_counts_on_top(seen: View) -> None:
    assert (seen.sources, seen.unknown, seen.citations) == (3, 3, 5)


@pytest.mark.parametrize("url", ["https://oris.example/12", "http://[::1]:8000/a?b=%22"])
def test_an_address_of_the_web_may_be_followed(url: str) -> None:
    found = safe_address(url)
    assert found is not None
    assert found.url == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//oris.example/12",
        "https:///no-host",
        "http://[bad",
        "https://a\u202eb.example/",
        "",
        None,
    ],
)
def test_no_other_address_becomes_a_link(url: str | None) -> None:
    assert safe_address(url) is None


def test_an_excerpt_is_cut_at_a_word() -> None:
    text = "слово " * 100
    found = excerpt(text, [Span(0, len(text))])
    assert len(found) <= 182
    assert found.endswith("слово …")


def test_an_interrupted_quote_is_joined_by_an_ellipsis() -> None:
    assert excerpt("«Да, – сказал он. – Нет»", [Span(1, 3), Span(20, 23)]) == "Да … Нет"


def test_bars_share_one_scale_and_start_at_zero() -> None:
    up, down = bars([Reason("quantity", 0.6), Reason("opinion", -0.2)], WORDS)
    assert (up.start, up.width, up.zero) == (25, 75, 25)
    assert (down.start, down.width) == (0, 25)


def test_bars_of_nothing_do_not_divide_by_zero() -> None:
    assert bars([], WORDS) == ()
    assert bars([Reason("quantity", 0.0)], WORDS)[0].width == 0


def test_a_feature_without_words_is_shown_by_its_name() -> None:
    assert bars([Reason("some_new_feature", 1.0)], WORDS)[0].name == "some new feature"


@pytest.mark.parametrize(
    ("bound", "low", "high", "key"),
    [
        ("exactly", 5.0, 5.0, "page.value"),
        ("about", 5.0, 5.0, "bound.about"),
        ("at_most", None, 20.0, "bound.at_most"),
        ("more_than", 5.0, None, "bound.more_than"),
        ("range", 15.0, 20.0, "bound.range"),
        ("growth", -3.2, -3.2, "bound.growth"),
        ("range", 15.0, None, None),
        ("at_most", 5.0, None, None),
        ("about", None, None, None),
    ],
)
def test_a_value_is_said_only_with_the_ends_it_needs(
    bound: Bound, low: float | None, high: float | None, key: str | None
) -> None:
    quantity = Quantity("n1", Span(0, 1), low, high, bound, None, None, None)
    value = view(Reading("-", sample_document(), quantities=(quantity,)), WORDS).quantities[0].value
    assert (value.key if value else None) == key
