"""A source phrase -> who is meant by it; null with a reason where a careful reader could not tell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from anyq.extract.parse import Parse, Word
from anyq.extract.people.figure import Figure
from anyq.extract.quotes.outlets import find_outlet
from anyq.extract.quotes.scene import Answer, SpeakerKind
from anyq.extract.surface.bodies import named_before
from anyq.extract.surface.cue import Cue, Grammar, Pronoun
from anyq.extract.surface.holders import holders
from anyq.extract.surface.media import is_paper, outlet_of, unmarked
from anyq.extract.surface.nouns import nouns
from anyq.extract.surface.people import is_named_inside
from anyq.extract.surface.pronouns import TWO, Stage, Turn, meant
from anyq.text import Span

NO_NAME = "no_name_given"
ROLE_TWO = "role_held_by_two"
ROLE_UNNAMED = "role_without_a_name"
UNCLEAR = "body_not_clear"
_BACK = 3  # sentences over which "the company" looks back
_LONGEST_UNLISTED = 4  # words of a plural phrase whose noun no list has; a longer one may be no phrase at all


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase without a person's name: ``core`` ends in its head, ``head`` are its stems, head first."""

    span: Span
    core: Span
    texts: list[str]
    head: list[str]
    plural: bool


@dataclass
class Sources:
    """Who has spoken and who has been named so far; grows in text order."""

    parse: Parse
    figures: Sequence[Figure]
    grammar: Grammar
    direct: Sequence[Span]
    turns: list[Turn] = field(default_factory=list)

    def of(self, cue: Cue) -> Answer:
        """Who is meant by the source of ``cue``."""
        if cue.source is None:
            nested = any(d.holds(cue.span) for d in self.direct)
            unknown = nested or cue.unclear or cue.kind in ("impersonal", "phrase")
            return Answer(None, why=NO_NAME) if unknown else self._subject_before(cue)
        span = cue.source
        words = self.parse.words_in(span)
        pronoun = self.pronoun(span)
        if pronoun is not None:
            return meant(pronoun, cue, self.stage())
        core = self._core(words)
        if not core:
            return Answer(None, why=NO_NAME, mention=span)
        inner = Span(core[0].span.start, core[-1].span.end)
        named = self._figures(inner)
        head = self._stems(core)
        if named and self._is_person(inner, named, head):
            return self._person(span, named)
        return self._other(Phrase(span, inner, [w.text for w in words], head, self._plural(core)))

    def pronoun(self, span: Span) -> Pronoun | None:
        """The pronoun that a source phrase is."""
        return self.grammar.pronoun([w.text for w in self.parse.words_in(span)])

    def heard(self, cue: Cue, answer: Answer) -> None:
        """Notes who spoke or was cited by ``cue``."""
        self.turns.append(Turn(cue, answer))

    def stage(self) -> Stage:
        """What a pronoun can look back on."""
        return Stage(self.parse, self.figures, self.direct, self.turns, self.grammar)

    def is_official(self, answer: Answer) -> bool:
        """Whether an answer without a name speaks for a body: "officials", "a government spokesman"."""
        if answer.mention is None:
            return False
        stems = [self.grammar.stem(w.text) for w in self._core(self.parse.words_in(answer.mention))]
        lists = nouns(self.grammar.lang)
        return any(s in lists.officials for s in stems) or (
            answer.kind == "role" and any(s in lists.bodies for s in stems)
        )

    # persons

    def _figures(self, span: Span) -> list[tuple[Span, int]]:
        return [(m, n) for n, f in enumerate(self.figures) for m in f.mentions if span.holds(m)]

    def _core(self, words: Sequence[Word]) -> Sequence[Word]:
        """The words of a phrase up to its head: "a spokesman" of "a spokesman for the ministry"."""
        return words[: len(self.grammar.head([w.text for w in words]))]

    def _plural(self, core: Sequence[Word]) -> bool:
        """Whether a phrase means several; "the Department of Social Services" is one."""
        return self.grammar.plural(core[-1].text) and not (len(core) > 1 and core[-1].text[:1].isupper())

    def _stems(self, core: Sequence[Word]) -> list[str]:
        """The stems of a phrase that ends in its head, head first."""
        bare = self.grammar.nominative([w.text for w in core]).split()
        stems = [self.grammar.stem(w) for w in reversed(bare) if any(ch.isalpha() for ch in w)]
        return [s for s in stems if s]

    def _is_person(self, core: Span, named: Sequence[tuple[Span, int]], head: Sequence[str]) -> bool:
        """A name at the end of its phrase, or the phrase itself; "X's lawyer" is not X."""
        last = max(m.end for m, _ in named)
        return last == core.end or not head or (nouns(self.grammar.lang).of(head[:1]) is None and last >= core.end - 3)

    def _person(self, span: Span, named: Sequence[tuple[Span, int]]) -> Answer:
        last = max(named)
        together = [n for m, n in sorted(named) if m == last[0] or self._joined(m, last[0])]
        numbers = tuple(dict.fromkeys(together)) if len(set(together)) > 1 else (last[1],)
        names = "; ".join(self.figures[n].name for n in numbers)
        return Answer(names, "person", numbers, mention=span)

    def _joined(self, one: Span, other: Span) -> bool:
        """Whether two names stand side by side: "X and Y", not "Tennessee coach Y"."""
        joining = nouns(self.grammar.lang).joining
        between = self.parse.folded[one.end : other.start]
        return not joining or "," in between or any(w in joining for w in between.lower().split())

    # others

    def _other(self, phrase: Phrase) -> Answer:
        lists = nouns(self.grammar.lang)
        name = unmarked(self.grammar.nominative(phrase.texts))
        outlet = outlet_of(phrase.texts, self.parse, self.grammar)
        if outlet is not None:
            return Answer(outlet, "outlet", mention=phrase.span)
        if self._is_twice_borne(phrase):
            return self._bearer_again(phrase) or Answer(None, why=TWO, mention=phrase.span)
        kind = "media" if is_paper(phrase.core, self.parse, self.grammar) else lists.of(phrase.head[:1])
        named = any(n.span.touches(phrase.core) for n in self.parse.names) or self._is_proper(phrase)
        if phrase.plural and (
            kind is None or kind in ("roles", "anonymous", "bodies") or phrase.head[0] in lists.groups
        ):
            return self._group(name, kind, phrase, known=named or phrase.head[0] in lists.groups)
        rest = phrase.head[1:]
        inner = next((k for k in ("media", "bodies") if any(s in getattr(lists, k) for s in rest)), None)
        kind = kind or inner or lists.of(rest)
        if kind == "media" and phrase.head[0] in lists.documents and self.grammar.indefinite(phrase.texts):
            kind = "documents"  # "a paper"
        if kind == "media":
            return self._again(name, "outlet", phrase)
        if kind == "anonymous":
            return self._unnamed_before(phrase) or Answer(name, "anonymous", mention=phrase.span)
        if kind == "roles":
            return self._role(name, phrase)
        if kind is None and len(phrase.head) == 1 and not self._is_body(phrase) and named:
            return Answer(name, "person", mention=phrase.span)  # a surname that is named in full nowhere
        if kind == "bodies" or (named and kind is None):
            return self._again(name, "body", phrase)
        if kind == "groups":
            return self._group(name, kind, phrase, known=True)
        if kind in ("documents", "data"):
            return self._document(name, phrase)
        return Answer(None, why=NO_NAME, mention=phrase.span)

    def _is_body(self, phrase: Phrase) -> bool:
        """Whether one word is known for a body or state: by the model, by the list, by its capitals."""
        known = any(n.kind != "PER" and n.span.touches(phrase.core) for n in self.parse.names)
        return known or phrase.texts[-1].isupper() or phrase.head[0] in nouns(self.grammar.lang).states

    def _is_proper(self, phrase: Phrase) -> bool:
        """For "Seoul", "BMW", "the Northern Power Grid": names that the model missed."""
        if self.grammar.indefinite(phrase.texts):
            return False
        if any(s in nouns(self.grammar.lang).states for s in phrase.head[:1]):
            return True
        small = ("the", "of", "and", "for", "&")
        body = [t for t in phrase.core.of(self.parse.folded).split() if t.lower() not in small]
        if len(body) == 1:
            return body[0][:1].isupper()
        return bool(body) and all(t[:1].isupper() for t in body)

    def _is_twice_borne(self, phrase: Phrase) -> bool:
        """A surname that no figure has alone: two persons bear it."""
        return any(n.kind == "PER" and n.span == phrase.core for n in self.parse.names)

    def _bearer_again(self, phrase: Phrase) -> Answer | None:
        """Who spoke right before, if of the bearers of a surname nobody else has been named since."""
        last = self.turns[-1] if self.turns else None
        if last is None or last.answer.kind != "person" or len(last.answer.figures) != 1:
            return None
        speaker, at = self.figures[last.answer.figures[0]], self.parse.sentence_at(phrase.span.start)
        if self.grammar.stem(speaker.name.split()[-1]) != phrase.head[0] or at - last.cue.sentence > 2:
            return None
        alike = [
            f for f in self.figures if f is not speaker and self.grammar.stem(f.name.split()[-1]) == phrase.head[0]
        ]
        by_name = last.cue.source is not None and any(last.cue.source.holds(m) for m in speaker.mentions)
        first = all(f.mentions[0].start > phrase.span.start for f in alike)  # "said X, whose father, Y X, was there"
        told = Span(last.cue.outer.end, phrase.span.start)
        since = [m for f in self.figures if f is not speaker for m in f.mentions if told.holds(m)]
        said = (*last.cue.content, *self.direct)
        if not (by_name or first) or any(not any(part.holds(m) for part in said) for m in since):
            return None
        return Answer(speaker.name, "person", last.answer.figures, mention=phrase.span)

    def _group(self, name: str, kind: str | None, phrase: Phrase, *, known: bool) -> Answer:
        """Several people without names: witnesses, officials, car manufacturers."""
        lists = nouns(self.grammar.lang)
        if kind == "anonymous" or phrase.head[0] in lists.anonymous:
            return Answer(name, "anonymous", mention=phrase.span)
        if not known and kind is None and len(phrase.texts) > _LONGEST_UNLISTED:
            return Answer(None, why=NO_NAME, mention=phrase.span)
        return Answer(name, "group", mention=phrase.span)

    def _again(self, name: str, kind: SpeakerKind, phrase: Phrase) -> Answer:
        """A head noun alone ("the ministry", "агенттік") means the last body with that head, or the one company."""
        if (
            len(phrase.head) > 1
            and (any(t[:1].isupper() for t in phrase.texts[1:]) or self._is_proper(phrase))
            and not self._is_bare_company(phrase)
        ):
            return Answer(self._without_state(name), kind, mention=phrase.span)
        before = self._cited_so(phrase)
        if len({b.name for b in before}) > 1:
            return Answer(None, why=UNCLEAR, mention=phrase.span)
        if before:
            return Answer(before[0].name, before[0].kind, mention=phrase.span)
        if phrase.head[0] in nouns(self.grammar.lang).companies and not is_named_inside(self.parse, phrase.span):
            return self._company(phrase)
        if len(phrase.head) == 1:
            named = named_before(self.parse, self.grammar, phrase.head[0], phrase.span.start)
            if len(named) > 1:
                return Answer(None, why=UNCLEAR, mention=phrase.span)
            if not named and phrase.head[0] in nouns(self.grammar.lang).generic:
                cited = {t.answer.name for t in self.turns if t.answer.kind == "body" and t.answer.known}
                named = [n for n in cited if n is not None]
                if len(named) != 1:
                    return Answer(None, why=UNCLEAR, mention=phrase.span)
            name = named[0] if named else name
        return Answer(name, kind, mention=phrase.span)

    def _cited_so(self, phrase: Phrase) -> list[Answer]:
        """The bodies cited before that the phrase can mean: they have its words and more."""
        found: list[Answer] = []
        for turn in reversed(self.turns):
            before = turn.answer
            if not before.known or before.kind not in ("body", "outlet") or before.mention is None:
                continue
            stems = [self.grammar.stem(w.text) for w in self.parse.words_in(before.mention)]
            same = phrase.head[0] in stems and len(stems) > 1
            if same and (self.grammar.definite(phrase.texts) or set(phrase.head) <= set(stems)):
                found.append(before)
        return found

    def _without_state(self, name: str) -> str:
        """A body named with its country and without it is one: "Toyota UK" beside "Toyota"."""
        words = name.split()
        if len(words) != 2 or self.grammar.stem(words[1]) not in nouns(self.grammar.lang).states:
            return name
        alone = re.search(rf"\b{re.escape(words[0])}\b(?! {re.escape(words[1])})", self.parse.folded)
        return words[0] if alone else name

    def _is_bare_company(self, phrase: Phrase) -> bool:
        """For "The Japanese carmaker": a company without its name."""
        named = any(n.kind == "ORG" and n.span.touches(phrase.span) for n in self.parse.names)
        return not named and not self._is_proper(phrase) and phrase.head[0] in nouns(self.grammar.lang).companies

    def _company(self, phrase: Phrase) -> Answer:
        """The company named last, if no other was named near it."""
        at = self.parse.sentence_at(phrase.span.start)
        first = self.parse.sentences[max(0, at - _BACK)].span.start
        named = [
            n.span.of(self.parse.folded)
            for n in self.parse.names
            if n.kind == "ORG" and first <= n.span.start < phrase.span.start
        ]
        spoke = [t.answer.name or "" for t in self.turns if t.answer.kind == "body" and at - t.cue.sentence <= _BACK]
        near = self._companies([*named, *spoke])
        if not near:  # far above, if one company has spoken
            near = self._companies([t.answer.name or "" for t in self.turns if t.answer.kind == "body"])
        if len(near) == 1:
            return Answer(near.popitem()[1], "body", mention=phrase.span)
        if len(phrase.head) > 1 and not any(t[:1].isupper() for t in phrase.texts[1:]):  # "the central bank"
            return Answer(self.grammar.nominative(phrase.texts), "body", mention=phrase.span)
        return Answer(None, why=UNCLEAR, mention=phrase.span)

    def _companies(self, names: Sequence[str]) -> dict[str, str]:
        """The companies among bodies, by their first word."""
        return {
            self.grammar.stem(n.split()[0]): self.grammar.nominative(n.split()) for n in names if self._is_company(n)
        }

    def _is_company(self, name: str) -> bool:
        """Neither a medium nor a state nor a body whose name says what it is."""
        lists = nouns(self.grammar.lang)
        stems = {self.grammar.stem(w) for w in name.split()}
        other = not stems.isdisjoint(lists.states | (lists.bodies - lists.companies))
        return bool(name) and not other and find_outlet(name, self.grammar.lang) is None

    def _document(self, name: str, phrase: Phrase) -> Answer:
        """For "The release" is the one that a body was cited for before."""
        if len(phrase.head) == 1 and phrase.head[0] in nouns(self.grammar.lang).documents:
            for turn in reversed(self.turns):
                sentence = self.parse.sentences[turn.cue.sentence]
                stems = {self.grammar.stem(w.text) for w in sentence.words}
                if turn.answer.kind == "body" and turn.answer.known and phrase.head[0] in stems:
                    return Answer(turn.answer.name, "body", mention=phrase.span)
        return Answer(
            self.grammar.nominative(phrase.core.of(self.parse.folded).split()), "document", mention=phrase.span
        )

    def _role(self, name: str, phrase: Phrase) -> Answer:
        start = phrase.span.start
        opens = self.parse.sentences[self.parse.sentence_at(start)].span.start == start
        capital = len(phrase.head) == 1 and phrase.texts[0][:1].isupper() and not opens
        new = self.grammar.indefinite(phrase.texts)
        held = [] if new else holders(phrase.head, self.figures, self.grammar, before=start, capital=capital)
        if len(held) == 1 and self._is_another_now(held[0], phrase):
            return Answer(None, why=ROLE_TWO, mention=phrase.span)
        if len(held) == 1:
            return Answer(self.figures[held[0]].name, "person", (held[0],), mention=phrase.span)
        if len(held) > 1:
            speaking = self._goes_on_speaking(held, phrase)
            if speaking is not None:
                return Answer(self.figures[speaking].name, "person", (speaking,), mention=phrase.span)
            return Answer(None, why=ROLE_TWO, mention=phrase.span)
        alone = len(phrase.texts) < 2 and not self.grammar.indefinite(phrase.texts)
        if alone or self.grammar.definite(phrase.texts) or self._is_named_soon(phrase.span):
            return self._unnamed_before(phrase) or Answer(None, why=ROLE_UNNAMED, mention=phrase.span)
        return Answer(name, "role", mention=phrase.span)

    def _unnamed_before(self, phrase: Phrase) -> Answer | None:
        """For "the source", "the spokesman": the one without a name who spoke before, if it was one."""
        if len(phrase.head) > 1 or self.grammar.indefinite(phrase.texts):
            return None
        found = {
            t.answer.name: t.answer
            for t in self.turns
            if t.answer.kind in ("role", "anonymous")
            and t.answer.mention is not None
            and phrase.head[0] in self._stems(self._core(self.parse.words_in(t.answer.mention)))[:1]
        }
        if len(found) != 1:
            return None
        answer = found.popitem()[1]
        return Answer(answer.name, answer.kind, mention=phrase.span)

    def _is_another_now(self, holder: int, phrase: Phrase) -> bool:
        """Whether "the expert" may be who spoke just before, though somebody else was introduced as one."""
        if len(phrase.head) > 1 or phrase.head[0] not in nouns(self.grammar.lang).epithets or not self.turns:
            return False
        last = self.turns[-1]
        since = Span(last.cue.outer.end, max(last.cue.outer.end, phrase.span.start))
        named = {n for n, f in enumerate(self.figures) if any(since.holds(m) for m in f.mentions)}
        return last.answer.kind == "person" and holder not in last.answer.figures and named != {holder}

    def _goes_on_speaking(self, held: Sequence[int], phrase: Phrase) -> int | None:
        """Who of several ministers "the minister" is: the one whose words end right before, in the same paragraph."""
        if len(phrase.head) > 1 or not self.turns:
            return None
        last = self.turns[-1]
        at = self.parse.sentence_at(phrase.span.start)
        here = self.parse.sentences[at].paragraph
        near = last.cue.sentence == at - 1 and self.parse.sentences[at - 1].paragraph == here
        speakers = set(held) & set(last.answer.figures)
        since = Span(last.cue.outer.end, max(last.cue.outer.end, phrase.span.start))
        named = any(since.holds(m) for n in held for m in self.figures[n].mentions if n not in speakers)
        return speakers.pop() if near and not named and len(speakers) == len(last.answer.figures) == 1 else None

    def _is_named_soon(self, span: Span) -> bool:
        """A lead that says "a lawmaker has said" names him in one of the next sentences."""
        at = self.parse.sentence_at(span.start)
        last = self.parse.sentences[min(at + 2, len(self.parse.sentences) - 1)].span
        return at <= 2 and any(span.end <= f.mentions[0].start < last.end for f in self.figures)

    def _subject_before(self, cue: Cue) -> Answer:
        """A verb without a subject goes on with who spoke in the sentence before or in this one."""
        if self.turns:
            answer = self.turns[-1].answer
            if answer.known and cue.sentence - self.turns[-1].cue.sentence <= 1:
                return Answer(answer.name, answer.kind, answer.figures, mention=answer.mention)
        return Answer(None, why=NO_NAME)
