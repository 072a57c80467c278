"""How a number is meant: bound words before and behind it, growth, the end of a change."""

from dataclasses import replace
from typing import cast

from anyq.extract.quantities.amounts import Amount
from anyq.extract.quantities.context import Context
from anyq.extract.quantities.growth import GrowthReader
from anyq.extract.quantities.numbers import Form
from anyq.extract.quantities.tokens import Kind
from anyq.records.reading import Bound

REACH_WINDOW = 20  # words back from "до" to the verb: "снизилась на 3 п.п. за год и на 1 п.п. за квартал – до 16 %"
_NO_PREPOSITION = (Form.UNKNOWN, Form.TIMES, Form.ORDINAL, Form.OCCASIONS, Form.GROUP)


class BoundReader:
    """Adds bounds to the amounts of a text."""

    def __init__(self, context: Context) -> None:
        self._at = context
        self._lex = context.lex
        self._growth = GrowthReader(context)

    def phrase_before(self, i: int) -> tuple[int, str] | None:
        """Start and bound of the bound words that end at token ``i``, or at a preposition there: "более чем на"."""
        sentence = self._at.sentence(i)
        while self._at.within(i - 1, sentence, "bounds.words.fillers"):
            i -= 1
        ends = [i, i - 1] if self._at.within(i - 1, sentence, "bounds.words.between") else [i]
        for end in ends:
            found = self._lex.before.ending(self._at.tokens, end)
            if found and self._at.sentence(found[0]) == sentence and not self._governed(found[0], end):
                return found
        return None

    def _governed(self, i: int, end: int) -> bool:
        """True for the "about" of "talking about 2 subjects", which belongs to the verb."""
        ours = self._at.within(end - 1, self._at.sentence(i), "bounds.words.governed")
        return ours and self._at.within(i - 1, self._at.sentence(i), "bounds.words.governors")

    def phrase_behind(self, i: int) -> tuple[int, str] | None:
        """End and bound of the bound words that begin at token ``i`` behind a word in the case they ask for."""
        found = self._lex.after.at(self._at.tokens, i)
        before = self._at.tokens[i - 1]
        bare = before.kind is Kind.SIGN and not before.case  # "7% асатын": a sign shows no case
        if found is None or not (bare or found[1].case in ("", before.case)):
            return None
        return found[0], found[1].bound

    def opens(self, i: int) -> bool:
        """True if bound words, "до" among them, stand before token ``i``."""
        to = self._at.within(i - 1, self._at.sentence(i), "bounds.words.until")
        return to or self.phrase_before(i) is not None

    def bounded(self, amount: Amount) -> Amount:
        """``amount`` with the bound its context gives."""
        if amount.bound == "change" and self._stands_still(amount):
            return replace(amount, bound="range")
        found = self.phrase_before(amount.first)
        start = found[0] if found else amount.first
        sign = self._growth.direction(amount, start)
        if found:
            amount = replace(amount, first=start)
        if sign is not None:
            return self._growth.grown(amount, sign, found[1] if found else None)
        if found:
            return _with_bound(amount, found[1])
        after = self._after(amount)
        if after:
            return _with_bound(replace(amount, last=after[0]), after[1])
        return self._by_preposition(amount)

    def _stands_still(self, amount: Amount) -> bool:
        """True for "с 7 до 18 лет" where nothing rises or falls: a span of time."""
        kind = amount.unit.kind if amount.unit else "count"
        if kind not in self._lex.words["bounds.words.still"]:
            return False
        sentence = self._at.sentence(amount.core)
        before = self._at.back(amount.first, sentence, self._lex.reaches, REACH_WINDOW)
        behind = self._at.ahead(amount.last, sentence, self._lex.reaches, REACH_WINDOW)
        return before is None and behind is None

    def _after(self, amount: Amount) -> tuple[int, str] | None:
        sentence = self._at.sentence(amount.core)
        near = range(amount.number.last, amount.noun.first if amount.noun else amount.last)
        spots = [*near, amount.last] + ([amount.noun.head + 1] if amount.noun else [])
        for spot in spots:
            found = self.phrase_behind(spot)
            number_follows = found and self._at.norm(found[0], sentence)[:1].isdigit()  # "18 лет и старше 90"
            if found and self._at.sentence(spot) == sentence and not number_follows:
                return max(found[0], amount.last), found[1]
        end = amount.noun.first if amount.noun else amount.last  # the case of a noun is a guess: "жағдай"
        cases = (self._at.tokens[i].case for i in range(amount.core, end))
        meant = next((self._lex.case_bounds[c] for c in cases if c in self._lex.case_bounds), None)
        return (amount.last, meant) if meant else None

    def _by_preposition(self, amount: Amount) -> Amount:
        """As in "до 20 %" is at most, but not in "вырос до 20 %"; "от 500 рублей" at least, "от двух факторов" not."""
        if amount.paired or amount.number.form in _NO_PREPOSITION:
            return amount
        sentence = self._at.sentence(amount.core)
        at = amount.first - 1
        while self._at.within(at, sentence, "bounds.words.fillers"):
            at -= 1
        if self._at.within(at, sentence, "bounds.words.until"):
            if self._at.back(at, sentence, self._lex.reaches, REACH_WINDOW) is not None:
                return amount
            return _with_bound(replace(amount, first=at), "at_most")
        measured = amount.unit is not None and amount.unit.kind != "times"
        if measured and self._at.within(at, sentence, "bounds.words.starting"):
            governed = any(self._lex.governs_from.match(self._at.norm(at - n, sentence)) for n in (1, 2))
            return amount if governed else _with_bound(replace(amount, first=at), "at_least")
        return amount


def _with_bound(amount: Amount, bound: str) -> Amount:
    """``amount`` with ``bound``; a pair keeps both its ends ("более 15–20" stays a range)."""
    if amount.paired:
        return amount
    low = None if bound in ("less_than", "at_most") else amount.low
    high = None if bound in ("more_than", "at_least") else amount.high
    return replace(amount, bound=cast(Bound, bound), low=low, high=high)
