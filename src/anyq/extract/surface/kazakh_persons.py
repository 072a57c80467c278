"""Persons of a Kazakh text by what its other sentences show: whose surname a word is, where one name ends."""

import re
from collections.abc import Collection, Iterator, Sequence

from anyq.extract.surface.kazakh_endings import bare, case_of
from anyq.extract.surface.kazakh_lexicon import cue_words, given_names, known, states
from anyq.extract.tagging import Labelled

SURNAME = re.compile(
    r".{2,}(?:ов|ев|ова|ева|ёв|ёва|ин|ина|ский|ская|цкий|цкая|ұлы|қызы|улы|кызы|бай|бек|баев|баева|енко|швили|дзе|ян|чук)$"
)
_PARTICLE = re.compile(r"(?:[әаэ]ль?|[әа][сшдртнз]|ибн|бен|бин|[aá][lsn]|ibn|ben|bin)-[A-ZÁÓÝÚА-ЯӘҒҚҢӨҰҮҺІ]")
_PATRONYMICS = ("ұлының", "қызының", "вичтің", "внаның")


def is_capital(word: str, form: str) -> bool:
    """True for a word with a capital, "әл-Хамад" too, that no list of nouns or states has."""
    capital = word[:1].isupper() or bool(_PARTICLE.match(word))
    return capital and word[-1:].isalpha() and not is_state(form) and not known(bare(form))


def is_state(form: str) -> bool:
    """True for a state, in any case."""
    return form in states() or case_of(form).stem in states()


def alone(row: Sequence[str], forms: Sequence[str], labels: Sequence[Labelled]) -> Iterator[str]:
    """Words with a capital that stand in no longer name, in the nominative."""
    longer = {i for k in labels if k.end - k.start > 1 for i in range(k.start, k.end)}
    yield from (case_of(f, name=True).stem for i, f in enumerate(forms) if row[i][:1].isupper() and i not in longer)


def with_given(forms: Sequence[str], labels: Sequence[Labelled]) -> list[Labelled]:
    """Labels where a given name right before a person's name that has none belongs to it."""
    out: list[Labelled] = []
    for label in labels:
        before = out[-1] if out else None
        if (
            before is not None
            and (before.label, label.label) == ("PER", "PER")
            and before.end == label.start == before.start + 1
            and forms[before.start] in given_names()
            and forms[label.start] not in given_names()
        ):
            out[-1] = Labelled(before.start, label.end, "PER")
        else:
            out.append(label)
    return out


def without_next(forms: Sequence[str], label: Labelled, singles: Collection[str]) -> Iterator[Labelled]:
    """«Ханс Мюллер Берлинге ұшты»: a name without the place behind it, «Ханс Мюллер Вебердің …» without the person.

    The text names both persons by these words alone, or the place nowhere else.
    """
    last, before = forms[label.end - 1], forms[label.end - 2]
    stem = case_of(last, name=True).stem
    if label.label != "PER" or label.end - label.start < 3 or stem == last or last.endswith(_PATRONYMICS):
        yield label
    elif stem in singles and (before in singles or SURNAME.match(before)):
        yield Labelled(label.start, label.end - 1, "PER")
        yield Labelled(label.end - 1, label.end, "PER")
    elif stem not in singles and before in singles:
        yield Labelled(label.start, label.end - 1, "PER")
    else:
        yield label


def apart(forms: Sequence[str], label: Labelled, full: Sequence[tuple[str, str]]) -> Iterator[Labelled]:
    """«Лиза Чан Финч … деді»: a third word that is the surname of another is that other."""
    last, given = case_of(forms[label.end - 1], name=True).stem, forms[label.start]
    if label.label != "PER" or label.end - label.start < 3 or len(given) == 1:
        yield label
        return
    others = {surname for first, surname in full if first != given and not (len(first) == 1 and given[0] == first)}
    if last in others and forms[label.end - 2] not in others:
        yield Labelled(label.start, label.end - 1, "PER")
        yield Labelled(label.end - 1, label.end, "PER")
    else:
        yield label


def full_names(forms: Sequence[Sequence[str]], rows: Sequence[Sequence[Labelled]]) -> list[tuple[str, str]]:
    """The first and the last word of the full names of a text, in the nominative."""
    return [
        (low[k.start], case_of(low[k.end - 1], name=True).stem)
        for low, row in zip(forms, rows, strict=True)
        for k in row
        if k.label == "PER" and k.end - k.start > 1
    ]


def again(
    row: Sequence[str], forms: Sequence[str], labels: Sequence[Labelled], full: Sequence[tuple[str, str]]
) -> list[Labelled]:
    """The names of a sentence, with single words of names that the text gives in full elsewhere."""
    lasts = {last for _, last in full}
    known_words = lasts | {first for first, _ in full}
    kept = [k for k in labels if k.label == "PER" and k.end - k.start > 1 and not _two(forms, k, lasts)]
    held = {i for k in kept for i in range(k.start, k.end)}
    whole = [k for k in labels if k.label != "PER" or k in kept]
    inside = {i for k in whole if k.end - k.start > 1 for i in range(k.start, k.end - 1)}
    singles = [
        i
        for i, f in enumerate(forms)
        if i not in held
        and (i not in inside or case_of(f, name=True).case != "nom")
        and (case_of(f, name=True).stem in lasts or not _goes_on(row, forms, i))
        and (row[i][:1].isupper() or _PARTICLE.match(row[i]))
        and case_of(f, name=True).stem in known_words
        and f not in cue_words().openers
    ]
    free = held | set(singles)
    rest = [k for k in labels if not any(i in free for i in range(k.start, k.end))]
    return sorted([*kept, *rest, *(Labelled(i, i + 1, "PER") for i in singles)], key=lambda k: k.start)


def _goes_on(row: Sequence[str], forms: Sequence[str], at: int) -> bool:
    """Whether a capital in the nominative stands behind: the word is not a name by itself."""
    after = at + 1
    return after < len(row) and is_capital(row[after], forms[after]) and case_of(forms[after], name=True).case == "nom"


def _two(forms: Sequence[str], label: Labelled, lasts: Collection[str]) -> bool:
    """Two surnames side by side are two persons."""
    inside = forms[label.start : label.end]
    return len(inside) == 2 and inside[0] in lasts and case_of(inside[1], name=True).stem in lasts
