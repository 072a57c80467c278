"""Sentences as the features and the model of meaning see them: without names, in the letters of the word lists."""

import re
from collections.abc import Callable

from anyq.extract.claims.masks import Masks, blots, lowered
from anyq.extract.parse import Name, Parse
from anyq.text import Span
from anyq.text.index import Places

_WORD = re.compile(r"\w+")
_LATIN = re.compile(r"[a-z\u00df-\u024f]", re.IGNORECASE)
_CYRILLIC = re.compile(r"[\u0400-\u052f]")


class Seen:
    """The sentences of one text; ``letters`` writes a word as the lists do, where the text may be in another script."""

    def __init__(self, parse: Parse, known: Masks, letters: Callable[[str], str] | None) -> None:
        self._folded, self._masks = parse.folded, known
        # foreign names in a text of the lists' own script stay as they are
        self._letters = letters if _is_latin(parse.folded) else None
        self._names = Places(parse.names, lambda n: n.span)

    def names(self, span: Span) -> list[Name]:
        """The names that begin in ``span``."""
        return [n for n in self._names.touching(span) if n.span.start >= span.start]

    def lower(self, span: Span) -> str:
        """Lower case with ё as е, one mark for each name."""
        return lowered(blots(self._blotted(span)))

    def meaning(self, span: Span) -> str:
        """Words with a word of its kind for each name."""
        return self._masks.worded(self._blotted(span))

    def _blotted(self, span: Span) -> str:
        inside = [(Span(n.span.start - span.start, n.span.end - span.start), n.kind) for n in self.names(span)]
        text = self._masks.blotted(span.of(self._folded), inside)
        letters = self._letters
        if letters is not None:
            text = _WORD.sub(lambda m: letters(m[0]), text)
        return self._masks.known(text)


def _is_latin(text: str) -> bool:
    return len(_LATIN.findall(text)) > len(_CYRILLIC.findall(text))
