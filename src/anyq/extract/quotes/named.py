"""The persons whom a source phrase names itself: by full name, surname, initials or nickname."""

from dataclasses import dataclass

from anyq.extract.parse import Sentence
from anyq.extract.people import Figure, is_kinship
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
            if not self._is_named(sentence, head, inside, figure):
                continue
            said = {sentence.words[i].feats.get("Case") for i in inside} - {None}
            agree = {case, "Acc", "Gen"} if case in ("Gen", "Acc") else {case}
            nominative_as_written = case == "Nom" and self._as_named(mention, figure)
            if case is not None and said and not said & agree and not nominative_as_written:
                continue
            if self._anothers(sentence, head, inside, case, figure):
                return None
            if self._owner(sentence, head, inside, figure):
                continue
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
        if not is_person(sentence.words[head]):
            return []
        span = span_of(sentence, indexes)
        if sentence.words[head].rel != "nsubj":
            return self._closing_oblique(sentence, head, indexes)
        for mention, figure in self.scene.figures_in(span):
            cases = {sentence.words[i].feats.get("Case") for i in indexes if mention.holds(sentence.words[i].span)}
            inside = [i for i in indexes if mention.holds(sentence.words[i].span)]
            if self._owner(sentence, head, inside, figure):
                continue
            if mention.end == span.end and (cases == {"Nom"} or self._as_named(mention, figure)):
                return [figure]
        return []

    def _closing_oblique(self, sentence: Sentence, head: int, indexes: list[int]) -> list[int]:
        """«на заместителя главы Нацбанка Таланта Исакова»: a full name in the case of the noun it is far from."""
        span, case = span_of(sentence, indexes), sentence.words[head].feats.get("Case")
        for mention, figure in self.scene.figures_in(span):
            name = [i for i in indexes if mention.holds(sentence.words[i].span)]
            cases = {sentence.words[i].feats.get("Case") for i in name}
            agrees = cases <= ({"Gen", "Acc"} if case in ("Gen", "Acc") else {case})
            held = normal(sentence.words[head].lemma) in {normal(r) for r in self.scene.figures[figure].role_heads}
            if mention.end == span.end and agrees and held and self._own_name(sentence, head, name, figure):
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
        kin = [n for n in self._called_by_given(figure) if self.scene.figures[n].gender == gender]
        if len(kin) == 1:
            return kin
        if one.given and self._only_given(one.given, span):
            return [figure]  # the gender of a rare first name is a guess
        bare = any(m == span or len(m) == len(one.surname or "") for m, f in self.scene.figures_in(span) if f == figure)
        return [] if bare and one.given else [figure]

    def _called_by_given(self, figure: int) -> list[int]:
        """«жена Захарова Ирина»: those whose given name stands right behind the surname of ``figure``."""
        ends = {m.end + 1 for m in self.scene.figures[figure].mentions}
        return [
            n
            for n, f in enumerate(self.scene.figures)
            if not (f.given and f.surname) and any(m.start in ends for m in f.mentions)
        ]

    def _only_given(self, given: str, span: Span) -> bool:
        """True if ``span`` is a first name that one person of the text has."""
        bearers = [f for f in self.scene.figures if f.given and normal(f.given) == normal(given)]
        return normal(span.of(self.scene.parse.folded)) == normal(given) and len(bearers) == 1

    def _anothers(self, sentence: Sentence, head: int, name: list[int], case: str | None, figure: int) -> bool:
        """«по словам жены Иванова»: in the genitive the name beside a word of kinship may be its owner."""
        if case != "Gen" or head in name or key(sentence.words[head].lemma) not in self.words.kin:
            return False
        return min(name) == head + 1 and not self._own_name(sentence, head, name, figure)

    def _is_named(self, sentence: Sentence, head: int, name: list[int], figure: int) -> bool:
        """True if the words of a name, which there must be, name who ``head`` is."""
        if not name:
            return False
        return any(self._names(sentence, i, head) for i in name) or self._follows(sentence, head, name, figure)

    def _follows(self, sentence: Sentence, head: int, name: list[int], figure: int) -> bool:
        """«на агента Петра Гайдая»: the tree hangs the name on the noun before it as an owner."""
        first = sentence.words[name[0]]
        oblique = (
            sentence.words[head].feats.get("Case") in ("Gen", "Acc", "Dat") and sentence.words[head].rel != "nsubj"
        )
        return oblique and first.head == head and name[0] == head + 1 and self._own_name(sentence, head, name, figure)

    def _own_name(self, sentence: Sentence, head: int, name: list[int], figure: int) -> bool:
        """«по словам адвоката Ляззат Абдировой»: a full name behind a word for no kinship, of the same gender."""
        one, noun = self.scene.figures[figure], sentence.words[head]
        kinship = key(noun.lemma) in self.words.family or is_kinship(noun.text)
        man = noun.feats.get("Gender") == "Masc"  # "адвокат" may be a woman
        return len(name) > 1 and bool(one.given) and not kinship and (man or one.gender == "Fem")

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
        if any(key(word.lemma) in f.role_heads for f in self.scene.figures):
            return None  # "Премьер-министр": the office that somebody here holds
        inside = head > 0 and sentence.words[head - 1].text not in '«"—–-:'
        if word.pos == "NOUN" and is_person(word) and inside and len(indexes) == 1 and not word.text.isupper():
            return Answer(None, why=SHARED, mention=mention)
        return None
