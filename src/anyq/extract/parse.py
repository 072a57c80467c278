"""A text with its words tagged: what the layers of ``extract`` read.

A Parse is computed once and handed to every layer that needs more than the characters.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, Protocol

from anyq.text import Span
from anyq.text.index import Places

NameKind = Literal["PER", "ORG", "LOC"]


@dataclass(frozen=True, slots=True)
class Word:
    """One token of a sentence. ``head`` is the index of its head in the sentence, -1 for the root.

    ``pos``, ``feats`` and ``rel`` are Universal Dependencies v2; ``lemma`` is lower case.
    """

    span: Span
    text: str
    lemma: str
    pos: str
    feats: Mapping[str, str]
    head: int
    rel: str


@dataclass(frozen=True)
class Sentence:
    """A parsed stretch: a sentence, or the part of it outside or inside a long quotation."""

    span: Span
    paragraph: int
    words: tuple[Word, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [w.span.start for w in self.words]

    def words_in(self, span: Span) -> list[Word]:
        """The words that lie wholly inside ``span``, in text order."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [w for w in self.words[first:last] if w.span.end <= span.end]

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        below: list[list[int]] = [[] for _ in self.words]
        for i, word in enumerate(self.words):
            if word.head >= 0 and word.head != i:
                below[word.head].append(i)
        return tuple(tuple(b) for b in below)

    def children(self, index: int, *rels: str) -> Iterator[int]:
        """Indexes of the direct dependents of word ``index``, only of the relations given if any are."""
        for child in self._children[index]:
            if not rels or self.words[child].rel in rels:
                yield child

    def subtree(self, index: int) -> list[int]:
        """Sorted indexes of word ``index`` and of all that hang from it."""
        seen, todo = {index}, [index]
        while todo:
            for child in self._children[todo.pop()]:
                if child not in seen:
                    seen.add(child)
                    todo.append(child)
        return sorted(seen)


@dataclass(frozen=True, slots=True)
class Name:
    """A name found by the tagger."""

    span: Span
    kind: NameKind


@dataclass(frozen=True)
class Parse:
    """A tagged text. ``folded`` has the length of ``text`` (see ``text.fold``)."""

    text: str
    folded: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [s.span.start for s in self.sentences])

    def sentence_at(self, offset: int) -> int:
        """Index of the last sentence that begins at or before ``offset``; -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    @cached_property
    def _lines(self) -> list[int]:
        return [p.start for p in self.paragraphs]

    def paragraph_at(self, offset: int) -> Span | None:
        """The paragraph that the character at ``offset`` stands in."""
        at = bisect_right(self._lines, offset) - 1
        return self.paragraphs[at] if at >= 0 and offset < self.paragraphs[at].end else None

    def words_in(self, span: Span) -> list[Word]:
        """The words that lie wholly inside ``span``, in text order."""
        first = max(0, self.sentence_at(span.start))
        found: list[Word] = []
        for number in range(first, len(self.sentences)):
            sentence = self.sentences[number]
            if sentence.span.start >= span.end:
                break
            found += sentence.words_in(span)
        return found

    @cached_property
    def _placed(self) -> Places[Name]:
        return Places(self.names, lambda n: n.span)

    def names_touching(self, span: Span) -> list[Name]:
        """The names that share a character with ``span``, in text order."""
        return self._placed.touching(span)

    def names_in(self, span: Span) -> list[Name]:
        """The names that lie wholly inside ``span``, in text order."""
        return self._placed.inside(span)

    def names_around(self, span: Span) -> list[Name]:
        """The names that hold ``span`` wholly, in text order."""
        return self._placed.holding(span)


class Tagger(Protocol):
    """Names and morphology of one language."""

    def names(self, text: str) -> Sequence[Name]:
        """Names of persons, bodies and places in a folded text."""
        ...

    def tag(
        self, sentences: Sequence[Sequence[str]]
    ) -> Sequence[Sequence[tuple[str, str, Mapping[str, str], int, str]]]:
        """For each token of each sentence: lemma, part of speech, features, head index, relation."""
        ...
