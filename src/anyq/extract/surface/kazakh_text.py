"""Sentences and words of a Kazakh text: a dateline is a sentence, the address of a site one word with its ending."""

import re
from collections.abc import Iterator

from anyq.extract.surface.kazakh_signs import dateline
from anyq.text import Span
from anyq.text.segment import sentences as plain_sentences
from anyq.text.segment import words as plain_words

_SITE = re.compile(
    r"\w[\w-]*(?:\.[\w-]+)*\.(?:kz|com|net|org|info|news|io|ru|uz|kg|tv|fm|media)(?:-\w+)?\b", re.IGNORECASE
)


def sentences(text: str, within: Span) -> Iterator[Span]:
    """The sentences of ``text[within]``; a dateline is one by itself."""
    head = dateline(text)
    if head is not None and within.holds(head[0]):
        yield head[0]
        within = Span(head[0].end, within.end)
    yield from plain_sentences(text, within)


def words(text: str, within: Span) -> Iterator[Span]:
    """The words, numbers and marks of ``text[within]``."""
    sites = [Span(m.start(), m.end()) for m in _SITE.finditer(text, within.start, within.end)]
    for word in plain_words(text, within):
        site = next((s for s in sites if s.holds(word)), None)
        if site is None:
            yield word
        elif site.start == word.start:
            yield site
