"""The persons whom a source phrase names itself: by full name, surname, initials or nickname."""

from dataclasses import dataclass

from anyq.extract.parse import Sentence
from anyq.extract.people import Figure
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.phrases import is_person, key, names_head, span_of
from anyq.extract.quotes.roles import normal
from anyq.extract.quotes.scene import Answer, Scene
from anyq.text import Span

SHARED = "shared_surname"


@dataclass(frozen=True)
class Named:
    """Finds the figures of one text in its source phrases."""

    scene: Scene
    words: Lexicon

    def of(self, sentence: Sentence, head: int, indexes: list[int], gender: str | None) -> list[int] | None:
        """Figures named by the phrase itself, not merely inside it ("адвокат Иванова"); None if it names nobody.

        An empty list: a name that could be two people's, or that does not go with the verb.
        """
        span = span_of(sentence, indexes)
        initials = self._by_initials(sentence, head)
        if initials is not None:
            return [initials]
        case = "Nom" if sentence.words[head].rel == "nsubj" else sentence.words[head].feats.get("Case")
        found: list[int] = []
        for mention, figure in self.scene.figures_in(span):
            inside = [i for i in indexes if mention.holds(sentence.words[i].span)]
            if not inside or not any(self._names(sentence, i, head) for i in inside):
                continue
            said = {sentence.words[i].feats.get("Case") for i in inside} - {None}
            agree = {case, "Acc", "Gen"} if case in ("Gen", "Acc") else {case}
            nominative_as_written = case == "Nom" and self._as_named(mention, figure)
            if case is not None and said and not said & agree and not nominative_as_written:
                continue
            if self._anothers(sentence, head, inside, case) or self._owner(sentence, head, inside, figure):
                return None
            if figure not in found:
                found.append(figure)
        if not found:
            found = self._closing(sentence, head, indexes)
        if not found:
            return None
        if len(found) == 1 and self._may_be_kin(found[0], span):
            return []
        if len(found) == 1 and gender:
            return self._agreeing(found[0], gender, span)
        return found

    def _by_initials(self, sentence: Sentence, head: int) -> int | None:
        """«по словам С. Протасова»: the tree takes the initial for the head, and cuts the surname off."""
        word = sentence.words[head]
        if len(word.text) > 2 or not word.text[:1].isupper():
            return None
        return next((f for m, f in self.scene.figures_in(sentence.span) if m.start == word.span.start), None)

    def _closing(self, sentence: Sentence, head: int, indexes: list[int]) -> list[int]:
        """«вице-министр при министре Досжанове Лаура Бисенова»: a nominative name that closes a subject."""
        if sentence.words[head].rel != "nsubj" or not is_person(sentence.words[head]):
            return []
        span = span_of(sentence, indexes)
        for mention, figure in self.scene.figures_in(span):
            cases = {sentence.words[i].feats.get("Case") for i in indexes if mention.holds(sentence.words[i].span)}
            inside = [i for i in indexes if mention.holds(sentence.words[i].span)]
            if self._owner(sentence, head, inside, figure):
                continue
            if mention.end == span.end and (cases == {"Nom"} or self._as_named(mention, figure)):
                return [figure]
        return []

    def _may_be_kin(self, figure: int, span: Span) -> bool:
        """A bare surname that others bear too: «Артём и Юлия Бондарь», «братья Гайнуллины», «Сапаров-эксперт»."""
        one = self.scene.figures[figure]
        here = [m for m, f in self.scene.figures_in(span) if f == figure]
        if any(" " in m.of(self.scene.parse.folded) for m in here):
            return False
        stem = normal((one.surname or one.name).split("-")[0])[:-1]
        for n, other in enumerate(self.scene.figures):
            if n == figure:
                continue
            bears = one.given is None and other.surname is not None and normal(other.surname).startswith(stem)
            beside = other.surname is None and any(
                o.end + 3 == m.start and o.end + 3 <= len(self.scene.parse.folded)
                for o in other.mentions
                for m in one.mentions
            )
            if bears or (beside and one.surname is not None):
                return True
        return one.given is None and any(
            w.text.lower().replace("ё", "е") in (stem + "ны", stem + "вы", stem + "ины", normal(one.name) + "ы")
            for s in self.scene.parse.sentences
            for w in s.words
        )

    def _as_named(self, mention: Span, figure: int) -> bool:
        """True if a mention of two words and more is written as the nominative is: the tagger missed its case."""
        written = mention.of(self.scene.parse.folded)
        return " " in written and written == self.scene.figures[figure].name

    def _names(self, sentence: Sentence, index: int, head: int) -> bool:
        """In apposition to ``head``; the tree often hangs «директора Ивана Петрова» as if it were an owner."""
        if names_head(sentence, index, head):
            return True
        word, above = sentence.words[index], sentence.words[head]
        hangs = word.rel == "nmod" and word.head == head and not any(True for _ in sentence.children(index, "case"))
        oblique = above.feats.get("Case") in ("Gen", "Acc", "Dat") and above.rel != "nsubj"
        return hangs and oblique and is_person(above) and key(above.lemma) not in self.words.kin

    def _agreeing(self, figure: int, gender: str, span: Span) -> list[int]:
        """A name that does not go with the verb belongs to a namesake: "Гамарник написал"."""
        one = self.scene.figures[figure]
        if one.gender in (None, gender):
            return [figure]
        namesakes = [
            n
            for n, f in enumerate(self.scene.figures)
            if n != figure and f.surname == one.surname and f.gender == gender
        ]
        if len(namesakes) == 1 and one.surname:
            return namesakes
        if one.given and self._only_given(one.given, span):
            return [figure]  # the gender of a rare first name is a guess
        bare = any(m == span or len(m) == len(one.surname or "") for m, f in self.scene.figures_in(span) if f == figure)
        return [] if bare and one.given else [figure]

    def _only_given(self, given: str, span: Span) -> bool:
        """True if ``span`` is a first name that one person of the text has."""
        bearers = [f for f in self.scene.figures if f.given and normal(f.given) == normal(given)]
        return normal(span.of(self.scene.parse.folded)) == normal(given) and len(bearers) == 1

    def _anothers(self, sentence: Sentence, head: int, name: list[int], case: str | None) -> bool:
        """«по словам жены Иванова»: in the genitive the name beside a word of kinship may be its owner."""
        if case != "Gen" or head in name or key(sentence.words[head].lemma) not in self.words.kin:
            return False
        return min(name) == head + 1

    def _owner(self, sentence: Sentence, head: int, name: list[int], figure: int) -> bool:
        """«мать Уваровой», «подруга Соллер»: a bare surname beside such a word, which is somebody else's."""
        lemma, one = key(sentence.words[head].lemma), self.scene.figures[figure]
        if name != [head + 1] or lemma not in self.words.kin or one.surname is None:
            return False
        if normal(sentence.words[head + 1].text) != normal(one.surname):
            return True
        held = {normal(r) for r in one.role_heads}
        hangs = sentence.words[head + 1].rel == "nmod" or lemma in self.words.family
        return hangs and bool(one.given) and lemma not in held

    def _called(self, figure: Figure, parts: list[str]) -> bool:
        """True for a bearer of a surname, or of one that is written so and does not decline ("Марине Цой")."""
        written = {normal(m.of(self.scene.parse.folded).split()[-1]) for m in figure.mentions if figure.surname}
        return (figure.surname is not None and normal(figure.surname) in parts) or bool(written & set(parts))

    def namesake(
        self, sentence: Sentence, head: int, indexes: list[int], mention: Span, gender: str | None
    ) -> Answer | None:
        """A common word that is somebody's surname here ("Король", "Сапаров-эксперт"), or a nickname."""
        word = sentence.words[head]
        if word.pos not in ("NOUN", "PROPN") or not word.text[:1].isupper():
            return None
        parts = [normal(p) for p in word.text.split("-")]
        bearers = [n for n, f in enumerate(self.scene.figures) if self._called(f, parts)]
        if len(bearers) > 1 and gender:
            bearers = [n for n in bearers if self.scene.figures[n].gender in (None, gender)] or bearers
        if bearers:
            return (
                self.scene.people(bearers, mention)
                if len(bearers) == 1 and len(parts) == 1
                else Answer(None, why=SHARED, mention=mention)
            )
        inside = head > 0 and sentence.words[head - 1].text not in '«"—–-:'
        if word.pos == "NOUN" and is_person(word) and inside and len(indexes) == 1 and not word.text.isupper():
            return Answer(None, why=SHARED, mention=mention)
        return None
