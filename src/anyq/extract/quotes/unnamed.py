"""Sources without a name: who "министр" is, whether "источник" is the one cited before, or a phrase kept as it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from anyq.extract.parse import Sentence, Word
from anyq.extract.people import is_former, nominative
from anyq.extract.quotes.counted import form_of, one, several
from anyq.extract.quotes.cues import Cue
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.phrases import key, phrase, span_of
from anyq.extract.quotes.pronouns import TWO
from anyq.extract.quotes.roles import RolePhrase, is_epithet, normal, pick
from anyq.extract.quotes.scene import Answer, Scene, SpeakerKind
from anyq.text import Span

_FEMININE = ("ница", "чица", "щица", "иса", "стка", "нка", "анка", "льница", "ица", "ша", "истка")
ROLE_TWO = "role_held_by_two"
ROLE_UNNAMED = "role_without_a_name"
NO_NAME = "no_name_given"
_SOME = frozenset({"некоторый", "многий", "другой", "иной", "отдельный", "весь", "разный", "какой-то", "остальной"})
# "второй источник" is none of those cited before
_ANOTHER = frozenset({"второй", "третий", "четвертый", "другой", "еще", "иной", "очередной"})
# numerals behind which the counted noun stays in the genitive
_GOVERNING = ("несколько", "много", "немало", "мало", "двое", "трое", "четверо", "пятеро", "шестеро", "семеро")
_EMPHATIC = re.compile(r"\b(?:сам(?:а|и|ого|ой|ому|им|ими|их)?|же|лишь|только)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Unnamed:
    """Answers for anonymous sources, groups and roles of one text."""

    scene: Scene
    words: Lexicon
    lang: str

    def anonymous(self, sentence: Sentence, indexes: list[int], mention: Span) -> Answer:
        """«источник в министерстве» is a source of its own; a bare «источник» the one cited before."""
        earlier = [t.answer.name for t in self.scene.turns if t.answer.kind == "anonymous"]
        nouns = [
            key(sentence.words[i].lemma)
            for i in indexes
            if sentence.words[i].pos in ("NOUN", "PROPN", "X") and not self._named_before(sentence, i)
        ]
        single = sentence.words[min(indexes)].feats.get("Number") == "Sing"
        if len(indexes) == 1 and single and self.scene.figures and nouns and nouns[0] in ("очевидец", "свидетель"):
            return Answer(None, why=ROLE_UNNAMED, mention=mention)
        hidden = self._anonymous_before(mention)
        if not single or any(sentence.words[i].pos == "NUM" for i in indexes):
            hidden.discard("")  # "источники" after "два источника" are both of them
        if any(key(sentence.words[i].lemma) in _ANOTHER for i in indexes):
            return Answer(self._label(mention), "anonymous", mention=mention)
        if "собеседник" in nouns and set(nouns) <= self.words.media | self.words.anonymous and not hidden:
            return self._talker(mention)
        if hidden and set(nouns) <= self.words.media | self.words.anonymous and len({*earlier, *hidden}) > 1:
            return Answer(None, why=TWO, mention=mention)
        if not earlier and hidden and set(nouns) <= self.words.media | self.words.anonymous:
            return Answer(next(iter(hidden)), "anonymous", mention=mention)
        if earlier and set(nouns) <= self.words.media | self.words.anonymous:
            if len(set(earlier)) > 1:
                return Answer(None, why=TWO, mention=mention)
            return Answer(earlier[-1], "anonymous", mention=mention)
        return Answer(self._label(mention), "anonymous", mention=mention)

    def _named_before(self, sentence: Sentence, index: int) -> bool:
        """«собеседник «Өріс»» after «агентство «Өріс»»: the medium says nothing new of the source."""
        word = sentence.words[index]
        marked = index > 0 and sentence.words[index - 1].text in ("«", '"', "„")
        return marked and self.scene.parse.folded.find(word.text, 0, sentence.span.start) >= 0

    def _talker(self, mention: Span) -> Answer:
        """«собеседник агентства»: the one who has been talking, if it is just one."""
        told = [t.answer for t in self.scene.turns if t.answer.kind in ("person", "role", "anonymous")]
        names = dict.fromkeys(a.name for a in told)
        if not self.scene.turns:
            return Answer(self._label(mention), "anonymous", mention=mention)
        if len(names) != 1 or not told[-1].known or not self.scene.turns[-1].answer.known:
            return Answer(None, why=TWO, mention=mention)
        return replace(told[-1], mention=mention)

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
                if word.span.end < mention.start and any(sentence.words[i].pos == "NUM" for i in inside):
                    counted = span_of(sentence, inside)
                    two = several(self.scene.parse, counted) or counted.of(self.scene.parse.folded)
                    found |= {"", two}  # neither is meant alone
                elif word.span.end < mention.start and len(inside) > 1 and not others <= self.words.media | {"«", "»"}:
                    found.add(nominative(self.scene.parse, span_of(sentence, inside)))
        return found

    def group(self, sentence: Sentence, head: int, indexes: list[int], mention: Span) -> Answer:
        """«эксперты», «авторы статьи»: a cited medium's people are that medium, kin may have been named."""
        lemmas = {key(sentence.words[i].lemma) for i in indexes if sentence.words[i].pos in ("NOUN", "PROPN")}
        if lemmas & self.words.media or lemmas <= {"автор", "статья", "материал", "публикация", "заметка", "журналист"}:
            outlet = self.scene.last_of("outlet", mention.start)
            return Answer(outlet, "outlet", mention=mention) if outlet else self._as_group(mention)
        if len(indexes) == 1 and lemmas & self.words.forces and self.scene.last_of("body", mention.start):
            return Answer(None, why=NO_NAME, mention=mention)  # most likely those of the body just cited
        if any(self._points(sentence.words[i]) for i in sentence.children(head) if i in indexes):
            return Answer(None, why=NO_NAME, mention=mention)
        owned = self._anybodys(sentence, head, indexes) or self.scene.figures_in(mention)
        if key(sentence.words[head].lemma) in self.words.family and owned:
            return Answer(None, why=NO_NAME, mention=mention)
        if any(r.touches(mention) for f in self.scene.figures for r in f.role_mentions):
            return Answer(None, why=ROLE_TWO, mention=mention)
        return self._as_group(mention)

    @staticmethod
    def _points(word: Word) -> bool:
        """«эти врачи», «испуганные фанаты»: words that refer to people told of before."""
        lemma = key(word.lemma)
        told = word.feats.get("VerbForm") == "Part" and not lemma.startswith(("опрош", "опрос", "участв", "присутств"))
        return told or (word.pos in ("DET", "PRON") and lemma not in _SOME)

    def counted(self, sentence: Sentence, head: int, indexes: list[int]) -> Answer:
        """«один из участников», «ряд экспертов», «74,3 % опрошенных»: those counted; a bare number is nobody."""
        words = sentence.words
        owner = next(
            (
                c
                for c in sentence.children(head, "nmod")
                if words[c].feats.get("Animacy") == "Anim" or key(words[c].lemma) in self.words.media
            ),
            None,
        )
        if owner is None and key(words[head].lemma) == "один":
            return self._of_them(sentence, head)
        if owner is None or any(words[i].lemma == "который" for i in indexes):
            return Answer(None, why=NO_NAME)
        inside = [i for i in phrase(sentence, owner) if i in indexes or i > head]
        person = self._one_of_them(sentence, head, inside)
        if person is not None:
            return person
        if self._named_behind(sentence, max(inside)) is not None:
            return self._named_behind(sentence, max(inside)) or Answer(None, why=NO_NAME)
        mention = span_of(sentence, inside)
        out_of = words[head + 1].text == "из"
        if words[head].pos in ("SYM", "NUM") and not out_of:
            return self._as_group(mention)
        if out_of:
            mention = Span(words[head + 2].span.start, mention.end)
        counting = Span(words[head].span.start, mention.start).of(self.scene.parse.folded)
        first = nominative(self.scene.parse, words[head].span) if words[head].pos == "NOUN" else words[head].lemma
        first = one(words[head]) if key(words[head].lemma) == "один" else first
        name = f"{first}{counting[len(words[head].text) :]}{mention.of(self.scene.parse.folded)}"
        alone = key(words[head].lemma) == "один"
        return Answer(name, "role" if alone else "group", mention=Span(words[head].span.start, mention.end))

    def _of_them(self, sentence: Sentence, head: int) -> Answer:
        """«один из них» after «два источника в отрасли»: one of those, if no other people were spoken of beside."""
        words = sentence.words
        them = [w.text.lower() for w in words[head + 1 : head + 3]] == ["из", "них"]
        number = self.scene.parse.sentence_at(words[head].span.start)
        for before in (number - 1, number - 2):
            if before < 0 or not them or any(a.figure is not None for a in self.scene.actors.get(before, ())):
                break
            told = self.scene.parse.sentences[before]
            many = [i for i, w in enumerate(told.words) if self._counted_noun(told, i) and not self._said(w)]
            if many:
                return self._one_among(sentence, head, told, many) if len(many) == 1 else Answer(None, why=TWO)
        return Answer(None, why=NO_NAME)

    def _said(self, word: Word) -> bool:
        return self.scene.in_speech(word.span)

    def _counted_noun(self, sentence: Sentence, index: int) -> bool:
        """«два источника», «трое очевидцев»: people without a name, counted."""
        word = sentence.words[index]
        people = word.pos == "NOUN" and (word.feats.get("Animacy") == "Anim" or key(word.lemma) in self.words.anonymous)
        return people and any(sentence.words[c].pos == "NUM" for c in sentence.children(index))

    def _one_among(self, sentence: Sentence, head: int, told: Sentence, many: list[int]) -> Answer:
        noun = told.words[many[0]]
        rest = Span(noun.span.end, span_of(told, phrase(told, many[0])).end).of(self.scene.parse.folded)
        kind: SpeakerKind = "anonymous" if key(noun.lemma) in self.words.anonymous else "role"
        rest = rest.partition(",")[0]
        mention = Span(sentence.words[head].span.start, sentence.words[head + 2].span.end)
        return Answer(f"{one(sentence.words[head])} из {form_of(noun, 'plur')}{rest}", kind, mention=mention)

    def _one_of_them(self, sentence: Sentence, head: int, inside: list[int]) -> Answer | None:
        """«одна из организаторов акции Ева Крон»: a full name in the nominative that the phrase closes with."""
        span = Span(sentence.words[head].span.start, sentence.words[max(inside)].span.end + 1)
        for mention, figure in self.scene.figures_in(Span(span.start, sentence.span.end)):
            near = mention.start <= span.end
            full = mention.of(self.scene.parse.folded) == self.scene.figures[figure].name
            if near and full and sentence.words[head].feats.get("Number") != "Plur":
                return self.scene.people([figure], mention)
        return None

    def _named_behind(self, sentence: Sentence, last: int) -> Answer | None:
        """«один из адвокатов — Оксана Михеева»: the name that a dash adds."""
        words = sentence.words
        if last + 2 >= len(words) or words[last + 1].text not in ("–", "—", "-"):
            return None
        at = words[last + 2].span.start
        found = [(m, f) for m, f in self.scene.figures_in(sentence.span) if m.start == at]
        return self.scene.people([found[0][1]], found[0][0]) if found else None

    def _label(self, mention: Span) -> str:
        """A source as it is called, in the nominative, without "сам" and "же"."""
        label = several(self.scene.parse, mention) or nominative(self.scene.parse, mention)
        return " ".join(_EMPHATIC.sub(" ", label).split())

    def _as_group(self, mention: Span) -> Answer:
        """Several people as they are called; what counts them keeps its genitive ("несколько членов совета")."""
        words = self.scene.parse.words_in(mention)
        counts = key(words[0].lemma) in _GOVERNING and len(words) > 1
        name = f"{words[0].lemma}{mention.of(self.scene.parse.folded)[len(words[0].text) :]}" if counts else None
        return Answer(name or self._label(mention), "group", mention=mention)

    def role(self, cue: Cue, sentence: Sentence, head: int, indexes: list[int], own: Sequence[Span]) -> Answer:
        """«министр», «глава ведомства», «спортсменка»: somebody named before, or a person without a name."""
        scene, word = self.scene, sentence.words[head]
        mention, lemma = span_of(sentence, indexes), key(word.lemma)
        if lemma.endswith("ть"):  # the dictionary takes "заведующая" for a verb
            lemma = normal(word.text)
        gender = verb_gender(cue, sentence) or ("Fem" if lemma.endswith(_FEMININE) else None)
        others = frozenset(
            key(sentence.words[i].lemma)
            for i in indexes
            if i != head and sentence.words[i].pos in ("NOUN", "PROPN", "X", "ADJ")
        )
        former = is_former(mention.of(scene.parse.folded))
        owned = any(
            i != head and sentence.words[i].pos in ("NOUN", "PROPN", "X") and not any(sentence.children(i, "case"))
            for i in indexes
        )
        wanted = RolePhrase(lemma, others, gender, former, owned)
        spoken_of = {f for span in own for _, f in scene.figures_in(span)}
        owners = {f for _, f in scene.figures_in(mention)}
        before = [n for n in scene.named_before(mention.start) if n not in spoken_of | owners]
        unread = [] if owners else [n.span for n in scene.parse.names_in(mention) if n.kind == "PER"]
        unread = [s for s in unread if not s.touches(word.span)]
        name = [i for i in indexes if unread and unread[0].holds(sentence.words[i].span)]
        closes = bool(name) and unread[0].end == mention.end and (len(name) > 1 or name[0] == head + 1)
        called = closes and all(sentence.words[i].feats.get("Case") == "Nom" for i in name)
        if called and word.rel == "nsubj" and sentence.words[name[0]].rel != "nmod":
            return Answer(nominative(scene.parse, unread[0]), "role", mention=mention)  # «капитан Юн»
        if unread:
            return Answer(None, why=NO_NAME, mention=mention)
        figure, several = pick(scene, before, wanted, self.words, self.lang, mention.start)
        if figure is not None:
            return self.scene.people([figure], mention)
        if several:
            return Answer(None, why=ROLE_TWO, mention=mention)
        if lemma in self.words.kin and self._anybodys(sentence, head, indexes) and scene.figures:
            return Answer(None, why=ROLE_UNNAMED, mention=mention)
        if owners and word.feats.get("Case") != "Nom" and self._ends_in_full_name(mention):
            return Answer(None, why=TWO, mention=mention)  # "со слов соседки Анны Лим": of her, or of her neighbour
        return self._stranger(wanted, before, mention, indexes)

    def _ends_in_full_name(self, mention: Span) -> bool:
        named = self.scene.figures_in(mention)
        return bool(named) and named[-1][0].end == mention.end and " " in named[-1][0].of(self.scene.parse.folded)

    @staticmethod
    def _anybodys(sentence: Sentence, head: int, indexes: list[int]) -> bool:
        """«супруга», «его коллега»: whose is not said by the phrase itself."""
        return all(i == head or sentence.words[i].pos in ("DET", "PRON", "ADJ") for i in indexes)

    def _stranger(self, wanted: RolePhrase, before: list[int], mention: Span, indexes: list[int]) -> Answer:
        """A role nobody named so far holds: somebody new, unless it may be an epithet for one of them."""
        could_be = [n for n in before if not wanted.gender or self.scene.figures[n].gender in (None, wanted.gender)]
        later = [n for n in range(len(self.scene.figures)) if n not in before]
        held_later, several = pick(self.scene, later, wanted, self.words, self.lang, mention.start)
        if held_later is not None or several:
            return Answer(None, why="named_only_later", mention=mention)
        same = self._said_before(wanted, mention) if len(indexes) == 1 and not wanted.others else None
        if same is not None:
            return same
        nameless = [n for n in could_be if not self.scene.figures[n].role]
        if len(indexes) == 1 and later and wanted.head in ("очевидец", "свидетель"):
            return Answer(None, why="named_only_later", mention=mention)
        if any(wanted.head in {normal(r) for r in self.scene.figures[n].role_heads} for n in could_be):
            return Answer(None, why=ROLE_TWO, mention=mention)
        places = [n for n in self.scene.parse.names_in(mention) if n.kind == "LOC"]
        if places and not nameless and not wanted.others & self.words.bodies:
            return Answer(self._label(mention), "role", mention=mention)  # «мэр Лесоморска» is nobody named so far
        if not nameless and self._of_another(mention):
            return Answer(self._label(mention), "role", mention=mention)
        if could_be and is_epithet(wanted.head, self.lang) and wanted.head not in self.words.kin:
            return Answer(None, why=ROLE_UNNAMED, mention=mention)
        if nameless and (not wanted.owned or wanted.head in self.words.heads):  # «бронзовый призёр» may be one of them
            return Answer(None, why=ROLE_UNNAMED, mention=mention)
        last = self.scene.last_turn(mention.start)
        spoke = last is not None and any(f in could_be for f in last.answer.figures)
        if spoke and not wanted.owned and len(indexes) <= 2:  # «генерал-майор» may be another word for him
            return Answer(None, why=ROLE_UNNAMED, mention=mention)
        if could_be and wanted.head in self.words.heads and len(indexes) <= 2:
            return Answer(None, why=ROLE_UNNAMED, mention=mention)
        return Answer(self._label(mention), "role", mention=mention)

    def _of_another(self, mention: Span) -> bool:
        """«председатель общества «Росток»»: a body by name to which nobody named so far belongs."""
        said = mention.of(self.scene.parse.folded)
        name = said.partition("«")[2].partition("»")[0]
        held = " ".join(filter(None, (w for f in self.scene.figures for w in (f.role, f.organisation))))
        return bool(name) and said.endswith("»") and name[:-1].lower() not in held.lower()

    def _said_before(self, wanted: RolePhrase, mention: Span) -> Answer | None:
        """«судья» after «судья областного суда»: the one without a name who has spoken under that word."""
        found: dict[str | None, Answer] = {}
        for turn in self.scene.turns:
            if turn.answer.kind == "role" and turn.answer.mention is not None and turn.at < mention.start:
                heads = {key(w.lemma) for w in self.scene.parse.words_in(turn.answer.mention)[:2]}
                if wanted.head in heads:
                    found[turn.answer.name] = turn.answer
        return replace(next(iter(found.values())), mention=mention) if len(found) == 1 else None


def verb_gender(cue: Cue, sentence: Sentence) -> str | None:
    """Gender of the one who speaks, where the form of the cue shows it."""
    verb = sentence.words[cue.index]
    shows = cue.kind in ("verb", "adjective") and verb.feats.get("Number") == "Sing"
    return verb.feats.get("Gender") if shows else None
