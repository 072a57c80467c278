"""Indirect quotes: which words of a sentence are reported by a cue of that sentence."""

from collections.abc import Sequence

from anyq.extract.parse import Parse, Sentence
from anyq.extract.quotes.clauses import (
    around,
    before_cue,
    clause_end,
    is_as_clause,
    that_clause,
    trails,
)
from anyq.extract.quotes.colons import colon_before, refers_back
from anyq.extract.quotes.cue import Cue, cues_by_sentence
from anyq.extract.quotes.draft import Draft, Reach
from anyq.extract.quotes.idioms import idiom_noun
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.objects import about, reported_object
from anyq.extract.quotes.references import referred
from anyq.text import Span


def indirect_drafts(parse: Parse, cues: Sequence[Cue], words: Lexicon) -> list[Draft]:
    """The reported words of every cue in ``cues`` that has some, in text order."""
    found: list[Draft] = []
    by_sentence = cues_by_sentence(cues)
    telling = {c.sentence for c in cues if _reports(parse, c, words)}
    for cue in cues:
        if cue.kind == "link":
            continue
        same = [c for c in by_sentence[cue.sentence] if c is not cue]
        content, reach = _content(parse, cue, same, words, telling)
        spans = tuple(s for s in (_tidy(parse.folded, c) for c in content) if len(s) > 0)
        if spans:
            found.append(Draft("indirect", spans, cue, reach))
    return found


def _reports(parse: Parse, cue: Cue, words: Lexicon) -> bool:
    """A rough sign that a cue has reported words in its own sentence."""
    sentence = parse.sentences[cue.sentence]
    told = that_clause(sentence, cue) is not None or about(sentence, cue, words) is not None
    return bool(cue.source) and (cue.kind == "noun" or told)


def _content(parse: Parse, cue: Cue, same: list[Cue], words: Lexicon, telling: set[int]) -> tuple[list[Span], Reach]:
    sentence = parse.sentences[cue.sentence]
    before = referred(parse, cue, words, telling)
    if before is not None:
        return before, "own"
    if cue.kind == "noun":
        if not cue.source and any(c.source and c.index < cue.index for c in same):
            return [], "own"  # "сообщили, что, по предварительным данным, …": theirs
        return around(sentence, cue, same), "own"
    noun = idiom_noun(sentence, cue.index, words) if cue.kind in ("verb", "gerund") else None
    if cue.kind in ("verb", "gerund") and cue.lemma in words.frame - words.reporting and noun is None:
        return [], "own"  # a face or a gesture says something only beside a quotation
    clause = _clause(parse, sentence, cue, same, words)
    if clause:
        return clause, "own"
    if is_as_clause(sentence, cue):
        return around(sentence, cue, same), "own"
    if trails(sentence, cue, words):
        return before_cue(parse, cue, same, cited_before=0 in telling), "own"
    found = reported_object(sentence, cue, words, noun)
    if found is None:
        return [], "own"
    start, end = found
    if any(start <= c.first and colon_before(sentence, c) == start - 1 for c in same if refers_back(sentence, c)):
        return [], "own"  # «возразила: цемент, по её данным, завезли»: the parenthesis has it
    reach: Reach = "own" if cue.source and about(sentence, cue, words) == start else "deed"
    return [Span(sentence.words[start].span.start, min(end, clause_end(sentence, cue, start, same, words)))], reach


def _clause(parse: Parse, sentence: Sentence, cue: Cue, same: list[Cue], words: Lexicon) -> list[Span]:
    """The clause after «что», unless an object stands before it ("заявил о выходе, что позволит …")."""
    that = that_clause(sentence, cue, same)
    thing = about(sentence, cue, words)
    if that is None or (thing is not None and thing < that):
        return []
    end = clause_end(sentence, cue, that, same, words)
    hedge = next((c for c in same if c.kind == "noun" and not c.source and that <= c.first <= that + 1), None)
    if hedge is not None:
        that = min(hedge.last + 2, len(sentence.words) - 1)
    return [Span(sentence.words[that].span.start, end)]


def _tidy(text: str, span: Span) -> Span:
    """Without space, commas, dashes and the final stop at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in " \n\t,;:-–—":
        start += 1
    while end > start and text[end - 1] in " \n\t,;:-–—":
        end -= 1
    if end > start and text[end - 1] in ".!?…" and text[start:end].count(". ") == 0:
        end -= 1
    for mark in ("и ", "а ", "но ", "а также "):
        if text[end - len(mark) - 1 : end] == " " + mark.strip():
            end -= len(mark)
    return Span(start, max(start, end))
