"""Numbers -> amounts: sign, unit, ranges and changes, compound measures, what is counted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

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
MAX_PAIR_RATIO = 50  # "с 500 до 2 тысяч": 500 is not meant in thousands


class AmountReader:
    """Reads amounts of one language off a list of tokens."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon, nouns: NounReader) -> None:
        self._tokens = tokens
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

    def behind_bound(self, amount: Amount) -> Amount:
        """``amount`` as it reads behind a bound word (see ``NumberReader.after_bound``)."""
        number = self._numbers.after_bound(amount.number)
        if number is amount.number:
            return amount
        return replace(amount, number=number, low=number.value, high=number.value)

    def lone_unit(self, i: int) -> Amount | None:
        """A unit without a number, read as one of it; only for behind a bound word: "более года"."""
        found = self._lex.units.at(self._tokens, i)
        if found is None or found[1].kind not in ("time", "measure") or len(self._tokens[i].norm) < 3:
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
        if money:
            first, unit = money[0], Unit(money[1], "money")
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
        return found[0] if found else i

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
        opening = one.first - 1
        while opening > 0 and self._tokens[opening].norm in words["bounds.words.present"]:
            opening -= 1  # "с нынешних 58 %"
        before = self._tokens[opening].norm if opening >= 0 else ""
        dotted = i
        if norm == "." and [t.norm for t in self._tokens[i : i + 3]] == ["."] * 3:
            i += 2  # "+14...+16"
        if norm in words["bounds.words.dash"] or i > dotted:
            spaced = self._tokens[i].spaced
            other = self._second(i + 1)
            if other and (norm == "…" or spaced == self._tokens[i + 1].spaced) and (not spaced or _rising(one, other)):
                return self._join(one, other, "range", one.first)
            return None
        if (
            norm in words["bounds.words.to"]
            and before in words["bounds.words.from"] | words["bounds.words.change_from"]
        ):
            other = self._second(i + 1)
            change = before in words["bounds.words.change_from"]
            return other and self._join(one, other, "change" if change else "range", opening)
        if norm in words["bounds.words.or"]:
            other = self._second(i + 1)
            if other and _rising(one, other) and one.unit is None:
                return self._join(one, other, "range", one.first)
        return None

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
        joined = self._tokens[at].norm in self._lex.words["bounds.words.and"] and at + 1 < len(self._tokens)
        more = self._side(at + 1 if joined else at)
        if more is None or more.unit is None or more.low is None or not self._tokens[at].spaced:
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
        if amount.unit is None or amount.number.form is Form.ADJECTIVE:
            value = None if amount.number.form is Form.ADJECTIVE else amount.number.value
            noun = self._nouns.counted(at, value, multiplied=amount.number.by is not None)
            if amount.number.form is Form.ADJECTIVE and (noun is None or amount.unit is not None):
                return amount
            if noun and noun.agrees:
                return replace(amount, noun=noun, last=noun.last)
            return replace(amount, noun=noun)
        start = at
        if amount.unit.kind == "percent" and self._tokens[at].norm in self._lex.words["bounds.words.from"]:
            start = at + 1  # "40 % от общего оборота"
        if amount.unit.kind != "percent" and self._tokens[start].capital:
            return amount  # "в 13 лет Анна уехала": a name behind a measure is the subject
        end = self._nouns.genitive(start)
        if end > start:
            return replace(amount, noun=Phrase(at, at, end, True), last=end)
        return amount


def _rising(one: Amount, other: Amount) -> bool:
    """True if two numbers apart from each other can be a range; "в 2019 — 25 млн" is none."""
    if one.low is None or other.low is None or one.number.by:
        return False
    year = len(one.first_digits) == 4 and one.first_digits.isdigit() and other.number.by is not None
    return one.low < other.low and not year
