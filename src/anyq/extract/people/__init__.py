"""People of a text: names, roles, organisations; and the institutions that speak or are cited."""

from anyq.extract.people.bodies import find_bodies
from anyq.extract.people.figure import Body, Figure, Occupation, to_person
from anyq.extract.people.find import find_people, name_spans
from anyq.extract.people.inflect import nominative
from anyq.extract.people.resolve import readings
from anyq.extract.people.words import is_current, is_former, is_kinship, role_noun

__all__ = [
    "Body",
    "Figure",
    "Occupation",
    "find_bodies",
    "find_people",
    "is_current",
    "is_former",
    "is_kinship",
    "name_spans",
    "nominative",
    "readings",
    "role_noun",
    "to_person",
]
