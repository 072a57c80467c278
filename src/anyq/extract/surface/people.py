"""Names -> figures: which mentions are one person's, by full name first, then by surname."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from anyq.extract.parse import Parse, Sentence
from anyq.extract.people.figure import Figure, Gender, Occupation
from anyq.extract.surface.cue import Grammar, Role
from anyq.text import Span


@dataclass(slots=True)
class _Mention:
    span: Span
    words: tuple[str, ...]
    stems: tuple[str, ...]
    role: Role | None
    gender: Gender | None


@dataclass(slots=True)
class _Group:
    stems: tuple[str, ...]
    mentions: list[_Mention]


def find_figures(parse: Parse, grammar: Grammar) -> list[Figure]:
    """The persons of a text by first mention. A surname that two persons bear stays with neither."""
    mentions = list(_mentions(parse, grammar))
    full = [m for m in mentions if len(m.words) > 1]
    groups: list[_Group] = []
    for m in sorted(full, key=lambda m: -len(m.words)):
        host = [g for g in groups if _part_of(m.stems, g.stems)]
        if len(host) == 1:
            host[0].mentions.append(m)
        elif not host:
            groups.append(_Group(m.stems, [m]))
    known = list(groups)
    for m in mentions:
        if len(m.words) > 1:
            continue
        alike = [g for g in known if _same_gender(g, m)]
        by_surname = [g for g in alike if g.stems[-1] == m.stems[0]]
        hosts = by_surname or [g for g in alike if m.stems[0] in g.stems]
        hosts = hosts or [g for g in groups if g.stems == m.stems]
        if len(hosts) == 1:
            hosts[0].mentions.append(m)
        elif not hosts:
            groups.append(_Group(m.stems, [m]))
    figures = [_figure(g, grammar) for g in groups]
    return sorted(figures, key=lambda f: f.mentions[0])


def _same_gender(group: _Group, mention: _Mention) -> bool:
    """Whether nothing shows that a surname is borne by somebody else: "Mr X" is not his wife Y X."""
    known = {m.gender for m in group.mentions if m.gender is not None}
    return mention.gender is None or not known or mention.gender in known


def _mentions(parse: Parse, grammar: Grammar) -> Iterator[_Mention]:
    for name in parse.names:
        if name.kind != "PER":
            continue
        sentence = parse.sentences[max(0, parse.sentence_at(name.span.start))]
        inside = [i for i, w in enumerate(sentence.words) if name.span.holds(w.span)]
        words = tuple(sentence.words[i].text for i in inside if _is_word(sentence, i))
        words = tuple(w for w in words if grammar.stem(w))  # "'s" is no part of a name
        if words:
            stems = tuple(grammar.stem(w) for w in words)
            before = sentence.words[inside[0] - 1].text if inside[0] else ""
            role = grammar.role(sentence, inside[0], inside[-1])
            yield _Mention(name.span, words, stems, role, grammar.gender(words, before))


def _is_word(sentence: Sentence, index: int) -> bool:
    return any(ch.isalpha() for ch in sentence.words[index].text)


def _part_of(short: Sequence[str], long: Sequence[str]) -> bool:
    """True if the words of one name stand in the other in their order; an initial stands for its word."""
    rest = iter(long)
    return all(any(w == v or (len(w.strip(".")) == 1 and v.startswith(w.strip("."))) for v in rest) for w in short)


def _figure(group: _Group, grammar: Grammar) -> Figure:
    mentions = sorted(group.mentions, key=lambda m: m.span)
    longest = max(mentions, key=lambda m: len(m.words))
    name = grammar.nominative(longest.words)
    parts = name.split()
    given = parts[0] if len(parts) > 1 else None
    genders = {m.gender for m in mentions if m.gender is not None}
    roles = [m.role for m in mentions if m.role is not None]
    first = roles[0] if roles else None
    return Figure(
        name=name,
        given=given,
        surname=parts[-1],
        patronymic=None,
        gender=genders.pop() if len(genders) == 1 else None,
        role=first.title if first else None,
        organisation=next((r.organisation for r in roles if r.organisation), None),
        mentions=tuple(m.span for m in mentions),
        role_mentions=tuple(r.span for r in roles),
        role_heads=tuple(dict.fromkeys(h for r in roles for h in r.head.split())),
        occupations=tuple(Occupation(r.span, r.title, r.organisation) for r in roles),
    )


def is_named_inside(parse: Parse, span: Span) -> bool:
    """True of "Газ тарату компаниясы" inside a sentence, if it is one name of several words: no other company."""
    words = parse.words_in(span)
    opens = parse.sentences[parse.sentence_at(span.start)].span.start == span.start
    whole = any(n.kind == "ORG" and n.span == span for n in parse.names)
    return whole and not opens and len(words) > 1 and words[0].text[:1].isupper()
