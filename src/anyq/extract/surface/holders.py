"""Who holds a role that stands without a name: "the minister", "Мемлекет басшысы"."""

from collections.abc import Sequence

from anyq.extract.people.figure import Figure
from anyq.extract.surface.cue import Grammar
from anyq.extract.surface.nouns import nouns

_KIN = 4  # letters that a state and those who come from it share: "грек", "Грекия"


def holders(
    head: Sequence[str], figures: Sequence[Figure], grammar: Grammar, *, before: int, capital: bool
) -> list[int]:
    """The figures first named before offset ``before`` whose role is meant.

    ``head`` are the stems of the phrase, head first. ``capital`` is True for a role that stands alone and with a
    capital that its place does not explain: where news is of one country ("Президент"), it is that country's.
    """
    lists = nouns(grammar.lang)
    owners = frozenset(head[1:]) & (lists.states | lists.home)
    keys = {head[0], f"{head[1]}-{head[0]}"} if len(head) > 1 else {head[0]}
    found = [n for n, f in enumerate(figures) if keys & set(f.role_heads) and _told(f, before)]
    found = _as_described([n for n in found if _fits(owners, figures[n], grammar)], head, figures, grammar)
    if not found and lists.seats:
        found = _named_later(head, figures, grammar)
    if owners or not lists.home:
        return found
    home = [n for n in found if _is_home(figures[n], grammar)]
    return home if home or capital else found


def _told(figure: Figure, before: int) -> bool:
    """Whether a reader knows by then what the person is: named before, and the role beside the name then or before."""
    return figure.mentions[0].start < before and any(o.span.start < before for o in figure.occupations)


def _as_described(found: Sequence[int], head: Sequence[str], figures: Sequence[Figure], grammar: Grammar) -> list[int]:
    """Those whose role fits the words of the phrase: "the minister" is neither the former nor the deputy minister,
    "the health minister" not that of transport.
    """
    lists = nouns(grammar.lang)
    roles = {n: {grammar.stem(w) for w in (figures[n].role or "").split()} for n in found}
    words = frozenset(head[1:])
    fields = words & lists.portfolios
    kept = [
        n
        for n in found
        if words & lists.apart == roles[n] & lists.apart
        and (not fields or not roles[n] & lists.portfolios or fields & roles[n])
    ]
    if lists.seats:
        kept = [n for n in kept if _is_of_one_seat(head, roles[n], set(figures[n].role_heads), grammar.lang)]
    exact = [n for n in kept if words <= roles[n]]
    return exact if words and exact else kept


def _named_later(head: Sequence[str], figures: Sequence[Figure], grammar: Grammar) -> list[int]:
    """Who is introduced by the very words of the phrase after it: a lead names the office, the text the man."""
    words = set(head)
    roles = {n: {grammar.stem(w) for w in (f.role or "").split()} for n, f in enumerate(figures)}
    named = words - nouns(grammar.lang).seats
    return [n for n, role in roles.items() if len(named) > 1 and words <= role]


def _is_of_one_seat(head: Sequence[str], role: set[str], heads: set[str], lang: str) -> bool:
    """Whether the words before the head tell of one body or place: "мектеп директоры" is not "клуб директоры"."""
    kinds = nouns(lang).seats | nouns(lang).bodies
    words, own = set(head[1:]), role - {head[0]} - heads
    if len(head) > 1 and f"{head[1]}-{head[0]}" in heads:
        return head[1] not in kinds or head[1] in own or not own & kinds
    origins = words & nouns(lang).demonyms
    if any(not any(w[:_KIN] == o[:_KIN] for w in role) for o in origins):
        return False
    words -= origins
    if words <= own or own <= words:
        return True
    return words - kinds <= own and not own & kinds


def _is_home(figure: Figure, grammar: Grammar) -> bool:
    """A role of the home country, or one that no word ties to another."""
    return len((figure.role or "").split()) == 1 or bool(_owners(figure, grammar) & nouns(grammar.lang).home)


def _owners(figure: Figure, grammar: Grammar) -> frozenset[str]:
    """The states that a role names."""
    lists = nouns(grammar.lang)
    stems = frozenset(grammar.stem(w) for w in (figure.role or "").split())
    return stems & (lists.states | lists.home)


def _fits(owners: frozenset[str], figure: Figure, grammar: Grammar) -> bool:
    """False where the phrase and the role of the figure belong to different states."""
    home = nouns(grammar.lang).home
    held = _owners(figure, grammar)
    if owners & home:
        return bool(held & home)
    return not owners or not held or bool(owners & held)
