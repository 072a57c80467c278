"""The words of one name -> given name, patronymic, surname, gender and case: all readings, best first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from anyq.extract.parse import Word
from anyq.extract.people.figure import Gender
from anyq.extract.people.naming import (
    ALL,
    Form,
    asian_family,
    given_forms,
    is_latin,
    is_particle,
    known_given,
    known_patronymic,
    known_surname,
    patronymic_forms,
    surname_forms,
)
from anyq.extract.people.words import listed

MAX_READINGS = 24
KINDRED = frozenset(("оглы", "кызы", "улы", "уулу", "угли", "қызы", "ұлы", "оглу", "кизи"))
# how much a reading loses when it contradicts the tagger or the verb; found on the development texts
_WRONG_CASE, _WRONG_GENDER, _WRONG_VERB, _WRONG_GOVERNMENT = 0.4, 0.55, 0.12, 0.12
_MAX_ASIAN = 4  # "Нгуен Тхи Минь Кхай"
_SYLLABLE = r"(?:чж|цз|дж|тх|кх|нг|чх|пх|хв|кв|[бвгджзйклмнпрстфхцчшщ])?ь?[аеёиоуыэюя]{1,3}(?:нь|ль|нг|[нйрмклпт])?"
# one or two romanised syllables a word ("Сяо", "Сяопин"), and the ending of a case after them
_SYLLABLES = re.compile(rf"(?:{_SYLLABLE}){{1,2}}", re.IGNORECASE)
_DECLINED = re.compile(rf"(?:{_SYLLABLE}){{1,2}}(?:а|у|е|я|ю|[оеё]м)?", re.IGNORECASE)
_FATHERS = frozenset(("бин", "бен", "ибн", "бинт", "bin", "ben", "ibn", "bint"))
_CHILD: dict[str, Gender] = {"бинт": "Fem", "бин": "Masc"}
_SURNAME_ENDINGS = tuple(
    "ов ев ёв ин ын ский цкий ова ева ёва ина ына ская цкая енко швили дзе ян".split()  # noqa: SIM905 - a word list
)


@lru_cache(maxsize=16384)
def folded(name: str | None) -> str:
    """A part of a name for comparison: lower case, е for ё."""
    return (name or "").lower().replace("ё", "е")


@dataclass(frozen=True, slots=True)
class Naming:
    """One way to read a written name. Parts are nominative; ``case`` is UD, None where any is possible."""

    given: str | None
    patronymic: str | None
    surname: str | None
    gender: Gender | None
    cases: frozenset[str]
    score: float
    surname_first: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """What two readings must share to be one person's name."""
        return (folded(self.given), folded(self.patronymic), folded(self.surname))

    @property
    def full(self) -> str:
        """Given name, patronymic, surname; East Asian names keep their order."""
        if self.surname_first:
            return f"{self.surname} {self.given}"
        parts = (self.given, self.patronymic, self.surname)
        return " ".join(p for p in parts if p)


@dataclass(frozen=True, slots=True)
class _Slots:
    given: tuple[Word, ...] = ()
    patronymic: tuple[Word, ...] = ()
    surname: tuple[Word, ...] = ()
    weight: float = 1.0
    surname_first: bool = False


def readings(
    words: Sequence[Word], verb_gender: Gender | None = None, expected: frozenset[str] = ALL
) -> tuple[Naming, ...]:
    """The readings of the words of one name, best first.

    ``verb_gender`` is that of a past verb the name is subject of, ``expected`` the cases that the word before allows.
    """
    units = _units(words)
    found: dict[tuple[tuple[str, str, str], Gender | None], Naming] = {}
    for slots in _slots(units):
        for naming in _combine(slots):
            score = naming.score * _agreement(naming, units, verb_gender, expected)
            if not naming.cases & expected:
                score *= _WRONG_GOVERNMENT
            key = (naming.key, naming.gender)
            if key not in found or found[key].score < score:
                found[key] = replace(naming, score=score)
    return tuple(sorted(found.values(), key=lambda n: -n.score)[:MAX_READINGS])


def _units(words: Sequence[Word]) -> list[Word]:
    """The words with the stop of an initial joined to it, and "О", "'", "Нил" made one."""
    units: list[Word] = []
    joins = bracketed = False
    for written in words:
        bracketed = written.text == "(" or (bracketed and written.text != ")")
        if bracketed or written.text == ")":
            continue  # "Арсен (Арсений) Сергеевич"
        word = replace(written, text=written.text.replace("\u0301", "")) if "\u0301" in written.text else written
        last = units[-1].text if units else ""
        if word.text == "." and is_initial(last):
            units[-1] = replace(units[-1], text=last + ".")
        elif joins:
            units[-1] = replace(word, text=f"{last}'{word.text}")
        elif is_initial(word.text) and last.endswith("."):
            units.append(replace(word, text=word.text + "."))  # "Лужин И. Ф" before the stop of the sentence
        elif word.text not in (".", "'"):
            units.append(word)
        joins = word.text == "'" and bool(units)
    return units


def is_initial(text: str) -> bool:
    """True for one capital letter, or "Дж", "Ю", standing for a given name."""
    return len(text) <= 2 and text[:1].isupper() and text[:1].isalpha() and (len(text) == 1 or text[1:].islower())


def looks_like_surname(text: str) -> bool:
    """True if the ending is one that almost only surnames have, in any case."""
    return any(
        f.trust >= 0.9 and f.nominative.lower().endswith(_SURNAME_ENDINGS) and f.gender for f in surname_forms(text)
    )


def _slots(units: Sequence[Word]) -> Iterator[_Slots]:
    initials = [w for w in units if w.text.endswith(".")]
    full = [w for w in units if not w.text.endswith(".")]
    if initials and full:
        yield from _with_initials(units, initials, full)
    elif len(units) == 1:
        yield _Slots(surname=(units[0],), weight=0.8)
        if known_given(units[0].text):
            yield _Slots(given=(units[0],), weight=0.6 if looks_like_surname(units[0].text) else 0.95)
    elif _surname_alone(units):
        yield _Slots(surname=tuple(units))
    elif _is_asian(units):
        yield _Slots(given=tuple(units[1:]), surname=(units[0],), weight=1.5, surname_first=True)
        if len(units) == 2:
            yield from _two(units[0], units[1])
    elif len(units) == 2:
        yield from _two(units[0], units[1])
    elif len(units) >= 3:
        yield from _many(units)


def _surname_alone(units: Sequence[Word]) -> bool:
    """True for a surname that its particle begins: "Аль Тани", "ван дер Хорст"; "Бен Аффлек" has a given name."""
    first = units[0].text
    nominative = any(f.nominative.lower() == first.lower() for f in known_given(first))
    if not is_particle(first) or (first[:1].isupper() and (nominative or _is_asian(units))):
        return False
    return not any(known_patronymic(u.text) for u in units[1:])


def _is_asian(units: Sequence[Word]) -> bool:
    """True for a Chinese, Korean or Vietnamese name: a family name of the list, then short syllables."""
    first, rest = units[0].text, units[1:]
    known = folded(first) in listed("asian_surnames") or (len(rest) > 1 and asian_family(first))
    if not known or not first[:1].isupper() or len(units) > _MAX_ASIAN:
        return False
    if any(not _DECLINED.fullmatch(u.text) for u in rest):
        return False
    return len(rest) > 1 or not (known_given(rest[0].text) or looks_like_surname(rest[0].text))


def _with_initials(units: Sequence[Word], initials: list[Word], full: list[Word]) -> Iterator[_Slots]:
    between = len(full) == 2 and units[0] is full[0] and units[-1] is full[1]
    if between or (len(full) >= 2 and known_given(full[0].text) and units[0] is full[0]):
        yield _Slots((full[0],), tuple(initials), tuple(full[1:]))  # "Джордж У. Стоун"
    elif len(full) == 1 and units[0] is full[0] and known_given(full[0].text) and not known_surname(full[0].text):
        yield _Slots((full[0],), (), tuple(initials))  # "Арина К."
    else:
        yield _Slots(tuple(initials), (), tuple(full))


def _two(a: Word, b: Word) -> Iterator[_Slots]:
    known_a, known_b = bool(known_given(a.text)), bool(known_given(b.text))
    swapped = known_b and not known_a and (looks_like_surname(a.text) or known_surname(a.text))
    patronymic = known_a and known_patronymic(b.text)
    yield _Slots((a,), (), (b,), 0.5 if swapped or patronymic else 1.0)
    if known_b and not known_a:
        yield _Slots((b,), (), (a,), 1.0 if swapped else 0.3)
    if known_a and patronymic_forms(b.text):
        yield _Slots((a,), (b,), (), 0.9)


def _many(units: Sequence[Word]) -> Iterator[_Slots]:
    a, b, c = units[0], units[1], units[2]
    for n, unit in enumerate(units):
        if n >= 2 and unit.text.lower() in KINDRED:
            # "Вагиф Мамед оглы Гасанов", "Гасанов Вагиф Мамед оглы"
            before, after = units[: n - 1], units[n + 1 :]
            if after or len(before) == 1:
                yield _Slots((before[0],), (units[n - 1], unit), (*before[1:], *after))
            else:
                yield _Slots((before[-1],), (units[n - 1], unit), tuple(before[:-1]))
            return
    if patronymic_forms(b.text) and (known_given(a.text) or not patronymic_forms(c.text)):
        yield _Slots((a,), (b,), tuple(units[2:]), 1.0)
    if len(units) == 3 and patronymic_forms(c.text):
        yield _Slots((b,), (c,), (a,), 1.0 if known_given(b.text) or looks_like_surname(a.text) else 0.4)
    second_given = known_given(b.text) and not looks_like_surname(b.text) and not is_particle(b.text)
    yield _Slots((a, b), (), tuple(units[2:]), 0.8 if second_given else 0.2)
    yield _Slots((a,), (), tuple(units[1:]), 0.5 if second_given else 0.8)


def _combine(slots: _Slots) -> Iterator[Naming]:
    for g in _asian(slots.given) if slots.surname_first else _part(slots.given, "given"):
        for p in _part(slots.patronymic, "patronymic"):
            for s in asian_family(slots.surname[0].text) if slots.surname_first else _part(slots.surname, "surname"):
                parts = [f for f in (g, p, s) if f]
                genders = {f.gender for f in parts if f.gender}
                cases = frozenset.intersection(*(f.cases for f in parts))
                if len(genders) > 1 or not cases:
                    continue
                score = slots.weight
                for form in parts:
                    score *= form.trust
                gender = next(iter(genders), None)
                given, patronymic, surname = (f.nominative if f else None for f in (g, p, s))
                yield Naming(given, patronymic, surname, gender, cases, score, slots.surname_first)


def _part(words: tuple[Word, ...], kind: str) -> Sequence[Form | None]:
    if not words:
        return (None,)
    if all(w.text.endswith(".") for w in words):
        return (Form(" ".join(w.text for w in words), None, ALL, 1.0),)
    by_kind = {"given": given_forms, "patronymic": patronymic_forms, "surname": surname_forms}[kind]
    if kind == "patronymic" and len(words) == 2:
        tail = patronymic_forms(words[1].text)[0]
        return (Form(f"{words[0].text} {words[1].text}", tail.gender, ALL, 1.0),)
    if kind == "given" and len(words) == 2:
        first = given_forms(words[0].text)
        return [
            Form(f"{a.nominative} {b.nominative}", a.gender or b.gender, a.cases & b.cases, a.trust * b.trust)
            for a in first
            for b in given_forms(words[1].text)
            if a.cases & b.cases and (a.gender == b.gender or None in (a.gender, b.gender))
        ] or [Form(f"{words[0].text} {words[1].text}", None, ALL, 0.2)]
    return by_kind(words[-1].text) if len(words) == 1 else _long(words)


def _asian(words: tuple[Word, ...]) -> Sequence[Form]:
    """Readings of an Asian personal name: two syllables a word at most, what is more is the ending of a case."""
    return [
        f if all(_SYLLABLES.fullmatch(w) for w in f.nominative.split()) else replace(f, trust=f.trust * 0.2)
        for f in _part(words, "surname")
        if f
    ]


def _long(words: tuple[Word, ...]) -> list[Form]:
    """A name of several words, all but the particles in one case: "Говарда Уинтерса", "бин Рашида аль Нуми"."""
    found = [Form("", None, ALL, 1.0)]
    for n, word in enumerate(words):
        last = words[n - 1].text.lower() if n else ""
        found = [
            Form(f"{a.nominative} {b.nominative}".strip(), a.gender or b.gender, a.cases & b.cases, a.trust * b.trust)
            for a in found
            for b in _inner(word.text, last, ends=n == len(words) - 1)
            if a.cases & b.cases and (a.gender == b.gender or None in (a.gender, b.gender))
        ]
        found = sorted(found, key=lambda f: -f.trust)[:MAX_READINGS]
    return found


def _inner(text: str, last: str, *, ends: bool) -> list[Form]:
    """Readings of one word of a long name; a father's name says nothing of who bears it."""
    if is_particle(text) or is_latin(text):
        return [Form(text, _CHILD.get(text), ALL, 1.0)]
    as_it_is = Form(text, None, ALL, 0.25)
    if last in _FATHERS:
        fathers = [Form(f.nominative, None, f.cases, f.trust) for f in given_forms(text) if f.gender != "Fem"]
        return [*fathers, replace(as_it_is, trust=0.6)]
    return [*surname_forms(text), *(() if ends else (as_it_is,))]


def _agreement(naming: Naming, units: Sequence[Word], verb_gender: Gender | None, expected: frozenset[str]) -> float:
    score = 1.0
    cases = naming.cases | ({"Acc", "Gen"} if naming.cases & {"Acc", "Gen"} and naming.gender != "Fem" else set())
    for word in units:
        tagged = word.feats.get("Case")
        if tagged in expected and tagged not in cases:  # a tag against the word before is an error of the tagger
            score *= _WRONG_CASE
        gender = word.feats.get("Gender")
        if gender and naming.gender and gender != naming.gender:
            score *= _WRONG_GENDER
    if verb_gender and naming.gender and verb_gender != naming.gender:
        score *= _WRONG_VERB
    if verb_gender and "Nom" not in naming.cases:
        score *= _WRONG_VERB
    return score
