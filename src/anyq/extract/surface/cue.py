"""What the grammar of a language tells the shared reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from anyq.extract.parse import Name, Sentence
from anyq.extract.people.figure import Gender
from anyq.text import Span

CueKind = Literal["verb", "phrase", "link", "relay", "impersonal"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that say who speaks.

    ``kind``: ``verb`` ("said", "деп мәлімдеді"); ``phrase`` ("according to", "айтуынша"); ``link`` ("citing",
    "сілтеме жасап"), the deeper source of what is said beside it; ``relay`` ("as X reports"), the medium that
    passes it on; ``impersonal`` ("it is reported"), the source relayed at this place.
    ``source`` is the noun phrase that names who speaks, None where the verb has no subject of its own.
    ``content`` is the clause reported, by parts, without marks at its ends; empty where the words stand in marks.
    ``back`` is True where the sentence before is what is reported ("X said this", "Бұл туралы X хабарлады").
    """

    sentence: int
    span: Span
    kind: CueKind
    lemma: str
    source: Span | None
    content: tuple[Span, ...] = ()
    back: bool = False

    @property
    def outer(self) -> Span:
        """From the first word of cue or source to the last."""
        if self.source is None:
            return self.span
        return Span(min(self.span.start, self.source.start), max(self.span.end, self.source.end))


@dataclass(frozen=True, slots=True)
class Pronoun:
    """``gender`` None where the language does not tell (Kazakh "ол")."""

    plural: bool
    gender: Gender | None


@dataclass(frozen=True, slots=True)
class Role:
    """A role beside a name: where it stands, as written but in the nominative, its body, its head word's stem."""

    span: Span
    title: str
    organisation: str | None
    head: str


class Grammar(Protocol):
    """The rules of one language; ``words`` of a sentence carry stems as lemmas."""

    @property
    def lang(self) -> str:
        """The folder of ``languages``."""
        ...

    def cues(self, sentence: Sentence, number: int, quoted: Sequence[Span], names: Sequence[Name]) -> Sequence[Cue]:
        """Every cue of a sentence in text order.

        ``quoted`` are the stretches in marks of the whole text, ``names`` those of the sentence.
        """
        ...

    def is_cue_form(self, word: str) -> bool:
        """Whether a word can be a verb of saying: for the stage that sees marks before words are tagged."""
        ...

    def letters(self, word: str) -> str:
        """The word in the letters that the models learned: Kazakh in Latin script comes out in Cyrillic."""
        ...

    def nominative(self, words: Sequence[str]) -> str:
        """A name or noun phrase as a headline would write it: no case ending, no article."""
        ...

    def stem(self, word: str) -> str:
        """What all forms of a word share, lower case; forms of one surname have one stem."""
        ...

    def gender(self, given: str) -> Gender | None:
        """The gender of a given name, None where unknown or common to both."""
        ...

    def pronoun(self, words: Sequence[str]) -> Pronoun | None:
        """The pronoun that a source phrase is, None where it is none."""
        ...

    def role(self, sentence: Sentence, first: int, last: int) -> Role | None:
        """The role beside the name that words ``first`` to ``last`` (inclusive) of a sentence are."""
        ...
