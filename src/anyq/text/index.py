"""Things that stand in a text, found by place without a look at each."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from anyq.text.span import Span

T = TypeVar("T")


class Places(Generic[T]):
    """Items by the span that ``span_of`` gives for each; spans may overlap or hold each other.

    A question costs the logarithm of their number, and one step for each that begins inside or runs over the place.
    """

    def __init__(self, items: Iterable[T], span_of: Callable[[T], Span]) -> None:
        self._rows = sorted(((span_of(item), item) for item in items), key=lambda row: row[0].start)
        self._starts = [span.start for span, _ in self._rows]
        # the furthest end so far: before the first row that ends too early nothing reaches the place
        self._ends = list(accumulate((span.end for span, _ in self._rows), max))

    def touching(self, place: Span) -> list[T]:
        """Items that share a character with ``place``, by their start."""
        return [item for span, item in self._near(place.start, place.end) if span.touches(place)]

    def holding(self, place: Span) -> list[T]:
        """Items whose span holds ``place`` wholly, by their start."""
        return [item for span, item in self._near(place.start, place.start + 1) if span.holds(place)]

    def inside(self, place: Span) -> list[T]:
        """Items that lie wholly inside ``place``, by their start."""
        return [item for span, item in self._near(place.start, place.end) if place.holds(span)]

    def _near(self, start: int, end: int) -> list[tuple[Span, T]]:
        """Rows that begin before ``end``, from the first on behind which some row reaches ``start``."""
        at = last = bisect_left(self._starts, end)
        while at > 0 and self._ends[at - 1] >= start:
            at -= 1
        return self._rows[at:last]


def spans(found: Iterable[Span]) -> Places[Span]:
    """Spans that are their own places."""
    return Places(found, lambda span: span)
