"""Media in a source phrase: outlets by name, networks, programmes, newspapers that no list has."""

import re
from collections.abc import Sequence

from anyq.extract.parse import Parse
from anyq.extract.quotes.outlets import find_outlet
from anyq.extract.surface.cue import Cue, Grammar
from anyq.extract.surface.nouns import nouns
from anyq.records import CitationKind
from anyq.text import Span

_CALL_SIGNS = ("-TV", "-FM", "-AM", "TV")  # "KXYZ-TV"
_MARKS = '«»„“”"'


def channel(cue: Cue, span: Span, parse: Parse, grammar: Grammar) -> tuple[str, CitationKind] | None:
    """The medium, network or programme that a phrase names, and how it is cited."""
    texts = [w.text for w in parse.words_in(span)]
    lists = nouns(grammar.lang)
    if cue.lemma in lists.networks:  # "tweeted"
        return cue.lemma.capitalize(), "social"
    network = next((t for t in texts if t.lower() in lists.networks and (t[:1].isupper() or t == texts[0])), None)
    if network is not None:
        return network, "social"
    outlet = outlet_of(texts, parse, grammar)
    stems = [grammar.stem(t) for t in texts]
    opens = parse.sentences[parse.sentence_at(span.start)].span.start == span.start
    named = any(t[:1].isupper() for t in (texts[1:] if opens else texts) or texts)
    name = grammar.nominative(texts)
    if named and any(s in lists.programmes for s in stems):
        return outlet or name, "broadcast"
    if outlet is not None:
        return outlet, "cites"
    medium = any(s in lists.media for s in stems) or span.of(parse.folded).endswith(_CALL_SIGNS)
    return (name, "cites") if named and (medium or is_paper(span, parse, grammar)) else None


def outlet_of(texts: Sequence[str], parse: Parse, grammar: Grammar) -> str | None:
    """The medium that a phrase ends in: "the state-run Xinhua News Agency"."""
    lists = nouns(grammar.lang)
    if len(texts) == 1 and grammar.stem(texts[0]) in lists.anonymous | lists.groups:
        return None  # "people" are no magazine
    kind = lists.of([grammar.stem(texts[-1])]) if len(texts) > 1 else None
    if kind in ("media", "bodies"):
        named = find_outlet(" ".join(texts[:-1]).strip(_MARKS + " "), grammar.lang)  # "Reuters агенттігі"
        if named is not None:
            return named.name
    full = _in_full(texts, parse, grammar)
    if full is not None:
        return full
    for start in range(len(texts)):
        if start and not texts[start][:1].isupper():
            continue
        for name in (" ".join(texts[start:]), grammar.nominative(texts[start:])):
            found = find_outlet(name.strip(_MARKS + " "), grammar.lang)
            if found is not None:
                return found.name
    return None


def is_paper(core: Span, parse: Parse, grammar: Grammar) -> bool:
    """For "the Westhaven Star", "the Financial Ledger": the last word of the name of a newspaper."""
    words = core.of(parse.folded).split()
    capital = len(words) > 1 and words[-1][:1].isupper() and words[-2][:1].isupper()
    return capital and grammar.stem(words[-1]) in nouns(grammar.lang).papers


def _in_full(texts: Sequence[str], parse: Parse, grammar: Grammar) -> str | None:
    """The paper that a text names in full elsewhere: "the Observer" of a text with the Sorrel Observer."""
    name = grammar.nominative(texts)
    if grammar.stem(name) not in nouns(grammar.lang).papers or not name[:1].isupper():
        return None
    longer = {m.group(1) for m in re.finditer(rf"\b((?:[^\W\d_][\w'-]+ )+){re.escape(name)}\b", parse.folded)}
    given = {" ".join(w for w in words.split()[-2:] if w[:1].isupper() and w.lower() != "the") for words in longer}
    given.discard("")
    return f"{given.pop()} {name}" if len(given) == 1 else None


def unmarked(name: str) -> str:
    """A name without marks around it or a lone one; "«Dala» company" keeps its own."""
    body = name.strip()
    paired = sum(ch in _MARKS for ch in body) % 2 == 0
    while body and body[0] in _MARKS and (body[-1] in _MARKS or not paired):
        body = body[1:-1].strip() if body[-1] in _MARKS and len(body) > 1 else body[1:]
        paired = sum(ch in _MARKS for ch in body) % 2 == 0
    return body[:-1].strip() if body and body[-1] in _MARKS and not paired else body
