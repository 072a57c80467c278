"""An element tree -> the blocks of its text, with links at their characters; and blocks -> one text."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from anyq.records import Link

# HTML tags and the tags of trafilatura's own tree alike
_KINDS = {
    "p": "p", "div": "p", "section": "p", "article": "p", "body": "p", "figcaption": "p", "dd": "p", "dt": "p",
    "quote": "quote", "blockquote": "quote",
    "head": "head", "h1": "head", "h2": "head", "h3": "head", "h4": "head", "h5": "head", "h6": "head",
    "item": "item", "li": "item", "list": "p", "ul": "p", "ol": "p",
    "table": "p", "row": "row", "tr": "row", "code": "p", "pre": "p",
}  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n\f\v]+")  # HTML white space only: a no-break space is a character of the text
_CELLS = ("cell", "td", "th")
_BREAKS = ("lb", "br")
_SOFT = ("item", "row")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or table row; link offsets count from the start of the block."""

    kind: str
    text: str
    links: tuple[Link, ...] = ()
    soft: bool = False  # follows its neighbour after one line end, not after a blank line
    linked_chars: int = 0  # under any anchor, also those whose address is no link

    @property
    def linked_share(self) -> float:
        """Share of the characters that lie under a link, 0..1."""
        return self.linked_chars / len(self.text) if self.text else 0.0


@dataclass(slots=True)
class _Writer:
    resolve: Callable[[str], str | None]
    blocks: list[Block] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)  # joined once a block: adding to a string is quadratic
    size: int = 0
    links: list[Link] = field(default_factory=list)
    linked_chars: int = 0
    anchor: tuple[int, int, str | None] | None = None  # index into parts, offset into the block, address
    kind: str = "p"
    broken: bool = False

    def write(self, piece: str | None) -> None:
        if not piece:
            return
        piece = _SPACE.sub(" ", piece)
        if piece[0] == " " and (not self.parts or self.parts[-1][-1] in " \t"):
            piece = piece[1:]
        if piece:
            self.parts.append(piece)
            self.size += len(piece)

    def next_cell(self) -> None:
        if self.parts[-1] == " ":
            self.parts.pop()
            self.size -= 1
        self.parts.append("\t")
        self.size += 1

    def open(self, href: str | None) -> None:
        self.anchor = (len(self.parts), self.size, self.resolve(href)) if href else None

    def close(self) -> None:
        if self.anchor is None:
            return
        part, start, href = self.anchor
        under = "".join(self.parts[part:])
        end = start + len(under.rstrip())
        start += len(under) - len(under.lstrip())
        if end > start:
            self.linked_chars += end - start
            if href:
                self.links.append(Link(start, end, href))
        self.anchor = None

    def end_block(self, kind: str, *, broken: bool = False) -> None:
        """Puts away what was written; what comes next is of ``kind``."""
        reopened = self.anchor
        self.close()
        text = "".join(self.parts).rstrip(" \t")
        if text:
            soft = self.broken or (self.kind in _SOFT and bool(self.blocks) and self.blocks[-1].kind == self.kind)
            self.blocks.append(Block(self.kind, text, tuple(self.links), soft, self.linked_chars))
        # two breaks in a row make a paragraph
        self.broken = broken and bool(text)
        self.parts, self.size, self.links, self.linked_chars, self.kind = [], 0, [], 0, kind
        self.anchor = (0, 0, reopened[2]) if reopened else None

    def walk(self, element: Any, kind: str) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in ("script", "style", "noscript", "template"):
            return
        inner = _KINDS.get(tag)
        if inner == "p" and kind in ("item", "quote"):
            inner = kind  # <li><p>: still an item
        if inner:
            self.end_block(inner)
        elif tag in _BREAKS:
            self.end_block(self.kind, broken=True)
        elif tag in _CELLS and self.parts:
            self.next_cell()
        if tag in ("a", "ref"):
            self.open(element.get("href") or element.get("target"))
        self.write(element.text)
        for child in element:
            self.walk(child, inner or kind)
            self.write(child.tail)
        if tag in ("a", "ref"):
            self.close()
        if inner:
            self.end_block(kind)


def blocks_of(element: Any, resolve: Callable[[str], str | None]) -> list[Block]:
    """The blocks of an lxml element in reading order; ``resolve`` makes an address absolute or gives None."""
    writer = _Writer(resolve)
    writer.walk(element, "p")
    writer.end_block("p")
    return writer.blocks


def join(blocks: Iterable[Block]) -> tuple[str, tuple[Link, ...]]:
    """One text, a blank line between blocks (a line end between list items), and its links."""
    parts: list[str] = []
    links: list[Link] = []
    at = 0
    for block in blocks:
        if parts:
            parts.append("\n" if block.soft else "\n\n")
            at += len(parts[-1])
        links += [Link(at + link.start, at + link.end, link.href) for link in block.links]
        parts.append(block.text)
        at += len(block.text)
    return "".join(parts), tuple(links)
