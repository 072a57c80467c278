"""The grammar of English: who stands before or behind the verb, "according to", "citing"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from anyq.extract.parse import Name, Sentence
from anyq.extract.people.figure import Gender
from anyq.extract.quotes.cited import Cited
from anyq.extract.surface.cue import Cue, Pronoun, Role
from anyq.extract.surface.english_channels import channels
from anyq.extract.surface.english_cues import Verbs, before_colon, under_post
from anyq.extract.surface.english_line import Line
from anyq.extract.surface.english_links import links
from anyq.extract.surface.english_names import mended
from anyq.extract.surface.english_nouns import head, is_plural, kind_of, modifiers, stem
from anyq.extract.surface.english_phrases import opening_subject
from anyq.extract.surface.english_roles import role
from anyq.extract.surface.english_signs import signed
from anyq.extract.surface.english_text import double_marks, english_sentences, english_words
from anyq.extract.surface.english_titles import gender, is_native
from anyq.extract.surface.english_words import is_gerund, link_words, small, verbs
from anyq.extract.surface.nouns import nouns
from anyq.text import Span

_PRONOUNS = {
    "he": Pronoun(False, "Masc"), "she": Pronoun(False, "Fem"), "they": Pronoun(True, None),
    "both": Pronoun(True, None), "it": Pronoun(False, None, thing=True),
}  # fmt: skip
_ARTICLE = re.compile(
    r"^(?:(?:the|an?|some|many|several|other|another|one|both|few|its|their|his|her|our|this|that)\s+)+(?!of\b)(?=\w)",
    re.IGNORECASE,
)
_PREDICATES = frozenset(
    {"was", "is", "as", "been", "became", "becoming", "being", "be", "become", "not", "once", "now"}
)
_THOUGHTS = frozenset({"think", "believe", "feel", "hope", "fear", "expect"})
_NEAR = 4  # words between a role and the name behind its comma
_SIGNS = re.compile(r" (?=(?:'s?|,|\))(?:\s|$))|(?<=\() ")


def _with_bearer(cue: Cue, sentence: Sentence, names: Sequence[Name]) -> Cue:
    """«Ann Lee, 68, an electrician who came with her dog said»: the name that opens the sentence, not what she is."""
    source = cue.source
    if source is None or not sentence.words:
        return cue
    opens = next((n for n in names if n.kind == "PER" and n.span.start == sentence.words[0].span.start), None)
    if opens is None or opens.span.end >= source.start:
        return cue
    between = [w.text for w in sentence.words if opens.span.end <= w.span.start < source.start]
    first = next((w.text.lower() for w in sentence.words if w.span.start >= source.start), "")
    aged = len(between) == 3 and between[0] == between[2] == "," and between[1].isdigit()
    return replace(cue, source=opens.span) if first in ("a", "an") and (aged or between == [","]) else cue


class English:
    """Fits ``Grammar``."""

    lang = "en"
    runs_on = True
    dialogue_dash = False
    marks_go_on = True

    def cues(self, sentence: Sentence, number: int, quoted: Sequence[Span], names: Sequence[Name]) -> Sequence[Cue]:
        """Every cue of a sentence in text order."""
        line = Line(sentence, quoted, names)
        posted = list(under_post(line, number))
        if posted:
            return posted
        linked = list(links(line, number))
        taken = {c.span.start for c in linked}
        owned = [c.outer for c in linked if c.kind == "verb"]  # "rejects X's claim that …" reports X
        found = [
            c
            for c in Verbs(line, number).read()
            if c.span.start not in taken
            and not (c.lemma in _THOUGHTS and any(part.holds(c.span) for o in linked for part in o.content))
            and not any(part.holds(o) for part in c.content for o in owned)
            and not any(c.content == o.content for o in linked if o.kind == "verb")
        ]
        if not linked and not found:
            found = list(before_colon(line, number))
        found = [_with_bearer(c, sentence, names) for c in found]
        return sorted([*linked, *found, *channels(line, number)], key=lambda c: c.span.start)

    def signed(self, text: str) -> Sequence[Cited]:
        """Datelines, by-lines and lines of sources."""
        return tuple(signed(text))

    def continues(self, before: str, first: str) -> bool:
        """In small letters, or behind "to", "the", "is"."""
        joins = before.lower() in small("prepositions") | small("determiners") | small("auxiliaries")
        return before[-1:].isalnum() and (first[:1].islower() or joins)

    def speaks_of_himself(self, words: Sequence[str]) -> bool:
        """For "I yelled at everyone", "we told them"."""
        low = [w.lower() for w in words]
        said = [i for i, w in enumerate(low) if w in verbs() and verbs()[w].form in ("past", "present", "base")]
        return any({"i", "we"} & {*low[max(0, i - 2) : i]} for i in said)

    def marks(self, folded: str) -> str:
        """Single marks as double ones."""
        return double_marks(folded)

    def sentences(self, text: str, within: Span) -> Iterator[Span]:
        """Not cut behind abbreviations."""
        return english_sentences(text, within)

    def words(self, text: str, within: Span) -> Iterator[Span]:
        """With "'s" and "n't" apart."""
        return english_words(text, within)

    def names(self, text: str, found: Sequence[Name]) -> Sequence[Name]:
        """Without titles, with surnames and persons behind titles that the model missed."""
        return mended(text, found)

    def is_cue_form(self, word: str) -> bool:
        """True for every form of the verbs of cues.toml."""
        return word.lower() in verbs()

    def letters(self, word: str) -> str:
        """The word as it is."""
        return word

    def spelling(self, text: str) -> Callable[[str], str] | None:
        """None: English has one alphabet."""
        return None

    def nominative(self, words: Sequence[str]) -> str:
        """Without an article; "Sainsbury's" stays as it is."""
        body = list(words)
        while body and body[-1] in ("'", ","):
            body.pop()
        return _ARTICLE.sub("", _SIGNS.sub("", " ".join(body)))

    def stem(self, word: str) -> str:
        """Lower case, no possessive, no plural."""
        return stem(word)

    def gender(self, words: Sequence[str], before: str) -> Gender | None:
        """By honorific or given name."""
        return gender(words, before)

    def head(self, words: Sequence[str]) -> Sequence[str]:
        """What stands before "of", "for", "in"."""
        return head(words)

    def plural(self, word: str) -> bool:
        """By the ending."""
        return is_plural(word)

    def indefinite(self, words: Sequence[str]) -> bool:
        """By its article."""
        return words[0].lower() in ("a", "an", "one", "another", "some")

    def unnamed_subject(self, sentence: Sentence, names: Sequence[Name]) -> bool:
        """By the phrase that opens it, or because it brings "a chilly manager"."""
        line = Line(sentence, (), names)
        first = opening_subject(line)
        new = any(
            low in ("a", "an", "another")
            and line.low[max(0, i - 1)] not in _PREDICATES  # "X was a nurse", "trained as a lawyer"
            and any(stem(w) in nouns("en").roles for w in line.low[i + 1 : i + 4])
            for i, low in enumerate(line.low)
        )
        if new or first is None or line.person_in(*first):
            return new
        if line.text[first[1] + 1 : first[1] + 2] == [","] and any(0 < p[0] - first[1] <= _NEAR for p in line.persons):
            return False  # "The paper's editor, X, …"
        return kind_of(line.text[first[0] : first[1] + 1]) in ("roles", "anonymous")

    def names_another(self, words: Sequence[str]) -> bool:
        """Behind "Asked about", "Responding to", "After meeting"."""
        low = [w.lower() for w in words if w.lower() not in small("openers") or w.lower() == "when"]
        deed = low[1:2] if low[:1] in (["after"], ["before"], ["when"], ["while"], ["by"]) else low[:1]
        return bool(deed) and (deed[0] in ("asked", "questioned", "pressed", "told") or is_gerund(deed[0]))

    def definite(self, words: Sequence[str]) -> bool:
        """For "the champion", "the Leeds boss"; not "the club's boss", "the police spokesman"."""
        whose = any(w in ("'s", "'", "of", "for", "at") for w in words[1:])
        news_name_him = len(words) == 2 or words[-1].lower() not in link_words("unnamed")
        return words[0].lower() == "the" and not whose and news_name_him

    def described(self, words: Sequence[str], head: int) -> int:
        """Between the article and the noun: "the agriculture ministry"."""
        return modifiers(words, head)

    def pronoun(self, words: Sequence[str]) -> Pronoun | None:
        """He, she, they, it; "the 29-year-old", "the German" is he or she."""
        if len(words) == 2 and words[0].lower() == "the" and (words[1].endswith("-year-old") or is_native(words[1])):
            return Pronoun(False, None)
        return _PRONOUNS.get(words[0].lower()) if len(words) == 1 else None

    def role(self, sentence: Sentence, first: int, last: int) -> Role | None:
        """Before the name or in apposition behind it."""
        return role(sentence, first, last)
