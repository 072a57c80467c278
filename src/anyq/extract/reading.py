"""Document -> Reading: the layers of ``extract`` in their order."""

from collections.abc import Sequence

from anyq.extract.claims import Material, find_claims
from anyq.extract.findings import find_findings
from anyq.extract.parse import Tagger
from anyq.extract.people import find_bodies, find_people, to_person
from anyq.extract.quantities import find_quantities
from anyq.extract.quotes.build import find_said
from anyq.extract.quotes.cited import Cited
from anyq.extract.quotes.lexicon import lexicon
from anyq.extract.quotes.speakers import Spoken, resolve
from anyq.extract.surface import read_surface
from anyq.extract.surface.tagger import SurfaceTagger
from anyq.records import Citation, Document, Link, Person, Quote, Reading
from anyq.text import Span


def extract(document: Document, tagger: Tagger, *, given: str) -> Reading:
    """Everything found in ``document``; ``given`` is what the user gave (path, URL or ``-``)."""
    lang = document.lang or "ru"
    if isinstance(tagger, SurfaceTagger):
        return _by_surface(document, tagger, given=given)
    words = lexicon(lang)
    said = find_said(document.text, tagger, words)
    figures = find_people(said.parse)
    people = tuple(to_person(f, f"p{n}") for n, f in enumerate(figures, 1))
    spoken, cited = resolve(said, figures, find_bodies(said.parse), words, outlet=document.outlet, lang=lang)
    quotes = _quotes(spoken, people)
    citations = _citations(cited, document.links)
    quantities = find_quantities(document.text, published=document.published_at, lang=lang)
    material = Material(people, citations, quotes, quantities)
    claims = find_claims(said.parse, material, outlet=document.outlet, lang=lang)
    findings = find_findings(document.text, document.title, quantities, lang=lang)
    return Reading(given, document, people, citations, quotes, quantities, claims, findings)


def _by_surface(document: Document, tagger: SurfaceTagger, *, given: str) -> Reading:
    _, figures, spoken, cited = read_surface(document.text, tagger, outlet=document.outlet)
    people = tuple(to_person(f, f"p{n}") for n, f in enumerate(figures, 1))
    ids = {s.piece.span: f"q{n}" for n, s in enumerate(spoken, 1) if s.piece.mode == "direct"}
    quotes = tuple(
        Quote(
            id=f"q{n}",
            mode=s.piece.mode,
            content=s.piece.content,
            cue=s.cue,
            source=s.answer.mention,
            speaker=people[s.answer.figures[0]].id if len(s.answer.figures) == 1 else None,
            speaker_name=s.answer.name,
            within=ids.get(s.piece.outer) if s.piece.outer else None,
            via=s.via,
            unsure=s.answer.why,
        )
        for n, s in enumerate(spoken, 1)
    )
    return Reading(given, document, people, _citations(cited, document.links), quotes, (), (), ())


def _quotes(spoken: Sequence[Spoken], people: Sequence[Person]) -> tuple[Quote, ...]:
    ids = {s.draft.span: f"q{n}" for n, s in enumerate(spoken, 1) if s.draft.mode == "direct"}
    found = []
    for n, s in enumerate(spoken, 1):
        speaker = people[s.answer.figures[0]].id if len(s.answer.figures) == 1 else None
        found.append(
            Quote(
                id=f"q{n}",
                mode=s.draft.mode,
                content=s.draft.content,
                cue=s.draft.cue.span if s.draft.cue and s.draft.cue.kind != "name" else None,
                source=s.answer.mention,
                speaker=speaker,
                speaker_name=s.answer.name,
                within=ids.get(s.draft.outer) if s.draft.outer else None,
                via=s.via,
                channel=s.channel,
                unsure=s.answer.why,
            )
        )
    return tuple(found)


def _citations(found: Sequence[Cited], links: Sequence[Link]) -> tuple[Citation, ...]:
    return tuple(
        Citation(f"s{n}", c.source, c.mention, c.cue, c.kind, c.cited_by, c.probably_by, href=_href(c, links))
        for n, c in enumerate(found, 1)
    )


def _href(cited: Cited, links: Sequence[Link]) -> str | None:
    """The link on the words that name a source, or on the cue beside them."""
    for place in (cited.mention, cited.cue or Span(0, 0)):
        for link in links:
            if link.span.touches(place):
                return link.href
    return None
