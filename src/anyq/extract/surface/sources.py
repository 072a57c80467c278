"""A source phrase -> who is meant by it; null with a reason where a careful reader could not tell."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from anyq.extract.parse import Parse, Word
from anyq.extract.people.figure import Figure
from anyq.extract.quotes.outlets import find_outlet
from anyq.extract.quotes.scene import Answer, SpeakerKind
from anyq.extract.surface.cue import Cue, Grammar, Pronoun
from anyq.extract.surface.nouns import nouns
from anyq.text import Span

NO_NAME = "no_name_given"
NOBODY = "nobody_named_before"
TWO = "two_could_be_meant"
ROLE_TWO = "role_held_by_two"
ROLE_UNNAMED = "role_without_a_name"
UNCLEAR = "body_not_clear"
_BACK = 3  # sentences that a pronoun looks back over
_MARKS = '«»„“”"'


@dataclass
class Sources:
    """Who has spoken and who has been named so far; grows in text order."""

    parse: Parse
    figures: Sequence[Figure]
    grammar: Grammar
    direct: Sequence[Span]
    turns: list[tuple[int, Answer]] = field(default_factory=list)
    bodies: list[Answer] = field(default_factory=list)

    def of(self, cue: Cue) -> Answer:
        """Who is meant by the source of ``cue``."""
        if cue.source is None:
            return self._subject_before(cue)
        span = cue.source
        words = self.parse.words_in(span)
        texts = [w.text for w in words]
        pronoun = self.grammar.pronoun(texts)
        if pronoun is not None:
            return self._pronoun(pronoun, cue)
        named = self._figures(span)
        head = self._head(words)
        if named and self._is_person(span, named, head):
            return self._person(span, named)
        return self._other(span, words, head)

    def heard(self, at: int, answer: Answer) -> None:
        """Notes who spoke or was cited at offset ``at``."""
        self.turns.append((at, answer))
        if answer.kind in ("body", "outlet") and answer.known:
            self.bodies.append(answer)

    # persons

    def _figures(self, span: Span) -> list[tuple[Span, int]]:
        return [(m, n) for n, f in enumerate(self.figures) for m in f.mentions if span.holds(m)]

    def _head(self, words: Sequence[Word]) -> list[str]:
        """The stems of a phrase, head first: Kazakh and English phrases end in their head."""
        return [self.grammar.stem(w.text) for w in reversed(words) if any(ch.isalpha() for ch in w.text)]

    def _is_person(self, span: Span, named: Sequence[tuple[Span, int]], head: Sequence[str]) -> bool:
        """A name at the end of its phrase, or the phrase itself; "X's lawyer" is not X."""
        last = max(m.end for m, _ in named)
        return last == span.end or not head or (nouns(self.grammar.lang).of(head[:1]) is None and last >= span.end - 3)

    def _person(self, span: Span, named: Sequence[tuple[Span, int]]) -> Answer:
        last = max(named)
        together = [n for m, n in sorted(named)]
        numbers = tuple(dict.fromkeys(together)) if len(set(together)) > 1 else (last[1],)
        names = "; ".join(self.figures[n].name for n in numbers)
        return Answer(names, "person", numbers, mention=span)

    def _pronoun(self, pronoun: Pronoun, cue: Cue) -> Answer:
        if pronoun.plural:
            return self._plural(cue)
        last = self._last_turn(cue)
        near = self._named_near(cue, pronoun)
        if (
            last is not None
            and last.kind == "person"
            and len(last.figures) == 1
            and self._fits(last.figures[0], pronoun)
        ):
            if not near or set(near) == set(last.figures):
                return Answer(last.name, "person", last.figures, mention=cue.source)
            return Answer(None, why=TWO, mention=cue.source)
        if len(near) == 1:
            return Answer(self.figures[near[0]].name, "person", (near[0],), mention=cue.source)
        if last is not None and last.known and not near and pronoun.gender is None and last.kind != "person":
            return Answer(last.name, last.kind, last.figures, mention=cue.source)
        return Answer(None, why=TWO if near else NOBODY, mention=cue.source)

    def _plural(self, cue: Cue) -> Answer:
        last = self._last_turn(cue)
        if last is not None and last.known and (last.kind in ("group", "anonymous", "body") or len(last.figures) > 1):
            return Answer(last.name, last.kind, last.figures, mention=cue.source)
        return Answer(None, why=NOBODY, mention=cue.source)

    def _last_turn(self, cue: Cue) -> Answer | None:
        """Who spoke last, in the three sentences before."""
        if not self.turns:
            return None
        at, answer = self.turns[-1]
        return answer if cue.sentence - self.parse.sentence_at(at) <= _BACK else None

    def _fits(self, figure: int, pronoun: Pronoun) -> bool:
        gender = self.figures[figure].gender
        return pronoun.gender is None or gender is None or gender == pronoun.gender

    def _named_near(self, cue: Cue, pronoun: Pronoun) -> list[int]:
        """Persons in the narration from two sentences back to the cue who could be meant."""
        first = self.parse.sentences[max(0, cue.sentence - 1)].span.start
        window = Span(first, cue.outer.start) if cue.outer.start > first else Span(first, first)
        found = [
            n for m, n in self._figures(window) if not any(d.holds(m) for d in self.direct) and self._fits(n, pronoun)
        ]
        return list(dict.fromkeys(found))

    # others

    def _other(self, span: Span, words: Sequence[Word], head: Sequence[str]) -> Answer:
        lists = nouns(self.grammar.lang)
        name = self.grammar.nominative([w.text for w in words]).strip(_MARKS + " ")
        outlet = find_outlet(name, self.grammar.lang)
        kind = lists.of(head)
        if outlet is not None:
            return Answer(outlet.name, "outlet", mention=span)
        if kind == "media":
            return self._again(name, "outlet", head, span)
        if kind == "bodies" or any(n.kind == "ORG" and n.span.touches(span) for n in self.parse.names):
            return self._again(name, "body", head, span)
        if kind == "anonymous":
            return Answer(name, "anonymous", mention=span)
        if kind == "roles":
            return self._role(name, head, span)
        if kind == "groups":
            return Answer(name, "group", mention=span)
        if kind in ("documents", "data"):
            return Answer(name, "document", mention=span)
        return Answer(None, why=NO_NAME, mention=span)

    def _again(self, name: str, kind: SpeakerKind, head: Sequence[str], span: Span) -> Answer:
        """A head noun alone ("the ministry", "агенттік") means the last body with that head."""
        if len(head) > 1:
            return Answer(name, kind, mention=span)
        for before in reversed(self.bodies):
            stems = [self.grammar.stem(w) for w in (before.name or "").split()]
            if head and head[0] in stems and len(stems) > 1:
                return Answer(before.name, before.kind, mention=span)
        return Answer(name, kind, mention=span)

    def _role(self, name: str, head: Sequence[str], span: Span) -> Answer:
        holders = [
            n for n, f in enumerate(self.figures) if head[0] in f.role_heads and f.mentions[0].start < span.start
        ]
        if len(holders) == 1:
            return Answer(self.figures[holders[0]].name, "person", (holders[0],), mention=span)
        if len(holders) > 1:
            return Answer(None, why=ROLE_TWO, mention=span)
        if len(head) > 1:
            return Answer(name, "role", mention=span)
        return Answer(None, why=ROLE_UNNAMED, mention=span)

    def _subject_before(self, cue: Cue) -> Answer:
        """A verb without a subject goes on with who spoke in the sentence before or in this one."""
        if self.turns:
            at, answer = self.turns[-1]
            if answer.known and cue.sentence - self.parse.sentence_at(at) <= 1:
                return Answer(answer.name, answer.kind, answer.figures, mention=answer.mention)
        return Answer(None, why=NO_NAME)
