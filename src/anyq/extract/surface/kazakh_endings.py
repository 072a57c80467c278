"""Endings of Kazakh nouns: which case a word stands in, and the word without them.

Endings agree with what they follow: front with front vowels, and the first consonant with the last sound of the stem
(after a vowel, a voiced or a voiceless consonant, a nasal). That agreement keeps names whose last letters look like an
ending: "Сұлтан" is no ablative, because after "л" that is "-дан".
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from anyq.extract.surface.kazakh_lexicon import given_names, known, listed, stems_in_n

Case = Literal["nom", "gen", "dat", "acc", "loc", "abl", "ins", "attr"]

_VOWEL = "аәеёиоөуұүыіэюя"
_GLIDE = "иу"  # written as vowels, heard with a glide: "Нұрғалидың"
_NASAL = "мнң"
_VOICED = "бвгғджзйлрь"
_HISS = "жз"
_SONOR = "йлр"
_VOICELESS = "кқпстфхһцчшщ"
_BACK = frozenset("аоұыуёюя")
_FRONT = frozenset("әеөүіэ")
_LEAST_STEM = 2
_LEAST_NAME = 3  # "Ерден" is a name, not "from Ер"

# ending -> case, and what the stem may end in. Names in -ов, -ев, -б, -г, -д take the voiceless endings.
_RULES: tuple[tuple[Case, str, str], ...] = (
    ("gen", "н[ыі]ң", _VOWEL + _NASAL),
    ("gen", "д[ыі]ң", _VOICED + _GLIDE),
    ("gen", "т[ыі]ң", _VOICELESS + "бвгд"),
    ("attr", "ндағы|ндегі", "ыі"),
    ("attr", "дағы|дегі", _VOWEL + _VOICED + _NASAL),
    ("attr", "тағы|тегі", _VOICELESS + "бвгд"),
    ("ins", "мен", _VOWEL + _NASAL + _SONOR),
    ("ins", "бен", _HISS + "бвгд"),
    ("ins", "пен", _VOICELESS + "бвгд"),
    ("abl", "д[ае]н", _VOWEL + _VOICED),
    ("abl", "т[ае]н", _VOICELESS + "бвгд"),
    ("abl", "н[ае]н", _NASAL),
    ("abl", "н[ае]н", "ыі"),
    ("loc", "нд[ае]", "ыі"),
    ("loc", "д[ае]", _VOWEL + _VOICED + _NASAL),
    ("loc", "т[ае]", _VOICELESS + "бвгд"),
    ("dat", "н[ае]", "ыі"),
    ("dat", "ға|ге", _VOWEL + _VOICED + _NASAL),
    ("dat", "қа|ке", _VOICELESS + "бвгд"),
    ("acc", "н[ыі]", _VOWEL),
    ("acc", "д[ыі]", _VOICED + _NASAL + _GLIDE),
    ("acc", "т[ыі]", _VOICELESS + "бвгд"),
)
_ENDINGS = tuple((case, re.compile(f"(?P<stem>.*(?P<last>[{last}]))-?(?:{end})$")) for case, end, last in _RULES)
# foreign short forms take the ending after a hyphen: "АҚШ-тың", "VVS-ge"; any ending fits any letter there
_HYPHENED = re.compile(
    r"(?P<stem>.{2,})-(?P<end>[нтд][ыі]ң|[нтд]?[дт]?[ае]ғы|[дт]егі|[мбп]ен|[дтн][ае]н|н?[дт][ае]|[ғқ]а|[гк]е|н[ае]|[нтд][ыі]|ң)$"
)
# surnames that are old past tenses: "Сатыбалды", "Құдайберді"
_SURNAME_LIKE_VERB = re.compile(r"(?:балды|берді|берди|келді|келди|тұрды|болды|алды)$")
_OWNED = re.compile(r"(?P<stem>.+?)(?P<end>лары|лері|дары|дері|тары|тері|сы|сі|ы|і)$")
_PLURAL = re.compile(r"(?P<stem>.{2,})(?:л[ае]р|д[ае]р|т[ае]р)$")
_OWNED_ACC = re.compile(r"(?P<stem>.{3,}[ыі])н$")
_SOFTENED = {"г": "к", "ғ": "қ", "б": "п"}


@dataclass(frozen=True, slots=True)
class Form:
    """A word cut at its case ending: ``stem`` keeps plural and possessive."""

    stem: str
    case: Case


@lru_cache(maxsize=65536)
def case_of(form: str, *, name: bool = False) -> Form:
    """The case of a Cyrillic word in lower case; a ``name`` is not taken for a noun of the word lists."""
    if (not name and known(form)) or form in given_names():
        return Form(form, "nom")
    if not name and any(known(stem) for stem in _unowned(form)):
        return Form(form, "nom")  # "капитаны" is the captain of somebody, no accusative
    if not name and form[:-1] in stems_in_n() and form[-1] in "ыі":
        return Form(form, "nom")
    if name and _SURNAME_LIKE_VERB.search(form):
        return Form(form, "nom")
    hyphened = _HYPHENED.match(form)
    if hyphened:
        return Form(hyphened["stem"], _case_of_ending(hyphened["end"]))
    for case, pattern in _ENDINGS:
        m = pattern.match(form)
        least = _LEAST_NAME if name and case in ("abl", "loc", "ins") else _LEAST_STEM
        if m and len(m["stem"]) >= least and any(ch in _VOWEL for ch in m["stem"]) and _agrees(m["stem"], form):
            return Form(m["stem"], case)
    owned = _OWNED_ACC.match(form)
    if owned and not name and known(bare(owned["stem"])):
        return Form(owned["stem"], "acc")
    return Form(form, "nom")


def _case_of_ending(end: str) -> Case:
    if end.endswith("ң"):
        return "gen"
    if end.endswith(("ғы", "гі")):
        return "attr"
    if end.endswith("ен") and end[0] in "мбп":
        return "ins"
    if len(end) > 1 and end[-1] == "н":
        return "abl"
    if end[-1] in "ыі":
        return "acc"
    return "loc" if end[-2:-1] in ("д", "т") else "dat"


def _agrees(stem: str, form: str) -> bool:
    """False where the vowels of a stem forbid the ending; loans and -мен, -бен, -пен mix."""
    end = form[len(stem) :]
    if end.endswith("ен") and end[:1] in "мбп":
        return True
    last = next((ch for ch in reversed(stem) if ch in _BACK or ch in _FRONT), "")
    back_end = any(ch in "аы" for ch in end)
    # a stem whose last native vowel is front never takes a back ending in native words; "и" and "у" tell nothing
    return not (last in _FRONT and last in "өүі" and back_end)


@lru_cache(maxsize=65536)
def bare(form: str) -> str:
    """A noun without case, possessive and plural where what is left is in the word lists, else without case."""
    if known(form):
        return listed(form)
    cut = case_of(form).stem
    for stem in (form, cut):
        for candidate in _unowned(stem):
            if known(candidate):
                return listed(candidate)
    return cut


def _unowned(stem: str) -> list[str]:
    """What a word may be without possessive and plural, likeliest first."""
    found = [stem]
    owned = _OWNED.match(stem)
    if owned:
        for end in ("сы", "сі", "ы", "і"):
            if stem.endswith(end):
                rest = stem[: -len(end)]
                found += [rest, rest[:-1] + _SOFTENED.get(rest[-1:], rest[-1:])]
    for word in list(found):
        plural = _PLURAL.match(word)
        if plural:
            found.append(plural["stem"])
    return found


@lru_cache(maxsize=65536)
def is_owned(form: str) -> bool:
    """True for a noun of the word lists with the possessive of the third person: "министрі", "өкілдері"."""
    stem = case_of(form).stem if not known(form) else form
    return not known(stem) and bool(_OWNED.match(stem)) and known(bare(stem))


def is_plural(form: str) -> bool:
    """True for -лар and its kin, with or without a possessive and a case."""
    stem = case_of(form).stem
    return any(_PLURAL.match(s) and not known(s) for s in (stem, re.sub("[ыі]$", "", stem)))
