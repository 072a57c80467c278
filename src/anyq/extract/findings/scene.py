"""One sentence with its numbers, as the checks of arithmetic see it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from anyq.languages import table
from anyq.records.reading import Finding, Quantity
from anyq.text import Span

_WORDS = re.compile(r"\w+")


@cache
def word_lists(lang: str) -> dict[str, re.Pattern[str]]:
    """The lists of findings.toml, each as a pattern of whole words; an empty one matches nothing."""
    return {
        name: re.compile(rf"\b(?:{'|'.join(w.replace('_', ' ') for w in words.split()) or '(?!)'})\b")
        for name, words in table(lang, "findings").items()
    }


@dataclass(frozen=True)
class Scene:
    """``lower`` is the whole text in lower case with ё as е; ``numbers`` are those of the sentence at ``span``."""

    text: str
    lower: str
    span: Span
    numbers: tuple[Quantity, ...]
    lists: dict[str, re.Pattern[str]]

    def says(self, name: str, within: Span | None = None) -> bool:
        """True if a word of list ``name`` stands in the sentence, or in the part of it given."""
        place = within or self.span
        return self.lists[name].search(self.lower, place.start, place.end) is not None

    def right_before(self, quantity: Quantity, name: str, *, words: int = 1) -> bool:
        """True if one of the last ``words`` words before ``quantity`` is in list ``name``."""
        found = list(_WORDS.finditer(self.lower, self.span.start, quantity.span.start))[-words:]
        return bool(found) and self.says(name, Span(found[0].start(), quantity.span.start))

    def right_behind(self, quantity: Quantity, name: str) -> bool:
        """True if the next word behind ``quantity`` is in list ``name``."""
        found = _WORDS.search(self.lower, quantity.span.end, self.span.end)
        return found is not None and self.lists[name].fullmatch(found.group()) is not None

    def written(self, quantity: Quantity) -> str:
        """The characters of ``quantity``."""
        return quantity.span.of(self.text)

    def plain(self) -> list[Quantity]:
        """The quantities of one value that are no growth, no share and no time."""
        return [
            q for q in self.numbers
            if q.low is not None and q.low == q.high and q.bound != "growth"
            and q.unit not in ("%", "pp", "times", "rank", "year", "month", "week", "day", "hour", "minute")
        ]  # fmt: skip


def alike(a: Quantity, b: Quantity) -> bool:
    """True if two quantities can be compared: one unit, and nothing different counted."""
    if a.unit != b.unit:
        return False
    if a.counted is None or b.counted is None:
        return True
    return _stem(a.counted) == _stem(b.counted)


def _stem(counted: str) -> str:
    return counted.lower().replace("ё", "е")[:5]


def arithmetic(spans: Sequence[Quantity], says: str, computes: str) -> Finding:
    """A finding of the kind "arithmetic" over the quantities it rests on, in text order."""
    return Finding("arithmetic", tuple(sorted(q.span for q in spans)), says, computes)
