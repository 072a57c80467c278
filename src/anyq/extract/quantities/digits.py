"""Digits with group and decimal marks -> their value."""

import re
from decimal import Decimal

_GROUPED = {mark: re.compile(rf"[1-9]\d{{0,2}}(?:[{mark}]\d{{3}})+") for mark in ".,"}
_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]000")  # nobody writes a fraction of three zeros


def digits_value(text: str, decimal: str, *, multiplied: bool) -> Decimal:
    """The value of digits with group and decimal marks.

    ``decimal`` always opens a fraction, unless it groups twice and more; the other of "." and "," groups where three
    digits follow and no multiplier does ("12.500", but "2.125 млн"), else it opens a fraction too. A comma before three
    digits groups in spite of a multiplier where the point is the decimal mark ("1,200 million").
    """
    text = text.replace(" ", "")
    other = "." if decimal == "," else ","
    grouped = _GROUPED[other].fullmatch(text)
    sure = grouped and decimal == "."  # an English comma before three digits always groups
    if sure or (not multiplied and (grouped or _THOUSANDS.fullmatch(text))):
        return Decimal(re.sub(r"[.,]", "", text))
    if text.count(decimal) > 1:
        return Decimal(text.replace(decimal, ""))
    head, mark, tail = text.rpartition(decimal if decimal in text else other)
    return Decimal(re.sub(r"[.,]", "", head) + "." + tail) if mark else Decimal(tail)
