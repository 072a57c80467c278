"""English words behind a number: plurals by their ending and the lists of numbers.toml."""

from collections.abc import Sequence
from decimal import Decimal

from anyq.extract.quantities.inflection import Reading
from anyq.extract.quantities.lexicon import Lexicon
from anyq.extract.quantities.tokens import Kind, Token

_NOT_PLURAL = ("ss", "us", "is", "ous")


class English:
    """Fits ``Inflection``: hyphens of compounds are undone, so that "twenty-five" and "13-year-old" read as words."""

    whole_by_preposition = True

    def __init__(self, lexicon: Lexicon) -> None:
        self._lex = lexicon

    def refined(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The tokens without the hyphens of compounds that a number opens."""
        done: list[Token] = []
        n = 0
        while n < len(tokens):
            token = tokens[n]
            after = tokens[n + 1] if n + 1 < len(tokens) else None
            if token.norm == "-" and done and after and not token.spaced and self._joins(done, after):
                done.append(after._replace(spaced=True, hyphened=True))
                n += 2
                continue
            done.append(token)
            n += 1
        return done

    def _joins(self, before: Sequence[Token], after: Token) -> bool:
        """True if a hyphen between two words or a number and a word makes a compound: "five-member", "60-strong"."""
        if after.spaced or after.kind is not Kind.WORD or after.capital:
            return False
        left, words = before[-1], self._lex.words
        if left.kind is Kind.DIGITS or left.hyphened:
            return True
        if left.norm in self._lex.cardinals or left.norm in self._lex.multipliers:
            return True
        if left.norm in words["numbers.one.forms"] or left.norm in words["numbers.half_of"]:
            return after.norm in self._lex.numeric
        return self._lex.ordinals.fullmatch(left.norm) is not None and after.norm in words["numbers.ordinals.ranks"]

    def readings(self, word: str) -> tuple[Reading, ...]:
        """A function word or verb of the lists, a plural noun, or a word that stands before one."""
        words = self._lex.words
        if word in words["numbers.nouns.functions"]:
            return (Reading("F", False, False, False, False),)
        if word in words["numbers.nouns.verbs"]:
            return (Reading("V", False, False, False, False),)
        if word in words["numbers.one.counts"]:
            plural = word in words["numbers.nouns.plurals"]
            return (Reading("N", False, plural, True, True), Reading("A", False, False, False, True))
        ends = len(word) > 3 and word.endswith("s") and not word.endswith(_NOT_PLURAL)
        plural = word in words["numbers.nouns.plurals"] or (ends and word not in words["numbers.nouns.singulars"])
        return (Reading("N" if plural else "A", False, plural, False, True),)

    def agrees(self, readings: Sequence[Reading], value: Decimal | None, *, multiplied: bool, adjective: bool) -> bool:
        """True for a plural, or a singular behind one."""
        if adjective or not readings:
            return False
        return any(r.plural for r in readings) or (value == 1 and not multiplied)
