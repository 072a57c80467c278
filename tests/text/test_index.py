"""Places answers as a look at every item would."""

from hypothesis import given
from hypothesis import strategies as st

from anyq.text import Span
from anyq.text.index import spans

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda row: Span(row[0], row[0] + row[1]))


@given(st.lists(SPANS, max_size=20), SPANS)
def test_a_place_finds_what_a_look_at_each_finds(found: list[Span], place: Span) -> None:
    places, by_start = spans(found), sorted(found, key=lambda s: s.start)
    assert places.touching(place) == [s for s in by_start if s.touches(place)]
    assert places.holding(place) == [s for s in by_start if s.holds(place)]
    assert places.inside(place) == [s for s in by_start if place.holds(s)]
