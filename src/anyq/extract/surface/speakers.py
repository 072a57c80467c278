"""Pieces and cues -> who says each piece, and whom the text cites, chains followed to the deepest source."""

from collections.abc import Sequence
from dataclasses import dataclass

from anyq.extract.parse import Parse
from anyq.extract.people.figure import Figure
from anyq.extract.quotes.cited import Cited
from anyq.extract.quotes.outlets import same_outlet
from anyq.extract.quotes.scene import Answer
from anyq.extract.surface.cue import Cue, Grammar
from anyq.extract.surface.media import channel
from anyq.extract.surface.nouns import nouns
from anyq.extract.surface.pronouns import TWO
from anyq.extract.surface.said import Piece
from anyq.extract.surface.sources import NO_NAME, Sources
from anyq.records import CitationKind
from anyq.text import Span

NO_CUE = "no_cue_beside"
_RELAY_REACH = 1  # sentences from a source to "it is reported"


@dataclass(frozen=True, slots=True)
class Attributed:
    """A quote with its speaker; ``via`` is the medium that relays it, never the outlet of the text itself."""

    piece: Piece
    cue: Span | None
    answer: Answer
    via: str | None


def attributed(
    parse: Parse,
    figures: Sequence[Figure],
    cues: Sequence[Cue],
    pieces: Sequence[Piece],
    grammar: Grammar,
    outlet: str | None,
) -> tuple[list[Attributed], list[Cited]]:
    """Every piece with its speaker, in text order, and the citations."""
    direct = [c for p in pieces if p.mode == "direct" for c in p.content]
    return _Reader(parse, cues, pieces, Sources(parse, figures, grammar, direct), outlet).run()


class _Reader:
    def __init__(
        self, parse: Parse, cues: Sequence[Cue], pieces: Sequence[Piece], sources: Sources, outlet: str | None
    ) -> None:
        self.parse, self.cues, self.pieces, self.sources, self.outlet = parse, cues, pieces, sources, outlet
        self.lang = sources.grammar.lang
        self.answers: dict[int, tuple[Answer, str | None]] = {}
        self.cited: list[Cited] = []
        self.relays: list[tuple[int, Answer]] = []

    def run(self) -> tuple[list[Attributed], list[Cited]]:
        """Cues in text order, then the pieces that have them."""
        speaks = {p.cue for p in self.pieces if p.cue is not None}
        for number, cue in enumerate(self.cues):
            if cue.kind == "channel":
                self._channel(cue)
            elif cue.kind not in ("link", "relay"):
                self._resolve(number, cue, quotes=number in speaks)
        found = [self._piece(p) for p in self.pieces]
        kept = [f for f in found if f is not None and not (f.answer.name and self._own(f.answer.name))]
        return kept, self.cited

    def _resolve(self, number: int, cue: Cue, *, quotes: bool) -> None:
        answer = self.sources.of(cue)
        inner = answer.kind == "person" and self._is_inner_pronoun(cue)
        if inner:
            answer = Answer(None, why=TWO, mention=cue.source)
        if cue.kind in ("impersonal", "phrase") and cue.source is None:
            answer = self._relayed(cue)
        if cue.kind == "phrase" and cue.source is None and not answer.known:
            self._cite_data(cue)
        via: str | None = None
        link = self._beside(number, "link")
        relay = self._beside(number, "relay")
        if relay is not None:
            medium = self.sources.of(self.cues[relay])
            via = self._cite(self.cues[relay], medium, None)
        if link is not None:
            above = self._cite(cue, answer, None, chain=True)
            deeper = self.sources.of(self.cues[link])
            self._cite(self.cues[link], deeper, above)
            via, answer = above or via, deeper
        elif quotes:
            self._cite(cue, answer, via)
        if (quotes or cue.content) and (cue.kind != "impersonal" or answer.known) and not inner:
            self.sources.heard(cue, answer)
        if answer.known and answer.kind in ("outlet", "body", "anonymous"):
            self.relays.append((cue.sentence, answer))
        self.answers[number] = answer, via if via and not self._own(via) else None

    def _is_inner_pronoun(self, cue: Cue) -> bool:
        """For "X said that Y knew he was shouting": a pronoun inside reported words, but for their first word."""
        if cue.source is None or self.sources.pronoun(cue.source) is None:
            return False
        around = [part for c in self.cues if c is not cue for part in c.content if part.holds(cue.outer)]
        return bool(around) and all(part.start != cue.source.start for part in around)

    def _cite_data(self, cue: Cue) -> None:
        """For «статистикаға сүйенсек»: figures are cited, whose they are the text does not say."""
        grammar = self.sources.grammar
        word = self.parse.words_in(cue.span)[0]
        if grammar.stem(word.text) in nouns(self.lang).data:
            self.cited.append(Cited(grammar.nominative([word.text]), word.span, cue.span, "data", None))

    def _relayed(self, cue: Cue) -> Answer:
        """Who is relayed at a place that names nobody: the one source of the text, or the one just cited."""
        here = self.parse.sentences[cue.sentence].paragraph
        near = [
            a
            for sentence, a in self.relays
            if cue.sentence - sentence <= _RELAY_REACH and self.parse.sentences[sentence].paragraph == here
        ]
        if near or len({a.name for _, a in self.relays}) == 1:
            return self.relays[-1][1]
        return Answer(None, why=NO_NAME)

    def _channel(self, cue: Cue) -> None:
        """For "told Reuters", "in a post on Telegram": a medium that was told, a network, a programme."""
        if cue.source is None or not any(
            c.sentence == cue.sentence and c.kind in ("verb", "phrase", "post") for c in self.cues
        ):
            return
        found = channel(cue, cue.source, self.parse, self.sources.grammar)
        if found is None:
            return
        name, kind = found
        self.cited.append(Cited(name, cue.source, cue.span, "publisher_self" if self._own(name) else kind, None))

    def _beside(self, number: int, kind: str) -> int | None:
        """The link or relay in the sentence of a cue."""
        sentence = self.cues[number].sentence
        return next((n for n, c in enumerate(self.cues) if c.sentence == sentence and c.kind == kind), None)

    def _cite(self, cue: Cue, answer: Answer, by: str | None, *, chain: bool = False) -> str | None:
        """Notes a citation; gives the name of the source if it is one. A person is one only as a link of a chain."""
        kind = "official" if chain and answer.kind in ("person", "role") else self._kind(cue, answer)
        if kind is None or answer.name is None or answer.mention is None:
            return None
        self.cited.append(Cited(answer.name, answer.mention, cue.span, kind, by))
        return answer.name

    def _kind(self, cue: Cue, answer: Answer) -> CitationKind | None:
        if answer.name and self._own(answer.name):
            return "publisher_self"
        kinds: dict[str | None, CitationKind] = {
            "outlet": "cites", "body": "official", "anonymous": "anonymous", "document": "data",
        }  # fmt: skip
        if answer.kind in ("group", "role") and self.sources.is_official(answer):
            return "official"
        if answer.kind == "group" and cue.kind in ("phrase", "link"):
            return "anonymous"
        if cue.kind == "link" and answer.kind in ("person", "role"):
            return "official"
        return kinds.get(answer.kind)

    def _own(self, name: str) -> bool:
        return same_outlet(name, self.outlet, self.lang)

    def _piece(self, piece: Piece) -> Attributed | None:
        if piece.cue is not None:
            answer, via = self.answers[piece.cue]
            if self.cues[piece.cue].kind == "impersonal" and not answer.known and piece.mode != "direct":
                return None  # "it is reported" outside a relayed item
            return Attributed(piece, self.cues[piece.cue].span, answer, via)
        if piece.follows is not None:
            answer, via = self.answers[piece.follows]
            return Attributed(piece, None, answer, via)
        return Attributed(piece, None, Answer(None, why=NO_CUE), None)
