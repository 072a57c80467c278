"""The nouns of a language that say what a source is, from ``languages/<lang>/nouns.toml``."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from anyq.languages import table


@dataclass(frozen=True, slots=True)
class Nouns:
    """Stems by kind; the lists of the file stand under these names, words as the grammar stems them.

    ``bodies``: ministry, court, company; ``media``: newspaper, agency, channel; ``anonymous``: source, official,
    eyewitness; ``documents``: report, statement, letter; ``data``: poll, figures, survey; ``roles``: minister,
    mayor, lawyer; ``groups``: residents, experts, police (people without a name, singular or plural);
    ``networks``: names of social networks; ``programmes``: interview, broadcast, briefing. Some of these again:
    ``companies``: company, carmaker, that is bodies whose name does not say so; ``officials``: groups that speak
    for the state. ``joining``: "and"; ``states``: countries, unions and capitals that speak as their government;
    ``home``: words for the one country whose news it is, empty where the language has several;
    ``papers``: capitalised words that end the name of a newspaper; ``apart``: words that part a
    role from another, the former or deputy one; ``portfolios``: fields of ministers; ``turning``: what opens a
    sentence before its subject;
    ``asking`` and ``answering``: verbs behind which another speaks, and with which another speaks;
    ``seats``: places that have offices, where a role is told by what stands before it;
    ``demonyms``: "American", words that part one champion from another;
    ``governments``: "government", which a state is cited for;
    ``generic``: "the agency", bodies that any body can be called; ``epithets``: "the expert", roles that
    many a speaker can be called.
    """

    bodies: frozenset[str]
    media: frozenset[str]
    anonymous: frozenset[str]
    documents: frozenset[str]
    data: frozenset[str]
    roles: frozenset[str]
    groups: frozenset[str]
    networks: frozenset[str]
    programmes: frozenset[str]
    companies: frozenset[str]
    officials: frozenset[str]
    states: frozenset[str]
    home: frozenset[str]
    generic: frozenset[str]
    governments: frozenset[str]
    epithets: frozenset[str]
    joining: frozenset[str]
    papers: frozenset[str]
    apart: frozenset[str]
    portfolios: frozenset[str]
    turning: frozenset[str]
    asking: frozenset[str]
    answering: frozenset[str]
    seats: frozenset[str]
    demonyms: frozenset[str]

    def of(self, stems: Iterable[str]) -> str | None:
        """The kind of a phrase by its stems, the head first; None if no word of it is listed."""
        for stem in stems:
            for kind in ("anonymous", "media", "bodies", "documents", "data", "roles", "groups"):
                if stem in getattr(self, kind):
                    return kind
        return None


@cache
def nouns(lang: str) -> Nouns:
    """The nouns of ``lang``."""
    rows = table(lang, "nouns")
    return Nouns(**{name: frozenset(str(rows.get(name, "")).split()) for name in Nouns.__slots__})
