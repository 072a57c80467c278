"""Bytes -> characters, whatever encoding they are in and whatever they say they are in."""

import codecs
import re
from collections import Counter
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CYRILLIC = ("windows-1251", "koi8-r", "cp866", "iso-8859-5", "mac-cyrillic")
_META = re.compile(rb"""<(?:meta[^>]+charset|\?xml[^>]+encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD_BYTES = 4096  # HTML: the first 1024 bytes declare it; sites put it later
_SAMPLE_BYTES = 100_000
MAX_BROKEN_SHARE = 0.01  # of the multi-byte characters: a cut at the end, or a few bytes lost on the way
# Share of each letter in Russian prose, per mille (Lyashevskaya and Sharov 2009, rounded)
_RUSSIAN = {
    "о": 109, "е": 85, "а": 80, "и": 74, "н": 67, "т": 63, "с": 55, "р": 47, "в": 45, "л": 44, "к": 35, "м": 32,
    "д": 30, "п": 28, "у": 26, "я": 20, "ы": 19, "ь": 17, "г": 17, "з": 16, "б": 16, "ч": 14, "й": 12, "х": 10,
    "ж": 9, "ш": 7, "ю": 6, "ц": 5, "щ": 4, "э": 3, "ф": 3, "ъ": 1, "ё": 1,
}  # fmt: skip
_MIXED_CASE = re.compile(r"[а-яё][А-ЯЁ]")
_WORD = re.compile(r"[^\W\d_]+")
_MARKUP = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^>]*>", re.IGNORECASE | re.DOTALL)
WIN_BY = 1.15  # how much better than the declared encoding another one must read
LOOKS_RUSSIAN = 30.0  # mean frequency: Russian prose has 50-57, Western letters read as Cyrillic under 20


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters and the name of the encoding that gave them."""

    text: str
    encoding: str


def decode(body: bytes, declared: str | None = None) -> Decoded:
    """The characters of ``body``: byte order mark, valid UTF-8, what is declared, then what reads best.

    A byte order mark is left out. Bytes that cannot be decoded become U+FFFD. ``declared`` is what a transport says.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return Decoded(body[len(mark) :].decode(encoding, "replace"), encoding)
    wide = _wide(body)
    if wide:
        return Decoded(body.decode(wide, "replace"), wide)
    if _is_utf8(body):
        return Decoded(body.decode("utf-8", "replace"), "utf-8")
    named = _known(declared) or _known_in(body)
    best = _best(body, named)
    return Decoded(body.decode(best, "replace"), best)


def _known(name: str | None) -> str | None:
    try:
        info = codecs.lookup((name or "").strip())
    except LookupError:
        return None
    # the codecs "rot13", "hex", "zlib" give no characters
    return info.name if info._is_text_encoding else None


def _known_in(body: bytes) -> str | None:
    found = _META.search(body[:_HEAD_BYTES])
    return _known(found[1].decode("ascii", "replace")) if found else None


def _wide(body: bytes) -> str | None:
    """UTF-16 without a mark: in markup and prose every other byte is then 0 (Latin) or 4 (Cyrillic)."""
    sample = body[: 2 * (min(len(body), 4000) // 2)]
    if len(sample) < 16:
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if (high.count(0) + high.count(4)) > 0.9 * len(high) and high.count(0) > 0:
            return encoding
    return None


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return True
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for c in text[:_SAMPLE_BYTES] if c > "\x7f" and c != "\ufffd")
    # one cut character at the end of a short text must not hide that all the others are UTF-8
    return whole >= 2 and broken <= max(1, MAX_BROKEN_SHARE * whole)


def _russian(text: str) -> float:
    """How Russian a text looks: mean frequency of its letters per mille, less for case that changes inside words."""
    counts = Counter(c for c in text if c > "\x7f")
    total = sum(counts.values())
    if not total:
        return 0.0
    # capitals are rare: a text in another encoding is full of them
    mean = sum(n * _RUSSIAN.get(c, 4 if c.lower() in _RUSSIAN else 0) for c, n in counts.items()) / total
    words = len(_WORD.findall(text)) or 1
    return mean * (1 - min(1.0, len(_MIXED_CASE.findall(text)) / words))


def _best(body: bytes, named: str | None) -> str:
    sample = body[:_SAMPLE_BYTES]
    scores = {name: _russian(_visible(sample.decode(name, "replace"))) for name in _CYRILLIC}
    best = max(scores, key=lambda name: scores[name])
    said = scores.get(named or "") if named else None
    if named and said is None:
        said = _russian(_visible(sample.decode(named, "replace")))
    if scores[best] >= LOOKS_RUSSIAN and scores[best] > WIN_BY * (said or 0.0):
        return best
    if named and named != "utf-8" and "\ufffd" not in sample.decode(named, "replace")[:-2]:
        return named
    # 0.1 s: only bytes that are neither UTF-8, nor Russian, nor what they say pay for it
    from charset_normalizer import from_bytes

    found = from_bytes(sample).best()
    return (_known(found.encoding) if found else None) or named or "windows-1252"


def _visible(text: str) -> str:
    return _MARKUP.sub(" ", text)
