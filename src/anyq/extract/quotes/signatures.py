"""Who signs a text: an agency at its head, its own name at its end, "Источник: X" lines."""

import re
from collections.abc import Iterator

from anyq.extract.parse import Parse
from anyq.extract.quotes.cited import Cited
from anyq.extract.quotes.outlets import DOMAIN_INSIDE, MARKS, find_outlet
from anyq.languages import table
from anyq.text import Span

_HEAD_CHARS = 160
_TOP_CHARS = 500
_FOOT_CHARS = 400  # the last lines, where a text says whose it is
_DAY = r"\d{1,2}\s+[а-яё]+\.?(?:\s+\d{4}(?:\s*г\.?|\s+года?)?)?"
_NAME = r"(?:(?:ИА|РИА|МИА)\s+)?[«\"]?[A-ZА-ЯЁ][\w.-]*(?:\s[A-ZА-ЯЁ«\"][\w.»\"-]*){0,2}[»\"]?"
_PLACE = r"[А-ЯЁA-Z][\w .-]{2,40}?"
# "МОСКВА, 25 мая (Рейтер) -", "Москва. 17 мая. INTERFAX.RU -", "АСТАНА. КАЗИНФОРМ -"
_DATELINE = re.compile(
    rf"\s*(?:{_PLACE}[,.]\s*)?(?:{_DAY}\s*[.,:]?\s*)?"
    rf"[(/—–-]?\s*(?P<agency>{_NAME})\s*[)/]?\s*[.,]?\s*[-–—.]\s+(?=[A-ZА-ЯЁ«\"])"
)
# "ВЕРХНЕРЕЧЕНСК, 14 октября (Северный телеграф) –": the form alone says that this is the paper's own name
_IN_BRACKETS = re.compile(
    rf"\s*{_PLACE}[,.]\s*{_DAY}\s*[.,]?\s*[(/]\s*(?P<agency>[^()/\n]{{2,40}}?)\s*[)/]\s*[.,]?\s*[-–—]\s"
)
# "ЖЕНЕВА, 25 мая — РИА Новости, Анна Серова."
_DATELINE_SIGNED = re.compile(rf"[\"\s]*{_PLACE},\s*{_DAY}\s*[-–—.]+\s*(?P<agency>{_NAME})\s*[,.–—-]")
_DATELINE_AFTER = re.compile(
    r"(?:^|\n)\s*(?P<agency>[A-ZА-ЯЁ][\wА-Яа-яЁё-]*(?:\s[A-ZА-ЯЁ][\wА-Яа-яЁё-]*)?),\s*\d{1,2}\s+[а-яё]+\.?\s*[-–—.]?\s"
)
_SHORT_KIND = re.compile(r"(?:ИА|РИА|МИА)\s+[«\"]?[A-ZА-ЯЁ]")
_COPYRIGHT = re.compile(
    rf"(?:©|\([CcСс]\))\s*(?:\d{{4}}\s*(?:[-–]\s*\d{{4}})?\s*(?:г\.|года?)?\s*,?\s*)?(?P<name>{_NAME})"
)
_LINK_LABEL = re.compile(r"\[https?://\S+\s+(?P<label>[^\]]+)\]")


def signatures(parse: Parse, lang: str) -> list[Cited]:
    """Everything by which a text says whose it is and where it was taken from, in text order."""
    text = parse.folded
    own = [*_heads(text, lang)][:1] or [*_feet(text, lang)][:1]
    return sorted([*own, *_source_lines(text, lang)], key=lambda c: c.mention)


def _heads(text: str, lang: str) -> Iterator[Cited]:
    """An agency that signs the text at its head."""
    starts = [0, *(m.end() for m in re.finditer(r"\n", text[:_TOP_CHARS]))]  # below a headline and a caption
    for start in starts:
        bracketed = _IN_BRACKETS.match(text, start, start + _HEAD_CHARS)
        if bracketed:
            yield _signed(text, Span(*bracketed.span("agency")), lang)
    tried = [(_DATELINE, 0), (_DATELINE_AFTER, 0), *((_DATELINE_SIGNED, start) for start in starts)]
    for pattern, start in tried:
        m = pattern.match(text, start, start + _HEAD_CHARS)
        if m is None:
            continue
        span = _stripped(text, Span(*m.span("agency")))
        known = find_outlet(span.of(text), lang, titled=True)
        marked = span.start > 0 and text[span.start - 1] in MARKS[:4]  # «Москва» is a paper, "Москва, 17 мая" a place
        if (known is not None and (marked or not known.everyday)) or _SHORT_KIND.match(span.of(text)):
            yield _signed(text, span, lang)


def _feet(text: str, lang: str) -> Iterator[Cited]:
    """The name of the paper at the end of its text: "© 2019, X", "специально для X"."""
    start = max(0, len(text) - _FOOT_CHARS)
    words = "|".join(re.escape(w.strip()) for w in str(table(lang, "citing")["own_news"]["signatures"]).split("|"))
    for pattern in (re.compile(rf"(?i:{words})\s*:?\s+(?P<name>{_NAME})"), _COPYRIGHT):
        for m in pattern.finditer(text, start):
            span = _stripped(text, Span(*m.span("name")))
            if m["name"][:1].isupper() or m["name"][:1] in MARKS:
                known = find_outlet(span.of(text), lang, titled=True)
                if known is not None or _SHORT_KIND.match(span.of(text)):
                    yield _signed(text, span, lang)


def _source_lines(text: str, lang: str) -> Iterator[Cited]:
    """«Источник: X» on a line of its own, or at the end of a running text where X is a medium."""
    words = str(table(lang, "citing")["own_news"]["source_words"])
    # {0,40}, not *: from each of n empty lines it would look through all that follow
    begins = r"(?P<open>^|\n|[.!?»)]\s)\s{0,40}'{0,3}"
    pattern = rf"{begins}(?P<word>{words})\s*(?P<sign>[:—–])\s*'*\s*(?P<name>[^\n]{{2,80}})"
    for m in re.finditer(pattern, text):
        label = _LINK_LABEL.search(m["name"])
        span = Span(*m.span("name"))
        if label is not None:
            span = Span(span.start + label.start("label"), span.start + label.end("label"))
        address = DOMAIN_INSIDE.search(span.of(text))
        if address is not None:
            span = Span(span.start + address.start(), span.start + address.end())
        span = _stripped(text, span)
        name = span.of(text)
        known = next((o for n in _beginnings(name) if (o := find_outlet(n, lang, titled=True)) is not None), None)
        alone = (not m["open"] or "\n" in m["open"]) and len(m["name"].strip(" .")) <= 60
        if known is not None:
            yield Cited(known.name, span, Span(*m.span("word")), "source_line", None)
        elif alone and m["sign"] == ":":
            yield Cited(name, span, Span(*m.span("word")), "source_line", None)


def _beginnings(name: str) -> Iterator[str]:
    """A name and what it begins with, longest first: more may stand behind it on its line."""
    words = name.split()
    for end in range(min(len(words), 4), 0, -1):
        yield " ".join(words[:end]).rstrip(".,;")


def _stripped(text: str, span: Span) -> Span:
    """``span`` without marks and points at its ends; a mark whose pair stands inside is kept."""
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip(MARKS + "().,"))
    end = max(start + 1, span.end - (len(inside) - len(inside.rstrip(MARKS + "(),. \t"))))
    opened = text[start:end].count("«") - text[start:end].count("»")
    return Span(start, end + 1 if opened == 1 and text[end : end + 1] == "»" else end)


def _signed(text: str, span: Span, lang: str) -> Cited:
    known = find_outlet(span.of(text), lang, titled=True)
    return Cited(known.name if known else span.of(text), span, None, "publisher_self", None)
