"""He, she, they: the person a pronoun or a bare verb means, or why that is not sure."""

from collections.abc import Iterable, Sequence

from anyq.extract.quotes.scene import Actor, Answer, Scene, Turn
from anyq.text import Span

_BACK = 4  # sentences of narration looked through; farther back a pronoun is rarely meant
TWO = "two_could_be_meant"
NOBODY = "nobody_named_before"


def who(scene: Scene, sentence: int, at: int, gender: str | None, own: Sequence[Span]) -> Answer:
    """The person meant by a third-person pronoun of ``gender`` at offset ``at``.

    ``own`` are the words that the pronoun's person says: somebody named there is somebody else. Of several
    who fit in the nearest sentence the one who was just speaking is meant; otherwise nobody is named.
    """
    told, own = _told_before(scene, sentence, own)
    spoken_of = {f for span in own for _, f in scene.figures_in(span)}
    reporters = _reporters(scene)

    def fits(actor: Actor) -> bool:
        if actor.figure is None:
            return _agrees(actor.gender, gender) and not _inside(actor.at, reporters)
        return _agrees(actor.gender, gender) and actor.figure not in spoken_of

    left = _distinct(
        a for a in scene.actors.get(sentence, ()) if a.at < at and a.subject and fits(a) and not _inside(a.at, own)
    )
    if left and not scene.turns_in(sentence):
        return _one(scene, left)
    for number in _narration(scene, sentence):
        turn = _speaking(scene, number, gender, spoken_of, at)
        here = [a for a in scene.actors.get(number, ()) if a.at < at and fits(a) and not _inside(a.at, own)]
        if number == sentence:  # "В интервью Петрову он признался": only a subject can be "he" at once
            here = [a for a in here if a.subject]
        narrated = _narrated(scene, here, told)
        if turn is not None:
            said = turn.answer.mention  # "пресс-секретарь губернатора": the words for the speaker are no rival
            rivals = [
                a
                for a in narrated
                if a.subject
                and a.at > turn.at
                and not (said is not None and said.start <= a.at < said.end)
                and (a.figure is None or a.figure not in turn.answer.figures)
            ]
            hidden = turn.answer.kind == "anonymous" and _somebody_named(scene, at, gender, spoken_of)
            return Answer(None, why=TWO) if rivals or hidden else turn.answer
        unknown = next((t.answer for t in scene.turns_in(number) if not t.answer.known and t.at < at), None)
        if unknown is not None and number != sentence:
            return Answer(None, why=unknown.why or NOBODY)  # whoever spoke there may be meant
        if narrated:
            if _another_paragraph(scene, sentence, number) and _only_shown(scene, narrated, at):
                return Answer(None, why=NOBODY)
            if len(narrated) == 1 and _speaks_of(scene, own, gender) and _rival(scene, narrated[0], number, at, gender):
                return Answer(None, why=TWO)
            return _one(scene, narrated)
        if number != sentence and _opens_item(scene, number):
            return Answer(None, why=NOBODY)
    return _only(scene, at, gender, spoken_of)


def _only_shown(scene: Scene, narrated: list[Actor], at: int) -> bool:
    """«X (в центре), 2019 год»: named without doing anything, unless it is a caption between two of his quotations."""
    last = scene.last_turn(at)
    spoke = last is not None and last.answer.figures == tuple(a.figure for a in narrated)
    return not all(a.subject for a in narrated) and not spoke


def _told_before(scene: Scene, sentence: int, own: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """The lead before "Об этом она сообщила", in which she may be named, and the other words that are hers."""
    start = scene.parse.sentences[sentence].span.start
    told = [s for s in own if s.end <= start and not scene.in_speech(s)]
    return told, [s for s in own if s not in told]


def _reporters(scene: Scene) -> list[Span]:
    """Words for those who stand for a medium ("передаёт корреспондент X"): they are nobody of the story."""
    return [t.answer.mention for t in scene.turns if t.answer.kind == "outlet" and t.answer.mention is not None]


def _narrated(scene: Scene, here: list[Actor], told: Sequence[Span]) -> list[Actor]:
    """Of ``here`` the subjects of what "Об этом она сообщила" tells, else those outside reported words."""
    subjects = [a for a in here if _inside(a.at, told) and a.subject]
    return _distinct(subjects or (a for a in here if not scene.in_report(Span(a.at, a.at + 1))))


def _narration(scene: Scene, sentence: int) -> list[int]:
    """The sentence itself and those before it that are not direct speech, nearest first."""
    found: list[int] = []
    for number in range(sentence, -1, -1):
        if number != sentence and scene.in_speech(_core(scene, number)):
            continue
        found.append(number)
        if len(found) > _BACK:
            break
    return found


def _core(scene: Scene, number: int) -> Span:
    """A sentence without the marks and stops at its ends."""
    words = [w for w in scene.parse.sentences[number].words if w.pos != "PUNCT"]
    return Span(words[0].span.start, words[-1].span.end) if words else scene.parse.sentences[number].span


def _agrees(actor: str | None, wanted: str | None) -> bool:
    return actor is None or wanted is None or actor == wanted


def _inside(at: int, own: Sequence[Span]) -> bool:
    return any(s.start <= at < s.end for s in own)


def _distinct(actors: Iterable[Actor]) -> list[Actor]:
    found: dict[object, Actor] = {}
    for actor in actors:
        found[actor.figure if actor.figure is not None else actor.label] = actor
    return list(found.values())


def _speaking(scene: Scene, number: int, gender: str | None, spoken_of: set[int], at: int) -> Turn | None:
    """The last person who spoke with a cue in sentence ``number``."""
    for turn in reversed(scene.turns_in(number)):
        answer = turn.answer
        if turn.at >= at or len(answer.figures) > 1:
            continue
        if answer.figures:
            if answer.figures[0] not in spoken_of and _agrees(scene.figures[answer.figures[0]].gender, gender):
                return turn
        elif answer.kind in ("anonymous", "role") and answer.known and _may_be_called(scene, turn, gender):
            return turn
    return None


def _may_be_called(scene: Scene, turn: Turn, gender: str | None) -> bool:
    """«он» is no «представительница»; «она» may be a «представитель»."""
    said = turn.answer.mention
    if said is None or gender != "Masc":
        return True
    first = next((a for a in scene.actors.get(turn.sentence, ()) if said.start <= a.at < said.end), None)
    return first is None or first.gender != "Fem"


def _somebody_named(scene: Scene, before: int, gender: str | None, spoken_of: set[int]) -> bool:
    """True if a person who fits was named before: an anonymous source is then not surely "he"."""
    return any(_agrees(scene.figures[f].gender, gender) for f in scene.named_before(before) if f not in spoken_of)


def _one(scene: Scene, actors: list[Actor]) -> Answer:
    if len(actors) > 1:
        return Answer(None, why=TWO)
    actor = actors[0]
    if actor.figure is not None:
        return Answer(scene.figures[actor.figure].name, "person", (actor.figure,))
    return Answer(None, why=NOBODY)


def _only(scene: Scene, at: int, gender: str | None, spoken_of: set[int]) -> Answer:
    """The one person of that gender named so far, if there is one and nobody else."""
    so_far = set(scene.named_before(at)) - spoken_of
    fitting = [f for f in so_far if _agrees(scene.figures[f].gender, gender)]
    if len(fitting) == 1:
        return Answer(scene.figures[fitting[0]].name, "person", (fitting[0],))
    return Answer(None, why=TWO if fitting else NOBODY)


def _another_paragraph(scene: Scene, one: int, other: int) -> bool:
    return scene.parse.sentences[one].paragraph != scene.parse.sentences[other].paragraph


def _opens_item(scene: Scene, number: int) -> bool:
    """«В Лесоморске открыли каток»: a place and a deed of nobody named begin another piece of news."""
    words = scene.parse.sentences[number].words
    if not words or words[0].lemma not in ("в", "во", "на", "под", "у"):
        return False
    opening = Span(words[0].span.start, words[min(3, len(words) - 1)].span.end)
    placed = any(n.kind == "LOC" for n in scene.parse.names_touching(opening))
    root = next((i for i, w in enumerate(words) if w.rel == "root"), None)
    if not placed or root is None or words[root].feats.get("Number") != "Plur":
        return False
    return words[root].pos == "VERB" and not any(True for _ in scene.parse.sentences[number].children(root, "nsubj"))


def _speaks_of(scene: Scene, own: Sequence[Span], gender: str | None) -> bool:
    """True if the words said speak of "him" (or "her"): somebody else of that gender is about."""
    forms = {
        "Masc": {"он", "его", "него", "ему", "нему", "им", "ним", "нем"},
        "Fem": {"она", "ее", "ей", "нее", "ней", "ею"},
    }
    wanted = forms.get(gender or "", set())
    return any(w.text.lower().replace("ё", "е") in wanted for span in own for w in scene.parse.words_in(span))


def _rival(scene: Scene, actor: Actor, number: int, at: int, gender: str | None) -> bool:
    near = [a for n in range(max(0, number - 2), number + 1) for a in scene.actors.get(n, ()) if a.at < at]
    return any(a.figure is not None and a.figure != actor.figure and _agrees(a.gender, gender) for a in near)
