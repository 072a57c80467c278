"""Which language a text is in: by script, letters and common words; py3langid where these leave it open."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from anyq.languages import table

Language = Literal["ru", "kk", "kk-Latn", "en", "other"]

SAMPLE_CHARS: Final = 6_000  # two pages say it
MIN_SCRIPT_SHARE: Final = 0.5
# Of a few words. Latin names stand in Cyrillic texts far more often than the other way round: "в Desert Rose Weekly"
CYRILLIC_WEIGHT: Final = 3
NAME_WEIGHT: Final = 0.5  # a capitalised word may be a name: names stand in texts of any language
MIN_STEM: Final = 1  # letters before an ending
MAX_FOREIGN_SHARE: Final = 0.34  # of the words, with letters that the language has not; Russian prose has under .1
MIN_KNOWN_SHARE: Final = 0.1  # of the words of a long text; Russian prose has over .4
MIN_KAZAKH_LATIN_SHARE: Final = 0.12  # of the words; its prose has over .35, Turkish and Crimean Tatar under .01
LONG_WORDS: Final = 20
FEW_WORDS: Final = 3  # py3langid guesses at fewer, mostly names: they are in a language that is read if they may be
LEAD_WORDS: Final = 4.0  # how near the best, in words, another language may come before py3langid has a say
# In py3langid's logarithm of likelihood: what a word known weighs, what a word weighs that a language can't spell, and
# what the languages that are read are given before all others. Swept on snippets of 2, 4 and 8 words of NTREX-128 (ru,
# kk, en) and of the Universal Declaration in 10 languages in Cyrillic and 26 in Latin letters; benchmarks/language has
# the figures
KNOWN_NATS: Final = 8.0
FOREIGN_NATS: Final = 14.0
FIRST_NATS: Final = {"ru": 8.0, "kk": 11.0, "en": 11.0}
ENGLISH_WORD_NATS: Final = 3.0
FEW_FIRST_NATS: Final = 5.0  # given to these on top where the words are few
# the order in which equals are tried: those that are read first
_IN_CYRILLIC: Final = ("ru", "kk", "uk", "be", "bg", "sr", "mk", "ky", "tt", "ba", "uz", "tg", "mn")
_CYRILLIC: Final = re.compile(r"[\u0400-\u052f]")
_LATIN: Final = re.compile(r"[A-Za-z\u00df-\u024f]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def language(text: str) -> Language:
    """``ru``, ``kk``, ``kk-Latn``, ``en`` or ``other``; a text without letters is ``other``."""
    sample = text[:SAMPLE_CHARS]
    letters = len(_LETTER.findall(sample))
    cyrillic = len(_CYRILLIC.findall(sample))
    latin = len(_LATIN.findall(sample))
    if not letters or cyrillic + latin < MIN_SCRIPT_SHARE * letters:
        return "other"
    if latin > cyrillic * (CYRILLIC_WEIGHT if len(_WORD.findall(sample)) < LONG_WORDS else 1):
        return _latin(sample)
    match _cyrillic(sample):
        case "ru":
            return "ru"
        case "kk":
            return "kk"
        case _:
            return "other"


@dataclass(frozen=True, slots=True)
class _Telling:
    """What tells a language: its letters, words that stand in any text, endings of words."""

    alphabet: frozenset[str]
    words: frozenset[str]
    endings: tuple[str, ...]

    def knows(self, word: str) -> bool:
        """A common word of the language, or one that ends like its words."""
        return word in self.words or word[MIN_STEM:].endswith(self.endings)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """Of the words of a text, by weight: how many a language knows, and how many it can't spell."""

    known: float
    foreign: float

    @property
    def score(self) -> float:
        return self.known - self.foreign


@cache
def _telling(lang: str) -> _Telling:
    rows = table("telling", lang)
    return _Telling(frozenset(rows["alphabet"]), frozenset(rows["words"].split()), tuple(rows["endings"].split()))


def _cyrillic(sample: str) -> str:
    """The language in Cyrillic that knows most of the words and can spell them; ``other`` if none does."""
    # a word in Latin letters is a name or a unit in all of them alike
    weights = _weights(w for w in _WORD.findall(sample) if _CYRILLIC.search(w))
    total = sum(weight for _, weight in weights)
    weighed = {lang: _weighed(_telling(lang), weights) for lang in _IN_CYRILLIC}
    leading = _leading(weighed)
    found = leading[0] if len(leading) == 1 else _likeliest(sample, {lang: weighed[lang] for lang in leading})
    unlike = len(weights) >= LONG_WORDS and weighed[found].known < MIN_KNOWN_SHARE * total
    return "other" if unlike or weighed[found].foreign > MAX_FOREIGN_SHARE * total else found


def _weights(words: Iterable[str]) -> list[tuple[str, float]]:
    return [(w.lower(), NAME_WEIGHT if w[0].isupper() else 1.0) for w in words]


def _leading(weighed: Mapping[str, _Weighed]) -> list[str]:
    best = max(w.score for w in weighed.values())
    return [lang for lang, w in weighed.items() if w.score >= best - LEAD_WORDS]


def _weighed(telling: _Telling, weights: list[tuple[str, float]]) -> _Weighed:
    known = sum(weight for word, weight in weights if telling.knows(word))
    foreign = sum(weight for word, weight in weights if not telling.alphabet.issuperset(word))
    return _Weighed(known, foreign)


def _likelihood(sample: str) -> dict[str, float]:
    """By language, py3langid's logarithm of its likelihood, less that of the likeliest."""
    # 0.3 s to load: only a text whose words leave it open pays for it
    from py3langid.langid import rank

    ranked: list[tuple[str, float]] = rank(sample)
    best = max(score for _, score in ranked)
    return {lang: float(score - best) for lang, score in ranked}


def _likeliest(sample: str, among: Mapping[str, _Weighed]) -> str:
    """Of ``among`` the most likely by its words and by py3langid, which has all of them; those that are read first."""
    likelihood = _likelihood(sample)
    few = len(_WORD.findall(sample)) < FEW_WORDS

    def score(lang: str) -> float:
        words = KNOWN_NATS * among[lang].known - FOREIGN_NATS * among[lang].foreign
        return words + likelihood[lang] + _first(lang, few=few)

    return max(among, key=score)


def _latin(sample: str) -> Language:
    """``kk-Latn`` if enough of its words are known, ``en`` if that is as likely as any other, else ``other``."""
    words = [w for w in _WORD.findall(sample) if not _CYRILLIC.search(w)]
    weights = _weights(words)
    total = sum(weight for _, weight in weights)
    kazakh, english = _weighed(_telling("kk-Latn"), weights), _weighed(_telling("en"), weights)
    if kazakh.known > english.known and kazakh.score >= MIN_KAZAKH_LATIN_SHARE * total:
        return "kk-Latn"
    likelihood = _likelihood(" ".join(words).casefold())["en"] + ENGLISH_WORD_NATS * english.score
    return "en" if likelihood + _first("en", few=len(words) < FEW_WORDS) >= 0 else "other"


def _first(lang: str, *, few: bool) -> float:
    return FIRST_NATS.get(lang, 0.0) + FEW_FIRST_NATS * (few and lang in FIRST_NATS)
