"""The tagger of a language without a parser: names by a trained model, stems by its grammar."""

from collections.abc import Mapping, Sequence

from anyq.extract.parse import Name, NameKind
from anyq.extract.surface.cue import Grammar
from anyq.extract.tagging import tagging
from anyq.text import Span
from anyq.text.segment import paragraphs

# labels of the models -> kinds of names; a position is no name
_KINDS: dict[str, NameKind] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC"}


class SurfaceTagger:
    """Fits ``Tagger``: words have stems, and neither part of speech nor head."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._names = tagging("names", grammar.lang)

    def names(self, text: str) -> Sequence[Name]:
        """Names of persons, bodies and places in a folded text."""
        rows = [
            list(self.grammar.words(text, sentence))
            for line in paragraphs(text)
            for sentence in self.grammar.sentences(text, line)
        ]
        labelled = self._names.spans([[self.grammar.letters(w.of(text)) for w in row] for row in rows])
        found = [
            Name(Span(row[s.start].start, row[s.end - 1].end), _KINDS[s.label])
            for row, own in zip(rows, labelled, strict=True)
            for s in own
            if s.label in _KINDS
        ]
        return tuple(self.grammar.names(text, found))

    def tag(
        self, sentences: Sequence[Sequence[str]]
    ) -> Sequence[Sequence[tuple[str, str, Mapping[str, str], int, str]]]:
        """For each token of each sentence: its stem, X, no features, no head."""
        return [[(self.grammar.stem(w), "X", {}, -1, "dep") for w in row] for row in sentences]
