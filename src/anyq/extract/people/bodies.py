"""Institutions: the noun phrase around a name of a body, and the body in a role's genitives."""

from anyq.extract.parse import Parse
from anyq.extract.people.figure import Body, BodyKind
from anyq.extract.people.inflect import inflected, nominative
from anyq.extract.people.phrases import leftward, reach
from anyq.extract.people.roles import Role
from anyq.extract.people.tokens import Tokens
from anyq.extract.people.words import (
    body_noun,
    is_adjective_form,
    is_one_of,
    listed,
    possible_cases,
    role_lemma,
    role_noun,
)

_QUOTES = '«“„"'
_ARTS = frozenset(("кино", "эстрады", "телевидения", "балета", "цирка", "дубляжа"))
_ABOUT = frozenset(("по", "при"))  # "комитет по делам …", "штаб при мэрии" belong to any body
_WHERE = frozenset(("по", "при", "в", "на"))


def find_bodies(parse: Parse) -> tuple[Body, ...]:
    """Every institution named in the text, once a mention, in text order."""
    tokens = Tokens(parse)
    orgs = {r.start: r for n in parse.names if n.kind == "ORG" and (r := tokens.range_of(n.span))}
    found: list[Body] = []
    taken = 0
    for i, word in enumerate(tokens.words):
        if i < taken or tokens.kinds.get(i) in ("LOC", "PER"):
            continue
        noun = body_noun(word.text) if word.pos in ("NOUN", "PROPN", "X") else None
        if (noun is None and i not in orgs) or role_noun(word) or word.text == "СМИ":
            continue
        start = _start(tokens, i, taken) if noun else i
        stop = max(_stop(tokens, i, noun), orgs[i].stop if i in orgs else i + 1)  # "НИИ мониторинга": no name follows
        if i not in orgs and not _is_named(tokens, range(start, stop), i):
            continue
        span = tokens.span(range(start, stop))
        found.append(Body(nominative(parse, span), span, _kind(noun), noun or word.text))
        taken = stop
    return tuple(found)


def _start(tokens: Tokens, head: int, floor: int) -> int:
    """Index of the first adjective of a body, without those that only point ("новый", "самый")."""
    start = leftward(tokens, head, floor)
    while start < head and is_one_of(tokens.text(start), "pointing"):
        start += 1
    return start


def _stop(tokens: Tokens, head: int, noun: str | None) -> int:
    """Index after the body's name: a bare name takes only names, a kind noun its whole phrase."""
    if noun is None or tokens.text(head).isupper():
        return _end_of_name(tokens, head, min(head + 12, len(tokens)))
    where = _WHERE if noun in listed("local_bodies") else _ABOUT
    end = reach(tokens, head, len(tokens), where)
    for i in range(head + 1, end):
        if tokens.text(i) == "(" or (role_noun(tokens.words[i]) and tokens.words[i].feats.get("Case") != "Gen"):
            return i
        if tokens.text(i) in (",", "и") and _is_body_at(tokens, i + 1, end):
            return i
    return end


def _is_body_at(tokens: Tokens, at: int, end: int) -> bool:
    """True if the next noun from ``at`` on is a kind of body: "палаты и рабочей группы" are two."""
    for i in range(at, end):
        if tokens.words[i].pos in ("NOUN", "PROPN"):
            return body_noun(tokens.text(i)) is not None
    return False


def _is_named(tokens: Tokens, words: range, head: int) -> bool:
    """True if the phrase holds a proper name: a body, a place, a quoted name, or capitals that open no sentence."""
    if words.start and tokens.text(words.start - 1) in _QUOTES and words.start > 1:
        before = tokens.words[words.start - 2]
        if before.pos == "NOUN" and not body_noun(before.text):
            return False  # "корабль «Союз»"
    return any(tokens.kinds.get(i) in ("ORG", "LOC") or tokens.text(i) in "«“" for i in words) or (
        tokens.text(words.start)[:1].isupper() and words.start not in tokens.first and words.start <= head
    )


def _kind(noun: str | None) -> BodyKind:
    if noun is None:
        return "unknown"
    return "outlet" if noun in listed("body_outlets") else "body"


def organisation(tokens: Tokens, role: Role) -> str | None:
    """The body that a role belongs to, nominative; a minister gives the ministry; None where there is none."""
    if not role.heads:
        bare = len(role.words) == 1 and not tokens.text(role.words.start).isupper()
        return None if bare else nominative(tokens.parse, tokens.span(role.words))
    for head in role.heads:
        end = min(role.words.stop, _next_head(tokens, role, head))
        found = _of_head(tokens, head, end)
        if found:
            return found
    return None


def led_role(tokens: Tokens, role: Role) -> str:
    """Gives "глава компании «Ромашка»" for "возглавляет компанию «Ромашка»": ``role.words`` are the body."""
    body = inflected(tokens.parse, tokens.span(role.words), "Gen")
    opens = role.words.start in tokens.first and not body[:2].isupper()
    return "глава " + (body[:1].lower() + body[1:] if opens else body)


def _next_head(tokens: Tokens, role: Role, head: int) -> int:
    """Index where the next head noun begins, its adjectives before it: "СССР" of "артистка СССР, оперная певица"."""
    after = min((h for h in role.heads if h > head), default=None)
    return role.words.stop if after is None else leftward(tokens, after, head + 1)


def _of_head(tokens: Tokens, head: int, end: int) -> str | None:
    while head < end and tokens.text(end - 1) in (",", "и"):
        end -= 1
    lemma = role_lemma(tokens.text(head)) or ""
    at = head + 1
    while at < end and (role_noun(tokens.words[at]) or _before_role(tokens, at, end)):
        if role_noun(tokens.words[at]):
            lemma = role_lemma(tokens.text(at)) or ""
        at += 1
    if at >= end:
        return None
    if tokens.kinds.get(at) == "ORG" and not body_noun(tokens.text(at)):
        end = _end_of_name(tokens, at, end)
    rest = tokens.span(range(at, end))
    place = is_one_of(tokens.text(at), "countries")
    if lemma.endswith("министр") and not lemma.endswith("премьер-министр") and not place and _genitive(tokens, at):
        return "Министерство " + rest.of(tokens.parse.folded)
    if tokens.words[at].pos == "ADP":
        return None
    if end - at == 1 and (tokens.text(at).islower() or is_adjective_form(tokens.text(at))):
        return None  # "президент банка" names no bank, "герцог Эдинбургский" no place
    if place or tokens.kinds.get(at) == "LOC":
        first = next((i for i in range(at, end) if tokens.words[i].pos == "ADP"), end)  # "РФ" of "посол РФ в Израиле"
        return _from_genitive(tokens, range(at, first))
    return _named_body(tokens, at, end)


def _named_body(tokens: Tokens, at: int, end: int) -> str | None:
    """The body named between ``at`` and ``end``, what follows a role; None where a prize or nothing is named."""
    named = next((i for i in range(at, end) if _names_body(tokens, i)), None)
    if named is None or _is_honour(tokens, at, named, end):
        return None
    # "посол доброй воли ООН": what stands before the body is no part of it
    if tokens.text(named).isupper() and not body_noun(tokens.text(named)):
        end = _end_of_name(tokens, named, end)
    else:
        end = next((i for i in range(named, end) if _is_aside(tokens, i)), end)
    start = named if tokens.text(named) in _QUOTES and named > at else max(at, leftward(tokens, named, at))
    return nominative(tokens.parse, tokens.span(range(start, end)))


def _is_honour(tokens: Tokens, at: int, named: int, end: int) -> bool:
    """True for a prize, a part and the stage: "обладатель «Оскара»", "актриса в «Саге»", "актёр театра и кино"."""
    if tokens.text(named) in _QUOTES:
        return is_one_of(tokens.text(named + 1), "prizes") or any(_is_aside(tokens, i) for i in range(at, named))
    arts = {low for i in range(named, end) if (low := tokens.text(i).lower()) in _ARTS}
    return body_noun(tokens.text(named)) == "театр" and bool(arts)


def _is_aside(tokens: Tokens, index: int) -> bool:
    """True for a preposition that leads away from a body; "связей с общественностью" belongs to it."""
    text = tokens.text(index).lower()
    if tokens.words[index].pos != "ADP" or text in _ABOUT:
        return False
    last, after = tokens.words[index - 1], tokens.words[index + 1] if index + 1 < len(tokens) else None
    with_whom = after is not None and after.pos == "NOUN" and after.feats.get("Case") == "Ins"
    return not (text in ("с", "со") and with_whom and last.pos == "NOUN" and last.text.islower())


def _from_genitive(tokens: Tokens, words: range) -> str:
    """The nominative of a phrase that a role governs, though the tagger may have another case for it."""
    head = next((i for i in words if tokens.words[i].pos in ("NOUN", "PROPN", "X")), words.start)
    heads = {tokens.words[head].span.start: "Gen"} if _genitive(tokens, head) else None
    return inflected(tokens.parse, tokens.span(words), "Nom", heads)


def _genitive(tokens: Tokens, index: int) -> bool:
    return "Gen" in possible_cases(tokens.words[index])


def _end_of_name(tokens: Tokens, at: int, end: int) -> int:
    """Index after a tagged name and the place in the genitive after it: "МИД РК", but "ВОЗ" of "ВОЗ в РФ"."""
    while at < end and (
        tokens.kinds.get(at) == "ORG" or (tokens.kinds.get(at) == "LOC" and tokens.text(at - 1) != "в")
    ):
        at += 1
    return at


def _before_role(tokens: Tokens, at: int, end: int) -> bool:
    return tokens.words[at].pos == "ADJ" and at + 1 < end and role_noun(tokens.words[at + 1]) is not None


def _names_body(tokens: Tokens, index: int) -> bool:
    text = tokens.text(index)
    if body_noun(text) is not None or (text in _QUOTES and tokens.text(index + 1)[:1].isupper()):
        return True
    span = tokens.words[index].span
    return any(n.kind == "ORG" for n in tokens.parse.names_around(span))
