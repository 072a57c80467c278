"""Drafts -> quotes: every source resolved in text order, chains followed to the deepest source."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from anyq.extract.parse import Sentence
from anyq.extract.people import Body, Figure
from anyq.extract.quotes.bodies import NO_SPEAKER
from anyq.extract.quotes.build import Said
from anyq.extract.quotes.channels import channel_of
from anyq.extract.quotes.citations import Citations, distinct, link_of, with_probable_relays
from anyq.extract.quotes.cited import Cited
from anyq.extract.quotes.citing import Citing, Told, of_own_past
from anyq.extract.quotes.cues import Cue
from anyq.extract.quotes.draft import Draft
from anyq.extract.quotes.kinds import is_medium
from anyq.extract.quotes.lexicon import Lexicon
from anyq.extract.quotes.media import Press
from anyq.extract.quotes.outlets import same_outlet
from anyq.extract.quotes.relays import handed_on, learned_from, phrase_cue, told_by
from anyq.extract.quotes.scene import Answer, Scene, Turn
from anyq.extract.quotes.signatures import signatures
from anyq.extract.quotes.sources import NO_CUE, Sources
from anyq.extract.quotes.unnamed import NO_NAME
from anyq.text import Span

_MOSTLY = 0.4  # of a medium's words: above this share they are somebody else's
_RELAYED = 8  # sentences over which an impersonal cue goes on with what a source was cited for
_ANEW = 2
_NEAR = 160  # characters between a quotation and the words of the one who goes on speaking


@dataclass(frozen=True, slots=True)
class Spoken:
    """A draft with its speaker.

    ``via`` is the medium that relays it, never the outlet of the text itself; ``channel`` where it was uttered.
    """

    draft: Draft
    answer: Answer
    via: str | None
    channel: str | None = None


def resolve(
    said: Said, figures: Sequence[Figure], bodies: Sequence[Body], words: Lexicon, *, outlet: str | None, lang: str
) -> tuple[list[Spoken], list[Cited]]:
    """Who says each draft, and whom the text cites."""
    scene = Scene(said.parse, figures, bodies, said.drafts, said.quoted)
    by_cue: dict[Cue, list[Draft]] = {}
    for draft in said.drafts:
        if draft.cue is not None:
            by_cue.setdefault(draft.cue, []).append(draft)
    said = replace(said, drafts=tuple(_own_cue(d, by_cue[d.cue], said) if d.cue else d for d in said.drafts))
    press = Press(said.parse, lang)
    resolver = _Resolver(said, scene, Sources(scene, words, lang, press), words, outlet, lang)
    spoken = _deepest([s for s in resolver.run() if s is not None], lang)
    own = signatures(said.parse, lang)
    signed = outlet or next((c.source for c in own if c.kind == "publisher_self"), None)
    told = Citing(said.parse, words, lang, signed, press).find(said.cues)
    answers, telling = resolver.answers, resolver.telling
    direct = [c for s in spoken if s.draft.mode == "direct" for c in s.draft.content]
    heard = [*said.quoted, *direct]
    found = Citations(said.parse, said.cues, answers, telling, told, heard, words, signed, lang, press).find()
    told_in: dict[int, list[Told]] = {}
    for t in told:
        told_in.setdefault(t.sentence, []).append(t)
    placed = [
        _placed(s, said, told_in.get(s.draft.cue.sentence, ()) if s.draft.cue else (), words, lang) for s in spoken
    ]
    return placed, with_probable_relays(distinct([*own, *found], lang), signed, lang)


def _placed(spoken: Spoken, said: Said, told: Sequence[Told], words: Lexicon, lang: str) -> Spoken:
    """``spoken`` with the place where it was uttered, and the medium to which it was told."""
    cue = spoken.draft.cue
    if cue is None:
        return spoken
    through = next((t.cited.source for t in told if t.relays_for(cue)), None)
    via = spoken.via or (through if through != spoken.answer.name else None)
    return replace(spoken, via=via, channel=channel_of(said.parse, cue, said.cues, told, words, lang))


def _own_cue(draft: Draft, same: Sequence[Draft], said: Said) -> Draft:
    """«„Врач говорит: «Родились в рубашке»“, — вспоминает X»: the inner words belong to the verb before them."""
    if draft.mode != "direct":
        return draft
    outer = [d for d in same if d is not draft and _holds(d, draft)]
    if not outer:
        return draft
    own = [c for c in said.cues if any(p.holds(c.span) for p in outer[0].content) and c.span.end <= draft.at]
    before = [c for c in own if Span(c.span.end, draft.at).of(said.parse.folded).strip(" «„“\"'") == ":"]
    return replace(draft, cue=before[-1]) if before else draft


def _holds(outer: Draft, inner: Draft) -> bool:
    return outer.mode == "direct" and any(p.holds(inner.span) and p != inner.span for p in outer.content)


def _deepest(spoken: list[Spoken], lang: str) -> list[Spoken]:
    """Without a medium's own report of what somebody it names says: those words are that one's, via the medium."""
    kept: list[Spoken] = []
    vias: dict[int, str] = {}
    for s in spoken:
        name = s.answer.name
        if s.draft.mode == "indirect" and name and is_medium(name, s.answer, lang):
            inner = [n for n, o in enumerate(spoken) if o is not s and _within(s.draft, o.draft)]
            told = sum(len(spoken[n].draft.span) for n in inner)
            if told >= _MOSTLY * sum(len(c) for c in s.draft.content):
                vias.update(dict.fromkeys(inner, name))
                continue
        kept.append(s)
    numbers = {id(s): n for n, s in enumerate(spoken)}
    return [replace(s, via=s.via or vias[numbers[id(s)]]) if numbers[id(s)] in vias else s for s in kept]


def _within(relay: Draft, inner: Draft) -> bool:
    """True if what a medium reports holds something that is itself reported from somebody."""
    return inner.mode != "fragment" and any(c.holds(inner.span) for c in relay.content)


def _like_a_title(sentence: Sentence, cue: Cue) -> bool:
    """A name in marks or in Latin letters: a site or a paper that no list has."""
    words = [sentence.words[i].text for i in cue.source]
    return bool(words) and (words[0] in '«"„' or all(w.isascii() for w in words))


class _Resolver:
    """One pass over the cues in text order; a draft is resolved when its cue is reached."""

    def __init__(
        self, said: Said, scene: Scene, sources: Sources, words: Lexicon, outlet: str | None, lang: str
    ) -> None:
        self.said, self.scene, self.sources, self.words = said, scene, sources, words
        self.outlet, self.lang = outlet, lang
        self.positions = {(c.sentence, c.index): n for n, c in reversed(list(enumerate(said.cues)))}
        self.answers: dict[int, Answer] = {}
        self.by_source: dict[tuple[int, tuple[int, ...]], Answer] = {}
        self.relay: Answer | None = None
        self.relay_via: str | None = None
        self.relay_at = 0
        self.telling: set[int] = set()  # cues that report something, and links

    def run(self) -> list[Spoken | None]:
        """Each draft resolved, in the order of drafts; None for one that nobody but the outlet itself says."""
        by_cue: dict[tuple[int, int], list[int]] = {}
        order: list[tuple[int, int, int]] = []
        for n, draft in enumerate(self.said.drafts):
            if draft.cue is None:
                order.append((draft.at, 1, n))
            else:
                by_cue.setdefault((draft.cue.sentence, draft.cue.index), []).append(n)
        for position, cue in enumerate(self.said.cues):
            order.append((cue.span.start, 0, position))
        spoken: list[Spoken | None] = [None] * len(self.said.drafts)
        for _, kind, n in sorted(order):
            if kind == 1:
                spoken[n] = self._alone(self.said.drafts[n])
                continue
            cue = self.said.cues[n]
            drafts = by_cue.get((cue.sentence, cue.index), [])
            for at, result in zip(drafts, self._cue(n, cue, [self.said.drafts[d] for d in drafts]), strict=True):
                spoken[at] = result
        return spoken

    def _cue(self, position: int, cue: Cue, drafts: list[Draft]) -> list[Spoken | None]:
        own = [c for d in drafts for c in d.content]
        if position not in self.answers:
            self.answers[position] = self._source(cue, own)
        answer = self.answers[position]
        via: str | None = None
        if not answer.known and cue.kind == "impersonal" and not cue.source:
            if self.relay is None or self._long_ago(cue):
                return [Spoken(d, answer, None) if d.mode == "direct" else None for d in drafts]
            answer, via = (Answer(None, why=NO_NAME), None) if self._taken_over(cue) else (self.relay, self.relay_via)
        answer, via = self._handed_on(cue, answer, via, own)
        link = link_of(self.said.cues, position) if cue.kind != "link" else None
        if link is not None:
            deeper = self.sources.of(self.said.cues[link], own)
            self.answers[link] = deeper
            deeper = self._told(self.said.cues[link], own) or deeper
            if not deeper.known and deeper.why != NO_SPEAKER:
                via = answer.name if answer.known and not self._own(answer.name) else None
                answer = deeper  # the medium only relays; whom it cites is not clear
            elif deeper.known:
                via = answer.name if answer.known and not self._own(answer.name) else None
                answer = deeper
        if drafts or cue.kind != "verb" or cue.lemma in self.words.saying:  # "газета получила премию" tells nothing
            self._remember(cue, answer, via, chained=link is not None)
        if drafts or cue.kind in ("link", "noun"):
            self.telling |= {position} if link is None else {position, link}
        if not drafts:
            speaks = answer.kind == "person" or (answer.kind in ("anonymous", "role") and answer.known)
            if cue.kind == "verb" and cue.lemma in self.words.statement and speaks:
                self.scene.add_turn(Turn(cue.sentence, cue.span.start, cue.span.end, answer))
            return []
        if all(d.mode == "indirect" for d in drafts) and self._says_nothing(cue, answer, drafts):
            return [None] * len(drafts)
        self.scene.add_turn(Turn(cue.sentence, cue.span.start, max(d.span.end for d in drafts), answer))
        return [Spoken(d, answer, via) for d in drafts]

    def _long_ago(self, cue: Cue) -> bool:
        """Whether the last source is too far back for «отмечается» to go on with it; «сообщается» opens news anew."""
        back = cue.sentence - self.scene.cited[-1].sentence if self.scene.cited else 0
        return back > (_ANEW if cue.lemma == "сообщаться" else _RELAYED)

    def _source(self, cue: Cue, own: list[Span]) -> Answer:
        """Who is meant by the source of a cue; «X заявил …, однако признал …» asks once for both verbs."""
        asked = (cue.sentence, tuple(cue.source))
        if cue.source and asked in self.by_source:
            return self.by_source[asked]
        answer = self.sources.of(cue, own)
        if not answer.known and cue.source_head is None:
            answer = self._of_the_first_verb(cue) or answer
        if answer.known:
            self.by_source[asked] = answer
        return answer

    def _of_the_first_verb(self, cue: Cue) -> Answer | None:
        """«В клубе подтвердили уход и подчеркнули, что»: the second plural verb has the speaker of the first."""
        words = self.said.parse.sentences[cue.sentence].words
        above = words[cue.index].head
        if words[cue.index].rel != "conj" or words[cue.index].feats.get("Number") != "Plur":
            return None
        first = self.positions.get((cue.sentence, above))
        answer = self.answers.get(first) if first is not None else None
        return answer if answer is not None and answer.known else None

    def _handed_on(self, cue: Cue, answer: Answer, via: str | None, own: list[Span]) -> tuple[Answer, str | None]:
        """Whose words a medium, a lawyer or a clerk passes on."""
        sentence = self.said.parse.sentences[cue.sentence]
        hands, owner = handed_on(sentence, cue, self.words)
        learned = learned_from(sentence, cue, self.words)
        if not hands and learned is None:
            return answer, via
        head = owner if hands else learned
        relay = (
            answer.name
            if answer.known and is_medium(answer.name or "", answer, self.lang) and not self._own(answer.name)
            else None
        )
        if head is None:
            return Answer(None, why=NO_NAME), relay
        return self.sources.of(phrase_cue(sentence, cue, head), own), relay

    def _told(self, link: Cue, own: list[Span]) -> Answer | None:
        """Who told the medium that a link names, where the sentence goes on to say so."""
        sentence = self.said.parse.sentences[link.sentence]
        head = told_by(sentence, link.last + 1)
        return self.sources.of(phrase_cue(sentence, link, head), own) if head is not None else None

    def _own(self, name: str | None) -> bool:
        return same_outlet(name, self.outlet, self.lang)

    def _says_nothing(self, cue: Cue, answer: Answer, drafts: list[Draft]) -> bool:
        """True where there is no quote after all: the outlet itself, no speaker, or a deed of nobody known."""
        if self._own(answer.name) or answer.why == NO_SPEAKER or self._earlier(cue, answer):
            return True
        return answer.why == NO_NAME and all(d.reach == "deed" for d in drafts)

    def _earlier(self, cue: Cue, answer: Answer) -> bool:
        """«Ранее «X» сообщал»: a medium that speaks of its own earlier news."""
        sentence = self.said.parse.sentences[cue.sentence]
        name = answer.name or ""
        medium = is_medium(name, answer, self.lang) or (answer.kind == "body" and _like_a_title(sentence, cue))
        return of_own_past(sentence, cue, self.lang) and answer.known and medium

    def _remember(self, cue: Cue, answer: Answer, via: str | None, *, chained: bool) -> None:
        """A cited medium, body or anonymous source stays the one that "отмечается" refers to."""
        if not answer.known or self._own(answer.name):
            return
        if via is not None:
            self.scene.cited.append(Turn(cue.sentence, cue.span.start, cue.span.end, Answer(via, "outlet")))
        self.scene.cited.append(Turn(cue.sentence, cue.span.start, cue.span.end, answer))
        if chained or answer.kind in ("outlet", "body", "anonymous") or is_medium(answer.name or "", answer, self.lang):
            self.relay, self.relay_via, self.relay_at = answer, via, cue.span.start

    def _taken_over(self, cue: Cue) -> bool:
        """True if somebody else, or nobody knows who, has spoken since the relayed item began.

        A person may be quoted inside the item; after a new paragraph he stands for himself.
        """
        last = self.scene.last_turn(cue.span.start)
        if last is None or last.at <= self.relay_at:
            return False
        sentences = self.said.parse.sentences
        begun = sentences[self.said.parse.sentence_at(self.relay_at)].paragraph
        inside = sentences[cue.sentence].paragraph == begun
        return (
            not last.answer.known
            or last.answer.kind in ("role", "group")
            or (last.answer.kind == "person" and not inside)
        )

    def _alone(self, draft: Draft) -> Spoken:
        """A quotation without a cue goes on where its speaker stopped, if nothing stands between."""
        turn = self.scene.last_turn(draft.at)
        if turn is not None and turn.answer.known and self._adjoins(turn, draft):
            self.scene.add_turn(Turn(self.said.parse.sentence_at(draft.at), draft.at, draft.span.end, turn.answer))
            return Spoken(draft, turn.answer, None)
        return Spoken(draft, Answer(None, why=NO_CUE), None)

    def _adjoins(self, turn: Turn, draft: Draft) -> bool:
        end = max(turn.end, self.said.parse.sentences[turn.sentence].span.end)
        if not 0 <= draft.at - end <= _NEAR:
            return False
        between = Span(end, draft.at)
        return len(self.said.parse.words_in(between)) <= 3 and "\n" not in between.of(self.said.parse.folded).strip(" ")
