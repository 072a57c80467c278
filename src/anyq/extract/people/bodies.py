"""Institutions: the noun phrase around a name of a body, and the body in a role's genitives."""

from anyq.extract.parse import Parse
from anyq.extract.people.figure import Body, BodyKind
from anyq.extract.people.inflect import nominative
from anyq.extract.people.phrases import leftward, reach
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
    end = reach(tokens, head, len(tokens))
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
    for head in role.heads:
        end = min(role.words.stop, _next_head(role, head))
        found = _of_head(tokens, head, end)
        if found:
            return found
    return None


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
    rest = tokens.span(range(at, end))
    if lemma.endswith("министр") and not lemma.startswith("премьер") and tokens.words[at].feats.get("Case") == "Gen":
        if is_one_of(tokens.text(at), "countries"):
            return None
        return "Министерство " + rest.of(tokens.parse.folded)
    if tokens.words[at].pos == "ADP":
        return None
    if not any(_names_body(tokens, i) for i in range(at, end)):
        return None
    return nominative(tokens.parse, rest)


def _before_role(tokens: Tokens, at: int, end: int) -> bool:
    return tokens.words[at].pos == "ADJ" and at + 1 < end and role_noun(tokens.words[at + 1]) is not None


def _names_body(tokens: Tokens, index: int) -> bool:
    text = tokens.text(index)
    if body_noun(text) is not None or text in _QUOTES:
        return True
    span = tokens.words[index].span
    return any(n.kind == "ORG" and n.span.holds(span) for n in tokens.parse.names)
