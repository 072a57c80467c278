"""Whatever the text, nothing fails and every answer keeps its word."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.surface.english import read

PIECES = (
    "“", "”", '"', "'", "‘", ",", ".", ":", ";", "—", "-", "(", ")", "\n", "said", "says", "told", "that",
    "who", "'s", "according", "to", "as", "and", "but", "it", "he", "she", "they", "was", "reported", "citing",
    "adding", "tweeted", "Ann", "Poe", "Mr.", "Gov.", "the", "mayor", "of", "Karsk", "police", "officials",
    "called", "on", "in", "May", "@poe", "—", "accused", "promised", "study", "found", "not", "would",
    "Reuters", "a", "statement", "warned",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=16))
def test_spans_lie_in_the_text_and_no_name_comes_with_a_reason(pieces: list[str]) -> None:
    text = " ".join(pieces)
    reading = read(text)
    for quote in reading.quotes:
        assert (quote.speaker_name is None) == (quote.unsure is not None)
        assert all(0 <= c.start < c.end <= len(text) for c in quote.content)
    for person in reading.people:
        assert all(m.of(text).strip() for m in person.mentions)
