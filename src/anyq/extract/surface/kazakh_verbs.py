"""Verbs of saying in Kazakh: which words are one, in a form that reports."""

import re
from dataclasses import dataclass
from functools import lru_cache

from anyq.extract.surface.kazakh_lexicon import cue_words

# third person: past, present, perfect, evidential; the negative and other persons have more letters
_FINITE = re.compile(r"(?:[дт][ыі]|й?[дт][ыі]|[ае][дт][ыі]|й[дт][ыі]|[ғқ]ан|[гк]ен|[ыі]?п[тт][ыі]|уда|уде)$")
_CONVERB = re.compile(r"(?:[ыі]?п|[ае]|й)$")
_PERFECT = re.compile(r"(?:[ғқ]ан|[гк]ен)$")
_HABIT = re.compile(r"(?:[ае]т|йт)[ыі]н$")
_NOUN = re.compile(r"(?:(?:[ғқ]ан|[гк]ен)(?:[ыі]н?|нан|нен|да|де|дай|дей)?|у[ыі]?н?)$")
_ENDS = frozenset(("", ".", ",", "!", "?", "…", ";", "»", "”", '"', "-", "–", "—"))
DEP = "деп"
DEGEN = "деген"


@dataclass(frozen=True, slots=True)
class Verb:
    """Words ``first`` to ``last`` (inclusive) that report. ``stem`` is of the last word that says.

    ``bare`` is True for the verb "де-" itself, which needs no "деп" before it; ``asks`` for verbs whose clause ends
    in -уға, -уды; ``impersonal`` where nobody says it; ``noun`` where the verb is no clause of its own
    ("деп айыптағаннан кейін"): it cites but does not close the sentence.
    """

    first: int
    last: int
    stem: str
    bare: bool = False
    asks: bool = False
    impersonal: bool = False
    noun: bool = False


def find_verb(forms: list[str], at: int) -> Verb | None:
    """The verb of saying that begins at word ``at``; None where no such verb reports there."""
    words = cue_words()
    form = forms[at]
    if form in cue_words().de:
        return _closed(forms, Verb(at, at, "де", bare=True), form)
    if form in words.impersonal and not (form.startswith("өті") and not _paired_passive(forms, at)):
        return _closed(forms, Verb(at, at, form, bare=form.startswith("делін"), impersonal=True), form)
    pair = _pair(forms, at)
    if pair is not None:
        return pair
    stem, end = _split(form)
    if not stem:
        return None
    asks = stem in words.ask
    if _CONVERB.fullmatch(end) and at + 1 < len(forms) and forms[at + 1] in cue_words().rounds_off:
        return _closed(forms, Verb(at, at + 1, stem, asks=asks), forms[at + 1])
    if _FINITE.fullmatch(end) or (_HABIT.fullmatch(end) and _next(forms, at) in cue_words().after_perfect):
        return _closed(forms, Verb(at, at, stem, asks=asks), form)
    if _NOUN.fullmatch(end):
        return Verb(at, at, stem, asks=asks, noun=True)
    return None


def _paired_passive(forms: list[str], at: int) -> bool:
    return at > 0 and forms[at - 1] in ("атап", "айтылып", "айтып", "баяндалып")


def _pair(forms: list[str], at: int) -> Verb | None:
    """Two words and more that make one verb: "атап өтті", "жоққа шығарды"."""
    for first, stem in cue_words().pairs:
        head = first.split()
        if forms[at : at + len(head)] != head or at + len(head) >= len(forms):
            continue
        last = at + len(head)
        form = forms[last]
        if not form.startswith(stem):
            continue
        end = form[len(stem) :]
        asks = head[0] in cue_words().ask or stem in cue_words().ask
        if _CONVERB.fullmatch(end) and _next(forms, last) in cue_words().rounds_off:
            return _closed(forms, Verb(at, last + 1, head[0], asks=asks), forms[last + 1])
        if _FINITE.fullmatch(end):
            return _closed(forms, Verb(at, last, head[0], asks=asks), form)
        if _NOUN.fullmatch(end):
            return Verb(at, last, head[0], asks=asks, noun=True)
    return None


def _next(forms: list[str], at: int) -> str:
    return forms[at + 1] if at + 1 < len(forms) else ""


def _closed(forms: list[str], verb: Verb, form: str) -> Verb | None:
    """The verb with "еді", "болатын" behind it; None under a negation, a question, or before a noun it describes."""
    after = _next(forms, verb.last)
    if after in cue_words().after_perfect:
        again = _next(forms, verb.last + 1)
        return None if again in cue_words().undoes else _with_last(verb, verb.last + 1)
    if after in cue_words().undoes:
        return None
    if _PERFECT.search(form) and not verb.impersonal and after not in _ENDS:
        return None  # "деп айтқан Омарова", "хабарлаған ведомство", "болашаққа деген (…)": a description
    return verb


def _with_last(verb: Verb, last: int) -> Verb:
    return Verb(verb.first, last, verb.stem, verb.bare, verb.asks, verb.impersonal, verb.noun)


@lru_cache(maxsize=65536)
def _split(form: str) -> tuple[str, str]:
    """Stem and ending of a verb of saying, the longest stem that fits; two empty strings for another word."""
    for size in range(len(form) - 1, 1, -1):
        if form[:size] in cue_words().say or form[:size] in cue_words().ask:
            return form[:size], form[size:]
    return "", ""


@lru_cache(maxsize=65536)
def can_say(form: str) -> bool:
    """True for a word that can be a verb of saying, alone or at the head of a pair."""
    if form in cue_words().de or form == DEP or form in cue_words().impersonal:
        return True
    stem, end = _split(form)
    return bool(stem) and bool(_FINITE.fullmatch(end))
