"""What a tagger sees of a sentence: each word's letters and shape, and its neighbours'.

The trainer and the tagger call this same function, so that a model never meets features it did not learn.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

_RUN = re.compile(r"(.)\1+")
_OPEN = frozenset("«„“")
_CLOSE = frozenset("»”")
_AFFIX = 5
_REACH = 3
_NEAR = 2


@lru_cache(maxsize=65536)
def shape(word: str) -> str:
    """Capitals as X, small letters as x, digits as d, runs shortened: "Қаз-2024" -> "Xx-d"."""
    kinds = "".join("X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in word)
    return _RUN.sub(r"\1", kinds)


@lru_cache(maxsize=65536)
def _own(word: str) -> tuple[str, ...]:
    low = word.lower()
    found = ["w=" + low, "sh=" + shape(word)]
    for n in range(1, min(_AFFIX, len(low) - 1) + 1):
        found += [f"s{n}={low[-n:]}", f"p{n}={low[:n]}"]
    if "-" in low:
        found += ["hyphen", *(f"half={h}" for h in low.split("-")[:_REACH])]
    if word.isascii() and word.isalpha():
        found.append("latin")
    if len(word) > 1 and word.isupper():
        found.append("capitals")
    return tuple(found)


def _quoted(words: Sequence[str]) -> list[bool]:
    inside, found = False, []
    for word in words:
        if word in _OPEN:
            inside = True
        elif word in _CLOSE:
            inside = False
        elif word == '"':
            inside = not inside
        found.append(inside)
    return found


def features(words: Sequence[str]) -> list[list[str]]:
    """The features of each word of a sentence, as the strings that the models know."""
    quoted = _quoted(words)
    rows: list[list[str]] = []
    for at, word in enumerate(words):
        row = ["bias", *_own(word)]
        if quoted[at]:
            row.append("quoted")
        for step in range(-_REACH, _REACH + 1):
            if step == 0:
                continue
            if not 0 <= at + step < len(words):
                row.append(f"{step}:edge")
                continue
            other = words[at + step]
            low = other.lower()
            row.append(f"{step}:w={low}")
            if abs(step) <= _NEAR:
                row += [f"{step}:sh={shape(other)}", f"{step}:s3={low[-3:]}", f"{step}:p4={low[:4]}"]
        if at:
            before = words[at - 1]
            row += [f"before={before.lower()[:6]}|{word.lower()[:6]}", f"shapes-={shape(before)}|{shape(word)}"]
        if at + 1 < len(words):
            after = words[at + 1]
            row += [f"after={word.lower()[:6]}|{after.lower()[:6]}", f"shapes+={shape(word)}|{shape(after)}"]
        rows.append(row)
    return rows
