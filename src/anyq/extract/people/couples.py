"""Two given names before one surname in the plural: "Аида и Сания Бегеновы" are Аида Бегенова and Сания Бегенова."""

from collections.abc import Iterator

from anyq.extract.people.figure import Gender
from anyq.extract.people.naming import known_given
from anyq.extract.people.resolve import Naming
from anyq.extract.people.tokens import Tokens

# ending of the plural in any case -> of a man, of a woman
_PLURALS: tuple[tuple[str, str, str], ...] = tuple(
    (stem + ending, stem + man, stem + woman)
    for stems, endings, man, woman in (
        (("ов", "ев", "ёв", "ин", "ын"), ("ы", "ых", "ым", "ыми"), "", "а"),
        (("ск", "цк"), ("ие", "их", "им", "ими"), "ий", "ая"),
    )
    for stem in stems
    for ending in endings
)

Couple = tuple[range, tuple[Naming, ...]]


def couples(tokens: Tokens, ranges: list[range]) -> list[Couple]:
    """The words and readings of both names of each couple whose second name is one of ``ranges``."""
    return [pair for words in ranges if len(words) == 2 for pair in _pair(tokens, words)]


def _pair(tokens: Tokens, words: range) -> Iterator[Couple]:
    second, surname, first = words.start, tokens.text(words.start + 1), words.start - 2
    joined = tokens.text(second - 1) == "и" and tokens.same_sentence(first, second)
    ending = next((row for row in _PLURALS if surname.lower().endswith(row[0])), None)
    if not joined or ending is None or not tokens.text(first)[:1].isupper():
        return
    stem = surname[: -len(ending[0])]
    forms: dict[Gender, str] = {"Masc": stem + ending[1], "Fem": stem + ending[2]}
    names = [_namings(tokens.text(i), forms) for i in (first, second)]
    if all(names):
        yield range(first, first + 1), names[0]
        yield words, names[1]


def _namings(given: str, surnames: dict[Gender, str]) -> tuple[Naming, ...]:
    return tuple(
        Naming(f.nominative, None, surnames[f.gender], f.gender, f.cases, f.trust)
        for f in sorted(known_given(given), key=lambda f: "Nom" not in f.cases)
        if f.gender
    )
