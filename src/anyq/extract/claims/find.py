"""Parse, people, citations, quotes, quantities -> claims."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from anyq.extract.claims.candidates import Candidate, candidates
from anyq.extract.claims.claimant import claimant_of, signed
from anyq.extract.claims.features import View, features
from anyq.extract.claims.masks import masks
from anyq.extract.claims.meaning import CENTS, PLAIN, Ranking, Shown, meanings, undecided
from anyq.extract.claims.seen import Seen
from anyq.extract.claims.weights import Weights, weights
from anyq.extract.parse import Parse
from anyq.records.reading import Citation, Claim, ClaimKind, Person, Quantity, Quote, Reason
from anyq.text import Span
from anyq.text.index import Places, spans


@dataclass(frozen=True, slots=True)
class Material:
    """The layers that claims are read from, all of one document; ``outlet`` asserts what nobody else is named for."""

    people: Sequence[Person] = ()
    citations: Sequence[Citation] = ()
    quotes: Sequence[Quote] = ()
    quantities: Sequence[Quantity] = ()
    outlet: str | None = None


def find_claims(
    parse: Parse,
    material: Material,
    *,
    lang: str = "ru",
    ranking: Ranking = PLAIN,
    letters: Callable[[str], str] | None = None,
) -> tuple[Claim, ...]:
    """Every sentence of a text as a claim with its check-worthiness, by offset; ids ``c1``, ``c2``, ….

    A sentence inside a direct quote stands without its marks. The weights of ``reasons`` add up to
    ``checkworthiness`` (hundredths; "limit" keeps the sum within 0 and 1). 0.5 and more is worth checking.
    ``letters`` writes a word as the word lists do, where the text may be in another script.
    """
    rows = shown(parse, material, lang=lang, letters=letters)
    table = weights(lang, ranking.weights)
    sums = [row.cents for _, row in rows]
    chosen = undecided(sums, ranking.most) if ranking.embedder is not None else []
    meant = dict(zip(chosen, meanings([rows[i][1] for i in chosen], ranking, lang), strict=True))
    return tuple(_weighed(claim, row.features, table, meant.get(i)) for i, (claim, row) in enumerate(rows))


def shown(
    parse: Parse, material: Material, *, lang: str = "ru", letters: Callable[[str], str] | None = None
) -> list[tuple[Claim, Shown]]:
    """Every sentence as a claim that is not weighed yet, and what it shows; see ``find_claims``."""
    table = weights(lang)
    layers = _Layers(parse, material)
    people = {p.id: p for p in material.people}
    outlet = material.outlet or signed(material.citations)
    found: list[tuple[Claim, Shown]] = []
    seen = Seen(parse, masks(lang), letters)
    for candidate in candidates(parse, material.quotes):
        near = layers.quotes(candidate.span)
        view = _view(layers, candidate, near, seen)
        held = features(view, table)
        who = claimant_of(candidate.span, candidate.quote, near, layers.citations, people, outlet=outlet)
        claim = Claim(
            id=f"c{len(found) + 1}",
            span=candidate.span,
            kind=_kind(held),
            checkworthiness=0,
            speaker=who.speaker,
            quote=who.quote,
            claimant=who.name,
            quantities=tuple(q.id for q in view.quantities),
            reasons=(),
        )
        found.append((claim, Shown(held, sum(table.cents[name] for name in held), seen.meaning(candidate.span))))
    return found


class _Layers:
    """The layers of a text by place, so that a sentence meets only what stands in it."""

    def __init__(self, parse: Parse, material: Material) -> None:
        self.parse = parse
        self.citations = Places(material.citations, lambda c: c.mention)
        self._parts = Places(
            ((n, part, q) for n, q in enumerate(material.quotes) for part in q.content), lambda row: row[1]
        )
        self._cues = spans(q.cue for q in material.quotes if q.cue is not None)
        self._quantities = Places(material.quantities, lambda q: q.span)

    def quotes(self, span: Span) -> list[Quote]:
        """The quotes with words in ``span``, in their order."""
        return list({n: q for n, _, q in sorted(self._parts.touching(span), key=lambda row: row[0])}.values())

    def cues(self, span: Span) -> list[Span]:
        """The cues that touch ``span``."""
        return self._cues.touching(span)

    def quantities(self, span: Span) -> list[Quantity]:
        """The quantities that begin in ``span``."""
        return [q for q in self._quantities.touching(span) if q.span.start >= span.start]


def _view(layers: _Layers, candidate: Candidate, near: Sequence[Quote], seen: Seen) -> View:
    span, folded = candidate.span, layers.parse.folded
    return View(
        span=span,
        lower=seen.lower(span),
        words=layers.parse.words_in(span),
        names=seen.names(span),
        quantities=layers.quantities(span),
        cues=layers.cues(span),
        said=candidate.quote is not None,
        reports=any(part.touches(span) for q in near if q.mode == "indirect" for part in q.content),
        heading=candidate.heading,
        tail=candidate.tail,
        leads_in=folded[span.end : span.end + 1] == ":" and candidate.quote is None,
        ended=span.of(folded).rstrip('»"”').endswith((".", "!", "?", "…")),
    )


def _weighed(claim: Claim, held: Sequence[str], table: Weights, meant: int | None) -> Claim:
    """The claim with feature and weight of each that holds, the weightiest first.

    "limit" stands last where the sum leaves 0..1; ``meant`` is what its meaning adds, in hundredths.
    """
    rows = [(name, table.cents[name]) for name in held] + ([("meaning", meant)] if meant else [])
    rows.sort(key=lambda row: -abs(row[1]))
    total = sum(cents for _, cents in rows)
    worth = min(max(total, 0), CENTS)
    if worth != total:
        rows.append(("limit", worth - total))
    reasons = tuple(Reason(name, cents / CENTS) for name, cents in rows)
    return replace(claim, checkworthiness=worth / CENTS, reasons=reasons)


def _kind(held: Sequence[str]) -> ClaimKind:
    if "plan" in held:
        return "plan"
    if "quantity" in held or "age" in held:
        return "quantity"
    if "comparison" in held or "superlative" in held:
        return "comparison"
    return "event" if "event" in held else "fact"
