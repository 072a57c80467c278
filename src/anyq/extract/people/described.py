"""Later noun phrases that mean a person without the name: "глава представительства ВОЗ отметила"."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from anyq.extract.people.figure import Figure
from anyq.extract.people.phrases import BODY_PREPOSITION, leftward, reach
from anyq.extract.people.tokens import Tokens
from anyq.extract.people.words import is_former, is_one_of, lemmas, role_lemma, role_noun
from anyq.text import Span

# a word for any head of a body, whatever the office is called
_HEADS = frozenset(("глава", "руководитель", "руководительница", "начальник"))
_LED_BY = frozenset(
    ("министр", "директор", "гендиректор", "председатель", "президент", "ректор", "губернатор", "мэр", "аким",
     "премьер-министр", "премьер", "представитель", "глава", "руководитель", "начальник", "канцлер", "прокурор")
)  # fmt: skip
_ANOTHER = ("будущ", "нов", "друг", "ин", "перв")


def described(tokens: Tokens, figures: Sequence[Figure], covered: set[int]) -> tuple[Figure, ...]:
    """``figures`` with the role phrases outside ``covered`` that can mean only one of them."""
    found: dict[int, list[Span]] = {}
    for i, word in enumerate(tokens.words):
        if i in covered or word.feats.get("Number") != "Sing" or word.pos != "NOUN" or not role_noun(word):
            continue
        if is_one_of(word.text, "kinship"):
            continue
        words = range(leftward(tokens, i, 0), reach(tokens, i, len(tokens), BODY_PREPOSITION))
        if not covered.isdisjoint(words) or words.stop in covered or _inside(tokens, i, words.start):
            continue
        fitting = [n for n, f in enumerate(figures) if _fits(tokens, f, i, words)]
        if len(fitting) == 1 and figures[fitting[0]].mentions[0].start < word.span.start:
            found.setdefault(fitting[0], []).append(tokens.span(words))
    return tuple(replace(f, role_mentions=tuple(found.get(n, ()))) for n, f in enumerate(figures))


def _inside(tokens: Tokens, index: int, start: int) -> bool:
    """True if the noun is only part of another role ("заместитель министра") or one of many."""
    head = tokens.head(index)
    outer = head >= 0 and tokens.words[index].rel == "nmod" and role_noun(tokens.words[head]) is not None
    before = tokens.text(start - 1).lower() if start else ""
    if is_one_of(before, "office_nouns") or tokens.words[index].feats.get("Case") == "Ins":
        return True  # "на посту министра", "работал министром": the office, not the person
    return outer or before in ("из", "другой", "другая", "один", "каждый", "любой", "новый", "бывший")


def _fits(tokens: Tokens, figure: Figure, head: int, words: range) -> bool:
    lemma = role_lemma(tokens.text(head)) or ""
    before = [tokens.text(i) for i in range(words.start, head)]
    if is_former(" ".join(before)) or any(w.lower().startswith(_ANOTHER) for w in before):
        return False
    if _other_gender(tokens, figure, head):
        return False
    said = {s for i in range(head + 1, words.stop) for s in _stems(tokens.text(i))}
    known = {s for t in (figure.role, figure.organisation) for w in (t or "").split() for s in _stems(w)}
    same = lemma in figure.role_heads
    leads = lemma in _HEADS and any(h in _LED_BY for h in figure.role_heads)
    if not said:
        return same
    return bool(said & known) and (same or leads)


def _other_gender(tokens: Tokens, figure: Figure, head: int) -> bool:
    if tokens.words[head].rel != "nsubj" or figure.gender is None:
        return False
    verb = tokens.head(head)
    gender = tokens.words[verb].feats.get("Gender") if verb >= 0 else None
    return gender == "Fem" and figure.gender == "Masc"  # "министр отметил" may be a woman, "отметила" no man


@lru_cache(maxsize=16384)
def _stems(text: str) -> frozenset[str]:
    """First five letters of the dictionary forms of a word that says something, so that forms of it meet."""
    if len(text) < 2 or not text[0].isalpha() or text.lower() in BODY_PREPOSITION:
        return frozenset()
    if is_one_of(text, "countries"):
        return frozenset()
    return frozenset(lemma[:5] for lemma in lemmas(text.strip('«»",()')))
