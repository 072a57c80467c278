"""HTML text -> lxml tree. Comments and processing instructions are left out."""

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from anyq.errors import ReadError

_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # libxml2 stops reading at NUL


def tree_of(page: str) -> Any:
    """The root of a page, however broken its markup.

    Raises:
        ReadError: nothing in it is markup.
    """
    # a new parser each time: lxml parsers are not to be shared between threads
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        root = html.document_fromstring(_NOT_XML.sub(" ", page).encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as e:
        raise ReadError(
            "a page without any element", expected="an article", cure="open it in a browser, save it again"
        ) from e
    return root


def base_of(root: Any, url: str | None) -> str | None:
    """The address that relative links of the page start from."""
    for element in root.iterfind(".//base[@href]"):
        return absolute(element.get("href"), url) or url
    return url


def absolute(href: str | None, base: str | None) -> str | None:
    """``href`` as a whole http(s) address, or None where it is none (a script, an anchor, no base to join)."""
    if not href:
        return None
    try:
        joined = urljoin(base or "", href.strip())
        parts = urlsplit(joined)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return joined


def short_text(element: Any, max_chars: int) -> str | None:
    """All text under an element, white space single, or None where it is longer than ``max_chars``."""
    parts: list[str] = []
    size = 0
    for piece in element.itertext():
        parts.append(piece)
        size += len(piece.strip())
        if size > max_chars:
            return None
    return " ".join("".join(parts).split())


def text_of(element: Any) -> str:
    """All text under an element, white space single."""
    return " ".join("".join(element.itertext()).split())
