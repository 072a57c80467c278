"""A quote before its speaker is known."""

from dataclasses import dataclass
from typing import Literal

from anyq.extract.quotes.cues import Cue
from anyq.records import QuoteMode
from anyq.text import Span

Reach = Literal["own", "deed", "before"]


@dataclass(frozen=True, slots=True)
class Draft:
    """``cue`` names the source, if one stands beside; ``reach`` says how a missing one may be inferred.

    ``reach``: ``own`` the cue's source; ``deed`` the same, but the verb may be a mere deed ("требует ремонта"), so
    that without a known speaker there is no quote; ``before`` the speaker of what stands just before.
    ``outer`` is the direct speech that this draft lies in.
    """

    mode: QuoteMode
    content: tuple[Span, ...]
    cue: Cue | None
    reach: Reach
    outer: Span | None = None

    @property
    def at(self) -> int:
        """Where it begins."""
        return self.content[0].start

    @property
    def span(self) -> Span:
        """From its first word to its last."""
        return Span(self.content[0].start, self.content[-1].end)
