"""The word lists of Kazakh as sets: nouns of sources, given names, words that cite."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from anyq.languages import lines, table


@cache
def given_names() -> frozenset[str]:
    """Given names in Cyrillic, lower case."""
    return frozenset(w for row in lines("kk", "given_names") for w in row.split())


@cache
def peoples() -> frozenset[str]:
    """Peoples, faiths and tongues, lower case: "шотланд"."""
    return frozenset(w for row in lines("kk", "demonyms") for w in row.split())


@cache
def stems_in_n() -> frozenset[str]:
    """Common nouns that end in "н", lower case: "кешен"."""
    return frozenset(lines("kk", "stems_in_n"))


@cache
def states() -> frozenset[str]:
    """States, unions and capitals that speak as their government."""
    words = str(table("kk", "nouns")["states"]).split()
    return frozenset(words) | frozenset(w.replace("ь", "") for w in words)


@cache
def _nouns() -> frozenset[str]:
    rows = table("kk", "nouns")
    return frozenset(w for words in rows.values() for w in str(words).split())


@cache
def _unsoftened() -> dict[str, str]:
    """Nouns as they come out of Latin letters, which have no "ь" -> nouns as the lists have them."""
    return {w.replace("ь", ""): w for w in _nouns() if "ь" in w}


def known(stem: str) -> bool:
    """True for the stem of a noun of nouns.toml."""
    return stem in _nouns() or stem in _unsoftened()


def listed(stem: str) -> str:
    """A known stem as the lists write it."""
    return _unsoftened().get(stem, stem) if stem not in _nouns() else stem


@dataclass(frozen=True, slots=True)
class CueWords:
    """The lists of cues.toml; see the comments there."""

    say: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    ask: frozenset[str]
    impersonal: frozenset[str]
    opinions: frozenset[str]
    grounds: frozenset[str]
    bare_grounds: frozenset[str]
    leans: frozenset[str]
    as_said: frozenset[str]
    stances: frozenset[str]
    claims: frozenset[str]
    pointing: tuple[str, ...]
    link: str
    link_verbs: frozenset[str]
    about: frozenset[str]
    naming: frozenset[str]
    openers: frozenset[str]
    postpositions: frozenset[str]
    places: frozenset[str]
    adverbial: frozenset[str]
    rounds_off: frozenset[str]
    after_perfect: frozenset[str]
    undoes: frozenset[str]
    de: frozenset[str]
    modifiers: frozenset[str]
    abstract: frozenset[str]
    look_alikes: frozenset[str]
    deeds: frozenset[str]
    trusts: frozenset[str]


@cache
def cue_words() -> CueWords:
    """The words of cues.toml."""
    rows = table("kk", "cues")
    sets = {
        name: frozenset(str(rows[name]).split())
        for name in CueWords.__slots__
        if name not in ("pairs", "pointing", "link")
    }
    pairs = frozenset((p.rsplit(" ", 1)[0], p.rsplit(" ", 1)[1]) for p in rows["pairs"])
    return CueWords(pairs=pairs, pointing=tuple(rows["pointing"]), link=rows["link"], **sets)


@dataclass(frozen=True, slots=True)
class Offices:
    """The lists of offices.toml; ``also``: the stem of an office -> what else its holder is called."""

    sides: frozenset[str]
    professions: frozenset[str]
    also: Mapping[str, tuple[str, ...]]


@cache
def offices() -> Offices:
    """The words of offices.toml."""
    rows = table("kk", "offices")
    sides, professions = (frozenset(str(rows[name]).split()) for name in ("sides", "professions"))
    return Offices(sides, professions, {k: tuple(v.split()) for k, v in rows["also"].items()})
