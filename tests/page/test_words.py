"""Words and numbers in the language of the interface."""

import pytest

from anyq.page.words import Ui, Word, Words, day, written_number


@pytest.mark.parametrize(
    ("value", "ui", "written"),
    [
        (6000, "ru", "6\u00a0000"),
        (2_100_000_000, "kk", "2\u00a0100\u00a0000\u00a0000"),
        (1234567.5, "en", "1,234,567.5"),
        (-3.2, "ru", "\u22123,2"),
        (0.93, "ru", "0,93"),
        (0.1 + 0.2, "en", "0.3"),
        (100, "en", "100"),
        (0, "ru", "0"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(value: float, ui: Ui, written: str) -> None:
    assert written_number(value, ui) == written


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_what_is_no_number_breaks_nothing(value: float) -> None:
    assert written_number(value, "ru")


@pytest.mark.parametrize(
    ("published_at", "ui", "said"),
    [
        ("2025-09-29", "ru", "29 сентября 2025"),
        ("2025-09-29T08:05:00+05:00", "en", "29 September 2025, 08:05"),
        ("2025-03-07", "kk", "2025 ж. 7 наурыз"),
    ],
)
def test_a_day_is_said_in_words(published_at: str, ui: Ui, said: str) -> None:
    found = day(published_at)
    assert found is not None
    key, arguments = found
    assert Words(ui).text(key, **arguments) == said


@pytest.mark.parametrize("wrong", ["вчера", "2025-13-01", "2025-09", "²-1-1"])
def test_what_is_no_date_is_not_said_as_one(wrong: str) -> None:
    assert day(wrong) is None


def test_a_message_carries_what_the_switch_needs() -> None:
    html = Words("en").say("quote.via", name='"<b>')
    assert html == (
        '<span data-m="quote.via" data-a="{&#34;name&#34;:&#34;\\&#34;&lt;b&gt;&#34;}">via &#34;&lt;b&gt;</span>'
    )


def test_a_word_inside_a_message_is_said_in_the_same_language() -> None:
    words = Words("ru")
    assert words.text("page.live_active", id="q1", name=Word("speaker.unknown")) == ("q1: кто сказал — не установлено")
    assert words.used == {"page.live_active", "speaker.unknown"}


def test_the_page_takes_along_only_the_words_it_uses() -> None:
    words = Words("ru")
    words.say("mode.direct")
    assert words.catalogues(["mode.indirect"])["en"] == {"mode.direct": "word for word", "mode.indirect": "reported"}
