"""Names of media as data: which words of a text name one, under all their spellings and in every case."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from anyq.extract.russian import analyzer
from anyq.languages import lines, table

_TLD = r"ru|kz|com|net|org|info|news|online|io|ua|by|uz|kg|am|az|ge|md|lv|lt|ee|pl|tv|fm|me|su|uk|de|рф|қаз|фм|ру|тв"
_DOMAIN = re.compile(rf"^(?:https?://)?(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)*\.(?:{_TLD}))/?$", re.IGNORECASE)
DOMAIN_INSIDE = re.compile(rf"(?<![\w@.-])(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:{_TLD})(?![\w-])", re.IGNORECASE)
MARKS = "«»„“”\"'`’ "
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_BUCKET = 3  # letters that no case changes
_ABBREVIATED = 5  # letters: "РБК", "ТАСС" have no cases
_MOST_WORDS = 4  # of a name that is declined; longer ones are written in marks and keep their nominative


@dataclass(frozen=True, slots=True)
class Outlet:
    """A medium under its usual name, and as it is ``spelled`` here, in the nominative.

    ``agency``: a news agency, which is told things to pass them on. ``everyday``: its name is also a common word or
    a place ("Время", "Москва"), so that it means the medium only in marks or after the word for its kind.
    """

    name: str
    spelled: str
    agency: bool = False
    everyday: bool = False


@cache
def _rows(lang: str) -> dict[str, list[tuple[str, Outlet]]]:
    """Every spelling of the list with its medium, by its first letters."""
    found: dict[str, list[tuple[str, Outlet]]] = {}
    for row in lines(lang, "outlets"):
        flags, _, rest = row.partition(" ") if re.match(r"(?:a|w|aw) ", row) else ("", "", row)
        names = [n.strip() for n in rest.split("|")]
        for name in names:
            everyday = "w" in flags and (name == names[0] or re.fullmatch(r"[А-ЯЁа-яё-]+", name) is not None)
            outlet = Outlet(names[0], name, "a" in flags, everyday)
            found.setdefault(_key(name)[:_BUCKET], []).append((name, outlet))
    return found


@cache
def _bucket(lang: str, letters: str) -> dict[str, Outlet]:
    """The media whose name begins with ``letters``, by every spelling in every case; declined only when asked for."""
    found: dict[str, Outlet] = {}
    declined: dict[str, Outlet] = {}
    for name, outlet in _rows(lang).get(letters, ()):
        found.setdefault(_key(name), outlet)
        for form in _forms(name):
            declined.setdefault(_key(form), outlet)
    return declined | found


def _listed(name: str, lang: str) -> Outlet | None:
    word = _key(name)
    return _bucket(lang, word[:_BUCKET]).get(word)


def _forms(name: str) -> Iterator[str]:
    """A Cyrillic name in every case: its first noun, what agrees with it and what "и" adds, genitives untouched."""
    words = re.sub(f"[{MARKS.strip()}]", "", name).split()
    if not 1 <= len(words) <= _MOST_WORDS or not re.match(r"[А-ЯЁа-яё-]+$", words[0]):
        return
    head = next((n for n, word in enumerate(words) if _noun(word) is not None), None)
    noun = _noun(words[head]) if head is not None else None
    if head is None or noun is None or (words[head].isupper() and len(words[head]) <= _ABBREVIATED):
        return
    number = "plur" if "plur" in noun.tag else "sing"
    heads = [*range(head + 1), *(n for n in range(head + 1, len(words)) if words[n - 1] == "и")]
    for case in _CASES:
        wanted = {case, number} if number == "plur" else {case, number, str(noun.tag.gender or "masc")}
        yield " ".join(_agreeing(w, wanted, case, number) if n in heads else w for n, w in enumerate(words))


def _noun(word: str) -> Any:
    """The reading of ``word`` as a noun in the nominative, if that is what it most likely is."""
    readings = [r for r in analyzer().parse(word) if "nomn" in r.tag]
    return readings[0] if readings and "NOUN" in readings[0].tag else None


def _agreeing(word: str, wanted: set[str], case: str, number: str) -> str:
    for reading in analyzer().parse(word):
        if "nomn" not in reading.tag or not ({"ADJF", "NOUN", "PRTF"} & {str(reading.tag.POS)}):
            continue
        form = reading.inflect(wanted if reading.tag.POS != "NOUN" else {case, number})
        if form:
            return str(form.word)
    return word


def _key(name: str) -> str:
    return re.sub(r"[«»„“”\"'`\s]+", " ", name).strip().lower().replace("ё", "е")


def find_outlet(name: str, lang: str, *, titled: bool = False) -> Outlet | None:
    """The medium that ``name`` names in any case: by the list of ``lang``, or because it is the address of a site.

    ``titled``: the name stands after the word for a medium, so it may be a common word too.
    """
    if re.match(r"[а-яё]", name.strip(MARKS)):
        return None  # "политики" are no newspaper
    known = _listed(name, lang)
    if known is not None:
        bare = name.strip()[:1] not in MARKS.strip()
        address = "." in name.strip(MARKS)
        if known.everyday and bare and not titled and not address:
            return None
        written = name.strip(MARKS)
        return replace(known, spelled=written) if address and _key(written) == _key(known.spelled) else known
    site = _DOMAIN.match(name.strip(MARKS))
    if site is None:
        return None
    return _listed(site["host"], lang) or Outlet(site["host"], site["host"])


def same_outlet(one: str | None, other: str | None, lang: str) -> bool:
    """True if two names mean one medium."""
    if not one or not other:
        return False
    a, b = find_outlet(one, lang, titled=True), find_outlet(other, lang, titled=True)
    if a is not None and b is not None and a.name == b.name:
        return True
    short, long = sorted((_bare(one, lang), _bare(other, lang)), key=len)
    return bool(short) and (short == long or long.startswith(short + "."))


def _bare(name: str, lang: str) -> str:
    """The key of a name without the words for its kind in front: «газета «Заря»» as «заря»."""
    kinds = {
        w for group in ("press", "air", "net", "short") for w in str(table(lang, "citing")["media"][group]).split()
    }
    words = _key(name).split()
    while len(words) > 1 and words[0] in kinds:
        words = words[1:]
    return " ".join(words)


def names_outlet(source: str, outlet: str, lang: str) -> bool:
    """True if ``outlet`` is one of the names inside ``source``: «собеседник «Зари» в акимате»."""
    marked = re.findall(r"«([^«»]+)»", source)
    if marked:
        return any(same_outlet(name, outlet, lang) for name in marked)
    return re.search(rf"(?<!\w){re.escape(_key(outlet))}(?!\w)", _key(source)) is not None


def fitting(word: str, names: Sequence[str], lang: str) -> list[str]:
    """Those of ``names``, each once, that ``word`` may stand for: a paper is no «агентство», an agency no «газета»."""
    agencies = set(str(table(lang, "citing")["media"]["agencies"]).split())
    printed = set(str(table(lang, "citing")["media"]["no_agencies"]).split())
    if word not in agencies | printed:
        return list(dict.fromkeys(names))
    found = ((n, find_outlet(n, lang, titled=True)) for n in dict.fromkeys(names))
    return [n for n, outlet in found if outlet is None or outlet.agency == (word in agencies)]
