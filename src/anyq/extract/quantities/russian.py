"""Russian words behind a number, by the morphological analyser."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from anyq.extract.quantities.inflection import Reading
from anyq.extract.quantities.tokens import Token

_VERBS, _FUNCTION = ("VERB", "INFN", "GRND", "PRTS"), ("PREP", "CONJ", "PRCL", "INTJ", "NPRO", "PRED", "COMP")
_POS = {"NOUN": "N", "ADJF": "A", "PRTF": "A", "ADVB": "D"} | dict.fromkeys(_VERBS, "V") | dict.fromkeys(_FUNCTION, "F")


@lru_cache(maxsize=65536)
def russian_readings(word: str) -> tuple[Reading, ...]:
    """The readings of a Russian word, likeliest first."""
    from anyq.extract.russian import analyzer  # the models behind it load only when a number needs a noun

    found: list[Reading] = []
    for parsed in analyzer().parse(word):
        tag = parsed.tag
        pos = _POS.get(tag.POS, "X")
        found.append(
            Reading(pos, tag.case in ("gent", "gen2"), tag.number == "plur", "anim" in tag, tag.case == "nomn")
        )
    return tuple(found)


class Russian:
    """Fits ``Inflection``: the tables hold every form."""

    whole_by_preposition = False

    def refined(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The tokens as they are."""
        return tokens

    def readings(self, word: str) -> tuple[Reading, ...]:
        """The readings of the analyser."""
        return russian_readings(word)

    def agrees(self, readings: Sequence[Reading], value: Decimal | None, *, multiplied: bool, adjective: bool) -> bool:
        """True if a noun so read can stand behind ``value`` as a cardinal."""
        if not readings:
            return False
        plural = any(r.plural for r in readings)
        genitive = any(r.genitive and not r.plural for r in readings)
        if value is None or multiplied:
            return plural or (genitive and not adjective)
        if value != value.to_integral_value():
            return plural or genitive
        last, teen = value % 10, 10 < value % 100 < 20
        if last == 1 and not teen:
            return any(not r.plural for r in readings)
        if 2 <= last <= 4 and not teen:
            return plural or (genitive and not adjective)
        return plural
