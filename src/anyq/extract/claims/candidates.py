"""Parse and quotes -> the stretches that may be claims: sentences, and sentences inside what is quoted."""

from collections.abc import Sequence
from dataclasses import dataclass

from anyq.extract.parse import Parse
from anyq.records.reading import Quote
from anyq.text import Span
from anyq.text.index import Places
from anyq.text.segment import sentences

_EDGE = " \t\"'«»“”„—–-,;:()…"  # stands around a sentence, is no part of it
_TAIL = _EDGE.replace("…", "").replace(")", "")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence at ``span``, inside the direct quote ``quote`` or outside every one."""

    span: Span
    quote: Quote | None
    heading: bool  # a line that ends without a full stop
    tail: bool  # behind a quotation in its sentence


def candidates(parse: Parse, quotes: Sequence[Quote]) -> tuple[Candidate, ...]:
    """Every sentence by offset; one that a direct quote cuts gives what stands before, inside and behind it."""
    direct = Places(((part, q) for q in quotes if q.mode == "direct" for part in q.content), lambda row: row[0])
    found: list[Candidate] = []
    for line in parse.paragraphs:
        for piece, quote in _pieces(line, direct.touching(line)):
            behind = quote is None and piece.start > line.start
            for n, sentence in enumerate(_sentences(parse.folded, piece, behind=behind)):
                heading = _heading(parse.folded, line, sentence)
                found.append(Candidate(sentence, quote, heading, tail=behind and n == 0))
    return tuple(found)


def _pieces(line: Span, quoted: Sequence[tuple[Span, Quote]]) -> list[tuple[Span, Quote | None]]:
    pieces: list[tuple[Span, Quote | None]] = []
    at = line.start
    for part, quote in sorted(quoted, key=lambda row: row[0]):
        start, end = max(part.start, at), min(part.end, line.end)
        if start >= end:
            continue
        pieces += [(Span(at, start), None), (Span(start, end), quote)]
        at = end
    return [*pieces, (Span(at, line.end), None)]


def _sentences(text: str, piece: Span, *, behind: bool) -> list[Span]:
    """The sentences of a piece; what stands behind a semicolon still belongs to the sentence before it.

    ``behind`` a quotation the piece begins with what closes it, a mark and perhaps a comma and a dash.
    """
    start = piece.start
    while behind and start < piece.end and text[start] in _EDGE:
        start += 1
    piece = Span(start, piece.end)
    joined: list[Span] = []
    for part in sentences(text, piece):
        if joined and text[joined[-1].end - 1] == ";":
            joined[-1] = Span(joined[-1].start, part.end)
        else:
            joined.append(part)
    trimmed = [_trim(text, s) for s in joined]
    return [s for s in trimmed if any(c.isalpha() for c in s.of(text))]


def _trim(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _EDGE and not _opens_title(text, start, end):
        start += 1
    while end > start and text[end - 1] in _TAIL and not _closes_title(text, start, end):
        end -= 1
    return Span(start, end)


def _opens_title(text: str, start: int, end: int) -> bool:
    """True for the mark that begins a name in the sentence: "«Мост» открыли"."""
    closing = {"«": "»", "“": "”", "„": "“", '"': '"'}.get(text[start])
    return closing is not None and text.find(closing, start + 1, end) > 0


def _closes_title(text: str, start: int, end: int) -> bool:
    opening = {"»": "«", "”": "“", '"': '"', ")": "("}.get(text[end - 1])
    return opening is not None and text.find(opening, start, end - 1) >= 0


def _heading(text: str, line: Span, sentence: Span) -> bool:
    """True if ``sentence`` is a whole line and no full stop ends it."""
    whole = len(sentence) >= len(line) - 2
    return whole and text[line.end - 1] not in '.!?…:;»"'
