"""The word lists and weights of claims.toml, as patterns."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from anyq.languages import table

_CENTS = 100  # weights are given in hundredths, so that their sum is exact


@dataclass(frozen=True)
class Weights:
    """What each feature adds, in hundredths, and the words that show it.

    ``tenses`` are the forms of verbs in the past and of those to come where no tagger tells them; the list ``number``
    is for a language whose quantities are not read.
    """

    cents: Mapping[str, int]
    words: Mapping[str, re.Pattern[str]]
    tenses: Mapping[str, re.Pattern[str]]
    min_words: int
    roster_names: int

    def says(self, name: str, lower: str) -> bool:
        """True if a word of the list ``name`` stands in ``lower`` (lower case, ё as е); no list says nothing."""
        return name in self.words and self.words[name].search(lower) is not None

    def tensed(self, tense: str, lower: str) -> int:
        """How many verbs of ``tense`` (past, future) stand in ``lower`` by their form alone."""
        return len(self.tenses[tense].findall(lower)) if tense in self.tenses else 0


def _tense(data: Mapping[str, Any], tense: str) -> re.Pattern[str]:
    """Words with an ending of ``tense`` behind two letters or more, or of the list of that name.

    Where verbs close the clause, a mark or nothing must stand behind them: "заңды" in mid-sentence is a noun.
    """
    behind = r"(?=\s*(?:[^\w\s]|$))" if data["limits"].get("verbs_close_clauses") else r"(?!\w)"
    parts = []
    if data["endings"][tense]:
        parts.append(rf"\w{{2,}}(?:{'|'.join(data['endings'][tense])}){behind}")
    if tense in data["words"]:
        parts.append(pattern(data["words"][tense]).pattern)
    return re.compile("|".join(parts) or r"(?!)")


def pattern(words: str) -> re.Pattern[str]:
    """A list of claims.toml: stems, whole words (a stop behind them), phrases ("_" between their words)."""
    rows = sorted((w.replace("_", " ") for w in words.split()), key=len, reverse=True)
    whole = "|".join(re.escape(w[:-1]) for w in rows if w.endswith("."))
    stems = "|".join(re.escape(w) for w in rows if not w.endswith("."))
    parts = ([rf"(?:{whole})(?!\w)"] if whole else []) + ([rf"(?:{stems})"] if stems else [])
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})")


def weights(lang: str, own: Mapping[str, float] | None = None) -> Weights:
    """The table of language ``lang``; the weights that an editor sets himself (``own``) stand before it."""
    known = _weights(lang)
    if not own:
        return known
    return replace(known, cents={name: round(own.get(name, c / _CENTS) * _CENTS) for name, c in known.cents.items()})


@cache
def _weights(lang: str) -> Weights:
    data = table(lang, "claims")
    return Weights(
        cents={name: round(value * _CENTS) for name, value in data["weights"].items()},
        words={name: pattern(words) for name, words in data["words"].items()},
        tenses={tense: _tense(data, tense) for tense in data.get("endings", {})},
        min_words=data["limits"]["min_words"],
        roster_names=data["limits"]["roster_names"],
    )
