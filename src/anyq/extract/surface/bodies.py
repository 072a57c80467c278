"""Which bodies a noun alone can mean: "the court", "the ministry"."""

from anyq.extract.parse import Parse
from anyq.extract.surface.cue import Grammar


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
