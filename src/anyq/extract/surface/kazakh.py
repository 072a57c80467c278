"""The grammar of Kazakh, in both scripts: the cue closes the sentence, the head its phrase, endings tell the cases."""

from collections.abc import Callable, Iterator, Sequence

from anyq.extract.parse import Name, Sentence
from anyq.extract.people.figure import Gender
from anyq.extract.quotes.cited import Cited
from anyq.extract.surface.cue import Cue, Pronoun, Role
from anyq.extract.surface.kazakh_clauses import Clause
from anyq.extract.surface.kazakh_cues import verb_cues
from anyq.extract.surface.kazakh_endings import bare, is_owned, is_plural
from anyq.extract.surface.kazakh_lexicon import known
from anyq.extract.surface.kazakh_names import nominative, refined
from anyq.extract.surface.kazakh_phrases import colon_cue, phrase_cues, told_cues
from anyq.extract.surface.kazakh_roles import role_beside
from anyq.extract.surface.kazakh_script import either, spelling
from anyq.extract.surface.kazakh_signs import signed
from anyq.extract.surface.kazakh_sources import ranked
from anyq.extract.surface.kazakh_text import sentences, words
from anyq.extract.surface.kazakh_verbs import can_say
from anyq.extract.surface.nouns import nouns
from anyq.text import Span

# the two Latin alphabets read these letters crosswise: a name must have one stem in both
_ALIKE = str.maketrans("ійұ", "ииу")
_HE, _THEY = Pronoun(False, None), Pronoun(True, None)
_PRONOUNS = {"ол": _HE, "оның": _HE, "оған": _HE, "оны": _HE, "олар": _THEY, "олардың": _THEY, "оларға": _THEY}


class Kazakh:
    """Fits ``Grammar``."""

    lang = "kk"
    runs_on = False
    dialogue_dash = True
    marks_go_on = False

    def cues(self, sentence: Sentence, number: int, quoted: Sequence[Span], names: Sequence[Name]) -> Sequence[Cue]:
        """Every cue of a sentence in text order."""
        clause = Clause(sentence, quoted, names)
        verbs = verb_cues(clause, number)
        phrases = phrase_cues(clause, number)
        if not verbs and not phrases:
            return colon_cue(clause, number)
        found = ranked(clause, verbs, phrases)
        if found:
            found += [
                c
                for c in told_cues(clause, number)
                if not any(
                    c.span.touches(s)
                    for o in found
                    for s in (o.span, *o.content, *([] if o.source is None else [o.source]))
                )
            ]
        return sorted(found, key=lambda c: c.span)

    def is_cue_form(self, word: str) -> bool:
        """True for «деп», «деді» and the finite forms of cues.toml, in either script."""
        return any(can_say(form) for form in either(word))

    def signed(self, text: str) -> Sequence[Cited]:
        """The agency of the dateline, and lines that name a source."""
        return tuple(signed(text))

    def continues(self, before: str, first: str) -> bool:
        """Not told by the words beside."""
        return False

    def speaks_of_himself(self, words: Sequence[str]) -> bool:
        """Not read."""
        return False

    def marks(self, folded: str) -> str:
        """The text as it is: Kazakh marks are those of Russian."""
        return folded

    def sentences(self, text: str, within: Span) -> Iterator[Span]:
        """The sentences of ``text[within]``; a dateline is one by itself."""
        return sentences(text, within)

    def words(self, text: str, within: Span) -> Iterator[Span]:
        """The words, numbers and punctuation marks of ``text[within]``."""
        return words(text, within)

    def names(self, text: str, found: Sequence[Name]) -> Sequence[Name]:
        """Names cut at case endings; surnames of persons who are named in full elsewhere."""
        return refined(text, found)

    def letters(self, word: str) -> str:
        """The word in Cyrillic."""
        return spelling(word)(word)

    def spelling(self, text: str) -> Callable[[str], str] | None:
        """Words of a text in Cyrillic, by the alphabet of the text."""
        return spelling(text)

    def nominative(self, words: Sequence[str]) -> str:
        """The last word without its case ending, in the letters of the text; a possessive stays."""
        return nominative(words)

    def stem(self, word: str) -> str:
        """In Cyrillic, lower case; nouns of the lists without any ending, other words without a case ending."""
        stems = [bare(form) for form in either(word)]
        return next((s for s in stems if known(s)), stems[0].translate(_ALIKE))

    def gender(self, words: Sequence[str], before: str = "") -> Gender | None:
        """Kazakh grammar has none."""
        return None

    def head(self, words: Sequence[str]) -> Sequence[str]:
        """All words: a phrase ends in its head."""
        return words

    def plural(self, word: str) -> bool:
        """True for -лар and its kin, with or without a possessive."""
        return is_plural(either(word)[0])

    def indefinite(self, words: Sequence[str]) -> bool:
        """«Бір тұрғын»."""
        return either(words[0])[0] == "бір"

    def unnamed_subject(self, sentence: Sentence, names: Sequence[Name]) -> bool:
        """Not read."""
        return False

    def names_another(self, words: Sequence[str]) -> bool:
        """Never: whoever is named before the pronoun may be meant."""
        return False

    def definite(self, words: Sequence[str]) -> bool:
        """A role that nobody owns and no capital names points at somebody known: «португалиялық маман»; by where he
        comes from, always: «Түрік басшысы».
        """
        if any(either(w.lower())[0] in nouns("kk").demonyms for w in words[:-1]):
            return True
        return not any(w[:1].isupper() for w in words) and not is_owned(either(words[-1])[0])

    def described(self, words: Sequence[str], head: int) -> int:
        """None but those of names: a described body has an ending of possession, by which names are found."""
        return head

    def pronoun(self, words: Sequence[str]) -> Pronoun | None:
        """Ол, олар, in the cases that a source can stand in."""
        return _PRONOUNS.get(either(words[0])[0]) if len(words) == 1 else None

    def role(self, sentence: Sentence, first: int, last: int) -> Role | None:
        """The role before the name, else the one behind it after a comma or a dash."""
        return role_beside(sentence, first, last)
