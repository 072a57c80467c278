"""Texts that are no news: the reading ends, soon, and points into the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anyq.records import Reading
from anyq.records.document import document_id
from tests.extract.reading import read

TABLE = {
    "nothing": "",
    "a stop": ".",
    "empty marks": "«»",
    "a colon": ":\n:",
    "a colon before marks": ":\n:\n: «",
    "a colon before a stop": ": \n !",
    "marks never closed": "«" * 200,
    "a picture": "👍",
    "one word": "Слово",
    "line ends of Windows": "Он сказал:\r\n«Да».\r\n— Нет, — ответила она.\r\n",
    "a colon at the end": "Мэр сказал:",
    "empty lines": "\n" * 3000,
    "control characters": "\x00\x07 сказал он\x85",
}
PARTS = (
    "«", "»", '"', "„", "“", ":", "\n", "\r\n", " ", ", ", ". ", "!", "…", "— ", "(", ")", "1", "%", "👍", "\u0301",
    "\x00", "сказал", "сказала она", "что", "по словам", "мэр", "Анна Лис", "газета", "Вестник", "млн", "как",
    "сообщает",
)  # fmt: skip


def _within(reading: Reading, text: str) -> bool:
    spans = [c for q in reading.quotes for c in q.content]
    spans += [m for p in reading.people for m in p.mentions] + [c.mention for c in reading.citations]
    spans += [c.span for c in reading.claims] + [q.span for q in reading.quantities]
    return all(0 <= s.start <= s.end <= len(text) for s in spans)


@pytest.mark.parametrize("name", TABLE)
def test_a_text_that_is_no_news_is_read(name: str) -> None:
    assert _within(read(TABLE[name]), TABLE[name])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_any_row_of_marks_and_words_is_read(text: str) -> None:
    assert _within(read(text), text)


def test_half_a_character_is_in_no_document() -> None:
    with pytest.raises(UnicodeEncodeError):
        document_id("\ud800 сказал он", url=None, outlet=None)


def test_a_line_too_long_for_a_parser_is_read_in_parts() -> None:
    text = (
        "Мэр сказал, что мост открыт, " + "и дорога готова, " * 200 + "а директор Анна Лис заявила, что школа закрыта."
    )
    reading = read(text)
    assert [q.speaker_name for q in reading.quotes][-1] == "Анна Лис"
    assert _within(reading, text)
