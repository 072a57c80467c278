"""A source phrase -> who is meant: person, body, role, anonymous source, or an honest nobody."""

from collections.abc import Sequence
from dataclasses import dataclass

from anyq.extract.parse import Sentence, Word
from anyq.extract.people import nominative
from anyq.extract.quotes.bodies import NO_SPEAKER, Bodies
from anyq.extract.quotes.cues import Cue
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.phrases import key, names_head, phrase, span_of
from anyq.extract.quotes.pronouns import TWO, who
from anyq.extract.quotes.roles import RolePhrase, is_epithet, normal, pick
from anyq.extract.quotes.scene import Answer, Scene
from anyq.text import Span

_HE = {"он": "Masc", "она": "Fem", "его": "Masc", "ее": "Fem", "её": "Fem"}
_BOTH = frozenset({"оба", "обе"})
_FEMININE = ("ница", "чица", "щица", "иса", "стка", "нка", "анка", "льница", "ица", "ша", "истка")
SHARED = "shared_surname"
ROLE_TWO = "role_held_by_two"
ROLE_UNNAMED = "role_without_a_name"
NO_CUE = "no_cue_beside"
NO_NAME = "no_name_given"


@dataclass(frozen=True)
class Sources:
    """Resolves the source phrases of one text, in text order: the scene remembers who spoke."""

    scene: Scene
    words: Lexicon
    lang: str

    def of(self, cue: Cue, own: Sequence[Span]) -> Answer:
        """Who is meant by the source of ``cue``; ``own`` are the words that this source says."""
        sentence = self.scene.parse.sentences[cue.sentence]
        verb = sentence.words[cue.index]
        if cue.source_head is None:
            return self._unsaid(cue, verb, own)
        head = self._antecedent(sentence, cue.source_head)
        indexes = list(cue.source) if head == cue.source_head else phrase(sentence, head)
        if not indexes:
            return Answer(None, why=NO_NAME)
        medium = Bodies(self.scene, self.words, self.lang).medium(sentence, head)
        if medium is not None and "." in (medium.name or ""):
            return medium  # before any person: "Степ.фм" begins like a surname
        return self._phrase(cue, sentence, head, indexes, own)

    def _unsaid(self, cue: Cue, verb: Word, own: Sequence[Span]) -> Answer:
        if cue.kind == "impersonal" or verb.feats.get("Number") == "Plur":
            return Answer(None, why=NO_NAME)
        if verb.feats.get("Gender") is None:
            return Answer(None, why=NO_NAME)
        return who(self.scene, cue.sentence, verb.span.start, verb.feats.get("Gender"), own)

    def _antecedent(self, sentence: Sentence, head: int) -> int:
        """«который» stands for the noun that its clause hangs from."""
        if sentence.words[head].lemma != "который" or sentence.words[head].feats.get("Case") not in ("Nom", None):
            return head
        verb = sentence.words[head].head
        above = sentence.words[verb].head if verb >= 0 else -1
        return above if above >= 0 and sentence.words[verb].rel == "acl:relcl" else head

    def _phrase(self, cue: Cue, sentence: Sentence, head: int, indexes: list[int], own: Sequence[Span]) -> Answer:
        word = sentence.words[head]
        lemma, mention = key(word.lemma), span_of(sentence, indexes)
        pointing = self._pointing(cue, sentence, head, mention, own)
        if pointing is not None:
            return pointing
        named = self._named(sentence, head, indexes, self._verb_gender(cue, sentence))
        if named is not None:
            return self._people(named, mention)
        namesake = self._surname(sentence, head, indexes, mention)
        if namesake is not None:
            return namesake
        if lemma in self.words.anonymous:
            return self._anonymous(sentence, indexes, mention)
        if word.pos == "ADJ":
            return self._ordinal(cue, lemma, mention)
        if self._is_person(word) or (lemma in self.words.groups and word.pos == "NOUN"):
            if word.feats.get("Number") == "Plur":
                return self._group(sentence, head, indexes, mention)
            return self._named_after(cue, sentence, max(indexes), head) or self._role(cue, sentence, head, indexes, own)
        if self._is_person_name(mention, word):
            return Answer(None, why=SHARED, mention=mention)
        return Bodies(self.scene, self.words, self.lang).of(sentence, head, indexes, mention)

    def _pointing(self, cue: Cue, sentence: Sentence, head: int, mention: Span, own: Sequence[Span]) -> Answer | None:
        """Pronouns, numbers, «оба», «кто»: words that name nobody themselves; None for any other."""
        word = sentence.words[head]
        if normal(word.text) in _BOTH or key(word.lemma) in _BOTH:
            return self._both(cue, mention)
        if word.pos in ("PRON", "DET") or normal(word.text) in _HE:
            return self._pronoun(cue, sentence, head, own)
        if word.pos in ("NUM", "SYM"):
            return self._counted(sentence, head)
        if key(word.lemma) in self.words.nobody:
            return Answer(None, why=NO_SPEAKER, mention=mention)
        return None

    def _counted(self, sentence: Sentence, head: int) -> Answer:
        """«74,3 % участников опроса»: those counted; a bare number is nobody."""
        owner = next(
            (c for c in sentence.children(head, "nmod") if sentence.words[c].feats.get("Animacy") == "Anim"), None
        )
        if owner is None:
            return Answer(None, why=NO_NAME)
        mention = span_of(sentence, phrase(sentence, owner))
        return Answer(self._label(mention), "group", mention=mention)

    def _ordinal(self, cue: Cue, lemma: str, mention: Span) -> Answer:
        """«первый», «последний»: by the order in which two were named in the sentence before."""
        named = [a for a in self.scene.actors.get(cue.sentence - 1, ()) if a.figure is not None]
        order = list(dict.fromkeys(a.figure for a in named if a.figure is not None))
        place = {"первый": 0, "второй": 1, "последний": len(order) - 1}.get(lemma)
        if place is None or len(order) != 2:
            return Answer(None, why=NO_NAME, mention=mention)
        return self._people([order[place]], mention)

    def _named_after(self, cue: Cue, sentence: Sentence, last: int, head: int) -> Answer | None:
        """«заместитель председателя – министр финансов Иван Петров»: the name stands behind a dash or a comma."""
        words = sentence.words
        if last + 1 >= len(words) or words[last + 1].text not in ("–", "—", "-") or not self._is_person(words[head]):
            return None
        for at in range(last + 2, min(last + 14, len(words))):
            if words[at].feats.get("VerbForm") == "Fin" or words[at].pos == "SCONJ" or at == cue.index:
                return None
            found = [f for m, f in self.scene.figures_in(sentence.span) if m.start == words[at].span.start]
            if found and words[at].feats.get("Case") in ("Nom", words[head].feats.get("Case")):
                return self._people(found[:1], self.scene.figures[found[0]].mentions[0])
        return None

    def _label(self, mention: Span) -> str:
        return nominative(self.scene.parse, mention)

    @staticmethod
    def _is_person(word: Word) -> bool:
        return word.pos == "NOUN" and word.feats.get("Animacy") == "Anim"

    def _is_person_name(self, mention: Span, word: Word) -> bool:
        kinds = {n.kind for n in self.scene.parse.names if n.span.touches(mention)}
        if "PER" in kinds:
            return True
        return word.pos == "PROPN" and word.feats.get("Animacy") == "Anim" and not kinds

    def _surname(self, sentence: Sentence, head: int, indexes: list[int], mention: Span) -> Answer | None:
        """A common word that is somebody's surname here ("Король", "Сапаров-эксперт"), or a nickname."""
        word = sentence.words[head]
        if word.pos not in ("NOUN", "PROPN") or not word.text[:1].isupper():
            return None
        parts = [normal(p) for p in word.text.split("-")]
        bearers = [n for n, f in enumerate(self.scene.figures) if f.surname and normal(f.surname) in parts]
        if bearers:
            return (
                self._people(bearers, mention)
                if len(bearers) == 1 and len(parts) == 1
                else Answer(None, why=SHARED, mention=mention)
            )
        inside = head > 0 and sentence.words[head - 1].text not in '«"—–-:'
        if word.pos == "NOUN" and self._is_person(word) and inside and len(indexes) == 1 and not word.text.isupper():
            return Answer(None, why=SHARED, mention=mention)
        return None

    def _verb_gender(self, cue: Cue, sentence: Sentence) -> str | None:
        verb = sentence.words[cue.index]
        return (
            verb.feats.get("Gender")
            if cue.kind in ("verb", "adjective") and verb.feats.get("Number") == "Sing"
            else None
        )

    def _people(self, named: list[int], mention: Span) -> Answer:
        if not named:
            return Answer(None, why=SHARED, mention=mention)
        return Answer("; ".join(self.scene.figures[f].name for f in named), "person", tuple(named), mention=mention)

    def _named(self, sentence: Sentence, head: int, indexes: list[int], gender: str | None) -> list[int] | None:
        """Figures named by the phrase itself, not merely inside it ("адвокат Иванова"); None if it names nobody.

        An empty list: a name that could be two people's, or that does not go with the verb.
        """
        span = span_of(sentence, indexes)
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
            if self._anothers(sentence, head, inside, case):
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

    def _closing(self, sentence: Sentence, head: int, indexes: list[int]) -> list[int]:
        """«вице-министр при министре Досжанове Лаура Бисенова»: a nominative name that closes a subject."""
        if sentence.words[head].rel != "nsubj" or not self._is_person(sentence.words[head]):
            return []
        span = span_of(sentence, indexes)
        for mention, figure in self.scene.figures_in(span):
            cases = {sentence.words[i].feats.get("Case") for i in indexes if mention.holds(sentence.words[i].span)}
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
        return hangs and oblique and self._is_person(above) and key(above.lemma) not in self.words.kin

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
        bare = any(m == span or len(m) == len(one.surname or "") for m, f in self.scene.figures_in(span) if f == figure)
        return [] if bare and one.given else [figure]

    def _anothers(self, sentence: Sentence, head: int, name: list[int], case: str | None) -> bool:
        """«по словам жены Иванова»: in the genitive the name beside a word of kinship may be its owner."""
        if case != "Gen" or head in name or key(sentence.words[head].lemma) not in self.words.kin:
            return False
        return min(name) == head + 1

    def _both(self, cue: Cue, mention: Span) -> Answer:
        """«оба»: the two named in the sentence before, if there are just two."""
        for number in (cue.sentence - 1, cue.sentence - 2):
            here = {a.figure for a in self.scene.actors.get(number, ()) if a.figure is not None}
            if here:
                order = sorted(here, key=lambda f: self.scene.figures[f].mentions[0])
                return self._people(order, mention) if len(here) == 2 else Answer(None, why=TWO, mention=mention)
        return Answer(None, why=TWO, mention=mention)

    def _pronoun(self, cue: Cue, sentence: Sentence, head: int, own: Sequence[Span]) -> Answer:
        word = sentence.words[head]
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
                and self._is_person(other)
            ):
                mention = span_of(sentence, phrase(sentence, index))
                if self.scene.in_speech(mention):
                    continue
                named = self.scene.figures_in(mention)
                if named:
                    return self._people(list(dict.fromkeys(f for _, f in named)), word.span)
                return Answer(self._label(mention), "group", mention=word.span)
        return None

    def _anonymous(self, sentence: Sentence, indexes: list[int], mention: Span) -> Answer:
        earlier = [t.answer.name for t in self.scene.turns if t.answer.kind == "anonymous"]
        nouns = [key(sentence.words[i].lemma) for i in indexes if sentence.words[i].pos in ("NOUN", "PROPN", "X")]
        if len(indexes) == 1 and self.scene.figures and nouns and nouns[0] in ("очевидец", "свидетель"):
            return Answer(None, why=ROLE_UNNAMED, mention=mention)
        hidden = self._anonymous_before(mention)
        if hidden and set(nouns) <= self.words.media | self.words.anonymous and len({*earlier, *hidden}) > 1:
            return Answer(None, why=TWO, mention=mention)
        if not earlier and hidden and set(nouns) <= self.words.media | self.words.anonymous:
            return Answer(next(iter(hidden)), "anonymous", mention=mention)
        if earlier and set(nouns) <= self.words.media | self.words.anonymous:
            if len(set(earlier)) > 1:
                return Answer(None, why=TWO, mention=mention)
            return Answer(earlier[-1], "anonymous", mention=mention)
        return Answer(self._label(mention), "anonymous", mention=mention)

    def _anonymous_before(self, mention: Span) -> set[str]:
        """Sources without a name spoken of so far, each by its words."""
        found: set[str] = set()
        for sentence in self.scene.parse.sentences:
            if sentence.span.start >= mention.start:
                break
            for index, word in enumerate(sentence.words):
                if word.pos != "NOUN" or key(word.lemma) not in ("источник", "инсайдер", "собеседник", "аноним"):
                    continue
                inside = phrase(sentence, index)
                others = {key(sentence.words[i].lemma) for i in inside if i != index}
                if word.span.end < mention.start and len(inside) > 1 and not others <= self.words.media | {"«", "»"}:
                    found.add(self._label(span_of(sentence, inside)))
        return found

    def _group(self, sentence: Sentence, head: int, indexes: list[int], mention: Span) -> Answer:
        """«эксперты», «авторы статьи»: a cited medium's people are that medium, kin may have been named."""
        lemmas = {key(sentence.words[i].lemma) for i in indexes if sentence.words[i].pos in ("NOUN", "PROPN")}
        if lemmas & self.words.media or lemmas <= {"автор", "статья", "материал", "публикация", "заметка", "журналист"}:
            outlet = self.scene.last_of("outlet", mention.start)
            return Answer(outlet, "outlet", mention=mention) if outlet else self._as_group(mention)
        if lemmas & self.words.forces and self.scene.last_of("body", mention.start):
            return Answer(None, why=NO_NAME, mention=mention)  # most likely those of the body just cited
        pointing = any(
            sentence.words[i].pos in ("DET", "PRON") or sentence.words[i].feats.get("VerbForm") == "Part"
            for i in indexes
        )
        if pointing or key(sentence.words[head].lemma) in self.words.family:
            return Answer(None, why=NO_NAME, mention=mention)
        if any(r.touches(mention) for f in self.scene.figures for r in f.role_mentions):
            return Answer(None, why=ROLE_TWO, mention=mention)
        return self._as_group(mention)

    def _as_group(self, mention: Span) -> Answer:
        return Answer(self._label(mention), "group", mention=mention)

    def _role(self, cue: Cue, sentence: Sentence, head: int, indexes: list[int], own: Sequence[Span]) -> Answer:
        """«министр», «глава ведомства», «спортсменка»: somebody named before, or a person without a name."""
        scene, word = self.scene, sentence.words[head]
        mention, lemma = span_of(sentence, indexes), key(word.lemma)
        if lemma.endswith("ть"):  # the dictionary takes "заведующая" for a verb
            lemma = normal(word.text)
        gender = self._verb_gender(cue, sentence) or ("Fem" if lemma.endswith(_FEMININE) else None)
        others = frozenset(
            key(sentence.words[i].lemma)
            for i in indexes
            if i != head and sentence.words[i].pos in ("NOUN", "PROPN", "X", "ADJ")
        )
        former = lemma.startswith("экс-") or any(o.startswith(("бывш", "отставн")) for o in others)
        wanted = RolePhrase(lemma, others, gender, former)
        spoken_of = {f for span in own for _, f in scene.figures_in(span)}
        owners = {f for _, f in scene.figures_in(mention)}
        before = [n for n in scene.named_before(mention.start) if n not in spoken_of | owners]
        if lemma in self.words.kin and self._anybodys(sentence, head, indexes) and scene.figures:
            return Answer(None, why=ROLE_UNNAMED, mention=mention)
        figure, several = pick(scene.figures, before, wanted, self.words, self.lang)
        if figure is not None:
            return self._people([figure], mention)
        if several:
            return Answer(None, why=ROLE_TWO, mention=mention)
        return self._stranger(wanted, before, mention, indexes)

    @staticmethod
    def _anybodys(sentence: Sentence, head: int, indexes: list[int]) -> bool:
        """«супруга», «его коллега»: whose is not said by the phrase itself."""
        return all(i == head or sentence.words[i].pos in ("DET", "PRON", "ADJ") for i in indexes)

    def _stranger(self, wanted: RolePhrase, before: list[int], mention: Span, indexes: list[int]) -> Answer:
        """A role nobody named so far holds: somebody new, unless it may be an epithet for one of them."""
        could_be = [n for n in before if not wanted.gender or self.scene.figures[n].gender in (None, wanted.gender)]
        later = [n for n in range(len(self.scene.figures)) if n not in before]
        held_later, several = pick(self.scene.figures, later, wanted, self.words, self.lang)
        if held_later is not None or several:
            return Answer(None, why="named_only_later", mention=mention)
        nameless = [n for n in could_be if not self.scene.figures[n].role]
        if len(indexes) == 1 and later and wanted.head in ("очевидец", "свидетель"):
            return Answer(None, why="named_only_later", mention=mention)
        if any(wanted.head in {normal(r) for r in self.scene.figures[n].role_heads} for n in could_be):
            return Answer(None, why=ROLE_TWO, mention=mention)
        if could_be and is_epithet(wanted.head, self.lang) and wanted.head not in self.words.kin:
            return Answer(None, why=ROLE_UNNAMED, mention=mention)
        if nameless and (len(indexes) == 1 or wanted.head in self.words.heads):
            return Answer(None, why=ROLE_UNNAMED, mention=mention)
        if could_be and wanted.head in self.words.heads and len(indexes) <= 2:
            return Answer(None, why=ROLE_UNNAMED, mention=mention)
        return Answer(self._label(mention), "role", mention=mention)
