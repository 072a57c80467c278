"""Articles of invented sentences, and the same with other persons, parties, countries and outlets in them."""

import pathlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence

SWAPS = pathlib.Path(__file__).parent / "swaps.toml"
_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")
Article = tuple[str, ...]
Fillers = Mapping[str, Sequence[Sequence[str]]]


def exchanges(lang: str) -> Iterator[tuple[Article, list[Article]]]:
    """Each article of a language, and its seven others."""
    told = tomllib.loads(SWAPS.read_text("utf-8"))[lang]
    fillers: Fillers = told["fillers"]
    for article in told["articles"]:
        made = [_filled(article, fillers, told["cases"], n) for n in range(min(len(f) for f in fillers.values()))]
        yield made[0], made[1:]


def _filled(article: Sequence[str], fillers: Fillers, cases: Sequence[str], n: int) -> Article:
    def word(slot: re.Match[str]) -> str:
        return fillers[slot[1]][n][cases.index(slot[2] or "nom")]

    return tuple(_SLOT.sub(word, sentence) for sentence in article)
