"""Paragraphs quoted without marks: the one after "X написала в своём блоге:" at the end of a paragraph."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import median

from anyq.extract.parse import Parse, Sentence, Word
from anyq.extract.quotes.cue import Cue, cues_by_sentence
from anyq.extract.quotes.cues import clause_cue
from anyq.extract.quotes.draft import Draft
from anyq.extract.quotes.forms import name_cue
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.phrases import key, phrase, span_of
from anyq.text import Span
from anyq.text.index import Places

_LOST_LINES = 3  # line ends: two empty lines after a colon are what a lost quotation leaves
_NEAR_COLON = 6  # words between a cue and the colon, as in "сказал журналистам после матча в среду:"
_MOST_PARAGRAPHS = 8  # a quotation rarely runs over more
_HANGS = frozenset({"ccomp", "csubj", "acl:relcl", "acl"})
_SELF = frozenset({"я", "мы", "мой", "наш"})
_YOU = frozenset({"ты", "вы", "твой", "ваш"})
# a name of two words or more, a comma, an office; no stop behind it
_SIGNATURE = re.compile(r"[-–—]\s*[А-ЯЁ][\w-]+(?:\s[А-ЯЁ][\w.-]+)+,\s[^\n]{3,140}[\w»)]")
_ITEM = re.compile(r"[-–—•*·]|\d+[.)]\s|[а-яa-z]\)\s")
_NARRATOR = frozenset({"напомнить", "отметить", "добавить", "уточнить", "ранее", "как", "сообщаться", "отмечаться"})


@dataclass(frozen=True)
class _Page:
    """A text with what is known of it before its blocks are read."""

    parse: Parse
    cues: Mapping[int, Sequence[Cue]]  # by sentence
    said: Places[Draft]
    words: Lexicon
    usual_lines: float  # line ends between two of its paragraphs

    @cached_property
    def narrated_from(self) -> int:
        """Where the first sentence ends in which the narrator says "я"; past the end of the text if he never does."""
        for sentence in self.parse.sentences:
            own = [w for w in sentence.words if not self.said.holding(w.span)]
            if _speaks_of_self(own) == "я":
                return sentence.span.end
        return len(self.parse.folded) + 1


def block_drafts(parse: Parse, cues: Sequence[Cue], said: Sequence[Draft], words: Lexicon) -> list[Draft]:
    """Direct quotes that are paragraphs of their own, each with its cue or, if it speaks of "я", without one."""
    gaps = [_lines(parse, n) for n, p in enumerate(parse.paragraphs[:-1]) if not p.of(parse.folded).endswith(":")]
    page = _Page(parse, cues_by_sentence(cues), Places(said, lambda d: d.span), words, median(gaps) if gaps else 1)
    found: list[Draft] = []
    for number, line in enumerate(parse.paragraphs[:-1]):
        if not line.of(parse.folded).endswith(":") or _lost(page, number):
            continue
        block = parse.paragraphs[number + 1]
        draft = _block(page, line, block)
        if draft is not None:
            more = tuple(_more(page, number + 1, draft))
            found.append(replace(draft, content=(block, *more)))
    return [*found, *_signed(page, found)]


def _signed(page: _Page, found: Sequence[Draft]) -> Iterator[Draft]:
    """A paragraph with "— Вера Лис, директор школы" on the line below: a block quotation and who said it."""
    parse = page.parse
    lines = [p.of(parse.folded) for p in parse.paragraphs]
    for number in range(len(lines) - 1):
        block, line = parse.paragraphs[number : number + 2]
        listed = number + 2 < len(lines) and lines[number + 2].startswith(("-", "–", "—"))
        if not _SIGNATURE.fullmatch(lines[number + 1]) or listed or lines[number].startswith(("-", "–", "—")):
            continue
        if lines[number].endswith(":") or page.said.touching(block) or any(d.span.touches(block) for d in found):
            continue
        at = parse.sentence_at(line.end - 1)
        sentence = parse.sentences[at]
        head = next((i for i, w in enumerate(sentence.words) if w.pos == "PROPN"), None)
        if head is None or any(w.feats.get("VerbForm") == "Fin" for w in sentence.words):
            continue
        source = tuple(phrase(sentence, head))
        lemma = key(sentence.words[head].lemma)
        cue = Cue(at, head, "name", span_of(sentence, source), lemma, source, head, min(source), max(source))
        yield Draft("direct", (block,), cue, "own")


def _lines(parse: Parse, paragraph: int) -> int:
    one, other = parse.paragraphs[paragraph : paragraph + 2]
    return parse.folded.count("\n", one.end, other.start)


def _lost(page: _Page, paragraph: int) -> bool:
    """True if what was quoted got lost on the way: what follows is the narrator's."""
    return _lines(page.parse, paragraph) >= _LOST_LINES > page.usual_lines


def _block(page: _Page, line: Span, block: Span) -> Draft | None:
    parse = page.parse
    number = parse.sentence_at(line.end - 1)
    if number < 0:
        return None  # a line of marks only: nothing in it introduces words
    sentence = parse.sentences[number]
    spoken = _speaks_of_self(parse.words_in(block))
    if not _may_be_said(page, block, spoken=spoken) or (not spoken and _lists(sentence, page.words)):
        return None
    cue = _cue(page, sentence, number, spoken=spoken)
    if cue is None:
        return Draft("direct", (block,), None, "before") if spoken == "я" else None
    said_close = cue.lemma in page.words.statement and len(sentence.words) - 1 - cue.last <= _NEAR_COLON
    if not spoken and not said_close and not _has_predicate(page, block):
        return None
    relayed = cue.kind in ("impersonal", "noun") or cue.lemma in page.words.impersonal
    if not spoken and not relayed and _has_speaker(page, block):
        return None
    return Draft("direct", (block,), cue, "own")


def _may_be_said(page: _Page, block: Span, *, spoken: str) -> bool:
    """A paragraph that is no item of a list, no other lead, and not quoted by its marks already."""
    body = block.of(page.parse.folded)
    if _ITEM.match(body) or body.endswith((":", ";")) or body[0] in '«"„“' or (body[0].islower() and not spoken):
        return False
    if any(d.at - block.start < 2 or d.cue is not None for d in page.said.touching(block)):
        return False
    words = page.parse.words_in(block)
    return bool(words) and key(words[0].lemma) not in _NARRATOR


def _has_predicate(page: _Page, block: Span) -> bool:
    words = page.parse.words_in(block)
    finite = any(w.pos in ("VERB", "AUX") and w.feats.get("VerbForm") in ("Fin", "Inf") for w in words)
    short = any(w.feats.get("Variant") == "Short" or w.lemma in ("нет", "можно", "нельзя", "—", "–") for w in words)
    return finite or short or block.of(page.parse.folded).endswith("!")


def _speaks_of_self(words: Sequence[Word]) -> str:
    """«я» or «вы», whom the words speak of, outside marks; nothing if neither is there."""
    persons = {w.feats.get("Person") for w in words if w.pos in ("VERB", "AUX") and key(w.lemma) not in _NARRATOR}
    lemmas = {key(w.lemma) for w in words}
    if "1" in persons or lemmas & _SELF:
        return "я"
    asks = any(w.feats.get("Mood") == "Imp" for w in words)
    return "вы" if "2" in persons or lemmas & _YOU or asks else ""


def _lists(sentence: Sentence, words: Lexicon) -> bool:
    """«следующие меры:», «результаты:», «список:»: what follows is a list."""
    last = next((w for w in reversed(sentence.words) if w.pos not in ("PUNCT", "SYM")), None)
    if last is None or last.pos != "NOUN":
        return False
    return key(last.lemma) in (words.lists if last.feats.get("Number") == "Plur" else words.one_list)


def _has_speaker(page: _Page, block: Span) -> bool:
    """True if the first sentence of a paragraph says itself who speaks, by name: the narrator goes on."""
    first = page.parse.sentence_at(block.start)
    if first < 0:
        return False
    sentence = page.parse.sentences[first]
    named = (c for c in page.cues.get(first, ()) if c.source and c.kind in ("verb", "noun"))
    return any(sentence.words[i].pos == "PROPN" for c in named for i in c.source)


def _cue(page: _Page, sentence: Sentence, number: int, *, spoken: str) -> Cue | None:
    """The last cue of the main clause; else its verb, whatever it is, where something shows that it speaks."""
    own = [c for c in page.cues.get(number, ()) if c.kind != "link"]
    if own and _by_which(sentence, own[-1]):
        return own[-1]
    main = [c for c in own if not _subordinate(sentence, c.index)]
    for cue in reversed(main):
        near = len(sentence.words) - 1 - max(cue.index, cue.last) <= _NEAR_COLON
        tells = cue.lemma not in page.words.frame - page.words.saying - page.words.request
        if (near or spoken or tells) and (cue.source or near):
            return cue
    main_verb = _main_verb(sentence)
    if main_verb is None:
        return name_cue(sentence, number, len(sentence.words) - 1)
    lemmas = {key(w.lemma) for w in sentence.words[-_NEAR_COLON - 2 :]} | {key(sentence.words[main_verb].lemma)}
    speech = lemmas & (page.words.documents | page.words.utterances | page.words.introduces)
    return clause_cue(sentence, number, main_verb, page.words) if spoken or speech else None


def _by_which(sentence: Sentence, cue: Cue) -> bool:
    """«…с Верой Лис, которая сказала:»: the cue of a relative clause that runs up to the colon."""
    head = sentence.words[cue.source_head] if cue.source_head is not None else None
    near = len(sentence.words) - 1 - max(cue.index, cue.last) <= _NEAR_COLON
    return head is not None and head.lemma == "который" and head.feats.get("Case") == "Nom" and near


def _main_verb(sentence: Sentence) -> int | None:
    """The last finite verb of the main clause, or the root where none is finite."""
    at = next((i for i, w in enumerate(sentence.words) if w.head < 0), None)
    while at is not None:
        joined = [c for c in sentence.children(at, "conj") if sentence.words[c].feats.get("VerbForm") == "Fin"]
        if not joined:
            return at if sentence.words[at].pos not in ("NOUN", "PROPN") else None
        at = joined[-1]
    return None


def _subordinate(sentence: Sentence, index: int) -> bool:
    """True for a verb inside a «что», «который» or «когда» clause: its subject is not that of the sentence."""
    words = sentence.words
    for _ in range(len(words)):
        word = words[index]
        finite = word.feats.get("VerbForm") == "Fin"
        if word.rel in _HANGS or (word.rel == "advcl" and finite) or word.head < 0:
            return word.head >= 0
        index = word.head
    return False


def _more(page: _Page, number: int, draft: Draft) -> Iterator[Span]:
    """The paragraphs after a block that go on in its first person, or stand in lines of the same run."""
    parse = page.parse
    narrates = page.narrated_from <= draft.at
    for at in range(number, min(number + _MOST_PARAGRAPHS, len(parse.paragraphs) - 1)):
        after = parse.paragraphs[at + 1]
        spoken = _speaks_of_self(parse.words_in(after))
        joined = _lines(parse, at) < page.usual_lines and _lines(parse, number - 1) < page.usual_lines
        goes_on = joined or (spoken == "я" and not narrates and not _has_speaker(page, after))
        if not goes_on or _lost(page, at) or not _may_be_said(page, after, spoken=spoken):
            return
        if not spoken and not _has_predicate(page, after):
            return
        yield after
