"""Kazakh in Latin letters -> the Cyrillic that word lists and models know, letter by letter."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

_PLAIN = {
    "sh": "ш", "ch": "ч", "ts": "ц", "a": "а", "b": "б", "c": "к", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х",
    "j": "ж", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "қ", "r": "р", "s": "с", "t": "т",
    "v": "в", "w": "у", "x": "х", "y": "ы", "z": "з",
}  # fmt: skip
# the alphabets of 2017-2021: i is і, ı is и or й, u is ұ, ý is у
_ACUTE = {"á": "ә", "ǵ": "ғ", "i": "і", "ı": "и", "ń": "ң", "ó": "ө", "u": "ұ", "ú": "ү", "ý": "у"}
# the alphabet of April 2021: ı is і, i is и or й, u is у, ū is ұ
_DOTTED = {"ä": "ә", "ğ": "ғ", "ı": "і", "i": "и", "ñ": "ң", "ö": "ө", "ş": "ш", "u": "у", "ū": "ұ", "ü": "ү"}
# by alphabet; letters that only the other one has are read too
_LETTERS = {False: _PLAIN | _DOTTED | _ACUTE, True: _PLAIN | _ACUTE | _DOTTED}
_ONLY_ACUTE = re.compile("[áǵńóúý]")
_ONLY_DOTTED = re.compile("[äğñöşūü]")
_LATIN = re.compile("[a-záäǵğıńñóöúüūýş]")
_IOTATED = {"а": "я", "у": "ю"}
# "и" after a vowel is "й": "beısenbi" -> "бейсенбі"
_GLIDE_AFTER = frozenset("аәеоөұүыіиу")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A word in Cyrillic, lower case. ``ends[n]`` is how many letters of the original make the first ``n``."""

    form: str
    ends: tuple[int, ...]


@lru_cache(maxsize=65536)
def spelled(word: str, *, dotted: bool) -> Spelled:
    """``word`` in Cyrillic by the alphabet of 2021 (``dotted``) or the one before it; Cyrillic stays as it is."""
    low = word.lower().replace("i̇", "i")  # "İ" becomes two characters in lower case
    if len(low) != len(word) or not _LATIN.search(low):
        return Spelled(low, tuple(range(len(low) + 1)))
    if word[0] == "I" and not dotted:  # the capital of ı; that of i is written with a Cyrillic letter or a dot
        low = "ı" + low[1:]
    letters = _LETTERS[dotted]
    form, ends, at = "", [0], 0
    while at < len(low):
        pair = low[at : at + 2]
        # "ts" is one letter before ı only: "polıtsııa", but "aıtsa"
        size = 2 if len(pair) == 2 and pair in letters and (pair != "ts" or low[at + 2 : at + 3] == "ı") else 1
        letter = letters.get(low[at : at + size], low[at : at + size])
        at += size
        if letter == "и" and form and form[-1] in _GLIDE_AFTER:
            letter = "й"
        if letter in _IOTATED and form.endswith("й"):  # "kompanııa" -> "компания"
            form, ends[-1] = form[:-1] + _IOTATED[letter], at
            continue
        form += letter
        ends.append(at)
    return Spelled(form, tuple(ends))


def is_dotted(text: str) -> bool:
    """True where a text is written in the alphabet of 2021, by the letters that only one of the two has."""
    low = text.lower()
    return len(_ONLY_DOTTED.findall(low)) > len(_ONLY_ACUTE.findall(low))


def spelling(text: str) -> Callable[[str], str]:
    """How words of ``text`` are written in Cyrillic; capitals stay capitals."""
    dotted = is_dotted(text)

    def spell(word: str) -> str:
        if not _LATIN.search(word.lower()):
            return word
        form = spelled(word, dotted=dotted).form
        if word.isupper() and len(word) > 1:
            return form.upper()
        return form[:1].upper() + form[1:] if word[:1].isupper() else form

    return spell


def either(word: str) -> tuple[str, ...]:
    """The word in Cyrillic, lower case, by both alphabets: for a word whose text is not known."""
    return tuple(dict.fromkeys((spelled(word, dotted=False).form, spelled(word, dotted=True).form)))
