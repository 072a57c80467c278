"""Which bodies a noun alone can mean: "the court", "the ministry"; which names are one body's."""

from collections.abc import Sequence

from anyq.extract.parse import Parse
from anyq.extract.quotes.cited import Cited
from anyq.extract.surface.cue import Grammar
from anyq.extract.surface.nouns import nouns


def named_before(parse: Parse, grammar: Grammar, noun: str, before: int) -> list[str]:
    """The bodies whose head has the stem ``noun``, up to offset ``before``, each once.

    Those that bear a name; where none does, those that words describe: "the agriculture ministry".
    """
    found: dict[tuple[str, ...], str] = {}
    for n in parse.names:
        words = [w.text for w in parse.words_in(n.span)]
        if n.kind == "ORG" and n.span.end <= before and len(words) > 1:
            stems = tuple(grammar.stem(w) for w in words)
            if stems[-1] == noun:
                found.setdefault(stems, grammar.nominative(words))
    return list((found or _described(parse, grammar, noun, before)).values())


def _described(parse: Parse, grammar: Grammar, noun: str, before: int) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for sentence in parse.sentences:
        words = [w.text for w in sentence.words]
        for head, word in enumerate(sentence.words):
            if word.span.end > before:
                return found
            if grammar.stem(word.text) != noun or grammar.plural(word.text):
                continue
            first = grammar.described(words, head)
            if first < head:
                stems = tuple(grammar.stem(w) for w in words[first : head + 1])
                found.setdefault(stems, grammar.nominative(words[first : head + 1]))
    return found


def once(found: Sequence[Cited], grammar: Grammar) -> list[Cited]:
    """Citations without those of a body that is cited before under more or fewer words."""
    kept: list[Cited] = []
    for c in found:
        twins = (k for k in kept if (k.kind, k.cited_by) == (c.kind, c.cited_by) == ("official", None))
        if not any(_is_one(k.source, c.source, grammar) for k in twins):
            kept.append(c)
    return kept


def _is_one(name: str, other: str, grammar: Grammar) -> bool:
    """For "health officials" and "Chinese health officials", "China" and "China's government"."""
    few, many = sorted((name, other), key=lambda n: len(n.split()))
    short, long = ([s for w in n.split() if (s := grammar.stem(w))] for n in (few, many))
    lists = nouns(grammar.lang)
    if len(short) == 1:
        return long[:1] == short and short[0] in lists.states and len(long) == 2 and long[1] in lists.governments
    return few.islower() and long[-len(short) :] == short
