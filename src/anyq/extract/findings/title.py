"""Numbers of the title that the text tells otherwise."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from anyq.extract.findings.measure import Interval, one_value, shown
from anyq.extract.findings.scene import alike
from anyq.records.reading import Finding, Quantity
from anyq.text.segment import paragraphs, sentences

ROUNDING = 0.05  # a title may say 20 for 19.4
OPENING_CHARS = 600  # the lead and what follows it at once
MIN_SHARED_WORDS = 3  # on 1,548 news texts: 2 names five pairs that are no pairs, 3 none
STEM_CHARS = 5  # cuts off most endings of Russian words
MAX_PARTS = 3  # a title may add up to so many numbers of the text


def check_title(
    title: str, of_title: Sequence[Quantity], text: str, of_text: Sequence[Quantity], start: int
) -> Iterator[Finding]:
    """A finding for each number of the title whose one counterpart in the text, from ``start`` on, is another number.

    The counterpart stands in the opening of the text, in a sentence that says what the title says. Silent where there
    is none, where there are several, or where any number, or sum of numbers, of the text is what the title can mean.
    """
    for quantity in of_title:
        said = _range(quantity, title)
        kin = [q for q in of_text if _same_kind(quantity, q)]
        told = any(q.low == quantity.low for q in of_text)  # perhaps beside another noun: "убил 26 и ранил 57 человек"
        if said is None or not kin or told or _holds(said, kin, text):
            continue
        opening = [q for q in kin if q.span.start < start + OPENING_CHARS and _says_the_same(title, text, q)]
        found = opening[0] if len({q.low for q in opening}) == 1 else None
        if found is not None and found.low is not None and quantity.low is not None:
            unit = "%" if quantity.unit == "%" else ""
            sign = quantity.bound == "growth"
            yield Finding(
                "title",
                (found.span,),
                shown(quantity.low, unit, sign=sign),
                shown(found.low, unit, sign=sign),
            )


def _says_the_same(title: str, text: str, quantity: Quantity) -> bool:
    """True if the sentence of ``quantity`` shares enough words with the title."""
    line = next(p for p in paragraphs(text) if p.holds(quantity.span))
    sentence = next((s for s in sentences(text, line) if s.start <= quantity.span.start < s.end), line)
    return len(_stems(title) & _stems(sentence.of(text))) >= MIN_SHARED_WORDS


def _stems(text: str) -> set[str]:
    return {w[:STEM_CHARS] for w in re.findall(r"[^\W\d_]{4,}", text.lower().replace("ё", "е"))}


def _range(quantity: Quantity, title: str) -> Interval | None:
    """What a number of a title can mean, rounding allowed."""
    known = one_value(quantity, title)
    return known.wider(ROUNDING * max(abs(known.low), abs(known.high))) if known else None


def _same_kind(a: Quantity, b: Quantity) -> bool:
    """True if two quantities speak of one thing: a growth of a growth, a count of the same noun."""
    if a.bound == "growth" or b.bound == "growth":
        return a.bound == b.bound and a.unit == b.unit
    return a.counted is not None and b.counted is not None and alike(a, b)


def _holds(said: Interval, kin: Sequence[Quantity], text: str) -> bool:
    """True if a number of the text, one of its ends, or a sum of some can be what the title says."""
    ends = [v for q in kin for v in (q.low, q.high) if v is not None]
    if any(said.low <= v <= said.high for v in ends):
        return True
    exact = [v for q in kin if (k := one_value(q, text)) is not None for v in [(k.low + k.high) / 2]]
    sums = (sum(c) for n in range(2, MAX_PARTS + 1) for c in combinations(exact[:8], n))
    return any(said.low <= s <= said.high for s in sums) or said.low <= sum(exact) <= said.high
