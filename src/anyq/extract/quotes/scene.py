"""Who is on stage: persons and bodies of a text by place, and what was said so far."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from typing import Literal

from anyq.extract.parse import Parse, Word
from anyq.extract.people import Body, Figure
from anyq.extract.quotes.draft import Draft
from anyq.extract.quotes.phrases import key
from anyq.text import Span
from anyq.text.index import Places, spans

SpeakerKind = Literal["person", "body", "outlet", "anonymous", "group", "role", "document"]


@dataclass(frozen=True, slots=True)
class Answer:
    """Who is meant by a source phrase. ``name`` null with ``why`` where it is not sure.

    ``figures`` are indexes into the figures of the scene; ``mention`` the words that name it here.
    """

    name: str | None
    kind: SpeakerKind | None = None
    figures: tuple[int, ...] = ()
    why: str | None = None
    mention: Span | None = None

    @property
    def known(self) -> bool:
        """True where a name can be said."""
        return self.name is not None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person at one place of the text: a figure, or somebody without a name ("мать ребёнка")."""

    figure: int | None
    label: str
    gender: str | None
    at: int
    sentence: int
    subject: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody said something: where the cue stands and who it was."""

    sentence: int
    at: int
    end: int
    answer: Answer


@dataclass
class Scene:
    """A text as the resolver sees it. ``quoted`` are its stretches in marks.

    ``turns``, what was said, and ``cited``, who was named as a source, grow in text order.
    """

    parse: Parse
    figures: Sequence[Figure]
    bodies: Sequence[Body]
    drafts: Sequence[Draft]
    quoted: Sequence[Span] = ()
    turns: list[Turn] = field(default_factory=list)
    cited: list[Turn] = field(default_factory=list)
    _turns_of: dict[int, list[Turn]] = field(default_factory=dict)  # by sentence
    _spoke_from: dict[int, int] = field(default_factory=dict)  # where a figure first said something

    @cached_property
    def _said(self) -> Places[Span]:
        return spans(c for d in self.drafts if d.mode == "direct" for c in d.content)

    @cached_property
    def _reported(self) -> Places[Span]:
        return spans(c for d in self.drafts if d.mode == "indirect" for c in d.content)

    @cached_property
    def _in_marks(self) -> Places[Span]:
        return spans(self.quoted)

    @cached_property
    def mentions(self) -> list[tuple[Span, int]]:
        """Every mention of a figure with its index, in text order."""
        return sorted((m, n) for n, f in enumerate(self.figures) for m in f.mentions)

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [m.start for m, _ in self.mentions]

    @cached_property
    def _role_words(self) -> Places[Span]:
        """Stretches that belong to a named figure without being its name."""
        return spans(r for f in self.figures for r in f.role_mentions)

    def figures_in(self, span: Span) -> list[tuple[Span, int]]:
        """Mentions that lie inside ``span``."""
        first = bisect_left(self._mention_starts, span.start)
        found = []
        for at in range(first, len(self.mentions)):
            mention, number = self.mentions[at]
            if mention.start >= span.end:
                break
            if mention.end <= span.end:
                found.append((mention, number))
        return found

    def in_speech(self, span: Span) -> bool:
        """True inside somebody's direct speech."""
        return bool(self._said.holding(span))

    def in_report(self, span: Span) -> bool:
        """True inside reported words."""
        return bool(self._reported.holding(span))

    @cached_property
    def actors(self) -> dict[int, list[Actor]]:
        """Persons outside direct speech, by sentence."""
        found: dict[int, list[Actor]] = {}
        for number, sentence in enumerate(self.parse.sentences):
            here: list[Actor] = []
            for mention, figure in self.figures_in(sentence.span):
                if not self.in_speech(mention):
                    here.append(self._named(number, mention, figure))
            here += self._unnamed(number, [m for m, _ in self.figures_in(sentence.span)])
            found[number] = sorted(here, key=lambda a: a.at)
        return found

    def _named(self, number: int, mention: Span, figure: int) -> Actor:
        sentence = self.parse.sentences[number]
        inside = [i for i, w in enumerate(sentence.words) if mention.touches(w.span)]
        return Actor(
            figure,
            self.figures[figure].name,
            self.figures[figure].gender,
            mention.start,
            number,
            any(self._is_subject(number, i) for i in inside),
        )

    def _is_subject(self, number: int, index: int) -> bool:
        words = self.parse.sentences[number].words
        hops = 0
        while (
            words[index].rel in ("appos", "flat", "flat:name", "flat:foreign", "conj")
            and hops < 5
            and words[index].head >= 0
            and not self._is_owner(number, words[index].head, index)
        ):
            index = words[index].head
            hops += 1
        return words[index].rel == "nsubj"

    def _unnamed(self, number: int, named: list[Span]) -> Iterator[Actor]:
        sentence = self.parse.sentences[number]
        for index, word in enumerate(sentence.words):
            if word.pos != "NOUN" or word.feats.get("Animacy") != "Anim" or word.feats.get("Number") != "Sing":
                continue
            if self._in_marks.holding(word.span) or any(n.touches(word.span) for n in named):
                continue
            if self._role_words.holding(word.span) or self._beside_name(number, index, named):
                continue
            yield Actor(
                None,
                key(word.lemma),
                word.feats.get("Gender"),
                word.span.start,
                number,
                self._is_subject(number, index),
            )

    def _is_owner(self, number: int, noun: int, name: int) -> bool:
        """«ученик Рустама Гатауллина», which the tree may take for his own role: a genitive beside a nominative."""
        words = self.parse.sentences[number].words
        if words[noun].feats.get("Case") != "Nom" or words[name].feats.get("Case") != "Gen":
            return False
        beside = [(m, f) for m, f in self.figures_in(self.parse.sentences[number].span) if m.holds(words[name].span)]
        return any(not self.figures[f].name.endswith(m.of(self.parse.folded)) for m, f in beside)

    def _beside_name(self, number: int, index: int, named: list[Span]) -> bool:
        """«министр Балаева», «Балаева, директор школы»: the noun is the role of the name beside it."""
        sentence = self.parse.sentences[number]
        linked = [*sentence.children(index, "appos", "flat", "flat:name"), sentence.words[index].head]
        head = sentence.words[index].head
        said_of = [*sentence.children(index, "nsubj"), *([head] if sentence.words[index].rel == "nsubj" else [])]
        for noun in said_of:  # "автор памятника – скульптор Исмагилов", whichever the tree makes the subject
            if noun > index and sentence.words[noun].pos == "NOUN":
                linked += sentence.children(noun, "appos", "flat", "flat:name")
        for other in linked:
            if other < 0 or not any(n.touches(sentence.words[other].span) for n in named):
                continue
            if self._is_owner(number, index, other):
                continue
            if other != sentence.words[index].head or sentence.words[index].rel in ("appos", "flat", "nsubj"):
                return True
        return False

    @cached_property
    def narrated(self) -> dict[int, list[Span]]:
        """The mentions of each figure outside direct speech, figures in the order of their first one."""
        found: dict[int, list[Span]] = {}
        for mention, figure in self.mentions:
            if not self.in_speech(mention):
                found.setdefault(figure, []).append(mention)
        return found

    @cached_property
    def _first_narrated(self) -> list[tuple[int, int]]:
        return [(figure, mentions[0].start) for figure, mentions in self.narrated.items()]

    def named_before(self, offset: int) -> list[int]:
        """Figures mentioned before an offset, direct speech aside, in the order of their first mention."""
        return [f for f, first in self._first_narrated if first < offset]

    def media_cited(self, before: int) -> list[str]:
        """The media cited before an offset, those that only handed words on too."""
        return [str(t.answer.name) for t in self.cited if t.at < before and t.answer.kind == "outlet"]

    def last_of(self, kind: str, offset: int) -> str | None:
        """The last medium, or body, that was said to say something before an offset."""
        return next((t.answer.name for t in reversed(self.cited) if t.answer.kind == kind and t.at < offset), None)

    def last_turn(self, before: int) -> Turn | None:
        """The last thing said before an offset."""
        return next((t for t in reversed(self.turns) if t.at < before), None)

    def turns_in(self, sentence: int) -> list[Turn]:
        """What was said with a cue in that sentence."""
        return self._turns_of.get(sentence, [])

    def add_turn(self, turn: Turn) -> None:
        """Take note that somebody said something."""
        self.turns.append(turn)
        self._turns_of.setdefault(turn.sentence, []).append(turn)
        for figure in turn.answer.figures:
            self._spoke_from[figure] = min(turn.at, self._spoke_from.get(figure, turn.at))

    @cached_property
    def _first_deeds(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for actor in (a for here in self.actors.values() for a in here):
            if actor.subject and actor.figure is not None:
                found[actor.figure] = min(actor.at, found.get(actor.figure, actor.at))
        return found

    def acted_from(self, figure: int) -> int:
        """Where a figure first was the subject of something, or spoke; past the end of the text if it never did."""
        never = len(self.parse.folded) + 1
        return min(self._first_deeds.get(figure, never), self._spoke_from.get(figure, never))

    @cached_property
    def beside(self) -> dict[int, list[tuple[Word, Word | None]]]:
        """Nouns and adjectives right before the mentions of each figure, nearest first, with the word of the name."""
        found: dict[int, list[tuple[Word, Word | None]]] = {}
        for number, figure in enumerate(self.figures):
            for mention in figure.mentions:
                words = self.parse.sentences[self.parse.sentence_at(mention.start)].words
                at = next((n for n, w in enumerate(words) if w.span.start >= mention.start), len(words))
                before = takewhile(lambda w: w.pos in ("NOUN", "PROPN", "ADJ"), reversed(words[max(0, at - 4) : at]))
                found.setdefault(number, []).extend((w, words[at] if at < len(words) else None) for w in before)
        return found

    def people(self, named: Sequence[int], mention: Span) -> Answer:
        """The answer that means these figures."""
        return Answer("; ".join(self.figures[f].name for f in named), "person", tuple(named), mention=mention)
