"""Overlapping stretches -> segments that overlap no more. Knows offsets, no HTML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from anyq.text.span import Span

Layer = Literal["quote", "claim", "finding", "citation", "person", "quantity"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the text that belongs to the item ``key``; ``style`` says how it is drawn within its layer."""

    key: str
    layer: Layer
    style: str
    span: Span


@dataclass(frozen=True, slots=True)
class Segment:
    """The longest run of characters that lies under the same stretches."""

    span: Span
    under: tuple[Stretch, ...]


def segments(length: int, stretches: Iterable[Stretch], borders: Iterable[int] = ()) -> Iterator[Segment]:
    """Segments that cover ``[0, length)`` without a gap, cut at every end of a stretch and at ``borders``.

    ``under`` is ordered from the longest stretch to the shortest. Stretches that do not lie in the text are left
    out: a reading from elsewhere may hold any numbers.
    """
    starts: dict[int, list[Stretch]] = {}
    cuts = {0, length, *(b for b in borders if 0 < b < length)}
    for stretch in stretches:
        if 0 <= stretch.span.start < stretch.span.end <= length:
            starts.setdefault(stretch.span.start, []).append(stretch)
            cuts |= {stretch.span.start, stretch.span.end}
    at = sorted(cuts)
    active: list[Stretch] = []
    for start, end in pairwise(at):
        still_open = [s for s in active if s.span.end > start]
        active = sorted([*still_open, *starts.get(start, ())], key=_longest_first)
        yield Segment(Span(start, end), tuple(active))


def _longest_first(stretch: Stretch) -> tuple[int, int, str]:
    return -len(stretch.span), stretch.span.start, stretch.key
