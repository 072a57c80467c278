"""Which blocks belong to the page and not to the article: teasers, pleas, picture credits, the title again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from anyq.languages.load import table
from anyq.read.blocks import Block

LANGUAGES = ("ru", "kk", "en")
MAX_PLEA_CHARS = 400  # a longer block that holds such words is a paragraph about them
MAX_CREDIT_CHARS = 160  # longer ones hold a caption worth reading
MOSTLY = 0.8  # a teaser's link may leave out its label and a full stop
MIN_TEASER_CHARS = 12
_DATE_LINE = re.compile(r"[\d\s.,:/|–—-]*(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d{2})[\d\s.,:/|–—-]*")
_WORDS = re.compile(r"\w+")


def plain(text: str) -> str:
    """``text`` in lower case, ё as е, spaces single: the form in which the lists are compared."""
    return " ".join(text.casefold().replace("ё", "е").split())


@dataclass(frozen=True, slots=True)
class _Lists:
    teasers: re.Pattern[str]
    pleas: re.Pattern[str]
    credits: re.Pattern[str]


def _any_of(name: str) -> str:
    words = {plain(word) for lang in LANGUAGES for word in table(lang, "furniture")[name]}
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _lists() -> _Lists:
    return _Lists(
        teasers=re.compile(rf"\W*(?:{_any_of('teasers')})(?P<after>\W|$)"),
        pleas=re.compile(rf"(?<!\w)(?:{_any_of('pleas')})"),
        credits=re.compile(rf"\W*(?:{_any_of('credits')})"),
    )


def _is_teaser(block: Block) -> bool:
    said = plain(block.text)
    found = _lists().teasers.match(said)
    if not found:
        return False
    rest = said[found.end("after") :]
    return not _WORDS.search(rest) or block.linked_share >= 0.4 or found["after"] in (":", "|")


def _is_linked(block: Block) -> bool:
    return block.linked_share >= MOSTLY and len(block.text) >= MIN_TEASER_CHARS


def _is_plea(block: Block) -> bool:
    return len(block.text) <= MAX_PLEA_CHARS and bool(_lists().pleas.search(plain(block.text)))


def _is_credit(block: Block) -> bool:
    return len(block.text) <= MAX_CREDIT_CHARS and bool(_lists().credits.match(plain(block.text)))


def _repeats(block: Block, title: str | None) -> bool:
    return bool(title) and _WORDS.findall(plain(block.text)) == _WORDS.findall(plain(title or ""))


def without_furniture(blocks: Sequence[Block], title: str | None) -> list[Block]:
    """``blocks`` without those that lead elsewhere, ask for something, credit a picture or repeat the title."""
    kept = [b for b in blocks if not (_is_teaser(b) or _is_plea(b) or _is_credit(b) or _DATE_LINE.fullmatch(b.text))]
    while kept and (_repeats(kept[0], title)):
        kept = kept[1:]
    while kept and (_is_linked(kept[-1]) or kept[-1].kind == "head"):
        kept = kept[:-1]
    return kept
