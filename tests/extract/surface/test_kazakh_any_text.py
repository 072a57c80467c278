"""Whatever stands in a Kazakh text, it is read to its end, and every answer keeps its word."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.surface.test_kazakh_marked import read

PIECES = (
    "деп", "деген", "деді", "дейді", "мәлімдеді", "айтты", "хабарлады", "айтуынша", "сілтеме", "жасап", "бойынша",
    "сүйенсек", "хабарлағандай", "бұл", "туралы", "онда", "делінген", "айтылды", "ол", "олар", "оның", "министр",
    "министрі", "министрліктің", "Қаржы", "полиция", "Reuters", "Kazinform", "Айгүл", "Омарова", "Омарованың",
    "Қытай", "АҚШ-тың", "екенін", "болғанын", "уәде", "берді", "былай", "«", "»", '"', "“", "”", "–", "-", ",", ".",
    ":", ";", "(", ")", "!", "?", "12", "А.", "dep", "dedi", "aıtty", "málimdedi", "aituynşa", "Toqaev", "мен",
    "және", "мырза", "тілшісі", "хабарламасында", "есімді", "тұрғындар", "\n",
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40))
def test_spans_lie_in_the_text_and_no_name_comes_with_a_reason(pieces: list[str]) -> None:
    text = " ".join(pieces)
    reading = read(text)
    for quote in reading.quotes:
        assert (quote.speaker_name is None) == (quote.unsure is not None)
        assert all(0 <= c.start < c.end <= len(text) for c in quote.content)
    for person in reading.people:
        assert all(m.of(text).strip() for m in person.mentions)
    assert all(0 <= c.mention.start < c.mention.end <= len(text) for c in reading.citations)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet='аәбдеіңқрн АМС«»“”".,:–-\n aıńýq', max_size=80))
def test_any_letters_are_read_to_the_end(text: str) -> None:
    assert read(text).document.text == text
