"""Forms by which a text cites a medium without making it the subject of a cue.

«сообщили Интерфаксу источники», «в интервью газете X», «источник X», «опубликовано агентством X», «на сайте X».
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from anyq.extract.parse import Parse, Sentence, Word
from anyq.extract.quotes.cited import Cited
from anyq.extract.quotes.cue import Cue, cues_by_sentence
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.media import Medium, Press, citing_words, kind_word, marked_names
from anyq.extract.quotes.outlets import same_outlet
from anyq.extract.quotes.phrases import key
from anyq.records import CitationKind
from anyq.text import Span

_CARRIED: dict[str, CitationKind] = {"press": "cites", "air": "broadcast", "net": "social"}
_NEAR = 6  # words between a verb and the medium it was said to
_TELLS_OF = ("появиться", "выйти", "публиковаться", "говориться", "сообщаться", "отмечаться", "писать", "попасть")


@dataclass(frozen=True, slots=True)
class Told:
    """A medium cited at one place.

    ``relays``: what others say in the sentence came through it, but where it stands ``inside`` a source ("источники
    X") only what that source says; ``spoken``: the words were uttered there.
    """

    medium: Medium
    sentence: int
    cited: Cited
    relays: bool
    spoken: bool = False
    inside: bool = False

    def relays_for(self, cue: Cue) -> bool:
        """True if what the source of ``cue`` says came through this medium."""
        own = not self.inside or any(self.medium.first <= i <= self.medium.last for i in cue.source)
        return self.relays and self.sentence == cue.sentence and own


@dataclass(frozen=True)
class Citing:
    """Finds the media of one text that are cited. ``own`` is the name of the text's own outlet, if it is known."""

    parse: Parse
    words: Lexicon
    lang: str
    own: str | None
    press: Press

    def find(self, cues: Sequence[Cue]) -> list[Told]:
        """Every citation of a medium by its form, in text order."""
        found: list[Told] = []
        by_sentence = cues_by_sentence(cues)
        for number, sentence in enumerate(self.parse.sentences):
            here = by_sentence.get(number, [])
            for medium in [*self.press.of(sentence), *self._unlisted(sentence)]:
                if any(
                    t.sentence == number and medium.first - t.medium.last in (2, 3) and t.cited.kind == "broadcast"
                    for t in found
                ):
                    continue  # "в программе X на Первом канале": one place
                told = self._cited(sentence, number, medium, here)
                if told is not None and not any(
                    t.cited.mention.touches(told.cited.mention) for t in found if t.sentence == number
                ):
                    found.append(told)
        return self._of_one_publisher(found)

    def _of_one_publisher(self, found: list[Told]) -> list[Told]:
        """Where nothing states the outlet, the one medium that somebody spoke to; of two, neither is surely it."""
        own = [t.medium.name for t in found if t.cited.kind == "publisher_self" and self.own is None]
        others = [t.medium.name for t in found if t.cited.kind != "publisher_self"]
        sure = all(same_outlet(name, own[0], self.lang) for name in own)
        sure = sure and not any(same_outlet(name, own[0], self.lang) for name in others if own)
        return found if sure else [self._another(t) if t.medium.name in own else t for t in found]

    @staticmethod
    def _another(told: Told) -> Told:
        return replace(told, cited=replace(told.cited, kind="cites"), relays=True)

    def _unlisted(self, sentence: Sentence) -> list[Medium]:
        """Names in marks that no list has and no word for a kind opens."""
        found = []
        for name, inside in marked_names(self.parse, sentence):
            if inside[0] >= 2 and kind_word(sentence, inside[0] - 2, self.lang) is not None:
                continue
            span = Span(sentence.words[inside[0] - 1].span.start, sentence.words[inside[-1] + 1].span.end)
            head = inside[0]
            cases = [c for i in inside if (c := sentence.words[i].feats.get("Case"))]
            case = next((c for c in cases if c != "Nom"), cases[0] if cases else None)
            found.append(Medium(name, span, head - 1, inside[-1] + 1, head, case, "press", False, False))
        return found

    def _cited(self, sentence: Sentence, number: int, medium: Medium, cues: Sequence[Cue]) -> Told | None:
        talk = self._talk(sentence, medium)
        cue = min(cues, key=lambda c: abs(c.index - medium.head), default=None)
        span = cue.span if cue is not None else None
        if talk is not None and self._names_medium(sentence, medium):
            kind: CitationKind = (
                "broadcast" if medium.kind == "air" or talk in ("эфир", "подкаст", "стрим") else "cites"
            )
            return replace(self._made(number, medium, span, kind, relays=False), spoken=True)
        if cue and medium.sure and self._before(sentence, medium, citing_words(self.lang, "media", "insiders")):
            return replace(self._made(number, medium, span, "cites", relays=True), inside=True)
        reported = next((c for c in cues if self._reported(sentence, medium, c)), None)
        if reported is not None:
            kind = "publisher_self" if self.own is None else "cites"
            return self._made(number, medium, reported.span, kind, relays=False)
        told = self._told(sentence, medium, cues)
        if told is not None:
            another = self.own is not None or medium.agency or _foreign(medium.name)
            kind = "cites" if another else "publisher_self"
            return self._made(number, medium, told.span, kind, relays=another)
        quoting = next((c for c in cues if self._quotes(sentence, medium, c)), None)
        if quoting is not None:
            return self._made(number, medium, quoting.span, "cites", relays=True)
        if medium.sure and self._carried(sentence, medium, cues):
            return self._made(number, medium, span, _CARRIED[medium.kind], relays=False)
        says = next((c for c in cues if medium.sure and self._says(sentence, medium, c)), None)
        if says is not None:
            kind = "self_reference" if of_own_past(sentence, says, self.lang) else "cites"
            return self._made(number, medium, says.span, kind, relays=False)
        return None

    def _says(self, sentence: Sentence, medium: Medium, cue: Cue) -> bool:
        """«как сообщал X ранее»: the medium is the subject, or stands beside a verb whose subject the tree has lost."""
        if cue.kind != "verb" or medium.case not in ("Nom", None) or cue.lemma not in self.words.statement:
            return False
        if cue.source_head is not None:
            return medium.first <= cue.source_head <= medium.last
        plural = sentence.words[cue.index].feats.get("Number") == "Plur"
        return not plural and cue.index in (medium.first - 1, medium.last + 1)

    def _made(self, number: int, medium: Medium, cue: Span | None, kind: CitationKind, *, relays: bool) -> Told:
        if same_outlet(medium.name, self.own, self.lang):
            kind, relays = "publisher_self", False
        return Told(medium, number, Cited(medium.name, medium.span, cue, kind, None), relays)

    def _talk(self, sentence: Sentence, medium: Medium) -> str | None:
        """The word for a talk before a medium: «в интервью [корреспонденту] [деловой] X», «в эфире X»."""
        talks, own = citing_words(self.lang, "where", "talks"), citing_words(self.lang, "where", "own")
        reporters = citing_words(self.lang, "media", "reporters")
        for at in range(medium.first - 1, max(-1, medium.first - _NEAR), -1):
            word = sentence.words[at]
            lemma = key(word.lemma)
            if lemma in talks and word.pos in ("NOUN", "PROPN"):
                return lemma if medium.case != "Nom" or not self._is_subject(sentence, medium) else None
            if word.pos == "ADJ" or lemma in own | reporters | {"с", "со", "для"} or word.pos == "DET":
                continue
            if kind_word(sentence, at, self.lang) is not None:
                continue
            return None
        return None

    @staticmethod
    def _is_subject(sentence: Sentence, medium: Medium) -> bool:
        return sentence.words[medium.head].rel in ("nsubj", "nsubj:pass") and medium.case == "Nom"

    def _names_medium(self, sentence: Sentence, medium: Medium) -> bool:
        """A person in marks or without them is no medium: «в интервью Анне Серовой»."""
        return medium.kind in ("press", "air", "net") and not any(
            n.kind == "PER" and n.span == medium.span for n in self.parse.names_in(medium.span)
        )

    def _told(self, sentence: Sentence, medium: Medium, cues: Sequence[Cue]) -> Cue | None:
        """The verb whose words a medium was told: «рассказали Интерфаксу в полиции»."""
        if medium.case not in ("Dat", None):
            return None
        start = medium.first
        while start > 0 and key(sentence.words[start - 1].lemma) in citing_words(self.lang, "media", "reporters"):
            start -= 1
        for cue in cues:
            if cue.kind not in ("verb", "gerund") or cue.lemma not in self.words.statement | self.words.learns:
                continue
            between = sentence.words[cue.index + 1 : start] if cue.index < start else ()
            if cue.index > medium.last:
                between = sentence.words[medium.last + 1 : cue.index]
            near = len(between) <= 3 and not any(w.pos == "PUNCT" or w.pos == "ADP" for w in between)
            another = cue.source_head is not None and not medium.first <= cue.source_head <= medium.last
            if near and (medium.case == "Dat" or (another and cue.index == start - 1)):
                return cue
        return None

    def _reported(self, sentence: Sentence, medium: Medium, cue: Cue) -> bool:
        """«сообщает корреспондент X»: the medium's own reporter, who signs what he saw himself."""
        reporters = citing_words(self.lang, "media", "reporters")
        head = sentence.words[cue.source_head] if cue.source_head is not None else None
        subject = head is not None and key(head.lemma) in reporters and head.feats.get("Case") == "Nom"
        named = any(n.kind == "PER" and n.span.start > medium.span.end for n in self.parse.names_in(sentence.span))
        return subject and not named and medium.sure and self._before(sentence, medium, reporters)

    def _quotes(self, sentence: Sentence, medium: Medium, cue: Cue) -> bool:
        """«цитирует модель X», «приводит слова модели X»: the medium beside the verb, whatever the tree says."""
        if not medium.sure or medium.case not in ("Nom", None):
            return False
        between = sentence.words[min(cue.index, medium.last) + 1 : max(cue.index, medium.first)]
        if cue.lemma not in ("цитировать", "процитировать"):
            words = any(key(w.lemma) in self.words.utterances for w in sentence.words[cue.index + 1 : cue.index + 4])
            if cue.lemma not in self.words.hands_on or not words:
                return False
        return len(between) <= 4 and not any(w.pos == "PUNCT" for w in between)

    def _before(self, sentence: Sentence, medium: Medium, nouns: frozenset[str]) -> bool:
        """True if one of ``nouns`` stands right before the medium, which owns it."""
        at = medium.first - 1
        while at > 0 and sentence.words[at].pos == "ADJ":
            at -= 1
        return at >= 0 and key(sentence.words[at].lemma) in nouns and medium.case in ("Gen", None, "Nom")

    def _carried(self, sentence: Sentence, medium: Medium, cues: Sequence[Cue]) -> bool:
        """«на сайте X говорится», «в материале X», «опубликовано агентством X»."""
        words = sentence.words
        if medium.case == "Ins" and words[medium.head].head >= 0:
            verb = words[words[medium.head].head]
            return key(verb.lemma) in citing_words(self.lang, "where", "publishing")
        told = bool(cues) or any(self._tells_of(w) for w in words)
        at = medium.first - 1
        while at > 0 and words[at].pos in ("ADJ", "DET"):
            at -= 1
        if at >= 0 and medium.case == "Loc" and words[at].lemma in ("в", "на"):
            return told
        carrier = at >= 1 and key(words[at].lemma) in citing_words(self.lang, "where", "carriers")
        if not carrier or words[at].feats.get("Case") not in ("Loc", "Gen", "Dat"):
            return False
        return told

    def _tells_of(self, word: Word) -> bool:
        lemma = key(word.lemma)
        return lemma in _TELLS_OF or lemma in citing_words(self.lang, "where", "publishing")


def _foreign(name: str) -> bool:
    """«Bild», «Kensai Post»: Latin letters and no address of a site; such a paper does not publish in Russian."""
    return name.isascii() and "." not in name


def of_own_past(sentence: Sentence, cue: Cue, lang: str) -> bool:
    """«Ранее X сообщал»: a medium that speaks of its own earlier news."""
    verb = sentence.words[cue.index]
    past = verb.feats.get("Tense") == "Past" and verb.feats.get("Aspect") == "Imp"
    if not past or cue.lemma not in citing_words(lang, "own_news", "verbs"):
        return False
    # the last part of "органов.Ранее": a space is often lost where a text was joined
    said = {w.text.lower().rpartition(".")[2] for w in sentence.words} | {key(w.lemma) for w in sentence.words}
    return bool(citing_words(lang, "own_news", "adverbs") & said)


def our_news(parse: Parse, spoken: Sequence[Span], lang: str, own: str | None) -> list[Cited]:
    """«мы писали», «как сообщало наше издание»: the first time that a text speaks of its own earlier news.

    In words that somebody else has ``spoken`` "we" are not the newsroom.
    """
    verbs = citing_words(lang, "own_news", "verbs")
    for sentence in parse.sentences:
        for at, word in enumerate(sentence.words):
            if any(s.holds(word.span) for s in spoken):
                continue
            if word.text.lower() != "мы" or word.feats.get("Case", "Nom") != "Nom":
                continue
            for verb in sentence.words[at + 1 : at + 5]:
                if verb.pos == "VERB" and key(verb.lemma) in verbs and verb.feats.get("Tense") == "Past":
                    return [Cited(own or "редакция", word.span, verb.span, "self_reference", None)]
    return []
