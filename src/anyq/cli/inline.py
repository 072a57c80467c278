"""The article with its marks at their places, readable with colour and without."""

from dataclasses import dataclass
from typing import Final

from rich.text import Text

from anyq.cli.words import printable
from anyq.records import Reading, Span

_STYLES: Final = {"quote": "green", "unsure": "yellow", "quantity": "cyan", "citation": "magenta", "person": "bold"}
_BRACKETS: Final = {"quote": ("‹", "›"), "unsure": ("‹", "›"), "quantity": ("{", "}")}


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    kind: str
    id: str


def marked_text(reading: Reading) -> Text:
    """The article: ‹quotes›[q1], {quantities}[n1], sources[s1], people[p1] at their first mention.

    The signs stand there with colour too, so that what is copied from the screen keeps them.
    """
    text = printable(reading.document.text)
    marks = [m for m in _marks(reading) if 0 <= m.span.start < m.span.end <= len(text)]
    styles: dict[int, list[_Mark]] = {}
    for mark in marks:
        styles.setdefault(mark.span.start, []).append(mark)
    ends: dict[int, list[_Mark]] = {}
    for mark in sorted(marks, key=lambda m: (-m.span.start, m.span.end)):  # the inner one closes first
        ends.setdefault(mark.span.end, []).append(mark)
    out = Text()
    at, open_marks = 0, list[_Mark]()
    for border in sorted({*styles, *ends}):
        out.append(text[at:border], style=_style(open_marks))
        for mark in ends.get(border, []):
            open_marks.remove(mark)
            out.append(_BRACKETS.get(mark.kind, ("", ""))[1], style=_STYLES[mark.kind])
            out.append(f"[{mark.id}]", style="dim")
        for mark in sorted(styles.get(border, []), key=lambda m: -m.span.end):
            open_marks.append(mark)
            out.append(_BRACKETS.get(mark.kind, ("", ""))[0], style=_STYLES[mark.kind])
        at = border
    out.append(text[at:])
    return out


def _marks(reading: Reading) -> list[_Mark]:
    found = [_Mark(span, "quote" if q.speaker_name else "unsure", q.id) for q in reading.quotes for span in q.content]
    found += [_Mark(n.span, "quantity", n.id) for n in reading.quantities]
    found += [_Mark(s.mention, "citation", s.id) for s in reading.citations]
    found += [_Mark(min(p.mentions), "person", p.id) for p in reading.people if p.mentions]
    return found


def _style(open_marks: list[_Mark]) -> str:
    return " ".join(dict.fromkeys(_STYLES[m.kind] for m in open_marks[-1:]))
