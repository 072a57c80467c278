"""The role beside an English name: "Toyota's managing director X", "X, the mayor of Y"."""

import re
from collections.abc import Sequence

from anyq.extract.parse import Sentence
from anyq.extract.surface.cue import Role
from anyq.extract.surface.english_nouns import head, is_plural, stem
from anyq.extract.surface.english_titles import HONORIFICS, role_words, titles
from anyq.extract.surface.english_words import is_finite, small, verbs
from anyq.extract.surface.nouns import nouns
from anyq.languages import table
from anyq.text import Span

_OPENERS = frozenset({
    "the", "a", "an", "and", "&", "'s", "of", "for", "my", "our", "your", "his", "her", "its", "their", "one",
    "another", "this", "that", "including", "like", "by", "with", "to", "from",
})  # fmt: skip
_JOINS = frozenset({"and", "who", "which", "whose"})
_POSSESSIVE = frozenset({"'s", "'"})


def role(sentence: Sentence, first: int, last: int) -> Role | None:
    """Before a name: "Toyota's managing director X"; behind it: "X, the mayor of Y,"."""
    found = _before(sentence, first) or _behind(sentence, last)
    if found is not None or sentence.words[last].text in _POSSESSIVE:
        return found  # "A spokeswoman for the shop, X's employer, said"
    return _before_comma(sentence, first)


def _before_comma(sentence: Sentence, first: int) -> Role | None:
    """For "The director of the zoo, X, showed the cub"."""
    words = [w.text for w in sentence.words]
    if first < 2 or words[first - 1] != ",":
        return None
    start = first - 2
    while start > 0 and words[start - 1] not in (",", ".", ";", ":", '"', "“", "”", "(", ")"):
        start -= 1
    if start and first - start > 9:
        return None
    while start < first - 1 and words[start].lower() in small("determiners") | small("openers") | _JOINS | _OPENERS:
        start += 1
    behind_verb = [i for i in range(start, first - 1) if is_finite([w.lower() for w in words], i) and words[i] != "'s"]
    if behind_verb:  # "sacked the minister, X,"
        start = behind_verb[-1] + 1
        while start < first - 1 and words[start].lower() in _OPENERS:
            start += 1
    core = head(words[start : first - 1])
    if not core or not _heads(core[-1]) or is_plural(core[-1]):
        return None
    span = Span(sentence.words[start].span.start, sentence.words[first - 2].span.end)
    title = words[start : first - 1]
    return Role(span, _joined(title), _body(core) or _body(title[len(core) :]), stem(core[-1]))


def _before(sentence: Sentence, first: int) -> Role | None:
    words = [w.text for w in sentence.words]
    start = first
    while start and _in_role(words, start - 1, first):
        start -= 1
    while start < first and words[start].lower() in _OPENERS:
        start += 1
    if start == first or not any(_heads(w) for w in words[start:first]):
        return None
    span = Span(sentence.words[start].span.start, sentence.words[first - 1].span.end)
    title = _joined(words[start:first])
    return Role(span, title, _body(words[start:first]), _head_stem(words[start:first]))


def _in_role(words: Sequence[str], at: int, first: int) -> bool:
    """Whether a word before a name still belongs to its role."""
    word, low = words[at], words[at].lower()
    if low.strip(".") in HONORIFICS and at == first - 1:
        return False
    if word[:1].isupper():
        return low not in small("openers") | {"the"} and (at > 0 or low not in small("days"))
    if low in ("and", "&") and at > 0:
        return _heads(words[at - 1]) and _heads(words[at + 1])
    if low in ("of", "for") and at > 0:
        return words[at - 1][:1].isupper() and words[at + 1][:1].isupper()
    if low in _POSSESSIVE:
        return at > 0 and words[at - 1][:1].isupper()
    return _heads(word) or low in role_words()


def _heads(word: str) -> bool:
    """Whether a word can be the head of a role."""
    low = re.sub(r"^(?:then|ex|former|vice|co|deputy|acting|mid|sub)-", "", word.lower().strip("."))
    return stem(low) in nouns("en").roles or (low in titles() and low not in HONORIFICS)


def _head_stem(words: Sequence[str]) -> str:
    expand: dict[str, str] = table("en", "titles")["expand"]
    heads = [stem(w.strip(".")) for w in words if _heads(w)]
    return expand.get(heads[-1], heads[-1]) if heads else stem(words[-1])


def _body(words: Sequence[str]) -> str | None:
    """The capitalised words of a role that are no title: its body or place."""
    kept: list[str] = []
    for word in words:
        low = word.lower().strip(".")
        if (word[:1].isupper() and not _heads(word) and low not in role_words()) or (
            low in ("of", "for", "and") and kept
        ):
            kept.append(word)
        elif kept:
            break
    while kept and kept[-1].lower() in ("of", "for", "and"):
        kept.pop()
    name = " ".join(kept)
    countries: dict[str, str] = table("en", "titles")["demonyms"]
    return countries.get(name.lower(), name) or None


def _joined(words: Sequence[str]) -> str:
    return re.sub(r" (?='(?:s\b|\s|$)|,)", "", " ".join(words))


def _is_no_phrase(low: Sequence[str], first: int, core: int) -> bool:
    """Whether what follows a name is a clause: "X, where members …", "X joined as chairman"."""
    opens = low[first] in small("conjunctions") | small("prepositions") | {"then", "and", "also"}
    return opens or any(is_finite(low, i) and low[i] not in small("not_past") for i in range(first, core))


def _behind(sentence: Sentence, last: int) -> Role | None:
    words = [w.text for w in sentence.words]
    at = last + 1
    if at < len(words) and words[at] == ",":
        at += 1
        if at + 1 < len(words) and words[at].isdigit() and words[at + 1] == ",":
            at += 2
    elif at < len(words) and words[at] in ("(", "-", "–", "—"):
        at += 1
    else:
        return None
    end = at
    while end < len(words) and words[end] not in (",", ".", ";", ":", ")", "(", "-", "–", "—", '"', "“", "”"):
        if words[end].lower() in ("who", "which", "whose") or (
            words[end].lower() in verbs() and not _heads(words[end]) and end > at + 1
        ):
            break
        end += 1
    first = at
    if first < end and words[first].lower() in ("the", "a", "an", "its", "his", "her", "their", "one"):
        first += 1
    core = next(
        (i for i in range(first, end) if words[i].lower() in ("of", "for", "at", "in", "with", "on", "from")), end
    )
    if first >= core or not _heads(words[core - 1]) or _is_no_phrase([w.lower() for w in words], first, core):
        return None
    span = Span(sentence.words[first].span.start, sentence.words[end - 1].span.end)
    return Role(
        span,
        _joined(words[first:end]),
        _body(words[first:core]) or _body(words[core:end]),
        _head_stem(words[first:core]),
    )
