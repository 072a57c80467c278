"""English verbs of saying with all their forms, and the small words that hold a sentence together."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from anyq.languages import table

Form = Literal["base", "present", "past", "gerund"]

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb of saying; ``groups`` are the lists of cues.toml that it stands in.

    ``participle`` is True for "written", which no subject has without "have" or "was".
    """

    lemma: str
    form: Form
    groups: frozenset[str]
    ambiguous: bool
    participle: bool

    def any(self, *groups: str) -> bool:
        """Whether the verb stands in one of these lists."""
        return not self.groups.isdisjoint(groups)


@cache
def verbs() -> dict[str, Verb]:
    """Every form of every verb of cues.toml."""
    rows = table("en", "cues")
    lists = {name: frozenset(str(text).split()) for name, text in rows["verbs"].items() if name != "ambiguous"}
    ambiguous = frozenset(str(rows["verbs"]["ambiguous"]).split())
    irregular = {lemma: str(forms).split() for lemma, forms in rows["irregular"].items()}
    found: dict[str, Verb] = {}
    for lemma in sorted(frozenset().union(*lists.values())):
        groups = frozenset(name for name, members in lists.items() if lemma in members)
        present, past, gerund, participle = irregular.get(lemma) or _regular(lemma)
        forms: list[tuple[str, Form]] = [(lemma, "base"), (present, "present"), (past, "past"), (gerund, "gerund")]
        for text, form in forms:
            found.setdefault(text, Verb(lemma, form, groups, text in ambiguous, False))
        if participle != past:
            found.setdefault(participle, Verb(lemma, "past", groups, True, True))
    return found


def _regular(lemma: str) -> tuple[str, str, str, str]:
    """Third person, past, gerund, participle."""
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing", f"{lemma[:-1]}ied"
    hissing = lemma.endswith(("s", "sh", "ch", "x", "z"))
    present = f"{lemma}es" if hissing else f"{lemma}s"
    if lemma.endswith("e"):
        return present, f"{lemma}d", f"{lemma[:-1]}ing", f"{lemma}d"
    return present, f"{lemma}ed", f"{lemma}ing", f"{lemma}ed"


@cache
def small(kind: str) -> frozenset[str]:
    """A list of the table ``words`` of cues.toml."""
    return frozenset(str(table("en", "cues")["words"][kind]).split())


@cache
def link_words(kind: str) -> frozenset[str]:
    """A list of the table ``links`` of cues.toml."""
    return frozenset(str(table("en", "cues")["links"][kind]).split())


@cache
def behind(table_name: str) -> dict[str, frozenset[str]]:
    """The tables ``particles`` and ``prepositions``: the words behind a verb that belong to it."""
    return {lemma: frozenset(str(words).split()) for lemma, words in table("en", "cues")[table_name].items()}


def is_finite(words: Sequence[str], at: int) -> bool:
    """Whether word ``at`` (all lower case) can be the verb of a clause."""
    word = words[at]
    if word == "'s":  # an owner's, but for "it's", "that's"
        return at > 0 and words[at - 1] in small("subjects") | {"here", "what", "where", "how"} - {"one", "another"}
    if word in small("auxiliaries") or word in small("finite"):
        return True
    before = words[at - 1] if at else ""
    verb = verbs().get(word)
    if verb is not None and verb.form in ("past", "present") and not verb.ambiguous:
        return before not in small("determiners")
    if before == "," and words[at + 1 : at + 2] == ["by"]:
        return False  # "one entry, quoted by the paper,"
    if len(word) > 4 and word.endswith("ed") and word not in small("not_past"):
        return before not in small("determiners")
    return False


def is_gerund(word: str) -> bool:
    """For "Speaking", "meeting"."""
    return len(word) > len("being") and word.endswith("ing") and word not in ("morning", "evening", "during", "nothing")


def is_adverb(word: str) -> bool:
    """Whether a word may stand between a subject and its verb: "also", "repeatedly"."""
    return word in small("adverbs") or (len(word) > 4 and word.endswith("ly") and word not in _NO_ADVERBS)


_NO_ADVERBS = frozenset(
    {"family", "italy", "assembly", "reply", "supply", "july", "ally", "bully", "rally", "anomaly", "fly"}
)
