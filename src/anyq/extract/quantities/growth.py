"""Which percentages tell a relative change, and which way it went."""

from dataclasses import replace

from anyq.extract.quantities.amounts import Amount
from anyq.extract.quantities.context import Context

BACK_WINDOW = 14  # words back to the verb of a change; a clause of news prose is seldom longer
AFTER_WINDOW = 2  # "на 5 % больше": at once behind, or behind one adverb
AHEAD_WINDOW = 6  # "на 5 % за год выросли цены"
LINK_WINDOW = 16  # "рост продаж телефонов в мае составил 7 %"


class GrowthReader:
    """Finds growth in the tokens of a text."""

    def __init__(self, context: Context) -> None:
        self._at = context
        self._lex = context.lex
        self._stems = (context.lex.up, context.lex.down)

    def direction(self, amount: Amount, start: int) -> int | None:
        """1 for growth, -1 for a fall, None for a percentage that is neither; bound words begin at ``start``."""
        if amount.unit is None or amount.unit.id != "%" or amount.bound != "exactly":
            return None
        if amount.low is None or amount.number.by is not None:
            return None
        sentence = self._at.sentence(amount.core)
        if amount.signed:
            return 1 if amount.low >= 0 else -1
        if found := self._named(amount.last, sentence):
            return found
        behind = self._behind(amount, sentence)
        if self._on(amount, start, sentence):
            return behind or self._verb(amount, start, sentence)
        return self._linked(start, sentence)

    def grown(self, amount: Amount, sign: int, bound: str | None) -> Amount:
        """``amount`` as growth; it begins at its preposition and ends at its comparative.

        ``bound`` is that of its bound words: "более чем на 25 %" leaves one end open, for a fall the lower one.
        """
        value = abs(amount.low) * sign if amount.low is not None else None
        sentence = self._at.sentence(amount.core)
        first, last = amount.first, amount.last
        if self._at.within(first - 1, sentence, "growth.link.prepositions"):
            first -= 1
        if self._compared(last, sentence) or self._named(last, sentence):
            last += 1
        if self._compared(amount.first, sentence) and self._at.within(
            amount.first + 1, sentence, "growth.link.prepositions"
        ):
            bound = None  # "выше на 9 %": the comparative tells the way, not a bound
        at_least, at_most = bound in ("more_than", "at_least"), bound in ("less_than", "at_most")
        low = None if (at_most if sign > 0 else at_least) else value
        high = None if (at_least if sign > 0 else at_most) else value
        return replace(amount, first=first, last=last, low=low, high=high, bound="growth")

    def _on(self, amount: Amount, start: int, sentence: int) -> bool:
        """True if "на" stands before the amount, or between its bound words and its number, or its case says so."""
        if self._at.tokens[amount.last - 1].case in self._lex.words["growth.link.cases"]:
            return True
        spots = {amount.core - 1, start - 1, *range(start, amount.core)}
        fillers = amount.core - 1
        while self._at.within(fillers, sentence, "bounds.words.fillers"):
            fillers -= 1
        spots.add(fillers)
        return any(self._at.within(i, sentence, "growth.link.prepositions") for i in spots)

    def _named(self, i: int, sentence: int) -> int | None:
        """As in "a 5% rise": the change stands right behind its size."""
        if self._at.within(i, sentence, "growth.up.behind"):
            return 1
        return -1 if self._at.within(i, sentence, "growth.down.behind") else None

    def _compared(self, i: int, sentence: int) -> int | None:
        if self._at.within(i, sentence, "growth.up.after"):
            return 1
        return -1 if self._at.within(i, sentence, "growth.down.after") else None

    def _behind(self, amount: Amount, sentence: int) -> int | None:
        for at in range(amount.last, amount.last + AFTER_WINDOW):
            if found := self._compared(at, sentence):
                return found
        return None

    def _verb(self, amount: Amount, start: int, sentence: int) -> int | None:
        compared = self._compared(start, sentence) if start < amount.core else None
        if compared and self._at.within(start + 1, sentence, "growth.link.prepositions"):
            return compared  # "выше на 9 %"
        at = start
        while at > 0 and self._at.within(at - 1, sentence, "growth.link.prepositions"):
            at -= 1
        if found := self._compared(at - 1, sentence):
            return found
        up, down = (self._at.ahead(amount.last, sentence, s, AHEAD_WINDOW) for s in self._stems)
        ahead = _nearer(up, down, -1)
        if ahead and self._lex.words["growth.link.verb_last"]:
            return ahead  # the verb before is that of another clause
        up, down = (self._at.back(at, sentence, s, BACK_WINDOW) for s in self._stems)
        back = _nearer(up, down, 1)
        return back or ahead or self._compared_before(at, sentence)

    def _compared_before(self, i: int, sentence: int) -> int | None:
        """As in "больше показателей прошлого года на 40 %"."""
        found = (self._compared(at, sentence) for at in range(i - 1, i - 1 - AHEAD_WINDOW, -1))
        return next((f for f in found if f), None)

    def _linked(self, start: int, sentence: int) -> int | None:
        """As in "рост составил 7 %", "падение — 3 %", "с ростом 7 %"."""
        at = start - 1
        while self._at.within(at, sentence, "bounds.words.fillers"):
            at -= 1
        if found := self._noun(at, sentence):
            return found
        if not self._at.within(at, sentence, "growth.link.words"):
            return None
        for back in range(at - 1, at - 1 - LINK_WINDOW, -1):
            if not self._at.norm(back, sentence) or self._at.norm(back, sentence) == ";":
                return None
            if found := self._noun(back, sentence):
                return found
        return None

    def _noun(self, i: int, sentence: int) -> int | None:
        if self._at.within(i, sentence, "growth.up.nouns"):
            return 1
        return -1 if self._at.within(i, sentence, "growth.down.nouns") else None


def _nearer(up: int | None, down: int | None, sign: int) -> int | None:
    """1 or -1 by which index is greater (``sign`` 1) or smaller (-1)."""
    if up is None or down is None:
        return 1 if up is not None else -1 if down is not None else None
    return 1 if (up - down) * sign > 0 else -1
