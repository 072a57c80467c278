"""Quotation marks: which stretches of a text stand between them. Characters only, no meaning.

Copes with nested, doubled, missing and unclosed marks and with quotations over several paragraphs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from anyq.text import Span
from anyq.text.index import spans

_OPENS = {"«": "»", "„": "“”", "‹": "›"}
_CLOSES = "»›"
_MARK = re.compile(r'[«»„“”"‹›]')
# what follows a quotation whose cue comes after it: an optional stop, then a dash, then a small letter
_TAIL = re.compile(r"\s*[,.]?\s*[-–—]+\s*(?=[a-zа-яёәғқңөұүһі])")
_SENTENCE_END = re.compile(r"[а-яё»\")]{2}[.!?…]+\s+(?=[A-ZА-ЯЁ«])")
_LONG_CHARS = 300  # before a lone closing mark stand the narrator's words as well
_MOST_PARAGRAPHS = 8  # a quotation rarely runs over more; a lost mark must not swallow the text


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between marks. ``parts`` are its words by paragraph, without the marks.

    ``outer`` is from the first mark to the last; ``depth`` 0 is not inside another one;
    ``closed`` is False where a mark is missing and the border was inferred.
    """

    outer: Span
    parts: tuple[Span, ...]
    depth: int
    closed: bool

    @property
    def inner(self) -> Span:
        """From the first word to the last."""
        return Span(self.parts[0].start, self.parts[-1].end)


@dataclass(slots=True)
class _Line:
    span: Span
    pairs: list[tuple[int, int, bool]]
    open_marks: list[int]
    close_marks: list[int]


def find_quoted(text: str, paragraphs: Sequence[Span]) -> tuple[Quoted, ...]:
    """Every stretch of folded ``text`` between quotation marks, by its start; outer before nested."""
    lines = [_scan(text, p) for p in paragraphs]
    found = _across(text, lines)
    for line in lines:
        _mend(text, line)
        found += [
            Quoted(Span(a, b), (_trim(text, Span(a + 1, b - 1 if closed else b)),), 0, closed)
            for a, b, closed in line.pairs
        ]
    kept = [
        q
        for q in _undouble(sorted(found, key=lambda q: (q.outer.start, -q.outer.end)))
        if all(len(p) > 0 for p in q.parts) and q.parts
    ]
    places = spans(q.outer for q in kept)
    return tuple(replace(q, depth=len(places.holding(q.outer)) - 1) for q in kept)


def _scan(text: str, line: Span) -> _Line:
    pairs: list[tuple[int, int, bool]] = []
    stack: list[int] = []
    orphans: list[int] = []
    for mark in _MARK.finditer(text, line.start, line.end):
        at, ch = mark.start(), mark[0]
        if ch in _OPENS or (ch not in _CLOSES and _opens(text, at, line, stack)):
            stack.append(at)
            continue
        fits = [i for i, o in enumerate(stack) if _fits(text[o], ch)]
        if fits:
            # marks opened inside and never closed are lost: the outer pair is the surer one
            pairs.append((stack[fits[-1]], at + 1, True))
            del stack[fits[-1] :]
        else:
            orphans.append(at)
    for at in list(reversed(stack)):  # «Мост закрыли": marks of two kinds are a pair where nothing fits better
        close = next((o for o in orphans if o > at and not any(at < s < o for s in stack)), None)
        if close is not None:
            pairs.append((at, close + 1, True))
            stack.remove(at)
            orphans.remove(close)
    return _Line(line, pairs, stack, orphans)


def _fits(opening: str, closing: str) -> bool:
    return closing in _OPENS.get(opening, '"“”')


def _opens(text: str, at: int, line: Span, stack: list[int]) -> bool:
    """Whether an undirected mark opens: by its neighbours, then by what stands open."""
    before = text[at - 1] if at > line.start else " "
    after = text[at + 1] if at + 1 < line.end else " "
    if text[at] == "“" and any(text[o] == "„" for o in stack):
        return False
    left_free = before.isspace() or before in "([{«„—–-/" or (before in '"“”' and at - 1 in stack)
    right_free = after.isspace() or after in ".,;:!?…)]}»—–"
    if left_free != right_free:
        return left_free
    return not any(text[o] in '"“”' for o in stack)


def _mend(text: str, line: _Line) -> None:
    """Borders for the marks of one paragraph that found no partner."""
    for at in line.open_marks:
        nested = [b for a, b, _ in line.pairs if a > at and _TAIL.match(text, b)]
        if nested:  # «Мы купили «Зарю», – сказал он: one closing mark for two
            line.pairs.append((at, nested[0], True))
            continue
        tail = re.search(r"[,!?…]\s*[-–—]+\s+(?=[a-zа-яёәғқңөұүһі])", text[at + 1 : line.span.end])
        if tail:
            line.pairs.append((at, at + 1 + tail.start() + (tail[0][0] != ","), False))
        elif at == line.span.start or text[line.span.start : at].rstrip().endswith(":"):
            line.pairs.append((at, line.span.end, False))
    for at in line.close_marks:
        if _TAIL.match(text, at + 1) and not any(a < at < b for a, b, _ in line.pairs):
            start = max((b for _, b, _ in line.pairs if b <= at), default=line.span.start)
            if start == line.span.start:  # the opening mark was lost; a short paragraph is kept from its first word
                if at - start > _LONG_CHARS:
                    start = max((m.end() for m in _SENTENCE_END.finditer(text, start, at - 1)), default=start)
                line.pairs.append((start - 1, at + 1, True))
            elif (line.span.start, start) in [(a, b) for a, b, _ in line.pairs]:
                # «Заря» откроется весной», – сказал он: one opening mark for two
                line.pairs.append((line.span.start, at + 1, True))


def _across(text: str, lines: list[_Line]) -> list[Quoted]:
    """Quotations that open in one paragraph and close in a later one; their marks are used up."""
    found: list[Quoted] = []
    for first, line in enumerate(lines):
        if not line.open_marks:
            continue
        at = line.open_marks[-1]
        for last in range(first + 1, min(first + _MOST_PARAGRAPHS, len(lines))):
            end = lines[last]
            again = [o for o in end.open_marks if o == end.span.start]
            close = end.close_marks[0] if end.close_marks else None
            # a later paragraph that opens anew and closes there ends the run
            reopened = next((p for p in end.pairs if p[0] == end.span.start), None)
            if close is None and reopened is not None and reopened[2]:
                close = reopened[1] - 1
                end.pairs.remove(reopened)
                again = [end.span.start]
            elif close is not None:
                end.close_marks.remove(close)
            if close is not None:
                middle = lines[first + 1 : last]
                parts = [Span(at + 1, line.span.end), *(m.span for m in middle), Span(end.span.start, close)]
                parts = [_trim(text, _without_mark(text, p)) for p in parts]
                if not again and not any(text[m.span.start] in '«„“"' for m in middle):
                    parts = [Span(parts[0].start, parts[-1].end)]
                found.append(Quoted(Span(at, close + 1), tuple(p for p in parts if len(p)), 0, True))
                line.open_marks.remove(at)
                for m in (*middle, end):
                    m.open_marks = [o for o in m.open_marks if o != m.span.start]
                break
            if end.pairs and not again:
                break
    return found


def _without_mark(text: str, part: Span) -> Span:
    return Span(min(part.start + 1, part.end), part.end) if text[part.start] in '«„“"' else part


def _trim(text: str, span: Span) -> Span:
    body = span.of(text)
    start = span.start + len(body) - len(body.lstrip())
    return Span(start, max(start, span.end - (len(body) - len(body.rstrip()))))


def _undouble(found: list[Quoted]) -> list[Quoted]:
    """««…»» and ""…"" are one pair: the outer one, with the words of the inner."""
    kept: list[Quoted] = []
    for q in found:
        if kept and kept[-1].outer.start + 1 == q.outer.start and kept[-1].outer.end - 1 == q.outer.end:
            kept[-1] = replace(kept[-1], parts=q.parts)
        else:
            kept.append(q)
    return kept
