"""The grammar of English: said before or after, "according to", "citing"."""

import re
from collections.abc import Sequence
from functools import cache

from anyq.extract.parse import Name, Sentence
from anyq.extract.people.figure import Gender
from anyq.extract.surface.cue import Cue, Pronoun, Role
from anyq.languages import table
from anyq.text import Span

_PRONOUNS = {"he": Pronoun(False, "Masc"), "she": Pronoun(False, "Fem"), "they": Pronoun(True, None)}
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(str(table("en", "cues")["verbs"]).split())


class English:
    """Fits ``Grammar``."""

    lang = "en"

    def cues(self, sentence: Sentence, number: int, quoted: Sequence[Span], names: Sequence[Name]) -> Sequence[Cue]:
        """Every cue of a sentence in text order."""
        found: list[Cue] = []
        words = sentence.words
        for at, word in enumerate(words):
            if word.text.lower() in _verbs() and not any(q.holds(word.span) for q in quoted):
                start = at
                while start and words[start - 1].text not in (",", "—", "”", '"', ".", ";"):
                    start -= 1
                source = Span(words[start].span.start, words[at - 1].span.end) if start < at else None
                content: tuple[Span, ...] = ()
                if at + 1 < len(words) and words[at + 1].text == "that":
                    content = (Span(words[at + 2].span.start, sentence.span.end),)
                found.append(Cue(number, word.span, "verb", word.lemma, source, content))
        return found

    def is_cue_form(self, word: str) -> bool:
        """True for the verbs of cues.toml."""
        return word.lower() in _verbs()

    def letters(self, word: str) -> str:
        """The word as it is."""
        return word

    def nominative(self, words: Sequence[str]) -> str:
        """Without an article."""
        return _ARTICLE.sub("", " ".join(words))

    def stem(self, word: str) -> str:
        """Lower case, no possessive, no plural."""
        low = re.sub(r"[’']s?$", "", word.lower())
        return low[:-1] if len(low) > 3 and low.endswith("s") and not low.endswith("ss") else low

    def gender(self, given: str) -> Gender | None:
        """Not known yet."""
        return None

    def pronoun(self, words: Sequence[str]) -> Pronoun | None:
        """He, she, they."""
        return _PRONOUNS.get(words[0].lower()) if len(words) == 1 else None

    def role(self, sentence: Sentence, first: int, last: int) -> Role | None:
        """None yet."""
        return None
