"""What a tagger sees of a sentence: each word's letters and shape, its neighbours', and the lists it stands in.

The trainer and the tagger call this same function, so that a model never meets features it did not learn.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from anyq.extract.tagging.lexicon import Lexicon

_RUN = re.compile(r"(.)\1+")
_OPEN = frozenset("«„“")
_CLOSE = frozenset("»”")
_AFFIX = 5
_REACH = 3
_NEAR = 2
_FEWEST_SHOUTED = 3
_SHOUTED_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Seen:
    """How words are written in the text a sentence belongs to: inside sentences with a capital, anywhere without."""

    capital: frozenset[str]
    small: frozenset[str]


def seen(sentences: Iterable[Sequence[str]]) -> Seen:
    """The words of a text, in small letters, by how they are written; shouted sentences say nothing."""
    capital: set[str] = set()
    small: set[str] = set()
    for words in sentences:
        if is_shouted(words):
            continue
        for at, word in enumerate(words):
            if word[:1].islower():
                small.add(word)
            elif at and word[:1].isupper() and words[at - 1][0].isalnum():
                capital.add(word.lower())
    return Seen(frozenset(capital), frozenset(small))


def is_shouted(words: Sequence[str]) -> bool:
    """True if a sentence is set in capitals, as headlines are."""
    letters = [w for w in words if len(w) > 1 and w.isalpha()]
    return len(letters) >= _FEWEST_SHOUTED and sum(w.isupper() for w in letters) >= _SHOUTED_SHARE * len(letters)


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


def _lowered(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    """A shouted sentence as it would be written: everyday words small, others with a capital."""
    return [
        w if len(w) == 1 and not w.isalpha() else w.lower() if w.lower() in lexicon.everyday else w.title()
        for w in words
    ]


def _listed(word: str, low: str, marks: Sequence[str], lexicon: Lexicon, text: Seen | None) -> list[str]:
    """What lists and the rest of the text say of a word."""
    kind = shape(word)[:2]
    found = [f"L={m}" for m in marks] + [f"L={m}|{kind}" for m in marks]
    if word[:1].isupper():
        found.append("everyday" if low in lexicon.everyday else "rare")
        if lexicon.looks_like_surname(low):
            found.append("surname")
    if text is not None:
        found.append(f"text={low in text.capital:d}{low in text.small:d}|{kind}")
    return found


def features(words: Sequence[str], lexicon: Lexicon, text: Seen | None = None) -> list[list[str]]:
    """The features of each word of a sentence, as the strings that the models know."""
    shouted = is_shouted(words)
    if shouted:
        words = _lowered(words, lexicon)
    quoted = _quoted(words)
    lows = [w.lower() for w in words]
    marks = lexicon.marks(lows)
    told = [_listed(w, low, m, lexicon, text) for w, low, m in zip(words, lows, marks, strict=True)]
    rows: list[list[str]] = []
    for at, word in enumerate(words):
        row = ["bias", *_own(word), *told[at]]
        if quoted[at]:
            row.append("quoted")
        if shouted:
            row.append("shouted")
        row += _around(words, lows, marks, at)
        rows.append(row)
    return rows


def _around(words: Sequence[str], lows: Sequence[str], marks: Sequence[Sequence[str]], at: int) -> list[str]:
    row = []
    for step in range(-_REACH, _REACH + 1):
        if step == 0:
            continue
        if not 0 <= at + step < len(words):
            row.append(f"{step}:edge")
            continue
        low = lows[at + step]
        row.append(f"{step}:w={low}")
        if abs(step) <= _NEAR:
            row += [f"{step}:sh={shape(words[at + step])}", f"{step}:s3={low[-3:]}", f"{step}:p4={low[:4]}"]
            row += [f"{step}:L={m}" for m in marks[at + step]]
    if at:
        row += [f"before={lows[at - 1][:6]}|{lows[at][:6]}", f"shapes-={shape(words[at - 1])}|{shape(words[at])}"]
    if at + 1 < len(words):
        row += [f"after={lows[at][:6]}|{lows[at + 1][:6]}", f"shapes+={shape(words[at])}|{shape(words[at + 1])}"]
    return row
