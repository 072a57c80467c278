"""A cue: where it stands, what kind it is, and the words that name who speaks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from anyq.extract.parse import Sentence, Word
from anyq.extract.quotes.phrases import key, phrase
from anyq.extract.russian import analyzer
from anyq.text import Span

OPEN_MARKS = ("«", '"', "„")
CLOSE_MARKS = ("»", '"', "“")
CueKind = Literal["verb", "gerund", "adjective", "impersonal", "noun", "link", "name", "unnamed"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at word ``index`` of sentence number ``sentence``.

    ``kind``: a finite verb or gerund, a short adjective (уверен), an impersonal form (отмечается), a noun
    with a preposition (по словам), a link (со ссылкой на), a bare name before a colon, or news from nobody named
    (стало известно). ``source`` are the words of the phrase that names who speaks, ``source_head`` its head.
    ``first``..``last`` are the words of the cue with its source.
    """

    sentence: int
    index: int
    kind: CueKind
    span: Span
    lemma: str
    source: tuple[int, ...]
    source_head: int | None
    first: int
    last: int


def cues_by_sentence(cues: Iterable[Cue]) -> dict[int, list[Cue]]:
    """The cues of each sentence that has some, in their order."""
    found: dict[int, list[Cue]] = {}
    for cue in cues:
        found.setdefault(cue.sentence, []).append(cue)
    return found


def with_source(sentence: Sentence, number: int, index: int, kind: CueKind, head: int | None) -> Cue:
    """The cue at word ``index`` whose source is the phrase, or the name in marks, that ``head`` heads."""
    source = []
    if head is not None:
        title = title_at(sentence, head)
        # a title that holds the cue is no title but speech
        source = title if title and index not in title else _without_told(sentence, phrase(sentence, head), head)
    near = [i for i in source if not (min(source) < index < max(source))] or [index]
    word = sentence.words[index]
    first, last = min([index, *near]), max([index, *near])
    return Cue(number, index, kind, word.span, key(word.lemma), tuple(source), head, first, last)


def _without_told(sentence: Sentence, source: list[int], head: int) -> list[int]:
    """«в институте «Вестнику науки» сообщили»: a name in the dative is whom the body told, not the body's own."""
    words = sentence.words
    for at in source:
        if at > head and words[at].text in OPEN_MARKS and at + 1 in source and _only_dative(words[at + 1]):
            return [i for i in source if i < at]
    return source


def _only_dative(word: Word) -> bool:
    cases = {str(r.tag.case) for r in analyzer().parse(word.text)}
    return "datv" in cases and "nomn" not in cases


def title_at(sentence: Sentence, head: int) -> list[int]:
    """The words of a name in marks that ``head`` stands in, whatever the tagger took them for; else none."""
    words = sentence.words
    opened = next(
        (i for i in range(head - 1, max(head - 5, -1), -1) if words[i].text in OPEN_MARKS + CLOSE_MARKS), None
    )
    if opened is None or words[opened].text not in OPEN_MARKS or not words[opened + 1].text[:1].isupper():
        return []
    for at in range(head, min(head + 8, len(words))):
        if words[at].text in CLOSE_MARKS:
            return list(range(opened, at + 1))
    return []
