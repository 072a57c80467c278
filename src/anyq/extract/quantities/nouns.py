"""What is counted: the noun phrase behind a number, and whether it agrees with that number."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from anyq.extract.quantities.lexicon import Lexicon
from anyq.extract.quantities.tokens import Kind, Token

MAX_MODIFIERS = 4  # adjectives before the noun; longer runs in news are lists
MAX_COMPLEMENT = 4  # words of the genitive behind it: "материалов о" stops, "жителей Северного района" goes on


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word. ``pos``: N noun, A adjective or participle, V verb, D adverb, F function word, X rest."""

    pos: str
    genitive: bool
    plural: bool
    animate: bool
    subject: bool  # in the nominative


@dataclass(frozen=True, slots=True)
class Phrase:
    """``tokens[first:last]`` with its noun at ``head``. ``agrees`` is False for "5 этаже": an ordinal in disguise."""

    first: int
    head: int
    last: int
    agrees: bool
    animate: bool = False


Morphology = Callable[[str], tuple[Reading, ...]]

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


class NounReader:
    """Finds noun phrases in tokens with the morphology of one language."""

    def __init__(self, tokens: Sequence[Token], readings: Morphology, lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._readings = readings
        self._abbreviations = lexicon.words["numbers.nouns.abbreviations"]
        self._and = lexicon.words["bounds.words.and"]

    def _at(self, i: int, sentence: int) -> tuple[Reading, ...]:
        if i >= len(self._tokens):
            return ()
        token = self._tokens[i]
        if token.kind is not Kind.WORD or token.sentence != sentence:
            return ()
        readings = self._readings(token.norm)
        return () if readings and readings[0].pos == "F" else readings

    def counted(self, i: int, value: Decimal | None, *, multiplied: bool) -> Phrase | None:
        """The phrase that begins at token ``i`` and is counted by ``value``."""
        if i >= len(self._tokens):
            return None
        sentence = self._tokens[i - 1].sentence
        if self._tokens[i].norm in self._abbreviations and self._tokens[i].sentence == sentence:
            return Phrase(i, i, i + 1, True)
        head = self._modifiers(i, sentence)
        last_adjective = head - 1 if head > i else None
        nouns = [r for r in self._at(head, sentence) if r.pos == "N"]
        likely = self._at(head, sentence)[:1]
        if nouns and (likely[0].pos in "NX" or (last_adjective is None and _agree(nouns, value, multiplied))):
            if _agree(nouns, value, multiplied):
                animate = any(r.animate for r in nouns)
                return Phrase(i, head, self._complement(self._hyphened(head), sentence), True, animate)
            if last_adjective is None:
                return Phrase(i, head, head + 1, False)
        if last_adjective is not None:
            substantive = [r for r in self._at(last_adjective, sentence) if r.pos == "A"]
            if _agree(substantive, value, multiplied, adjective=True):
                return Phrase(i, last_adjective, last_adjective + 1, True, True)
        return None

    def _hyphened(self, head: int) -> int:
        """The index behind the noun at ``head`` with all its parts: "хот-догов"."""
        end = head + 1
        while end + 1 < len(self._tokens) and self._tokens[end].norm == "-" and not self._tokens[end].spaced:
            if self._tokens[end + 1].kind is not Kind.WORD or self._tokens[end + 1].spaced:
                break
            end += 2
        return end

    def _modifiers(self, i: int, sentence: int) -> int:
        """The index behind the adjectives that begin at ``i``, one "и" between two of them counted in."""
        head = i
        while head - i < MAX_MODIFIERS:
            if head >= len(self._tokens):
                break
            if head > i and self._tokens[head].norm in self._and and self._adjective(head + 1, sentence):
                head += 1
            readings = self._at(head, sentence)
            adverb = readings and readings[0].pos == "D" and self._adjective(head + 1, sentence)
            if not adverb and not self._adjective(head, sentence):
                break
            head += 1
        return head

    def _adjective(self, i: int, sentence: int) -> bool:
        readings = self._at(i, sentence)
        return bool(readings) and (readings[0].pos == "A" or (readings[0].pos == "V" and _some(readings, "A")))

    def genitive(self, i: int) -> int:
        """End of the genitive phrase that begins at token ``i``; ``i`` if none does."""
        return self._complement(i, self._tokens[i - 1].sentence) if i else i

    def _complement(self, i: int, sentence: int) -> int:
        end = j = i
        while j - i < MAX_COMPLEMENT:
            readings = self._at(j, sentence)
            if not readings or readings[0].pos in "XVD" or not any(r.genitive for r in readings):
                break
            # "собравшихся": a participle in the plural may stand for the people
            noun = any(r.genitive and (r.pos == "N" or r.plural) for r in readings)
            # a lower-case word that is likelier no genitive is the subject of what follows: "10 домов жители…"
            if readings[0].subject and not self._tokens[j].capital:
                break
            j += 1
            if noun:
                end = j
        return end


def _some(readings: Sequence[Reading], pos: str) -> bool:
    return any(r.pos == pos for r in readings)


def _agree(readings: Sequence[Reading], value: Decimal | None, multiplied: bool, *, adjective: bool = False) -> bool:
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
