"""When two names of a speaker mean the same one: for the marked tests only, stricter than a reader."""

import re
from itertools import zip_longest

_KINDS = frozenset(
    ["агентство", "газета", "издание", "портал", "телеканал", "радио", "компания", "фирма", "журнал", "сайт"]
)

_ADJECTIVES = ("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие")  # "благотворительный фонд «Росток»"


def _words(name: str) -> list[str]:
    return [w for w in re.findall(r"[\w]+", name.lower().replace("ё", "е").replace("‑", "-")) if w not in _KINDS]


def _like(one: str, other: str) -> bool:
    """Equal but for an ending of two letters: names come out in the nominative, bodies keep their genitives."""
    same = next((i for i, (a, b) in enumerate(zip_longest(one, other)) if a != b), len(one))
    return one == other or (same >= 4 and max(len(one), len(other)) - same <= 2)


def same_speaker(said: str, wanted: str, known: list[str]) -> bool:
    """True if ``said`` names whom ``wanted`` names.

    A person needs every word as it is; a name of one word will do where only one of ``known`` bears it.
    A body or a role may have more or fewer words of the same phrase, but never its head alone: "банк" is no
    "банк «Керуен»".
    """
    s, w = _words(said), _words(wanted)
    if s == w:
        return True
    if ";" in wanted:
        return sorted(s) == sorted(w)
    short, long = sorted((s, w), key=len)
    if not short:
        return False
    if len(short) == 1:
        proper = any(part[:1].isupper() and _words(part) == short for part in wanted.split())
        return proper and short[0] in long and sum(short[0] in _words(k) for k in known) <= 1
    if wanted.istitle():
        return all(a in long for a in short)
    told = long[1:] if long[0].endswith(_ADJECTIVES) and not short[0].endswith(_ADJECTIVES) else long
    return _like(short[0], told[0]) and all(any(_like(a, b) for b in long) for a in short)
