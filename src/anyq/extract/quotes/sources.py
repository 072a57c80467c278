"""A source phrase -> who is meant: person, body, role, anonymous source, or an honest nobody."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from anyq.extract.parse import Sentence, Word
from anyq.extract.people import nominative, role_noun
from anyq.extract.quotes.bodies import NO_SPEAKER, Bodies
from anyq.extract.quotes.colons import subject_before
from anyq.extract.quotes.cues import Cue
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.media import OPEN, Press, citing_words, marked_names
from anyq.extract.quotes.named import SHARED, Named
from anyq.extract.quotes.phrases import is_person, key, phrase, span_of
from anyq.extract.quotes.pronouns import TWO, who
from anyq.extract.quotes.relays import of_another
from anyq.extract.quotes.roles import normal
from anyq.extract.quotes.scene import Answer, Scene
from anyq.extract.quotes.segments import relative_head
from anyq.extract.quotes.unnamed import NO_NAME, Unnamed, verb_gender
from anyq.text import Span

_HE = {"он": "Masc", "она": "Fem", "его": "Masc", "ее": "Fem", "её": "Fem"}
_BOTH = frozenset({"оба", "обе"})
NO_CUE = "no_cue_beside"


@dataclass(frozen=True)
class Sources:
    """Resolves the source phrases of one text, in text order: the scene remembers who spoke."""

    scene: Scene
    words: Lexicon
    lang: str
    press: Press

    def of(self, cue: Cue, own: Sequence[Span]) -> Answer:
        """Who is meant by the source of ``cue``; ``own`` are the words that this source says."""
        sentence = self.scene.parse.sentences[cue.sentence]
        verb = sentence.words[cue.index]
        if cue.source_head is None:
            return self._unsaid(cue, verb, own)
        if of_another(sentence, cue):
            return Answer(None, why=NO_NAME)
        head = self._antecedent(sentence, cue.source_head)
        indexes = list(cue.source) if head == cue.source_head else phrase(sentence, head)
        if not indexes:
            return Answer(None, why=NO_NAME)
        indexes = self._without_object(sentence, head, indexes)
        before = min(indexes) - 2
        if before >= 0 and sentence.words[before + 1].text == "из" and sentence.words[before].pos in ("NUM", "DET"):
            head, indexes = before, list(range(before, max(indexes) + 1))  # «по словам одного из жителей»
        medium = Bodies(self.scene, self.words, self.lang, self.press).medium(sentence, head)
        if medium is not None and "." in (medium.name or ""):
            return medium  # before any person: "Степ.фм" begins like a surname
        return self._phrase(cue, sentence, head, indexes, own)

    def _without_object(self, sentence: Sentence, head: int, indexes: list[int]) -> list[int]:
        """«судья с доводами прокурора согласилась»: with whom or what one agrees is no part of who does."""
        words = sentence.words
        verb = words[head].head
        means = next(
            (c for c in sentence.children(head, "nmod") if c > head and self._by_means(sentence, head, c)), None
        )
        if means is not None:
            indexes = [i for i in indexes if i < means]
        if words[head].rel != "nsubj" or verb <= head or key(words[verb].lemma) not in self.words.with_somebody:
            return indexes
        joined = (i for i in indexes if i > head and words[i].lemma in ("с", "со") and words[i].pos == "ADP")
        at = next(joined, None)
        return indexes if at is None else [i for i in indexes if i < at]

    @staticmethod
    def _by_means(sentence: Sentence, head: int, index: int) -> bool:
        """«мошенник голосом министра сказал»: with what it was done; «управляющий банком» governs a bank."""
        word = sentence.words[index]
        bare = word.feats.get("Case") == "Ins" and not any(sentence.children(index, "case"))
        governs = sentence.words[head].lemma.endswith(("щий", "щая", "щик", "овец"))
        return bare and not governs and sentence.words[head].rel == "nsubj"

    def _unsaid(self, cue: Cue, verb: Word, own: Sequence[Span]) -> Answer:
        if cue.kind in ("impersonal", "noun", "unnamed") or verb.feats.get("Number") == "Plur":
            return Answer(None, why=NO_NAME)
        if verb.feats.get("Gender") is None:
            return Answer(None, why=NO_NAME)
        return who(self.scene, cue.sentence, verb.span.start, verb.feats.get("Gender"), own)

    def _antecedent(self, sentence: Sentence, head: int) -> int:
        """«который» stands for the noun that its clause hangs from."""
        if sentence.words[head].lemma != "который" or sentence.words[head].feats.get("Case") not in ("Nom", None):
            return head
        return relative_head(sentence, head)

    def _phrase(self, cue: Cue, sentence: Sentence, head: int, indexes: list[int], own: Sequence[Span]) -> Answer:
        word = sentence.words[head]
        lemma, mention = key(word.lemma), span_of(sentence, indexes)
        pointing = self._pointing(cue, sentence, head, indexes, own)
        if pointing is not None:
            return pointing
        names = Named(self.scene, self.words)
        named = names.of(sentence, head, indexes, verb_gender(cue, sentence))
        if named is not None:
            return self.scene.people(named, mention) if named else Answer(None, why=SHARED, mention=mention)
        namesake = names.namesake(sentence, head, indexes, mention, verb_gender(cue, sentence))
        if namesake is not None:
            return namesake
        unnamed = Unnamed(self.scene, self.words, self.lang)
        if lemma in self.words.anonymous:
            return unnamed.anonymous(sentence, indexes, mention)
        title = self._title(cue, mention)
        common = word.pos in ("ADJ", "NOUN") and lemma not in self.words.media | self.words.bodies
        in_marks = sentence.words[indexes[0]].text in OPEN  # «Омский курьер» is a paper, whatever a курьер is
        if title is not None and common and (in_marks or not self._is_somebody(word)):
            return title
        if word.pos == "ADJ":
            return self._ordinal(cue, lemma, mention)
        reporter = self._reporter(cue, sentence, head, indexes)
        if reporter is not None:
            return reporter
        if self._is_somebody(word) or (lemma in self.words.groups and word.pos == "NOUN"):
            if word.feats.get("Number") == "Plur":
                return unnamed.group(sentence, head, indexes, mention)
            return (
                self._named_after(cue, sentence, max(indexes), head)
                or self._each(cue, sentence, head, indexes, own)
                or unnamed.role(cue, sentence, head, indexes, own)
            )
        if self._is_person_name(mention, word):
            return Answer(None, why=SHARED, mention=mention)
        return Bodies(self.scene, self.words, self.lang, self.press).of(sentence, head, indexes, mention)

    def _pointing(
        self, cue: Cue, sentence: Sentence, head: int, indexes: list[int], own: Sequence[Span]
    ) -> Answer | None:
        """Pronouns, numbers, «оба», «кто»: words that name nobody themselves; None for any other."""
        word, mention = sentence.words[head], span_of(sentence, indexes)
        if normal(word.text) in _BOTH or key(word.lemma) in _BOTH:
            return self._both(cue, mention)
        if word.pos in ("PRON", "DET") or normal(word.text) in _HE:
            return self._pronoun(cue, sentence, head, own)
        if word.pos in ("NUM", "SYM") or key(word.lemma) in self.words.quantifiers:
            return Unnamed(self.scene, self.words, self.lang).counted(sentence, head, indexes)
        if key(word.lemma) in self.words.nobody:
            return Answer(None, why=NO_SPEAKER, mention=mention)
        return None

    def _reporter(self, cue: Cue, sentence: Sentence, head: int, indexes: list[int]) -> Answer | None:
        """«передаёт корреспондент ТАСС», «собкор газеты «Заря»»: nobody by name, who reports for that medium."""
        if key(sentence.words[head].lemma) not in citing_words(self.lang, "media", "correspondents"):
            return None
        usual = cue.lemma in self.words.relay and sentence.words[cue.index].feats.get("Aspect") == "Imp"
        if cue.kind == "verb" and not usual and cue.lemma not in self.words.hands_on | {"сообщить"}:
            return None  # "журналист РБК рассказал, что его не пустили": he speaks for himself
        theirs = [m for m in self.press.of(sentence) if m.first > head and m.last in indexes]
        mention = span_of(sentence, indexes)
        if len(theirs) == 1:
            named = Bodies(self.scene, self.words, self.lang, self.press).medium(sentence, theirs[0].head)
            return replace(named, mention=mention) if named is not None else None
        marked = [name for name, inside in marked_names(self.scene.parse, sentence) if inside[0] == head + 2]
        return Answer(marked[0], "outlet", mention=mention) if marked and not theirs else None

    def _title(self, cue: Cue, mention: Span) -> Answer | None:
        """«Невские вести» сообщают: a name of common words in marks, which only a medium has beside such a verb."""
        said = mention.of(self.scene.parse.folded)
        opened = next((n for n, c in enumerate(said) if c in '«"„“'), None)
        if cue.lemma not in self.words.relay or opened is None or said[-1] not in '»"”“' or opened > len(said) - 4:
            return None
        name = said[opened + 1 : -1]
        whole = name[:1].isupper() and not any(c in '«»"' for c in name)
        return Answer(name, "body", mention=mention) if whole and len(name.split()) > 1 else None

    def _ordinal(self, cue: Cue, lemma: str, mention: Span) -> Answer:
        """«первый», «последний»: by the order in which two were named in the sentence before."""
        named = [a for a in self.scene.actors.get(cue.sentence - 1, ()) if a.figure is not None]
        order = list(dict.fromkeys(a.figure for a in named if a.figure is not None))
        place = {"первый": 0, "второй": 1, "последний": len(order) - 1}.get(lemma)
        if lemma == "последний" and len(order) == 1:
            return self.scene.people(order, mention)
        if place is None or len(order) != 2:
            return Answer(None, why=NO_NAME, mention=mention)
        return self.scene.people([order[place]], mention)

    def _each(self, cue: Cue, sentence: Sentence, head: int, indexes: list[int], own: Sequence[Span]) -> Answer | None:
        """«премьер-министр и глава комитета согласились»: two roles of a plural verb, each with its own person."""
        second = next((c for c in sentence.children(head, "conj") if c in indexes), None)
        if second is None or sentence.words[cue.index].feats.get("Number") != "Plur":
            return None
        if not is_person(sentence.words[second]):
            return None
        unnamed = Unnamed(self.scene, self.words, self.lang)
        parts = [i for i in indexes if i < second - 1], [i for i in indexes if i >= second]
        one, other = (unnamed.role(cue, sentence, h, part, own) for h, part in zip((head, second), parts, strict=True))
        if one.known and other.known and one.kind == other.kind == "person":
            figures = [*one.figures, *other.figures]
            return self.scene.people(list(dict.fromkeys(figures)), span_of(sentence, indexes))
        both = span_of(sentence, indexes)
        if one.kind == other.kind == "role":
            return Answer(both.of(self.scene.parse.folded), "group", mention=both)
        return Answer(None, why=one.why or other.why or NO_NAME, mention=both)

    def _named_after(self, cue: Cue, sentence: Sentence, last: int, head: int) -> Answer | None:
        """«заместитель председателя – министр финансов Иван Петров»: the name stands behind a dash or a comma."""
        words = sentence.words
        if last + 1 >= len(words) or words[last + 1].text not in ("–", "—", "-") or not is_person(words[head]):
            return None
        for at in range(last + 2, min(last + 14, len(words))):
            if words[at].feats.get("VerbForm") == "Fin" or words[at].pos == "SCONJ" or at == cue.index:
                return None
            found = [f for m, f in self.scene.figures_in(sentence.span) if m.start == words[at].span.start]
            if found and words[at].feats.get("Case") in ("Nom", words[head].feats.get("Case")):
                return self.scene.people(found[:1], self.scene.figures[found[0]].mentions[0])
        return None

    def _is_somebody(self, word: Word) -> bool:
        """A noun for a person, also where the capital of a sentence makes it look like a name ("Диетолог считает")."""
        if word.pos != "PROPN" or word.text.isupper() or role_noun(word) is None:
            return is_person(word)
        if any(role_noun(word) in f.role_heads for f in self.scene.figures):
            return True  # "подчеркнул Премьер-министр"
        if word.text.startswith("Экс-"):
            return True
        parse = self.scene.parse
        first = parse.sentences[parse.sentence_at(word.span.start)].words[0] is word
        return not any(not (first and n.span == word.span) for n in parse.names_touching(word.span))

    def _is_person_name(self, mention: Span, word: Word) -> bool:
        if word.pos == "PROPN" and key(word.lemma) in self.words.bodies | self.words.plain_bodies:
            return False  # «Защита Крутова» begins a sentence with a capital
        if word.pos == "NOUN" and key(word.lemma) in self.words.bodies:  # «служба Лесоморска» has the name of a place
            return any(len(self.scene.parse.words_in(m)) > 1 for m, _ in self.scene.figures_in(mention))
        kinds = {n.kind for n in self.scene.parse.names_touching(mention)}
        if "PER" in kinds:
            return True
        return word.pos == "PROPN" and word.feats.get("Animacy") == "Anim" and not kinds

    def _both(self, cue: Cue, mention: Span) -> Answer:
        """«оба»: the two named in the sentence before, if there are just two."""
        for number in (cue.sentence - 1, cue.sentence - 2):
            here = {a.figure for a in self.scene.actors.get(number, ()) if a.figure is not None}
            if here:
                order = sorted(here, key=lambda f: self.scene.figures[f].mentions[0])
                return self.scene.people(order, mention) if len(here) == 2 else Answer(None, why=TWO, mention=mention)
        return Answer(None, why=TWO, mention=mention)

    def _pronoun(self, cue: Cue, sentence: Sentence, head: int, own: Sequence[Span]) -> Answer:
        word = sentence.words[head]
        before = subject_before(sentence, cue)
        if before is not None:  # "X оценил планы осторожно: по его мнению, …"
            named = self._phrase(cue, sentence, before, phrase(sentence, before), own)
            return replace(named, mention=word.span)
        gender = _HE.get(normal(word.text)) or _HE.get(key(word.lemma))
        if normal(word.text) in ("они", "их") or (word.lemma in ("он", "они") and word.feats.get("Number") == "Plur"):
            return self._they(word)
        if gender is None:
            return Answer(None, why=NO_NAME, mention=word.span)
        answer = who(self.scene, cue.sentence, word.span.start, gender, own)
        return Answer(answer.name, answer.kind, answer.figures, answer.why, word.span)

    def _they(self, word: Word) -> Answer:
        number = self.scene.parse.sentence_at(word.span.start)
        cited = [t.answer for t in self.scene.cited if t.sentence == number - 1]
        if cited:
            return Answer(cited[-1].name, cited[-1].kind, cited[-1].figures, mention=word.span)
        pair = self._pair_before(word, number - 1)
        if pair is not None:
            return pair
        group = self._plural_before(word)
        if group is not None:
            return group
        turn = self.scene.last_turn(word.span.start)
        if (
            turn
            and turn.answer.known
            and (turn.answer.kind in ("group", "body", "outlet") or len(turn.answer.figures) > 1)
        ):
            return Answer(turn.answer.name, turn.answer.kind, turn.answer.figures, mention=word.span)
        return Answer(None, why=TWO, mention=word.span)

    def _pair_before(self, word: Word, number: int) -> Answer | None:
        """«Ирма Лотос и Алекс Родан поженятся. Они …»: the persons who are together the subject."""
        subjects = [a for a in self.scene.actors.get(number, ()) if a.subject]
        figures = list(dict.fromkeys(a.figure for a in subjects))
        if len(figures) < 2 or None in figures:
            return None
        plural = any(
            w.pos in ("VERB", "AUX") and w.feats.get("Number") == "Plur" and w.feats.get("VerbForm") == "Fin"
            for w in self.scene.parse.sentences[number].words
        )
        return self.scene.people([f for f in figures if f is not None], word.span) if plural else None

    def _plural_before(self, word: Word) -> Answer | None:
        """Several people who are the subject of the sentence before."""
        number = self.scene.parse.sentence_at(word.span.start) - 1
        if number < 0:
            return None
        sentence = self.scene.parse.sentences[number]
        for index, other in enumerate(sentence.words):
            if (
                other.rel == "nsubj"
                and other.pos == "NOUN"
                and other.feats.get("Number") == "Plur"
                and is_person(other)
            ):
                mention = span_of(sentence, phrase(sentence, index))
                if self.scene.in_speech(mention):
                    continue
                named = self.scene.figures_in(mention)
                if named:
                    return self.scene.people(list(dict.fromkeys(f for _, f in named)), word.span)
                return Answer(nominative(self.scene.parse, mention), "group", mention=word.span)
        return None
