"""Reading -> the stretches that its items cover and the raised ids that follow them. Keys as in view."""

from collections.abc import Sequence

from anyq.page.article import Reference, layer_letter
from anyq.page.segments import Layer, Stretch
from anyq.page.words import Words
from anyq.records import Reading
from anyq.text.span import Span


def stretches(reading: Reading) -> list[Stretch]:
    """Every stretch that belongs to an item, in its layer; those that lie outside the text are still among them."""
    out: list[Stretch] = []

    def add(key: str, layer: Layer, style: str, *spans: Span | None) -> None:
        out.extend(Stretch(key, layer, style, s) for s in spans if s is not None)

    for i, q in enumerate(reading.quotes):
        add(f"q{i}", "quote", q.mode, *q.content)
        add(f"q{i}", "quote", "cue", q.cue, q.source)
    for i, c in enumerate(reading.claims):
        add(f"c{i}", "claim", "", c.span)
    for i, f in enumerate(reading.findings):
        add(f"f{i}", "finding", "", *f.spans)
    for i, s in enumerate(reading.citations):
        add(f"s{i}", "citation", "", s.mention)
    for i, p in enumerate(reading.people):
        add(f"p{i}", "person", "", *p.mentions)
    for i, n in enumerate(reading.quantities):
        add(f"n{i}", "quantity", "", n.span)
    return out


def references(reading: Reading, words: Words) -> list[Reference]:
    """The raised id of every item: after the whole of a quote or finding, after the first mention of a person."""
    length = len(reading.document.text)
    rows: list[tuple[Layer, int, str, Sequence[Span], bool]] = [
        *(("quote", i, q.id, q.content, True) for i, q in enumerate(reading.quotes)),
        *(("claim", i, c.id, (c.span,), True) for i, c in enumerate(reading.claims)),
        *(("finding", i, f"f{i + 1}", f.spans, True) for i, f in enumerate(reading.findings)),
        *(("citation", i, s.id, (s.mention,), True) for i, s in enumerate(reading.citations)),
        *(("person", i, p.id, p.mentions, False) for i, p in enumerate(reading.people)),
        *(("quantity", i, n.id, (n.span,), True) for i, n in enumerate(reading.quantities)),
    ]
    out: list[Reference] = []
    for layer, i, label, spans, at_last in rows:
        inside = sorted(s for s in spans if 0 <= s.start < s.end <= length)
        if inside:
            name = words.name("page.to_note", id=label)
            out.append(Reference(f"{layer_letter(layer)}{i}", label, layer, inside[-1 if at_last else 0], name))
    return out
