"""A name in the nominative as places in its text, so that labels hold numbers and no words.

A name is a list of words. A word is one place, if it stands in the text as such, else two: its stem, and its ending
wherever in the text those letters stand (text "Павла", and "ел" anywhere: "Пав" + "ел").
"""

import re
from collections.abc import Iterator

Place = list[int]
Word = list[Place]

MIN_STEM_CHARS = 3  # a shorter stem says nothing of the word, and the label would be a cipher
MAX_ENDING_CHARS = 3  # "Петербургск|ого" and "Петербургск|ий", "агентств|ами" and "агентств|о", "Пав|лу" and "Пав|ел"
_WORD = re.compile(r"\w+")


def placed(name: str, text: str) -> tuple[list[Word], int]:
    """The words of ``name`` as places of ``text``, and how many of them have none."""
    words = _WORD.findall(name)
    found = [word for word in (_place(w, text) for w in words) if word]
    return found, len(words) - len(found)


def spelled(words: list[Word], text: str) -> str:
    """The name that ``placed`` found; its words parted by a space, whatever parted them before."""
    return " ".join("".join(text[start:end] for start, end in word) for word in words)


def _place(word: str, text: str) -> Word:
    for pattern in (rf"\b{re.escape(word)}\b", rf"(?i)\b{re.escape(word)}\b"):
        whole = re.search(pattern, text)
        if whole:
            return [[whole.start(), whole.end()]]
    for stem_start, stem_end in _stems(word, text):
        ending = word[stem_end - stem_start :]
        at = text.find(ending)
        if at >= 0:
            # no ending: the text has the word with one, "банками" for "банк"
            return [[stem_start, stem_end], [at, at + len(ending)]] if ending else [[stem_start, stem_end]]
    return []


def _stems(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Where words of ``text`` begin as ``word`` does, the longest beginning first."""
    for size in range(len(word), max(MIN_STEM_CHARS, len(word) - MAX_ENDING_CHARS) - 1, -1):
        for pattern in (rf"\b{re.escape(word[:size])}", rf"(?i)\b{re.escape(word[:size])}"):
            begun = re.search(pattern, text)
            if begun:
                yield begun.start(), begun.end()
