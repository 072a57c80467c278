"""Words of a Kazakh text: the address of a site is one word, so that it can name a medium and take an ending."""

import re
from collections.abc import Iterator

from anyq.text import Span
from anyq.text.segment import words as plain_words

_SITE = re.compile(
    r"\w[\w-]*(?:\.[\w-]+)*\.(?:kz|com|net|org|info|news|io|ru|uz|kg|tv|fm|media)(?:-\w+)?\b", re.IGNORECASE
)


def words(text: str, within: Span) -> Iterator[Span]:
    """The words, numbers and marks of ``text[within]``."""
    sites = [Span(m.start(), m.end()) for m in _SITE.finditer(text, within.start, within.end)]
    for word in plain_words(text, within):
        site = next((s for s in sites if s.holds(word)), None)
        if site is None:
            yield word
        elif site.start == word.start:
            yield site
