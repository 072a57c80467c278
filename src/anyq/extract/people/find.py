"""Parse -> the persons of a text, with names, roles, organisations and every mention."""

from anyq.extract.parse import Parse
from anyq.extract.people.bodies import organisation
from anyq.extract.people.cluster import Cluster, cluster
from anyq.extract.people.figure import Figure
from anyq.extract.people.inflect import nominative
from anyq.extract.people.mentions import Mention, find_mentions
from anyq.extract.people.roles import Role, head_lemmas, role_after, role_before, role_linked
from anyq.extract.people.tokens import Tokens


def find_people(parse: Parse) -> tuple[Figure, ...]:
    """One figure a person, in the order of their first mention by name."""
    tokens = Tokens(parse)
    mentions = find_mentions(tokens)
    roles = _roles(tokens, mentions)
    return tuple(_figure(tokens, c, roles) for c in cluster(mentions))


def _roles(tokens: Tokens, mentions: list[Mention]) -> dict[int, list[Role]]:
    """Start word of a mention -> its roles, nearest kind first; no phrase serves two names."""
    found: dict[int, list[Role]] = {m.words.start: [] for m in mentions}
    taken: set[int] = set()
    for n, mention in enumerate(mentions):
        floor = mentions[n - 1].words.stop if n else 0
        role = role_before(tokens, mention, floor)
        if role:
            found[mention.words.start].append(role)
            taken.update(role.words)
    for n, mention in enumerate(mentions):
        limit = mentions[n + 1].words.start if n + 1 < len(mentions) else len(tokens)
        role = role_after(tokens, mention, limit)
        if role and taken.isdisjoint(role.words):
            found[mention.words.start].append(role)
            taken.update(role.words)
    for n, mention in enumerate(mentions):
        floor = mentions[n - 1].words.stop if n else 0
        limit = mentions[n + 1].words.start if n + 1 < len(mentions) else len(tokens)
        role = role_linked(tokens, mention, floor, limit)
        if role and taken.isdisjoint(role.words):
            found[mention.words.start].append(role)
    return found


def _figure(tokens: Tokens, c: Cluster, roles: dict[int, list[Role]]) -> Figure:
    own = [r for m in c.mentions for r in roles[m.words.start]]
    first = min(own, key=lambda r: (r.rank, r.words.start), default=None)
    name = c.naming
    return Figure(
        name=name.full,
        given=name.given,
        surname=name.surname,
        patronymic=name.patronymic,
        gender=name.gender,
        role=nominative(tokens.parse, tokens.span(first.words)) if first else None,
        organisation=next((o for r in own if (o := organisation(tokens, r))), None),
        mentions=tuple(m.span for m in c.mentions),
        role_mentions=(),
        role_heads=tuple(dict.fromkeys(h for r in own for h in head_lemmas(tokens, r))),
    )
