"""Readings of one text by several languages -> one Reading: persons in both are one, ids run in text order.

Each language reads the text with the stretches of the others blanked, so that every offset stays.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from anyq.extract.parse import Tagger
from anyq.extract.quotes.pronouns import TWO
from anyq.extract.surface.kazakh_script import spelling
from anyq.records import Citation, Claim, Document, Person, Quantity, Quote, Reading
from anyq.text import Span

# Russian texts write Kazakh names in their own letters: "Доскулов" is «Досқұлов»
_RUSSIAN_LETTERS = str.maketrans("ёәғқңөұүһі", "еагкноуухи")
Letters = Callable[[str], str]
_Found = TypeVar("_Found", Person, Citation, Quote, Quantity, Claim)


@dataclass(frozen=True, slots=True)
class Part:
    """The stretches of a text in one language, and who reads it."""

    lang: str
    spans: tuple[Span, ...]
    tagger: Tagger


def read_parts(
    document: Document,
    tagger: Tagger,
    parts: Sequence[Part],
    read: Callable[[Document, Tagger], Reading],
) -> Reading:
    """The Reading of ``document``, whose language ``tagger`` reads but for ``parts``; ``read`` reads one language."""
    foreign = [span for part in parts for span in part.spans]
    readings = [read(replace(document, text=_without(document.text, foreign)), tagger)]
    for part in parts:
        text = _without(document.text, _between(document.text, part.spans))
        # the title is in the language of the text
        readings.append(read(replace(document, text=text, lang=part.lang, title=None), part.tagger))
    latin = "kk-Latn" in (document.lang, *(part.lang for part in parts))
    # one person may stand in Latin letters here and in Cyrillic there
    return _merged(document, readings, foreign, spelling(document.text) if latin else str)


def _without(text: str, spans: Iterable[Span]) -> str:
    """``text`` with ``spans`` blanked; line ends stay, and what stood around a span is parted by one."""
    out = list(text)
    for span in spans:
        out[span.start : span.end] = ["\n" if ch == "\n" or not n else " " for n, ch in enumerate(span.of(text))]
    return "".join(out)


def _between(text: str, spans: Sequence[Span]) -> list[Span]:
    edges = [Span(0, 0), *spans, Span(len(text), len(text))]
    return [Span(a.end, b.start) for a, b in pairwise(edges)]


def _merged(document: Document, readings: Sequence[Reading], foreign: Sequence[Span], letters: Letters) -> Reading:
    owners = _owners(readings, letters)
    people, person_ids = _people(owners)
    careful = [_careful(readings, n, foreign, person_ids) for n in range(len(readings))]
    quotes, quote_ids = _numbered(careful, "q", lambda q: q.content[0].start)
    citations, _ = _numbered([r.citations for r in readings], "s", lambda c: c.mention.start)
    quantities, quantity_ids = _numbered([r.quantities for r in readings], "n", lambda q: q.span.start)
    claims, _ = _numbered([r.claims for r in readings], "c", lambda c: c.span.start)
    names = {p.id: p.name for p in people}

    def quote(n: int, q: Quote) -> Quote:
        speaker = person_ids.get((n, q.speaker)) if q.speaker else None
        name = names[speaker] if speaker else q.speaker_name
        return replace(q, speaker=speaker, speaker_name=name, within=quote_ids.get((n, q.within or "")))

    def claim(n: int, c: Claim) -> Claim:
        told = {p.name: names[person_ids[n, p.id]] for p in readings[n].people}
        return replace(
            c,
            speaker=person_ids.get((n, c.speaker)) if c.speaker else None,
            quote=quote_ids.get((n, c.quote)) if c.quote else None,
            claimant=told.get(c.claimant, c.claimant) if c.claimant else None,
            quantities=tuple(quantity_ids[n, i] for i in c.quantities),
        )

    findings = sorted((f for r in readings for f in r.findings), key=lambda f: f.spans)
    return Reading(
        input=readings[0].input,
        document=document,
        people=people,
        citations=_distinct(c for _, c in citations),
        quotes=tuple(quote(n, q) for n, q in quotes),
        quantities=tuple(q for _, q in quantities),
        claims=tuple(claim(n, c) for n, c in claims),
        findings=tuple(findings),
    )


def _numbered(
    rows: Sequence[Iterable[_Found]], letter: str, place: Callable[[_Found], int]
) -> tuple[list[tuple[int, _Found]], dict[tuple[int, str], str]]:
    """All ``rows`` in text order, each with the number of its reading and a new id; and old ids -> new ids."""
    told = sorted(((n, row) for n, found in enumerate(rows) for row in found), key=lambda pair: place(pair[1]))
    ids = {(n, row.id): f"{letter}{at}" for at, (n, row) in enumerate(told, 1)}
    return [(n, replace(row, id=ids[n, row.id])) for n, row in told], ids


def _distinct(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """A source that is cited in both languages alike counts once, where it comes first."""
    kept: dict[tuple[str, str, str | None], Citation] = {}
    for c in citations:
        kept.setdefault((c.source.casefold(), c.kind, c.cited_by), c)
    return tuple(replace(c, id=f"s{n}") for n, c in enumerate(kept.values(), 1))


@dataclass(slots=True)
class _Owner:
    """One person, and the ids it has in the readings."""

    key: tuple[str, ...]
    person: Person
    ids: list[tuple[int, str]]


def _owners(readings: Sequence[Reading], letters: Letters) -> list[_Owner]:
    owners = [_Owner(_key(p, letters), p, [(0, p.id)]) for p in readings[0].people]
    for n, reading in enumerate(readings[1:], 1):
        known = list(owners)
        for person in reading.people:
            key = _key(person, letters)
            exact = [o for o in known if o.key == key]
            hosts = exact or [o for o in known if _is_part(key, o.key) or _is_part(o.key, key)]
            if len(hosts) == 1:
                hosts[0].person = _joined(hosts[0].person, person)
                hosts[0].ids.append((n, person.id))
            else:
                owners.append(_Owner(key, person, [(n, person.id)]))
    return owners


def _key(person: Person, letters: Letters) -> tuple[str, ...]:
    return tuple(letters(word).casefold().translate(_RUSSIAN_LETTERS) for word in person.name.split())


def _is_part(short: Sequence[str], long: Sequence[str]) -> bool:
    """True if a name is another without its patronymic or without its given name."""
    return len(short) < len(long) and (short[-1] == long[-1] or short[-1] in long[1:]) and set(short) <= set(long)


def _joined(one: Person, other: Person) -> Person:
    first = min(one, other, key=lambda p: p.mentions[0])
    second = other if first is one else one
    return Person(
        id=one.id,
        name=max(one.name, other.name, key=lambda name: len(name.split())),
        role=first.role or second.role,
        organisation=first.organisation if first.role else second.organisation or first.organisation,
        mentions=tuple(sorted({*one.mentions, *other.mentions})),
    )


def _people(owners: Sequence[_Owner]) -> tuple[tuple[Person, ...], dict[tuple[int, str], str]]:
    ordered = sorted(owners, key=lambda o: o.person.mentions[0])
    ids = {old: f"p{at}" for at, owner in enumerate(ordered, 1) for old in owner.ids}
    return tuple(replace(o.person, id=f"p{at}") for at, o in enumerate(ordered, 1)), ids


def _careful(
    readings: Sequence[Reading], n: int, foreign: Sequence[Span], ids: Mapping[tuple[int, str], str]
) -> list[Quote]:
    """The quotes of one reading, without a speaker where a stretch that it did not see may name another.

    "X сказал. <a sentence of the other language about Y> Ол …": whom «ол» means its reader can't know.
    """
    mentions = {p.id: p.mentions for p in readings[n].people}
    unseen = [(ids[m, p.id], span) for m, r in enumerate(readings) if m != n for p in r.people for span in p.mentions]
    found = []
    for q in readings[n].quotes:
        own = mentions.get(q.speaker or "", ())
        named = q.source is not None and any(q.source.touches(span) for span in own)
        at = q.source.start if q.source else q.content[0].start
        last = max((span.end for span in own if span.end <= at), default=None)
        rival = last is not None and any(
            last <= span.start < at and who != ids.get((n, q.speaker or "")) for who, span in unseen
        )
        lost = rival and not named
        found.append(replace(q, speaker=None, speaker_name=None, unsure=TWO) if lost else q)
    return found
