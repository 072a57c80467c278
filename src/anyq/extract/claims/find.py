"""Parse, people, citations, quotes, quantities -> claims."""

from collections.abc import Sequence
from dataclasses import dataclass

from anyq.extract.claims.candidates import Candidate, candidates
from anyq.extract.claims.claimant import claimant_of
from anyq.extract.claims.features import View, features
from anyq.extract.claims.weights import Weights, weights
from anyq.extract.parse import Name, Parse
from anyq.records.reading import Citation, Claim, ClaimKind, Person, Quantity, Quote, Reason
from anyq.text import Span

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
    people = {p.id: p for p in material.people}
    lower = _lower(parse.folded)
    names = _Names(parse.names)
    found: list[Claim] = []
    for candidate in candidates(parse, material.quotes):
        view = _view(parse, lower, candidate, material, names)
        held = features(view, table)
        reasons = _reasons(held, table)
        who = claimant_of(candidate.span, candidate.quote, material.quotes, material.citations, people, outlet=outlet)
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


class _Names:
    def __init__(self, names: Sequence[Name]) -> None:
        self._names = sorted(names, key=lambda n: n.span)

    def within(self, span: Span) -> list[Name]:
        return [n for n in self._names if span.start <= n.span.start < span.end]


def _lower(folded: str) -> str:
    lower = folded.lower()
    return (lower if len(lower) == len(folded) else folded).replace("ё", "е")


def _view(parse: Parse, lower: str, candidate: Candidate, material: Material, names: _Names) -> View:
    span = candidate.span
    return View(
        span=span,
        lower=span.of(lower),
        words=parse.words_in(span),
        names=names.within(span),
        quantities=[q for q in material.quantities if span.start <= q.span.start < span.end],
        cues=[q.cue for q in material.quotes if q.cue is not None and q.cue.touches(span)],
        said=candidate.quote is not None,
        reports=any(part.touches(span) for q in material.quotes if q.mode == "indirect" for part in q.content),
        heading=candidate.heading,
        tail=candidate.tail,
        leads_in=parse.folded[span.end : span.end + 1] == ":" and candidate.quote is None,
        ended=span.of(parse.folded).rstrip('»"”').endswith((".", "!", "?", "…")),
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
