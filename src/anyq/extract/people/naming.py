"""Forms of personal names: which nominative, gender and cases a written form may have. No text is read here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import zip_longest
from typing import Literal

from anyq.extract.people.dictionary import in_dictionary, readings_of
from anyq.extract.people.figure import Gender
from anyq.languages import lines

Case = Literal["Nom", "Gen", "Dat", "Acc", "Ins", "Loc"]
ALL: frozenset[str] = frozenset(("Nom", "Gen", "Dat", "Acc", "Ins", "Loc"))
_PYMORPHY_CASE = {
    "nomn": "Nom", "gent": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins", "loct": "Loc",
    "gen1": "Gen", "gen2": "Gen", "acc2": "Acc", "loc1": "Loc", "loc2": "Loc", "voct": "Nom",
}  # fmt: skip
_VOWELS = "аеёиоуыэюяәіөүұ"
_HUSH = "жшчщц"
_ALL_CASES = 6
_RARE = 0.4  # the trust of a reading beside a far more usual one
# Kazakh letters, and what a Russian text has in their place: a list need not hold a name in both spellings
_KAZAKH = str.maketrans("әғқңөұүһі", "агкноуухи")


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a written name: its nominative (capitals as written), gender (None: either), cases, trust 0..1."""

    nominative: str
    gender: Gender | None
    cases: frozenset[str]
    trust: float


def is_latin(text: str) -> bool:
    """True for a word in Latin letters, with accents or without ("Rodríguez"); no sign of Cyrillic or of nothing."""
    return any(c.isalpha() for c in text) and all(c < "\u0250" or not c.isalpha() for c in text)


@lru_cache(maxsize=16384)
def is_particle(text: str) -> bool:
    """True for a small word inside foreign names ("аль", "ван", "de"), whatever its capitals."""
    return text.lower() in _particles()


@cache
def _particles() -> frozenset[str]:
    return frozenset(w for row in lines("ru", "surname_particles") for w in row.split())


def has_particle(text: str) -> bool:
    """True for a name with its particle joined by a hyphen ("аль-Харрази")."""
    first, _, rest = text.partition("-")
    return bool(rest) and rest[:1].isupper() and is_particle(first)


def _as_written(nominative: str, written: str) -> str:
    """``nominative`` with the capitals and the ё of ``written`` (after each hyphen too)."""
    low = written.lower()
    if "ё" not in low:
        nominative = nominative.replace("ё", "е")
    elif "ё" not in nominative:
        nominative = "".join("ё" if w == "ё" and n == "е" else n for n, w in zip_longest(nominative, low) if n)
    if written.isupper() and len(written) > 2:
        return "-".join(p.capitalize() for p in nominative.split("-"))
    if "'" in written and "'" in nominative:
        return "'".join(_as_written(n, w) for n, w in zip(nominative.split("'"), written.split("'"), strict=False))
    parts, shown = nominative.split("-"), written.split("-")
    if len(parts) != len(shown):
        return nominative.capitalize()
    return "-".join(p[:1].upper() + p[1:] if s[:1].isupper() else p for p, s in zip(parts, shown, strict=True))


def _declined(name: str, gender: Gender) -> Iterator[tuple[str, str]]:
    """(form, case) of a given name that no dictionary has, by its ending."""
    yield name, "Nom"
    stem, last = name[:-1], name[-1]
    if last == "а":
        soft = "и" if stem[-1:] in "гкх" + _HUSH else "ы"
        yield from ((stem + soft, "Gen"), (stem + "е", "Dat"), (stem + "у", "Acc"), (stem + "ой", "Ins"),
                    (stem + "ей", "Ins"), (stem + "е", "Loc"))  # fmt: skip
    elif last == "я":
        ending = "и" if stem[-1:] == "и" else "е"
        yield from ((stem + "и", "Gen"), (stem + ending, "Dat"), (stem + "ю", "Acc"), (stem + "ей", "Ins"),
                    (stem + ending, "Loc"))  # fmt: skip
    elif last == "ь" and gender == "Fem":
        yield from ((stem + "и", "Gen"), (stem + "и", "Dat"), (name, "Acc"), (name + "ю", "Ins"), (stem + "и", "Loc"))
        for case in ALL:  # "книга Асель Омаровой": many leave it unchanged
            yield name, case
    elif last in "йь" and gender == "Masc":
        ending = "и" if stem[-1:] == "и" else "е"
        yield from ((stem + "я", "Gen"), (stem + "я", "Acc"), (stem + "ю", "Dat"), (stem + "ем", "Ins"),
                    (stem + ending, "Loc"))  # fmt: skip
    elif last not in _VOWELS and gender == "Masc":
        ins = "ем" if last in _HUSH else "ом"
        yield from ((name + "а", "Gen"), (name + "а", "Acc"), (name + "у", "Dat"), (name + ins, "Ins"),
                    (name + "е", "Loc"))  # fmt: skip
    else:
        for case in ALL:
            yield name, case


@cache
def _listed() -> dict[str, tuple[tuple[str, Gender, frozenset[str]], ...]]:
    """Written form (lower case) -> nominatives of our own lists of given names."""
    found: dict[str, dict[tuple[str, Gender], set[str]]] = {}
    lists: tuple[tuple[str, Gender], ...] = (("given_names_masc", "Masc"), ("given_names_fem", "Fem"))
    for file, gender in lists:
        for row in lines("ru", file):
            for name in row.split():
                for form, case in _declined(name, gender):
                    found.setdefault(form, {}).setdefault((name, gender), set()).add(case)
    return {form: tuple((n, g, frozenset(c)) for (n, g), c in found[form].items()) for form in found}


def _tagged(word: str, gram: str) -> Iterator[Form]:
    """Readings that the dictionary marks ``gram`` (Name, Patr, Surn), singular."""
    by: dict[tuple[str, Gender | None], set[str]] = {}
    for reading in readings_of(word):
        tag = reading.tag
        if gram not in tag or "plur" in tag or not in_dictionary(reading):
            continue
        gender: Gender | None = "Masc" if "masc" in tag else "Fem" if "femn" in tag else None
        if gram == "Name":
            nominative = reading.normal_form
        else:
            form = reading.inflect({"nomn", "sing"} | ({str(tag.gender)} if gender else set()))
            nominative = form.word if form else reading.normal_form
        by.setdefault((nominative, gender), set()).add(_PYMORPHY_CASE.get(str(tag.case), "Nom"))
    for (nominative, gender), cases in by.items():
        yield Form(_as_written(nominative, word), gender, frozenset(cases), 1.0)


@lru_cache(maxsize=16384)
def known_given(word: str) -> tuple[Form, ...]:
    """Readings of ``word`` as a given name that a list or the dictionary has; empty if none does."""
    low = word.lower().replace("ё", "е")
    forms = [Form(_as_written(n, word), g, c, 1.0) for n, g, c in _listed().get(low, ())]
    have = {(f.nominative.lower(), f.gender) for f in forms}
    forms += [f for f in _tagged(word.lower() if word.isupper() else word, "Name")
              if (f.nominative.lower(), f.gender) not in have]  # fmt: skip
    plain = low.translate(_KAZAKH)
    if not forms and plain != low:  # "Серікке" keeps its own letters where the reading has the same
        forms = [replace(f, nominative=_with_letters_of(word, f.nominative)) for f in known_given(plain.capitalize())]
    if not forms and "-" in word:
        first, _, last = word.rpartition("-")
        forms = [Form(f"{_joined(first)}-{f.nominative}", f.gender, f.cases, 0.9) for f in known_given(last)]
    return tuple(replace(f, trust=_RARE) if _rarer(f, forms, low) else f for f in forms)


def _rarer(form: Form, forms: Sequence[Form], low: str) -> bool:
    """True for the "Марине" that no case changes, beside the dative of "Марина", which is met far more often."""
    fixed = form.nominative.lower() == low and len(form.cases) == _ALL_CASES
    return fixed and any(f.gender == form.gender and f.nominative.lower() != low and "Dat" in f.cases for f in forms)


_FAMILY_ENDINGS = {"": " ".join(sorted(ALL)), "а": "Gen Acc", "у": "Dat", "ом": "Ins", "ем": "Ins", "е": "Loc"}


@lru_cache(maxsize=16384)
def asian_family(word: str) -> tuple[Form, ...]:
    """Readings of ``word`` as a Chinese, Korean or Vietnamese family name of the list, in any case ("Хвана")."""
    low, known = word.lower().replace("ё", "е"), _asian_surnames()
    return tuple(
        Form(word[: len(word) - len(ending)], "Masc" if ending else None, frozenset(cases.split()), 1.0)
        for ending, cases in _FAMILY_ENDINGS.items()
        if low.endswith(ending)
        and low[: len(low) - len(ending)] in known
        and (not ending or low[-len(ending) - 1] not in _VOWELS)
    )


@cache
def _asian_surnames() -> frozenset[str]:
    return frozenset(w for row in lines("ru", "asian_surnames") for w in row.split())


def _with_letters_of(written: str, nominative: str) -> str:
    """``nominative`` in the Kazakh letters of ``written``, whose ending may differ."""
    same = zip_longest(written.lower().translate(_KAZAKH), nominative.lower())
    shared = next((n for n, (a, b) in enumerate(same) if a != b), len(nominative))
    return written[:shared] + nominative[shared:]


def _joined(first: str) -> str:
    """The first part of a double name, which stays as it is ("Касым-")."""
    return first.title() if first.isupper() else first


@lru_cache(maxsize=16384)
def known_surname(word: str) -> bool:
    """True if the dictionary marks ``word`` as a surname."""
    return any(True for _ in _tagged(word.lower() if word.isupper() else word, "Surn"))


@lru_cache(maxsize=16384)
def known_patronymic(word: str) -> bool:
    """True if the dictionary marks ``word`` as a patronymic."""
    return any(True for _ in _tagged(word.lower() if word.isupper() else word, "Patr"))


@lru_cache(maxsize=16384)
def given_forms(word: str) -> tuple[Form, ...]:
    """Readings of ``word`` as a given name, guessed by its ending where nothing knows it."""
    return known_given(word) or tuple(_guessed(word, (_NAME_ENDINGS,)))


# (ending as written, what stands there in the nominative, gender, cases, trust)
_Ending = tuple[str, str, Gender | None, str, float]
_POSSESSIVE: tuple[_Ending, ...] = tuple(
    row
    for s in ("ов", "ев", "ёв", "ин", "ын")
    for row in (
        (s, s, "Masc", "Nom", 1.0), (s + "а", s, "Masc", "Gen Acc", 0.95), (s + "у", s, "Masc", "Dat", 0.95),
        (s + "ым", s, "Masc", "Ins", 1.0), (s + "е", s, "Masc", "Loc", 0.9), (s + "ом", s, "Masc", "Ins", 0.4),
        (s + "а", s + "а", "Fem", "Nom", 0.95), (s + "ой", s + "а", "Fem", "Gen Dat Ins Loc", 1.0),
        (s + "ою", s + "а", "Fem", "Ins", 0.5), (s + "у", s + "а", "Fem", "Acc", 0.95),
    )
)  # fmt: skip
_ADJECTIVE: tuple[_Ending, ...] = tuple(
    row
    for stem, m, trust in (("ск", "ий", 1.0), ("цк", "ий", 1.0), ("", "ый", 0.6), ("", "ой", 0.35))
    for row in (
        (stem + m, stem + m, "Masc", "Nom", trust), (stem + "ого", stem + m, "Masc", "Gen Acc", trust),
        (stem + "ому", stem + m, "Masc", "Dat", trust),
        (stem + ("им" if m == "ий" else "ым"), stem + m, "Masc", "Ins", trust * 0.9),
        (stem + "ом", stem + m, "Masc", "Loc", trust * 0.5),
        (stem + "ая", stem + "ая", "Fem", "Nom", trust), (stem + "ой", stem + "ая", "Fem", "Gen Dat Ins Loc", trust),
        (stem + "ую", stem + "ая", "Fem", "Acc", trust),
    )
)  # fmt: skip
_SOFT_ADJECTIVE: tuple[_Ending, ...] = (
    ("ний", "ний", "Masc", "Nom", 0.8), ("него", "ний", "Masc", "Gen Acc", 0.8), ("нему", "ний", "Masc", "Dat", 0.8),
    ("няя", "няя", "Fem", "Nom", 0.8), ("ней", "няя", "Fem", "Gen Dat Ins Loc", 0.3), ("нюю", "няя", "Fem", "Acc", 0.8),
)  # fmt: skip
_HUSH_ADJECTIVE: tuple[_Ending, ...] = tuple(
    row
    for h in "чщшж"
    for row in (
        (h + "ий", h + "ий", "Masc", "Nom", 0.9), (h + "его", h + "ий", "Masc", "Gen Acc", 0.9),
        (h + "ему", h + "ий", "Masc", "Dat", 0.9), (h + "им", h + "ий", "Masc", "Ins", 0.8),
        (h + "ем", h + "ий", "Masc", "Loc", 0.3), (h + "ая", h + "ая", "Fem", "Nom", 0.9),
        (h + "ей", h + "ая", "Fem", "Gen Dat Ins Loc", 0.8), (h + "ую", h + "ая", "Fem", "Acc", 0.9),
    )
)  # fmt: skip
_VOWEL_STEMS: tuple[_Ending, ...] = (
    ("а", "а", None, "Nom", 0.6), ("ы", "а", None, "Gen", 0.6), ("е", "а", None, "Dat Loc", 0.5),
    ("у", "а", None, "Acc", 0.3), ("ой", "а", None, "Ins", 0.35), ("ей", "а", None, "Ins", 0.2),
    ("ги", "га", None, "Gen", 0.6), ("ки", "ка", None, "Gen", 0.6), ("хи", "ха", None, "Gen", 0.6),
    ("чи", "ча", None, "Gen", 0.5), ("ши", "ша", None, "Gen", 0.5), ("жи", "жа", None, "Gen", 0.5),
    ("чки", "чка", None, "Gen", 0.8), ("шки", "шка", None, "Gen", 0.8),
    ("я", "я", None, "Nom", 0.6), ("и", "я", None, "Gen", 0.4), ("е", "я", None, "Dat Loc", 0.15),
    ("ю", "я", None, "Acc", 0.3), ("ей", "я", None, "Ins", 0.3), ("ии", "ия", None, "Gen Dat Loc", 0.6),
)  # fmt: skip
_NAME_ENDINGS: tuple[_Ending, ...] = (
    *_VOWEL_STEMS, ("а", "а", "Fem", "Nom", 0.7), ("я", "я", "Fem", "Nom", 0.7),
    ("и", "ь", "Fem", "Gen Dat Loc", 0.4), ("ью", "ь", "Fem", "Ins", 0.7),
)  # fmt: skip


def _consonant(low: str) -> Iterator[tuple[str, Gender, str, float]]:
    """(nominative, gender, cases, trust) of names on a consonant, й or ь."""
    if low[-1] not in _VOWELS:
        yield low, "Masc", "Nom", 0.9
        oblique = low.endswith(("ой", "ей", "ом", "ем", "ым", "им"))
        yield low, "Fem", " ".join(ALL), 0.3 if oblique else 0.8
    stem = low[:-1]
    for ending, cases in (("а", "Gen Acc"), ("у", "Dat"), ("е", "Loc")):
        if low.endswith(ending) and len(stem) > 1 and stem[-1] not in _VOWELS + "ьй":
            yield stem, "Masc", cases, 0.7
            if stem[-1] == "ц" and len(stem) > 2 and stem[-2] not in _VOWELS:
                yield stem[:-1] + "ец", "Masc", cases, 0.5 if stem.endswith(("рц", "льц", "тц")) else 0.75
    for ending, cases in (("я", "Gen Acc"), ("ю", "Dat"), ("е", "Loc")):
        if low.endswith(ending) and len(stem) > 1:
            yield stem + ("й" if stem[-1] in _VOWELS else "ь"), "Masc", cases, 0.6 if ending != "е" else 0.3
    for ending in ("ом", "ем"):
        if low.endswith(ending) and len(low) > 3:
            hush = low[-3] in _HUSH
            yield low[:-2], "Masc", "Ins", 0.7 if hush == (ending == "ем") else 0.2  # "Герцем", "Хольмом"
            if ending == "ем":
                yield low[:-2] + ("й" if low[-3] in _VOWELS else "ь"), "Masc", "Ins", 0.5


def _guessed(word: str, tables: tuple[tuple[_Ending, ...], ...]) -> Iterator[Form]:
    """Readings of an unknown name by its ending; Latin and vowel-final foreign names never change."""
    low = word.lower()
    if not low[-1:].isalpha() or is_latin(low[-1]) or len(low) < 3:
        yield Form(word, None, ALL, 0.9)
        return
    for rows in tables:
        for ending, base, gender, cases, trust in rows:
            stem = low[: len(low) - len(ending)]
            if low.endswith(ending) and stem and (rows is not _ADJECTIVE or any(c in _VOWELS for c in stem)):
                nominative = stem + base
                yield Form(_as_written(nominative, word), gender, frozenset(cases.split()), trust)
    for nominative, gender, cases, trust in _consonant(low):
        yield Form(_as_written(nominative, word), gender, frozenset(cases.split()), trust)
    if low[-1] in _VOWELS or low.endswith(("ых", "их")):
        fixed = {"о": 0.8, "и": 0.7, "э": 0.7, "х": 0.7, "е": 0.45, "у": 0.4, "ю": 0.4, "ы": 0.15}.get(low[-1], 0.3)
        declined = low.endswith(("скую", "цкую"))  # "Вержбицкую" is nobody's nominative
        fixed = 0.8 if low.endswith(("ко", "ых", "их", "аго")) else 0.01 if declined else fixed
        yield Form(_as_written(low, word), None, ALL, fixed)


@lru_cache(maxsize=16384)
def surname_forms(word: str) -> tuple[Form, ...]:
    """Readings of ``word`` as a surname, best trusted first; "-старший" and the like are left out."""
    base, _, tail = word.rpartition("-")
    if base and tail.lower().startswith(("старш", "младш")):
        word = base
    if "-" in word and not word.startswith("-"):
        return _double(word)
    forms: dict[tuple[str, Gender | None, frozenset[str]], Form] = {}
    tables = (_POSSESSIVE, _ADJECTIVE, _SOFT_ADJECTIVE, _HUSH_ADJECTIVE, _VOWEL_STEMS)
    possessive = any(word.lower().endswith(e[0]) for e in _POSSESSIVE)
    for form in _guessed(word, tables):
        # "Омарова" is not a vowel stem: the possessive rules have said all there is to say
        weak = possessive and form.trust < 0.9
        forms[form.nominative, form.gender, form.cases] = (
            Form(form.nominative, form.gender, form.cases, form.trust * 0.3) if weak else form
        )
    for form in _tagged(word.lower() if word.isupper() else word, "Surn"):
        key = (form.nominative, form.gender, form.cases)
        forms[key] = Form(form.nominative, form.gender, form.cases, 1.0)
    return tuple(sorted(forms.values(), key=lambda f: -f.trust))


def _double(word: str) -> tuple[Form, ...]:
    """Both parts of a double surname in one gender and case; a first part may also stay unchanged."""
    first, _, last = word.rpartition("-")
    if is_particle(first):
        return tuple(Form(f"{first}-{b.nominative}", b.gender, b.cases, b.trust) for b in surname_forms(last))
    found = []
    for b in surname_forms(last):
        found.append(Form(f"{first}-{b.nominative}", b.gender, b.cases, b.trust * 0.5))
        for a in surname_forms(first)[:6]:
            cases = a.cases & b.cases
            if cases and (a.gender is None or b.gender is None or a.gender == b.gender):
                found.append(Form(f"{a.nominative}-{b.nominative}", a.gender or b.gender, cases, a.trust * b.trust))
    return tuple(sorted(found, key=lambda f: -f.trust))


_PATRONYMIC: tuple[tuple[str, str, Gender, str], ...] = tuple(
    row
    for m, f in (("ович", "овна"), ("евич", "евна"), ("ьич", "ьинична"), ("кич", "кична"), ("тич", "тична"),
                 ("мич", "минична"), ("ич", "ична"))
    for row in (
        (m, m, "Masc", "Nom"), (m + "а", m, "Masc", "Gen Acc"), (m + "у", m, "Masc", "Dat"),
        (m + "ем", m, "Masc", "Ins"), (m + "е", m, "Masc", "Loc"),
        (f, f, "Fem", "Nom"), (f[:-1] + "ы", f, "Fem", "Gen"), (f[:-1] + "е", f, "Fem", "Dat Loc"),
        (f[:-1] + "у", f, "Fem", "Acc"), (f[:-1] + "ой", f, "Fem", "Ins"),
    )
)  # fmt: skip
_PATRONYMIC_WORDS: dict[str, Gender] = {
    "оглы": "Masc", "улы": "Masc", "уулу": "Masc", "угли": "Masc", "ұлы": "Masc", "оглу": "Masc", "ога": "Masc",
    "кызы": "Fem", "қызы": "Fem", "кизи": "Fem", "гызы": "Fem",
}  # fmt: skip
_FUSED = {"улы": "Masc", "ұлы": "Masc", "кызы": "Fem", "қызы": "Fem"}


@lru_cache(maxsize=16384)
def patronymic_forms(word: str) -> tuple[Form, ...]:
    """Readings of ``word`` as a patronymic; empty if it cannot be one."""
    low = word.lower()
    if low in _PATRONYMIC_WORDS:
        return (Form(word, _PATRONYMIC_WORDS[low], ALL, 1.0),)
    found: dict[tuple[str, str], Form] = {}
    for ending, base, gender, cases in _PATRONYMIC:
        if low.endswith(ending) and len(low) - len(ending) >= 2:
            nominative = low[: len(low) - len(ending)] + base
            found.setdefault(
                (nominative, gender), Form(_as_written(nominative, word), gender, frozenset(cases.split()), 0.8)
            )
    if not found:
        for ending, fused in _FUSED.items():
            if low.endswith(ending) and len(low) > len(ending) + 2:
                gender_: Gender = "Fem" if fused == "Fem" else "Masc"
                found[low, gender_] = Form(word, gender_, ALL, 0.9)
    return tuple(found.values())
