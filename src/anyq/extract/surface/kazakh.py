"""The grammar of Kazakh: the cue closes the sentence ("… деп мәлімдеді X"), names shed their case endings."""

import re
from collections.abc import Sequence

from anyq.extract.parse import Name, Sentence
from anyq.extract.people.figure import Gender
from anyq.extract.surface.cue import Cue, Pronoun, Role
from anyq.text import Span

# Latin letters of 2017-2021 -> Cyrillic; digraphs first
_LATIN = {
    "sh": "ш", "ch": "ч", "ıý": "ию", "á": "ә", "ä": "ә", "ǵ": "ғ", "ğ": "ғ", "ı": "и", "i": "і", "ń": "ң", "ñ": "ң",
    "ó": "ө", "ö": "ө", "ú": "ү", "ü": "ү", "ý": "у", "ū": "ұ", "u": "ұ", "ş": "ш", "y": "ы", "a": "а", "b": "б",
    "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "j": "ж", "k": "к", "q": "қ", "l": "л", "m": "м", "n": "н",
    "o": "о", "p": "п", "r": "р", "s": "с", "t": "т", "v": "в", "z": "з", "w": "у", "x": "х",
}  # fmt: skip
_CASES = re.compile(r"(?:[нтд][ыі]ң|[дт][ыі]|н[ыі]|[гғкқ][ае]|[дтн][ае]н?|[бмп][ае]н|мен|бен|пен)$")
_DEP = frozenset({"деп", "dep", "деген"})


class Kazakh:
    """Fits ``Grammar``."""

    lang = "kk"

    def cues(self, sentence: Sentence, number: int, quoted: Sequence[Span], names: Sequence[Name]) -> Sequence[Cue]:
        """«… деп мәлімдеді X»: all before «деп» is reported, all behind the verb names who speaks."""
        words = sentence.words
        for at, word in enumerate(words[:-1]):
            if word.text.lower() not in _DEP or at == 0:
                continue
            verb = at + 1
            end = max((i for i in range(len(words)) if words[i].text not in ".!?…"), default=verb)
            source = Span(words[verb + 1].span.start, words[end].span.end) if verb < end else None
            content = Span(words[0].span.start, words[at - 1].span.end)
            cue = Span(word.span.start, words[verb].span.end)
            return [Cue(number, cue, "verb", words[verb].lemma, source, (content,))]
        return []

    def is_cue_form(self, word: str) -> bool:
        """True for «деп» and «деді»."""
        return word.lower() in ("деп", "деді", "дейді", "dep", "dedi", "deıdi")

    def letters(self, word: str) -> str:
        """The word in Cyrillic."""
        if not re.search("[a-záǵıńóýúäğñöüş]", word.lower()):
            return word
        low, found = word.lower(), ""
        while low:
            size = 2 if low[:2] in _LATIN else 1
            found += _LATIN.get(low[:size], low[:size])
            low = low[size:]
        return found.capitalize() if word[:1].isupper() else found

    def nominative(self, words: Sequence[str]) -> str:
        """The last word without its case ending."""
        last = words[-1]
        return " ".join([*words[:-1], _CASES.sub("", last) or last])

    def stem(self, word: str) -> str:
        """In Cyrillic, lower case, without a case ending."""
        low = self.letters(word).lower()
        return _CASES.sub("", low) or low

    def gender(self, given: str) -> Gender | None:
        """Kazakh grammar has none, and nothing here needs it."""
        return None

    def pronoun(self, words: Sequence[str]) -> Pronoun | None:
        """Ол, олар."""
        low = [self.letters(w).lower() for w in words]
        return {"ол": Pronoun(False, None), "олар": Pronoun(True, None)}.get(low[0]) if len(low) == 1 else None

    def role(self, sentence: Sentence, first: int, last: int) -> Role | None:
        """None yet."""
        return None
