"""Media named in a sentence, in any case: by the list, by the word for their kind, by their address.

A name is given without the word for the kind ("газета «Заря»": «Заря»), in the nominative, marks in pairs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from anyq.extract.parse import Parse, Sentence
from anyq.extract.people.inflect import inflected
from anyq.extract.quotes.cues import Cue
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.outlets import MARKS, Outlet, find_outlet
from anyq.extract.quotes.phrases import key
from anyq.extract.russian import analyzer
from anyq.languages import table
from anyq.text import Span

MediumKind = Literal["press", "air", "net"]
OPEN, CLOSE = "«\"„“`'", "»\"“”`'"
_SHORT_FORM = re.compile(r"\s*\([A-ZА-ЯЁ][\w-]{0,3}[A-ZА-ЯЁ]\w{0,6}\)")  # "(МАГАТЭ)" after the full name
_LONGEST = 5  # words of a listed name
_LONGEST_IN_MARKS = 9


@dataclass(frozen=True, slots=True)
class Medium:
    """A medium at words ``first``..``last`` of a sentence; the case is that of its word ``head``.

    ``sure``: the list, or the word for its kind before the name, says that it is a medium; else only the marks do.
    """

    name: str
    span: Span
    first: int
    last: int
    head: int
    case: str | None
    kind: MediumKind
    agency: bool
    sure: bool


@cache
def citing_words(lang: str, group: str, name: str) -> frozenset[str]:
    """A list of ``languages/<lang>/citing.toml`` as a set of dictionary forms."""
    return frozenset(str(table(lang, "citing")[group][name]).replace("ё", "е").split())


@cache
def networks(lang: str) -> dict[str, str]:
    """Every spelling of a network and its usual name."""
    rows = table(lang, "citing")["networks"]
    return {form: name for name, forms in rows.items() for form in str(forms).split()}


def kind_word(sentence: Sentence, index: int, lang: str) -> MediumKind | None:
    """The kind of medium that a word stands for ("газета", "телеканал"), None for any other word."""
    word = sentence.words[index]
    lemma = key(word.lemma)
    if word.text.isupper() and word.text.lower() in citing_words(lang, "media", "short"):
        return "air" if word.text.lower() in citing_words(lang, "media", "air") else "press"
    for kind in ("net", "air", "press"):
        if lemma in citing_words(lang, "media", kind) or word.text.lower() in citing_words(lang, "media", kind):
            return kind
    return None


@dataclass(frozen=True)
class Press:
    """The media that a text names. Each sentence is read once, whoever asks."""

    parse: Parse
    lang: str
    _read: dict[int, list[Medium]] = field(default_factory=dict)

    def of(self, sentence: Sentence) -> list[Medium]:
        """Every medium that a sentence names, in text order."""
        if sentence.span.start not in self._read:
            self._read[sentence.span.start] = list(self._found(sentence))
        return self._read[sentence.span.start]

    def _found(self, sentence: Sentence) -> Iterator[Medium]:
        at = 0
        while at < len(sentence.words):
            medium = _listed(self.parse, sentence, at, self.lang) or _titled(self.parse, sentence, at, self.lang)
            if medium is not None:
                yield medium
            at = medium.last + 1 if medium is not None else at + 1


def _titled(parse: Parse, sentence: Sentence, at: int, lang: str) -> Medium | None:
    """«газета «Заря»», «портал Kensai.info», «агентство городских новостей «Волна»»: a kind and a name."""
    kind = kind_word(sentence, at, lang)
    if kind is None or sentence.words[at].pos not in ("NOUN", "PROPN", "X") or _opens(sentence, at - 1):
        return None  # of "«Вестник Приозёрья»" the kind is a part
    name = _name_after(parse, sentence, at, lang)
    if name is None:
        return None
    words = sentence.words
    inside = Span(words[name[0]].span.start, words[name[-1]].span.end)
    last = name[-1] + 1 if _closes(sentence, name[-1] + 1) and _opens(sentence, name[0] - 1) else name[-1]
    if words[at].text.isupper() and words[at].text.lower() in citing_words(lang, "media", "short"):
        inside, name = Span(words[at].span.start, words[last].span.end), range(at, last + 1)  # "РИА «Заря»" is its name
    written = inside.of(parse.folded)
    written = written if len(name) > 1 and name[0] == at else written.strip(MARKS)
    outlet = find_outlet(written, lang, titled=True)
    span = Span(words[at].span.start, words[last].span.end)
    case = words[at].feats.get("Case")
    return Medium(
        outlet.spelled if outlet else written, span, at, last, at, case, kind, bool(outlet and outlet.agency), True
    )


def _name_after(parse: Parse, sentence: Sentence, at: int, lang: str) -> range | None:
    """The words of the name after the word for a kind, without marks; None where no name follows."""
    words = sentence.words
    start = at + 1
    while (
        start < len(words) and start <= at + 3 and words[start].text.islower() and words[start].pos in ("ADJ", "NOUN")
    ):
        start += 1
    if _opens(sentence, start):
        return in_marks(sentence, start)
    if start != at + 1:
        return None
    end = start
    while end < len(words) and _of_name(words[end].text, inside=end > start):
        end += 1
    while end > start and not words[end - 1].text[-1:].isalnum() and words[end - 1].text != "!":
        end -= 1
    if end == start:
        return None
    first = words[start]
    written = Span(first.span.start, words[end - 1].span.end)
    owner = first.feats.get("Case") not in ("Nom", None)
    place = any(n.kind in ("LOC", "PER") for n in parse.names_touching(written))
    if (
        (owner or place)
        and find_outlet(written.of(parse.folded), lang, titled=True) is None
        and not first.text.isascii()
    ):
        return None  # "сайт Кремля", "телевидение Туниса"
    return range(start, end)


def _of_name(text: str, *, inside: bool) -> bool:
    """True if a word out of marks may be part of a medium's name: a capital, Latin letters, a number after them."""
    if text[:1].isupper() or (text.isascii() and text[:1].isalpha()):
        return True
    return inside and (text.isdigit() or text in (".", "!", "&", "'"))


def in_marks(sentence: Sentence, at: int) -> range | None:
    """The words between an opening mark at ``at`` and its closing one; None if it is not closed nearby."""
    words, depth = sentence.words, 0
    if at + 1 < len(words) and words[at].text == words[at + 1].text and words[at].text in '"`':
        at += 1  # a doubled mark
    for end in range(at + 1, min(at + _LONGEST_IN_MARKS, len(words))):
        text = words[end].text
        if text in "»”" or (text in "\"“'`" and depth == 0):
            if depth == 0:
                return range(at + 1, end) if end > at + 1 else None
            depth -= 1
        elif text in "«„":
            depth += 1
    return None


def _opens(sentence: Sentence, at: int) -> bool:
    return 0 <= at < len(sentence.words) and sentence.words[at].text in OPEN


def _closes(sentence: Sentence, at: int) -> bool:
    return 0 <= at < len(sentence.words) and sentence.words[at].text in CLOSE


def _listed(parse: Parse, sentence: Sentence, at: int, lang: str) -> Medium | None:
    """A name of the list, or the address of a site, that begins at word ``at``."""
    words = sentence.words
    if not (words[at].text[:1].isupper() or words[at].text[:1].isdigit() or words[at].text.isascii()):
        return None
    marked = _opens(sentence, at - 1)
    for end in range(min(at + _LONGEST, len(words)), at, -1):
        if words[end - 1].text in CLOSE:
            continue
        closed = marked and _closes(sentence, end)
        outlet = _outlet(parse, sentence, range(at, end), lang, marked=closed)
        if outlet is None:
            continue
        first, last = (at - 1, end) if closed else (at, end - 1)
        span = Span(words[first].span.start, words[last].span.end)
        return Medium(outlet.spelled, span, first, last, at, words[at].feats.get("Case"), "press", outlet.agency, True)
    return None


def _outlet(parse: Parse, sentence: Sentence, name: range, lang: str, *, marked: bool) -> Outlet | None:
    span = Span(sentence.words[name[0]].span.start, sentence.words[name[-1]].span.end)
    written = span.of(parse.folded)
    outlet = find_outlet(f"«{written}»" if marked else written, lang)
    if outlet is None or marked or "." in written:
        return outlet
    person = any(n.kind == "PER" for n in parse.names_touching(span))
    return None if person else outlet  # a person may bear the name of a medium


def marked_names(parse: Parse, sentence: Sentence) -> Iterator[tuple[str, range]]:
    """Names in marks that no list has, in the nominative, with the words inside the marks."""
    for at in range(len(sentence.words)):
        inside = in_marks(sentence, at) if _opens(sentence, at) else None
        if inside is not None and sentence.words[inside[0]].text[:1].isupper() and len(inside) <= _LONGEST:
            span = Span(sentence.words[inside[0]].span.start, sentence.words[inside[-1]].span.end)
            yield inflected(parse, span, "Nom", _declined_head(sentence, inside)), inside


def outside_titles(parse: Parse, cues: Sequence[Cue], words: Lexicon) -> tuple[Cue, ...]:
    """``cues`` without verbs that open the name of a medium: «радио «Говорит Кенсай»»."""
    kinds = words.media | words.channels
    kept = []
    for cue in cues:
        before = parse.sentences[cue.sentence].words[max(0, cue.index - 3) : cue.index]
        marks = [w for w in before if w.text in OPEN]
        kind = next((w for w in reversed(before) if w.text not in OPEN), None)
        titled = marks and before[-1] in marks and kind is not None and key(kind.lemma) in kinds
        if not titled:
            kept.append(cue)
    return tuple(kept)


def as_named(name: str) -> str:
    """A name without its short form in brackets; «сирийских СМИ» as "сирийские СМИ", for СМИ shows no case itself."""
    name = _SHORT_FORM.sub("", name)
    words = name.split()
    if words[-1:] != ["СМИ"]:
        return name
    for n, word in enumerate(words[:-1]):
        reading = next((r for r in analyzer().parse(word) if "ADJF" in r.tag), None)
        form = reading.inflect({"nomn", "plur"}) if reading is not None else None
        if form is not None:
            words[n] = str(form.word) if word.islower() else str(form.word).capitalize()
    return " ".join(words)


def _declined_head(sentence: Sentence, inside: range) -> dict[int, str] | None:
    """The first noun of a name with the case that its adjective shows: «Вечернему Кенсаю»."""
    words = [sentence.words[i] for i in inside]
    noun = next((w for w in words if w.pos in ("NOUN", "PROPN")), None)
    case = words[0].feats.get("Case") if words[0].pos == "ADJ" else None
    return {noun.span.start: case} if noun is not None and case not in (None, "Nom") else None
