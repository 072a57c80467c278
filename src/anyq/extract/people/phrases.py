"""How far a noun phrase reaches: to the right over genitives and prepositions, to the left over adjectives."""

from anyq.extract.people.tokens import Tokens
from anyq.extract.people.words import body_noun, is_one_of, may_modify, possible_cases, role_noun

ANY_PREPOSITION = frozenset(
    ("по", "при", "в", "во", "на", "с", "со", "от", "из", "за", "для", "к", "ко", "перед", "над", "под", "у")
)
BODY_PREPOSITION = frozenset(
    ("по", "при", "в", "во", "за", "для")
)  # "комитет по делам", "штаб при мэрии", "отдел в области"
_CLOSE = {"«": "»", "“": "”", "„": "“", '"': '"', "(": ")"}
_MAX_WORDS = 30


def oblique(tokens: Tokens, index: int) -> bool:
    """True for a noun or adjective that may depend on a noun before it: a genitive, or a word without case."""
    word = tokens.words[index]
    kind = tokens.kinds.get(index)
    if kind == "PER":
        return body_noun(word.text) is not None and word.feats.get("Case") == "Gen"  # swallowed by the tagger
    if kind and (word.feats.get("Case") in ("Gen", "Nom", None) or (kind == "LOC" and "Gen" in possible_cases(word))):
        return True  # "района Прага-6", "компании Google Россия"
    if word.pos not in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "X", "VERB", "SYM"):
        return False
    if word.pos == "VERB":
        return word.feats.get("VerbForm") == "Part" and word.feats.get("Case") == "Gen"
    case = word.feats.get("Case")
    return case == "Gen" or (case is None and word.pos not in ("ADJ", "DET")) or word.text.isupper()


def reach(tokens: Tokens, head: int, limit: int, prepositions: frozenset[str] = ANY_PREPOSITION) -> int:
    """Index after the last word of the noun phrase with head ``head``, at most ``limit``.

    Only phrases with one of ``prepositions`` are taken in; names of persons never are.
    """
    at, end = head + 1, head + 1
    limit = min(limit, head + _MAX_WORDS, len(tokens))
    while at < limit and tokens.same_sentence(head, at):
        text = tokens.text(at)
        if text == "." and tokens.text(at - 1).lower() in ("зав", "зам", "нач", "ген", "пом"):
            at += 1
            continue
        if text in _CLOSE:
            closing = _closing(tokens, at, limit)
            if closing is None or (text == "(" and closing - at > 6):
                break
            at = closing + 1
        elif text.lower() in prepositions and tokens.words[at].pos == "ADP":
            after = _prepositional(tokens, at, limit)
            if after is None:
                break
            at = after
        elif text in (",", "и"):
            after = _listed(tokens, at, limit)
            if after is None:
                break
            at = after
        elif oblique(tokens, at) or _governed(tokens, head, at):
            at += 1
        else:
            break
        end = at
    return end


def _governed(tokens: Tokens, head: int, at: int) -> bool:
    """True for a noun that hangs from the phrase ("торговле мебелью"), or an adjective of such a noun."""
    word = tokens.words[at]
    if tokens.kinds.get(at) == "PER" or word.feats.get("Case") == "Nom" or word.pos not in ("NOUN", "ADJ", "NUM"):
        return False
    above = tokens.head(at)
    if word.pos in ("ADJ", "NUM") and above > at:
        return above - at < 4 and _governed(tokens, head, above)
    return head <= above < at and word.rel in ("nmod", "conj", "amod", "obl", "nummod")


def _closing(tokens: Tokens, opening: int, limit: int) -> int | None:
    wanted, depth = _CLOSE[tokens.text(opening)], 0
    for i in range(opening + 1, min(limit, opening + 14)):
        text = tokens.text(i)
        if not tokens.same_sentence(opening, i):
            return None
        if text == wanted and depth == 0:
            return i
        depth += (text == "«") - (text == "»")
    return None


def _prepositional(tokens: Tokens, at: int, limit: int) -> int | None:
    """Index after the noun of a prepositional phrase that begins at ``at``; None if it has none close by."""
    for i in range(at + 1, min(limit, at + 6)):
        word = tokens.words[i]
        if not tokens.same_sentence(at, i):
            return None
        if word.text in _CLOSE:
            closing = _closing(tokens, i, limit)
            return closing + 1 if closing else None
        if tokens.kinds.get(i) == "PER":
            return None
        if word.pos in ("NOUN", "PROPN", "X"):
            aside = tokens.text(at).lower() != "по" and is_one_of(word.text, "circumstances")
            return None if aside else i + 1
        if word.pos not in ("ADJ", "DET", "NUM") and word.feats.get("VerbForm") != "Part":
            return None
    return None


def _listed(tokens: Tokens, at: int, limit: int) -> int | None:
    """Index after the next member of a list ("развития, связи и коммуникаций"); None if the list ends here."""
    last = tokens.words[at - 1]
    case = last.feats.get("Case")
    i = at + 1
    if i + 1 < limit and tokens.words[i].pos == "ADP" and tokens.kinds.get(i + 1) == tokens.kinds.get(at - 1) == "LOC":
        return i + 2  # "в России, на Украине"
    while i < limit and tokens.same_sentence(at, i) and tokens.words[i].pos == "ADJ":
        i += 1
    if i >= limit or not tokens.same_sentence(at, i) or tokens.words[i].pos not in ("NOUN", "PROPN"):
        return None
    noun = tokens.words[i]
    if tokens.kinds.get(i) == "PER":
        return None
    if body_noun(noun.text) and case not in ("Gen", "Dat"):
        return None  # "Минздрав и газету": two bodies
    if role_noun(noun) or case in ("Nom", None) or case not in possible_cases(noun):
        return None
    if tokens.text(at) == "и":
        return i + 1
    # a comma joins only if the list goes on to its "и"
    for k in range(i + 1, min(limit, i + 10)):
        word = tokens.words[k]
        if not tokens.same_sentence(at, k):
            return None
        if word.text == "и":
            return i + 1
        if word.pos not in ("NOUN", "PROPN", "ADJ") and word.text != ",":
            return None
    return None


def leftward(tokens: Tokens, head: int, floor: int) -> int:
    """Index of the first word of the adjectives that stand before ``head`` and agree with it."""
    start = head
    while start - 1 >= floor and tokens.same_sentence(start - 1, head):
        joined = tokens.text(start - 1) == "и" and start - 2 >= floor and tokens.words[start - 2].pos == "ADJ"
        if _modifies(tokens, start - 1, head) or (joined and _modifies(tokens, start - 2, head)):
            start -= 1
        else:
            break
    return start


def _modifies(tokens: Tokens, index: int, head: int) -> bool:
    """True for an adjective or participle that agrees with ``head``; ages ("42-летний") are no part of a role."""
    word, case = tokens.words[index], tokens.words[head].feats.get("Case")
    if any(c.isdigit() for c in word.text):
        return False
    own = word.feats.get("Case")
    if own != case and not {own, case} <= {"Gen", "Acc"}:
        return False
    if not may_modify(word.text):
        return False  # a verb that opens the sentence, taken for an adjective
    return word.pos == "ADJ" or (word.feats.get("VerbForm") == "Part" and word.rel == "amod")
