"""What is counted: the noun phrase behind a number, and whether it agrees with that number."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from anyq.extract.quantities.inflection import Inflection, Reading
from anyq.extract.quantities.lexicon import Lexicon
from anyq.extract.quantities.tokens import Kind, Token

MAX_MODIFIERS = 4  # adjectives before the noun; longer runs in news are lists
MAX_COMPLEMENT = 4  # words of the genitive behind it: "материалов о" stops, "жителей Северного района" goes on


@dataclass(frozen=True, slots=True)
class Phrase:
    """``tokens[first:last]`` with its noun at ``head``. ``agrees`` is False for "5 этаже": an ordinal in disguise."""

    first: int
    head: int
    last: int
    agrees: bool
    animate: bool = False


class NounReader:
    """Finds noun phrases in tokens with the morphology of one language."""

    def __init__(self, tokens: Sequence[Token], inflection: Inflection, lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._inflection = inflection
        self._determiners = lexicon.words["numbers.nouns.determiners"]
        self._abbreviations = lexicon.words["numbers.nouns.abbreviations"]
        self._and = lexicon.words["bounds.words.and"]

    def _at(self, i: int, sentence: int) -> tuple[Reading, ...]:
        if i >= len(self._tokens):
            return ()
        token = self._tokens[i]
        if token.kind is not Kind.WORD or token.sentence != sentence:
            return ()
        readings = self._inflection.readings(token.norm)
        return () if readings and readings[0].pos == "F" else readings

    def counted(self, i: int, value: Decimal | None, *, multiplied: bool) -> Phrase | None:
        """The phrase that begins at token ``i`` and is counted by ``value``."""
        if i >= len(self._tokens):
            return None
        sentence = self._tokens[i - 1].sentence
        if self._tokens[i].norm in self._abbreviations and self._tokens[i].sentence == sentence:
            return Phrase(i, i, i + 1, True)
        if self._tokens[i].hyphened:
            return Phrase(i, i, i + 1, True)
        head = self._modifiers(i, sentence)
        if self._inflection.whole_by_preposition and self._stands_before(head, sentence, value, multiplied):
            head = self._modifiers(head + 1, sentence)
        last_adjective = head - 1 if head > i else None
        nouns = [r for r in self._at(head, sentence) if r.pos == "N"]
        likely = self._at(head, sentence)[:1]
        if nouns and (likely[0].pos in "NX" or (last_adjective is None and self._agree(nouns, value, multiplied))):
            if self._agree(nouns, value, multiplied):
                animate = any(r.animate for r in nouns)
                return Phrase(i, head, self._complement(self._hyphened(head), sentence), True, animate)
            if last_adjective is None:
                return Phrase(i, head, head + 1, False)
        if last_adjective is not None:
            substantive = [r for r in self._at(last_adjective, sentence) if r.pos == "A"]
            if self._agree(substantive, value, multiplied, adjective=True):
                return Phrase(i, last_adjective, last_adjective + 1, True, True)
        return None

    def _agree(
        self, readings: Sequence[Reading], value: Decimal | None, multiplied: bool, *, adjective: bool = False
    ) -> bool:
        return self._inflection.agrees(readings, value, multiplied=multiplied, adjective=adjective)

    def _stands_before(self, i: int, sentence: int, value: Decimal | None, multiplied: bool) -> bool:
        """True for the "death" of "60 death penalties": a noun that may stand before another and is not counted."""
        readings = self._at(i, sentence)
        nouns = [r for r in readings if r.pos == "N"]
        return _some(readings, "A") and bool(nouns) and not self._agree(nouns, value, multiplied)

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

    def whole(self, i: int) -> int:
        """End of the noun phrase, its determiner included, that a preposition opens at token ``i``."""
        sentence = self._tokens[i - 1].sentence
        end = i
        while end < len(self._tokens) and self._tokens[end].norm in self._determiners:
            end += 1
        start = end
        while end - start < MAX_COMPLEMENT:
            readings = self._at(end, sentence)
            if not readings or readings[0].pos not in ("A", "N"):
                break
            end += 1
            if readings[0].pos == "N":
                break
        return end if end > start else i

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
