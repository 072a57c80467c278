"""English characters: single quotation marks, ends of sentences, words. No meaning."""

import re
from collections.abc import Iterator
from functools import cache

from anyq.languages import table
from anyq.text import Span

# an apostrophe that opens a word: '90s, 'em, 'til
_CLIPPED = re.compile(r"'(?:\d\ds?|em|til|tis|twas|cause|bout|n|cos|round)\b", re.IGNORECASE)
_DOUBLED = re.compile(r"(?<!')''(?!')")  # two single marks for a double one
_OPENED, _CLOSED = "“", "”"
_STOP = re.compile(r"[.!?…]+[\"”'›»)\]]*(?=\s+[\"“'‹(\[—–-]*[A-Z0-9$£€#@])")
_INITIALS = re.compile(r"(?:\w\.)+\w")
# after "U.S." a sentence is known to begin only by such a word
_STARTER = re.compile(
    r"\s+[\"“]?(?:The|An?|He|She|It|They|But|In|On|At|And|This|That|His|Her|Its|We|I|If|When|As|For)\b"
)
_LAST_WORD = re.compile(r"[\w.&'-]+\.$")
_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|[ap]\.m\.|\d+(?:-[a-z]+)+|[$£€]?\d[\d,.:/]*\d(?:[a-z%]+)?|[$£€]?\d+(?:st|nd|rd|th|s|m|bn|%)?"
    r"|\w+?(?=n't\b)|n't\b|'(?:s|re|ve|ll|d|m)\b(?!-)"
    r"|\w(?:\w|[-&](?=\w)|'(?!(?:s|re|ve|ll|d|m|t)\b)(?=\w)|\.(?=(?:com|org|net|co|gov|ru|kz|uk)\b))*"
    r"|[@#]\w+|\.{3}|\S",
    re.IGNORECASE,
)


@cache
def abbreviations(kind: str) -> frozenset[str]:
    """The abbreviations of one kind, lower case, without the full stop at their end."""
    return frozenset(str(table("en", "cues")["abbreviations"][kind]).split())


def double_marks(text: str) -> str:
    """A folded text with ‘…’ and '…' written as “…”, or ‹…› where they stand inside other marks."""
    text = _DOUBLED.sub(lambda m: f" {_OPENED}" if _begins(text, m.start()) else f"{_CLOSED} ", text)
    letters = list(text)
    unclosed: int | None = None
    for line in re.finditer(r"[^\n]+", text):
        pairs = list(_single(text, line.start(), line.end()))
        for start, end in pairs:
            nested = _inside_doubles(text, line.start(), start)
            letters[start], letters[end] = ("‹", "›") if nested else ("“", "”")
        free = [
            at
            for at in range(line.start(), line.end())
            if text[at] in "'‘" and letters[at] in "'‘" and not _inside_doubles(text, line.start(), at)
        ]
        close = next((at for at in free if _closes_alone(text, at, line.end())), None)
        opened = next((at for at in free if _opens_alone(text, at, line.start())), None)
        again = (opened == line.start()) or (bool(pairs) and pairs[0][0] == line.start())
        if unclosed is not None and close is not None and not (pairs and pairs[0][0] < close):
            letters[unclosed], letters[close], unclosed = "“", "”", None
        elif unclosed is not None and again:
            letters[unclosed], unclosed = "“", opened  # a paragraph that opens anew goes on with the one before
        elif opened is not None:
            unclosed = opened
    return "".join(letters)


def _begins(text: str, at: int) -> bool:
    """Whether two single marks open a quotation."""
    return (at == 0 or text[at - 1].isspace() or text[at - 1] in "(—–-:") and text[at + 2 : at + 3].isalnum()


def _opens_alone(text: str, at: int, start: int) -> bool:
    """A mark that opens a paragraph or stands behind a colon, and is closed only in a later paragraph."""
    return _opens(text, at, start) and (at == start or text[start:at].rstrip().endswith((":", ",")))


def _closes_alone(text: str, at: int, end: int) -> bool:
    return text[at - 1] in ",.!?…" and (at + 1 == end or text[at + 1].isspace())


def _single(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where single marks open and close in a line."""
    at = start
    while at < end:
        if not _opens(text, at, start):
            at += 1
            continue
        close = _close(text, at, end)
        if close is not None:
            yield at, close
            at = close
        at += 1


def _opens(text: str, at: int, start: int) -> bool:
    if text[at] not in "'‘":
        return False
    free = at == start or text[at - 1].isspace() or text[at - 1] in '"“(—–-['
    return free and text[at + 1 : at + 2].isalnum() and not (text[at] == "'" and _CLIPPED.match(text, at))


def _close(text: str, opened: int, end: int) -> int | None:
    """The closing mark: the first behind a stop or comma; else the first behind a word that is no plural owner."""
    weak: int | None = None
    for at in range(opened + 2, end):
        if _opens(text, at, opened):
            break
        if text[at] != "'" or text[at + 1 : at + 2].isalnum():
            continue
        if text[at - 1] in ",.!?…":
            return at
        owner = text[at - 1] == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()
        if weak is None and not text[at - 1].isspace() and not owner:
            weak = at
            if text[opened] == "'" or text[at + 1 : at + 2] in ",.;:)":
                return at
    return weak


def _inside_doubles(text: str, start: int, at: int) -> bool:
    before = text[start:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def english_sentences(text: str, within: Span) -> Iterator[Span]:
    """The sentences of ``text[within]``; "Gov. Smith", "Nov. 5", "U.S. Senate" stay whole."""
    start = within.start
    for stop in _STOP.finditer(text, within.start, within.end):
        if _ends(text, start, stop):
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
    yield from _trimmed(text, start, within.end)


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    last = _LAST_WORD.search(text, start, stop.start() + 1)
    if last is None or stop[0] != ".":
        return True
    word = last[0][:-1].lower().strip("'")
    after = text[stop.end() :].lstrip()[:1]
    if word in abbreviations("titles") or (word in abbreviations("numbered") and after.isdigit()):
        return False
    if word in abbreviations("other") or _INITIALS.fullmatch(word):
        return _STARTER.match(text, stop.end()) is not None
    return not (len(word) == 1 and word.isalpha() and word != "i" and last[0][0].isupper())


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    body = text[start:end]
    if body.strip():
        yield Span(start + len(body) - len(body.lstrip()), end - (len(body) - len(body.rstrip())))


def english_words(text: str, within: Span) -> Iterator[Span]:
    """The words of ``text[within]``: "do" and "n't", "Toyota" and "'s", "U.S." and "Gov." with their stop."""
    at = within.start
    while at < within.end:
        match = _WORD.search(text, at, within.end)
        if match is None:
            return
        end = match.end()
        if text[end : end + 1] == "." and end < within.end and _is_short(match[0], text[end + 1 : end + 3]):
            end += 1
        yield Span(match.start(), end)
        at = end


def _is_short(word: str, after: str) -> bool:
    """Whether the full stop behind a word belongs to it: a title, or an initial before a name."""
    low = word.lower()
    if low in abbreviations("titles"):
        return after[:1].isspace() and len(after) > 1
    if low in abbreviations("numbered"):
        return after[1:].isdigit()
    if low in abbreviations("other"):
        return True
    return len(word) == 1 and word.isupper() and (after[1:].isupper() or after[:1].isupper())
