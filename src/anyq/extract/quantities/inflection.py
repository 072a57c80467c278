"""What the number grammar asks of a language: the bases of its words, how to read a word behind a number."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from anyq.extract.quantities.tokens import Token


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word. ``pos``: N noun, A adjective or participle, V verb, D adverb, F function word, X rest."""

    pos: str
    genitive: bool
    plural: bool
    animate: bool
    subject: bool  # in the nominative


class Inflection(Protocol):
    """The forms of one language."""

    @property
    def whole_by_preposition(self) -> bool:
        """True where the whole of a share stands behind a preposition alone ("of pupils"), not in the genitive."""
        ...

    def refined(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The tokens of a text with the words of the tables in their base forms, their case told apart."""
        ...

    def readings(self, word: str) -> tuple[Reading, ...]:
        """The readings of a word, likeliest first."""
        ...

    def agrees(self, readings: Sequence[Reading], value: Decimal | None, *, multiplied: bool, adjective: bool) -> bool:
        """True if a noun so read can be what ``value`` counts; ``adjective``: a word that only stands for a noun."""
        ...
