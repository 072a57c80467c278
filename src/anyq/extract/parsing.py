"""Text -> Parse: paragraphs, sentences broken at long quotations, tags."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from anyq.extract.parse import Parse, Sentence, Tagger, Word
from anyq.extract.people.borders import with_borders
from anyq.text import Span, plain
from anyq.text.segment import paragraphs, sentences, words

# the taggers learned from news that write "передает": with ё they take the verb for a noun
_YO = str.maketrans("ёЁ", "еЕ")


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
    split = segmenter.sentences if segmenter else sentences
    tokens = segmenter.words if segmenter else words
    pieces = [
        (n, s) for n, line in enumerate(lines) for part in _pieces(folded, line, breaks) for s in split(folded, part)
    ]
    spans = [list(tokens(folded, s)) for _, s in pieces]
    spelt = folded.translate(_YO)
    tags = tagger.tag([[w.of(spelt) for w in row] for row in spans])
    parsed = tuple(
        Sentence(s, n, tuple(Word(w, w.of(folded), *tag) for w, tag in zip(row, marks, strict=True)))
        for (n, s), row, marks in zip(pieces, spans, tags, strict=True)
        if row
    )
    found = Parse(text, folded, lines, parsed, tuple(tagger.names(spelt)))
    # where a name ends is told by Russian endings; a grammar that cuts sentences has told its names itself
    return found if segmenter else with_borders(found)


def _pieces(text: str, line: Span, breaks: Sequence[Span]) -> list[Span]:
    cuts = sorted({line.start, line.end} | {c for b in breaks for c in (b.start, b.end) if line.start < c < line.end})
    found: list[Span] = []
    for start, end in pairwise(cuts):
        part = Span(start, end)
        if any(ch.isalnum() for ch in part.of(text)):
            found.append(part)
    return found
