"""Which language a text is in: by script, letters and common words; py3langid where these leave it open."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from anyq.languages import table

Language = Literal["ru", "kk", "kk-Latn", "en", "other"]

SAMPLE_CHARS: Final = 6_000  # two pages say it
MIN_SCRIPT_SHARE: Final = 0.5
NAME_WEIGHT: Final = 0.5  # a capitalised word may be a name: names stand in texts of any language
MIN_STEM: Final = 1  # letters before an ending
MAX_FOREIGN_SHARE: Final = 0.34  # of the words, with letters that the language has not; Russian prose has under .1
MIN_KNOWN_SHARE: Final = 0.1  # of the words of a long text; Russian prose has over .4
LONG_WORDS: Final = 20
FEW_WORDS: Final = 3  # py3langid guesses at fewer: they are Russian if they may be
LEAD_WORDS: Final = 1.0  # how near the best, in words, another language may come before py3langid decides
# What Russian is given before the others, in words and in the logarithm of py3langid's likelihood. The three were swept
# 0-2, 0-2 and 0-6 on sentences of NTREX-128 (ru, kk) and of the Universal Declaration in 12 other languages: these give
# .999, .996 and .991; on their first 8 words .997, .990 and .983; on their first 4 .982, .923 and .965
RUSSIAN_FIRST_WORDS: Final = 0.5
RUSSIAN_FIRST_NATS: Final = 5.0
# the order in which equals are tried: those that are read, or will be, first
_IN_CYRILLIC: Final = ("ru", "kk", "uk", "be", "bg", "sr", "mk", "ky", "tt", "ba", "uz", "tg", "mn")
_CYRILLIC: Final = re.compile(r"[\u0400-\u052f]")
_LATIN: Final = re.compile(r"[A-Za-z\u00df-\u024f]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_WORD: Final = re.compile(r"[^\W\d_]+")
# Function words of Kazakh in the Latin alphabets of 2018, 2019 and 2021; none is a word of Turkish, Uzbek or Azeri
_KAZAKH_LATIN: Final = frozenset(
    ("jäne", "jáne", "üşin", "úshin", "turaly", "boiynşa", "boıynsha", "boiynsha", "degen", "deidi", "deıdi",
     "emes", "joq", "bolyp", "bolǵan", "bolğan", "bolady", "boladı", "osy", "keiin", "keıin", "kezinde",
     "qazaq", "qazaqstan", "elimizde", "memleket", "jyl", "jyly", "jylǵy", "jylğy", "küni", "kúni", "halyq",
     "mäselesi", "máselesi", "aitty", "aıtty", "onyñ", "onyń", "bular", "barlyq", "jańa", "jaña", "jaqsy",
     "qoǵam", "qoğam", "şeiin", "sheıin", "arasynda", "arqyly", "tıis", "tiis", "myñ", "myń", "teñge")
)  # fmt: skip


def language(text: str) -> Language:
    """``ru``, ``kk``, ``kk-Latn``, ``en`` or ``other``; a text without letters is ``other``."""
    sample = text[:SAMPLE_CHARS]
    letters = len(_LETTER.findall(sample))
    cyrillic = len(_CYRILLIC.findall(sample))
    latin = len(_LATIN.findall(sample))
    if not letters or max(cyrillic, latin) < MIN_SCRIPT_SHARE * letters:
        return "other"
    if latin > cyrillic:
        return _latin(sample.casefold())
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
    words = [w for w in _WORD.findall(sample) if _CYRILLIC.search(w)]
    weights = [(w.lower(), NAME_WEIGHT if w[0].isupper() else 1.0) for w in words]
    total = sum(weight for _, weight in weights)
    weighed = {lang: _weighed(_telling(lang), weights) for lang in _IN_CYRILLIC}
    scores = {lang: w.score + RUSSIAN_FIRST_WORDS * (lang == "ru") for lang, w in weighed.items()}
    leading = _leading(scores)
    if len(words) < FEW_WORDS and "ru" in leading and not weighed["ru"].foreign:
        found = "ru"
    else:
        found = leading[0] if len(leading) == 1 else _likeliest(sample, leading)
    unlike = len(words) >= LONG_WORDS and weighed[found].known < MIN_KNOWN_SHARE * total
    return "other" if unlike or weighed[found].foreign > MAX_FOREIGN_SHARE * total else found


def _leading(scores: Mapping[str, float]) -> list[str]:
    best = max(scores.values())
    return [lang for lang, score in scores.items() if score >= best - LEAD_WORDS]


def _weighed(telling: _Telling, weights: list[tuple[str, float]]) -> _Weighed:
    known = sum(weight for word, weight in weights if telling.knows(word))
    foreign = sum(weight for word, weight in weights if not telling.alphabet.issuperset(word))
    return _Weighed(known, foreign)


def _likeliest(sample: str, among: list[str]) -> str:
    """The most likely of ``among`` by py3langid, which has all of them; Russian where it is as likely as that."""
    # 0.3 s to load: only a text whose words leave it open pays for it
    from py3langid.langid import rank

    likelihood = {lang: score for lang, score in rank(sample) if lang in among}
    best = max(among, key=lambda lang: likelihood[lang])
    russian = likelihood.get("ru")
    return "ru" if russian is not None and russian >= likelihood[best] - RUSSIAN_FIRST_NATS else best


def _latin(sample: str) -> Language:
    words = _WORD.findall(sample)
    if sum(word in _KAZAKH_LATIN for word in words) >= max(1, len(words) // 40):
        return "kk-Latn"
    # 0.3 s to load: only a text in Latin letters pays for it
    import py3langid

    found, _ = py3langid.classify(sample)
    return "en" if found == "en" else "other"
