"""The words of a parse as one list, with look-ups by offset."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from anyq.extract.parse import NameKind, Parse, Word
from anyq.text import Span


@dataclass(frozen=True)
class Tokens:
    """``words[i]`` belongs to sentence ``sentence[i]`` and paragraph ``paragraph[i]``."""

    parse: Parse

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words of the text in order."""
        return tuple(w for s in self.parse.sentences for w in s.words)

    @cached_property
    def sentence(self) -> tuple[int, ...]:
        """For each word the index of its sentence."""
        return tuple(n for n, s in enumerate(self.parse.sentences) for _ in s.words)

    @cached_property
    def paragraph(self) -> tuple[int, ...]:
        """For each word the index of its paragraph."""
        return tuple(s.paragraph for s in self.parse.sentences for _ in s.words)

    @cached_property
    def first(self) -> tuple[int, ...]:
        """For each sentence the index of its first word in ``words``."""
        at, firsts = 0, []
        for s in self.parse.sentences:
            firsts.append(at)
            at += len(s.words)
        return tuple(firsts)

    @cached_property
    def _starts(self) -> list[int]:
        return [w.span.start for w in self.words]

    @cached_property
    def small(self) -> frozenset[str]:
        """Every beginning, from five letters on, of the words that the text writes with a small letter."""
        lower = {w.text.replace("ё", "е") for w in self.words if len(w.text) >= 5 and w.text.islower()}
        return frozenset(w[:n] for w in lower for n in range(max(5, len(w) - 3), len(w) + 1))

    @cached_property
    def kinds(self) -> dict[int, NameKind]:
        """Index of each word inside a tagged name -> the kind of that name."""
        return {i: n.kind for n in self.parse.names for i in self.range_of(n.span)}

    def __len__(self) -> int:
        return len(self.words)

    def text(self, index: int) -> str:
        """The word at ``index`` or an empty string outside the text."""
        return self.words[index].text if 0 <= index < len(self.words) else ""

    def range_of(self, span: Span) -> range:
        """Indexes of the words that touch ``span``."""
        first = bisect_left(self._starts, span.start)
        if first > 0 and self.words[first - 1].span.end > span.start:
            first -= 1
        last = bisect_left(self._starts, span.end)
        return range(first, max(first, last))

    def span(self, indexes: range) -> Span:
        """From the first to the last word of ``indexes``, ends as usual."""
        return Span(self.words[indexes[0]].span.start, self.words[indexes[-1]].span.end)

    def head(self, index: int) -> int:
        """Index in ``words`` of the syntactic head of a word, -1 for a root."""
        head = self.words[index].head
        return head if head < 0 else self.first[self.sentence[index]] + head

    def children(self, index: int, *rels: str) -> Iterator[int]:
        """Indexes in ``words`` of the dependents of a word."""
        base = self.first[self.sentence[index]]
        for child in self.parse.sentences[self.sentence[index]].children(index - base, *rels):
            yield base + child

    def same_sentence(self, one: int, other: int) -> bool:
        """True if both indexes exist and lie in one sentence."""
        return (
            0 <= one < len(self.words) and 0 <= other < len(self.words) and self.sentence[one] == self.sentence[other]
        )
