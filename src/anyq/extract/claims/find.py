"""Parse, people, citations, quotes, quantities -> claims."""

from collections.abc import Sequence
from dataclasses import dataclass

from anyq.extract.claims.candidates import Candidate, candidates
from anyq.extract.claims.claimant import claimant_of, signed
from anyq.extract.claims.features import View, features
from anyq.extract.claims.weights import Weights, weights
from anyq.extract.parse import Name, Parse
from anyq.records.reading import Citation, Claim, ClaimKind, Person, Quantity, Quote, Reason
from anyq.text import Span
from anyq.text.index import Places, spans

CENTS = 100


@dataclass(frozen=True, slots=True)
class Material:
    """The layers that claims are read from; all of one document."""

    people: Sequence[Person] = ()
    citations: Sequence[Citation] = ()
    quotes: Sequence[Quote] = ()
    quantities: Sequence[Quantity] = ()


def find_claims(parse: Parse, material: Material, *, outlet: str | None, lang: str = "ru") -> tuple[Claim, ...]:
    """Every sentence of a text as a claim with its check-worthiness, by offset; ids ``c1``, ``c2``, ….

    A sentence inside a direct quote stands without its marks. The weights of ``reasons`` add up to
    ``checkworthiness`` (hundredths; "limit" keeps the sum within 0 and 1). 0.5 and more is worth checking.
    """
    table = weights(lang)
    layers = _Layers(parse, material)
    people = {p.id: p for p in material.people}
    outlet = outlet or signed(material.citations)
    found: list[Claim] = []
    for candidate in candidates(parse, material.quotes):
        near = layers.quotes(candidate.span)
        view = _view(layers, candidate, near)
        held = features(view, table)
        reasons = _reasons(held, table)
        who = claimant_of(candidate.span, candidate.quote, near, layers.citations, people, outlet=outlet)
        found.append(
            Claim(
                id=f"c{len(found) + 1}",
                span=candidate.span,
                kind=_kind(held),
                checkworthiness=round(abs(sum(r.weight for r in reasons)), 2),
                speaker=who.speaker,
                quote=who.quote,
                claimant=who.name,
                quantities=tuple(q.id for q in view.quantities),
                reasons=reasons,
            )
        )
    return tuple(found)


class _Layers:
    """The layers of a text by place, so that a sentence meets only what stands in it."""

    def __init__(self, parse: Parse, material: Material) -> None:
        self.parse, self.lower = parse, _lower(parse.folded)
        self.citations = Places(material.citations, lambda c: c.mention)
        self._parts = Places(
            ((n, part, q) for n, q in enumerate(material.quotes) for part in q.content), lambda row: row[1]
        )
        self._cues = spans(q.cue for q in material.quotes if q.cue is not None)
        self._quantities = Places(material.quantities, lambda q: q.span)
        self._names = Places(parse.names, lambda n: n.span)

    def quotes(self, span: Span) -> list[Quote]:
        """The quotes with words in ``span``, in their order."""
        return list({n: q for n, _, q in sorted(self._parts.touching(span), key=lambda row: row[0])}.values())

    def cues(self, span: Span) -> list[Span]:
        """The cues that touch ``span``."""
        return self._cues.touching(span)

    def names(self, span: Span) -> list[Name]:
        """The names that begin in ``span``."""
        return [n for n in self._names.touching(span) if n.span.start >= span.start]

    def quantities(self, span: Span) -> list[Quantity]:
        """The quantities that begin in ``span``."""
        return [q for q in self._quantities.touching(span) if q.span.start >= span.start]


def _lower(folded: str) -> str:
    lower = folded.lower()
    return (lower if len(lower) == len(folded) else folded).replace("ё", "е")


def _view(layers: _Layers, candidate: Candidate, near: Sequence[Quote]) -> View:
    span, folded = candidate.span, layers.parse.folded
    return View(
        span=span,
        lower=span.of(layers.lower),
        words=layers.parse.words_in(span),
        names=layers.names(span),
        quantities=layers.quantities(span),
        cues=layers.cues(span),
        said=candidate.quote is not None,
        reports=any(part.touches(span) for q in near if q.mode == "indirect" for part in q.content),
        heading=candidate.heading,
        tail=candidate.tail,
        leads_in=folded[span.end : span.end + 1] == ":" and candidate.quote is None,
        ended=span.of(folded).rstrip('»"”').endswith((".", "!", "?", "…")),
    )


def _reasons(held: Sequence[str], table: Weights) -> tuple[Reason, ...]:
    """Feature and weight of each that holds, the weightiest first; "limit" last where the sum leaves 0..1."""
    rows = sorted(((name, table.cents[name]) for name in held), key=lambda row: -abs(row[1]))
    total = sum(cents for _, cents in rows)
    over = min(max(total, 0), CENTS) - total
    if over:
        rows.append(("limit", over))
    return tuple(Reason(name, cents / CENTS) for name, cents in rows)


def _kind(held: Sequence[str]) -> ClaimKind:
    if "plan" in held:
        return "plan"
    if "quantity" in held or "age" in held:
        return "quantity"
    if "comparison" in held or "superlative" in held:
        return "comparison"
    return "event" if "event" in held else "fact"
