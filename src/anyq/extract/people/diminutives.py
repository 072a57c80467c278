"""Short forms of given names: which full names "Юля" or "Лёша" may stand for."""

from functools import cache

from anyq.languages import lines


@cache
def _diminutives() -> dict[str, frozenset[str]]:
    """Short form -> the full given names that it may stand for."""
    found: dict[str, set[str]] = {}
    for row in lines("ru", "diminutives"):
        full, _, short = row.partition(":")
        for name in short.split():
            found.setdefault(name, set()).add(full)
    return {short: frozenset(full) for short, full in found.items()}


def is_diminutive(name: str | None) -> bool:
    """True for a short form of a given name ("Лёша"), nominative."""
    return (name or "").lower().replace("ё", "е") in _diminutives()


def same_given(one: str, other: str) -> bool:
    """True if two given names, nominative, are one or the short form of one ("Юля" and "Юлия")."""
    a, b = (n.lower().replace("ё", "е") for n in (one, other))
    return a == b or a in _diminutives().get(b, ()) or b in _diminutives().get(a, ())
