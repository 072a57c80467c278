"""How exactly a number of a text is known: the interval its writing leaves open."""

import re
from dataclasses import dataclass

from anyq.records.reading import Quantity
from anyq.text import Span, fold

LOOSE = 0.05  # "около 50", "почти 50": read as anything within five per cent
MIN_ZEROS = 2  # round thousands and hundreds above 1000 are seldom counted to the last one
_DIGITS = re.compile(r"\d[\d ]*(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between ``low`` and ``high``, both included."""

    low: float
    high: float

    def meets(self, other: "Interval") -> bool:
        """True if some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def wider(self, by: float) -> "Interval":
        """The interval with ``by`` more room on both sides."""
        return Interval(self.low - by, self.high + by)

    def plus(self, other: "Interval") -> "Interval":
        """What the sum of the two can be."""
        return Interval(self.low + other.low, self.high + other.high)


def step(value: float, written: str) -> float:
    """The worth of the last digit in ``written``: 0.1e6 for "2,3 млн", 1 for "240", 1000 for "сорок тысяч"."""
    found = _DIGITS.search(fold(written))
    if found is None:
        thousands = value >= 1000 and value % 1000 == 0
        return 1000.0 if thousands else 1.0
    digits = found.group().replace(" ", "")
    head, mark, tail = digits.replace(",", ".").partition(".")
    number = float(f"{head}.{tail}" if mark else head)
    factor = abs(value) / number if number else 1.0
    if mark and len(tail) == 3 and factor > 1 and abs(factor - 1000) < 1:
        return 1.0  # the mark groups thousands
    zeros = len(head) - len(head.rstrip("0"))
    if not mark and zeros >= MIN_ZEROS and number >= 1000:
        return float(factor * 10**zeros)  # "1200 километров" may be 1180
    return float(factor * 10 ** -(len(tail) if mark else 0))


def known(value: float, written: str, *, loose: bool, countable: bool = False) -> Interval:
    """The values that are written as ``written``: half a last digit either way, five per cent more if ``loose``.

    Countable things told to the last one ("7 мужчин") leave nothing open.
    """
    last = step(value, written)
    exact = countable and last == 1
    room = (0 if exact else last / 2) + (LOOSE * abs(value) if loose else 0)
    return Interval(value - room, value + room)


def one_value(quantity: Quantity, text: str) -> Interval | None:
    """The interval of a quantity with one value; None for ranges, changes and open ends."""
    if quantity.low is None or quantity.low != quantity.high:
        return None
    return known(
        quantity.low,
        quantity.span.of(text),
        loose=quantity.bound in ("about", "nearly"),
        countable=quantity.unit is None,
    )


def both_ends(quantity: Quantity, text: str) -> tuple[Interval, Interval] | None:
    """The intervals before and after of a change."""
    if quantity.bound != "change" or quantity.low is None or quantity.high is None:
        return None
    written = quantity.span.of(text)
    numbers = list(_DIGITS.finditer(fold(written)))
    if len(numbers) < 2:
        return known(quantity.low, written, loose=False), known(quantity.high, written, loose=False)
    cut = numbers[0].end()
    first = Span(0, cut).of(written)
    return known(quantity.low, first, loose=False), known(quantity.high, written[cut:], loose=False)


def ratio(after: Interval, before: Interval) -> Interval | None:
    """What ``after`` divided by ``before`` can be; None unless both are above zero."""
    if before.low <= 0 or after.low <= 0:
        return None
    return Interval(after.low / before.high, after.high / before.low)


def shown(value: float, unit: str = "", *, sign: bool = False) -> str:
    """A number for a person: "1 280", "+23.2 %"; at most one digit behind the point below 1000."""
    rounded = round(value, 1) if abs(value) < 1000 else round(value)
    body = f"{rounded:+,}" if sign else f"{rounded:,}"
    body = body.removesuffix(".0").replace(",", " ")
    return f"{body} {unit}".rstrip()
