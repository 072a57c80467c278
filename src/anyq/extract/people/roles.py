"""Roles: the noun phrase beside a name that says what the person is."""

from dataclasses import dataclass

from anyq.extract.people.mentions import Mention
from anyq.extract.people.phrases import leftward, reach
from anyq.extract.people.tokens import Tokens
from anyq.extract.people.words import is_one_of, listed, role_lemma, role_noun

_MAX_BACK = 40
_ACTING = ("врио", "и.о", "ио")


@dataclass(frozen=True, slots=True)
class Role:
    """The words of a role phrase and the indexes of its head nouns; ``rank`` 0 is apposition, 1 a linking verb."""

    words: range
    heads: tuple[int, ...]
    rank: int = 0


def role_before(tokens: Tokens, mention: Mention, floor: int) -> Role | None:
    """The role that ends right before the name: "министр культуры Аида …"; nothing left of ``floor``."""
    stop = mention.words.start
    stop = _skip_address(tokens, stop, floor)
    if stop <= floor:
        return None
    cases = _cases(mention)
    found = _phrase_ending(tokens, stop, floor, cases)
    if found is None:
        return None
    start, heads = found[0], [found[1]]
    while start - 2 >= floor and tokens.text(start - 1) in (",", "и") and tokens.same_sentence(start - 1, stop):
        more = _phrase_ending(tokens, start - 1, floor, cases)
        if more is None or not _same_number(tokens, more[1], heads[-1]):
            break
        start, heads = more[0], [*heads, more[1]]
    return Role(range(start, stop), tuple(reversed(heads)))


def _same_number(tokens: Tokens, one: int, other: int) -> bool:
    a, b = tokens.words[one].feats, tokens.words[other].feats
    return a.get("Number") == b.get("Number") and a.get("Case") == b.get("Case")


def _cases(mention: Mention) -> frozenset[str]:
    """Cases that the likely readings of the name allow; genitive and accusative of men are one."""
    best = mention.namings[0].score
    cases: set[str] = set()
    for naming in mention.namings:
        if naming.score >= best * 0.5:
            cases |= naming.cases
    if cases & {"Gen", "Acc"}:
        cases |= {"Gen", "Acc"}
    return frozenset(cases)


def _skip_address(tokens: Tokens, stop: int, floor: int) -> int:
    """Index before honorifics, quoted marks and ages that stand between role and name."""
    while stop - 1 >= floor and is_one_of(tokens.text(stop - 1), "honorifics"):
        stop -= 1
    return stop


def _phrase_ending(tokens: Tokens, stop: int, floor: int, cases: frozenset[str]) -> tuple[int, int] | None:
    """(first word, head) of the role phrase that ends before ``stop`` in one of ``cases``."""
    heads = _candidates(tokens, stop, floor)
    fitting = [h for h in heads if _case_of(tokens, h) in cases]
    if not fitting:
        return None
    head = fitting[0]
    # "заместителя министра": where both agree with the name, the outer noun is the role
    for outer in fitting[1:]:
        if _directly(tokens, outer, head):
            head = outer
        else:
            break
    start = leftward(tokens, head, floor)
    return start, head


def _case_of(tokens: Tokens, index: int) -> str:
    return tokens.words[index].feats.get("Case", "Nom")


def _directly(tokens: Tokens, outer: int, inner: int) -> bool:
    return all(tokens.words[i].pos == "ADJ" for i in range(outer + 1, inner))


def _candidates(tokens: Tokens, stop: int, floor: int) -> list[int]:
    """Indexes of role nouns from which a phrase reaches exactly to ``stop``, nearest first."""
    found: list[int] = []
    for i in range(stop - 1, max(floor - 1, stop - _MAX_BACK, -1), -1):
        word = tokens.words[i]
        if not tokens.same_sentence(i, stop - 1) or word.text in (";", ":", "!", "?"):
            break
        if word.pos == "VERB" and word.feats.get("VerbForm") in ("Fin", "Conv", "Inf"):
            break
        if word.text.lower() in _ACTING or (role_noun(word) and not is_one_of(word.text, "kinship")):
            if reach(tokens, i, stop) >= stop:
                found.append(i)
            elif found or stop - i > 14:
                break
    return found


def role_after(tokens: Tokens, mention: Mention, limit: int) -> Role | None:
    """The role that follows the name: ", директор …,", "(директор …)", "— директор …"; up to ``limit``."""
    at = mention.words.stop
    if at >= limit or not tokens.same_sentence(at - 1, at):
        return None
    mark = tokens.text(at)
    if mark not in (",", "(", "—", "–", "-"):
        return None
    cases = _cases(mention) if mark == "," else frozenset((*_cases(mention), "Nom"))
    head = _first_head(tokens, at + 1, limit)
    if head is None or _case_of(tokens, head) not in cases:
        return None
    start = leftward(tokens, head, at + 1)
    end, heads = reach(tokens, head, limit), [head]
    while end < limit and tokens.text(end) in (",", "и") and tokens.same_sentence(at, end):
        more = _first_head(tokens, end + 1, limit)
        if more is None or not _same_number(tokens, more, head):
            break
        end, heads = reach(tokens, more, limit), [*heads, more]
    return Role(range(start, end), tuple(heads))


def _first_head(tokens: Tokens, at: int, limit: int) -> int | None:
    """The role noun that begins a phrase at ``at`` after at most four adjectives."""
    for i in range(at, min(at + 5, limit)):
        word = tokens.words[i]
        if not tokens.same_sentence(at, i):
            return None
        if (
            role_noun(word)
            and word.pos in ("NOUN", "PROPN", "X", "ADJ", "VERB")
            and not is_one_of(word.text, "kinship")
        ):
            return i
        if word.pos not in ("ADJ", "DET", "ADV", "NUM") and word.feats.get("VerbForm") != "Part":
            return None
    return None


def role_linked(tokens: Tokens, mention: Mention, floor: int, limit: int) -> Role | None:
    """The role that a linking verb gives: "директором агентства стала …", "… назначен министром"."""
    if "Nom" not in _cases(mention) and "Acc" not in _cases(mention):
        return None
    first, last = mention.words.start, mention.words.stop
    near = [*range(first - 1, max(floor, first - 4) - 1, -1), *range(last, min(limit, last + 6))]
    for i in near:
        if not tokens.same_sentence(i, first):
            continue
        word = tokens.words[i]
        if word.pos in ("VERB", "AUX") and word.lemma in listed("linking_verbs"):
            return _instrumental(tokens, i, floor, limit, mention)
    return None


def _instrumental(tokens: Tokens, verb: int, floor: int, limit: int, mention: Mention) -> Role | None:
    for i in [*range(verb + 1, min(limit, verb + 8)), *range(verb - 1, max(floor, verb - 16) - 1, -1)]:
        if not tokens.same_sentence(i, verb):
            continue
        if i in mention.words:
            continue
        if role_noun(tokens.words[i]) and tokens.words[i].feats.get("Case") == "Ins":
            stop = limit if i > verb else verb
            if mention.words.start > i:
                stop = min(stop, mention.words.start)
            end = reach(tokens, i, stop)
            return Role(range(leftward(tokens, i, floor), end), (i,), 1)
    return None


def head_lemmas(tokens: Tokens, role: Role) -> tuple[str, ...]:
    """Lemmas of the role's head nouns."""
    return tuple(role_lemma(tokens.text(h)) or tokens.words[h].lemma for h in role.heads)
