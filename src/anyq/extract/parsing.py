"""Text -> Parse: paragraphs, sentences broken at long quotations, tags."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from anyq.extract.parse import Parse, Sentence, Tagger, Word
from anyq.extract.people.borders import with_borders
from anyq.text import Span, plain
from anyq.text.segment import paragraphs, sentences, words

# A parser looks at each pair of words: a line of thousands without a stop would take it minutes. The longest sentence
# in 1,600 news texts has 239 words, so that only what is no sentence is cut.
_MOST_WORDS = 250
# the Russian taggers learned from news that write "передает": with ё they take the verb for a noun; Kazakh letters,
# which they never met, make "Ғалымжан" a mark or a foreign word
_YO = str.maketrans("ёЁ", "еЕ")
_UNKNOWN = str.maketrans("ёЁәғқңөұүһіӘҒҚҢӨҰҮҺІ", "еЕагкноуухиАГКНОУУХИ")


class Segmenter(Protocol):
    """Where the sentences and words of a stretch of text begin and end."""

    def sentences(self, text: str, within: Span) -> Iterator[Span]:
        """The sentences of ``text[within]``."""
        ...

    def words(self, text: str, within: Span) -> Iterator[Span]:
        """The words of ``text[within]``."""
        ...


def parse(text: str, tagger: Tagger, *, breaks: Sequence[Span] = (), segmenter: Segmenter | None = None) -> Parse:
    """``text`` tagged by ``tagger``; no sentence crosses the border of a span in ``breaks``.

    ``segmenter`` is that of the language where the shared rules of ``anyq.text`` do not fit.
    """
    folded = plain(text)
    lines = tuple(paragraphs(folded))
    cuts = sorted({c for b in breaks for c in (b.start, b.end)})
    split = segmenter.sentences if segmenter else sentences
    tokens = segmenter.words if segmenter else words
    pieces = [
        (n, s) for n, line in enumerate(lines) for part in _pieces(folded, line, cuts) for s in split(folded, part)
    ]
    rows = [(n, row) for n, s in pieces for row in _rows(folded, list(tokens(folded, s)))]
    # a segmenter's language has models that know its letters
    spelt = folded.translate(_YO if segmenter else _UNKNOWN)
    tags = tagger.tag([[w.of(spelt) for w in row] for _, row in rows])
    parsed = tuple(
        Sentence(
            Span(row[0].start, row[-1].end),
            n,
            tuple(Word(w, w.of(folded), *tag) for w, tag in zip(row, marks, strict=True)),
        )
        for (n, row), marks in zip(rows, tags, strict=True)
    )
    found = Parse(text, folded, lines, parsed, tuple(tagger.names(spelt)))
    # where a name ends is told by Russian endings; a grammar that cuts sentences has told its names itself
    return found if segmenter else with_borders(found)


def _pieces(text: str, line: Span, cuts: Sequence[int]) -> list[Span]:
    inner = cuts[bisect_right(cuts, line.start) : bisect_left(cuts, line.end)]
    found: list[Span] = []
    for start, end in pairwise((line.start, *inner, line.end)):
        part = Span(start, end)
        if any(ch.isalnum() for ch in part.of(text)):
            found.append(part)
    return found


def _rows(text: str, row: list[Span]) -> Iterator[list[Span]]:
    """The words of a sentence; of one too long for a parser those of its parts, up to a semicolon or comma each."""
    while len(row) > _MOST_WORDS:
        ends = [n for n in range(_MOST_WORDS // 2, _MOST_WORDS) if row[n].of(text) in (",", ";")]
        end = max(ends, key=lambda n: (row[n].of(text) == ";", n), default=_MOST_WORDS - 1) + 1
        yield row[:end]
        row = row[end:]
    if row:
        yield row
