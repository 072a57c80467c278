"""The time over which a quantity holds, as written, with its year in brackets where publication tells it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from anyq.languages import table
from anyq.text import Span

NEAR_CHARS = 3  # "4,5 млн в месяц", "57 тысяч (в 2017 году)": right behind the number
AHEAD_CHARS = 60  # a period farther behind belongs to another clause


@dataclass(frozen=True, slots=True)
class Period:
    """A time expression. ``durative``: numbers inside are its length, no quantities of their own."""

    span: Span
    text: str
    durative: bool
    near: bool


@dataclass(frozen=True, slots=True)
class _Rule:
    find: re.Pattern[str]
    name: str | None
    years: int | None
    durative: bool
    near: bool


@cache
def _rules(lang: str) -> tuple[tuple[_Rule, ...], tuple[re.Pattern[str], ...]]:
    data: dict[str, Any] = table(lang, "periods")
    rules = tuple(
        _Rule(
            re.compile(row["find"]),
            row.get("name"),
            row.get("years"),
            row.get("durative", False),
            row.get("near", False),
        )
        for row in data["pattern"]
    )
    return rules, tuple(re.compile(m) for m in data["months"])


def find_periods(
    lower: str, written: Callable[[Span], str], published: str | None, lang: str, within: Sequence[Span]
) -> tuple[Period, ...]:
    """Every period of a lower-cased text in the stretches ``within``, by offset; of two that overlap the longer one.

    ``written`` gives the characters of a stretch as the author wrote them. ``published`` is an RFC 3339 time or date;
    without it no year is added.
    """
    rules, months = _rules(lang)
    found: list[Period] = []
    for rule, place in product(rules, within):
        for match in rule.find.finditer(lower, place.start, place.end):
            start = match.start() + (len(match.group()) - len(match.group().lstrip()))
            span = Span(start, match.end())
            words = " ".join(written(span).split())
            found.append(Period(span, _resolved(rule, words, match, published, months), rule.durative, rule.near))
    found.sort(key=lambda p: (-len(p.span), p.span))
    kept: list[Period] = []
    for period in found:
        if not any(period.span.touches(k.span) for k in kept):
            kept.append(period)
    return tuple(sorted(kept, key=lambda p: p.span))


def _resolved(
    rule: _Rule, words: str, match: re.Match[str], published: str | None, months: Sequence[re.Pattern[str]]
) -> str:
    if published is None or not re.match(r"\d{4}", published):
        return rule.name or words
    year = int(published[:4])
    if rule.years is not None:
        return f"{rule.name or words} ({year + rule.years})"
    month = match.groupdict().get("month")
    at = next((n for n, m in enumerate(months, 1) if month and m.match(month)), None)
    if at is not None and len(published) >= 7 and at <= int(published[5:7]):
        return f"{words} ({year})"  # a later month may be last year's or a plan: left as written
    return words


def period_of(
    span: Span, others: Sequence[Span], sentence: Span, periods: Sequence[Period], text: str
) -> Period | None:
    """The period of the quantity at ``span``: right behind it, else the last before it in its sentence, else the next.

    A period in brackets belongs to what stands in the brackets; one behind another quantity belongs to that.
    """
    inside = [p for p in periods if sentence.holds(p.span)]
    behind = [p for p in inside if p.span.start >= span.end]
    if behind and behind[0].span.start - span.end <= NEAR_CHARS and "(" not in text[span.end : behind[0].span.start]:
        return behind[0]
    before = [
        p for p in inside
        if p.span.end <= span.start and not p.near and not _shut(text[p.span.start : span.start])
    ]  # fmt: skip
    if before:
        return before[-1]
    if behind and not behind[0].near and behind[0].span.start - span.end <= AHEAD_CHARS:
        gap = text[span.end : behind[0].span.start]
        taken = any(span.end <= o.start < behind[0].span.start for o in others)
        return None if taken or "(" in gap or ";" in gap else behind[0]
    return None


def _shut(between: str) -> bool:
    """True if a bracket opened before ``between`` is closed in it."""
    depth = 0
    for ch in between:
        depth += (ch == "(") - (ch == ")")
        if depth < 0:
            return True
    return False
