"""What the grammar of a language tells the shared reader."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from anyq.extract.parse import Name, Sentence
from anyq.extract.people.figure import Gender
from anyq.extract.quotes.cited import Cited
from anyq.text import Span

CueKind = Literal["verb", "phrase", "link", "relay", "impersonal", "channel", "colon", "post"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that say who speaks.

    ``kind``: ``verb`` ("said", "деп мәлімдеді"); ``phrase`` ("according to", "айтуынша"); ``link`` ("citing",
    "сілтеме жасап"), the deeper source of what is said beside it; ``relay`` ("as X reports"), the medium that
    passes it on; ``impersonal`` ("it is reported"), the source relayed at this place; ``channel``, the medium or
    network where it was said ("told Reuters", "in a post on Telegram"); ``colon``, a name and a colon before the words;
    ``post``, the line under a post that was copied into the text ("— Name (@handle) May 3, 2021").
    ``source`` is the noun phrase that names who speaks, None where the verb has no subject of its own.
    ``content`` is the clause reported, by parts, without marks at its ends; empty where the words stand in marks.
    ``nominal`` is True where the clause reported is a noun phrase ("… болғанын айтты"): in marks it is a fragment.
    ``unclear`` is True where a subject may be there that the rules cannot name: then nobody goes on speaking.
    ``back`` is True where the sentence before is what is reported ("X said this", "Бұл туралы X хабарлады").
    """

    sentence: int
    span: Span
    kind: CueKind
    lemma: str
    source: Span | None
    content: tuple[Span, ...] = ()
    back: bool = False
    nominal: bool = False
    unclear: bool = False

    @property
    def outer(self) -> Span:
        """From the first word of cue or source to the last."""
        if self.source is None:
            return self.span
        return Span(min(self.span.start, self.source.start), max(self.span.end, self.source.end))


@dataclass(frozen=True, slots=True)
class Pronoun:
    """``gender`` None where the language does not tell (Kazakh "ол"); ``thing`` where it is no person ("it")."""

    plural: bool
    gender: Gender | None
    thing: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """A role beside a name: where it stands, as written but in the nominative, its body, the stem of its head; more
    stems, parted by spaces, where the language has other words for the same office.
    """

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

    @property
    def runs_on(self) -> bool:
        """Whether a quotation without a cue goes on with who spoke right before it, over paragraphs too."""
        ...

    @property
    def marks_go_on(self) -> bool:
        """Whether words in marks may be a part of the sentence around them, title or fragment, and no quotation."""
        ...

    def continues(self, before: str, first: str) -> bool:
        """Whether words in marks that begin with ``first`` go on from the word ``before`` on their line."""
        ...

    def speaks_of_himself(self, words: Sequence[str]) -> bool:
        """Whether words before a quotation inside a quotation say that the speaker himself said it: "I shouted"."""
        ...

    @property
    def dialogue_dash(self) -> bool:
        """Whether a dash at the head of a line opens direct speech."""
        ...

    def signed(self, text: str) -> Sequence[Cited]:
        """Who signs a folded text: the agency of its dateline, lines that name its sources."""
        ...

    def cues(self, sentence: Sentence, number: int, quoted: Sequence[Span], names: Sequence[Name]) -> Sequence[Cue]:
        """Every cue of a sentence in text order.

        ``quoted`` are the stretches in marks of the whole text, ``names`` those of the sentence.
        """
        ...

    def is_cue_form(self, word: str) -> bool:
        """Whether a word can be a verb of saying: for the stage that sees marks before words are tagged."""
        ...

    def marks(self, folded: str) -> str:
        """A folded text with every pair of quotation marks written in a way that ``marks`` reads."""
        ...

    def sentences(self, text: str, within: Span) -> Iterator[Span]:
        """The sentences of ``text[within]``."""
        ...

    def words(self, text: str, within: Span) -> Iterator[Span]:
        """The words, numbers and punctuation marks of ``text[within]``."""
        ...

    def names(self, text: str, found: Sequence[Name]) -> Sequence[Name]:
        """The names that the model found in a text, mended by what the language shows."""
        ...

    def letters(self, word: str) -> str:
        """The word in the letters that the models learned: Kazakh in Latin script comes out in Cyrillic."""
        ...

    def spelling(self, text: str) -> Callable[[str], str] | None:
        """How words of a text are written in the letters of the word lists; None where they are as they stand."""
        ...

    def nominative(self, words: Sequence[str]) -> str:
        """A name or noun phrase as a headline would write it: no case ending, no article."""
        ...

    def stem(self, word: str) -> str:
        """What all forms of a word share, lower case; forms of one surname have one stem."""
        ...

    def gender(self, words: Sequence[str], before: str) -> Gender | None:
        """The gender that a name as written shows, or the word before it; None where unknown or common to both."""
        ...

    def head(self, words: Sequence[str]) -> Sequence[str]:
        """The words of a source phrase up to its head noun, which is the last of them."""
        ...

    def plural(self, word: str) -> bool:
        """Whether a noun stands for more than one."""
        ...

    def indefinite(self, words: Sequence[str]) -> bool:
        """Whether a phrase brings somebody new: "a resident"."""
        ...

    def unnamed_subject(self, sentence: Sentence, names: Sequence[Name]) -> bool:
        """Whether a sentence tells of somebody without a name: "The president …"."""
        ...

    def names_another(self, words: Sequence[str]) -> bool:
        """Whether the words before a pronoun name somebody else than it means: "Asked about X, she …"."""
        ...

    def definite(self, words: Sequence[str]) -> bool:
        """Whether a phrase without a name means somebody named before: "the champion"."""
        ...

    def described(self, words: Sequence[str], head: int) -> int:
        """The first of the words of a sentence that tell which body the noun at ``head`` is; ``head`` if none do."""
        ...

    def pronoun(self, words: Sequence[str]) -> Pronoun | None:
        """The pronoun that a source phrase is, None where it is none."""
        ...

    def role(self, sentence: Sentence, first: int, last: int) -> Role | None:
        """The role beside the name that words ``first`` to ``last`` (inclusive) of a sentence are."""
        ...
