"""Who signs an English text: "LONDON (Reuters) -", "By X, AP", "Source: X", "With Post wires"."""

import re
from collections.abc import Iterator

from anyq.extract.quotes.cited import Cited
from anyq.extract.quotes.outlets import find_outlet
from anyq.text import Span

_PLACE = r"(?:[A-Z][\w.'-]*(?:[ ,]+[A-Z][\w.'-]*){0,4},?\s*)?"
_DAY = r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s*(?:\d{4})?\s*)?"
_AGENCY = r"\((?P<agency>[A-Z][\w .&-]{1,30})\)"
_DATELINE = re.compile(rf"\A\s*(?:[^\n]{{5,200}}\n+)?\s*{_PLACE}{_DAY}{_AGENCY}\s*[-–—]")
_BYLINE = re.compile(r"(?:^|\n)By [A-Z][^\n,|]{2,40}[,|]\s*(?P<agency>[A-Z][^\n]{1,40})(?=\n|$)")
_SOURCES = re.compile(
    r"(?:^|\n)\s*(?P<word>Sources?|Via|With|With reporting from|With files from|Additional reporting by)(?::| )"
    r"\s*(?P<name>[A-Z][^\n]{1,60}?)\.?\s*(?=\n|$)"
)
_CONTRIBUTED = re.compile(
    r"(?:^|\n|\. )(?P<name>[A-Z][\w .&-]{1,40}?) (?P<word>contributed) to this (?:report|story|article)"
)
_AGENCIES = re.compile(r"\b(?:Wire|Newswire|Agency|Agence|News|Press)\b")  # agencies that no list has
_MEDIA_WORDS = re.compile(r"\b(?:wires?|agencies|news services?|staff|press)\b", re.IGNORECASE)


def signed(text: str) -> Iterator[Cited]:
    """The agency that signs a folded text, and the lines that name its sources."""
    for pattern in (_DATELINE, _BYLINE):
        match = pattern.search(text[:600])
        agency = match["agency"].strip() if match else ""
        outlet = find_outlet(agency, "en")
        if match and (outlet is not None or _AGENCIES.search(agency)):
            yield Cited(outlet.name if outlet else agency, Span(*match.span("agency")), None, "publisher_self", None)
            break
    for pattern in (_SOURCES, _CONTRIBUTED):
        for match in pattern.finditer(text):
            words = match["name"].split()
            starts = [find_outlet(" ".join(words[:size]), "en") for size in range(len(words), 0, -1)]
            outlet = next((o for o in starts if o is not None), None)  # "Associated Press writer X contributed"
            named = (
                match["word"].startswith(("Source", "Via")) or outlet is not None or _MEDIA_WORDS.search(match["name"])
            )
            if named:
                name = outlet.name if outlet else match["name"]
                yield Cited(name, Span(*match.span("name")), Span(*match.span("word")), "source_line", None)
