"""Who asserts a sentence: the deepest source named for it, else the outlet, else nobody known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anyq.records.reading import Citation, Person, Quote
from anyq.text import Span
from anyq.text.index import Places

_OWN = ("publisher_self", "self_reference")  # the outlet speaking of itself is no source
MIN_COVER = 0.3  # of a sentence must be the words quoted, else another clause carries it


@dataclass(frozen=True, slots=True)
class Claimant:
    """``name`` in the nominative or as cited; ``speaker`` and ``quote`` are ids of the Reading."""

    name: str | None
    speaker: str | None = None
    quote: str | None = None


def claimant_of(
    span: Span,
    quoted: Quote | None,
    quotes: Sequence[Quote],
    citations: Places[Citation],
    people: Mapping[str, Person],
    *,
    outlet: str | None,
) -> Claimant:
    """The claimant of the sentence at ``span``; ``quoted`` is the direct quote it stands in.

    ``quotes`` are those that touch it, ``outlet`` is whoever signs the text.
    A quote whose speaker is not established gives none: the outlet did not say it.
    """
    quote = quoted or _covering(span, quotes)
    if quote is not None:
        name = quote.speaker_name or _name(quote.speaker, people) or _named_by(quote, citations)
        return Claimant(name, quote.speaker, quote.id)
    cited = [c for c in citations.inside(span) if c.kind not in _OWN]
    if cited:
        relays = {c.cited_by for c in cited}
        leaves = [c for c in cited if c.source not in relays]
        return Claimant((leaves or cited)[0].source)
    return Claimant(outlet)


def _named_by(quote: Quote, citations: Places[Citation]) -> str | None:
    """The cited source that the words naming the speaker of ``quote`` are."""
    found = citations.touching(quote.source) if quote.source is not None else []
    return found[0].source if found else None


def signed(citations: Sequence[Citation]) -> str | None:
    """The outlet as the text itself signs: "сообщили «Речному вестнику»"."""
    return next((c.source for c in citations if c.kind == "publisher_self"), None)


def _name(speaker: str | None, people: Mapping[str, Person]) -> str | None:
    return people[speaker].name if speaker is not None and speaker in people else None


def _covering(span: Span, quotes: Sequence[Quote]) -> Quote | None:
    """The deepest indirect or direct quote that covers enough of the sentence: an inner one before its frame."""
    found: list[tuple[bool, int, Quote]] = []
    for quote in quotes:
        shared = sum(max(0, min(span.end, c.end) - max(span.start, c.start)) for c in quote.content)
        # the words that only name the speaker are nobody's claim
        named = len(quote.source) if quote.source is not None and span.holds(quote.source) else 0
        if quote.mode != "fragment" and shared >= MIN_COVER * (len(span) - named):
            found.append((quote.within is not None, shared, quote))
    return max(found, key=lambda row: row[:2])[2] if found else None
