"""Whom a text cites, and through whom: one citation a source, chain and kind."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from anyq.extract.parse import Parse, Sentence
from anyq.extract.quotes.channels import networks_in
from anyq.extract.quotes.cited import Cited
from anyq.extract.quotes.citing import Told, of_own_past, our_news
from anyq.extract.quotes.cues import Cue
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.media import citing_words, media_in
from anyq.extract.quotes.outlets import find_outlet, same_outlet
from anyq.extract.quotes.phrases import key
from anyq.extract.quotes.scene import Answer
from anyq.records import CitationKind

_RELAYED_KINDS = ("official", "anonymous", "data")


@dataclass(frozen=True)
class Citations:
    """The citations that the cues and the forms of one text make.

    ``answers`` by position in ``cues``; ``telling`` are the cues that report something; ``told`` the media cited by
    their form. ``own`` is the name of the text's own outlet, if it is known.
    """

    parse: Parse
    cues: Sequence[Cue]
    answers: Mapping[int, Answer]
    telling: Set[int]
    told: Sequence[Told]
    words: Lexicon
    own: str | None
    lang: str

    def find(self) -> list[Cited]:
        """Every citation of the text, those of one source not yet made one."""
        found = [t.cited for t in self.told]
        for position, cue in enumerate(self.cues):
            if position in self.telling or self._declares(cue):
                found += self._networks(cue)
            answer = self.answers.get(position)
            if answer is None or answer.name is None or answer.mention is None:
                continue
            if any(t.cited.mention.touches(answer.mention) and t.cited.kind == "publisher_self" for t in self.told):
                continue
            found += self._of_cue(position, cue, answer)
        return [*found, *our_news(self.parse, self.lang, self.own)]

    def _of_cue(self, position: int, cue: Cue, answer: Answer) -> list[Cited]:
        sentence = self.parse.sentences[cue.sentence]
        kind = self._kind(sentence, cue, answer)
        if kind is None or answer.mention is None:
            return []
        if position not in self.telling and not self._speaks_up(cue, answer, kind):
            return []
        above = self._above(position, cue, answer) if kind not in ("publisher_self", "self_reference") else None
        first = Cited(answer.name or "", answer.mention, cue.span, kind, above)
        if answer.kind != "outlet" or not cue.source:
            return [first]
        named = [m for m in media_in(self.parse, sentence, self.lang) if cue.source[0] <= m.first <= cue.source[-1]]
        return [first, *(Cited(m.name, m.span, cue.span, kind, above) for m in named[1:])]

    def _declares(self, cue: Cue) -> bool:
        return cue.lemma in citing_words(self.lang, "speakers", "declaring")

    def _speaks_up(self, cue: Cue, answer: Answer, kind: CitationKind) -> bool:
        """True if a cue that no quote hangs from still says that a medium or a body spoke in public."""
        if cue.kind != "verb":
            return False
        return kind in ("cites", "self_reference") or (kind != "anonymous" and self._declares(cue))

    def _above(self, position: int, cue: Cue, answer: Answer) -> str | None:
        """Who relays what a source says: the medium of a link, one that was told, or one cited in the same sentence."""
        relay = relayed_by(self.cues, position, self.answers)
        if relay is not None:
            return self.answers[relay].name
        for t in self.told:
            if t.relays and t.sentence == cue.sentence and not t.cited.mention.holds(answer.mention or t.cited.mention):
                return t.cited.source
        if cue.kind == "link":
            return None
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

    def _kind(self, sentence: Sentence, cue: Cue, answer: Answer) -> CitationKind | None:
        name = answer.name or ""
        medium = is_medium(name, answer, self.lang) or self._reads_like_medium(sentence, cue, answer)
        if medium and of_own_past(sentence, cue, self.lang):
            return "self_reference"
        if same_outlet(name, self.own, self.lang):
            return "publisher_self"
        if answer.kind == "anonymous":
            return "anonymous"
        if medium:
            return "cites"
        if answer.kind == "group":
            return self._group_kind(sentence, cue)
        if answer.kind == "document":
            return "data"
        if answer.kind == "body":
            return self._body_kind(sentence, cue)
        if answer.kind == "role":
            return self._role_kind(sentence, cue)
        return "official" if answer.kind == "person" and cue.kind == "link" else None

    def _reads_like_medium(self, sentence: Sentence, cue: Cue, answer: Answer) -> bool:
        """«передаёт «Дала Жаршысы»», «как сообщал «Апостроф»»: a bare name in marks that does what media do."""
        if answer.kind != "body" or cue.kind != "verb" or not cue.source:
            return False
        verb = sentence.words[cue.index]
        first = sentence.words[cue.source[0]].text
        relays = cue.lemma in ("передавать", "писать", "сообщать") and verb.feats.get("Aspect") == "Imp"
        return relays and first in '«"„' and verb.feats.get("Number") != "Plur"

    def _body_kind(self, sentence: Sentence, cue: Cue) -> CitationKind | None:
        head = sentence.words[cue.source_head] if cue.source_head is not None else None
        if head is None or head.pos not in ("NOUN", "PROPN", "X"):
            return None  # a number or a day is no body
        if cue.lemma in citing_words(self.lang, "speakers", "measures"):
            return "data"
        figures = cue.kind in ("noun", "link") and cue.lemma in citing_words(self.lang, "speakers", "figures")
        investigates = key(head.lemma) in citing_words(self.lang, "speakers", "investigators")
        return "data" if figures and not investigates else "official"

    def _group_kind(self, sentence: Sentence, cue: Cue) -> CitationKind | None:
        lemma = key(sentence.words[cue.source_head].lemma) if cue.source_head is not None else ""
        if lemma in citing_words(self.lang, "speakers", "agents") | citing_words(self.lang, "speakers", "officials"):
            return "anonymous" if self._hidden(sentence, cue) else "official"
        if lemma in citing_words(self.lang, "speakers", "scholars"):
            return "data"
        return "anonymous" if cue.kind in ("noun", "link") else None

    def _role_kind(self, sentence: Sentence, cue: Cue) -> CitationKind | None:
        """«представитель завода» speaks for the plant; a mayor without a name is a speaker at the event."""
        if cue.kind == "link":
            return "official"
        head = sentence.words[cue.source_head] if cue.source_head is not None else None
        if head is None or key(head.lemma) not in citing_words(self.lang, "speakers", "agents"):
            return None
        if self._hidden(sentence, cue):
            return "anonymous"
        return "official" if len(cue.source) > 1 else None

    def _hidden(self, sentence: Sentence, cue: Cue) -> bool:
        hidden = citing_words(self.lang, "speakers", "hidden")
        return any(key(sentence.words[i].lemma) in hidden for i in cue.source)

    def _networks(self, cue: Cue) -> list[Cited]:
        """«в своём Telegram-канале», «в Facebook» in the sentence of a cue."""
        sentence = self.parse.sentences[cue.sentence]
        return [
            Cited(name, span, cue.span, "social", None)
            for name, span in networks_in(sentence, self.words, self.lang)
            if not any(t.cited.mention.touches(span) for t in self.told)
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


def is_medium(name: str, answer: Answer, lang: str) -> bool:
    """True if the source is a medium, by its head word or the list of media."""
    return answer.kind == "outlet" or find_outlet(name, lang) is not None


def distinct(found: Sequence[Cited], lang: str) -> list[Cited]:
    """One a source, chain and kind, at its first mention, in text order."""
    kept: list[Cited] = []
    for c in sorted(found, key=lambda c: (c.mention.start, c.kind)):
        twin = next((k for k in kept if k.mention == c.mention or (k.kind == c.kind and _same(k, c, lang))), None)
        if twin is None:
            kept.append(c)
    return kept


def with_probable_relays(found: Sequence[Cited]) -> list[Cited]:
    """After a medium's news, a body or an unnamed source cited without a chain probably came through that medium too.

    The next medium ends its item, and so does the text's own earlier news.
    """
    relay: str | None = None
    out: list[Cited] = []
    for c in found:
        if c.kind == "cites" and c.cited_by is None:
            relay = c.source
        elif c.kind in ("publisher_self", "self_reference", "broadcast"):
            relay = None
        probable = relay if c.kind in _RELAYED_KINDS and c.cited_by is None and c.source != relay else None
        out.append(replace(c, probably_by=probable))
    return out


def _same(one: Cited, other: Cited, lang: str) -> bool:
    if one.source.lower() == other.source.lower() or same_outlet(one.source, other.source, lang):
        return one.cited_by == other.cited_by or other.cited_by is None
    return False
