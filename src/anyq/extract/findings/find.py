"""Text, title and quantities -> findings."""

from collections.abc import Callable, Sequence

from anyq.extract.findings.changes import check_changes
from anyq.extract.findings.parts import check_parts
from anyq.extract.findings.scene import Scene, word_lists
from anyq.extract.findings.title import check_title
from anyq.extract.quantities import find_quantities
from anyq.records.reading import Finding, Quantity
from anyq.text import Span, fold
from anyq.text.segment import paragraphs, sentences


def find_findings(
    text: str,
    title: str | None,
    quantities: Sequence[Quantity],
    *,
    lang: str = "ru",
    letters: Callable[[str], str] | None = None,
) -> tuple[Finding, ...]:
    """What does not hold inside ``text`` itself, by offset; kinds "arithmetic" and "title".

    ``quantities`` are those of ``text``, ``letters`` as find_quantities takes it. Every number is taken with half its
    last written digit of room, a growth with a whole one, "около" and "почти" with five per cent: only what no rounding
    explains is told. ``says`` and ``computes`` are short strings for a person ("+19 %", "+15 %"). A title's spans point
    at the text.
    """
    found: list[Finding] = []
    for scenes in _scenes(text, quantities, lang):
        before: Scene | None = None
        for scene in scenes:
            if scene.numbers:
                found += check_changes(scene, before)
                found += check_parts(scene)
            before = scene
    if title:
        start = _body_start(text, title)
        body = [q for q in quantities if q.span.start >= start]
        of_title = find_quantities(title, published=None, lang=lang, letters=letters)
        found += check_title(title, of_title, text, body, start)
    unique = dict.fromkeys(sorted(found, key=lambda f: f.spans))
    return tuple(unique)


def _scenes(text: str, quantities: Sequence[Quantity], lang: str) -> list[list[Scene]]:
    """The sentences of each paragraph that holds a quantity."""
    folded = fold(text)
    lower = folded.lower()
    if len(lower) != len(folded):  # a rare letter that grows: "İ"
        lower = folded
    lower, lists = lower.replace("ё", "е"), word_lists(lang)
    found: list[list[Scene]] = []
    for line in paragraphs(folded):
        inside = [q for q in quantities if line.holds(q.span)]
        if inside:
            found.append([Scene(text, lower, s, _within(inside, s), lists) for s in sentences(folded, line)])
    return found


def _within(quantities: Sequence[Quantity], place: Span) -> tuple[Quantity, ...]:
    return tuple(q for q in quantities if place.start <= q.span.start < place.end)


def _body_start(text: str, title: str) -> int:
    """Where the text begins behind its own title, 0 if it does not repeat it."""
    return len(title) if text.lstrip().startswith(title.strip()) else 0
