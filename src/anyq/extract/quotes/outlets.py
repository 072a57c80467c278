"""Names of media as data: which words of a text name one, under all their spellings."""

import re
from dataclasses import dataclass
from functools import cache

from anyq.languages import lines

_DOMAIN = re.compile(
    r"^[\w.-]+\.(ru|kz|com|net|org|info|news|io|ua|by|uz|kg|am|az|ge|tv|fm|me|su|рф|қаз)$", re.IGNORECASE
)
_MARKS = "«»„“”\"' "


@dataclass(frozen=True, slots=True)
class Outlet:
    """A medium under its usual name; ``agency`` where it is a news agency."""

    name: str
    agency: bool


@cache
def _known(lang: str) -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for row in lines(lang, "outlets"):
        agency = row.startswith("a ")
        names = [n.strip() for n in row.removeprefix("a ").split("|")]
        for name in names:
            found.setdefault(_key(name), Outlet(names[0], agency))
    return found


def _key(name: str) -> str:
    return re.sub(r"[«»„“”\"'\s]+", " ", name).strip().lower().replace("ё", "е")


def find_outlet(name: str, lang: str) -> Outlet | None:
    """The medium that ``name`` names: by the list of ``lang``, or because it is the address of a site."""
    known = _known(lang).get(_key(name))
    if known is None and _DOMAIN.match(name.strip(_MARKS)):
        return Outlet(name.strip(_MARKS), agency=False)
    return known


def same_outlet(one: str | None, other: str | None, lang: str) -> bool:
    """True if two names mean one medium."""
    if not one or not other:
        return False
    a, b = find_outlet(one, lang), find_outlet(other, lang)
    if a is not None and b is not None and a.name == b.name:
        return True
    short, long = sorted((_key(one), _key(other)), key=len)
    return bool(short) and (short == long or short in long.split() or long.startswith(short + "."))
