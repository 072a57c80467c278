"""What a reading found, each thing at its exact characters (``anyq/reading/1``)."""

from dataclasses import dataclass
from typing import Final, Literal

from anyq.records.document import Document
from anyq.text.span import Span

READING_FORMAT: Final = "anyq/reading/1"

QuoteMode = Literal["direct", "indirect", "fragment"]
CitationKind = Literal[
    "cites", "official", "anonymous", "data", "social", "broadcast", "publisher_self", "self_reference", "source_line"
]
Bound = Literal[
    "exactly", "about", "nearly", "more_than", "at_least", "less_than", "at_most", "range", "change", "growth"
]
ClaimKind = Literal["quantity", "comparison", "event", "fact", "plan"]


@dataclass(frozen=True, slots=True)
class Seen:
    """Who confirmed or corrected a thing by hand, and when (RFC 3339)."""

    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the text: full name in the nominative, role as first written, every mention."""

    id: str
    name: str
    role: str | None
    organisation: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """A source the text refers to; ``cited_by`` is who stands between it and the reader."""

    id: str
    source: str
    mention: Span
    cue: Span | None
    kind: CitationKind
    cited_by: str | None = None
    cited_by_probable: str | None = None
    href: str | None = None
    seen_by: Seen | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words: ``content`` without marks; ``speaker_name`` null where it is not sure.

    ``unsure`` says why no speaker is named (a word of ``languages/*/messages``), null otherwise.
    """

    id: str
    mode: QuoteMode
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speaker: str | None
    speaker_name: str | None
    within: str | None = None
    via: str | None = None
    channel: str | None = None
    unsure: str | None = None
    seen_by: Seen | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its meaning. ``bound`` says how ``low`` and ``high`` are to be read (docs/formats)."""

    id: str
    span: Span
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    counted: str | None
    period: str | None

    @property
    def bound_key(self) -> str:
        """The message that says how ``low`` and ``high`` are to be read: a growth may have one end only."""
        if self.bound == "growth" and self.low is None:
            return "bound.growth_to"
        if self.bound == "growth" and self.high is None:
            return "bound.growth_from"
        return f"bound.{self.bound}"


@dataclass(frozen=True, slots=True)
class Reason:
    """One visible feature and what it adds to a claim's check-worthiness."""

    feature: str
    weight: float


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that can be checked; ``checkworthiness`` is 0..1 and the reasons add up to it."""

    id: str
    span: Span
    kind: ClaimKind
    checkworthiness: float
    speaker: str | None
    quote: str | None
    claimant: str | None
    quantities: tuple[str, ...]
    reasons: tuple[Reason, ...]
    seen_by: Seen | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold inside the text itself: what it says, what its own numbers give."""

    kind: str
    spans: tuple[Span, ...]
    says: str
    computes: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one document. ``input_sha256`` is that of the bytes read, null for text given as such."""

    input: str
    document: Document
    people: tuple[Person, ...] = ()
    citations: tuple[Citation, ...] = ()
    quotes: tuple[Quote, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    input_sha256: str | None = None
    format: Literal["anyq/reading/1"] = READING_FORMAT
