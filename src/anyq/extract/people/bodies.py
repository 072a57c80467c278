"""Institutions: the noun phrase around a name of a body, and the body in a role's genitives."""

from anyq.extract.parse import Parse
from anyq.extract.people.figure import Body, BodyKind
from anyq.extract.people.inflect import inflected, nominative
from anyq.extract.people.phrases import BODY_PREPOSITION, leftward, reach
from anyq.extract.people.roles import Role
from anyq.extract.people.tokens import Tokens
from anyq.extract.people.words import body_noun, is_one_of, listed, role_lemma, role_noun

_QUOTES = '«“„"'


def find_bodies(parse: Parse) -> tuple[Body, ...]:
    """Every institution named in the text, once a mention, in text order."""
    tokens = Tokens(parse)
    places = {i for n in parse.names if n.kind == "LOC" for i in tokens.range_of(n.span)}
    found: list[Body] = []
    taken = 0
    orgs = {r.start: r for n in parse.names if n.kind == "ORG" and (r := tokens.range_of(n.span))}
    for i, word in enumerate(tokens.words):
        if i < taken:
            continue
        noun = body_noun(word.text) if word.pos in ("NOUN", "PROPN", "X") else None
        if noun is None and i not in orgs:
            continue
        head = i
        start = leftward(tokens, head, taken) if noun else i
        stop = max(_stop(tokens, head), orgs[i].stop if i in orgs else 0)
        if not _is_named(tokens, range(start, stop), orgs, places):
            continue
        if (
            start
            and tokens.text(start - 1) in _QUOTES
            and stop < len(tokens)
            and tokens.text(stop) in '»”"'
            and not noun
        ):
            span = tokens.span(range(start, stop))
        else:
            span = tokens.span(range(start, stop))
        found.append(Body(nominative(parse, span), span, _kind(noun), noun or word.text))
        taken = stop
    return tuple(found)


def _stop(tokens: Tokens, head: int) -> int:
    end = reach(tokens, head, len(tokens), BODY_PREPOSITION)
    for i in range(head + 1, end):
        if role_noun(tokens.words[i]) and tokens.words[i].feats.get("Case") != "Gen":
            return i
    return end


def _is_named(tokens: Tokens, words: range, orgs: dict[int, range], places: set[int]) -> bool:
    """True if the phrase holds a proper name: a body, a place, a quoted name, or capitals."""
    return any(i in orgs or i in places or tokens.text(i) in "«“" for i in words) or (
        tokens.text(words.start)[:1].isupper() and words.start not in tokens.first
    )


def _kind(noun: str | None) -> BodyKind:
    if noun is None:
        return "unknown"
    return "outlet" if noun in listed("body_outlets") else "body"


def organisation(tokens: Tokens, role: Role) -> str | None:
    """The body that a role belongs to, nominative; a minister gives the ministry; None where there is none."""
    if not role.heads:
        return nominative(tokens.parse, tokens.span(role.words))
    for head in role.heads:
        end = min(role.words.stop, _next_head(role, head))
        found = _of_head(tokens, head, end)
        if found:
            return found
    return None


def led_role(tokens: Tokens, role: Role) -> str:
    """Gives "глава компании «Ромашка»" for "возглавляет компанию «Ромашка»": ``role.words`` are the body."""
    return "глава " + inflected(tokens.parse, tokens.span(role.words), "Gen")


def _next_head(role: Role, head: int) -> int:
    return min((h for h in role.heads if h > head), default=role.words.stop)


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
    if place or tokens.kinds.get(at) == "LOC":
        return nominative(tokens.parse, rest)
    named = next((i for i in range(at, end) if _names_body(tokens, i)), None)
    if named is None:
        return None
    # "посол доброй воли ООН": what stands before the body is no part of it
    start = named if tokens.text(named) in _QUOTES and named > at else max(at, leftward(tokens, named, at))
    return nominative(tokens.parse, tokens.span(range(start, end)))


def _genitive(tokens: Tokens, index: int) -> bool:
    return tokens.words[index].feats.get("Case") == "Gen"


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
    return any(n.kind == "ORG" and n.span.holds(span) for n in tokens.parse.names)
