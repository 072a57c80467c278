"""What an English noun phrase is by its head: "a spokesman for the ministry" is a role, "the ministry" a body."""

import re
from collections.abc import Sequence
from functools import cache

from anyq.extract.surface.english_words import small
from anyq.extract.surface.nouns import nouns

_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "spokesmen": "spokesman",
    "spokeswomen": "spokeswoman", "police": "police", "firemen": "fireman", "chairmen": "chairman",
    "businessmen": "businessman", "fishermen": "fisherman", "congressmen": "congressman", "policemen": "policeman",
    "media": "media", "data": "data", "wives": "wife", "premises": "premises", "news": "news", "analyses": "analysis",
    "crew": "crew", "staff": "staff",
}  # fmt: skip
_PLURAL_FORMS = frozenset(k for k, v in _IRREGULAR.items() if k != v) | {"police", "staff", "crew"}
# "half of the pupils": the head stands behind "of"
_AMOUNTS = frozenset({
    "cent", "percent", "%", "half", "most", "many", "some", "one", "several", "all", "number", "majority", "third",
    "thirds", "quarter", "quarters", "dozens", "hundreds", "thousands", "group", "couple", "handful", "lot", "few",
    "both", "two", "three", "four", "five", "none", "each", "pair", "any", "minority", "proportion",
})  # fmt: skip
_HEAD_ENDS = frozenset({"who", "which", "that", "close", "familiar", "named", "called", "based", ","}) | {"'"}

_MOST_MODIFIERS = 3
# "the same ministry" is described by other words than these
_TELLING_NOTHING = frozenset({
    "same", "other", "whole", "entire", "very", "first", "second", "last", "next", "only", "new", "old", "former",
    "current", "previous", "latter", "two", "three", "big", "small", "largest", "main", "said", "own",
    "powerful", "embattled", "troubled", "ailing", "famous", "prestigious", "tiny", "huge",
})  # fmt: skip


@cache
def stem(word: str) -> str:
    """Lower case, no possessive, no plural, no Arabic article; nothing for "'s"."""
    low = re.sub(r"^(?:al|el)-(?=\w)", "", re.sub(r"'s?$", "", word.lower()))
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("ies") and len(low) > 4:
        return f"{low[:-3]}y"
    if low.endswith(("sses", "shes", "ches", "xes")):
        return low[:-2]
    return low[:-1] if len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")) else low


def is_plural(word: str) -> bool:
    """Whether a noun stands for more than one."""
    low = word.lower()
    return low in _PLURAL_FORMS or (stem(low) != low and not low.endswith(("'s", "'")))


def head(words: Sequence[str]) -> list[str]:
    """The words of a phrase up to its head: before "of", "for", "in" behind a common noun.

    Of "half of the pupils" the head is "pupils".
    """
    start = 1
    if "of" in words[1:6] and words[list(words).index("of") - 1].lower() in _AMOUNTS:
        start = list(words).index("of") + 1
    for at in range(start + (start > 1), len(words)):
        low = words[at].lower()
        if low == "'" and words[at - 1].endswith("s") and at + 1 < len(words):
            continue  # "Torres' mother"
        if low in _HEAD_ENDS:
            return list(words[:at])
        if low in small("prepositions") and not _in_name(words, at):
            return list(words[:at])
    return list(words)


def _in_name(words: Sequence[str], at: int) -> bool:
    """Whether a preposition joins a name: "Department of Health", "University of Leeds researchers"."""
    if words[at].lower() not in ("of", "for", "and", "on"):
        return False
    after = next((w for w in words[at + 1 :] if w.lower() not in ("the", "and")), "")
    return words[at - 1][:1].isupper() and after[:1].isupper()


def modifiers(words: Sequence[str], at: int) -> int:
    """The first word between "the" and the noun at ``at`` that tells which one is meant; ``at`` if none does."""
    first = at
    while first > 0 and words[first - 1][:1].isalpha() and words[first - 1].lower() not in small("determiners"):
        first -= 1
    inside = [w.lower() for w in words[first:at]]
    plain = first > 0 and words[first - 1].lower() == "the" and len(inside) <= _MOST_MODIFIERS
    telling = any(w not in _TELLING_NOTHING for w in inside)
    joined = any(w in small("prepositions") | small("conjunctions") | {"and", "or"} for w in inside)
    return first if plain and telling and not joined else at


def kind_of(words: Sequence[str]) -> str | None:
    """The list of nouns.toml that the head of a phrase stands in; None if in none."""
    core = [w for w in head(words) if stem(w)]
    if not core:
        return None
    lists = nouns("en")
    plural = is_plural(core[-1]) and core[-1][:1].islower()
    kind = lists.of([stem(core[-1])]) or lists.of(stem(w) for w in reversed(core) if w[:1].isupper())
    if plural and stem(core[-1]) in lists.groups:
        return "groups"
    if plural and kind == "roles":
        return "groups"
    if stem(core[-1]) in ("police", "fire", "authority") or (plural and kind == "bodies"):
        return "bodies" if stem(core[-1]) == "police" else "groups"
    return kind
