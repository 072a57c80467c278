"""«министр», «спортсменка», «глава ведомства»: the person named before that such words point back to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from anyq.extract.people import Figure
from anyq.extract.quotes.lexicon import Lexicon
from anyq.languages import table

_FORMER = ("бывш", "экс-", "отставн", "прежн")
_ORDINAL = frozenset(["другой", "второй", "первый", "третий", "еще", "последний", "некий", "один", "очередной"])


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """A noun phrase without a name: lemma of its head, lemmas of its other words, gender it can have."""

    head: str
    others: frozenset[str]
    gender: str | None
    former: bool


def normal(word: str) -> str:
    """A word as the lists spell it."""
    return word.lower().replace("ё", "е")


@cache
def _epithets(lang: str) -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    data = table(lang, "epithets")
    anybody = frozenset(normal(w) for w in str(data["any"]).split())
    return anybody, {normal(k): tuple(normal(w) for w in str(v).split()) for k, v in data["of"].items()}


def is_epithet(head: str, lang: str) -> bool:
    """True if ``head`` can point back to a person whose role it is not."""
    anybody, of = _epithets(lang)
    return head in anybody or head in of


def _held(figure: Figure) -> set[str]:
    """Lemmas of what a figure is called; a hyphened role counts by its parts too."""
    heads = {normal(r) for r in figure.role_heads}
    return heads | {p for h in heads for p in h.split("-") if len(p) > 3}


def can_be(figure: Figure, phrase: RolePhrase, words: Lexicon, lang: str) -> int:
    """How well a figure fits a role phrase: 3 by its role and body, 2 by its role, 1 by having none, 0 not."""
    if phrase.gender and figure.gender and phrase.gender != figure.gender:
        return 0
    if _ORDINAL & phrase.others:
        return 0
    held, head = _held(figure), phrase.head.removeprefix("экс-")
    anybody, of = _epithets(lang)
    may_be = of.get(head, ())
    by_role = head in held or _meets(held, may_be)
    if not held and not figure.role:
        return 1 if head in anybody else 0
    if not by_role:
        spoken_for = head in words.heads and "представитель" in held and _overlap(figure, set(phrase.others))
        return 2 if spoken_for else 0
    was = any(f in normal(figure.role or "") for f in _FORMER)
    if phrase.former != was and was:
        return 0
    telling = {
        o for o in phrase.others if o not in words.bodies | words.places | {"новый", "бывший", "нынешний", "российский"}
    }
    if not telling:
        return 2
    if _overlap(figure, telling):
        return 3
    vague = figure.organisation is None or normal(figure.organisation) in words.places | words.bodies
    return 2 if head in held and vague and len(telling) <= 1 else 0


def _meets(held: set[str], may_be: Iterable[str]) -> bool:
    return any(h.endswith(m[1:]) if m.startswith("-") else h == m for m in may_be for h in held)


def _overlap(figure: Figure, telling: set[str]) -> bool:
    """True if a telling word of the phrase stands in the figure's role or body; "Минздрав" meets "здравоохранения"."""
    known = normal(" ".join(filter(None, (figure.role, figure.organisation))))
    for word in telling:
        stem = word[: max(3, len(word) - 2)]
        if stem in known or (word.startswith("мин") and len(word) > 5 and word[3:7] in known):
            return True
    return False


def pick(
    figures: Sequence[Figure], candidates: Sequence[int], phrase: RolePhrase, words: Lexicon, lang: str
) -> tuple[int | None, bool]:
    """The one figure that fits best, and whether several fit alike.

    A figure without a role is taken only where nobody else of that gender was named.
    """
    marks = {n: can_be(figures[n], phrase, words, lang) for n in candidates}
    for least in (3, 2):
        best = [n for n, mark in marks.items() if mark >= least]
        if len(best) == 1:
            return (None, True) if _partner(figures, best[0], candidates, phrase) else (best[0], False)
        if best:
            return None, True
    nameless = [n for n, mark in marks.items() if mark == 1]
    rivals = [n for n in candidates if not phrase.gender or figures[n].gender in (None, phrase.gender)]
    if len(nameless) == 1 and len(rivals) == 1:
        return nameless[0], False
    return None, bool(nameless)


def _partner(figures: Sequence[Figure], chosen: int, candidates: Sequence[int], phrase: RolePhrase) -> bool:
    """«врачи Аманжол и Ван Лой»: another one named right beside, without a role, shares this one."""
    for n in candidates:
        other = figures[n]
        if n == chosen or other.role or (phrase.gender and other.gender not in (None, phrase.gender)):
            continue
        if any(0 < o.start - m.end <= 4 for m in figures[chosen].mentions for o in other.mentions):
            return True
    return False
