"""Who signs a Kazakh text: "АСТАНА. ҚазАқпарат –", "ASTANA. KAZINFORM -", "Дереккөз: X"."""

import re
from collections.abc import Iterator

from anyq.extract.quotes.citations import Cited
from anyq.extract.quotes.outlets import find_outlet
from anyq.text import Span
from anyq.text.segment import paragraphs

_PLACE = r"\w[\w'-]+(?: \w[\w'-]+){0,3}"
_DAY = r"\d{1,2}[ .]\w+\.?(?: \d{4})?(?: (?:ж|жыл|г|года)\.?)?"
_AGENCY = r"[\w«\"][\w«»\".-]*(?: [\w«»\".-]+){0,3}?"
# a place, perhaps a day, the agency alone or in brackets, a dash
_DATELINE = re.compile(
    rf"(?:{_PLACE}\s*[,.]\s*)?(?:{_DAY}\s*[,.]?\s*)?[(/]?\s*(?P<agency>{_AGENCY})\s*[)/]?\s*[.,]?\s*[-–—]+\s+(?=\S)"
)
_SOURCES = re.compile(
    r"(?:^|\n)\s*(?P<word>Дереккөзі?|Ақпарат көзі|Derekkózi?|Aqparat kózi|Источник)\s*:"
    r"\s*(?P<name>[^\n]{2,60}?)\s*\.?\s*(?=\n|$)"
)
_MOST_LINES = 3  # a headline and a caption can stand before it
_MOST_CHARS = 90


def dateline(text: str) -> tuple[Span, Cited] | None:
    """The dateline of a folded text, and the agency that signs there."""
    for line in list(paragraphs(text))[:_MOST_LINES]:
        m = _DATELINE.match(text, line.start, min(line.end, line.start + _MOST_CHARS))
        if m is None or not text[line.start].isupper():
            continue
        name = m["agency"].strip('«»" ')
        outlet = find_outlet(name, "kk")
        if outlet is not None:
            start = m.start("agency") + m["agency"].index(name)
            mention = Span(start, start + len(name))
            return Span(line.start, m.end()), Cited(outlet.name, mention, None, "publisher_self", None)
    return None


def signed(text: str) -> Iterator[Cited]:
    """The agency that signs a folded text, and the lines that name its sources."""
    head = dateline(text)
    if head is not None:
        yield head[1]
    for match in _SOURCES.finditer(text):
        outlet = find_outlet(match["name"], "kk")
        name = outlet.name if outlet else match["name"].strip('«»" ')
        yield Cited(name, Span(*match.span("name")), Span(*match.span("word")), "source_line", None)
