"""Text -> Parse: paragraphs, sentences broken at long quotations, tags."""

from collections.abc import Sequence
from itertools import pairwise

from anyq.extract.parse import Parse, Sentence, Tagger, Word
from anyq.extract.people.borders import with_borders
from anyq.text import Span, plain
from anyq.text.segment import paragraphs, sentences, words

# the taggers learned from news that write "передает": with ё they take the verb for a noun; Kazakh letters,
# which they never met, make "Ғалымжан" a mark or a foreign word
_UNKNOWN = str.maketrans("ёЁәғқңөұүһіӘҒҚҢӨҰҮҺІ", "еЕагкноуухиАГКНОУУХИ")


def parse(text: str, tagger: Tagger, *, breaks: Sequence[Span] = ()) -> Parse:
    """``text`` tagged by ``tagger``; no sentence crosses the border of a span in ``breaks``."""
    folded = plain(text)
    lines = tuple(paragraphs(folded))
    pieces = [(n, s) for n, line in enumerate(lines) for s in _pieces(folded, line, breaks)]
    spans = [list(words(folded, s)) for _, s in pieces]
    spelt = folded.translate(_UNKNOWN)
    tags = tagger.tag([[w.of(spelt) for w in row] for row in spans])
    parsed = tuple(
        Sentence(s, n, tuple(Word(w, w.of(folded), *tag) for w, tag in zip(row, marks, strict=True)))
        for (n, s), row, marks in zip(pieces, spans, tags, strict=True)
        if row
    )
    return with_borders(Parse(text, folded, lines, parsed, tuple(tagger.names(spelt))))


def _pieces(text: str, line: Span, breaks: Sequence[Span]) -> list[Span]:
    cuts = sorted({line.start, line.end} | {c for b in breaks for c in (b.start, b.end) if line.start < c < line.end})
    found: list[Span] = []
    for start, end in pairwise(cuts):
        part = Span(start, end)
        if any(ch.isalnum() for ch in part.of(text)):
            found += list(sentences(text, part))
    return found
