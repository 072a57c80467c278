"""Text -> tokens for the number grammar: numbers in digits, words, single signs. No tagger."""

import re
from collections.abc import Sequence, Set
from enum import Enum
from typing import NamedTuple

from anyq.text import Span


class Kind(Enum):
    """What a token is made of. ``MASKED`` tokens lie in an address, a date or a clock time and are never read."""

    DIGITS = 1
    WORD = 2
    SIGN = 3
    MASKED = 4


class Token(NamedTuple):  # a tuple is made in a third of the time of a frozen dataclass, and a text has thousands
    """One token. ``norm`` is lower case with ё as е; ``spaced`` tells whether space stands before it."""

    start: int
    end: int
    norm: str
    kind: Kind
    capital: bool
    spaced: bool
    sentence: int


# "1 594" with single spaces between groups of exactly three is one number; "2019 200" is two
_TOKEN = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|_")

_MASKS = re.compile(
    r"""
      (?:https?://|www\.)\S+ | (?<!\S)\S{1,64}@\S{1,255}\.\w+ | [\#@]\w+
    | \b[A-Za-z][\w-]{0,62}\.(?:com|ru|kz|org|net|info|io|su|ua|by|uz|kg|me|tv|fm|рф)\b\S*
    | \b\d{1,2}\.\d{1,2}\.\d{2,4}\b | \b\d{4}-\d{2}-\d{2}\b | \b\d{1,2}/\d{1,2}/\d{2,4}\b
    | \b\d{1,3}:\d{1,2}(?::\d{2})?\b                                 # clock times and scores
    | \+\d[\d()\ -]{7,}\d | \b\d[ -]?\(\d{3,5}\)[\d -]{5,}\d         # telephones
    | \b(?:\d-)?\d{1,4}-\d{2,3}-\d{2}(?:-\d{2})?\b | \b\d+(?:\.\d+){2,}\b(?![ ]?(?:%|\w{2}))
    """,
    re.VERBOSE,
)

_ENDS = ".!?…"


def tokenize(folded: str, abbreviations: Set[str]) -> list[Token]:
    """The tokens of a folded text in order, each with the number of its sentence.

    A full stop after one of ``abbreviations`` or a single letter ends a sentence only before a new line.
    """
    masks = [m.span() for m in _MASKS.finditer(folded)]
    tokens: list[Token] = []
    sentence, mask = 0, 0
    for found in _TOKEN.finditer(folded):
        start, end = found.span()
        text = found.group()
        gap = folded[tokens[-1].end : start] if tokens else "\n"
        if "\n" in gap or (gap and _ends(tokens, abbreviations, text)):
            sentence += 1
        while mask < len(masks) and masks[mask][1] <= start:
            mask += 1
        kind = Kind.DIGITS if text[0].isdigit() else Kind.WORD if text[0].isalpha() else Kind.SIGN
        if mask < len(masks) and masks[mask][0] < end:
            kind = Kind.MASKED
        norm = text.lower().replace("ё", "е") if kind is Kind.WORD else text
        tokens.append(Token(start, end, norm, kind, text[0].isupper(), bool(gap), sentence))
    return tokens


def _ends(tokens: Sequence[Token], abbreviations: Set[str], following: str) -> bool:
    """True if the sentence ended before a token ``following`` that stands after a space."""
    last = len(tokens) - 1
    while last > 0 and tokens[last].norm in '»”")':
        last -= 1
    if not tokens[last].norm or tokens[last].norm not in _ENDS:
        return False
    if following[0].islower():
        return False
    before = tokens[last - 1] if last else None
    short = before is not None and before.kind is Kind.WORD and (len(before.norm) == 1 or before.norm in abbreviations)
    return not short


def span(tokens: Sequence[Token], first: int, last: int) -> Span:
    """The stretch of text under ``tokens[first:last]``."""
    return Span(tokens[first].start, tokens[last - 1].end)
