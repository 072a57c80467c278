"""Numbers -> amounts: sign, unit, ranges and changes, compound measures, what is counted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import cast

from anyq.extract.quantities.inflection import Inflection
from anyq.extract.quantities.lexicon import Lexicon, Unit
from anyq.extract.quantities.nouns import NounReader, Phrase
from anyq.extract.quantities.numbers import Form, Number, NumberReader
from anyq.extract.quantities.tokens import Token
from anyq.records.reading import Bound


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with all that belongs to it, under ``tokens[first:last]``.

    ``number`` is the last one written (the 20 of "15–20"); ``core`` the index where digits or number words begin.
    """

    first: int
    last: int
    core: int
    low: Decimal | None
    high: Decimal | None
    number: Number
    bound: Bound = "exactly"
    unit: Unit | None = None
    noun: Phrase | None = None
    signed: bool = False
    paired: bool = False
    first_digits: str = ""

    @property
    def value(self) -> Decimal | None:
        """The one value of an amount that is no pair."""
        return self.low if self.low is not None else self.high


PERCENT = Unit("%", "percent")
TIMES = Unit("times", "times")
RANK = Unit("rank", "rank")
YEAR_DIGITS = 4  # "1987 to 1990": ungrouped digits so many are years
MAX_PAIR_RATIO = 50  # "с 500 до 2 тысяч": 500 is not meant in thousands


class AmountReader:
    """Reads amounts of one language off a list of tokens."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon, inflection: Inflection, nouns: NounReader) -> None:
        self._tokens = tokens
        self._inflection = inflection
        self._lex = lexicon
        self._nouns = nouns
        self._numbers = NumberReader(tokens, lexicon)

    def at(self, i: int) -> Amount | None:
        """The amount whose first number begins at token ``i``, with its pair but without bound words."""
        one = self._side(i)
        if one is None:
            return None
        amount = self._pair(one) or one
        amount = self._compound(amount)
        return self._with_noun(amount)

    def number(self, i: int) -> Number | None:
        """The number that begins at token ``i``, without unit, sign or noun."""
        return self._numbers.at(i) if i < len(self._tokens) else None

    def behind_bound(self, amount: Amount) -> Amount:
        """``amount`` as it reads behind a bound word (see ``NumberReader.after_bound``)."""
        number = self._numbers.after_bound(amount.number)
        if number is amount.number:
            return amount
        return replace(amount, number=number, low=number.value, high=number.value)

    def lone_unit(self, i: int) -> Amount | None:
        """A unit without a number, read as one of it; only for behind a bound word: "более года"."""
        at = i + 1 if self._tokens[i].norm in self._lex.words["numbers.one.articles"] else i
        found = self._lex.units.at(self._tokens, at)
        if found is None or found[1].kind not in ("time", "measure") or len(self._tokens[at].norm) < 3:
            return None
        one = Decimal(1)
        return Amount(i, found[0], i, one, one, Number(i, i, one), unit=found[1])

    def _side(self, i: int) -> Amount | None:
        """One number with its sign and unit."""
        number = self._numbers.at(i)
        if number is None:
            return None
        number = self._of_percent(number)
        first, value = i, number.value
        last, unit = self._unit(number)
        sign = self._sign(i)
        signed = sign is not None
        if sign is not None:
            first, negative = sign
            value = -value if negative and value is not None else value
        money = self._lex.signs.ending(self._tokens, first)
        if (
            money
            and money[0] < first - 1
            and self._tokens[first - 1].spaced
            and not self._tokens[first - 1].norm.isalpha()
        ):
            alone = self._lex.signs.at(self._tokens, first - 1)  # "a $5 note": no Australian dollars
            money = (first - 1, alone[1]) if alone else None
        if money:
            first, unit = money
        return Amount(first, last, i, value, value, number, unit=unit, signed=signed, first_digits=number.digits)

    def _of_percent(self, number: Number) -> Number:
        """As in "две десятых процента": a part of one per cent, not of the whole."""
        found = self._lex.units.at(self._tokens, number.last) if number.form is Form.FRACTION else None
        if found is None or found[1].kind not in ("percent", "points") or number.value is None:
            return number
        return replace(number, value=number.value / 100, form=Form.PLAIN)

    def _unit(self, number: Number) -> tuple[int, Unit | None]:
        if number.form is Form.FRACTION:
            return number.last, PERCENT
        if number.form is Form.TIMES:
            return number.last, TIMES
        if number.unit is not None:
            return number.last, TIMES if number.unit == "times" else Unit(
                number.unit, self._lex.unit_kinds[number.unit]
            )
        if number.form in (Form.ADJECTIVE, Form.ORDINAL, Form.GROUP, Form.OCCASIONS):
            return number.last, None
        at = self._past_abbreviation(number.last) if number.by else number.last
        at = self._past_bound(at)
        found = self._lex.units.at(self._tokens, at)
        if found is None or self._tokens[at].sentence != self._tokens[number.first].sentence:
            return number.last, None
        return found

    def _past_abbreviation(self, i: int) -> int:
        """``i``, or past the full stop of "тыс." where the sentence goes on."""
        if i + 1 < len(self._tokens) and self._tokens[i].norm == "." and not self._tokens[i].spaced:
            goes_on = self._tokens[i + 1].sentence == self._tokens[i].sentence
            return i + 1 if goes_on else i
        return i

    def _past_bound(self, i: int) -> int:
        """``i``, or past a bound that stands between a number and its noun: "двадцать с лишним лет"."""
        found = self._lex.after.at(self._tokens, i)
        return found[0] if found and found[1].case in ("", self._tokens[i - 1].case) else i

    def _sign(self, i: int) -> tuple[int, bool] | None:
        """Index of a plus or minus before token ``i``, and whether it is a minus; None without one."""
        if not i:
            return None
        before = self._tokens[i - 1]
        if before.norm in self._lex.words["numbers.minus"]:
            return i - 1, True
        glued = not self._tokens[i].spaced
        if before.norm not in "+-–−" or not glued or len(before.norm) != 1:
            return None
        open_before = i == 1 or before.spaced or self._tokens[i - 2].norm in "(…;,/«"
        return (i - 1, before.norm != "+") if open_before else None

    def _pair(self, one: Amount) -> Amount | None:
        """As in "15–20", "от 15 до 20", "с 50 % до 73,8 %", "два или три"."""
        i = self._past_abbreviation(one.last) if one.number.by else one.last
        if i >= len(self._tokens) or self._tokens[i].sentence != self._tokens[one.core].sentence:
            return None
        norm, words = self._tokens[i].norm, self._lex.words
        if self._tokens[i - 1].case and (found := self._by_cases(one, i)):
            return found
        dotted = i
        if norm == "." and [t.norm for t in self._tokens[i : i + 3]] == ["."] * 3:
            i += 2  # "+14...+16"
        if norm in words["bounds.words.dash"] or i > dotted:
            spaced = self._tokens[i].spaced
            other = self._second(i + 1)
            if other and one.unit and other.unit and one.unit != other.unit:
                return None  # "6 фут-6 дюйм"
            if other and spaced and (one.number.form is Form.FRACTION) is not (other.number.form is Form.FRACTION):
                return None  # "2 percent - one-third of what it was"
            if other and (norm == "…" or spaced == self._tokens[i + 1].spaced) and (not spaced or _rising(one, other)):
                return self._join(one, other, "range", one.first)
            return None
        if found := self._by_prepositions(one, i):
            return found
        if norm in words["bounds.words.or"]:
            other = self._second(i + 1)
            if other and _rising(one, other) and one.unit is None:
                return self._join(one, other, "range", one.first)
        return None

    def _by_prepositions(self, one: Amount, i: int) -> Amount | None:
        """As in "от 15 до 20", "from 15 to 20"; token ``i`` follows the first number."""
        norm = self._tokens[i].norm
        opening = one.first - 1
        while opening > 0 and self._tokens[opening].norm in self._lex.words["bounds.words.present"]:
            opening -= 1  # "с нынешних 58 %"
        before = self._tokens[opening].norm if opening >= 0 else ""
        if before and (bound := self._lex.pairs.get(f"{before} {norm}")):
            other = self._second(i + 1)
            return other and self._join(one, other, cast(Bound, bound), opening)
        if f" {norm}" in self._lex.pairs and before not in self._lex.words["bounds.words.never_before_pair"]:
            other = self._second(i + 1)
            opened = one.first < one.core and one.last == one.number.last  # "aged 5 to 10", "$5 to 10"
            alike = other is not None and (one.unit is None or one.unit == other.unit or (opened and not other.unit))
            rising = other is not None and (one.low or 0) < (other.low or 0) and len(one.first_digits) != YEAR_DIGITS
            if other and alike and rising and self._closed(other.last):
                return self._join(one, other, "range", one.first)
        return None

    def _closed(self, i: int) -> bool:
        """True if a pair that a word "between" must close ends so: "15 пен 18 жас аралығында"."""
        closing = self._lex.words["bounds.words.closing"]
        return not closing or (i < len(self._tokens) and self._tokens[i].norm in closing)

    def _by_cases(self, one: Amount, i: int) -> Amount | None:
        """As in "бестен онға дейін": the cases of two numbers side by side tell where a change began and ended."""
        other = self._second(i)
        if other is None or other.first != i:
            return None
        last = self._tokens[other.last - 1].case
        if not last and other.unit is None and other.last < len(self._tokens):
            last = self._tokens[other.last].case  # "бестен он адамға дейін"
        ends = f"{self._tokens[i - 1].case} {last}".upper()
        bound = self._lex.pairs.get(ends)
        return self._join(one, other, cast(Bound, bound), one.first) if bound else None

    def _second(self, i: int) -> Amount | None:
        """The second number of a pair at ``i``, past a sign of its own."""
        if i >= len(self._tokens) or self._tokens[i].sentence != self._tokens[i - 1].sentence:
            return None
        norm = self._tokens[i].norm
        if norm in "+-−" or norm in self._lex.words["numbers.minus"] or self._lex.signs.at(self._tokens, i):
            i += 1
        if i >= len(self._tokens):
            return None
        found = self._side(i)
        return found if found and found.number.form in (Form.PLAIN, Form.ADJECTIVE, Form.FRACTION) else None

    def _join(self, one: Amount, other: Amount, bound: Bound, first: int) -> Amount | None:
        low, high = one.low, other.low
        if low is None or high is None or one.number.form is Form.ORDINAL:
            return None
        by = other.number.by
        if by and not one.number.by and abs(low) < by:
            shared = low * by
            fits = shared <= high if bound == "range" else abs(shared) <= MAX_PAIR_RATIO * abs(high)
            low = shared if fits else low
        if bound == "range" and low > high:
            if low >= 0 and high >= 0:
                return None
            low, high = high, low
        return replace(
            one, first=first, last=other.last, low=low, high=high, number=other.number, bound=bound,
            unit=other.unit or one.unit, signed=one.signed or other.signed, paired=True,
        )  # fmt: skip

    def _compound(self, amount: Amount) -> Amount:
        """As in "2 часа 30 минут" or "2 часа и 30 минут" -> 2.5 hours."""
        if amount.paired or amount.unit is None or amount.low is None or amount.last >= len(self._tokens):
            return amount
        if not any(pair.startswith(amount.unit.id + " ") for pair in self._lex.parts):
            return amount
        at = amount.last
        hyphen = self._tokens[at].norm == "-" and not self._tokens[at].spaced
        joined = self._tokens[at].norm in self._lex.words["bounds.words.and"] or hyphen
        more = self._side(at + 1 if joined else at) if at + joined < len(self._tokens) else None
        if more is None or more.unit is None or more.low is None or not (hyphen or self._tokens[at].spaced):
            return amount
        parts = self._lex.parts.get(f"{amount.unit.id} {more.unit.id}")
        if parts is None or more.low >= parts:
            return amount
        value = round(amount.low + more.low / parts, 4)
        return replace(amount, last=more.last, low=value, high=value)

    def _with_noun(self, amount: Amount) -> Amount:
        if amount.number.form in (Form.TIMES, Form.OCCASIONS, Form.ORDINAL):
            return amount
        at = self._past_bound(self._past_abbreviation(amount.last))
        if at >= len(self._tokens) or self._tokens[at].sentence != self._tokens[amount.core].sentence:
            return amount
        if amount.unit is None and self._inflection.whole_by_preposition and self._many(amount, at):
            return self._with_whole(amount, at + 1)
        if amount.unit is None or amount.number.form is Form.ADJECTIVE:
            value = None if amount.number.form is Form.ADJECTIVE else amount.number.value
            noun = self._nouns.counted(at, value, multiplied=amount.number.by is not None)
            if amount.number.form is Form.ADJECTIVE and (noun is None or amount.unit is not None):
                return amount
            if noun and noun.agrees:
                return replace(amount, noun=noun, last=noun.last)
            return replace(amount, noun=noun)
        start = at
        if amount.unit.kind == "percent" and self._tokens[at].norm in self._lex.words["numbers.nouns.of"]:
            start = at + 1  # "40 % от общего оборота"
            if self._inflection.whole_by_preposition:
                return self._with_whole(amount, start)
        if amount.unit.kind != "percent" and self._tokens[start].capital:
            return amount  # "в 13 лет Анна уехала": a name behind a measure is the subject
        end = self._nouns.genitive(start)
        if end > start:
            return replace(amount, noun=Phrase(at, at, end, True), last=end)
        return amount

    def _many(self, amount: Amount, at: int) -> bool:
        """True for "dozens of", "a couple of": what is counted stands behind a preposition."""
        return amount.number.form is Form.UNKNOWN and self._tokens[at].norm in self._lex.words["numbers.nouns.of"]

    def _with_whole(self, amount: Amount, start: int) -> Amount:
        end = self._nouns.whole(start)
        return replace(amount, noun=Phrase(start, end - 1, end, True), last=end) if end > start else amount


def _rising(one: Amount, other: Amount) -> bool:
    """True if two numbers apart from each other can be a range; "в 2019 — 25 млн" is none."""
    if one.low is None or other.low is None or one.number.by:
        return False
    year = len(one.first_digits) == 4 and one.first_digits.isdigit() and other.number.by is not None
    return one.low < other.low and not year
