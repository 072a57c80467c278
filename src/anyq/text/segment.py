"""Paragraphs, sentences and words of a text, as spans of it."""

import re
from collections.abc import Iterator

from razdel import sentenize, tokenize

from anyq.text.span import Span

# a sentence end whose space was lost: "закрыты.Ранее", not "В.Петров", "Лента.Ру" or "ул.Речная"
_SHORT = "".join(
    rf"(?<!\b{word})"
    for word in [
        "ул",
        "им",
        "пр",
        "пл",
        "ст",
        "св",
        "оз",
        "гор",
        "пос",
        "дер",
        "обл",
        "акад",
        "проф",
        "респ",
        "просп",
        "пер",
        "наб",
    ]
)
_GLUED = re.compile(rf"(?<=[а-яё»\"][а-яё»\"]){_SHORT}[.!?…](?=(?!Ру\b|Рф\b|Ком\b)[А-ЯЁ][а-яё]* |[«\"][А-ЯЁ])")


def paragraphs(text: str) -> Iterator[Span]:
    """Every stretch between line ends that holds more than space, without the space around it."""
    start = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            at = start + line.index(body[0])
            yield Span(at, at + len(body))
        start += len(line)


def sentences(text: str, within: Span) -> Iterator[Span]:
    """The sentences of ``text[within]``, as spans of the whole text."""
    for part in sentenize(within.of(text)):
        at = part.start
        for glued in _GLUED.finditer(part.text):
            yield Span(within.start + at, within.start + part.start + glued.end())
            at = part.start + glued.end()
        if part.text:
            yield Span(within.start + at, within.start + part.stop)


def words(text: str, within: Span) -> Iterator[Span]:
    """The words, numbers and punctuation marks of ``text[within]``, as spans of the whole text."""
    for part in tokenize(within.of(text)):
        yield Span(within.start + part.start, within.start + part.stop)
