"""What the people layer gives: figures, that is persons of a text, and bodies that speak or are cited."""

from dataclasses import dataclass
from typing import Literal

from anyq.records import Person
from anyq.text import Span

Gender = Literal["Masc", "Fem"]
BodyKind = Literal["body", "outlet", "unknown"]


@dataclass(frozen=True, slots=True)
class Occupation:
    """One role phrase beside a name: where it stands, its nominative, its body if it names one."""

    span: Span
    title: str
    organisation: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One person of a text, all mentions together.

    ``name`` is nominative, given name, patronymic, surname in this order as far as the text has them.
    ``role`` is as first written, nominative; ``role_heads`` are the lemmas of its head nouns ("министр").
    ``mentions`` are whole inflected names; ``role_mentions`` are noun phrases without the name that can
    mean nobody else in the text. ``occupations`` are all roles said of the person, in text order.
    """

    name: str
    given: str | None
    surname: str | None
    patronymic: str | None
    gender: Gender | None
    role: str | None
    organisation: str | None
    mentions: tuple[Span, ...]
    role_mentions: tuple[Span, ...] = ()
    role_heads: tuple[str, ...] = ()
    occupations: tuple[Occupation, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """One mention of an institution: the noun phrase around its name, and that phrase in the nominative."""

    name: str
    span: Span
    kind: BodyKind
    head: str


def to_person(figure: Figure, person_id: str) -> Person:
    """The record of ``figure`` under the id given."""
    return Person(person_id, figure.name, figure.role, figure.organisation, figure.mentions)
