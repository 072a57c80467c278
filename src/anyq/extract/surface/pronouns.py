"""Pronouns -> who is meant; null where a careful reader could not tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from anyq.extract.parse import Parse
from anyq.extract.people.figure import Figure, Gender
from anyq.extract.quotes.scene import Answer
from anyq.extract.surface.cue import Cue, Grammar, Pronoun
from anyq.extract.surface.nouns import nouns
from anyq.text import Span

NOBODY = "nobody_named_before"
TWO = "two_could_be_meant"
_BACK = 3  # sentences of narration that a pronoun looks back over


@dataclass(frozen=True, slots=True)
class Turn:
    """A cue and who speaks there."""

    cue: Cue
    answer: Answer


@dataclass(frozen=True, slots=True)
class Stage:
    """What was said and who was named before a pronoun."""

    parse: Parse
    figures: Sequence[Figure]
    direct: Sequence[Span]
    turns: Sequence[Turn]
    grammar: Grammar


def meant(pronoun: Pronoun, cue: Cue, stage: Stage) -> Answer:
    """Who is meant by the pronoun that is the source of ``cue``."""
    if pronoun.thing:
        return _thing(cue, stage)
    if pronoun.plural:
        return _plural(cue, stage)
    return _person(pronoun, cue, stage)


def _person(pronoun: Pronoun, cue: Cue, stage: Stage) -> Answer:
    last = _last_turn(cue, stage)
    speaker = (
        last.answer.figures[0] if last and last.answer.kind == "person" and len(last.answer.figures) == 1 else None
    )
    if speaker is not None and not _fits(speaker, pronoun, stage):
        speaker = None
    if last is not None and speaker is not None and _answers(cue, last, stage):
        return _asked(speaker, pronoun, cue, stage)
    unnamed = _after_unnamed(pronoun, cue, stage, last)
    if unnamed is not None:
        return unnamed
    near = _named_near(cue, pronoun, stage, last)
    if (
        speaker is not None
        and set(near) <= {speaker}
        and last is not None
        and _somebody_came(speaker, last, cue, stage)
    ):
        return Answer(None, why=TWO, mention=cue.source)
    if speaker is not None and pronoun.gender is None and last is not None and _is_left(speaker, last, cue, stage):
        if len(near) == 1 and _opens_narration(near[0], cue, stage):
            return _answer(near[0], cue, stage)
        return Answer(None, why=TWO, mention=cue.source)
    if speaker is not None and last is not None and (set(near) <= {speaker} or _goes_on(speaker, last, cue, stage)):
        return _answer(speaker, cue, stage)
    if (
        len(near) == 1
        and not _of_somebody_unnamed(near[0], cue, stage)
        and (speaker is None or _opens_narration(near[0], cue, stage))
    ):
        return _answer(near[0], cue, stage)
    return _answer_without_near(pronoun, cue, stage, last) if not near else Answer(None, why=TWO, mention=cue.source)


def _answers(cue: Cue, last: Turn, stage: Stage) -> bool:
    """For "“Do you?” asked X. “I do,” he replied": whoever answers is not who asked."""
    lists = nouns(stage.grammar.lang)
    return cue.lemma in lists.answering and last.cue.lemma in lists.asking


def _asked(asking: int, pronoun: Pronoun, cue: Cue, stage: Stage) -> Answer:
    """Who spoke last before somebody asked."""
    spoke = [t.answer.figures[0] for t in stage.turns if len(t.answer.figures) == 1]
    before = next((n for n in reversed(spoke) if n != asking), None)
    if before is None or not _fits(before, pronoun, stage):
        return Answer(None, why=TWO, mention=cue.source)
    return _answer(before, cue, stage)


def _after_unnamed(pronoun: Pronoun, cue: Cue, stage: Stage, last: Turn | None) -> Answer | None:
    """For "Another nurse told us … “…,” she added": somebody without a name goes on, whoever was named before."""
    if last is None or pronoun.gender is None or last.answer.kind not in (None, "role", "anonymous"):
        return None
    own = Span(stage.parse.sentences[cue.sentence].span.start, cue.outer.start)
    named = any(own.holds(m) for f in stage.figures for m in f.mentions)
    spoke = last.cue.source is not None and stage.grammar.pronoun(_texts(last.cue.source, stage)) is None
    if last.answer.mention is not None and _is_many(last.answer.mention, stage):
        return None
    if named or not spoke or last.cue.sentence == cue.sentence or _narration_since(last.cue.sentence + 1, cue, stage):
        return None
    if last.answer.known:
        return Answer(last.answer.name, last.answer.kind, mention=cue.source)
    return Answer(None, why=NOBODY, mention=cue.source)


def _is_many(mention: Span, stage: Stage) -> bool:
    """Whether those who spoke are several: "X's critics" are not "she"."""
    return stage.grammar.plural(stage.grammar.head(_texts(mention, stage))[-1])


def _texts(span: Span, stage: Stage) -> list[str]:
    return [w.text for w in stage.parse.words_in(span)]


def _goes_on(speaker: int, last: Turn, cue: Cue, stage: Stage) -> bool:
    """Whether who spoke in the sentence of narration before speaks again: nobody else is named since that cue."""
    own = Span(stage.parse.sentences[cue.sentence].span.start, cue.outer.start)
    others = [m for n, f in enumerate(stage.figures) if n != speaker for m in f.mentions]
    alone = cue.sentence == last.cue.sentence or not any(own.holds(m) for m in others)
    return (
        alone and stage.figures[speaker].gender is not None and _narration_since(last.cue.sentence + 1, cue, stage) == 0
    )


def _answer_without_near(pronoun: Pronoun, cue: Cue, stage: Stage, last: Turn | None) -> Answer:
    """Nobody is named near: an unnamed speaker right before, or the one person named so far who fits."""
    unnamed = last is not None and last.answer.known and last.answer.kind in ("role", "anonymous")
    if last is not None and last.answer.mention is not None and _is_many(last.answer.mention, stage):
        unnamed = False
    if last is not None and unnamed and not _narration_since(last.cue.sentence + 1, cue, stage):
        return Answer(last.answer.name, last.answer.kind, mention=cue.source)
    named = [
        n for n, f in enumerate(stage.figures) if f.mentions[0].start < cue.outer.start and _fits(n, pronoun, stage)
    ]
    if pronoun.gender is not None and len(named) == 1:
        return _answer(named[0], cue, stage)
    return Answer(None, why=NOBODY, mention=cue.source)


def _somebody_came(speaker: int, last: Turn, cue: Cue, stage: Stage) -> bool:
    """Whether the narration since somebody spoke tells of another person, without a name."""
    return any(
        stage.grammar.unnamed_subject(stage.parse.sentences[n], ())
        for n in range(last.cue.sentence + 1, cue.sentence)
        if not _is_said(n, stage)
        and not any(stage.parse.sentences[n].span.holds(m) for m in stage.figures[speaker].mentions)
    )


def _of_somebody_unnamed(figure: int, cue: Cue, stage: Stage) -> bool:
    """Whether the sentence that names a person tells of somebody else: "The president spoke of X. “…,” he said"."""
    for n in range(cue.sentence - 1, -1, -1):
        span = stage.parse.sentences[n].span
        if not _is_said(n, stage) and any(span.holds(m) for m in stage.figures[figure].mentions):
            names = [name for name in stage.parse.names if span.holds(name.span)]
            return stage.grammar.unnamed_subject(stage.parse.sentences[n], names)
    return False


def _is_left(speaker: int, last: Turn, cue: Cue, stage: Stage) -> bool:
    """Whether the narration since has told of something else: a pronoun without gender could mean what it names."""
    return any(
        not _is_said(n, stage)
        and not any(stage.parse.sentences[n].span.holds(m) for m in stage.figures[speaker].mentions)
        for n in range(last.cue.sentence + 1, cue.sentence)
    )


def _answer(figure: int, cue: Cue, stage: Stage) -> Answer:
    return Answer(stage.figures[figure].name, "person", (figure,), mention=cue.source)


def _plural(cue: Cue, stage: Stage) -> Answer:
    last = _last_turn(cue, stage)
    if last is not None and last.answer.known:
        answer = last.answer
        if answer.kind in ("group", "anonymous", "body") or len(answer.figures) > 1:
            return Answer(answer.name, answer.kind, answer.figures, mention=cue.source)
    return Answer(None, why=NOBODY, mention=cue.source)


def _thing(cue: Cue, stage: Stage) -> Answer:
    last = _last_turn(cue, stage)
    if last is not None and last.answer.known and last.answer.kind in ("body", "outlet", "document"):
        return Answer(last.answer.name, last.answer.kind, mention=cue.source)
    body = _opening_body(cue, stage)
    return Answer(body, "body" if body else None, why=None if body else NOBODY, mention=cue.source)


def _opening_body(cue: Cue, stage: Stage) -> str | None:
    """The body that the sentence of narration before tells of: its first words."""
    before = next((n for n in range(cue.sentence - 1, -1, -1) if not _is_said(n, stage)), None)
    if before is None:
        return None
    sentence = stage.parse.sentences[before]
    second = sentence.words[min(1, len(sentence.words) - 1)].span.start
    named = [n.span for n in stage.parse.names if n.kind == "ORG" and sentence.span.start <= n.span.start <= second]
    return stage.grammar.nominative(named[0].of(stage.parse.folded).split()) if named else None


def _last_turn(cue: Cue, stage: Stage) -> Turn | None:
    """Who spoke last, in the three sentences of narration before."""
    if not stage.turns:
        return None
    last = stage.turns[-1]
    return last if last in stage.turns and _narration_since(last.cue.sentence, cue, stage) <= _BACK else None


def _narration_since(first: int, cue: Cue, stage: Stage) -> int:
    return sum(not _is_said(n, stage) for n in range(first, cue.sentence))


def _is_said(sentence: int, stage: Stage) -> bool:
    span = stage.parse.sentences[sentence].span
    return any(d.start - 1 <= span.start and span.end <= d.end + 2 for d in stage.direct)


def _fits(figure: int, pronoun: Pronoun, stage: Stage) -> bool:
    gender = stage.figures[figure].gender or _shown_gender(figure, stage)
    return pronoun.gender is None or gender is None or gender == pronoun.gender


def _shown_gender(figure: int, stage: Stage) -> Gender | None:
    """By the pronoun that opens the sentence behind one that a person opens: "X lost. He was tired"."""
    starts = {m.start for m in stage.figures[figure].mentions}
    told = [n for n in range(len(stage.parse.sentences)) if not _is_said(n, stage)]
    for one, other in pairwise(told):
        pronoun = stage.grammar.pronoun([stage.parse.sentences[other].words[0].text])
        if stage.parse.sentences[one].span.start in starts and pronoun is not None and pronoun.gender is not None:
            return pronoun.gender
    return None


def _window(cue: Cue, stage: Stage) -> tuple[Span, ...]:
    """The sentence of the cue up to it and the last sentences of narration before, nearest first."""
    own = stage.parse.sentences[cue.sentence].span
    before = Span(own.start, max(own.start, cue.outer.start))
    other = stage.grammar.names_another([w.text for w in stage.parse.words_in(before)])
    found = [] if other else [before]
    for n in range(cue.sentence - 1, -1, -1):
        if len(found) > 2 - other:
            break
        if not _is_said(n, stage):
            found.append(stage.parse.sentences[n].span)
    return tuple(found)


def _named_near(cue: Cue, pronoun: Pronoun, stage: Stage, last: Turn | None) -> list[int]:
    """Persons in the nearest narration who could be meant; those that somebody only spoke of count for nothing."""
    spoken_of = last.cue.content if last is not None else ()
    roles = [r for f in stage.figures for r in f.role_mentions]
    for span in _window(cue, stage):
        found = [
            n
            for n, f in enumerate(stage.figures)
            for m in f.mentions
            if span.holds(m)
            and not any(d.holds(m) for d in (*stage.direct, *spoken_of))
            and not any(role.holds(m) for role in roles if role not in f.role_mentions)  # "X's predecessor, Y"
            and _fits(n, pronoun, stage)
        ]
        if found:
            return list(dict.fromkeys(found))
    return []


def _opens_narration(figure: int, cue: Cue, stage: Stage) -> bool:
    """Whether a person, or the role before the name, is the first words of the narration before: its subject."""
    for n in range(cue.sentence - 1, -1, -1):
        if not _is_said(n, stage):
            words = stage.parse.sentences[n].words
            turns = words[0].text.lower() in nouns(stage.grammar.lang).turning and len(words) > 1
            start = words[turns].span.start
            known = stage.figures[figure]
            return any(m.start == start for m in (*known.mentions, *known.role_mentions))
    return False
