"""Which blocks belong to the page and not to the article: teasers, pleas, picture credits, the title again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from anyq.languages.load import table
from anyq.read.blocks import Block

LANGUAGES = ("ru", "kk", "en")
MAX_PLEA_CHARS = 400  # a longer block that holds such words is a paragraph about them
PLEA_STARTS_WITHIN = 40  # further in, "sign up for" or "подписаться на" is what somebody in the story did
MAX_CREDIT_CHARS = 160  # longer ones hold a caption worth reading
MOSTLY = 0.8  # a teaser's link may leave out its label and a full stop
MIN_TEASER_CHARS = 12
MAX_BYLINE_CHARS = 80
_WORDS = re.compile(r"\w+")


def plain(text: str) -> str:
    """``text`` in lower case, ё as е, spaces single: the form in which the lists are compared."""
    return " ".join(text.casefold().replace("ё", "е").split())


@dataclass(frozen=True, slots=True)
class _Lists:
    teasers: re.Pattern[str]
    pleas: re.Pattern[str]
    credits: re.Pattern[str]
    byline: re.Pattern[str]
    date_words: frozenset[str]
    outlet_words: frozenset[str]


def _words(name: str) -> frozenset[str]:
    return frozenset(plain(word) for lang in LANGUAGES for word in table(lang, "furniture")[name])


def _any_of(name: str) -> str:
    return "|".join(re.escape(word) for word in sorted(_words(name), key=lambda word: (-len(word), word)))


@cache
def _lists() -> _Lists:
    return _Lists(
        teasers=re.compile(rf"\W*(?:{_any_of('teasers')})(?P<after>\W|$)"),
        pleas=re.compile(rf"(?<!\w)(?:{_any_of('pleas')})"),
        credits=re.compile(rf"(?:\W*(?:{_any_of('credits')})|©|\(c\))"),
        byline=re.compile(rf"(?:{_any_of('bylines')})\b(?P<colon>\s*[:—–-])?\s*", re.IGNORECASE),
        date_words=frozenset(form for month in _words("months") for form in month.split("|")) | _words("date_words"),
        outlet_words=_words("outlet_words"),
    )


def outlet_words() -> frozenset[str]:
    """The words that stand before the name of an outlet and are no part of it, as ``plain`` writes them."""
    return _lists().outlet_words


def is_byline(text: str) -> bool:
    """True of "Текст: Семён Ухов": a short line that a byline word and a colon begin."""
    found = _lists().byline.match(text) if len(text) <= MAX_BYLINE_CHARS else None
    return bool(found and found["colon"] and found["colon"].strip() == ":")


def without_byline(text: str) -> str:
    """``text`` without the byline word at its start."""
    return _lists().byline.sub("", text, count=1) if _lists().byline.match(text) else text


def is_date_line(text: str) -> bool:
    """True of "Опубликовано: 5 декабря 2025, 07:15": a short line that gives a date or a time and nothing else."""
    words = _WORDS.findall(plain(text)) if len(text) <= MAX_BYLINE_CHARS else []
    numbers = sum(word.isdecimal() for word in words)
    return numbers > 0 and all(word.isdecimal() or word in _lists().date_words for word in words)


def _is_teaser(block: Block) -> bool:
    said = plain(block.text)
    found = _lists().teasers.match(said)
    if not found:
        return False
    rest = said[found.end("after") :]
    return not _WORDS.search(rest) or block.linked_share >= 0.4 or found["after"] in (":", "|")


def _is_linked(block: Block) -> bool:
    return block.linked_share >= MOSTLY and len(block.text) >= MIN_TEASER_CHARS


def _is_plea(block: Block, *, within: int) -> bool:
    """True if the block asks the reader for something in its first ``within`` characters."""
    found = _lists().pleas.search(plain(block.text)) if len(block.text) <= MAX_PLEA_CHARS else None
    return bool(found and found.start() < within)


def _is_credit(block: Block) -> bool:
    return len(block.text) <= MAX_CREDIT_CHARS and bool(_lists().credits.match(plain(block.text)))


def _repeats(block: Block, title: str | None) -> bool:
    return bool(title) and _WORDS.findall(plain(block.text)) == _WORDS.findall(plain(title or ""))


def _is_closing(block: Block) -> bool:
    return (
        block.kind == "head"
        or _is_linked(block)
        or is_date_line(block.text)
        or is_byline(block.text)
        or _is_plea(block, within=MAX_PLEA_CHARS)
    )


def without_furniture(blocks: Sequence[Block], title: str | None) -> list[Block]:
    """``blocks`` without those that lead elsewhere, ask for something, credit a picture or repeat the title."""
    kept = [b for b in blocks if not (_is_teaser(b) or _is_plea(b, within=PLEA_STARTS_WITHIN) or _is_credit(b))]
    while kept and (_repeats(kept[0], title) or is_date_line(kept[0].text) or is_byline(kept[0].text)):
        kept = kept[1:]
    while kept and _is_closing(kept[-1]):
        kept = kept[:-1]
    return kept
