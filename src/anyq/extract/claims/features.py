"""What a sentence shows: the visible features that claims.toml weighs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from anyq.extract.claims.weights import Weights
from anyq.extract.parse import Name, Word
from anyq.records.reading import Quantity
from anyq.text import Span

_NOMINAL = re.compile(r"\w[»\")]* [—–-] (?:это )?\w|(?<!\w)(?:это|нет)(?!\w)")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_TAG = re.compile(r"#\w")
_PREDICATES = ("Fin",)


@dataclass(frozen=True)
class View:
    """A sentence as the features see it. ``lower`` is lower case with ё as е; ``said`` lies in a direct quote."""

    span: Span
    lower: str
    words: Sequence[Word]
    names: Sequence[Name]
    quantities: Sequence[Quantity]
    cues: Sequence[Span]
    reports: bool  # what an indirect quotation says stands in it
    said: bool
    heading: bool
    leads_in: bool  # a colon stands behind it
    ended: bool  # a full stop ends it
    tail: bool  # it stands behind a quotation in its sentence


def features(view: View, table: Weights) -> tuple[str, ...]:
    """The names of the features that hold, in the order of claims.toml."""
    held = {name for name in _LISTED if table.says(name, view.lower)}
    held |= _numbers(view)
    held |= _shape(view, table)
    if "quantity" in held or view.names:
        held.discard("vague")
    if view.said:
        held.add("speech")
        first = table.says("first_person", view.lower)
        if first and "quantity" not in held and "deed" not in held:
            held.add("trial")
    if "attribution" in held or "no_verb" in held:
        held -= {"statement", "sourced", "deed", "event", "state"}
    return tuple(name for name in table.cents if name in held)


_LISTED = (
    "opinion", "feeling", "hypothesis", "possibility", "appeal", "ceremony", "routine", "furniture", "law", "harm",
    "cause", "deed", "superlative", "comparison", "state", "plan", "sourced", "denial", "vague",
)  # fmt: skip


def _numbers(view: View) -> set[str]:
    ages = [q for q in view.quantities if q.unit == "year" and q.bound == "exactly"]
    held: set[str] = set()
    if len(ages) < len(view.quantities):
        held.add("quantity")
        if any(q.bound in ("growth", "change") or q.unit == "times" for q in view.quantities):
            held.add("growth")
    elif ages:
        held.add("age")
    if _YEAR.search(view.lower) or any(q.period for q in view.quantities):
        held.add("dated")
    return held


def _shape(view: View, table: Weights) -> set[str]:
    held: set[str] = set()
    verbs = [w for w in view.words if _predicate(w)]
    own = [w for w in verbs if not any(c.touches(w.span) for c in view.cues)]
    if _attributes(view, table, own):
        held.add("attribution")
    full = view.ended and not view.heading and _tells(view, table)
    length = sum(1 for w in view.words if w.text[:1].isalnum())
    if verbs or _NOMINAL.search(view.lower) or (full and length >= table.min_words):
        held.add("statement")
    else:
        held.add("no_verb")
    if view.leads_in:
        held.add("lead_in")
    if any(w.feats.get("Tense") == "Past" or (w.pos == "VERB" and w.feats.get("Variant") == "Short") for w in own):
        held.add("event")
    if any(w.feats.get("Tense") == "Fut" for w in own):
        held.add("plan")
    if view.names:
        held.add("named")
    if view.lower.rstrip('»" ').endswith("?"):
        held.add("question")
    if view.heading:
        held.add("heading")
    if _TAG.search(view.lower):
        held.add("furniture")
    if length < table.min_words:
        held.add("short")
    people = sum(1 for n in view.names if n.kind == "PER")
    if people >= table.roster_names and people > 2 * len(own):
        held.add("roster")
    return held


def _tells(view: View, table: Weights) -> bool:
    """True if a sentence without a verb can still assert something: "Пенсии самые низкие в стране"."""
    ranked = table.says("superlative", view.lower) or table.says("comparison", view.lower)
    return ranked or bool(view.names or view.quantities or _YEAR.search(view.lower))


def _attributes(view: View, table: Weights, own: Sequence[Word]) -> bool:
    """True for a sentence that only says who said it: "Об этом сообщил …", ", – добавила она"."""
    if view.quantities or len(own) > 1:
        return False
    opens = table.says("about_this", view.lower[:_OPENING_CHARS]) and table.says("saying", view.lower)
    few = view.tail or sum(1 for w in view.words if w.text[:1].isalnum()) <= MAX_TAIL_WORDS
    return opens or (bool(view.cues) and not own and few and not view.reports)


MAX_TAIL_WORDS = 9  # cue, name and office behind a quotation
_OPENING_CHARS = 60  # "Об этом губернатор области заявил": the cue opens the sentence


def _predicate(word: Word) -> bool:
    if word.pos in ("VERB", "AUX"):
        return word.feats.get("VerbForm") in _PREDICATES or word.feats.get("Variant") == "Short"
    return word.pos == "ADJ" and word.feats.get("Variant") == "Short"
