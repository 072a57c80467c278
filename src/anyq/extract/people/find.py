"""Parse -> the persons of a text, with names, roles, organisations and every mention."""

from dataclasses import replace

from anyq.extract.parse import Parse
from anyq.extract.people.agreeing import gender_shown
from anyq.extract.people.bodies import led_role, organisation
from anyq.extract.people.cluster import Cluster, cluster
from anyq.extract.people.described import described
from anyq.extract.people.figure import Figure, Occupation
from anyq.extract.people.inflect import inflected
from anyq.extract.people.mentions import Mention, find_mentions
from anyq.extract.people.roles import Role, head_lemmas, phrase_before, role_after, role_before, role_led, role_linked
from anyq.extract.people.tokens import Tokens
from anyq.extract.people.words import is_one_of, is_plural
from anyq.text import Span


def find_people(parse: Parse) -> tuple[Figure, ...]:
    """One figure a person, in the order of their first mention by name."""
    tokens = Tokens(parse)
    mentions = find_mentions(tokens)
    roles = _roles(tokens, mentions)
    figures = [_figure(tokens, c, roles) for c in cluster(mentions)]
    covered = {i for m in mentions for i in m.words} | {i for own in roles.values() for r in own for i in r.words}
    return described(tokens, figures, covered)


def name_spans(parse: Parse) -> tuple[Span, ...]:
    """Every name of a person in text order, also those that fit two persons and stay with neither."""
    return tuple(m.span for m in find_mentions(Tokens(parse)))


def _roles(tokens: Tokens, mentions: list[Mention]) -> dict[int, list[Role]]:
    """Start word of a mention -> its roles, nearest kind first; no phrase serves two names but a plural one."""
    own = [m for m in mentions if m.alias_of is None]
    found: dict[int, list[Role]] = {m.words.start: [] for m in mentions}
    taken: set[int] = set()
    for n, mention in enumerate(own):
        role = role_before(tokens, mention, own[n - 1].words.stop if n else 0)
        if role is None and n:
            role = _shared(tokens, own[n - 1], mention, found) or _of_person(tokens, own, n)
        if role:
            found[mention.words.start].append(role)
            taken.update(role.words)
    for finder in (_after, role_linked, role_led):
        for n, mention in enumerate(own):
            floor = own[n - 1].words.stop if n else 0
            limit = own[n + 1].words.start if n + 1 < len(own) else len(tokens)
            role = finder(tokens, mention, floor, limit)
            if role and taken.isdisjoint(role.words):
                found[mention.words.start].append(role)
                taken.update(role.words)
    return found


def _of_person(tokens: Tokens, mentions: list[Mention], n: int) -> Role | None:
    """The role that holds the name before: "адвокат Ежова Яков …"."""
    last, mention = mentions[n - 1], mentions[n]
    if last.words.stop != mention.words.start or "Gen" not in last.best.cases:
        return None
    role = phrase_before(tokens, mention, last.words.start, mentions[n - 2].words.stop if n > 1 else 0)
    if role is None:
        return None
    aside = any(tokens.words[i].pos == "ADP" for i in role.words)  # "подозреваемый в гибели Зиминой Олег …"
    if not aside and not is_one_of(tokens.text(role.heads[-1]), "relational_roles"):
        return None
    return replace(role, words=range(role.words.start, last.words.stop))


def _after(tokens: Tokens, mention: Mention, _: int, limit: int) -> Role | None:
    return role_after(tokens, mention, limit)


def _shared(tokens: Tokens, last: Mention, mention: Mention, found: dict[int, list[Role]]) -> Role | None:
    """The plural role of the name before: "президенты A и B"."""
    between = [tokens.text(i) for i in range(last.words.stop, mention.words.start)]
    plural = [
        r
        for r in found[last.words.start]
        if r.words.start < last.words.start and all(is_plural(tokens.words[h], r.case) for h in r.heads)
    ]
    return plural[0] if between in ([","], ["и"], [",", "и"]) and plural else None


def _figure(tokens: Tokens, c: Cluster, roles: dict[int, list[Role]]) -> Figure:
    own = sorted((r for m in c.mentions for r in roles[m.words.start]), key=lambda r: r.words.start)
    first = min(own, key=lambda r: (r.rank, r.words.start), default=None)
    bodies = {r: organisation(tokens, r) for r in own}
    name = c.naming
    return Figure(
        name=name.full,
        given=name.given,
        surname=name.surname,
        patronymic=name.patronymic,
        gender=gender_shown(tokens.parse, [m.span for m in c.mentions], name.gender, name.surname),
        role=_as_text(tokens, first) if first else None,
        organisation=(bodies[first] if first else None) or next((b for b in bodies.values() if b), None),
        mentions=tuple(m.span for m in c.mentions),
        role_heads=tuple(dict.fromkeys(h for r in own for h in head_lemmas(tokens, r))),
        occupations=tuple(Occupation(tokens.span(r.words), _as_text(tokens, r), bodies[r]) for r in own),
    )


def _as_text(tokens: Tokens, role: Role) -> str:
    if not role.heads:
        return led_role(tokens, role)
    heads = {tokens.words[h].span.start: role.case for h in role.heads}
    # "президенты Лирии и Норвалии" is no role of one man
    split = any(tokens.text(i) == "и" for i in range(role.heads[0], role.words.stop))
    acting = tokens.text(role.heads[0] - 1).lower() in ("обязанности", ".", "врио", "ио", "и.о")
    return inflected(tokens.parse, tokens.span(role.words), "Nom", heads, one=not (split or acting))
