"""Words of a Kazakh sentence with what word lists and endings tell of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from anyq.extract.parse import Name, Sentence, Word
from anyq.extract.surface.kazakh_endings import Case, bare, case_of
from anyq.extract.surface.kazakh_script import spelling
from anyq.extract.surface.nouns import nouns
from anyq.text import Span

MARKS = '«»„“”"'
MOST_TITLE = 6  # words in marks that can be the name of a body or an outlet
_PROFESSION = re.compile(r".{3,}(?:лог|иатр|граф|танушы)(?:(?:т|д|л)[ае]р)?[ыі]?$")
# people by where they come from or what they do, in the plural: "алматылықтар", "жылқышылар"
_PEOPLE = re.compile(r"(?:лық|лік|дық|дік|тық|тік|шы|ші|гер|кер|қор)(?:лар|лер|тар|тер)$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with what the lists and endings tell: ``kind`` of noun, ``name`` of the stretch it ends or lies in.

    ``titled`` where it stands in short marks (the name of a body), ``quoted`` in long ones (words said).
    """

    word: Word
    form: str
    case: Case
    kind: str | None
    name: str
    ends_name: bool
    titled: bool
    quoted: bool

    @property
    def is_mark(self) -> bool:
        """True for punctuation."""
        return not any(ch.isalnum() for ch in self.form)


def tokens_of(sentence: Sentence, quoted: Sequence[Span], names: Sequence[Name]) -> list[Token]:
    """The words of a sentence; ``quoted`` are stretches in marks, ``names`` those of the sentence."""
    titles = [q for q in quoted if sentence.span.holds(q) and _is_title(sentence, q)]
    said = [q for q in quoted if q not in titles]
    spell = spelling(" ".join(w.text for w in sentence.words))
    return [_token(w, spell(w.text).lower(), (said, titles), names) for w in sentence.words]


def _is_title(sentence: Sentence, marks: Span) -> bool:
    """Short words in marks, without a stop at their end: the name of something."""
    inside = [w.text for w in sentence.words if marks.holds(w.span) and w.text not in MARKS]
    return 0 < len(inside) <= MOST_TITLE and inside[-1][-1] not in ",.!?…" and inside[0][:1].isupper()


def _kind_by_ending(form: str) -> str | None:
    """What an unlisted noun is by its making: "алматылықтар" are people, "онколог" is a profession."""
    if _PEOPLE.search(form):
        return "groups"
    return "roles" if _PROFESSION.search(form) else None


def _token(word: Word, form: str, marks: tuple[Sequence[Span], Sequence[Span]], names: Sequence[Name]) -> Token:
    said, titles = marks
    name = next((n for n in names if n.span.holds(word.span)), None)
    case = case_of(form, name=name is not None and name.kind == "PER").case
    return Token(
        word,
        form,
        case,
        nouns("kk").of([bare(form)]) or _kind_by_ending(form),
        name.kind if name else "",
        name is not None and name.span.end == word.span.end,
        any(t.holds(word.span) for t in titles),
        any(s.holds(word.span) for s in said),
    )
