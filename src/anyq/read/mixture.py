"""The stretches of a text that are in another language than the rest: paragraphs, and sentences of their own."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from anyq.read.letters import language
from anyq.text import Span, plain
from anyq.text.segment import paragraphs, sentences

MIN_WORDS: Final = 4  # without a capital; fewer may be a name, a title, a heading
READ: Final = ("ru", "kk", "kk-Latn", "en")
MAX_KAZAKH_SHARE: Final = 0.1  # of the words of a Russian stretch; Kazakh prose has over .6
MIN_KAZAKH_SHARE: Final = 0.3
MAX_CYRILLIC_SHARE: Final = 0.1  # of the words of an English stretch: a long title makes no sentence English
# no part of an address
_WORD: Final = re.compile(r"(?<![\w/.:#@=&?-])[^\W\d_]{2,}(?![\w/:@=]|[.-]\w)")
# "деп", "деді" and their kin: a Russian clause before them is the object of a Kazakh verb
_KAZAKH_CUE: Final = re.compile(r"\bде(?:п|ді|йді|ген(?:ді|ін|і)?|ген еді|п еді)\b")
_KAZAKH_LETTER: Final = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_CYRILLIC: Final = re.compile(r"[\u0400-\u052f]")
_OPENS: Final = re.compile(r"^\s*(?:[-–—]\s|[«„“\"])")
_CLOSES: Final = re.compile(r"[»”“\"][.!?…,]*\s*$")
_DASH: Final = re.compile(r"\s*[-–—]")


def other_languages(text: str, lang: str) -> dict[str, tuple[Span, ...]]:
    """By language, the stretches of ``text`` that are in one that is read, but not in ``lang``; in text order.

    A sentence is taken out of its paragraph only where no quotation is open around it and where what follows does
    not take it up («Воды хватит», – деді …): a Russian clause of a Kazakh sentence is the Kazakh sentence's.
    """
    if lang not in READ:
        return {}
    folded = plain(text)
    found = sorted(
        ((told, span) for span, told in _stretches(folded, lang) if told != lang and told in READ),
        key=lambda pair: (pair[0], pair[1]),
    )
    return {told: tuple(span for _, span in group) for told, group in groupby(found, key=lambda pair: pair[0])}


def _stretches(text: str, lang: str) -> Iterator[tuple[Span, str]]:
    before = ""
    for line in paragraphs(text):
        told = _told(line.of(text), lang)
        if told == lang:
            yield from ((s, t) for s in _own_sentences(text, line) if (t := _told(s.of(text), lang)) != lang)
        elif not _hangs(line.of(text), before):
            yield line, told
        before = line.of(text)


def _hangs(line: str, before: str) -> bool:
    """A turn, a quotation without a frame, what a colon announces: who said it the lines around tell."""
    whole = _OPENS.match(line) and (_CLOSES.search(line) or _DASH.match(line))
    return bool(whole) or before.endswith(":")


def _own_sentences(text: str, line: Span) -> Iterator[Span]:
    """The sentences of a paragraph that stand for themselves, where it has several."""
    if _DASH.match(line.of(text)):
        return
    parts = list(sentences(text, line))
    if len(parts) < 2:
        return
    for n, part in enumerate(parts):
        after = parts[n + 1].of(text).lstrip('»”"') if n + 1 < len(parts) else ""
        taken_up = bool(_DASH.match(after)) or after.lstrip()[:1].islower()
        announced = n > 0 and parts[n - 1].of(text).endswith(":")
        if not taken_up and not announced and not _open_before(text, line.start, part) and _balanced(part.of(text)):
            yield part


def _open_before(text: str, start: int, part: Span) -> bool:
    return not _balanced(text[start : part.start])


def _balanced(text: str) -> bool:
    """True if every quotation mark that opens in ``text`` closes in it."""
    return text.count("«") == text.count("»") and text.count('"') % 2 == 0 and text.count("“") <= text.count("”")


def _told(text: str, lang: str) -> str:
    """The language of a stretch; ``lang`` where its letters and its length do not tell another."""
    words = [w for w in _WORD.findall(text) if w[0].islower()]
    if len(words) < MIN_WORDS or not _may_differ(words, lang) or (lang == "kk" and _KAZAKH_CUE.search(text)):
        return lang
    return language(text)


def _may_differ(words: list[str], lang: str) -> bool:
    """By letters alone, so that a text in one language pays for no model."""
    cyrillic = sum(bool(_CYRILLIC.search(w)) for w in words)
    kazakh = sum(bool(_KAZAKH_LETTER.search(w)) for w in words)
    if 2 * cyrillic < len(words):
        return lang != "en" and cyrillic <= MAX_CYRILLIC_SHARE * len(words)
    if lang == "kk":
        return kazakh <= MAX_KAZAKH_SHARE * len(words)
    return lang != "ru" or kazakh >= MIN_KAZAKH_SHARE * len(words)
