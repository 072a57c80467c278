"""A person's correction of a reading: its own record, so that it survives a re-read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal

from anyq.records.reading import Claim, Quote, Reading, Seen
from anyq.text.span import Span

AMENDMENT_FORMAT: Final = "anyq/amendment/1"
SAME_QUOTE: Final = 0.8  # shared characters over all characters: the overlap at which the scorer calls two quotes one
MIN_MOVED_CHARS: Final = 20  # four words: "Да, конечно" is said by many, a clause by one
UNSURE_BY_PERSON: Final = "by_person"  # the value of Quote.unsure where a person took the name away

Action = Literal["confirm", "speaker", "null", "span", "drop"]


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a person said about the quote that stands at ``target_span`` and reads ``target_text``.

    The target is named by its words and its place, not by a local id: a re-read may number anew.
    ``target_span`` runs from the first to the last character of the content (an interrupting cue
    included), ``target_text`` is the text under it; both as shown when the person looked.
    ``action``: ``confirm`` (seen and right), ``speaker`` (another speaker), ``null`` (speaker not
    established), ``span`` (``span`` is the new content), ``drop`` (no quote).
    ``speaker_name`` is the speaker that holds afterwards; null = not established. It is written with
    ``confirm`` and ``span`` too: a later reading that names another must not pass for seen.
    ``url``: address of the document, so that a changed page still finds its amendments.
    """

    document: str
    target_text: str
    target_span: Span
    action: Action
    by: str
    at: str
    speaker_name: str | None = None
    span: Span | None = None
    url: str | None = None
    format: Literal["anyq/amendment/1"] = AMENDMENT_FORMAT

    def __post_init__(self) -> None:
        """Raises ValueError where the fields do not go together."""
        if not 0 <= self.target_span.start < self.target_span.end:
            raise ValueError("target_span holds no characters")
        if len(self.target_text) != len(self.target_span):
            raise ValueError("target_text is not as long as target_span")
        if not _is_moment(self.at):
            raise ValueError("at is not a time with its offset (RFC 3339)")
        if self.action == "speaker" and not self.speaker_name:
            raise ValueError("another speaker needs a speaker_name")
        if (self.action == "span") != (self.span is not None):
            raise ValueError("a span goes with the action span, and only with it")
        if self.span is not None and not 0 <= self.span.start < self.span.end:
            raise ValueError("the new span holds no characters")


def _is_moment(at: str) -> bool:
    try:
        return datetime.fromisoformat(at).tzinfo is not None
    except ValueError:
        return False


def hull(quote: Quote) -> Span:
    """From the first to the last character of the quote's content: the ``target_span`` that names it."""
    return Span(min(s.start for s in quote.content), max(s.end for s in quote.content))


def amend_quote(
    reading: Reading,
    quote: Quote,
    action: Action,
    *,
    seen: Seen,
    speaker_name: str | None = None,
    span: Span | None = None,
) -> Amendment:
    """The amendment that does ``action`` to ``quote`` as ``reading`` shows it.

    ``speaker_name`` goes with ``speaker`` and ``span`` with ``span``; for ``confirm`` and ``span`` the
    name that the reading gives is written down.

    Raises:
        ValueError: ``speaker`` without a name, ``span`` without a span of the text.
    """
    if span is not None and span.end > len(reading.document.text):
        raise ValueError(f"the new span ends at {span.end}, the text at {len(reading.document.text)}")
    at = hull(quote)
    return Amendment(
        document=reading.document.id,
        target_text=at.of(reading.document.text),
        target_span=at,
        action=action,
        by=seen.by,
        at=seen.at,
        speaker_name=quote.speaker_name if action in ("confirm", "span") else speaker_name,
        span=span,
        url=reading.document.url,
    )


def apply_amendments(reading: Reading, amendments: Iterable[Amendment]) -> Reading:
    """``reading`` as corrected by hand, in the order given: the last word about a quote counts.

    Claims follow the quote they stand in. What no longer finds its quote changes nothing: ask
    ``lost_amendments``. Applying the same amendments again changes nothing, as long as no new span was
    laid over another quote.
    """
    working, _ = _worked(reading, amendments)
    if not any(w.touched for w in working):
        return reading
    left = {w.quote.id: w.quote for w in working if not w.dropped}
    above = {w.quote.id: w.quote.within for w in working}
    renamed = {
        w.quote.id for w, q in zip(working, reading.quotes, strict=True) if w.quote.speaker_name != q.speaker_name
    }
    return replace(
        reading,
        quotes=tuple(replace(q, within=_standing(q.within, left, above)) for q in left.values()),
        claims=tuple(
            _claim(c, left.get(_standing(c.quote, left, above) or ""), reading.document.outlet)
            if c.quote is not None and (c.quote in renamed or c.quote not in left)
            else c
            for c in reading.claims
        ),
    )


def lost_amendments(reading: Reading, amendments: Iterable[Amendment]) -> tuple[Amendment, ...]:
    """Those whose quote ``reading`` no longer has; a person must look at them again.

    A ``drop`` is never lost: there is no quote, as the person wished.
    """
    _, lost = _worked(reading, amendments)
    return lost


@dataclass(slots=True)
class _Working:
    """A quote while amendments are applied, with every place at which it has been shown."""

    quote: Quote
    shown_at: set[Span]
    touched: bool = False
    dropped: bool = False


def _worked(reading: Reading, amendments: Iterable[Amendment]) -> tuple[list[_Working], tuple[Amendment, ...]]:
    text = reading.document.text
    working = [_Working(q, {hull(q)}) for q in reading.quotes]
    people = {p.name: p.id for p in reversed(reading.people)}
    lost: list[Amendment] = []
    for amendment in amendments:
        place = _place(text, amendment)
        content = _content(place, amendment)
        found = _target(working, place, content)
        if found is not None and place is not None and (content is None or content.end <= len(text)):
            found.shown_at |= {place, content or place}
            _change(found, amendment, content, people)
        elif amendment.action != "drop":
            lost.append(amendment)
    return working, tuple(lost)


def _place(text: str, amendment: Amendment) -> Span | None:
    """Where the target's words stand: at their old place, else wherever they stand once."""
    words, old = amendment.target_text, amendment.target_span
    if old.of(text) == words:
        return old
    # in a text that has changed, a short or repeated quote may be somebody else's: better lost than wrong
    if len(words) < MIN_MOVED_CHARS or text.count(words) != 1:
        return None
    start = text.index(words)
    return Span(start, start + len(words))


def _content(place: Span | None, amendment: Amendment) -> Span | None:
    """The new content, shifted as far as the target was."""
    if place is None or amendment.span is None:
        return None
    by = place.start - amendment.target_span.start
    return Span(max(0, amendment.span.start + by), amendment.span.end + by)


def _target(working: Sequence[_Working], place: Span | None, content: Span | None) -> _Working | None:
    """The quote shown at ``place``, else one already at ``content``, else the one that all but stands there."""
    if place is None:
        return None
    for wanted in (place, content):
        for w in working:
            if wanted in w.shown_at:
                return w
    alike = max(working, key=lambda w: _overlap(hull(w.quote), place), default=None)
    return alike if alike is not None and _overlap(hull(alike.quote), place) >= SAME_QUOTE else None


def _overlap(a: Span, b: Span) -> float:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return max(0, shared) / (max(a.end, b.end) - min(a.start, b.start))


def _change(working: _Working, amendment: Amendment, content: Span | None, people: Mapping[str, str]) -> None:
    quote, name = working.quote, amendment.speaker_name
    if amendment.action == "null":
        name = None
    if name != quote.speaker_name:
        speaker = people.get(name) if name is not None else None
        quote = replace(quote, speaker=speaker, speaker_name=name, unsure=UNSURE_BY_PERSON if name is None else None)
    if content is not None:
        quote = replace(quote, content=(content,))
    working.touched = True
    working.dropped = amendment.action == "drop"
    if not working.dropped:
        working.quote = replace(quote, seen_by=Seen(amendment.by, amendment.at))


def _standing(quote: str | None, left: Mapping[str, Quote], above: Mapping[str, str | None]) -> str | None:
    """``quote``, or the nearest quote around it that has not been dropped."""
    for _ in range(len(above) + 1):  # a reading from elsewhere may hold quotes that stand within each other
        if quote is None or quote in left:
            return quote
        quote = above.get(quote)
    return None


def _claim(claim: Claim, quote: Quote | None, outlet: str | None) -> Claim:
    """A claim whose quote was renamed or dropped: spoken by ``quote``'s speaker, or by the article itself."""
    if quote is None:
        return replace(claim, quote=None, speaker=None, claimant=outlet)
    return replace(claim, quote=quote.id, speaker=quote.speaker, claimant=quote.speaker_name)
