"""An English sentence as the rules read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from anyq.extract.parse import Name, Sentence
from anyq.extract.surface.english_nouns import stem
from anyq.extract.surface.nouns import nouns
from anyq.text import Span

_DASHES = frozenset({"-", "–", "—"})
_DATELINE = 16  # words that a dateline may have at most
_CAPITALS = 3  # letters of an abbreviation; more capitals are a place
MARKS = frozenset('"“”«»‹›')


@dataclass(frozen=True)
class Line:
    """A sentence as the rules read it: its words in small letters, its persons, what of it stands in marks."""

    sentence: Sentence
    quoted: Sequence[Span]
    names: Sequence[Name]

    @cached_property
    def low(self) -> list[str]:
        """The words in small letters, but for short names in capitals: "WHO" is not "who"."""
        words = [w.text for w in self.sentence.words]
        mixed = any(w.islower() for w in words)
        return [w if mixed and w.isupper() and 2 <= len(w) <= 4 else w.lower() for w in words]

    @cached_property
    def text(self) -> list[str]:
        """The words as written."""
        return [w.text for w in self.sentence.words]

    @cached_property
    def persons(self) -> list[tuple[int, int]]:
        """First and last word of every person's name."""
        found = []
        for name in self.names:
            inside = [i for i, w in enumerate(self.sentence.words) if name.span.holds(w.span)]
            if inside and name.kind == "PER":
                found.append((inside[0], inside[-1]))
        return found

    @cached_property
    def in_marks(self) -> list[bool]:
        """For each word whether it stands in marks."""
        return [any(q.holds(w.span) for q in self.quoted) for w in self.sentence.words]

    def span(self, first: int, last: int) -> Span:
        """From the start of one word to the end of another."""
        return Span(self.sentence.words[first].span.start, self.sentence.words[last].span.end)

    def person_in(self, first: int, last: int) -> tuple[int, int] | None:
        """The last person named among these words."""
        inside = [p for p in self.persons if first <= p[0] and p[1] <= last]
        return inside[-1] if inside else None

    def is_body(self, first: int, last: int) -> bool:
        """Whether these words are the name of a body and nothing else."""
        return any(n.kind == "ORG" and n.span == self.span(first, last) for n in self.names)

    def capital(self, at: int) -> bool:
        """Whether a word is written with a capital letter."""
        return self.text[at][:1].isupper()


def behind_dateline(line: Line) -> int:
    """The first word of a sentence behind "KARSK (AP) —"."""
    return dateline(line.text)


def dateline(words: Sequence[str]) -> int:
    """How many words "KARSK, May 3 (AP) —", "KARSK --", "DUNMORE, Westmark -- (NewsLine) -- Sept. 12 --" are."""
    dash = next((i for i, w in enumerate(words[:_DATELINE]) if w in _DASHES), None)
    if dash is None or dash < 1 or not all(_is_dated(w) for w in words[:dash]):
        return 0
    shouted = words[0].isupper() and len(words[0]) > _CAPITALS and stem(words[0]) not in nouns("en").bodies
    if not shouted and words[dash - 1] != ")":
        return 0
    at = dash
    while at < len(words) and words[at] in _DASHES:
        begun = at + 1
        at = begun
        while at < min(len(words), begun + _DATELINE) and words[at] not in _DASHES and _is_dated(words[at]):
            at += 1
        if not any(w == "(" or w.isdigit() for w in words[begun:at]):
            at = begun
            if at < len(words) and words[at] not in _DASHES:
                return at
    return min(at, len(words) - 1)


def _is_dated(word: str) -> bool:
    """Whether a word may stand in a dateline: a name, a number, a bracket."""
    return word[:1].isupper() or word.isdigit() or word in (",", "(", ")", ".", "/", ":", "&", "of", "de", "al")
