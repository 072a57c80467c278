"""Parse -> drafts: the order in which forms are tried."""

from dataclasses import dataclass, replace

from anyq.extract.parse import Parse, Tagger, Word
from anyq.extract.parsing import parse as parse_text
from anyq.extract.quotes.blocks import block_drafts
from anyq.extract.quotes.cues import Cue, find_cues, is_cue_form
from anyq.extract.quotes.datelines import without_dateline
from anyq.extract.quotes.direct import direct_drafts, fragment_drafts
from anyq.extract.quotes.draft import Draft
from anyq.extract.quotes.indirect import indirect_drafts
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.media import outside_titles
from anyq.extract.quotes.speech import Speech, breaks_sentence, find_speech
from anyq.text import Span, plain
from anyq.text.index import Places, spans
from anyq.text.segment import paragraphs

_MOST_OF_TEXT = 0.8
_SHORT_CHARS = 400
_CLAUSE_WORDS = 3  # fewer in marks are a word of one's own, no clause


@dataclass(frozen=True)
class Said:
    """A parsed text with its cues and its quotes, speakers still to be resolved."""

    parse: Parse
    cues: tuple[Cue, ...]
    drafts: tuple[Draft, ...]
    quoted: tuple[Span, ...]


def find_said(text: str, tagger: Tagger, words: Lexicon) -> Said:
    """Everything said in ``text``, in text order."""
    folded = plain(text)
    forms = words.saying | words.request | words.frame
    found = find_speech(folded, tuple(paragraphs(folded)), lambda w: is_cue_form(w, forms))
    # a text that stands in marks as a whole was pasted so; nobody says it
    speeches = tuple(
        s for s in found if len(s.outer) < _MOST_OF_TEXT * len(folded) or s.frame or len(folded) < _SHORT_CHARS
    )
    breaks = [b for s in speeches if breaks_sentence(folded, s) for b in (s.outer, *s.parts)]
    parse = parse_text(text, tagger, breaks=breaks)
    cues = outside_titles(parse, find_cues(parse, words), words)
    direct, used = direct_drafts(parse, speeches, cues, words)
    blocks = block_drafts(parse, cues, direct, words)
    direct = [*direct, *blocks]
    # without marks nothing tells where another's words end inside a block
    held = spans(b.span for b in blocks)
    free = [c for c in cues if (c.sentence, c.index) not in used and not held.holding(c.span)]
    places = Places(enumerate(direct), lambda row: row[1].span)
    indirect = [_nest(d, places) for d in indirect_drafts(parse, free, words)]
    indirect = [_undated(parse, d) for d in indirect if d is not None and _plausible(parse, d, words)]
    marked = Places(speeches, lambda s: s.outer)
    whole = [w for w in (_whole(parse, d, marked, words) for d in indirect if d) if w is not None]
    direct += [w for w, _ in whole]
    turned = [d for _, d in whole]
    reported = [d for d in indirect if d is not None and d not in turned]
    fragments = fragment_drafts(parse, speeches, direct, reported)
    bare = [f.span for f in fragments]  # "назвал их «странными»": the words in marks are all that he says
    reported = [d for d in reported if not any(d.span == Span(b.start - 1, b.end + 1) for b in bare)]
    drafts = sorted([*direct, *reported, *fragments], key=lambda d: (d.at, -d.span.end))
    return Said(parse, _all_cues(cues, direct), tuple(drafts), tuple(s.outer for s in speeches))


def _all_cues(cues: tuple[Cue, ...], direct: list[Draft]) -> tuple[Cue, ...]:
    """The cues of a text with those verbs that only the form of a quotation made cues, in text order."""
    places = {(c.sentence, c.index) for c in cues}
    more = {(d.cue.sentence, d.cue.index): d.cue for d in direct if d.cue is not None}
    return tuple(
        sorted([*cues, *(c for at, c in more.items() if at not in places)], key=lambda c: (c.sentence, c.index))
    )


def _whole(parse: Parse, draft: Draft, speeches: Places[Speech], words: Lexicon) -> tuple[Draft, Draft] | None:
    """«заявил, что «его подзащитный невиновен»»: a reported clause that stands in marks as a whole is direct."""
    if draft.outer is not None or len(draft.content) != 1:
        return None
    clause = parse.folded[: draft.span.start].rstrip(' «"„').endswith("что")
    if draft.cue is not None and draft.cue.lemma in words.naming and not clause:
        return None  # "назвал её «птицей, которая не поёт»"
    for speech in speeches.touching(Span(draft.span.start - 1, draft.span.start + 2)):
        if abs(speech.outer.start - draft.span.start) > 1 or abs(speech.outer.end - draft.span.end) > 2 or speech.dash:
            continue
        said = parse.words_in(Span(speech.parts[0].start, speech.parts[-1].end))
        if len(said) >= _CLAUSE_WORDS and any(_predicates(w) for w in said):
            return replace(draft, mode="direct", content=speech.parts), draft
    return None


def _predicates(word: Word) -> bool:
    """A finite verb, a short form, or the «это» of «это наш дом»."""
    finite = word.feats.get("VerbForm") == "Fin" or word.feats.get("Variant") == "Short"
    return finite or (word.lemma == "это" and word.pos in ("PART", "PRON"))


def _nest(draft: Draft, direct: Places[tuple[int, Draft]]) -> Draft | None:
    """An indirect quote inside somebody's direct speech belongs to that; one that crosses its border is none."""
    span = draft.span
    for _, d in sorted(direct.touching(span), key=lambda row: row[0]):
        if d.span.holds(span):
            return replace(draft, outer=d.span)
        if any(p.touches(c) for p in d.content for c in draft.content):
            kept = tuple(c for c in draft.content if not any(p.touches(c) for p in d.content))
            return replace(draft, content=kept) if kept else None
    return draft


def _undated(parse: Parse, draft: Draft) -> Draft | None:
    """A draft without the dateline that its paragraph begins with."""
    line = parse.paragraph_at(draft.at) or draft.span
    content = tuple(c for c in (without_dateline(parse.folded, c, line) for c in draft.content) if len(c))
    return replace(draft, content=content) if content else None


def _plausible(parse: Parse, draft: Draft, words: Lexicon) -> bool:
    """Inside direct speech only a third person's words after a plain verb count."""
    if draft.outer is None or draft.cue is None:
        return True
    return draft.cue.kind in ("verb", "adjective", "noun") and bool(draft.cue.source) and draft.reach == "own"


__all__ = ["Said", "Speech", "find_said"]
