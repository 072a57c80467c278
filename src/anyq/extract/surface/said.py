"""Cues and marks -> pieces: direct quotations with the cue beside them, reported clauses, fragments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from anyq.extract.parse import Parse
from anyq.extract.quotes.speech import Speech
from anyq.extract.surface.cue import Cue, Grammar
from anyq.records import QuoteMode
from anyq.text import Span

_LEAST_WORDS = 3  # fewer words in marks are a name or irony unless a cue stands right beside
_TITLE_WORDS = 5  # so many may be the title of a film rather than words that somebody said
_REACH = 140  # characters between a quotation and the cue that names its speaker
_DASH = "-–—"
_ADDRESS = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com/)\S+)+\s*$")  # closes a post
_NAME = re.compile(r"[«“„][^«“„»”\"]{1,25}[»”“\"]")  # a name in marks between a quotation and its cue
_CALLED_OUT = re.compile(rf",\s*[{_DASH}]+\s")  # «Матч перенесли», – деді
_STOP = re.compile(r"[.!?…](?=\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІÁǴŃÓÝÚŞ«“\"„])|\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A quote before its speaker is known. ``cue`` is its number among the cues of the text, if it has one.

    ``outer`` is the direct speech that it lies in; ``follows`` is the cue of what a quotation without a cue goes on
    from.
    """

    mode: QuoteMode
    content: tuple[Span, ...]
    cue: int | None
    outer: Span | None = None
    follows: int | None = None

    @property
    def span(self) -> Span:
        """From its first word to its last."""
        return Span(self.content[0].start, self.content[-1].end)


def find_pieces(parse: Parse, speeches: Sequence[Speech], cues: Sequence[Cue], grammar: Grammar) -> list[Piece]:
    """Everything said in a text, in text order; cues are those of the grammar, sentence by sentence."""
    contents = [_before(parse, c) if c.back and c.kind != "post" else c.content for c in cues]
    alone = [
        s
        for s in speeches
        if not any(
            _is_part(parse, s, speeches, content) or (cue.nominal and any(c.holds(_said(s)) for c in content))
            for cue, content in zip(cues, contents, strict=True)
        )
    ]
    direct = [*_direct(parse, alone, cues, grammar), *_posts(parse, cues)]
    taken = {p.cue: p for p in direct}
    indirect: list[Piece] = []
    for number, (cue, content) in enumerate(zip(cues, contents, strict=True)):
        quoting = taken.get(number)
        if not content or (quoting is not None and any(c.touches(quoting.span) for c in content)):
            continue
        whole = None if cue.nominal else _in_marks_as_a_whole(speeches, content)
        if whole is not None:
            direct = [d for d in direct if d.span != _said(whole)]
            direct.append(Piece("direct", whole.parts, number))
        else:
            indirect += _outside(Piece("indirect", content, number), direct)
    fragments = [f for s in speeches if (f := _fragment(s, indirect, direct)) is not None]
    nested = [replace(d, outer=_outer(d, direct)) for d in direct]
    return sorted([*nested, *indirect, *fragments], key=lambda p: (p.span.start, -p.span.end))


def _is_part(parse: Parse, speech: Speech, speeches: Sequence[Speech], content: Sequence[Span]) -> bool:
    """Whether a stretch in marks is only some of the words of a reported clause."""
    if not any(c.holds(_said(speech)) for c in content) or speech.dash:
        return False
    words = [w for c in content for w in parse.words_in(c) if w.text[0].isalnum()]
    return any(not any(s.outer.holds(w.span) for s in speeches) for w in words)


def _said(speech: Speech) -> Span:
    return Span(speech.parts[0].start, speech.parts[-1].end)


def _direct(parse: Parse, speeches: Sequence[Speech], cues: Sequence[Cue], grammar: Grammar) -> list[Piece]:
    found: list[Piece] = []
    for speech in speeches:
        holder = next((s for s in speeches if _holds(s, speech)), None)
        near = [c if holder is None or _is_within(holder, c) else None for c in cues]
        if grammar.marks_go_on:
            near = [c if c is not None and _stands_close(parse, speech, c, grammar) else None for c in near]
            lead = next((c for c in reversed(near) if c is not None and _introduces(parse.folded, speech, c)), None)
            near = near if lead is None else [c if c is lead else None for c in near]
        number = (
            None if grammar.marks_go_on and _continues(parse.folded, speech, grammar) else _beside(parse, speech, near)
        )
        long = len(parse.words_in(_said(speech))) >= _LEAST_WORDS
        if number is not None and (long or _is_called_out(parse, speech)):
            found.append(Piece("direct", speech.parts, number))
        elif number is None:
            before = _spoken_before(parse, speech, found, cues, grammar) if long else None
            if before is None and holder is not None:
                before = _by_the_speaker(parse, speech, holder, found, grammar)
            if before is not None or (speech.dash and len(speech.parts[0]) > _LEAST_WORDS):
                found.append(Piece("direct", speech.parts, None, follows=before))
    return found


def _is_inside(text: str, speech: Speech, grammar: Grammar) -> bool:
    """Whether words in marks go on from a word of their line: likened it to “extortion”."""
    before = text[: speech.outer.start].rstrip(" ").rsplit(None, 1)
    first = speech.parts[0].of(text).split(None, 1)
    same_line = bool(before) and "\n" not in text[: speech.outer.start].rstrip(" ")[-1:]
    return same_line and bool(first) and grammar.continues(before[-1], first[0])


def _stands_close(parse: Parse, speech: Speech, cue: Cue, grammar: Grammar) -> bool:
    """Whether no more than a few words part a quotation from its cue; titles of things are short and stand farther."""
    if cue.outer.start >= speech.outer.end:
        between = parse.folded[speech.outer.end : cue.outer.start].strip(f" ,{_DASH}")
        closed = parse.folded[: speech.outer.end].rstrip('»”"›')[-1:]
        if closed == "." and (between or parse.folded[cue.outer.start].isupper()):
            return False  # a full stop ends what was said; the next sentence has a speaker of its own
        return len(between.split()) <= _LEAST_WORDS and not _is_inside(parse.folded, speech, grammar)
    between = parse.folded[cue.outer.end : speech.outer.start].rstrip()
    long = len(parse.words_in(_said(speech))) > _TITLE_WORDS and not _is_inside(parse.folded, speech, grammar)
    return long or between.endswith((":", ",")) or len(between.split()) <= 1


def _introduces(text: str, speech: Speech, cue: Cue) -> bool:
    """X told the paper: “…” — a colon is a surer sign than what follows the marks."""
    between = text[cue.outer.end : speech.outer.start].rstrip()
    speaks = cue.kind not in ("link", "relay", "channel", "post")
    return (
        speaks and cue.outer.end <= speech.outer.start and between.endswith(":") and not re.search("[.!?\n]", between)
    )


def _continues(text: str, speech: Speech, grammar: Grammar) -> bool:
    """Whether words in marks over several lines go on, in small letters, from a word of their line."""
    return _is_inside(text, speech, grammar) and "\n" in _said(speech).of(text)


def _spoken_before(
    parse: Parse, speech: Speech, found: Sequence[Piece], cues: Sequence[Cue], grammar: Grammar
) -> int | None:
    """The cue of what was said right before a quotation that has none."""
    if _is_inside(parse.folded, speech, grammar):
        return None
    before = _before_it(parse, speech, found, runs_on=grammar.runs_on)
    return before if before is not None or not grammar.runs_on else _reported_before(parse, speech, cues)


def _by_the_speaker(
    parse: Parse, speech: Speech, holder: Speech, found: Sequence[Piece], grammar: Grammar
) -> int | None:
    """The cue of a quotation inside which its speaker says: "I shouted: ‘…’"."""
    lead = Span(holder.parts[0].start, speech.outer.start)
    around = next((p for p in found if p.span.holds(speech.outer)), None)
    if around is None or not lead.of(parse.folded).rstrip().endswith((":", ",")):
        return None
    himself = grammar.speaks_of_himself([w.text for w in parse.words_in(lead)])
    return (around.cue if around.cue is not None else around.follows) if himself else None


def _posts(parse: Parse, cues: Sequence[Cue]) -> list[Piece]:
    """Posts that were copied into the text: the paragraph over the line that names who wrote them."""
    found: list[Piece] = []
    for number, cue in enumerate(cues):
        line = parse.sentences[cue.sentence].paragraph
        if cue.kind == "post" and line > 0:
            above = parse.paragraphs[line - 1]
            said = _ADDRESS.sub("", above.of(parse.folded)).rstrip()
            if said:
                found.append(Piece("direct", (Span(above.start, above.start + len(said)),), number))
    return found


def _holds(outer: Speech, inner: Speech) -> bool:
    return outer.outer.holds(inner.outer) and (outer.depth < inner.depth or (outer.dash and not inner.dash))


def _is_within(holder: Speech, cue: Cue) -> bool:
    """Whether a cue stands among the words said; after a dialogue dash the line holds its frame too."""
    return any(p.holds(cue.span) for p in holder.parts) if holder.dash else holder.outer.holds(cue.span)


def _beside(parse: Parse, speech: Speech, cues: Sequence[Cue | None]) -> int | None:
    """The cue that stands inside, right behind, or right before a quotation; None in ``cues`` is out of its reach."""
    best: tuple[int, int] | None = None
    for number, cue in enumerate(cues):
        if (
            cue is None
            or cue.kind in ("link", "relay", "channel", "post")
            or any(p.holds(cue.span) for p in speech.parts)
        ):
            continue
        gap = _gap(parse.folded, speech, cue)
        if gap is not None and (best is None or gap < best[0]):
            best = gap, number
    return best[1] if best else None


def _gap(text: str, speech: Speech, cue: Cue) -> int | None:
    """Characters between a quotation and a cue, None where the cue belongs to something else."""
    if speech.frame is not None and speech.frame.holds(cue.span):
        return 0
    if cue.source is not None and not cue.content and cue.outer.start < speech.outer.start < cue.span.start:
        between = text[speech.outer.end : cue.span.start]  # X “…” dedi: the words stand between subject and verb
        return len(between) if not cue.nominal and len(between) <= _REACH and not _STOP.search(between) else None
    if cue.outer.start >= speech.outer.end:
        between = text[speech.outer.end : cue.outer.start]
        stopped = _STOP.search(text[speech.outer.end : cue.outer.start + 1])
        if len(between) <= _REACH and not stopped and not re.search("[«“„]", _NAME.sub("", between)):
            if (cue.source is not None or cue.kind == "impersonal") and _CALLED_OUT.match(between):
                return 0  # «…», – деді X: nothing before the marks is nearer
            closed = text[speech.outer.start : speech.outer.end].rstrip('»”"›')[-1:] + between[:1]
            parted = bool(between.strip()) or cue.span.start == cue.outer.start
            return len(between) if re.search(rf"[,!?….{_DASH}]", closed) or (parted and _only_a_dash(between)) else None
    elif cue.outer.end <= speech.outer.start:
        between = text[cue.outer.end : speech.outer.start].rstrip()
        if between.endswith((".", "!", "?", "…")):
            return None
        if len(between.split()) > 1 and not between.endswith((":", ",")) and speech.parts[0].of(text)[:1].islower():
            return None  # a few words of a sentence, no quotation of its own
        if len(between) <= _REACH and not _STOP.search(between) and not re.search("[»”]", between):
            return len(between) + (0 if between.endswith(":") else 1)
    return None


def _only_a_dash(between: str) -> bool:
    return not between.strip(f" ,{_DASH}")


def _is_called_out(parse: Parse, speech: Speech) -> bool:
    """True for a word or two that are a whole utterance: “No,” she said."""
    said = parse.folded[: speech.outer.end].rstrip('»”"')
    return said.endswith((",", "!", "?", "…", ".")) or _CALLED_OUT.match(parse.folded, speech.outer.end) is not None


def _before_it(parse: Parse, speech: Speech, found: Sequence[Piece], *, runs_on: bool) -> int | None:
    """The cue of “…,” he said. “…”: nothing but the cue's sentence stands between the two."""
    before = next((p for p in reversed(found) if p.span.end <= speech.outer.start), None)
    if before is None or speech.depth:
        return None
    between = parse.folded[before.span.end : speech.outer.start]
    lines = between.split("\n")
    same = len(lines) == 1 or (runs_on and not "".join(lines[1:]).strip())
    if len(between) > _REACH or not same or len(re.findall(r"[.!?…](?=\s|$)", between)) > 2:
        return None
    return before.cue if before.cue is not None else before.follows


def _reported_before(parse: Parse, speech: Speech, cues: Sequence[Cue]) -> int | None:
    """The cue of "X denied that he knew. “…”": a quotation right behind reported words in their paragraph."""
    at = parse.sentence_at(speech.outer.start - 1)
    if at < 0 or speech.depth or not speech.parts[0].of(parse.folded)[:1].isupper():
        return None
    behind = parse.folded[parse.sentences[at].span.end : speech.outer.start]
    if behind.strip() or "\n" in behind or not parse.sentences[at].span.of(parse.folded).endswith((".", ":")):
        return None
    spoken = [n for n, c in enumerate(cues) if c.sentence == at and c.kind == "verb" and c.content and c.source]
    return spoken[-1] if spoken else None


def _before(parse: Parse, cue: Cue) -> tuple[Span, ...]:
    """The sentence before the cue's."""
    if cue.sentence == 0:
        return ()
    span = parse.sentences[cue.sentence - 1].span
    body = span.of(parse.folded).rstrip(" .!?…")
    return (Span(span.start, span.start + len(body)),)


def _in_marks_as_a_whole(speeches: Sequence[Speech], content: Sequence[Span]) -> Speech | None:
    """The speech that a reported clause consists of: «said that “all of it”» is direct."""
    if len(content) != 1:
        return None
    for speech in speeches:
        if abs(speech.outer.start - content[0].start) <= 1 and abs(speech.outer.end - content[0].end) <= 2:
            return speech
    return None


def _outside(piece: Piece, direct: Sequence[Piece]) -> list[Piece]:
    """A reported clause inside direct speech belongs to it; of one that crosses its border the rest is kept."""
    for d in direct:
        if d.span.holds(piece.span):
            return [replace(piece, outer=d.span)]
    kept = tuple(c for c in piece.content if not any(c.touches(p) for d in direct for p in d.content))
    return [replace(piece, content=kept)] if kept else []


def _inside(speech: Speech, piece: Piece, direct: Sequence[Piece]) -> bool:
    held = any(c.holds(_said(speech)) for c in piece.content)
    return held and speech.depth == 0 and not any(d.span == _said(speech) for d in direct)


def _fragment(speech: Speech, indirect: Sequence[Piece], direct: Sequence[Piece]) -> Piece | None:
    """Words in marks inside a reported clause, the innermost one."""
    around = [i for i in indirect if i.outer is None and _inside(speech, i, direct)]
    inner = min(around, key=lambda i: len(i.span), default=None)
    return Piece("fragment", speech.parts, inner.cue) if inner is not None else None


def _outer(piece: Piece, direct: Sequence[Piece]) -> Span | None:
    return next((d.span for d in direct if d is not piece and d.span.holds(piece.span) and d.span != piece.span), None)
