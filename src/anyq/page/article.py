"""Text and its stretches -> the marked text as HTML, character for character."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from anyq.page.segments import Layer, Segment, Stretch, segments
from anyq.text.span import Span

_LINE_ENDS = re.compile(r"[\r\n]+")
# What an HTML parser would change: a raw CR becomes LF, NUL and lone surrogates cannot be written at all.
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
# Lines under the text, outermost first; a quote is a tint, so it can lie under any of them.
_LINES: tuple[Layer, ...] = ("finding", "claim", "citation", "person", "quantity")
_CLASS: dict[Layer, str] = {
    "quote": "q",
    "claim": "c",
    "finding": "f",
    "citation": "s",
    "person": "p",
    "quantity": "n",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """The small raised id after an item's stretch; a link to the item's note when ``linked``."""

    key: str
    label: str
    layer: Layer
    after: Span
    name: Markup  # attributes that name the link for a screen reader


def writable(text: str) -> str:
    """``text`` with each character that HTML cannot carry replaced by U+FFFD, one for one."""
    return _UNWRITABLE.sub("\ufffd", text)


def layer_letter(layer: Layer) -> str:
    """The letter that stands for a layer in ids and class names."""
    return _CLASS[layer]


def marked_article(
    text: str, stretches: Sequence[Stretch], references: Iterable[Reference], *, linked: bool = True
) -> Markup:
    """The text as paragraphs (one a line) with its marks; its text content is ``writable(text)``.

    Line ends stand between the paragraphs. Raised ids have no text of their own (CSS writes them), so that
    offsets counted in the page are offsets of ``text``.
    """
    raised: dict[int, list[Reference]] = {}
    for reference in references:
        raised.setdefault(_last_printed(text, reference.after), []).append(reference)
    line_ends = {at for found in _LINE_ENDS.finditer(text) for at in found.span()}
    out: list[str] = []
    is_open = False
    for segment in segments(len(text), stretches, line_ends | set(raised)):
        words = segment.span.of(text)
        between = bool(_LINE_ENDS.match(words))
        if between == is_open:
            out.append("</p>" if is_open else "<p>")
            is_open = not is_open
        out.append(_escaped(words) if between or not segment.under else _marked(words, segment))
        out.extend(_raised(r, linked) for r in raised.get(segment.span.end, ()))
    if is_open:
        out.append("</p>")
    return Markup("".join(out))  # noqa: S704 - every word went through _escaped


def _last_printed(text: str, span: Span) -> int:
    """The end of ``span`` without trailing space, so that a raised id stays in its paragraph."""
    return span.start + len(span.of(text).rstrip())


def _escaped(words: str) -> str:
    return str(escape(writable(words))).replace("\r", "&#13;")


def _marked(words: str, segment: Segment) -> str:
    keys = dict.fromkeys(s.key for s in segment.under if s.style != "cue")  # in order, each once
    cues = dict.fromkeys(s.key for s in segment.under if s.style == "cue" and s.key not in keys)
    classes = dict.fromkeys(["m"] if keys else [])
    classes |= dict.fromkeys(s.style for s in segment.under if s.layer == "quote" and s.style != "cue")
    depth = len({s.key for s in segment.under if s.layer == "quote" and s.style in ("direct", "indirect")})
    if depth > 1:
        classes["deep"] = None
    drawn = {s.layer for s in segment.under}
    lines = [f"u-{_CLASS[layer]}" for layer in _LINES if layer in drawn]
    # each line needs an element of its own: only nested underlines add up
    inner = _escaped(words)
    for line in reversed(lines[1:]):
        inner = f'<span class="{line}">{inner}</span>'
    whole = " ".join([*classes, *lines[:1]])
    head = (("class", whole), ("data-i", " ".join(keys)), ("data-c", " ".join(cues)))
    return "<span" + "".join(f' {name}="{value}"' for name, value in head if value) + f">{inner}</span>"


def _raised(reference: Reference, linked: bool) -> str:
    head = f'class="ref r-{_CLASS[reference.layer]}" data-ref="{escape(reference.label)}"'
    if not linked:
        return f"<sup {head}></sup>"
    return f'<a {head} id="t-{reference.key}" href="#i-{reference.key}"{reference.name}></a>'
