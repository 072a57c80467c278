"""Whom a text cites, and through whom: one citation a source, chain and kind."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from anyq.extract.parse import Parse, Sentence, Word
from anyq.extract.people import nominative
from anyq.extract.quotes.channels import near, networks_in
from anyq.extract.quotes.cited import Cited
from anyq.extract.quotes.citing import Told, of_own_past, our_news
from anyq.extract.quotes.cues import Cue
from anyq.extract.quotes.kinds import Kinds, is_medium
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.media import Press, citing_words
from anyq.extract.quotes.outlets import names_outlet, same_outlet
from anyq.extract.quotes.phrases import key
from anyq.extract.quotes.scene import Answer
from anyq.records import CitationKind
from anyq.text import Span

_RELAYED_KINDS = ("official", "anonymous", "data")


@dataclass(frozen=True)
class Citations:
    """The citations that the cues and the forms of one text make.

    ``answers`` by position in ``cues``; ``telling`` are the cues that report something; ``told`` the media cited by
    their form; ``spoken`` what somebody says word for word. ``own`` is the name of the text's own outlet, if known.
    """

    parse: Parse
    cues: Sequence[Cue]
    answers: Mapping[int, Answer]
    telling: Set[int]
    told: Sequence[Told]
    spoken: Sequence[Span]
    words: Lexicon
    own: str | None
    lang: str
    press: Press

    def find(self) -> list[Cited]:
        """Every citation of the text, those of one source not yet made one."""
        found = [t.cited for t in self.told]
        for position, cue in enumerate(self.cues):
            if position in self.telling or (self._declares(cue) and cue.source):
                found += self._networks(cue.sentence, cue.span)
            answer = self._named(cue, self.answers.get(position))
            if answer is not None and answer.mention is not None:
                found += self._of_cue(position, cue, answer)
        return [*found, *self._posted(), *our_news(self.parse, self.spoken, self.lang, self.own)]

    def _named(self, cue: Cue, answer: Answer | None) -> Answer | None:
        """``answer``, or what the words of a source say themselves where it is not clear who that was.

        «по мнению следователей» cites somebody, whoever they are; «в распоряжении» cites the paper.
        """
        if answer is None or answer.name is not None or answer.mention is None or cue.source_head is None:
            return answer
        if any(t.cited.mention.touches(answer.mention) for t in self.told):
            return None
        head = self.parse.sentences[cue.sentence].words[cue.source_head]
        name = nominative(self.parse, answer.mention)
        if key(head.lemma) in citing_words(self.lang, "speakers", "papers"):
            return replace(answer, name=name, kind="document")
        if key(head.lemma) in self.words.forces and self._body_spoke(cue):
            return None  # most likely those of the body just cited
        plural = head.feats.get("Number") == "Plur" and head.pos == "NOUN"
        if plural and key(head.lemma) in citing_words(self.lang, "speakers", "officials"):
            return replace(answer, name=name, kind="group")
        return None

    def _of_cue(self, position: int, cue: Cue, answer: Answer) -> list[Cited]:
        sentence = self.parse.sentences[cue.sentence]
        kind = Kinds(self.words, self.own, self.lang).of(sentence, cue, answer)
        if kind is None or answer.mention is None or self._only_place(cue) or self._unnamed_medium(answer):
            return []
        if position not in self.telling and not self._speaks_up(cue, answer, kind):
            return []
        above = self._above(position, cue, answer) if kind not in ("publisher_self", "self_reference") else None
        above = above if above != answer.name else None
        first = Cited(self._name(answer, answer.mention), answer.mention, cue.span, kind, above)
        if answer.kind != "outlet" or not cue.source:
            return [first]
        more = [m for m in self.press.of(sentence) if cue.source[0] <= m.first <= cue.source[-1]]
        return [first, *(Cited(m.name, m.span, cue.span, kind, above) for m in more[1:])]  # "газеты X, Y и Z"

    def _name(self, answer: Answer, mention: Span) -> str:
        """The name of a source; one without a name of its own loses the capital that opens a sentence."""
        name = answer.name or ""
        opens = self.parse.sentences[self.parse.sentence_at(mention.start)].span.start == mention.start
        common = answer.kind in ("anonymous", "group", "role") and opens and name[1:2].islower()
        return name[:1].lower() + name[1:] if common else name

    def _unnamed_medium(self, answer: Answer) -> bool:
        """«российское агентство»: a medium just named, or one that nobody can look up."""
        words = (answer.name or "").split()
        kinds = citing_words(self.lang, "media", "press") | citing_words(self.lang, "media", "air")
        return answer.kind == "outlet" and bool(words) and words[0].islower() and words[-1] in kinds

    def _body_spoke(self, cue: Cue) -> bool:
        before = (self.answers.get(n) for n, c in enumerate(self.cues) if c.span.start < cue.span.start)
        return any(a is not None and a.kind == "body" and a.known for a in before)

    def _only_place(self, cue: Cue) -> bool:
        """«в России высоко ценят»: a country in which something is said says nothing."""
        sentence = self.parse.sentences[cue.sentence]
        head = sentence.words[cue.source_head] if cue.source_head is not None else None
        if head is None or head.feats.get("Case") != "Loc" or key(head.lemma) in self.words.bodies:
            return False
        return any(n.kind == "LOC" for n in self.parse.names_around(head.span))

    def _declares(self, cue: Cue) -> bool:
        return cue.lemma in citing_words(self.lang, "speakers", "declaring")

    def _speaks_up(self, cue: Cue, answer: Answer, kind: CitationKind) -> bool:
        """True if a cue that no quote hangs from still says that a medium or a body spoke in public."""
        if cue.kind == "impersonal":
            return bool(cue.source)
        hidden = kind == "anonymous" and answer.kind != "anonymous"
        return cue.kind == "verb" and (kind in ("cites", "self_reference") or (self._declares(cue) and not hidden))

    def _above(self, position: int, cue: Cue, answer: Answer) -> str | None:
        """Who relays what a source says: the medium of a link, one that was told, or one cited in the same sentence."""
        relay = relayed_by(self.cues, position, self.answers)
        if relay is not None:
            return self.answers[relay].name
        for t in self.told:
            if t.relays_for(cue) and not t.cited.mention.holds(answer.mention or t.cited.mention):
                return t.cited.source
        if cue.kind == "link":
            return None
        brought = self._brought_by(cue)
        if brought is not None:
            return brought
        if answer.kind == "anonymous":
            whose = self._whose(cue)
            if whose is not None:
                return whose
        sentence = self.parse.sentences[cue.sentence]
        for other, before in enumerate(self.cues):
            relays = self.answers.get(other)
            if before.sentence != cue.sentence or other == position or relays is None or relays.name is None:
                continue
            if before.kind == "link" or same_outlet(relays.name, self.own, self.lang) or relays.name == answer.name:
                continue
            if is_medium(relays.name, relays, self.lang) and not is_medium(answer.name or "", answer, self.lang):
                return None if of_own_past(sentence, before, self.lang) and before.index > cue.index else relays.name
        return None

    def _brought_by(self, cue: Cue) -> str | None:
        """«по данным X, которые приводит Y»: the medium that hands on what a source says."""
        words = self.parse.sentences[cue.sentence].words
        for other, by in enumerate(self.cues):
            answer = self.answers.get(other)
            relays = by.kind == "verb" and by.lemma in self.words.hands_on and by.sentence == cue.sentence
            if not relays or answer is None or answer.name is None or cue.kind != "noun":
                continue
            between = words[cue.last + 1 : by.index]
            which = len(between) >= 2 and between[0].text == "," and between[1].lemma == "который"
            if which and between[1].feats.get("Case") != "Nom" and is_medium(answer.name, answer, self.lang):
                return answer.name
        return None

    def _posted(self) -> list[Cited]:
        """«оставил в Twitter завещание»: a network where something was put, whatever was said in it."""
        found: list[Cited] = []
        for number, sentence in enumerate(self.parse.sentences):
            verb = next((w for w in sentence.words if self._puts(w)), None)
            if verb is not None:
                found += self._networks(number, verb.span)
        return found

    def _puts(self, word: Word) -> bool:
        finite = word.feats.get("VerbForm") in ("Fin", "Part") and word.feats.get("Mood") != "Imp"
        return finite and key(word.lemma) in citing_words(self.lang, "where", "publishing")

    @staticmethod
    def _on_air(sentence: Sentence, network: Span) -> bool:
        """«в эфире YouTube-канала»: what is said there is heard, not posted."""
        before = [w for w in sentence.words if w.span.end <= network.start]
        while before and before[-1].pos in ("DET", "ADJ"):
            before.pop()
        return bool(before) and key(before[-1].lemma) in ("эфир", "стрим", "трансляция", "подкаст", "выпуск")

    def _whose(self, cue: Cue) -> str | None:
        """«собеседник газеты»: the medium cited last, where a word for a medium stands for its name."""
        words = self.parse.sentences[cue.sentence].words
        media = citing_words(self.lang, "media", "press") | citing_words(self.lang, "media", "air")
        if not any(key(words[i].lemma) in media for i in cue.source if i != cue.source_head):
            return None
        before = [
            a.name
            for n, c in enumerate(self.cues)
            if c.span.start < cue.span.start and (a := self.answers.get(n)) is not None and a.kind == "outlet"
        ]
        return before[-1] if before else None

    def _networks(self, number: int, cue: Span) -> list[Cited]:
        """«в своём Telegram-канале», «в Facebook» in the sentence of a cue."""
        sentence = self.parse.sentences[number]
        return [
            Cited(name, span, cue, "broadcast" if self._on_air(sentence, span) else "social", None)
            for name, span in networks_in(sentence, self.words, self.lang)
            if near(sentence, span, cue) and not any(t.cited.mention.touches(span) for t in self.told)
        ]


def relayed_by(cues: Sequence[Cue], position: int, answers: Mapping[int, Answer]) -> int | None:
    """The cue that relays what the link at ``position`` names: "сообщает X со ссылкой на Y"."""
    cue = cues[position]
    if cue.kind != "link":
        return None
    order: list[int] = [*range(position - 1, -1, -1), position + 1]
    for other in order:
        if other >= len(cues):
            return None
        before = cues[other]
        if before.sentence != cue.sentence:
            continue
        answer = answers.get(other)
        if before.kind in ("verb", "noun", "impersonal") and answer is not None and answer.known:
            return other
    return None


def link_of(cues: Sequence[Cue], position: int) -> int | None:
    """The link that follows a cue in its sentence, before another cue speaks."""
    cue = cues[position]
    for other in range(position + 1, len(cues)):
        if cues[other].sentence != cue.sentence:
            break
        if cues[other].kind == "link":
            return other
        if cues[other].kind == "verb":
            break
    before = cues[position - 1] if position else None
    if before is not None and before.kind == "link" and before.sentence == cue.sentence and cue.kind == "verb":
        return position - 1  # "Интерфакс со ссылкой на X сообщает"
    return None


def distinct(found: Sequence[Cited], lang: str) -> list[Cited]:
    """One a source, chain and kind, at its first mention, in text order.

    A medium that signs the text is nothing else where it signs. A body that comes with its relay later came through
    it before; a word that only points back ("ведомство", "их") makes no citation of a source already cited.
    """
    kept: list[Cited] = []
    signing = [c for c in found if c.kind == "publisher_self"]
    for c in sorted(found, key=lambda c: (c.mention.start, c.kind)):
        said = c.kind != "publisher_self" or c.cue is not None
        if said and any(o is not c and o.cue is None and o.mention.touches(c.mention) for o in signing):
            continue
        twin = next((n for n, k in enumerate(kept) if _at_one_place(k, c) or _same(k, c, lang)), None)
        if twin is None:
            kept.append(c)
        elif kept[twin].cited_by is None and kept[twin].kind in _RELAYED_KINDS and _same(kept[twin], c, lang):
            kept[twin] = replace(kept[twin], cited_by=c.cited_by)
    return kept


def with_probable_relays(found: Sequence[Cited], outlet: str | None, lang: str) -> list[Cited]:
    """After a medium's news, a body or an unnamed source cited without a chain probably came through that medium too.

    The next medium ends its item, and so does the text's own news: of before, or from somebody who spoke to
    ``outlet`` itself.
    """
    relay: str | None = None
    out: list[Cited] = []
    for c in found:
        if c.kind == "cites" and c.cited_by is None:
            relay = c.source
        elif c.kind in ("publisher_self", "self_reference", "broadcast") or (
            outlet and names_outlet(c.source, outlet, lang)
        ):
            relay = None
        probable = relay if c.kind in _RELAYED_KINDS and c.cited_by is None and c.source != relay else None
        out.append(replace(c, probably_by=probable))
    return out


def _at_one_place(one: Cited, other: Cited) -> bool:
    """True if two citations stand on the same words; «источник «Интерфакса»» cites two, one inside the other."""
    nested = {one.kind, other.kind} & {"anonymous"} and one.mention != other.mention and one.source != other.source
    return one.mention.touches(other.mention) and not nested


def _same(one: Cited, other: Cited, lang: str) -> bool:
    """True if two citations are one: the same source, of one kind, through the same medium."""
    alike = one.source.lower() == other.source.lower() or same_outlet(one.source, other.source, lang)
    if not alike or (one.kind != other.kind and not {one.kind, other.kind} <= {"official", "anonymous"}):
        return False
    return one.cited_by == other.cited_by or one.cited_by is None or other.cited_by is None
