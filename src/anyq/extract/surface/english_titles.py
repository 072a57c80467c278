"""Word lists of English names: honorifics, given names, titles, words that are no surname; and gender by them."""

from collections.abc import Sequence
from functools import cache

from anyq.extract.people.figure import Gender
from anyq.languages import lines, table

_KINSMEN = ("father", "brother", "son", "husband", "uncle", "nephew", "grandfather", "grandson", "dad", "boyfriend")
_KINSWOMEN = (
    "mother", "sister", "daughter", "wife", "aunt", "niece", "grandmother", "granddaughter", "mum", "mom", "girlfriend",
)  # fmt: skip
MALE = frozenset({"mr", "sir", "lord", "king", "prince", "duke", "monsieur", *_KINSMEN})
FEMALE = frozenset({"mrs", "ms", "miss", "dame", "lady", "queen", "princess", "duchess", "madame", *_KINSWOMEN})
# they stand before a name and are no role
HONORIFICS = frozenset({"mr", "sir", "lord", "mrs", "ms", "miss", "mx", "dame", "lady", "madame", "monsieur"})


@cache
def given_names(sex: str) -> frozenset[str]:
    """Given names of one sex or of both, lower case."""
    return frozenset(n for row in lines("en", f"given_names_{sex}") for n in row.split())


@cache
def titles() -> frozenset[str]:
    """Words that stand before a name and are no part of it."""
    return frozenset(str(table("en", "titles")["titles"]).split())


def is_native(word: str) -> bool:
    """For "German", "Swede": somebody from a country; not "French", who are many."""
    low = word.lower()
    people = low in table("en", "titles")["demonyms"] and low.endswith("n")
    return word[:1].isupper() and (people or low in str(table("en", "titles")["natives"]).split())


@cache
def role_words() -> frozenset[str]:
    """Words that may stand inside a role before a name."""
    return frozenset(str(table("en", "titles")["before_roles"]).split())


@cache
def no_names() -> frozenset[str]:
    """Capitalised words that are never a name."""
    return frozenset(str(table("en", "titles")["no_names"]).split())


@cache
def things() -> frozenset[str]:
    """What stands before the name of a storm, a place, a ship."""
    return frozenset(str(table("en", "titles")["things"]).split())


@cache
def family_first() -> frozenset[str]:
    """Family names that stand first in a name of three words."""
    return frozenset(str(table("en", "titles")["family_first"]).split())


@cache
def places() -> frozenset[str]:
    """Given names that are as often places."""
    return frozenset(str(table("en", "titles")["places"]).split())


@cache
def never_surnames() -> frozenset[str]:
    """Words that end no name of a person, even behind a given name."""
    return frozenset(str(table("en", "titles")["never_surnames"]).split())


@cache
def no_surnames() -> frozenset[str]:
    """Words that end a name of a person only if the model says so."""
    return frozenset(str(table("en", "titles")["no_surnames"]).split())


@cache
def weak_titles() -> frozenset[str]:
    """Titles that also stand before things: "House", "State"."""
    return frozenset(str(table("en", "titles")["weak"]).split())


def is_given(word: str) -> bool:
    """Whether a word is a given name."""
    return any(word.lower() in given_names(sex) for sex in ("masc", "fem", "both"))


def gender(words: Sequence[str], before: str) -> Gender | None:
    """Of a name as written, by the honorific in it or before it, else by the given name."""
    for word in (w.lower().strip(".") for w in (before, *words)):
        if word in MALE:
            return "Masc"
        if word in FEMALE:
            return "Fem"
    given = [w.lower() for w in words if w.lower().strip(".") not in titles()]
    if len(given) < 2:
        return None
    for name in (given[0], given[0].partition("-")[0]):
        if name in given_names("masc"):
            return "Masc"
        if name in given_names("fem"):
            return "Fem"
    return None
