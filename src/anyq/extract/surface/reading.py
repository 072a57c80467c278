"""Text -> persons, quotes and citations by word order and endings."""

from typing import NamedTuple

from anyq.extract.parse import Parse
from anyq.extract.parsing import parse
from anyq.extract.people.figure import Figure
from anyq.extract.quotes.citations import Cited
from anyq.extract.quotes.speech import breaks_sentence, find_speech
from anyq.extract.surface.people import find_figures
from anyq.extract.surface.said import find_pieces
from anyq.extract.surface.speakers import Attributed, attributed
from anyq.extract.surface.tagger import SurfaceTagger
from anyq.text import fold, unwrap
from anyq.text.segment import paragraphs


class SurfaceReading(NamedTuple):
    """What the surface reader finds in a text, each list in text order."""

    parse: Parse
    figures: list[Figure]
    spoken: list[Attributed]
    cited: list[Cited]


def read_surface(text: str, tagger: SurfaceTagger, *, outlet: str | None) -> SurfaceReading:
    """Who says what in ``text``, and whom it cites; ``outlet`` is never its own source."""
    grammar = tagger.grammar
    folded = unwrap(fold(text))
    speeches = find_speech(folded, tuple(paragraphs(folded)), grammar.is_cue_form)
    breaks = [b for s in speeches if breaks_sentence(folded, s) for b in (s.outer, *s.parts)]
    parsed = parse(text, tagger, breaks=breaks)
    figures = find_figures(parsed, grammar)
    quoted = [s.outer for s in speeches]
    named = [[name for name in parsed.names if s.span.holds(name.span)] for s in parsed.sentences]
    cues = [c for n, s in enumerate(parsed.sentences) for c in grammar.cues(s, n, quoted, named[n])]
    pieces = find_pieces(parsed, speeches, cues)
    spoken, cited = attributed(parsed, figures, cues, pieces, grammar, outlet)
    return SurfaceReading(parsed, figures, spoken, cited)
