"""When two names of a speaker mean the same one: for the marked tests only, stricter than a reader."""

import re
from itertools import zip_longest

_KINDS = frozenset(
    ["агентство", "газета", "издание", "портал", "телеканал", "радио", "компания", "фирма", "журнал", "сайт"]
)


def _words(name: str) -> list[str]:
    return [w for w in re.findall(r"[\w]+", name.lower().replace("ё", "е").replace("‑", "-")) if w not in _KINDS]


def _like(one: str, other: str) -> bool:
    """Equal but for an ending of two letters: names come out in the nominative, bodies keep their genitives."""
    same = next((i for i, (a, b) in enumerate(zip_longest(one, other)) if a != b), len(one))
    return one == other or (same >= 4 and max(len(one), len(other)) - same <= 2)


def same_speaker(said: str, wanted: str, known: list[str]) -> bool:
    """True if ``said`` names whom ``wanted`` names.

    A person needs every word; a given name or a surname alone will do where only one of ``known`` bears it.
    A body may be named with more or fewer words of the same phrase.
    """
    s, w = _words(said), _words(wanted)
    if s == w:
        return True
    if ";" in wanted:
        return sorted(s) == sorted(w)
    short, long = sorted((s, w), key=len)
    if not short or not all(any(_like(a, b) for b in long) for a in short):
        return False
    if len(short) == 1 and short == s and wanted.istitle():
        return sum(short[0] in _words(k) for k in known) <= 1
    return len(short) > 1 or wanted.lower() == wanted or not wanted.istitle()
