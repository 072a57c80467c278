"""Who holds a role that stands without a name: "the minister", "Мемлекет басшысы"."""

from collections.abc import Sequence

from anyq.extract.people.figure import Figure
from anyq.extract.surface.cue import Grammar
from anyq.extract.surface.nouns import nouns


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
    found = [n for n, f in enumerate(figures) if keys & set(f.role_heads) and f.mentions[0].start < before]
    found = [n for n in found if _fits(owners, figures[n], grammar)]
    if owners or not lists.home:
        return found
    home = [n for n in found if _is_home(figures[n], grammar)]
    return home if home or capital else found


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
