"""English verbs of saying in a sentence, each with who speaks and what is reported."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from anyq.extract.quotes.outlets import find_outlet
from anyq.extract.surface.cue import Cue
from anyq.extract.surface.english_clauses import (
    Part,
    addressee,
    behind_particle,
    last_word,
    reported_after,
    reported_before,
    spans,
)
from anyq.extract.surface.english_line import MARKS, Line
from anyq.extract.surface.english_links import maker
from anyq.extract.surface.english_nouns import head, kind_of, stem
from anyq.extract.surface.english_phrases import (
    Subject,
    is_role_of,
    named_head,
    phrase_after,
    subject_before,
    subject_of_clause,
)
from anyq.extract.surface.english_words import Verb, is_adverb, is_finite, is_gerund, link_words, small, verbs
from anyq.text import Span

_JOINS = frozenset({"and", "but", "then", "or", "yet"})
_QUOTES = frozenset({"quoted", "cited", "quotes", "cites"})
_CITED_AS = frozenset({"quoted", "cited", "recorded", "heard", "filmed", "overheard"})
_INVERTS_AFTER = MARKS | {",", "-", "–", "—", ":"}
# after "said X" these tell when and where, or go on
_BEHIND_SPEAKER = frozenset({
    "in", "on", "at", "during", "after", "as", "when", "while", "who", "by", "last", "this", "via", "before",
    "yesterday", "today", "following", "late", "early", "from", "whose", "through", "and", "to", "about", "with",
})  # fmt: skip
# "when X asked whether": a time or a condition, no report
_CONDITIONS = frozenset({"if", "unless", "whether", "when", "before", "after", "until", "once", "whenever", "till"})
_NO_INVERSION = frozenset({"tell", "promise", "inform", "deny", "accuse", "urge", "call", "describe"})


@dataclass
class Verbs:
    """Reads the verbs of one sentence; ``last`` is who spoke last in it."""

    line: Line
    number: int
    last: Span | None = None
    found: list[Cue] = field(default_factory=list)

    def read(self) -> list[Cue]:
        """The cues of the sentence, in text order."""
        for at, low in enumerate(self.line.low):
            verb = verbs().get(low)
            if verb is None or self.line.in_marks[at] or self.line.capital(at) or low in link_words("citing"):
                continue
            cue = self._gerund(at, verb) if verb.form == "gerund" else self._finite(at, verb)
            if cue is not None:
                self.found.append(cue)
                self.last = cue.source or self.last
        self.found = [c for c in self.found if not self._only_thinks(c)]
        closing = next((c for c in reversed(self.found) if c.content and c.content[-1].end <= c.outer.start), None)
        if closing is None:
            return self.found
        inside = closing.content[0]
        return [
            c if c is closing or not inside.holds(c.span) else _cut(c, inside.end)
            for c in self.found
            if c is closing or not (_only_finds(c) and inside.holds(c.span))
        ]

    def _only_thinks(self, cue: Cue) -> bool:
        """Whether a cue is what somebody is said to think: "she said she hoped that …"."""
        thinks = any(v.lemma == cue.lemma and v.groups == {"thinking"} for v in verbs().values())
        return thinks and any(part.holds(cue.span) for c in self.found if c is not cue for part in c.content)

    # finite verbs

    def _finite(self, at: int, verb: Verb) -> Cue | None:
        line = self.line
        if self._is_noun_or_infinitive(at):
            return None
        inverted = self._inverted(at, verb)
        if inverted is not None:
            return inverted
        if at and self._joined(at):
            goes = verb.form == "past" or (verb.form == "present" and not verb.ambiguous)
            return self._goes_on(at, verb) if goes and not verb.participle else None
        subject = subject_before(line, at)
        if subject is None:
            certain = at and line.text[at - 1] == "," and line.low[at + 1 : at + 2] == ["that"] and verb.form == "past"
            return self._goes_on(at, verb) if certain else None
        if self._is_inscription(subject):
            return None
        return self._cue(at, verb, subject) if self._agrees(at, verb, subject) else None

    def _is_inscription(self, subject: Subject) -> bool:
        """Signs and mottoes are read, they say nothing."""
        return stem(head(self.line.text[subject.first : subject.last + 1])[-1]) in link_words("inscriptions")

    def _is_noun_or_infinitive(self, at: int) -> bool:
        if at == 0:
            return False
        before = self.line.low[at - 1]
        verb = verbs()[self.line.low[at]]
        if before in small("determiners") - (small("subjects") if not verb.ambiguous else frozenset()) or before == "'":
            return True
        if before == "'s":
            return verb.ambiguous or verb.form != "past" or self.line.low[at - 2] not in small("subjects")
        if before == "to":
            return self.line.low[at - 2 : at - 1] != ["on"] or self.line.low[at - 3 : at - 2] != ["went"]
        return before in small("prepositions") and not self._is_place_name(at - 1)

    def _is_place_name(self, at: int) -> bool:
        return self.line.capital(at) and at > 0

    def _joined(self, at: int) -> bool:
        """Whether "and", "but" stands before the verb, adverbs aside."""
        before = at - 1
        while before > 0 and self._is_helper(before):
            before -= 1
        return self.line.low[before] in _JOINS and small("unreal").isdisjoint(self.line.low[before + 1 : at])

    def _is_helper(self, at: int) -> bool:
        low = self.line.low[at]
        return low not in _JOINS and (is_adverb(low) or low in ("has", "have", "had"))

    def _inverted(self, at: int, verb: Verb) -> Cue | None:
        """For "…, said X, the mayor" and the frame "said X" behind a quotation."""
        line = self.line
        opens = at == 0 or line.text[at - 1] in _INVERTS_AFTER
        if not opens or verb.lemma in _NO_INVERSION or verb.participle or verb.form not in ("past", "present"):
            return None
        if not verb.any("saying", "framing", "thinking", "asking"):
            return None
        first = behind_particle(line, at, verb)
        found = phrase_after(line, first) if first is not None else None
        if (
            found is None
            or line.low[found[0]] in small("prepositions")
            or not self._closes(found[1] + 1)
            or not self._can_speak(found)
        ):
            return None
        found = apposed(line, found)
        parts = reported_before(line, at, found[1] + 1)
        found = (found[0], named_head(line, *found))
        return self._made(at, verb, line.span(*found), parts)

    def _closes(self, at: int) -> bool:
        """Whether a phrase behind "said" ends there: at a stop, or before when and where it was said."""
        line = self.line
        if at > last_word(line) or line.text[at] in {",", "(", "-", "–", "—", ";", ":"}:
            return True
        low = line.low[at]
        return low in small("days") or low in _BEHIND_SPEAKER

    def _can_speak(self, phrase: Part) -> bool:
        """A name, a pronoun or a noun that is known to speak."""
        line, (first, last) = self.line, phrase
        if line.person_in(first, last) or line.low[first] in ("he", "she", "they", "it", "one", "another"):
            return True
        return kind_of(line.text[first : last + 1]) is not None or line.capital(last)

    def _goes_on(self, at: int, verb: Verb) -> Cue | None:
        """For "X did this and said that": the subject of the clause goes on."""
        if _tells_findings(verb):
            return None
        parts = reported_after(self.line, at, verb)
        beside = at + 1 < len(self.line.low) and self.line.text[at + 1] in (":", ",")
        if not parts and not beside and at < last_word(self.line):
            return None
        source = self.last
        if source is None:
            subject = subject_of_clause(self.line, at)
            source = self.line.span(*apposed(self.line, (subject.first, subject.last))) if subject else None
        return replace(self._made(at, verb, source, parts), unclear=source is None)

    def _agrees(self, at: int, verb: Verb, subject: Subject) -> bool:
        """Whether the form can be a verb of this subject that reports something."""
        line = self.line
        if not small("unreal").isdisjoint(subject.between) and "only" not in subject.between:
            return False
        if line.low[at + 1 : at + 2] == ["by"]:
            return False
        passive = not small("passive").isdisjoint(subject.between)
        had = not {"has", "have", "had", "'ve"}.isdisjoint(subject.between)
        if (passive and not (had and "been" not in subject.between and "'s" in subject.between)) or (
            verb.participle and not had
        ):
            return False
        if verb.ambiguous and is_gerund(line.text[subject.first]):
            return False  # "citing weak orders"
        if line.low[subject.last] in ("i", "we", "you"):
            return False  # somebody speaks of himself: a quotation whose marks were lost
        if line.low[subject.start] in _CONDITIONS or (subject.start and line.low[subject.start - 1] in _CONDITIONS):
            return False
        certain = line.low[at + 1 : at + 2] == ["that"] or self._beside_marks(at)
        pronoun = line.low[subject.last] in small("subjects")
        person = line.person_in(subject.first, subject.last)
        if verb.form == "base":
            plural = pronoun and line.low[subject.last] in ("they", "we", "i", "you", "some", "others", "many")
            many = line.low[subject.last].endswith("s") or line.low[subject.last] in ("police", "people")
            return plural or (many and (certain or not verb.ambiguous))
        if _tells_findings(verb):
            kind = kind_of(line.text[subject.first : subject.last + 1])
            return kind in ("documents", "data") or (kind in ("groups", "bodies", "roles", "anonymous") and certain)
        outlet = find_outlet(" ".join(line.text[subject.first : subject.last + 1]), "en")
        if verb.ambiguous and not (certain or pronoun or person or outlet):
            kind = kind_of(line.text[subject.first : subject.last + 1])
            return (verb.any("finding") and kind in ("documents", "data")) or (verb.form == "past" and kind is not None)
        return True

    def _beside_marks(self, at: int) -> bool:
        """Whether a quotation stands right before or behind the cue."""
        line = self.line
        after = at + 1
        if after < len(line.low) and line.text[after] in (",", ":"):
            after += 1
        return at >= last_word(line) or line.text[after] in MARKS

    def _cue(self, at: int, verb: Verb, subject: Subject) -> Cue | None:
        line = self.line
        first = behind_particle(line, at, verb)
        if first is None:
            return None
        told = addressee(line, first, verb)
        behind = told[1] + 1 if told else first
        if verb.groups == {"framing"}:  # with a clause of their own they are no words: "the rain continued"
            return self._made(at, verb, line.span(subject.first, subject.last), [])
        parts = reported_after(line, at, verb)
        if not parts and subject.start > 0:
            parts = reported_before(line, subject.start, behind)
        if not parts and verb.any("saying", "telling"):
            parts = reported_after(line, at, verb, loose=True)
        if subject.start and line.low[subject.start - 1] in ("which", "what", "who", "whom"):
            goes = verb.any("saying", "thinking") and line.low[first : first + 1] not in (["and"], ["or"], ["but"])
            parts = [(first, last_word(line))] if goes else []
            return self._made(at, verb, line.span(subject.first, subject.last), parts) if parts else None
        if not parts and not verb.any("saying", "telling", "framing", "thinking", "asking"):
            return None
        return self._made(at, verb, line.span(subject.first, subject.last), parts)

    # gerunds

    def _gerund(self, at: int, verb: Verb) -> Cue | None:
        """For "…, adding that", "was quoted as saying", "is warning of", "a letter warning that"."""
        line = self.line
        before = line.low[at - 1] if at else ""
        if before in ("'s", "'") or before in small("determiners") - small("subjects"):
            return None  # "the court's ruling"
        quoting = self._quoting(at) if before == "as" else None
        if quoting is not None:
            return self._made(at, verb, quoting, reported_after(line, at, verb))
        if before == "as" and line.low[at - 2 : at - 1] and line.low[at - 2] in _CITED_AS:
            subject = subject_before(line, at - 2)
            return (
                self._made(at, verb, line.span(subject.first, subject.last), reported_after(line, at, verb))
                if subject
                else None
            )
        subject = subject_before(line, at)
        if subject is not None and not small("passive").isdisjoint(subject.between):
            speaks = not (verb.ambiguous or _tells_findings(verb)) and small("unreal").isdisjoint(subject.between)
            return self._cue(at, verb, subject) if speaks else None
        parts = reported_after(line, at, verb)
        told = addressee(line, at + 1, verb)
        behind = told[1] if told else at
        beside = not ({",", ":"} | MARKS).isdisjoint(line.text[behind + 1 : behind + 2])
        if at == 0:
            return None
        if before in {",", "while", "by", "before", "after", "and"} | MARKS:
            source = self._clause_owner(at)
            sure = beside or before == "," or before in MARKS or line.low[at + 1 : at + 2] == ["that"]
            said = (
                sure
                and (parts or beside)
                and verb.any("saying", "telling", "naming", "accusing")
                and not verb.ambiguous
            )
            return self._made(at, verb, source, parts) if said else None
        if subject is not None and self._is_inscription(subject):
            return None
        certain = beside or line.low[at + 1 : at + 2] == ["that"] or verb.any("urging")
        if subject is None or subject.between or not certain or not (parts or beside) or verb.ambiguous:
            return None
        return self._made(at, verb, line.span(subject.first, subject.last), parts)

    def _quoting(self, at: int) -> Span | None:
        """Who is quoted in "State TV quoted the minister, X, as saying"; who quotes only passes it on."""
        line = self.line
        verb = next((i for i in range(at - 3, max(at - 16, 0), -1) if line.low[i] in _QUOTES), None)
        found = phrase_after(line, verb + 1) if verb is not None else None
        medium = subject_before(line, verb) if verb is not None and found is not None else None
        if verb is None or found is None or medium is None or not small("passive").isdisjoint(medium.between):
            return None
        word = line.sentence.words[verb]
        self.found.append(Cue(self.number, word.span, "relay", "quote", line.span(medium.first, medium.last)))
        return line.span(*apposed(line, found))

    def _clause_owner(self, at: int) -> Span | None:
        """Who does what a gerund or a second verb says: the subject of the last clause, else who spoke last."""
        line = self.line
        begun = next((c.span.end for c in reversed(self.found) if c.source == self.last), 0)
        for i in range(at - 1, 0, -1):
            if line.sentence.words[i].span.start <= begun:
                break
            if line.low[i] in ("but", "while", "although") and line.text[i - 1] == ",":
                found = phrase_after(line, i + 1)
                return line.span(*apposed(line, found)) if found else None
        if self.last is not None:
            return self.last
        clause = subject_of_clause(line, at)
        return line.span(*apposed(line, (clause.first, clause.last))) if clause else None

    def _made(self, at: int, verb: Verb, source: Span | None, parts: list[Part]) -> Cue:
        """The cue; what one promises, urges or calls a thing is a phrase, in marks too."""
        nominal = verb.any("naming", "accusing") or (bool(parts) and self.line.low[parts[0][0] - 1] == "to")
        word = self.line.sentence.words[at]
        if source is not None:
            words = [i for i, w in enumerate(self.line.sentence.words) if source.holds(w.span)]
            source = self.line.span(*maker(self.line, (words[0], words[-1])))
        content = spans(self.line, parts, marked=nominal)
        return Cue(self.number, word.span, "verb", verb.lemma, source, content, nominal=nominal)


def under_post(line: Line, number: int) -> Iterator[Cue]:
    """The name in "— Name (@handle) May 3, 2021", once as who said it and once for the network."""
    dash = line.text[0] in ("—", "–", "-")
    handle = next((i for i, w in enumerate(line.text) if w.startswith("@")), None)
    if dash and handle is not None and handle > 2 and line.text[handle - 1] == "(":
        named, at = line.span(1, handle - 2), line.sentence.words[handle].span
        yield Cue(number, at, "post", "tweet", named, back=True)
        yield Cue(number, at, "channel", "twitter", named)


def before_colon(line: Line, number: int) -> Iterator[Cue]:
    """X, harbour master: “…”."""
    end = len(line.low) - 1
    person = line.persons[0] if line.persons else None
    if end < 1 or line.text[end] != ":" or person is None or any(is_finite(line.low, i) for i in range(end)):
        return
    if person[0] == 0 or all(line.low[i] not in small("prepositions") | {","} for i in range(person[0])):
        yield Cue(number, line.sentence.words[end].span, "colon", ":", line.span(*person))


def _tells_findings(verb: Verb) -> bool:
    """Whether a verb is one of documents and figures only: "shows", "indicates"."""
    return verb.any("finding") and not verb.any(
        "saying", "telling", "asking", "naming", "thinking", "urging", "framing"
    )


def apposed(line: Line, phrase: Part) -> Part:
    """The name behind a role and a comma: of "the minister, X," and "Y's lawyer, X." X."""
    after = phrase[1] + 1
    person = next((p for p in line.persons if p[0] == after + 1), None)
    if person is None or line.text[after] != "," or not is_role_of(line, *phrase):
        return phrase
    closed = person[1] >= last_word(line) or line.text[person[1] + 1] == ","
    return person if closed else phrase


def _cut(cue: Cue, end: int) -> Cue:
    """A cue inside somebody's words: what it reports ends with them."""
    return replace(cue, content=tuple(Span(c.start, min(c.end, end)) for c in cue.content if c.start < end))


def _only_finds(cue: Cue) -> bool:
    """For "… shows that it works, she said": what a thing shows inside somebody's words is no report of its own."""
    return any(v.lemma == cue.lemma and _tells_findings(v) for v in verbs().values())
