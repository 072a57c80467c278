"""Ranking: an editor's weights, the model that reads what a sentence means, and sentences apart from any article."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from anyq.desk.outside import one_arithmetic_thread
from anyq.desk.ports import Outside
from anyq.desk.taggers import folder_of, tagger_of
from anyq.errors import AnyqError, RecordError
from anyq.read import language
from anyq.records import Ranked, Sentence, decode_sentence

if TYPE_CHECKING:  # extract loads numpy: see intake
    from anyq.extract.claims import Ranking
    from anyq.vectors import Embedder


def ranking_of(weights: Mapping[str, float], *, embeds: bool) -> "Ranking":
    """The ranking by ``weights`` over those of the language; the model is loaded when a sentence is embedded."""
    # numpy: what is no text that we read does without
    from anyq.extract.claims import Ranking

    return Ranking(weights, _embedder() if embeds else None)


def rank_sentences(
    outside: Outside, sentences: Iterable[Sentence], *, fast: bool = False
) -> Iterator[Ranked | tuple[Sentence, AnyqError]]:
    """How much each sentence is worth checking, in their order; with the error one that cannot be read.

    Every sentence is embedded, but for ``fast``.
    """
    one_arithmetic_thread()
    from anyq.extract.claims import rank

    ranking = ranking_of(outside.store.weights, embeds=not fast)
    for sentence in sentences:
        found = language(sentence.text) if sentence.lang is None else sentence.lang
        try:
            tagger = tagger_of(found)
        except AnyqError as e:
            yield sentence, e
            continue
        worth, reasons = rank(sentence.text, tagger, lang=folder_of(found), ranking=ranking)
        yield Ranked(sentence.id, worth, tuple(reasons))


def sentences_of(data: bytes) -> Iterator[Sentence | tuple[int, RecordError]]:
    """A sentence a line: ``{"id", "text", "lang"?}``, or its words alone, whose id is then the number of the line.

    A line that is no sentence gives its number and the error; empty lines are left out.
    """
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        if not line.strip():
            continue
        if not line.lstrip().startswith(b"{"):
            yield Sentence(number, line.decode("utf-8", "replace").strip())
            continue
        try:
            yield decode_sentence(line)
        except RecordError as e:
            yield number, e


@cache
def _embedder() -> "Embedder":
    from anyq.vectors import Embedder

    return Embedder()
