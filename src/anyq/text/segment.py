"""Paragraphs, sentences and words of a text, as spans of it."""

from collections.abc import Iterator

from razdel import sentenize, tokenize

from anyq.text.span import Span


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
        if part.text:
            yield Span(within.start + part.start, within.start + part.stop)


def words(text: str, within: Span) -> Iterator[Span]:
    """The words, numbers and punctuation marks of ``text[within]``, as spans of the whole text."""
    for part in tokenize(within.of(text)):
        yield Span(within.start + part.start, within.start + part.stop)
