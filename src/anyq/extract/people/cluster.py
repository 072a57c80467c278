"""Mentions -> persons: which names are one person's. A bare surname that fits two stays with nobody."""

from collections import defaultdict
from dataclasses import dataclass, field, replace

from anyq.extract.people.diminutives import is_diminutive, same_given
from anyq.extract.people.figure import Gender
from anyq.extract.people.mentions import Mention
from anyq.extract.people.naming import is_particle
from anyq.extract.people.resolve import Naming, folded

_FAIR = 0.1
_SEEN = 3  # times likelier: "Пак Сон Илем" is a form of the "Пак Сон Иль" that the text names
CLEAR = 4  # times likelier: "Омарова отметила" is the daughter; the father fits in the genitive only


@dataclass
class Cluster:
    """The mentions of one person and the reading that they agree on."""

    naming: Naming
    mentions: list[Mention] = field(default_factory=list)


def cluster(mentions: list[Mention]) -> list[Cluster]:
    """One cluster a person, in the order of their first mention; mentions that fit two are left out."""
    own = [m for m in mentions if m.alias_of is None]
    full = [m for m in own if m.best.given and m.best.surname and not _abbreviated(m)]
    named = [m for m in own if m.best.given and m.best.patronymic and not m.best.surname]
    initials = [m for m in own if _abbreviated(m)]
    rest = [m for m in own if m not in full and m not in named and m not in initials]
    clusters = _merged(_grouped(full))
    hosts = {m.words: _hosts(clusters, m) for m in initials}
    for m in initials:
        if len(hosts[m.words]) == 1:
            hosts[m.words][0].mentions.append(m)
    clusters = _merged([*clusters, *_grouped([m for m in initials if not hosts[m.words]])])
    for group in _grouped(named):
        _attach(clusters, group)
    known = list(clusters)
    left = [m for m in rest if not _attach_one(known, m) and not m.common]
    unknown = [m for m in left if not _candidates(known, m)]
    # "Аль Тани" before "Тани"
    long = _grouped([m for m in unknown if " " in (m.best.surname or "")])
    clusters += long + _grouped(
        [m for m in unknown if " " not in (m.best.surname or "") and not (long and _attach_one(long, m))]
    )
    for mention in mentions:
        host = next((c for c in clusters if any(m.words == mention.alias_of for m in c.mentions)), None)
        if mention.alias_of and host:
            host.mentions.append(mention)
    for c in clusters:
        c.mentions.sort(key=lambda m: m.span)
    return sorted(clusters, key=lambda c: c.mentions[0].span)


def _abbreviated(mention: Mention) -> bool:
    return bool(mention.best.surname and mention.best.given and mention.best.given.endswith("."))


def _hosts(clusters: list[Cluster], mention: Mention) -> list[Cluster]:
    """The full names that "П. Зимина" fits under any fair reading of its surname; with two it is nobody's."""
    fair = [n for n in mention.namings if n.score >= mention.best.score * _FAIR]
    return [c for c in clusters if any(_fits(c.naming, n) for n in fair)]


def _grouped(mentions: list[Mention]) -> list[Cluster]:
    """Mentions whose readings meet, each under the reading that the whole text supports best.

    A reading that several written forms agree on ("Мироле", "Миролу", "Мирола") outweighs a likelier one of each.
    """
    support: dict[tuple[tuple[str, str, str], Gender | None], float] = defaultdict(float)
    forms: dict[tuple[tuple[str, str, str], Gender | None], set[str]] = defaultdict(set)
    for mention in mentions:
        for naming in mention.namings:
            key = (naming.key, naming.gender)
            support[key] += naming.score
            forms[key].add(mention.written)
    groups: dict[tuple[str, str, str], Cluster] = {}
    shown = {folded(m.written) for m in mentions}
    for mention in mentions:

        def weight(n: Naming, written: str = folded(mention.written)) -> float:
            seen = folded(n.full) in shown and folded(n.full) != written
            return n.score * support[n.key, n.gender] * len(forms[n.key, n.gender]) * (_SEEN if seen else 1)

        naming = max(mention.namings, key=weight)
        group = groups.setdefault(naming.key, Cluster(naming))
        if naming.score > group.naming.score:
            group.naming = naming
        group.mentions.append(mention)
    return list(groups.values())


def _merged(clusters: list[Cluster]) -> list[Cluster]:
    """Clusters joined where one only lacks what another has: initials for a name, a patronymic."""
    out: list[Cluster] = []
    for c in sorted(clusters, key=lambda c: (is_diminutive(c.naming.given), -len(c.naming.full))):
        hosts = [o for o in out if _fits(o.naming, c.naming)]
        if len(hosts) == 1:
            hosts[0].mentions += c.mentions
        else:
            out.append(c)
    return out


def _fits(host: Naming, other: Naming) -> bool:
    if _part_of(other, host) and not _clash(host.gender, other.gender):
        return True
    if _plain(host.surname) != _plain(other.surname) or _clash(host.gender, other.gender):
        return False
    return _given_fits(host, other) and (
        not other.patronymic or not host.patronymic or _abbreviates(other.patronymic, host.patronymic)
    )


def _plain(name: str | None) -> str:
    """A part of a name for comparison, "Бен-Али" as "Бен Али"."""
    return folded(name).replace("-", " ")


def _part_of(short: Naming, long: Naming) -> bool:
    """True if all words of one name, two at least, stand in the other in their order."""
    words = iter(_plain(long.full).split())
    parts = _plain(short.full).split()
    return len(parts) > 1 and all("." not in p and p in words for p in parts)


def _given_fits(host: Naming, other: Naming) -> bool:
    if not host.given or not other.given:
        return False
    if "." not in other.given:
        short, long = sorted((folded(host.given).split(), folded(other.given).split()), key=len)
        return all(same_given(a, b) for a, b in zip(short, long, strict=False))
    shown = other.given.replace(".", "").split()
    have = [p for p in (host.given, host.patronymic) if p]
    return all(_abbreviates(i + ".", h) for i, h in zip(shown, have, strict=False))


def _abbreviates(short: str, long: str) -> bool:
    if short.endswith("."):
        return folded(long).startswith(folded(short.rstrip(".")))
    return folded(short) == folded(long)


def _clash(one: Gender | None, other: Gender | None) -> bool:
    return one is not None and other is not None and one != other


def _attach(clusters: list[Cluster], group: Cluster) -> None:
    """A given name with patronymic joins the only person of that given name."""
    hosts = [
        c
        for c in clusters
        if folded(c.naming.given) == folded(group.naming.given)
        and (not c.naming.patronymic or folded(c.naming.patronymic) == folded(group.naming.patronymic))
    ]
    if len(hosts) == 1:
        host = hosts[0]
        host.mentions += group.mentions
        n, patronymic = host.naming, group.naming.patronymic
        if folded(patronymic) != folded(n.surname):  # "Борис Тадич" may be read both ways
            host.naming = replace(n, patronymic=n.patronymic or patronymic)
    else:
        clusters.append(group)


def _candidates(clusters: list[Cluster], mention: Mention) -> list[tuple[float, Cluster]]:
    """Persons whose surname or given name the mention may be a form of, with the trust of that reading."""
    found = []
    for c in clusters:
        best = 0.0
        for naming in mention.namings:
            if _clash(naming.gender, c.naming.gender):
                continue
            alone = naming.given if not naming.surname else naming.surname if not naming.given else None
            by_given = alone is not None and c.naming.given is not None and _is_called(c.naming.given, alone, mention)
            if by_given or _plain(naming.surname) in _names(c.naming):
                best = max(best, naming.score)
        if best:
            found.append((best, c))
    return found


def _is_called(given: str, alone: str, mention: Mention) -> bool:
    """True if a lone given name may mean who is called ``given``; a child is no short form of its parent."""
    return folded(given) == folded(alone) or (not mention.kin and same_given(alone, given))


def _is_full(mention: Mention) -> bool:
    return len(mention.words) > 1 or bool(mention.best.given and mention.best.surname)


def _names(naming: Naming) -> set[str]:
    """What a person may be called by without the given name: the surname, its halves, what follows a particle."""
    words = _plain(naming.surname).split()
    tails = {" ".join(words[n:]) for n in range(len(words))}
    return tails | {w for w in words if not is_particle(w)}


def _attach_one(clusters: list[Cluster], mention: Mention) -> bool:
    """True if the mention can mean one person only, and has joined it.

    Where two bear the surname, it means the one who has been named by then; both named, it stays with nobody.
    """
    found = sorted(_candidates(clusters, mention), key=lambda f: -f[0])
    if found and (len(found) == 1 or found[0][0] >= CLEAR * found[1][0]):
        found[0][1].mentions.append(mention)
        return True
    fair = [c for trust, c in found if trust * CLEAR > found[0][0]]
    named = [c for c in fair if any(_is_full(m) and m.span < mention.span for m in c.mentions)]
    if len(named) == 1:
        named[0].mentions.append(mention)
    return len(named) == 1
