"""Stretches of direct speech by their form alone: marks, dialogue dashes, a cue that interrupts.

Whether somebody says them, and who, is decided later (``direct``).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from anyq.extract.quotes.marks import Quoted, find_quoted
from anyq.text import Span

_DASH = "-–—"
_SMALL = "a-zа-яёәғқңөұүһі"
_TITLE = r"[«„“\"][^«»„“”\"\n]{1,40}[»”“\"]"  # ", – сказал директор «Моста» Ким"
# ", – сказал он, – " or ", – сказал он. – " inside one pair of marks
_INSIDE = re.compile(
    rf"(?<=[,!?….])\s*[{_DASH}]+\s+(?P<frame>[{_SMALL}](?:[^«»„“”\"]|{_TITLE}){{2,160}}?)(?P<end>[,.:]\s*[{_DASH}]+\s+|[,.]?\s*$)"
)
_TURN = re.compile(rf"[{_DASH}]+\s+(?=\S)")
_LOST_TURN = re.compile(rf"(?<=[.!?…:»\"])\s+[{_DASH}]+\s+(?=[A-ZА-ЯЁ])")
_WORD = re.compile(r"[\w-]+")
_NAME_WORDS = 5  # longer ones in marks are words said
_FRAME_WORDS = 4  # the verb of ", – сказал вчера журналистам он" stands among the first words


@dataclass(frozen=True, slots=True)
class Speech:
    """A candidate for direct speech. ``parts`` are the words said, ``frame`` a cue standing inside it.

    ``dash`` is True where a dialogue dash opens it instead of a mark; ``quoted`` is the pair of marks.
    """

    outer: Span
    parts: tuple[Span, ...]
    frame: Span | None
    depth: int
    dash: bool


def find_speech(text: str, paragraphs: Sequence[Span], is_cue: Callable[[str], bool]) -> tuple[Speech, ...]:
    """Every stretch of folded ``text`` in marks or after a dialogue dash, by its start.

    ``is_cue`` tells whether a word form can be a verb of saying.
    """
    found = [_from_marks(text, q, is_cue) for q in find_quoted(text, paragraphs)]
    for line in paragraphs:
        turn = _TURN.match(text, line.start, line.end)
        if turn and not any(s.outer.start <= line.start < s.outer.end for s in found):
            found.append(_from_dash(text, Span(turn.end(), line.end), line, is_cue))
        else:
            found += _inline(text, line, found, is_cue)
    return tuple(sorted(found, key=lambda s: (s.outer.start, -s.outer.end)))


def _inline(text: str, line: Span, found: Sequence[Speech], is_cue: Callable[[str], bool]) -> list[Speech]:
    """«… . – Мост готов, – сказал он.»: a turn whose paragraph break was lost."""
    turns: list[Speech] = []
    for m in _LOST_TURN.finditer(text, line.start, line.end):
        frame = _INSIDE.search(text, m.end(), line.end)
        if frame is None or not any(is_cue(w) for w in _WORD.findall(frame["frame"])[:_FRAME_WORDS]):
            continue
        outer = Span(m.start(), frame.start())
        if any(s.outer.touches(outer) for s in found) or (turns and turns[-1].outer.touches(outer)):
            continue
        said = _trim(text, Span(m.end(), frame.start()))
        turns.append(Speech(outer, (said,), Span(*frame.span("frame")), 0, dash=True))
    return turns


def _from_marks(text: str, quoted: Quoted, is_cue: Callable[[str], bool]) -> Speech:
    parts: list[Span] = []
    frame: Span | None = None
    for part in quoted.parts:
        cut, inside = _interrupt(text, part, is_cue)
        parts += cut
        frame = frame or inside
    return Speech(quoted.outer, tuple(parts), frame, quoted.depth, dash=False)


def _from_dash(text: str, body: Span, line: Span, is_cue: Callable[[str], bool]) -> Speech:
    parts, frame = _interrupt(text, body, is_cue)
    return Speech(line, tuple(parts), frame, 0, dash=True)


def _interrupt(text: str, part: Span, is_cue: Callable[[str], bool]) -> tuple[list[Span], Span | None]:
    """The words of ``part`` around the cues that interrupt it, and the first of these."""
    pieces: list[Span] = []
    first: Span | None = None
    at = part.start
    for m in _INSIDE.finditer(text, part.start, part.end):
        words = _WORD.findall(m["frame"])[:_FRAME_WORDS]
        if m.start() < at or not any(is_cue(w) for w in words):
            continue
        pieces.append(Span(at, m.start()))
        first = first or Span(m.start("frame"), m.end("frame"))
        at = m.end()
    pieces.append(Span(at, part.end))
    trimmed = [_trim(text, p) for p in pieces]
    return [p for p in trimmed if len(p)] or [part], first


def _trim(text: str, span: Span) -> Span:
    body = span.of(text)
    lead = len(body) - len(body.lstrip(" \t\n"))
    tail = len(body) - len(body.rstrip(" \t\n,"))
    return Span(span.start + lead, max(span.start + lead, span.end - tail))


def breaks_sentence(text: str, speech: Speech) -> bool:
    """True where a sentence should be cut at the marks: the words inside stand for themselves.

    A name or a few ironic words in marks stay inside their sentence.
    """
    if speech.dash or speech.frame or len(speech.parts) > 1:
        return True
    after = text[speech.outer.end : speech.outer.end + 4]
    before = text[: speech.outer.start].rstrip(" ")
    inner = speech.parts[0].of(text)
    if (re.match(rf"\s*[,.]?\s*[{_DASH}]", after) and inner[-1:] in ",.!?…") or re.match(rf"[,.]\s*[{_DASH}]", after):
        return True
    if len(inner.split()) < 3 and not before.endswith(":"):
        return False
    stopped = text[max(speech.outer.start, speech.outer.end - 2)] in ",.!?…"
    if len(inner.split()) <= _NAME_WORDS and not stopped and re.match(rf" [{_SMALL}]", after):
        return False  # «South China Morning Post» газетінің: the name of something
    return inner[:1].isupper() and (not before or before[-1] in ":.!?…\n»" or inner[-1] in ".!?…")
