"""The word lists and weights of claims.toml, as patterns."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from anyq.languages import table

_CENTS = 100  # weights are given in hundredths, so that their sum is exact


@dataclass(frozen=True)
class Weights:
    """What each feature adds, in hundredths, and the words that show it."""

    cents: Mapping[str, int]
    words: Mapping[str, re.Pattern[str]]
    min_words: int
    roster_names: int

    def says(self, name: str, lower: str) -> bool:
        """True if a word of the list ``name`` stands in ``lower`` (lower case, ё as е)."""
        return self.words[name].search(lower) is not None


def _pattern(words: str) -> re.Pattern[str]:
    rows = [w.replace("_", " ") for w in words.split()]
    whole = "|".join(re.escape(w[:-1]) for w in rows if w.endswith("."))
    stems = "|".join(re.escape(w) for w in rows if not w.endswith("."))
    parts = ([rf"(?:{whole})(?!\w)"] if whole else []) + ([rf"(?:{stems})"] if stems else [])
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})")


@cache
def weights(lang: str) -> Weights:
    """The table of language ``lang``."""
    data = table(lang, "claims")
    return Weights(
        cents={name: round(value * _CENTS) for name, value in data["weights"].items()},
        words={name: _pattern(words) for name, words in data["words"].items()},
        min_words=data["limits"]["min_words"],
        roster_names=data["limits"]["roster_names"],
    )
