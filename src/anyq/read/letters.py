"""Which language a text is in: by its letters, then py3langid for the Latin script."""

import re
from collections import Counter
from typing import Literal

Language = Literal["ru", "kk", "kk-Latn", "en", "other"]

SAMPLE_CHARS = 20_000  # the letters of five pages say it
MIN_KAZAKH_SHARE = 0.03  # Kazakh prose has .12-.18 of its own letters, Russian prose with Kazakh names under .01
MIN_FOREIGN_SHARE = 0.004  # one letter in 250: more than a quoted name, less than any prose
MIN_BULGARIAN_SHARE = 0.008  # ъ: .015-.02 of Bulgarian prose, .0004 of Russian
MIN_SCRIPT_SHARE = 0.5
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_LATIN = re.compile(r"[a-z\u00df-\u024f]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_KAZAKH = frozenset("әғқңөұүһі")
_KAZAKH_ONLY = frozenset("әғқұһ")  # Kyrgyz shares ң ө ү with Kazakh
_FOREIGN = frozenset("ґєїўђјљњћџѓќѕҗҙҫҡӣӯҳҷӑӗӳӱӝӟӥӧӵ")
# Function words of Kazakh in the Latin alphabets of 2018, 2019 and 2021; none is a word of Turkish, Uzbek or Azeri
_KAZAKH_LATIN = frozenset(
    ("jäne", "jáne", "üşin", "úshin", "turaly", "boiynşa", "boıynsha", "boiynsha", "degen", "deidi", "deıdi",
     "emes", "joq", "bolyp", "bolǵan", "bolğan", "bolady", "boladı", "osy", "keiin", "keıin", "kezinde",
     "qazaq", "qazaqstan", "elimizde", "memleket", "jyl", "jyly", "jylǵy", "jylğy", "küni", "kúni", "halyq",
     "mäselesi", "máselesi", "aitty", "aıtty", "onyñ", "onyń", "bular", "barlyq", "jańa", "jaña", "jaqsy",
     "qoǵam", "qoğam", "şeiin", "sheıin", "arasynda", "arqyly", "tıis", "tiis", "myñ", "myń", "teñge")
)  # fmt: skip


def language(text: str) -> Language:
    """``ru``, ``kk``, ``kk-Latn``, ``en`` or ``other``; a text without letters is ``other``."""
    sample = text[:SAMPLE_CHARS].casefold()
    letters = len(_LETTER.findall(sample))
    cyrillic = _CYRILLIC.findall(sample)
    latin = _LATIN.findall(sample)
    if not letters or max(len(cyrillic), len(latin)) < MIN_SCRIPT_SHARE * letters:
        return "other"
    return _cyrillic(Counter(cyrillic), len(cyrillic)) if len(cyrillic) >= len(latin) else _latin(sample)


def _share(counts: Counter[str], letters: frozenset[str], total: int) -> float:
    return sum(counts[letter] for letter in letters) / total


def _cyrillic(counts: Counter[str], total: int) -> Language:
    if _share(counts, _FOREIGN, total) >= MIN_FOREIGN_SHARE:
        return "other"
    if _share(counts, _KAZAKH, total) >= MIN_KAZAKH_SHARE:
        # і without ы is Ukrainian; ң ө ү without і Kyrgyz or Tuvan; Belarusian has і and ы, but ў with them
        kazakh = any(counts[c] for c in _KAZAKH_ONLY) or (counts["і"] and any(counts[c] for c in "ыңөү"))
        return "kk" if kazakh else "other"
    if counts["ъ"] / total >= MIN_BULGARIAN_SHARE and not _share(counts, frozenset("ыэё"), total):
        return "other"
    return "ru"


def _latin(sample: str) -> Language:
    words = _WORD.findall(sample)
    if sum(word in _KAZAKH_LATIN for word in words) >= max(1, len(words) // 40):
        return "kk-Latn"
    # 0.3 s to load: only a text in Latin letters pays for it
    import py3langid

    found, _ = py3langid.classify(sample)
    return "en" if found == "en" else "other"
