"""What a reader sees of a page's origin where the page declares nothing: the date line, the byline, the sign."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from anyq.read.furniture import is_byline, is_date_line, plain
from anyq.read.moment import day_in, moment
from anyq.read.tree import short_text, text_of

MAX_LINE_CHARS = 120
MAX_DISTANCE = 80  # elements between a headline and its date; the date of today in a page's head is further off
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[\s\d,–—-]*(?:гг?\.?|годы?)?\s*", re.IGNORECASE)
_DATE_CLASS = re.compile(r"date|time|publish|posted", re.IGNORECASE)
_AUTHOR_CLASS = re.compile(r"author|byline", re.IGNORECASE)
_SIGN_CLASS = re.compile(r"\blogo\b|site-?(?:title|name)|\bbrand\b", re.IGNORECASE)
_LINES = frozenset(
    ("a", "b", "dd", "div", "em", "font", "h1", "h2", "h3", "i", "li", "p", "small", "span", "strong", "td")
)
_NO_NAME = re.compile(r"logo|логотип|^home$|главн", re.IGNORECASE)


def _marks(element: Any) -> str:
    return " ".join(element.get(name) or "" for name in ("class", "id", "itemprop"))


def _place_of(elements: list[Any], title: str | None) -> int | None:
    """Where the headline stands among the elements of the page: by its words, else the first h1."""
    words = plain(title or "")
    for i, element in enumerate(elements):
        if words and element.tag in _LINES and plain(short_text(element, 2 * len(words)) or "") == words:
            return i
    return next((i for i, element in enumerate(elements) if element.tag == "h1"), None)


def seen_time(root: Any, title: str | None) -> str | None:
    """The publication day nearest to the headline: ``<time>``, then a date by its class, then a line of date alone."""
    elements = list(root.iter())
    headline = _place_of(elements, title)
    for day_of in (_of_time_tag, _of_class, _of_line):
        nearest = _nearest(elements, headline, day_of)
        if nearest:
            return nearest
    return None


def _nearest(elements: list[Any], headline: int | None, day_of: Callable[[Any], str | None]) -> str | None:
    if headline is None:
        return next((day for day in map(day_of, elements) if day), None)
    near = range(max(0, headline - MAX_DISTANCE), min(len(elements), headline + MAX_DISTANCE))
    days = ((abs(i - headline), day) for i in near if (day := day_of(elements[i])))
    return min(days, default=(0, None))[1]


def _of_time_tag(element: Any) -> str | None:
    if element.tag != "time":
        return None
    return moment(element.get("datetime")) or day_in(text_of(element))


def _of_class(element: Any) -> str | None:
    if element.tag not in _LINES or not _DATE_CLASS.search(_marks(element)):
        return None
    return day_in(short_text(element, MAX_LINE_CHARS) or "")


def _of_line(element: Any) -> str | None:
    line = short_text(element, MAX_LINE_CHARS) if element.tag in _LINES else None
    return day_in(line) if line and is_date_line(line) else None


def seen_bylines(root: Any) -> Iterator[str]:
    """Lines that name an author: by class or rel, then by a byline word; the pieces of a line parted by ``;``."""
    for element in root.iter("a", "span", "div", "p", "address", "dd"):
        marked = _AUTHOR_CLASS.search(_marks(element)) or element.get("rel") == "author"
        line = short_text(element, MAX_LINE_CHARS) if marked else None
        if line:
            yield "; ".join(piece.strip() for piece in element.itertext() if piece.strip())
            yield line
    for element in root.iter("p", "div", "span", "dd"):
        line = short_text(element, MAX_LINE_CHARS)
        if line and is_byline(line):
            yield line


def seen_signs(root: Any, headline: str | None) -> Iterator[str]:
    """Names that may be the outlet's: behind the headline in the title, on the logo, after the copyright sign."""
    whole = text_of(title) if (title := root.find(".//title")) is not None else ""
    if headline and plain(whole).startswith(plain(headline)):
        yield whole[len(headline) :].strip(" |•·»/-–—:")
    for element in root.iter("a", "div", "img", "p", "span", "h1"):
        if not _SIGN_CLASS.search(_marks(element)):
            continue
        pictures = (picture.get("alt") or "" for picture in element.iter("img"))
        yield from (
            name for name in (short_text(element, MAX_LINE_CHARS), *pictures) if name and not _NO_NAME.search(name)
        )
    for element in root.iter("footer", "div", "p", "span"):
        if element.tag == "footer" or "foot" in _marks(element) or "copy" in _marks(element):
            said = text_of(element)
            found = COPYRIGHT.search(said)
            if found:
                yield re.split(r"[.,;|]|\s[-–—]\s", said[found.end() :])[0]


def is_seen(root: Any, words: str) -> bool:
    """True if some line of the page is ``words`` alone."""
    wanted = plain(words)
    return any(plain(short_text(element, 2 * len(words)) or "") == wanted for element in root.iter(*sorted(_LINES)))
