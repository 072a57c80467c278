"""Citations -> who stands between each source and the reader, as trees; and how many sources are separate."""

from collections.abc import Sequence
from dataclasses import dataclass

from anyq.records import Citation

_NEVER_A_SOURCE = ("publisher_self", "self_reference")
_MAX_STEPS = 12  # no article names as many relays in a row; keeps a made-up reading from nesting without end


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain: who is cited, and those whom they cite in turn.

    ``index`` is the citation's place in the reading, null where the text names a relay that is no
    citation itself (a person).
    ``is_probable``: the text suggests this step and does not say it.
    """

    source: str
    index: int | None
    is_probable: bool
    behind: tuple["Link", ...]


def chains(citations: Sequence[Citation]) -> tuple[Link, ...]:
    """Whom the article cites itself, in text order, each with the sources behind it; every citation stands once."""
    by_name = {c.source.casefold(): i for i, c in reversed(list(enumerate(citations)))}
    parent: dict[int, int] = {}
    outside: dict[str, list[int]] = {}
    for i, citation in enumerate(citations):
        relay = _relay(citation)
        if relay is None:
            continue
        found = by_name.get(relay.casefold())
        if found is None:
            outside.setdefault(relay, []).append(i)
        elif i not in _upwards(found, parent):  # a circle in a reading from elsewhere: the later step is cut
            parent[i] = found
    for i in [i for i in parent if len(_upwards(i, parent)) % _MAX_STEPS == 0]:
        del parent[i]
    behind: dict[int, list[int]] = {}
    for i, above in parent.items():
        behind.setdefault(above, []).append(i)

    def link(i: int) -> Link:
        citation = citations[i]
        is_probable = citation.cited_by is None and citation.cited_by_probable is not None
        return Link(citation.source, i, is_probable, tuple(link(j) for j in behind.get(i, ())))

    hanging = {i for rows in outside.values() for i in rows}
    top = [(i, link(i)) for i in range(len(citations)) if i not in parent and i not in hanging]
    top += [(rows[0], Link(name, None, False, tuple(link(i) for i in rows))) for name, rows in outside.items()]
    return tuple(found for _, found in sorted(top, key=lambda pair: pair[0]))


def separate_sources(citations: Sequence[Citation]) -> tuple[str, ...]:
    """The names at the far end of the chains, each once, in text order.

    The article's own outlet is none. What is only probably relayed depends on its relay, so it adds none either.
    """
    relays = {c.cited_by.casefold() for c in citations if c.cited_by is not None}
    names: dict[str, str] = {}
    for c in citations:
        own = c.kind in _NEVER_A_SOURCE
        depends = c.cited_by is None and c.cited_by_probable is not None
        if not own and not depends and c.source.casefold() not in relays:
            names.setdefault(c.source.casefold(), c.source)
    return tuple(names.values())


def _relay(citation: Citation) -> str | None:
    return citation.cited_by if citation.cited_by is not None else citation.cited_by_probable


def _upwards(i: int, parent: dict[int, int]) -> list[int]:
    """``i`` and all who stand between it and the reader."""
    found = [i]
    while found[-1] in parent:
        found.append(parent[found[-1]])
    return found
