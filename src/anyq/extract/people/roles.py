"""Roles: the noun phrase beside a name that says what the person is."""

from dataclasses import dataclass

from anyq.extract.people.mentions import Mention
from anyq.extract.people.phrases import leftward, reach
from anyq.extract.people.tokens import Tokens
from anyq.extract.people.words import (
    body_noun,
    cases_of,
    is_feminine,
    is_one_of,
    is_person_noun,
    is_plural,
    listed,
    may_be_singular,
    possible_cases,
    role_lemma,
    role_noun,
)

_MAX_BACK = 40
_CLAUSE = 10
_GENITIVE = frozenset(("Gen", "Acc"))
_IF = frozenset(
    ("если", "бы", "б", "ли", "чтобы", "может", "могут", "мог", "могла", "могли", "хочет", "хотел", "хотела",
     "мечтает", "не", "вряд", "якобы", "либо", "пусть", "кабы", "будто", "вдруг", "намерен", "намерена", "рассчитывает",
     "надеется", "пытается", "пытался", "пыталась")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Role:
    """The words of a role phrase and the indexes of its head nouns; ``rank`` 0 is apposition, 1 a linking verb.

    ``case`` is that of the heads, agreed with the name.
    """

    words: range
    heads: tuple[int, ...]
    rank: int = 0
    case: str = "Nom"


def role_before(tokens: Tokens, mention: Mention, floor: int) -> Role | None:
    """The role that ends right before the name: "министр культуры Аида …"; nothing left of ``floor``."""
    stop = _skip_address(tokens, mention.words.start, floor)
    if stop - 1 > floor and tokens.text(stop - 1) == ":":
        role = phrase_before(tokens, mention, stop - 1, floor)  # "победили спортсменки из Актау: Анна … и Инна …"
        return role if role and _many(tokens, mention) and all(is_plural(tokens.words[h]) for h in role.heads) else None
    return phrase_before(tokens, mention, stop, floor) or _one_of(tokens, stop, floor)


def _one_of(tokens: Tokens, stop: int, floor: int) -> Role | None:
    """The role of "один из заместителей министра …": a plural in the genitive that is one man's."""
    for i in range(stop - 2, max(floor, stop - _CLAUSE), -1):
        if not tokens.same_sentence(i, stop):
            return None
        if tokens.text(i).lower() != "из" or not tokens.text(i - 1).lower().startswith(("один", "одн")):
            continue
        head = _first_head(tokens, i + 1, stop)
        plural = head is not None and is_plural(tokens.words[head], "Gen")
        return (
            Role(range(i + 1, stop), (head,), case="Gen")
            if head and plural and reach(tokens, head, stop) >= stop
            else None
        )
    return None


def phrase_before(tokens: Tokens, mention: Mention, stop: int, floor: int) -> Role | None:
    """The role phrase, or several joined by commas, that ends before ``stop`` and agrees with ``mention``."""
    if stop <= floor or not tokens.same_sentence(stop - 1, mention.words.start):
        return None
    cases = _cases(mention)
    found = _phrase_ending(tokens, stop, floor, mention)
    if found is None:
        return None
    start, heads = found[0], [found[1]]
    while start - 1 >= floor and tokens.same_sentence(start - 1, stop - 1):
        # "председатель совета, депутат …", or side by side: "представитель полиции полковник …"
        if tokens.text(start - 1) in ("—", "–"):
            break  # "похититель — водитель …": the one is said of the other
        end = start - 1 if tokens.text(start - 1) in (",", "и") else start
        if tokens.text(end) == "и" and end > floor and is_one_of(tokens.text(end - 1), "kinship"):
            start, heads = end - 1, [*heads, end - 1]  # "отец и тренер борца"
            break
        more = _phrase_ending(tokens, end, floor, mention) if end > floor else None
        if more and more[0] > floor and is_one_of(tokens.text(more[0] - 1), "office_nouns"):
            break  # "утвердил на посту премьера лидера партии …": the office is no second role
        if more is None or not _same_number(tokens, more[1], heads[-1]):
            break
        # "руководителя Офиса президента …" is one role, "представителя полиции полковника …" two
        nested = end == start and cases_of(tokens.words[heads[-1]]) == _GENITIVE
        nested = nested and is_one_of(tokens.text(heads[-1]), "place_roles")
        start, heads = more[0], [*(heads[:-1] if nested else heads), more[1]]
    return Role(range(start, stop), tuple(reversed(heads)), case=_case(tokens, heads[0], cases))


def _case(tokens: Tokens, head: int, cases: frozenset[str]) -> str:
    """The case in which a head noun agrees with a name of ``cases``."""
    tagged, possible = cases_of(tokens.words[head]) & cases, possible_cases(tokens.words[head]) & cases
    return next((c for c in ("Nom", "Gen", "Dat", "Ins", "Loc", "Acc") if c in (tagged or possible)), "Nom")


def _same_number(tokens: Tokens, one: int, other: int) -> bool:
    a, b = tokens.words[one], tokens.words[other]
    return is_plural(a) == is_plural(b) and bool(cases_of(a) & cases_of(b))


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


def _suits(tokens: Tokens, head: int, mention: Mention) -> bool:
    """True unless the noun names women and the name is a man's, or the name is that of somebody else's man.

    "преемник Дюма" may be the one who came after him: a bare name that may be a genitive takes no such role.
    """
    best = mention.best
    fair = (n for n in mention.namings if n.score >= best.score * 0.3)
    if not best.given and any("Gen" in n.cases for n in fair) and is_one_of(tokens.text(head), "relational_roles"):
        return False
    return mention.best.gender != "Masc" or not is_feminine(tokens.text(head))


def _skip_address(tokens: Tokens, stop: int, floor: int) -> int:
    """Index before the honorifics, ages and the dash that may stand between role and name."""
    while stop - 1 >= floor:
        text = tokens.text(stop - 1)
        if text == ",":
            return _before_clause(tokens, stop, floor)
        if text in ("имени", "фамилии", "прозвищу", "кличке") and tokens.text(stop - 2) == "по" and stop - 2 >= floor:
            stop -= 2  # "нападавший по имени …"
            continue
        aged = text[:1].isdigit() and "летн" in text
        if not aged and text not in ("—", "–") and not is_one_of(text, "honorifics"):
            break
        stop -= 1
    return stop


def _before_clause(tokens: Tokens, stop: int, floor: int) -> int:
    """Index before a participle between commas: "спикер парламента, побывавший в Лирии, Олег …"; else ``stop``."""
    for i in range(stop - 2, max(floor, stop - _CLAUSE) - 1, -1):
        if not tokens.same_sentence(i, stop) or tokens.text(i) == ",":
            opens = tokens.words[i + 1].feats
            return i if opens.get("VerbForm") == "Part" and opens.get("Number") == "Sing" else stop
    return stop


def _phrase_ending(tokens: Tokens, stop: int, floor: int, mention: Mention) -> tuple[int, int] | None:
    """(first word, head) of the role phrase that ends before ``stop`` in the case of ``mention``."""
    cases = _cases(mention)
    many = _many(tokens, mention)
    heads = [
        h
        for h in _candidates(tokens, stop, floor)
        if _suits(tokens, h, mention)
        and (many or may_be_singular(tokens.words[h]))
        and (not is_one_of(tokens.text(h), "kinship") or _is_relative(tokens, h, mention))
    ]
    fitting = [h for h in heads if cases_of(tokens.words[h]) & cases or _acting(tokens, h, floor) < h]
    if not fitting:
        fitting = [h for h in heads if possible_cases(tokens.words[h]) & cases and may_be_singular(tokens.words[h])]
    if not fitting:
        head = stop - 1
        return (leftward(tokens, head, floor), head) if _is_somebody(tokens, head, mention) else None
    if mention.best.cases == {"Nom"}:
        # "представитель семьи погибшего Фрейзер Стоун": the genitive is another's
        fitting = [h for h in fitting if "Nom" in cases_of(tokens.words[h])] or fitting
    head = fitting[0]
    kin = next((h for h in fitting if is_one_of(tokens.text(h), "kinship")), None)
    if kin is not None:
        return leftward(tokens, kin, floor), kin
    # "заместителя министра": where both agree with the name, the outer noun is the role
    for outer in fitting[1:]:
        office = outer > floor and is_one_of(tokens.text(outer - 1), "office_nouns")
        if _directly(tokens, outer, head) and not office and not is_one_of(tokens.text(outer), "kinship"):
            head = outer
        else:
            break
    acting = _acting(tokens, head, floor)
    return (acting if acting < head else leftward(tokens, head, floor)), head


def _many(tokens: Tokens, mention: Mention) -> bool:
    """True if another name seems to follow after "и" or a comma."""
    return tokens.text(mention.words.stop) in (",", "и") and tokens.text(mention.words.stop + 1)[:1].isupper()


def _is_somebody(tokens: Tokens, index: int, mention: Mention) -> bool:
    """True for any noun for a person right before a full name that agrees with it: "многоборец Богдан …"."""
    word = tokens.words[index]
    if not (mention.best.given and mention.best.surname) or word.pos != "NOUN" or not word.text.islower():
        return False
    if word.feats.get("Animacy") != "Anim" or is_plural(word) or not cases_of(word) & _cases(mention):
        return False
    return is_person_noun(word.text) and _suits(tokens, index, mention)


def _acting(tokens: Tokens, head: int, floor: int) -> int:
    """Index where "и. о.", "врио", "(временно) исполняющий обязанности" begins before ``head``, else ``head``."""
    start = head
    while start - 1 >= floor and tokens.words[start - 1].pos == "ADJ":
        start -= 1
    for size, words in ((4, ["и", ".", "о", "."]), (1, ["врио"]), (1, ["ио"]), (1, ["и.о"])):
        if start - size >= floor and [tokens.text(i).lower() for i in range(start - size, start)] == words:
            return start - size
    if start - 2 >= floor and tokens.text(start - 1) == "обязанности":
        lemma = tokens.text(start - 2).lower()
        if lemma.startswith(("исполняющ", "исполнявш")):
            return start - 3 if start - 3 >= floor and tokens.text(start - 3).lower() == "временно" else start - 2
    return head


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
        kin = is_one_of(word.text, "kinship")
        if (_role_at(tokens, i) and not kin) or (kin and _kin_of_role(tokens, i, stop)):
            if reach(tokens, i, stop) >= stop:
                found.append(i)
            elif found or stop - i > 14:
                break
    return found


def _is_relative(tokens: Tokens, kin: int, mention: Mention) -> bool:
    """True if the name is that of the kin; in "сына актёра Олега …" it may be that of the actor."""
    return bool((cases_of(tokens.words[kin]) & mention.best.cases) - _GENITIVE)


def _kin_of_role(tokens: Tokens, index: int, stop: int) -> bool:
    """True for kin of somebody said by role only, close after: "мать спортсменки Инна …", "сын миллиардера …"."""
    word = tokens.words[index]
    if word.pos != "NOUN" or is_plural(word):
        return False
    head = next((i for i in range(index + 1, min(stop, index + 4)) if tokens.words[i].pos == "NOUN"), None)
    if head is None or "Gen" not in cases_of(tokens.words[head]):
        return False
    return role_noun(tokens.words[head]) is not None or is_one_of(tokens.text(head), "kinship")


def _role_at(tokens: Tokens, index: int) -> bool:
    """True if the word stands as a role: a role noun, or a participle that no noun follows ("подозреваемого в …")."""
    word = tokens.words[index]
    if role_noun(word):
        return True
    if word.pos not in ("ADJ", "VERB") or role_lemma(word.text) is None or not tokens.same_sentence(index, index + 1):
        return False
    after = tokens.words[index + 1]
    return after.pos not in ("NOUN", "ADJ") or after.feats.get("Case") not in (word.feats.get("Case"), None)


def role_after(tokens: Tokens, mention: Mention, limit: int) -> Role | None:
    """The role that follows the name: ", директор …,", "(директор …)", "— директор …"; up to ``limit``."""
    at = mention.words.stop
    if tokens.text(at) == "(" and ")" in (rest := [tokens.text(i) for i in range(at, min(at + 7, limit))]):
        after = at + rest.index(")") + 1
        if not any(role_noun(tokens.words[i]) for i in range(at, after)):
            at = after  # "Скотт Хорн (Scott Horn), астронавт"
    if at >= limit or not tokens.same_sentence(at - 1, at):
        return None
    mark = tokens.text(at)
    if mark not in (",", "(", "—", "–", "-"):
        return None
    cases = _cases(mention) if mark == "," else frozenset((*_cases(mention), "Nom"))
    head = _first_head(tokens, at + 1, limit)
    if head is None or not _suits(tokens, head, mention) or not may_be_singular(tokens.words[head]):
        return None
    acting = _acting(tokens, head, at + 1)
    if acting == head and not cases_of(tokens.words[head]) & cases:
        return None
    start = acting if acting < head else leftward(tokens, head, at + 1)
    end, heads = reach(tokens, head, limit), [head]
    while end < limit and tokens.text(end) in (",", "и") and tokens.same_sentence(at, end):
        more = _first_head(tokens, end + 1, limit)
        if more is None or not _same_number(tokens, more, head):
            break
        end, heads = reach(tokens, more, limit), [*heads, more]
    return Role(range(start, end), tuple(heads), case=_case(tokens, head, cases))


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
        acting = word.text.lower() in ("врио", "и", "о", ".", "ио", "обязанности")
        if word.pos not in ("ADJ", "DET", "ADV", "NUM") and word.feats.get("VerbForm") != "Part" and not acting:
            return None
    return None


def role_linked(tokens: Tokens, mention: Mention, floor: int, limit: int) -> Role | None:
    """The role that a verb gives: "директором стала …", "… назначен министром", "… занимает пост главы …"."""
    first, last = mention.words.start, mention.words.stop
    if "Nom" not in mention.best.cases and tokens.words[first].rel != "obj":
        return None  # "убийцей Дениса Лосева стал …" says nothing of Лосев
    before = role_before(tokens, mention, floor)
    left = before.words.start if before else first
    for i in [*range(left - 1, max(floor, left - 4) - 1, -1), *range(last, min(limit, last + 6))]:
        word = tokens.words[i]
        if not tokens.same_sentence(i, first) or word.pos not in ("VERB", "AUX", "ADJ") or _supposed(tokens, i):
            continue
        if word.lemma in listed("linking_verbs") and word.feats.get("VerbForm") != "Inf":
            role = _offered(tokens, i, floor, limit, mention, instrumental=True)
            if role:
                return role
        if word.lemma in listed("office_verbs"):
            return _offered(tokens, i, floor, limit, mention, instrumental=False)
    return None


def _supposed(tokens: Tokens, verb: int) -> bool:
    """True for a verb under "если", "бы", "ли", "может": nobody holds that office yet."""
    for i in range(verb + 2, verb - _CLAUSE, -1):
        if i < verb and tokens.text(i) in (",", ";", ":"):
            return False
        if tokens.same_sentence(i, verb) and tokens.text(i).lower() in _IF:
            return True
    return False


def _offered(tokens: Tokens, verb: int, floor: int, limit: int, mention: Mention, *, instrumental: bool) -> Role | None:
    """The role noun near ``verb``: in the instrumental, or the genitive after a word for an office."""
    for i in [*range(verb + 1, min(limit, verb + 9)), *range(verb - 1, max(floor, verb - 16) - 1, -1)]:
        if not tokens.same_sentence(i, verb) or i in mention.words or not role_noun(tokens.words[i]):
            continue
        if not may_be_singular(tokens.words[i]) or is_one_of(tokens.text(i), "kinship"):
            continue
        cases = cases_of(tokens.words[i])
        start = leftward(tokens, i, floor)
        if start > floor and tokens.words[start - 1].pos == "ADP":
            continue  # "работала с нынешним мэром"
        of_office = "Gen" in cases and start > floor and is_one_of(tokens.text(start - 1), "office_nouns")
        if of_office or (instrumental and "Ins" in cases):
            stop = limit if i > verb else verb
            if mention.words.start > i:
                stop = min(stop, mention.words.start)
            return Role(range(start, reach(tokens, i, stop)), (i,), 1, "Gen" if of_office else "Ins")
    return None


def role_led(tokens: Tokens, mention: Mention, floor: int, limit: int) -> Role | None:
    """The body that the person leads: "компанию … возглавляет …"; ``heads`` is empty, ``words`` the body."""
    if not _cases(mention) & {"Nom"}:
        return None
    first, last = mention.words.start, mention.words.stop
    for verb in [*range(last, min(limit, last + 4)), *range(first - 1, max(floor, first - 4) - 1, -1)]:
        word = tokens.words[verb]
        if not tokens.same_sentence(verb, first) or word.pos != "VERB":
            continue
        case = {"возглавлять": "Acc", "возглавить": "Acc", "руководить": "Ins"}.get(word.lemma)
        if case is None or word.feats.get("VerbForm") != "Fin":
            continue
        for i in [*range(verb + 1, min(limit, verb + 5)), *range(verb - 1, max(floor, verb - 14) - 1, -1)]:
            if i in mention.words or not tokens.same_sentence(i, verb) or not body_noun(tokens.text(i)):
                continue
            if case in cases_of(tokens.words[i]):
                return Role(range(leftward(tokens, i, floor), reach(tokens, i, verb if i < verb else limit)), (), 2)
    return None


def head_lemmas(tokens: Tokens, role: Role) -> tuple[str, ...]:
    """Lemmas of the role's head nouns."""
    return tuple(role_lemma(tokens.text(h)) or tokens.words[h].lemma for h in role.heads)
