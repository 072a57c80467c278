"""A citation before it has an id."""

from dataclasses import dataclass

from anyq.records import CitationKind
from anyq.text import Span


@dataclass(frozen=True, slots=True)
class Cited:
    """A source that a text refers to; ``cited_by`` and ``probably_by`` say who stands between."""

    source: str
    mention: Span
    cue: Span | None
    kind: CitationKind
    cited_by: str | None
    probably_by: str | None = None
