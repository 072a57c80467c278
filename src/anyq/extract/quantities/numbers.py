"""Tokens -> numbers: digits with any grouping, number words, multipliers, fractions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from anyq.extract.quantities.digits import digits_value
from anyq.extract.quantities.lexicon import Lexicon
from anyq.extract.quantities.tokens import Kind, Token


class Form(Enum):
    """How a number was written, where that changes what may be done with it."""

    PLAIN = 1
    FRACTION = 2  # "половина": per cent of a whole
    TIMES = 3  # "вдвое"
    OCCASIONS = 4  # "дважды"
    UNKNOWN = 5  # "несколько", "десятки"
    ORDINAL = 6  # "третье", "386-е"
    ADJECTIVE = 7  # "42-летний"; ``unit`` is set
    ONE = 8  # "один": a count only before a counted word
    GROUP = 9  # "тройка лидеров"


@dataclass(frozen=True, slots=True)
class Number:
    """A number under ``tokens[first:last]``; ``value`` is None where the text does not tell it."""

    first: int
    last: int
    value: Decimal | None
    form: Form = Form.PLAIN
    digits: str = ""  # as written, where it is written in digits alone
    by: Decimal | None = None  # the last multiplier: 1000 in "5 тысяч"
    unit: str | None = None


_LEAST_JOINED = 100  # "two hundred and fifty", never "twenty and five"
_SHORT_YEAR_DIGITS = 2
_NO_MULTIPLIER = Decimal(10) ** 18  # above every multiplier of the tables
_EXACT = {Decimal("33.33"): Decimal(100) / 3, Decimal("16.67"): Decimal(100) / 6, Decimal("14.29"): Decimal(100) / 7}
_SHORT = {"k": Decimal(10) ** 3, "m": Decimal(10) ** 6, "b": Decimal(10) ** 9, "t": Decimal(10) ** 12}


class NumberReader:
    """Reads numbers of one language off a list of tokens."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._lex = lexicon

    def at(self, i: int) -> Number | None:
        """The longest number that begins at token ``i``."""
        token = self._tokens[i]
        if token.kind is Kind.DIGITS:
            return self._from_digits(i)
        if token.kind is not Kind.WORD:
            return None
        return self._from_words(i)

    # words

    def _from_words(self, i: int) -> Number | None:
        lex, norm = self._lex, self._tokens[i].norm
        if found := self._article(i) or self._half(i):
            return found
        counts = norm in lex.cardinals or norm in lex.multipliers
        if counts and self._tokens[i].case in lex.words["numbers.alone.cases"]:
            return self._several(i, None)
        if norm in lex.cardinals or norm in lex.words["numbers.one.forms"]:
            return self._cardinal(i)
        if norm in lex.multipliers:
            return self._bare_multiplier(i)
        if norm in lex.words["numbers.alone.several"]:
            return self._several(i, None)
        if norm in lex.words["numbers.alone.several_two"] and not lex.words["numbers.one.articles"]:
            return Number(i, i + 1, Decimal(2), Form.UNKNOWN)
        for table, form in (
            (lex.fractions, Form.FRACTION),
            (lex.times, Form.TIMES),
            (lex.occasions, Form.OCCASIONS),
            (lex.groups, Form.GROUP),
        ):
            if norm in table:
                return Number(i, i + 1, table[norm], form)
        return self._adjective(i) or self._ordinal(i)

    def _article(self, i: int) -> Number | None:
        """As in "a million", "a few", "a third of": an article is one of what follows, and none alone."""
        lex, n = self._lex, i + 1
        if self._tokens[i].norm not in lex.words["numbers.one.articles"] or not self._near(n):
            return None
        norm = self._tokens[n].norm
        found: Number | None = None
        if norm in lex.multipliers and norm not in lex.words["numbers.alone.unknown"]:
            found = self._sum(n, Decimal(1))
        elif norm in lex.words["numbers.alone.several"] | lex.words["numbers.alone.several_behind_article"]:
            found = self._several(n, None)
        elif norm in lex.words["numbers.alone.several_two"]:
            last = n + 2 if self._of(n + 1) else n + 1
            return Number(i, last, Decimal(2), Form.UNKNOWN)
        elif norm in lex.words["numbers.half_of"]:
            found = self._half(n)
        elif norm in lex.fraction_multiples and (self._of(n + 1) or self._measures(i)):
            found = self._fraction_of(Number(n, n, Decimal(1)))
        return replace(found, first=i) if found else None

    def _measures(self, i: int) -> bool:
        """True if a bound or "by" before token ``i`` makes "a third" a share."""
        by = i > 0 and self._tokens[i - 1].norm in self._lex.words["growth.link.prepositions"]
        return by or self._lex.before.ending(self._tokens, i) is not None

    def _half(self, i: int) -> Number | None:
        """As in "half a million", "half an hour", "жарты миллион": half of one multiplier or unit."""
        if self._tokens[i].norm not in self._lex.words["numbers.half_of"]:
            return None
        n = i + 1
        if self._near(n) and self._tokens[n].norm in self._lex.words["numbers.one.articles"]:
            n += 1
        if not self._near(n):
            return None
        half = Decimal("0.5")
        if self._tokens[n].norm in self._lex.multipliers:
            return replace(self._sum(n, half), first=i)
        unit = self._lex.units.at(self._tokens, n)
        return Number(i, n, half) if unit and unit[1].kind in ("time", "measure") else None

    def _near(self, i: int) -> bool:
        """True if token ``i`` goes on with the sentence of the one before it."""
        return i < len(self._tokens) and self._tokens[i].sentence == self._tokens[i - 1].sentence

    def _of(self, i: int) -> bool:
        return self._near(i) and self._tokens[i].norm in self._lex.words["numbers.nouns.of"]

    def _several(self, i: int, value: Decimal | None) -> Number:
        last = i + 1
        while last < len(self._tokens):
            after = last + 1 if self._of(last) else last  # "hundreds of thousands"
            if after >= len(self._tokens) or self._tokens[after].norm not in self._lex.multipliers:
                break
            last = after + 1
        return Number(i, last, value, Form.UNKNOWN)

    def _bare_multiplier(self, i: int) -> Number | None:
        norm = self._tokens[i].norm
        if norm in self._lex.words["numbers.alone.one"]:
            return self._compound_ordinal(self._sum(i, Decimal(1)))
        if norm in self._lex.words["numbers.alone.unknown"]:
            return self._several(i, None)
        return None

    def after_bound(self, number: Number) -> Number:
        """``number`` as it reads behind a bound word: "более сотни" is 100, "сотни" alone is unknown."""
        alone = number.last == number.first + 1 and number.form is Form.UNKNOWN
        norm = self._tokens[number.first].norm
        if alone and norm in self._lex.words["numbers.alone.one_after_bound"]:
            return replace(number, value=self._lex.multipliers[norm], form=Form.PLAIN)
        return number

    def _cardinal(self, i: int) -> Number:
        norm = self._tokens[i].norm
        one = norm in self._lex.words["numbers.one.forms"]
        found = self._sum(i, None)
        part = self._fraction_of(found)
        if part is not found:
            return part
        if one and found.last == i + 1:
            return replace(found, form=Form.ONE)
        return self._compound_ordinal(found)

    def _compound_ordinal(self, found: Number) -> Number:
        """As in "пятьдесят первый", "две тысячи двадцатый год": the ordinal makes the whole one."""
        if found.last >= len(self._tokens) or not found.value or not self._joined(found.last):
            return found
        last = self._ordinal(found.last)
        if last is None or last.value is None or not _fits_below(last.value, found.value):
            return found
        year = self._near(last.last) and self._tokens[last.last].norm in self._lex.words["skip.dates.years"]
        if not year and (found.by or last.value >= 10):
            return found  # "две тысячи первых учеников"
        return Number(found.first, last.last, found.value + last.value, Form.ORDINAL)

    def _fraction_of(self, found: Number) -> Number:
        """As in "две трети" -> 66.67 per cent."""
        table = self._lex.fraction_multiples
        if found.last < len(self._tokens) and found.value is not None and found.value < 10:
            part = table.get(self._tokens[found.last].norm)
            if part is not None:
                whole = _EXACT.get(part, part)
                return replace(found, last=found.last + 1, value=round(whole * found.value, 2), form=Form.FRACTION)
        return found

    def _small(self, i: int) -> Decimal | None:
        """The value of a number word below 1000 at ``i``, "один" too."""
        if i >= len(self._tokens):
            return None
        norm = self._tokens[i].norm
        return Decimal(1) if norm in self._lex.words["numbers.one.forms"] else self._lex.cardinals.get(norm)

    def _sum(self, i: int, start: Decimal | None) -> Number:
        """Adds number words and multiplies: "двадцать три тысячи пятьсот"."""
        total, current, least = Decimal(0), start, _NO_MULTIPLIER
        last = i
        while last < len(self._tokens) and (last == i or self._joined(last)):
            small, norm = self._small(last), self._tokens[last].norm
            if small is not None and (current is None or _fits_below(small, current)) and small < least:
                current = small if current is None else current + small
            elif current is not None and (half := self._lex.half.at(self._tokens, last)):
                current, last = current + Decimal("0.5"), half[0] - 1
            elif norm in self._lex.words["numbers.inner"] and (current or 0) < self._lex.multipliers[norm]:
                current = (current or 1) * self._lex.multipliers[norm]  # "five hundred thousand"
            elif (by := self._lex.multipliers.get(norm)) and by < least and current is not None:
                total, current, least = total + current * by, None, by
                last = self._past_stop(last)
            elif least < _NO_MULTIPLIER and current is None and (more := self._tail_digits(last, least)):
                return replace(more, first=i, value=total + (more.value or 0), by=least)
            elif not self._and(last, total + (current or 0)):
                break
            last += 1
        if self._tokens[last - 1].case in self._lex.words["numbers.alone.cases"]:
            return Number(i, last, None, Form.UNKNOWN)
        return Number(i, last, total + (current or 0), by=least if least < _NO_MULTIPLIER else None)

    def _and(self, i: int, so_far: Decimal) -> bool:
        """True for the "and" of "two hundred and fifty": less than a hundred follows, and not "three hundred"."""
        if self._tokens[i].norm not in self._lex.words["numbers.joining"] or so_far < _LEAST_JOINED:
            return False
        small = self._small(i + 1) if self._near(i + 1) else None
        beyond = self._tokens[i + 2].norm if self._near(i + 2) else ""
        return small is not None and _fits_below(small, so_far) and beyond not in self._lex.words["numbers.inner"]

    def _joined(self, i: int) -> bool:
        before, token = self._tokens[i - 1], self._tokens[i]
        goes_on = token.spaced or before.norm == "."
        return token.sentence == before.sentence and goes_on and not before.case  # "жүзден бір" is no 101

    def _past_stop(self, i: int) -> int:
        """The index of the full stop behind an abbreviated multiplier if the number goes on after it, else ``i``."""
        n = i + 1
        if n + 1 < len(self._tokens) and self._tokens[n].norm == "." and not self._tokens[n].spaced:
            following = self._tokens[n + 1]
            if following.sentence == self._tokens[i].sentence and self._tail_digits(n + 1, Decimal(1000)):
                return n
        return i

    # digits

    def _tail_digits(self, i: int, least: Decimal) -> Number | None:
        """The "300 тысяч" of "5 млн 300 тысяч", the "700" of "11 тыс. 700": less than the multiplier before it."""
        if i >= len(self._tokens) or self._tokens[i].kind is not Kind.DIGITS:
            return None
        found = self._from_digits(i)
        if found is None or found.value is None or found.value >= least or found.form is not Form.PLAIN:
            return None
        full = len(self._tokens[i].norm) == 3 and least == 1000
        return found if found.by or full else None

    def _from_digits(self, i: int) -> Number | None:
        token = self._tokens[i]
        if self._glued_before(i):
            return None
        n = i + 1
        following = self._tokens[n] if n < len(self._tokens) else None
        if following is not None and not following.spaced:
            if following.kind is Kind.WORD:
                return self._glued_after(i)
            if following.norm == "-" and n + 1 < len(self._tokens) and not self._tokens[n + 1].spaced:
                hyphened = self._hyphened(i)
                if hyphened is not None or self._tokens[n + 1].kind is Kind.WORD:
                    return hyphened
            if following.norm == "/":
                return None
        elif following is not None and not self._lex.units.at(self._tokens, n) and (stem := self._unit_stem(n)):
            return self._with_unit(i, n + 1, digits_value(token.norm, self._lex.decimal, multiplied=False), stem)
        if i and self._tokens[i - 1].norm == "/" and not token.spaced:
            return None
        return self._digits(i, i + 1)

    def _digits(self, i: int, last: int) -> Number:
        token = self._tokens[i]
        multiplied = last < len(self._tokens) and self._tokens[last].norm in self._lex.multipliers
        if not multiplied and (by := self._short_multiplier(i)):
            value = digits_value(token.norm, self._lex.decimal, multiplied=True)
            return Number(i, last + 1, value * by, digits=token.norm, by=by)
        value = digits_value(token.norm, self._lex.decimal, multiplied=multiplied)
        if half := self._lex.half.at(self._tokens, last):
            last, value = half[0], value + Decimal("0.5")
            multiplied = last < len(self._tokens) and self._tokens[last].norm in self._lex.multipliers
        if not multiplied:
            return self._fraction_of(Number(i, last, value, digits=token.norm))
        total = self._sum(last, value)
        return replace(total, first=i)

    def _short_multiplier(self, i: int) -> Decimal | None:
        """The worth of the "m" of "£5m": behind a sign of money no metre."""
        short = self._lex.words["numbers.short_multipliers"]
        if not short or i + 1 >= len(self._tokens) or self._tokens[i + 1].spaced or not i:
            return None
        signed = self._lex.signs.ending(self._tokens, i)
        letter = self._tokens[i + 1].norm
        found = _SHORT.get(letter) if letter in short else None
        return found if signed and signed[1].kind == "money" else None

    def _glued_before(self, i: int) -> bool:
        """True for the 19 of COVID-19, the 24 of МИР24, the 5 of "v.5"."""
        token = self._tokens[i]
        if not i or token.spaced:
            return False
        before = self._tokens[i - 1]
        if before.kind in (Kind.WORD, Kind.MASKED) or before.norm == "_":
            return True
        if before.norm == "'" and len(token.norm) == _SHORT_YEAR_DIGITS:
            return before.spaced  # "in '92"
        if before.norm in "-–" and i > 1 and not before.spaced:
            measured = self._tokens[i - 3].kind is Kind.DIGITS and self._lex.units.at(self._tokens, i - 2)
            return self._tokens[i - 2].kind is Kind.WORD and not self._is_number_word(i - 2) and not measured
        return False

    def _is_number_word(self, i: int) -> bool:
        norm = self._tokens[i].norm
        return norm in self._lex.cardinals or norm in self._lex.multipliers

    def _glued_after(self, i: int) -> Number | None:
        """As in "10кг", "20млн" are numbers; "24КЗ", "5G" are names."""
        norm = self._tokens[i + 1].norm
        if norm in self._lex.multipliers:
            return self._digits(i, i + 1)
        if self._lex.units.at(self._tokens, i + 1) or self._short_multiplier(i):
            return self._digits(i, i + 1)
        if norm in self._lex.words["numbers.glued_ordinals"]:
            value = digits_value(self._tokens[i].norm, self._lex.decimal, multiplied=False)
            return Number(i, i + 2, value, Form.ORDINAL)
        return None

    def _hyphened(self, i: int) -> Number | None:
        """As in "42-летний", "5-ти", "386-е"; None if the hyphen joins something else."""
        token, tail = self._tokens[i], self._tokens[i + 2]
        value = digits_value(token.norm, self._lex.decimal, multiplied=False)
        if tail.kind is not Kind.WORD:
            return None
        if tail.norm in self._lex.words["numbers.ordinals.ranks"]:
            return Number(i, i + 2, value, Form.ORDINAL)  # "3-орын"
        if stem := self._unit_stem(i + 2):
            return self._with_unit(i, i + 3, value, stem)
        if tail.norm in self._lex.words["numbers.case_suffixes"] and value < 1000:
            if stem := self._unit_stem(i + 3):  # "72-х летний"
                return self._with_unit(i, i + 4, value, stem)
            return self._digits(i, i + 3)
        if tail.norm in self._lex.words["numbers.ordinal_suffixes"] | self._lex.words["numbers.case_suffixes"]:
            return Number(i, i + 3, value, Form.ORDINAL)
        return None

    def _unit_stem(self, i: int) -> str | None:
        """The stem of an adjective of measure at token ``i`` that has no number of its own: "летний"."""
        found = self._lex.prefixes.fullmatch(self._tokens[i].norm) if i < len(self._tokens) else None
        return found["stem"] if found and not found["tens"] and not found["ones"] else None

    def _with_unit(self, first: int, last: int, value: Decimal, stem: str) -> Number:
        unit = self._lex.adjective_units[stem]
        if unit.isdigit():
            return Number(first, last, value * Decimal(unit), Form.ADJECTIVE)
        return Number(first, last, value, Form.ADJECTIVE, unit=unit or None)

    def _adjective(self, i: int) -> Number | None:
        """As in "двухлетний", "двадцатипятиминутный"."""
        found = self._lex.prefixes.fullmatch(self._tokens[i].norm)
        if not found or not (found["tens"] or found["ones"]):
            return None
        parts = [self._lex.prefix_values[p] for p in (found["tens"], found["ones"]) if p]
        if parts == [Decimal(1)]:
            return None
        return self._with_unit(i, i + 1, sum(parts, Decimal(0)), found["stem"])

    def _ordinal(self, i: int) -> Number | None:
        found = self._lex.ordinals.fullmatch(self._tokens[i].norm)
        if not found:
            return None
        return Number(i, i + 1, self._lex.ordinal_values[found[1]], Form.ORDINAL)


def _fits_below(small: Decimal, current: Decimal) -> bool:
    """True if ``small`` can be said after ``current``: 3 after 20, 45 after 100; never 5 after 15."""
    if current == 0 or small == 0 or current != current.to_integral_value():
        return False
    room = Decimal(10) ** (len(str(int(current))) - len(str(int(current)).rstrip("0")))
    return small < room and small == small.to_integral_value() and not (small >= 10 and room == 10)
