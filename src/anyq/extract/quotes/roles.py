"""«министр», «спортсменка», «глава ведомства»: the person named before that such words point back to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from anyq.extract.people import Figure, is_current, is_former
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.scene import Scene, Turn
from anyq.languages import lines, table

# who heads a place as a whole, and what shows that a "глава" heads something inside it
_OF_PLACE = frozenset(["мэр", "градоначальник", "губернатор", "аким", "премьер", "премьер-министр", "градоначальница"])
_HEADS_OF_ANYTHING = frozenset(["глава", "руководитель", "начальник", "председатель", "директор", "заведующий"])
_PARTS = (
    "департамент", "управлени", "комитет", "комисси", "отдел", "министерств", "служб", "агентств", "инспекци", "фонд",
    "федераци", "компани", "совет", "союз", "центр", "штаб", "палат", "ведомств", "дум", "банк", "завод", "фракци",
    "парти", "полици", "прокуратур", "мин", "гос", "рос", "пресс-", "аппарат", "канцеляри", "музе", "театр", "школ",
)  # fmt: skip
_ORDINAL = frozenset(["другой", "второй", "первый", "третий", "еще", "последний", "некий", "один", "очередной"])


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """A noun phrase without a name: lemma of its head, lemmas of its other words, gender it can have.

    ``owned`` is true where a noun in it says whose: "лидер движения".
    """

    head: str
    others: frozenset[str]
    gender: str | None
    former: bool
    owned: bool


def normal(word: str) -> str:
    """A word as the lists spell it."""
    return word.lower().replace("ё", "е")


@cache
def _epithets(lang: str) -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    data = table(lang, "epithets")
    anybody = frozenset(normal(w) for w in f"{data['any']} {data['person']}".split())
    return anybody, {normal(k): tuple(normal(w) for w in str(v).split()) for k, v in data["of"].items()}


@cache
def _anyone(lang: str) -> frozenset[str]:
    """Words that fit anybody, whatever his role: "мужчина", "россиянин"."""
    return frozenset(normal(w) for w in str(table(lang, "epithets")["person"]).split())


@cache
def _plain(lang: str) -> frozenset[str]:
    """Adjectives that do not tell one holder of a role from another."""
    return frozenset(normal(w) for row in lines(lang, "plain_adjectives") for w in row.split())


@cache
def _abbreviations(lang: str) -> dict[str, tuple[str, ...]]:
    rows = (tuple(normal(w.strip()) for w in row.split("|")) for row in lines(lang, "place_abbreviations"))
    return {row[0]: row[1:] for row in rows}


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
    by_role = head in held or _meets(held, may_be, normal(figure.role or ""))
    if by_role and head in _OF_PLACE and _of_a_part(figure, words):
        return 0
    if (not held and not figure.role) or (head in _anyone(lang) and not by_role):
        return 1 if head in anybody and not phrase.owned else 0
    if not by_role:
        spoken_for = head in words.heads and "представитель" in held and _overlap(figure, set(phrase.others))
        return 2 if spoken_for else 0
    if is_former(figure.role or "") > phrase.former or (phrase.former and is_current(figure.role or "")):
        return 0
    telling = {o for o in phrase.others if o not in words.bodies | words.places | _plain(lang)}
    telling = {o for o in telling if not o.endswith("летний")}
    if not telling:
        return 2
    short = _abbreviations(lang)
    telling = {w for o in telling for w in short.get(o, (o,))}
    if _overlap(figure, telling):
        return 3
    if not phrase.owned and all(o.endswith(("ский", "цкий")) for o in telling):
        return 1  # «норвежский премьер»: the place may have been told in other words
    vague = figure.organisation is None or normal(figure.organisation) in words.places | words.bodies
    return 2 if head in held and vague and len(telling) <= 1 else 0


def _meets(held: set[str], may_be: Iterable[str], role: str) -> bool:
    """True if a role is one of ``may_be``: "-лог" any that ends so, "глава_кабинета" a глава of such a thing."""
    for one in may_be:
        noun, _, thing = one.partition("_")
        if thing and thing[:-1].replace("_", " ") not in role:
            continue
        if any(h.endswith(noun[1:]) if noun.startswith("-") else h == noun for h in held):
            return True
    return False


def _of_a_part(figure: Figure, words: Lexicon) -> bool:
    """«глава департамента» is no «градоначальник», whatever place the department belongs to."""
    role = normal(figure.role or "").split()
    head = next((n for n, w in enumerate(role) if w in _HEADS_OF_ANYTHING), None)
    return head is not None and head + 1 < len(role) and role[head + 1].startswith(_PARTS)


def _overlap(figure: Figure, telling: set[str]) -> bool:
    """True if a telling word of the phrase stands in the figure's role or body; "Минздрав" meets "здравоохранения"."""
    known = normal(" ".join(filter(None, (figure.role, figure.organisation))))
    for word in telling:
        stem = word[: max(3, len(word) - 2)]
        if stem in known or (word.startswith("мин") and len(word) > 5 and word[3:7] in known):
            return True
    return False


def pick(
    scene: Scene, candidates: Sequence[int], phrase: RolePhrase, words: Lexicon, lang: str, at: int
) -> tuple[int | None, bool]:
    """The one figure that a phrase at offset ``at`` fits best, and whether several fit alike.

    A figure without a role is taken only where nobody else of that gender has done anything.
    """
    figures = scene.figures
    marks = {n: can_be(figures[n], phrase, words, lang) for n in candidates}
    marks |= {n: 2 for n in candidates if marks[n] < 2 and not phrase.owned and _called_beside(scene, n, phrase)}
    if phrase.former and any(mark > 1 and is_former(figures[n].role or "") for n, mark in marks.items()):
        marks = {n: mark if is_former(figures[n].role or "") else 0 for n, mark in marks.items()}
    for least in (3, 2):
        best = _likeliest(scene, [n for n, mark in marks.items() if mark >= least], phrase, at)
        if len(best) == 1:
            return (None, True) if _partner(figures, best[0], candidates, phrase) else (best[0], False)
        if best:
            return None, True
    nameless = [n for n, mark in marks.items() if mark == 1]
    just_spoke = _just_spoke(scene, nameless, at)
    if just_spoke is not None and not _stranger_before(scene, phrase, at, since=just_spoke.at):
        return just_spoke.answer.figures[0], False
    rivals = [n for n in candidates if not phrase.gender or figures[n].gender in (None, phrase.gender)]
    doing = {*_acting(scene, rivals, at), *nameless}
    since = max((start for start, _ in _narrated(scene, nameless, at)), default=-1)
    if len(nameless) == 1 and len(doing) == 1 and not _stranger_before(scene, phrase, at, since=since):
        return nameless[0], False
    return None, bool(nameless)


def _called_beside(scene: Scene, figure: int, phrase: RolePhrase) -> bool:
    """«избрали председателем Куата Рысбека»: the noun stands right before the name, in the case of either."""
    if scene.figures[figure].role:
        return False
    found = ((w, named) for w, named in scene.beside.get(figure, ()) if normal(w.lemma) == phrase.head)
    word, named = next(found, (None, None))
    return word is not None and named is not None and word.feats.get("Case") in ("Ins", named.feats.get("Case"))


def _likeliest(scene: Scene, best: list[int], phrase: RolePhrase, at: int) -> list[int]:
    """Of several whom a role fits: who is called just so, does anything, has just spoken, or was named last."""
    exact = [n for n in best if phrase.head in {normal(r) for r in scene.figures[n].role_heads}]
    best = exact or best
    acting = _acting(scene, best, at)
    if acting and len(best) > 1:
        places = {scene.parse.sentence_at(m.start) for m, n in scene.mentions if n in acting}
        beside = {n for m, n in scene.mentions if scene.parse.sentence_at(m.start) in places}
        best = [n for n in best if n in acting or n in beside]
    if len(best) < 2:
        return best
    last = _just_spoke(scene, best, at)
    if last is not None:
        return [last.answer.figures[0]]
    named = _narrated(scene, best, at)
    if not exact or not named:
        return best
    number = scene.parse.sentence_at(named[-1][0])
    there = {a.figure for a in scene.actors.get(number, ()) if a.figure in best}
    lone = there == {named[-1][1]} and named[-1][1] in _acting(scene, best, at, sentence=number)
    return [named[-1][1]] if lone else best


def _narrated(scene: Scene, figures: Sequence[int], at: int) -> list[tuple[int, int]]:
    """Where these figures are named before ``at``, direct speech aside, and which of them."""
    before = sorted((m, n) for n in set(figures) for m in scene.narrated.get(n, ()) if m.start < at)
    return [(m.start, n) for m, n in before]


def _just_spoke(scene: Scene, figures: Sequence[int], at: int) -> Turn | None:
    """The last thing said before ``at``, if one of ``figures`` said it and no other one was named since."""
    last = scene.last_turn(at)
    if last is None or len(last.answer.figures) != 1 or last.answer.figures[0] not in figures:
        return None
    others = [n for start, n in _narrated(scene, figures, at) if start > last.at and n != last.answer.figures[0]]
    return None if others else last


def _acting(scene: Scene, figures: Sequence[int], at: int, *, sentence: int | None = None) -> list[int]:
    """Those who were the subject of something, or spoke, before ``at`` (in ``sentence`` alone, if given)."""
    if sentence is None:
        return [f for f in figures if scene.acted_from(f) < at]
    did = {a.figure for a in scene.actors.get(sentence, ()) if a.subject and a.at < at}
    did |= {f for t in scene.turns_in(sentence) if t.at < at for f in t.answer.figures}
    return [f for f in figures if f in did]


def _stranger_before(scene: Scene, phrase: RolePhrase, at: int, *, since: int) -> bool:
    """True if somebody without a name, whom the phrase may mean, has done something, after ``since``."""
    return any(
        a.figure is None and a.subject and a.label != phrase.head and phrase.gender in (None, a.gender)
        for here in scene.actors.values()
        for a in here
        if since < a.at < at
        and not any(t.answer.mention and t.answer.mention.start <= a.at < t.answer.mention.end for t in scene.turns)
    )


def _partner(figures: Sequence[Figure], chosen: int, candidates: Sequence[int], phrase: RolePhrase) -> bool:
    """«врачи Аманжол и Ван Лой»: another one named right beside shares the role; "врач" may be a woman."""
    for n in candidates:
        other = figures[n]
        shares = phrase.head in {normal(r) for r in other.role_heads}
        agrees = phrase.gender != "Fem" if shares else phrase.gender in (None, other.gender) or other.gender is None
        if n == chosen or (other.role and not shares) or not agrees:
            continue
        if any(
            0 < o.start - m.end <= 4 or 0 < m.start - o.end <= 4
            for m in figures[chosen].mentions
            for o in other.mentions
        ):
            return True
    return False
