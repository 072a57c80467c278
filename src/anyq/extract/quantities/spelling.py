"""A text in the letters of the number tables, with the way back to the text as it stands."""

import re
from bisect import bisect_right
from collections.abc import Callable, Set

from anyq.text import Span, fold

_WORD = re.compile(r"[^\W\d_]+")


class Spelling:
    """``text`` is the text with each word written by ``letters``; without them it is the text as it stands.

    Words of ``known`` stay as they are: "USD", "km" are signs in any script.
    """

    def __init__(self, text: str, letters: Callable[[str], str] | None, known: Set[str]) -> None:
        self._original = text
        self._known = known
        self._starts: list[tuple[int, int, int, int]] = []  # start and end of a changed word, then of its original
        self.text = self._spelled(letters) if letters else text

    def _spelled(self, letters: Callable[[str], str]) -> str:
        parts: list[str] = []
        done, at = 0, 0
        for found in _WORD.finditer(fold(self._original)):
            word = letters(found.group())
            if word == found.group() or found.group().lower() in self._known:
                continue
            parts += [self._original[done : found.start()], word]
            at += found.start() - done
            self._starts.append((at, at + len(word), found.start(), found.end()))
            at, done = at + len(word), found.end()
        return "".join([*parts, self._original[done:]])

    def place(self, span: Span) -> Span:
        """The same stretch in the text as it stands; inside a changed word it reaches to the end of that word."""
        return Span(self._back(span.start, first=True), self._back(span.end, first=False))

    def written(self, span: Span) -> str:
        """The characters of a stretch as they stand in the text."""
        return self.place(span).of(self._original)

    def _back(self, at: int, *, first: bool) -> int:
        n = bisect_right(self._starts, (at, at, 0, 0)) - 1
        if first and n + 1 < len(self._starts) and self._starts[n + 1][0] == at:
            return self._starts[n + 1][2]
        if n < 0:
            return at
        _, end, was_start, was_end = self._starts[n]
        if at < end:
            return was_start if first else was_end
        return was_end + at - end
