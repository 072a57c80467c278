"""Text -> persons, quotes and citations by word order and endings."""

from typing import NamedTuple

from anyq.extract.parse import Parse, Sentence
from anyq.extract.parsing import parse
from anyq.extract.people.figure import Figure
from anyq.extract.quotes.citations import distinct
from anyq.extract.quotes.cited import Cited
from anyq.extract.quotes.speech import breaks_sentence, find_speech
from anyq.extract.surface.bodies import once
from anyq.extract.surface.people import find_figures
from anyq.extract.surface.said import find_pieces
from anyq.extract.surface.speakers import Attributed, attributed
from anyq.extract.surface.tagger import SurfaceTagger
from anyq.text import plain
from anyq.text.segment import paragraphs

_STOPS = ".!?…:;"


class SurfaceReading(NamedTuple):
    """What the surface reader finds in a text, each list in text order."""

    parse: Parse
    figures: list[Figure]
    spoken: list[Attributed]
    cited: list[Cited]


def read_surface(text: str, tagger: SurfaceTagger, *, outlet: str | None) -> SurfaceReading:
    """Who says what in ``text``, and whom it cites; ``outlet`` is never its own source."""
    grammar = tagger.grammar
    folded = grammar.marks(plain(text))
    speeches = find_speech(folded, tuple(paragraphs(folded)), grammar.is_cue_form)
    speeches = tuple(s for s in speeches if grammar.dialogue_dash or not s.dash)
    breaks = [b for s in speeches if breaks_sentence(folded, s) for b in (s.outer, *s.parts)]
    parsed = parse(folded, tagger, breaks=breaks, segmenter=grammar)
    figures = find_figures(parsed, grammar)
    quoted = [q for s in speeches for q in (s.parts if s.dash or s.frame else (s.outer,))]
    named = [[name for name in parsed.names if s.span.holds(name.span)] for s in parsed.sentences]
    told = [(n, s) for n, s in enumerate(parsed.sentences) if not _is_headline(parsed, s)]
    cues = [c for n, s in told for c in grammar.cues(s, n, quoted, named[n])]
    pieces = find_pieces(parsed, speeches, cues, grammar)
    signed = grammar.signed(folded)
    signature = next((s.source for s in signed if s.kind == "publisher_self"), None)
    spoken, cited = attributed(parsed, figures, cues, pieces, grammar, outlet or signature)
    return SurfaceReading(parsed, figures, spoken, once(distinct([*signed, *cited], grammar.lang), grammar))


def _is_headline(parsed: Parse, sentence: Sentence) -> bool:
    """The first line of a text, where others follow it and no stop closes it: what it says the text says again."""
    line = parsed.paragraphs[0]
    return (
        sentence.paragraph == 0
        and len(parsed.paragraphs) > 1
        and line.of(parsed.folded).rstrip('»”"')[-1:] not in _STOPS
    )
