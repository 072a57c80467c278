"""Reading -> what the page says of each item, in the order in which it is shown. Knows messages, no HTML tags."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from anyq.languages import messages
from anyq.page.article import writable
from anyq.page.chains import Link, chains, separate_sources
from anyq.page.words import Argument, Words, day
from anyq.records import Citation, Claim, Finding, Person, Quantity, Quote, Reading, Reason, Seen
from anyq.text.span import Span

EXCERPT_CHARS = 180  # three lines of the panel; the whole stands in the text, one key away
NO_BREAK_HYPHEN = "\u2011"
_LANGUAGE = re.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")  # the shape of BCP 47; anything else is no language
_BAR_UNITS = 100  # width of a full bar in its drawing


@dataclass(frozen=True, slots=True)
class Message:
    """A key of the catalogue with its arguments."""

    key: str
    arguments: dict[str, Argument] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Address:
    """An address that may be followed: http or https only, with its host in plain sight."""

    url: str
    host: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One reason of a claim as a bar: ``start`` and ``width`` of 100, to the left of ``zero`` if it lowers."""

    name: Message | str
    weight: float
    start: float
    width: float
    zero: float


@dataclass(frozen=True, slots=True)
class Item:
    """What every note has: a key that is safe in HTML ids, the id of the record, who has seen it."""

    key: str
    label: str
    seen: Message


@dataclass(frozen=True, slots=True)
class Step(Item):
    """A citation in its chain. ``key`` is empty where the relay is no citation."""

    source: str
    kind: Message | None
    is_probable: bool
    address: Address | None
    words: str
    behind: tuple["Step", ...]


@dataclass(frozen=True, slots=True)
class Said(Item):
    """A quote."""

    words: str
    in_marks: bool
    speaker: str | None
    role: str | None
    why: Message | None
    facts: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Checkable(Item):
    """A claim; ``score`` 0..1."""

    words: str
    claimant: str | None
    kind: Message
    score: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Named(Item):
    """A person."""

    name: str
    role: str | None
    organisation: str | None
    mentions: int


@dataclass(frozen=True, slots=True)
class Counted(Item):
    """A quantity: as written, its value in words of the interface, what is counted and when."""

    words: str
    value: Message | None
    unit: Message | str | None
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Amiss(Item):
    """A finding."""

    kind: Message | str
    says: str
    computes: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """All that the templates need besides the marked text."""

    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: Message | None
    published_at: str | None
    address: Address | None
    lang: str | None
    chains: tuple[Step, ...]
    quotes: tuple[Said, ...]
    claims: tuple[Checkable, ...]
    people: tuple[Named, ...]
    quantities: tuple[Counted, ...]
    findings: tuple[Amiss, ...]
    has_text: bool
    citations: int
    sources: int
    unknown: int
    seen_by_person: int
    seen_by_machine: int


def view(reading: Reading, words: Words) -> View:
    """Everything that the page says about ``reading``. ``words`` tells which messages there are."""
    document, text = reading.document, reading.document.text
    people = {p.id: p for p in reading.people}
    quote_labels = {q.id for q in reading.quotes}
    ranked = sorted(enumerate(reading.claims), key=lambda pair: -pair[1].checkworthiness)
    marks = [item.seen_by for items in (reading.quotes, reading.citations, reading.claims) for item in items]
    seen = sum(1 for mark in marks if mark is not None)
    rest = len(reading.people) + len(reading.quantities) + len(reading.findings)
    moment = day(document.published_at) if document.published_at else None
    return View(
        title=document.title,
        outlet=document.outlet,
        authors=document.authors,
        published=Message(*moment) if moment else None,
        published_at=document.published_at,
        address=safe_address(document.url),
        lang=document.lang if document.lang and _LANGUAGE.fullmatch(document.lang) else None,
        chains=tuple(_step(link, reading.citations, text) for link in chains(reading.citations)),
        quotes=tuple(_said(f"q{i}", q, people, quote_labels, text, words) for i, q in enumerate(reading.quotes)),
        claims=tuple(_checkable(f"c{i}", c, text, words) for i, c in ranked),
        people=tuple(_named(f"p{i}", p) for i, p in enumerate(reading.people)),
        quantities=tuple(_counted(f"n{i}", n, text) for i, n in enumerate(reading.quantities)),
        findings=tuple(_amiss(f"f{i}", f, text, words) for i, f in enumerate(reading.findings)),
        has_text=bool(text.strip()),
        citations=len(reading.citations),
        sources=len(separate_sources(reading.citations)),
        unknown=sum(1 for q in reading.quotes if q.speaker_name is None),
        seen_by_person=seen,
        seen_by_machine=len(marks) - seen + rest,
    )


def safe_address(url: str | None) -> Address | None:
    """The address if a person may be led to it (http, https, a host), else null: never ``javascript:`` or ``data:``."""
    if url is None or any(ch.isspace() or not ch.isprintable() for ch in url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return Address(url, host) if parts.scheme in ("http", "https") and host else None


def excerpt(text: str, spans: Sequence[Span]) -> str:
    """The words under ``spans`` in one line, cut at a word near ``EXCERPT_CHARS`` with an ellipsis."""
    whole = " ".join(" … ".join(s.of(text) for s in spans).split())
    if len(whole) <= EXCERPT_CHARS:
        return writable(whole)
    return writable(whole[:EXCERPT_CHARS].rsplit(" ", 1)[0].rstrip(",;:–— ")) + " …"


def _seen(seen: Seen | None) -> Message:
    return (
        Message("seen.machine")
        if seen is None
        else Message("seen.person", {"by": seen.by, "at": seen.at[:10].replace("-", NO_BREAK_HYPHEN)})
    )


def _step(link: Link, citations: Sequence[Citation], text: str) -> Step:
    c = None if link.index is None else citations[link.index]
    return Step(
        key="" if c is None else f"s{link.index}",
        label=c.id if c else "",
        seen=_seen(c.seen_by if c else None),
        source=link.source,
        kind=Message(f"citation.{c.kind}") if c else None,
        is_probable=link.is_probable,
        address=safe_address(c.href) if c else None,
        words=excerpt(text, [c.cue or c.mention]) if c else "",
        behind=tuple(_step(behind, citations, text) for behind in link.behind),
    )


def _said(key: str, quote: Quote, people: dict[str, Person], labels: set[str], text: str, words: Words) -> Said:
    why = None
    if quote.speaker_name is None:
        why = _known(words, f"unsure.{quote.unsure}") or Message("unsure.other")
    facts = [Message(f"mode.{quote.mode}")]
    if quote.via is not None:
        facts.append(Message("quote.via", {"name": quote.via}))
    if quote.channel is not None:
        facts.append(Message("quote.channel", {"name": quote.channel}))
    if quote.within in labels:
        facts.append(Message("quote.within", {"id": str(quote.within)}))
    person = people.get(quote.speaker or "")
    return Said(
        key=key,
        label=quote.id,
        seen=_seen(quote.seen_by),
        words=excerpt(text, quote.content),
        in_marks=quote.mode != "indirect",
        speaker=quote.speaker_name,
        role=person.role if person else None,
        why=why,
        facts=tuple(facts),
    )


def _checkable(key: str, claim: Claim, text: str, words: Words) -> Checkable:
    return Checkable(
        key=key,
        label=claim.id,
        seen=_seen(claim.seen_by),
        words=excerpt(text, [claim.span]),
        claimant=claim.claimant,
        kind=Message(f"claim.{claim.kind}"),
        score=claim.checkworthiness,
        bars=bars(claim.reasons, words),
    )


def bars(reasons: Sequence[Reason], words: Words) -> tuple[Bar, ...]:
    """The reasons on one common scale, from the most negative to the most positive weight."""
    lowest = min((r.weight for r in reasons), default=0.0)
    zero_at, top = -min(0.0, lowest), max((r.weight for r in reasons), default=0.0)
    scale = _BAR_UNITS / (zero_at + max(0.0, top) or 1.0)
    zero = zero_at * scale
    return tuple(
        Bar(
            name=_known(words, f"feature.{r.feature}") or r.feature.replace("_", " "),
            weight=r.weight,
            start=round(min(zero, zero + r.weight * scale), 2),
            width=round(abs(r.weight) * scale, 2),
            zero=round(zero, 2),
        )
        for r in reasons
    )


def _named(key: str, person: Person) -> Named:
    return Named(key, person.id, _seen(None), person.name, person.role, person.organisation, len(person.mentions))


def _counted(key: str, quantity: Quantity, text: str) -> Counted:
    return Counted(
        key=key,
        label=quantity.id,
        seen=_seen(None),
        words=excerpt(text, [quantity.span]),
        value=_value(quantity),
        unit=_unit(quantity.unit),
        about=tuple(part for part in (quantity.counted, quantity.period) if part),
    )


def _unit(unit: str | None) -> Message | str | None:
    """In the reader's words where a sign like "km" does not say it in all languages."""
    return Message(f"unit.{unit}") if f"unit.{unit}" in messages("en") else unit


def _value(quantity: Quantity) -> Message | None:
    """The value in words; null where the text gives no figure."""
    ends: dict[str, Argument] = {}
    if quantity.low is not None:
        ends["low"] = quantity.low
    if quantity.high is not None:
        ends["high"] = quantity.high
    if quantity.bound == "exactly" and "low" in ends:
        return Message("page.value", ends)
    needs = {"less_than": {"high"}, "at_most": {"high"}, "range": {"low", "high"}, "change": {"low", "high"}}
    if not needs.get(quantity.bound, ends.keys() if quantity.bound == "growth" else {"low"}) <= ends.keys() or not ends:
        return None
    return Message(quantity.bound_key, ends)


def _amiss(key: str, finding: Finding, text: str, words: Words) -> Amiss:
    return Amiss(
        key=key,
        label=f"f{int(key[1:]) + 1}",
        seen=_seen(None),
        kind=_known(words, f"finding.{finding.kind}") or finding.kind,
        says=finding.says,
        computes=finding.computes,
        words=tuple(excerpt(text, [s]) for s in finding.spans),
    )


def _known(words: Words, key: str) -> Message | None:
    return Message(key) if words.has(key) else None
