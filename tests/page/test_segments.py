"""Overlap taken apart: no character is lost, each knows all that lies over it."""

from hypothesis import given
from hypothesis import strategies as st

from anyq.page.segments import Segment, Stretch, segments
from anyq.text import Span

LENGTH = 40
SPANS = st.builds(Span, st.integers(-3, LENGTH + 3), st.integers(-3, LENGTH + 3))
STRETCHES = st.lists(
    st.builds(Stretch, st.sampled_from("abc"), st.just("quote"), st.just("direct"), SPANS), max_size=12
)


def stretch(key: str, start: int, end: int) -> Stretch:
    return Stretch(key, "quote", "direct", Span(start, end))


def test_two_that_overlap_give_three_segments() -> None:
    a, b = stretch("a", 0, 6), stretch("b", 4, 9)
    assert list(segments(10, [a, b])) == [
        Segment(Span(0, 4), (a,)),
        Segment(Span(4, 6), (a, b)),
        Segment(Span(6, 9), (b,)),
        Segment(Span(9, 10), ()),
    ]


def test_the_longer_lies_outside_whatever_the_order() -> None:
    long, short = stretch("long", 0, 10), stretch("short", 0, 3)
    assert next(segments(10, [short, long])).under == (long, short)


def test_a_stretch_outside_the_text_is_left_out() -> None:
    wrong = [stretch("a", 5, 11), stretch("b", -1, 3), stretch("c", 4, 4), stretch("d", 6, 2)]
    assert list(segments(10, wrong)) == [Segment(Span(0, 10), ())]


def test_an_empty_text_has_no_segment() -> None:
    assert list(segments(0, [stretch("a", 0, 1)])) == []


@given(STRETCHES, st.lists(st.integers(-2, LENGTH + 2)))
def test_segments_follow_each_other_and_hold_every_stretch(found: list[Stretch], borders: list[int]) -> None:
    rows = list(segments(LENGTH, found, borders))
    assert [r.span.start for r in rows] == [0, *(r.span.end for r in rows[:-1])]
    assert rows[-1].span.end == LENGTH
    for row in rows:
        for at in range(row.span.start, row.span.end):
            over = [s for s in found if 0 <= s.span.start <= at < s.span.end <= LENGTH]
            assert sorted(over, key=repr) == sorted(row.under, key=repr)
    cuts = {r.span.start for r in rows}
    assert {b for b in borders if 0 < b < LENGTH} <= cuts
