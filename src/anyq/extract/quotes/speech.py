"""Stretches of direct speech by their form alone: marks, dialogue dashes, a cue that interrupts.

Whether somebody says them, and who, is decided later (``direct``).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from anyq.extract.quotes.marks import Quoted, find_quoted
from anyq.text import Span
from anyq.text.index import Places
from anyq.text.segment import sentences

_DASH = "-–—"
_SMALL = "a-zа-яёәғқңөұүһі"
# the narrator's words may name a firm in marks: ", – сказал директор ООО «Луч» Иван Лис. – "
_NAME_IN_MARKS = '«[^«»]{1,80}»|„[^„“”]{1,80}[“”]|“[^“”]{1,80}”|"[^"]{1,80}"'
# ", – сказал он, – " or ", – сказал он. – " inside one pair of marks; the comma before it may be ``lost``
_INSIDE = re.compile(
    rf"(?:(?<=[,!?….])\s*|(?P<lost>(?<=\w)\s+))[{_DASH}]+\s+(?P<frame>[{_SMALL}](?:[^«»„“”\"]|{_NAME_IN_MARKS}){{2,240}}?)"
    rf"(?P<end>[,.:]\s*[{_DASH}]+\s+|[,.]?\s*$)"
)
_TURN = re.compile(rf"[{_DASH}]+\s+(?=\S)")
_LOST_TURN = re.compile(rf"(?<=[.!?…:»\"])\s+[{_DASH}]+\s+(?=[A-ZА-ЯЁ])")
# ", – сказал он" behind a turn, and its end: a dash takes the turn up again, a stop gives it to the narrator
_TAIL = re.compile(rf"(?<=[,!?…])\s*[{_DASH}]+\s+(?=[{_SMALL}])")
_TAIL_END = re.compile(
    rf"(?P<more>[,.:]\s*[{_DASH}]+\s+(?=[\w«\"]))|(?<=[\w»\")][\w»\")])[.!?…]+(?=\s+[A-ZА-ЯЁ«\"{_DASH}]|\s*$)|$"
)
_SPEAKS_OF_SELF = re.compile(
    r"\b(?:я|мы|ты|вы|мне|меня|мной|нам|нас|нами|вам|вас|вами|тебе|тебя|мо[йяеёи]|моего|моей|моих|моим|мою|наш\w*|ваш\w*)\b"
    r"|[!?]$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w-]+")
_NAME_WORDS = 5  # longer ones in marks are words said
_FRAME_CHARS = 60  # enough for so many words
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
    frames = [s.frame for s in found if s.frame is not None]
    found = [s for s in found if not any(f.holds(s.outer) for f in frames)]  # the firm of ", – сказали в ПАО «Луч». –"
    marked = Places(found, lambda s: s.outer)
    for line in paragraphs:
        # a pair of marks that ends before the line neither holds a turn of it nor stands beside its cue
        near = marked.touching(Span(line.start - 1, line.end))
        found += _turns(text, line, near, is_cue)
    return tuple(sorted(found, key=lambda s: (s.outer.start, -s.outer.end)))


def _turns(text: str, line: Span, found: Sequence[Speech], is_cue: Callable[[str], bool]) -> list[Speech]:
    """The turns of a dialogue in one paragraph: from its start, and «… . – Мост готов, – сказал он.» inside it."""
    first = _TURN.match(text, line.start, line.end)
    if first and any(s.outer.start <= line.start < s.outer.end for s in found):
        first = None
    begins = [m.end() for m in (*filter(None, [first]), *_LOST_TURN.finditer(text, line.start, line.end))]
    turns: list[Speech] = []
    floor = line.start
    for said_end, frame, more in _frames(text, line, is_cue):
        starts = [b for b in begins if floor <= b < said_end]
        floor = frame.end if more is None else more.end
        if not starts or any(_closes_at(text, s, said_end) or s.outer.holds(frame) for s in found):
            continue
        start = starts[0] if first and starts[0] == first.end() else starts[-1]
        parts = tuple(_trim(text, p) for p in (Span(start, said_end), more) if p is not None)
        outer = Span(line.start if first and start == first.end() else start, parts[-1].end)
        turns.append(Speech(outer, parts, frame, 0, dash=True))
    if first and not (turns and turns[0].outer.start == line.start):
        turns.append(Speech(line, (_trim(text, Span(first.end(), line.end)),), None, 0, dash=True))
    return turns


def _frames(text: str, line: Span, is_cue: Callable[[str], bool]) -> Iterator[tuple[int, Span, Span | None]]:
    """Cues behind a turn: where its words end, the words of the cue, and the words that go on after it."""
    at = line.start
    for m in _TAIL.finditer(text, line.start, line.end):
        if m.start() < at or not _cued(text, Span(m.end(), line.end), is_cue):
            continue
        end = _TAIL_END.search(text, m.end(), line.end)
        stop = end.start() if end else line.end
        more = None
        if end and end["more"] and not _cued(text, Span(end.end(), line.end), is_cue, among=1):
            more = _rest_of_turn(text, Span(end.end(), line.end))
        at = more.end if more else stop
        yield m.start(), Span(m.end(), stop), more


def _cued(text: str, span: Span, is_cue: Callable[[str], bool], *, among: int = _FRAME_WORDS) -> bool:
    return any(is_cue(w) for w in _WORD.findall(text[span.start : min(span.end, span.start + _FRAME_CHARS)])[:among])


def _rest_of_turn(text: str, rest: Span) -> Span:
    """A sentence, and those after it that speak of "я" and "вы": in a text without breaks the narrator goes on."""
    end = rest.start
    for n, sentence in enumerate(sentences(text, rest)):
        if n and (not _SPEAKS_OF_SELF.search(sentence.of(text)) or _LOST_TURN.search(text, end, sentence.start + 4)):
            break
        end = sentence.end
    return Span(rest.start, end)


def _closes_at(text: str, speech: Speech, at: int) -> bool:
    """True where marks close right before a cue: that is theirs."""
    return not speech.dash and speech.outer.end <= at and not text[speech.outer.end : at].strip(" ,.!?…")


def _from_marks(text: str, quoted: Quoted, is_cue: Callable[[str], bool]) -> Speech:
    parts: list[Span] = []
    frame: Span | None = None
    for part in quoted.parts:
        cut, inside = _interrupt(text, part, is_cue)
        parts += cut
        frame = frame or inside
    return Speech(quoted.outer, tuple(parts), frame, quoted.depth, dash=False)


def _interrupt(text: str, part: Span, is_cue: Callable[[str], bool]) -> tuple[list[Span], Span | None]:
    """The words of ``part`` around the cues that interrupt it, and the first of these."""
    pieces: list[Span] = []
    first: Span | None = None
    at = part.start
    for m in _INSIDE.finditer(text, part.start, part.end):
        words = _WORD.findall(m["frame"])[:_FRAME_WORDS]
        if m.start() < at or not any(is_cue(w) for w in words):
            continue
        if m["lost"] and not (is_cue(words[0]) and m["end"].strip(" ,.")):
            continue  # a dash inside a sentence
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
