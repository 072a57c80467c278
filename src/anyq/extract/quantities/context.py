"""Looking around a number without leaving its sentence."""

import re
from collections.abc import Sequence

from anyq.extract.quantities.lexicon import Lexicon
from anyq.extract.quantities.tokens import Token


class Context:
    """The tokens of a text with the lists of a language."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lex = lexicon

    def sentence(self, i: int) -> int:
        """The number of the sentence of token ``i``; -1 outside the text."""
        return self.tokens[i].sentence if 0 <= i < len(self.tokens) else -1

    def norm(self, i: int, sentence: int) -> str:
        """The word at ``i`` if it stands in ``sentence``, else an empty string."""
        return self.tokens[i].norm if self.sentence(i) == sentence >= 0 else ""

    def within(self, i: int, sentence: int, name: str) -> bool:
        """True if token ``i`` stands in ``sentence`` and in the word list ``name``."""
        return self.norm(i, sentence) in self.lex.words[name]

    def back(self, i: int, sentence: int, stems: re.Pattern[str], width: int) -> int | None:
        """Index of the nearest word among the ``width`` before ``i`` that ``stems`` match, stopping at ";"."""
        for at in range(i - 1, i - 1 - width, -1):
            norm = self.norm(at, sentence)
            if not norm or norm == ";":
                return None
            if stems.match(norm):
                return at
        return None

    def ahead(self, i: int, sentence: int, stems: re.Pattern[str], width: int) -> int | None:
        """Like ``back``, from token ``i`` on."""
        for at in range(i, i + width):
            norm = self.norm(at, sentence)
            if not norm or norm == ";":
                return None
            if stems.match(norm):
                return at
        return None
