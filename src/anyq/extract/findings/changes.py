"""Growth, factors and differences against the values they are drawn from."""

import re
from collections.abc import Iterator

from anyq.extract.findings.measure import Interval, both_ends, one_value, ratio, shown, step
from anyq.extract.findings.scene import Scene, alike, arithmetic
from anyq.records.reading import Finding, Quantity

MAX_APART = 1.5  # growth factors farther apart than this speak of different things, not of one sum gone wrong
WORD_FACTOR_ROOM = 0.15  # "вдвое" said of 1.85 to 2.15 times is no mistake
MAX_GAP_CHARS = 60  # a growth and its two values stand in one breath


def check_changes(scene: Scene, before: Scene | None) -> Iterator[Finding]:
    """Findings of one sentence; ``before`` is the sentence before it in the same paragraph."""
    yield from _against_change(scene)
    yield from _against_values(scene, before)
    yield from _stated_difference(scene)
    yield from _impossible(scene)


def _growth(scene: Scene) -> Quantity | None:
    """The one growth of the sentence, if there is just one."""
    found = [q for q in scene.numbers if q.bound == "growth" and q.low == q.high]
    return found[0] if len(found) == 1 else None


def _said(scene: Scene, growth: Quantity) -> Interval | None:
    """The factor that a growth in per cent may stand for: its last digit may be rounded up or cut."""
    if growth.low is None:
        return None
    room = step(growth.low, scene.written(growth))
    return Interval(1 + (growth.low - room) / 100, 1 + (growth.low + room) / 100)


def _differs(said: Interval, real: Interval) -> bool:
    """True if the factors cannot agree and yet are near enough to speak of the same thing."""
    if said.meets(real) or said.low <= 0:
        return False
    a, b = (said.low + said.high) / 2, (real.low + real.high) / 2
    return max(a, b) / min(a, b) <= MAX_APART


def _percent(factor: float) -> str:
    return shown((factor - 1) * 100, "%", sign=True)


def _against_change(scene: Scene) -> Iterator[Finding]:
    """As in "с 50 до 60, или на 15 %": the change gives +20 %."""
    changes = [q for q in scene.numbers if q.bound == "change"]
    if len(changes) != 1:
        return
    change = changes[0]
    ends = both_ends(change, scene.text)
    real = ratio(ends[1], ends[0]) if ends else None
    if ends is None or real is None:
        return
    growth = _growth(scene)
    if growth is not None and growth.low is not None and _together(scene, change, growth):
        said = _said(scene, growth)
        points = change.unit == "%" and change.low is not None and change.high is not None
        in_points = points and abs(abs((change.high or 0) - (change.low or 0)) - abs(growth.low)) <= 1
        if said and _differs(said, real) and not in_points:
            exact = (change.high or 0) / (change.low or 1)
            yield arithmetic((change, growth), shown(growth.low, "%", sign=True), _percent(exact))
    yield from _factor(scene, change, real)
    yield from _absolute(scene, change, ends)


def _factor(scene: Scene, change: Quantity, real: Interval) -> Iterator[Finding]:
    """As in "вдвое, с 10 до 15": the change gives 1.5 times."""
    times = [q for q in scene.numbers if q.unit == "times" and q.bound in ("exactly", "about")]
    if len(times) != 1 or times[0].low is None or not _together(scene, change, times[0]):
        return
    if (change.high or 0) < (change.low or 0):
        real = Interval(1 / real.high, 1 / real.low)
    written = scene.written(times[0])
    value = times[0].low
    room = step(value, written) if any(c.isdigit() for c in written) else WORD_FACTOR_ROOM * value
    if times[0].bound == "about":
        room = max(room, WORD_FACTOR_ROOM * value)
    if _differs(Interval(value - room, value + room), real):
        yield arithmetic((change, times[0]), f"× {shown(value)}", f"× {shown((real.low + real.high) / 2)}")


def _absolute(scene: Scene, change: Quantity, ends: tuple[Interval, Interval]) -> Iterator[Finding]:
    """As in "с 10 до 14 млн, на 3 млн": the difference is 4 million."""
    for other in scene.plain():
        if not alike(change, other) or other.low is None or not scene.right_before(other, "on"):
            continue
        if not _together(scene, change, other):
            continue
        real = abs((change.high or 0) - (change.low or 0))
        room = ends[0].high - ends[0].low + ends[1].high - ends[1].low
        stated = one_value(other, scene.text)
        if stated and not stated.meets(Interval(real - room / 2, real + room / 2)) and _near(other.low, real):
            yield arithmetic((change, other), shown(other.low), shown(real))


def _near(a: float, b: float) -> bool:
    return min(a, b) > 0 and max(a, b) / min(a, b) <= 2 * MAX_APART


def _together(scene: Scene, one: Quantity, other: Quantity) -> bool:
    """True if two quantities stand in one breath, with no other subject between."""
    first, second = sorted((one.span, other.span))
    gap = scene.lower[first.end : second.start]
    words = re.findall(r"\w+", gap)
    return len(gap) <= MAX_GAP_CHARS and ";" not in gap and all(scene.lists["bridge"].fullmatch(w) for w in words)


def _against_values(scene: Scene, before: Scene | None) -> Iterator[Finding]:
    """As in "составят 96 млрд против 84 млрд, рост — 19 %": the values give +14.3 %."""
    growth = _growth(scene)
    if growth is None or growth.low is None or any(q.bound == "change" for q in scene.numbers):
        return
    values = scene.plain()
    drawn = scene.right_before(growth, "drawn", words=4)
    if len(values) == 1 and drawn and before is not None:
        values = [*before.plain(), *values]
    elif not (scene.says("compared") or drawn):
        return
    if len(values) != 2 or not alike(values[0], values[1]) or values[0].unit is None:
        return
    pair = [one_value(v, scene.text) for v in values]
    if pair[0] is None or pair[1] is None:
        return
    less, more = sorted((p for p in pair if p), key=lambda p: p.low)
    real = ratio(more, less) if growth.low > 0 else ratio(less, more)
    said = _said(scene, growth)
    if real and said and _differs(said, real):
        small, large = sorted(v.low or 0 for v in values)
        exact = large / small if growth.low > 0 else small / large
        yield arithmetic((*values, growth), shown(growth.low, "%", sign=True), _percent(exact))


def _stated_difference(scene: Scene) -> Iterator[Finding]:
    """As in "45 голосов, на 5 больше, чем сосед (38)": the difference is 7."""
    values = scene.plain()
    if len(values) != 3 or not scene.says("compared"):
        return
    stated = [
        q for q in values
        if (scene.right_before(q, "on") and scene.right_behind(q, "more"))
        or scene.right_before(q, "difference", words=3)
    ]  # fmt: skip
    if len(stated) != 1:
        return
    first, second = (q for q in values if q is not stated[0])
    if not (alike(first, second) and alike(first, stated[0])):
        return
    a, b, said = (one_value(q, scene.text) for q in (first, second, stated[0]))
    if a is None or b is None or said is None:
        return
    real = abs((first.low or 0) - (second.low or 0))
    room = (a.high - a.low + b.high - b.low) / 2
    if not said.meets(Interval(real - room, real + room)) and _near(stated[0].low or 0, real):
        yield arithmetic((first, second, stated[0]), shown(stated[0].low or 0), shown(real))


def _impossible(scene: Scene) -> Iterator[Finding]:
    """A share of more than all, a fall by more than all."""
    for q in scene.numbers:
        if q.unit != "%" or q.low is None:
            continue
        if q.bound == "growth" and q.low < -100 and not scene.says("signed"):
            yield arithmetic((q,), shown(q.low, "%", sign=True), "≥ -100 %")
        share = q.bound in ("exactly", "about", "nearly", "more_than", "at_least") and q.low > 100
        if share and q.counted is not None and not scene.right_before(q, "on"):
            head = scene.lists["bounded"].search(q.counted.lower().replace("ё", "е"))
            if head is not None:
                yield arithmetic((q,), shown(q.low, "%"), "≤ 100 %")
