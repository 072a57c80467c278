"""Which words of a sentence stand in the word lists of its language: given names, places, bodies, titles.

``languages/<lang>/tagging.toml`` says which lists there are. A list is evidence for a tagger, never a verdict.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from anyq.languages import lines, table

_LONGEST = 5  # words of an entry; longer ones are titles of books, not names
_SHORTEST_STEM = 3


class Lexicon:
    """The lists of one language. Entries match in any case of letters, their last word also with an ending."""

    def __init__(self, lang: str) -> None:
        told = table(lang, "tagging")
        self._ending = re.compile(told["ending"])
        self._hard: dict[str, str] = told["hard"]
        self._surname = re.compile(told["surname"])
        self.everyday = frozenset(w for name in told["everyday"] for row in lines(lang, name) for w in row.split())
        self._kinds: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._lengths: dict[str, set[int]] = {}
        for kind, sources in told["lists"].items():
            for source in sources:
                self._add(kind, _entries(lang, source))
        self._stems: dict[str, tuple[str, ...]] = {}

    def _add(self, kind: str, entries: Iterator[str]) -> None:
        for entry in entries:
            key = tuple(entry.lower().split())
            if 0 < len(key) <= _LONGEST and kind not in self._kinds.get(key, ()):
                self._kinds[key] = (*self._kinds.get(key, ()), kind)
                self._lengths.setdefault(key[0], set()).add(len(key))

    def stems(self, word: str) -> tuple[str, ...]:
        """What a lower-case word can be without its endings, longest first, the word itself before all others."""
        known = self._stems.get(word)
        if known is None:
            cuts = [word[:n] for n in range(len(word) - 1, _SHORTEST_STEM - 1, -1) if self._ending.fullmatch(word[n:])]
            hard = [c[:-1] + self._hard[c[-1]] for c in cuts if c[-1] in self._hard]
            known = self._stems[word] = (word, *cuts, *hard)
        return known

    def looks_like_surname(self, word: str) -> bool:
        """True if a lower-case word closes as family names do."""
        return any(self._surname.search(s) for s in self.stems(word))

    def marks(self, low: Sequence[str]) -> list[list[str]]:
        """For each word of a sentence in small letters: the kinds of list it stands in, ``kind+`` in longer entries."""
        found: list[list[str]] = [[] for _ in low]
        for at, word in enumerate(low):
            for kind, length in self._from(low, at, word):
                for n in range(at, at + length):
                    mark = kind if length == 1 else kind + "+"
                    if mark not in found[n]:
                        found[n].append(mark)
        return found

    def _from(self, low: Sequence[str], at: int, word: str) -> Iterator[tuple[str, int]]:
        for stem in self.stems(word):
            if kinds := self._kinds.get((stem,)):
                yield from ((k, 1) for k in kinds)
                break
        for length in sorted(self._lengths.get(word, ()), reverse=True):
            if length == 1 or at + length > len(low):
                continue
            head = tuple(low[at : at + length - 1])
            for stem in self.stems(low[at + length - 1]):
                if kinds := self._kinds.get((*head, stem)):
                    yield from ((k, length) for k in kinds)
                    return


def _entries(lang: str, source: str) -> Iterator[str]:
    """Words of a list, or of a table's key ("nouns.roles"); phrases where commas or bars part them."""
    name, _, key = source.partition(".")
    rows = str(table(lang, name)[key]).splitlines() if key else lines(lang, name)
    for row in rows:
        yield from re.split(r"\s*[,|]\s*", row.removeprefix("a ")) if re.search(r"[,|]", row) else row.split()


@cache
def lexicon(lang: str) -> Lexicon:
    """The lists of ``lang``, read once a process."""
    return Lexicon(lang)
