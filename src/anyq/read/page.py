"""A parsed page -> the blocks of its article. trafilatura chooses; what it lost of the same column is put back."""

import logging
import re
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from anyq.read.blocks import Block, blocks_of
from anyq.read.furniture import without_furniture
from anyq.read.tree import absolute, base_of, text_of

MIN_SAME_COLUMN = 2  # paragraphs that trafilatura must have chosen before their neighbours are taken too
MIN_COLUMN_CHARS = 40  # letters and digits; a shorter line of the column may be a caption
MIN_PIECE_CHARS = 20  # two paragraphs of one article do not begin or end with the same twenty letters
MIN_MENU_LINKS = 3  # one or two links in a cell are data
MENU_SHARE = 0.7
MAX_LINKED_SHARE = 0.5  # a paragraph put back must be mostly words of its own
MAX_LINKED_SHARE_OF_ARTICLE = 0.7  # of 181 articles the most linked, a list of bargains, has .68
MAX_SIGNATURE_CHARS = 160  # a name with its office
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PRINT_ONLY = re.compile(r"\bprint-(?:header|footer)\b")  # shown on paper only: "for your personal use"
_OUTSIDE = frozenset(("nav", "aside", "footer", "header", "form", "figure", "figcaption", "button", "dialog", "table"))
_COLUMN_TAGS = ("p", "h2", "h3", "h4", "li", "blockquote", "div")
_PARAGRAPHS = ("p", "blockquote", "div")
_CONTAINERS = ("li", "blockquote", "div")
_NOT_INLINE = frozenset(("p", "ul", "ol", "div", "table", "blockquote", "section", "h1", "h2", "h3", "h4", "form"))
_LETTERS = re.compile(r"\w+")


def _key(text: str) -> str:
    return "".join(_LETTERS.findall(text.casefold()))


def _clear(root: Any) -> None:
    """Takes out what a reader never sees and what makes trafilatura miss the article."""
    for element in list(root.iter("div", "span", "p", "section", "ul", "aside")):
        classes = element.get("class") or ""
        if _HIDDEN.search(element.get("style") or "") or _PRINT_ONLY.search(classes):
            element.drop_tree()
        elif "paywall" in classes.lower() and sum(1 for _ in element.iter("p")) > 1:
            # sites mark the body itself so; trafilatura would throw it away
            del element.attrib["class"]
    for cell in list(root.iter("td")):
        links = [text_of(a) for a in cell.iter("a")]
        # pages laid out as one table keep their menu in a cell beside the article
        if len(links) >= MIN_MENU_LINKS and sum(map(len, links)) > MENU_SHARE * len(text_of(cell)):
            cell.drop_tree()


def _keep_signatures(root: Any) -> None:
    """Sets who said a block quotation, in its footer, on a line of its own behind the words: trafilatura drops it."""
    for quote in list(root.iter("blockquote")):
        for author in list(quote.iter("footer", "cite", "figcaption")):
            said = text_of(author)
            author.drop_tree()
            if 0 < len(said) <= MAX_SIGNATURE_CHARS:
                line = quote.makeelement("p")
                line.text = "— " + said.lstrip("-–— ")
                quote.append(line)


def _path(element: Any) -> tuple[tuple[str, str], ...]:
    return tuple((e.tag, e.get("class") or "") for e in (element, *element.iterancestors()))


def _column(root: Any) -> list[Any]:
    """Every element of the page that could be a paragraph of an article, in order."""
    found = []
    for element in root.iter(*_COLUMN_TAGS):
        if any(a.tag in _OUTSIDE for a in element.iterancestors()):
            continue
        if element.tag in _CONTAINERS and any(child.tag in _NOT_INLINE for child in element.iterdescendants()):
            continue
        found.append(element)
    return found


def _is_piece(part: str, whole: str) -> bool:
    """True if ``part`` stands in ``whole``, or is it with words left out between an equal start and end."""
    ends = MIN_PIECE_CHARS
    return len(part) >= ends and (part in whole or (whole.startswith(part[:ends]) and whole.endswith(part[-ends:])))


@dataclass(slots=True)
class _Merge:
    """Blocks of trafilatura being mended from the page: what stands after each, and what replaces it."""

    chosen: list[Block]
    keys: list[str]
    after: dict[int, list[Block]] = field(default_factory=dict)
    instead: dict[int, list[Block]] = field(default_factory=dict)
    last: int = -1

    def cut_pieces(self, key: str) -> list[int]:
        """The next blocks that are pieces of the paragraph ``key``: trafilatura lost words between them."""
        pieces = []
        for i in range(self.last + 1, len(self.keys)):
            if _is_piece(self.keys[i], key):
                pieces.append(i)
            elif pieces:
                break
        return pieces

    def merged(self) -> list[Block]:
        out = list(self.after.get(-1, ()))
        for i, block in enumerate(self.chosen):
            out += self.instead.get(i, [block])
            out += self.after.get(i, ())
        return out


def _mended(root: Any, chosen: list[Block], resolve: Callable[[str], str | None]) -> list[Block]:
    """``chosen`` and, at their places, the paragraphs of the same column that were passed over or cut short.

    Same column: equal tags and classes from the paragraph up to the root, and the same ``<article>``.
    """
    merge = _Merge(chosen, [_key(b.text) for b in chosen])
    index = {key: i for i, key in enumerate(merge.keys)}
    known = "".join(merge.keys)
    column = [(element, _key(text_of(element))) for element in _column(root)]
    places = [(_path(e), id(next(e.iterancestors("article"), None))) for e, _ in column]
    counts = Counter(place for place, (_, key) in zip(places, column, strict=True) if key in index)
    for (element, key), place in zip(column, places, strict=True):
        if key in index:
            merge.last = max(merge.last, index[key])
            continue
        if element.tag not in _PARAGRAPHS or len(key) < MIN_COLUMN_CHARS or key in known:
            continue
        fresh = [b for b in blocks_of(element, resolve) if b.linked_share < MAX_LINKED_SHARE]
        pieces = merge.cut_pieces(key)
        if pieces and fresh:
            merge.instead |= {i: [] for i in pieces} | {pieces[0]: fresh}
            merge.last = pieces[-1]
        elif counts[place] >= MIN_SAME_COLUMN:
            merge.after.setdefault(merge.last, []).extend(b for b in fresh if _key(b.text) not in known)
    return merge.merged()


def _chosen(root: Any, resolve: Callable[[str], str | None], *, precision: bool) -> list[Block]:
    # heavy (0.2 s): a text file must not pay for it
    from trafilatura.core import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it warns of a page without text; we say so ourselves
    found = bare_extraction(
        root, favor_precision=precision, include_comments=False, include_links=True, with_metadata=False
    )
    body = getattr(found, "body", None)
    return blocks_of(body, resolve) if body is not None else []


def article_blocks(root: Any, *, url: str | None, title: str | None) -> list[Block]:
    """The article's blocks in reading order, without page furniture; empty where there is no article."""
    base = base_of(root, url)

    def resolve(href: str) -> str | None:
        return absolute(href, base)

    root = deepcopy(root)
    _clear(root)
    _keep_signatures(root)
    blocks = _chosen(root, resolve, precision=True) or _chosen(root, resolve, precision=False)
    article = without_furniture(_mended(root, blocks, resolve), title)
    chars = sum(len(block.text) for block in article)
    linked = sum(block.linked_share * len(block.text) for block in article)
    # a front page or a menu: every line leads elsewhere
    return article if linked <= MAX_LINKED_SHARE_OF_ARTICLE * chars else []
