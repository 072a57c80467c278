"""What a name in the text may mean: its readings, whether it names a person at all, what it spells otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from anyq.extract.parse import Word
from anyq.extract.people.couples import couples
from anyq.extract.people.figure import Gender
from anyq.extract.people.naming import ALL, is_latin, known_given, known_surname, patronymic_forms, surname_forms
from anyq.extract.people.resolve import Naming, folded, looks_like_surname, readings
from anyq.extract.people.spans import name_ranges, name_word
from anyq.extract.people.tokens import Tokens
from anyq.extract.people.words import (
    body_noun,
    is_common_noun,
    is_one_of,
    is_only_nominative,
    is_place_name,
    is_plural,
    lemmas,
    listed,
    role_lemma,
)
from anyq.languages import lines
from anyq.text import Span

_MANY = ("ов", "ев", "ёв", "ых", "их", "овы", "евы", "ины", "иных", "ами", "ам")
_APART = frozenset((",", ":", "–", "—", "-", ".", "(", ")", ";"))  # what ends an apposition
_OPEN, _CLOSE = "«“„\"'", "»”“\"'"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as written: the indexes of its words, and how it may be read, best first.

    ``alias_of`` are the words of the mention before it that it spells otherwise: "Петер (Peter)".
    ``common`` marks a lone word that the dictionary has as an ordinary noun ("Конопля"): a name only if a
    fuller one in the text bears it out. ``kin`` marks a name that a noun for kin stands before ("дочь — Саша").
    """

    words: range
    span: Span
    namings: tuple[Naming, ...]
    written: str = ""
    alias_of: range | None = None
    common: bool = False
    kin: bool = False

    @property
    def best(self) -> Naming:
        """The likeliest reading by itself."""
        return self.namings[0]


def find_mentions(tokens: Tokens) -> list[Mention]:
    """All mentions of persons by name, in text order, none overlapping."""
    ranges = name_ranges(tokens)
    found = _mentions(tokens, ranges)
    missed = list(_missed(tokens, found))
    return _mentions(tokens, sorted([*ranges, *missed], key=lambda r: r.start)) if missed else found


def _missed(tokens: Tokens, found: list[Mention]) -> Iterator[range]:
    """Names that the tagger passed over: a full name written as elsewhere, lone surnames of persons named in full."""
    long = [m.best for m in found if m.best.surname and (m.best.given or " " in m.best.surname)]
    surnames = {folded(n.surname) for n in long} | {folded(n.surname).rpartition(" ")[2] for n in long}
    taken = {i for m in found for i in m.words}
    for written in {m.written for m in found if len(m.words) > 1}:
        at = tokens.parse.folded.find(written)
        while at >= 0:
            words = tokens.range_of(Span(at, at + len(written)))
            if len(words) and taken.isdisjoint(words) and tokens.span(words) == Span(at, at + len(written)):
                taken.update(words)
                yield words
            at = tokens.parse.folded.find(written, at + 1)
    starts = {s[:3] for s in surnames}
    for i, word in enumerate(tokens.words):
        if i in taken or i in tokens.kinds or folded(word.text)[:3] not in starts or not name_word(word.text):
            continue
        if any(f.trust >= 0.5 and folded(f.nominative) in surnames for f in surname_forms(word.text)):
            yield range(i, i + 1)


def _mentions(tokens: Tokens, ranges: list[range]) -> list[Mention]:
    found: list[Mention] = []
    shared = {words.start: (words, namings) for words, namings in couples(tokens, ranges)}
    for words in sorted([w for w in ranges if w.start not in shared] + [w for w, _ in shared.values()], key=min):
        if _is_thing(tokens, words):
            continue
        namings = (
            shared[words.start][1]
            if words.start in shared
            else readings([tokens.words[i] for i in words], verb_gender(tokens, words), expected_cases(tokens, words))
        )
        if any(_is_joined_subject(tokens, i) for i in words):
            namings = tuple(n for n in namings if "Nom" in n.cases) or namings
        if namings:
            alias_of = _alias_of(tokens, words, found[-1]) if found else None
            span = tokens.span(words)
            written, ordinary = span.of(tokens.parse.folded), _is_ordinary(tokens, words)
            found.append(Mention(words, span, namings, written, alias_of, ordinary, _after_kin(tokens, words.start)))
    return found


def _after_kin(tokens: Tokens, start: int) -> bool:
    near = range(max(0, start - 3), start)
    return any(tokens.same_sentence(i, start) and is_one_of(tokens.text(i), "kinship") for i in near)


def _is_ordinary(tokens: Tokens, words: range) -> bool:
    """True for a lone word that the dictionary, or the text itself with a small letter, has as a common noun."""
    text = tokens.text(words.start)
    if len(words) != 1 or known_given(text):
        return False
    return is_common_noun(text) or folded(text)[: max(5, len(text) - 2)] in tokens.small


def _alias_of(tokens: Tokens, words: range, last: Mention) -> range | None:
    """The words of ``last`` if this name stands in brackets right after it, in Latin or with a part in common."""
    if tokens.text(words.start - 1) != "(" or last.words.stop != words.start - 1:
        return None
    here, there = ([folded(tokens.text(i)) for i in r] for r in (words, last.words))
    latin = all(map(is_latin, here)) and not any(map(is_latin, there))
    surname = len(here) == 1 and not last.best.surname  # "Пимен (Рогов)"
    return last.words if latin or surname or set(here) & set(there) else None


@cache
def _prepositions() -> dict[str, frozenset[str]]:
    return {row.split()[0]: frozenset(row.split()[1:]) for row in lines("ru", "prepositions")}


def expected_cases(tokens: Tokens, words: range) -> frozenset[str]:
    """The cases that the word before the name asks for: a preposition, a noun ("по словам …"); else all."""
    before = words.start - 1
    if _is_nominative(tokens, words):
        return frozenset(("Nom",))
    if not tokens.same_sentence(before, words.start):
        return ALL
    word = tokens.words[before]
    if word.pos == "ADP":
        return _prepositions().get(word.text.lower(), ALL)
    lower = word.pos == "NOUN" and word.text.islower() and word.feats.get("Case") not in (None, "Nom", "Gen")
    single = tokens.text(words.stop) not in ("и", ",")
    if word.pos == "NOUN" and word.text.islower() and is_plural(word) and single and role_lemma(word.text):
        return frozenset(("Gen",))  # "представители Генри Стоуна": one man cannot be many
    role = role_lemma(word.text)
    if lower and role and word.feats.get("Case") in ("Dat", "Ins") and not is_one_of(word.text, "relational_roles"):
        return frozenset((str(word.feats["Case"]),))  # "дизайнеру Марине Цой", though Марине is a name too
    apposed = role or is_one_of(word.text, "kinship") or is_one_of(word.text, "honorifics")
    return frozenset(("Gen",)) if lower and not apposed else ALL


def _is_nominative(tokens: Tokens, words: range) -> bool:
    """«депутат Камиля Ахметова», «жительница, Рамиля Юсупова:»: beside a role that can be nothing else, or a subject.

    Only "Камиля Ахметова" needs it: a man in the genitive and a woman in the nominative are written alike.
    """
    before = words.start - 1
    comma = tokens.text(before) == ","
    role = before - 1 if comma else before
    if tokens.same_sentence(role, words.start) and is_only_nominative(tokens.text(role)):
        closed = not comma or tokens.words[words.stop - 1] is tokens.words[-1] or tokens.text(words.stop) in _APART
        if closed and not is_one_of(tokens.text(role), "relational_roles"):
            return True
        if closed and tokens.words[words.start].rel in ("appos", "flat", "flat:name"):
            return tokens.head(words.start) == role  # "врач Адиля Каримова считает"; an owner hangs otherwise
    return len(words) > 1 and any(_is_subject(tokens, i) for i in words)


def _is_joined_subject(tokens: Tokens, index: int) -> bool:
    """True for either of two named as the subject of one verb: they are two people, and both in the nominative."""
    joined = tokens.words[index].rel == "conj" or any(
        tokens.words[c].pos == "PROPN" for c in tokens.children(index, "conj")
    )
    return joined and tokens.words[index].pos == "PROPN" and _is_subject(tokens, index)


def _is_subject(tokens: Tokens, index: int) -> bool:
    """True for the subject of a finite verb, alone or as one of two: «Александр Марков и Александра Маркова»."""
    rel, head = tokens.words[index].rel, tokens.head(index)
    if head < 0:
        return False
    if rel == "conj":
        return tokens.words[head].pos == "PROPN" and tokens.words[head].rel == "nsubj" and _is_subject(tokens, head)
    verb = tokens.words[head].feats
    number = "Plur" if any(tokens.children(index, "conj")) else "Sing"
    return rel == "nsubj" and verb.get("VerbForm") == "Fin" and verb.get("Number") == number


def verb_gender(tokens: Tokens, words: range) -> Gender | None:
    """Gender of the past verb that the name is subject of, by the tree; None if there is none."""
    for i in words:
        if tokens.words[i].rel in ("nsubj", "nsubj:pass"):
            head = tokens.head(i)
            gender = tokens.words[head].feats.get("Gender") if head >= 0 else None
            if head >= 0 and tokens.words[head].pos == "VERB" and tokens.words[head].feats.get("VerbForm") != "Inf":
                return "Masc" if gender == "Masc" else "Fem" if gender == "Fem" else None
    return None


def _is_common(word: Word) -> bool:
    """True for a single word that the tagger took for a name: a verb, a kinsman, a role, "Ивановы"."""
    if known_given(word.text):
        return False
    low = word.text.lower()
    if low.endswith(("стат", "надзор", "банк", "пром", "строй", "нефть", "газ", "снаб", "телеком", "авиа", "транс")):
        return True  # "Волгостат"
    family = low.endswith(("овы", "евы", "ины", "овых", "евых", "иных", "овыми", "евыми", "иными", "ские", "ских"))
    plural = family or (low.endswith(("овым", "евым", "иным")) and word.feats.get("Number") == "Plur")
    common = (
        word.pos == "VERB"
        or body_noun(word.text) is not None
        or is_one_of(word.text, "kinship")
        or role_lemma(word.text) is not None
    )
    return plural or (common and not known_surname(word.text))


def _is_honorific(text: str) -> bool:
    return is_one_of(text, "honorifics") and not known_given(text) and not known_surname(text)


def _is_group_or_body(tokens: Tokens, index: int) -> bool:
    """True for a lone word that the noun before makes a family ("дом Хольмов") or a company ("в компании Колмар")."""
    text, before = tokens.text(index), tokens.words[index - 1]
    if known_given(text):
        return False
    one = before.feats.get("Animacy") == "Anim" and not is_plural(before)  # "его брат Рябов" is one man
    if text.lower().endswith(_MANY) and is_one_of(before.text, "family_nouns") and not one:
        return True
    named = before.text.islower() and body_noun(before.text) is not None
    outer = tokens.words[index - 2] if index > 1 else before
    opens = not tokens.same_sentence(index - 2, index) or outer.pos in ("ADP", "VERB", "PUNCT", "CCONJ")
    return named and opens and not looks_like_surname(text) and not known_surname(text)


def _is_place(tokens: Tokens, index: int) -> bool:
    """True for a lone word that is a place by its ending, or that the text has as a place in another case."""
    text = tokens.text(index)
    if known_given(text) or known_surname(text):
        return False
    stem = folded(text)[: max(4, len(text) - 2)]
    return is_place_name(text) or any(
        k == "LOC" and folded(tokens.text(i)).startswith(stem) and len(tokens.text(i)) - len(stem) < 5
        for i, k in tokens.kinds.items()
    )


def _is_thing(tokens: Tokens, words: range) -> bool:
    """True if the name is that of a street, a prize, a ship, a body: no mention of the person."""
    if len(words) == 1 and (_is_common(tokens.words[words.start]) or _is_place(tokens, words.start)):
        return True
    last = tokens.text(words[-1])
    if len(words) > 1 and (last.lower() in listed("company_words") or _is_honorific(last)):
        return True  # "Стандарт Ойл", "Королевское Высочество"
    if role_lemma(last) and not known_given(last) and not known_surname(last) and not patronymic_forms(last):
        return True  # "Болгарским Патриархом"
    before, after = tokens.text(words.start - 1), tokens.text(words.stop)
    if before[:1] in _OPEN and after[:1] in _CLOSE and before and after:
        return True  # "фонд «Иван Петров»"
    if before == "." and words.start >= 2 and tokens.text(words.start - 2).lower() in ("им", "ул", "пр", "пл", "пер"):
        return True
    if not before[:1].isalpha() or not tokens.same_sentence(words.start - 1, words.start):
        return False
    if before.lower() in ("имени", "им"):
        return tokens.text(words.start - 2).lower() not in ("по", "под")  # "мальчик по имени …"
    if len(words) == 1 and _is_group_or_body(tokens, words.start):
        return True
    known = listed("named_after")
    noun = next((lemma for lemma in lemmas(before) if lemma in known and lemma != "имя"), None)
    vessels = listed("ships")
    led = role_lemma(tokens.text(words.start - 2))  # "командир корабля Юрий …"
    if not role_lemma(before) and not led and all(w in vessels or w == folded(before) for w in lemmas(before)):
        return any(w in vessels for w in lemmas(before))  # "суда" is first of all that of a court
    return noun is not None and tokens.words[words.start].feats.get("Case") in ("Gen", None)
