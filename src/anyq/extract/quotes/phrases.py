"""Noun phrases of a parsed sentence: the words that name a source."""

from collections.abc import Iterable

from anyq.extract.parse import Sentence, Word
from anyq.text import Span

# a clause that hangs from a noun does not name it
_CLAUSES = frozenset(
    {"acl:relcl", "acl", "parataxis", "advcl", "ccomp", "csubj", "xcomp", "obl", "discourse", "vocative"}
)
_LIKE_NAME = frozenset({"appos", "flat", "flat:name", "flat:foreign", "conj", "compound"})


def key(lemma: str) -> str:
    """A lemma as the word lists spell it: without ё."""
    return lemma.replace("ё", "е")


def span_of(sentence: Sentence, indexes: Iterable[int]) -> Span:
    """From the first to the last of some words."""
    found = sorted(indexes)
    return Span(sentence.words[found[0]].span.start, sentence.words[found[-1]].span.end)


def phrase(sentence: Sentence, head: int) -> list[int]:
    """The noun phrase of ``head``: it and its dependents without clauses, one run of words.

    A case-marking preposition, and commas at its ends, are left out.
    """
    words = sentence.words
    seen, todo = {head}, [head]
    while todo:
        for child in sentence.children(todo.pop()):
            rel = words[child].rel
            if rel in _CLAUSES and not _inside_name(words, child):
                continue
            if rel == "case" and words[child].head == head:
                continue  # «за исключением» is a preposition of two words
            if rel == "conj" and words[child].pos in ("VERB", "AUX", "ADV"):
                continue
            if child not in seen:
                seen.add(child)
                todo.append(child)
    run = {head}
    for step in (-1, 1):
        at = head + step
        while 0 <= at < len(words) and (at in seen or (words[at].pos == "PUNCT" and at + step in seen)):
            run.add(at)
            at += step
    return _bare(words, sorted(run), head)


def _inside_name(words: tuple[Word, ...], index: int) -> bool:
    """A verb or clause inside «…» after a noun is the name of a thing."""
    return index > 0 and words[index - 1].text in ("«", '"', "„")


def _bare(words: tuple[Word, ...], run: list[int], head: int) -> list[int]:
    while run and run[0] != head and (words[run[0]].pos in ("PUNCT", "ADP", "CCONJ", "PART", "SCONJ")):
        if words[run[0]].text in ("«", '"', "„", "“"):
            break
        run = run[1:]
    while run and run[-1] != head and words[run[-1]].pos in ("PUNCT", "CCONJ", "ADP", "SCONJ"):
        if words[run[-1]].text in ("»", '"', "”", "“", ")"):
            break
        run = run[:-1]
    return run


def names_head(sentence: Sentence, index: int, head: int) -> bool:
    """True if word ``index`` names the same thing as ``head``: it is the head, or in apposition to it."""
    words = sentence.words
    hops = 0
    while index != head and hops < 6:
        if words[index].rel not in _LIKE_NAME or words[index].head < 0:
            return False
        index = words[index].head
        hops += 1
    return index == head


def is_person(word: Word) -> bool:
    """True for a noun that means somebody."""
    return word.pos == "NOUN" and word.feats.get("Animacy") == "Anim"
