"""Parts against their whole, shares that must make a hundred, so many times so much."""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise

from anyq.extract.findings.measure import Interval, one_value, shown
from anyq.extract.findings.scene import Scene, alike, arithmetic
from anyq.records.reading import Finding, Quantity
from anyq.text import Span

MIN_PARTS = 2


def check_parts(scene: Scene) -> Iterator[Finding]:
    """Findings of one sentence."""
    if not scene.says("nested"):
        yield from _shares(scene)
        yield from _of_whole(scene)
        yield from _listed(scene)
    yield from _product(scene)


def _sum(scene: Scene, parts: Sequence[Quantity]) -> Interval | None:
    known = [one_value(p, scene.text) for p in parts]
    if any(k is None for k in known):
        return None
    return reduce(Interval.plus, (k for k in known if k is not None))


def _adds(parts: Sequence[Quantity], unit: str = "") -> str:
    total = sum(p.low or 0 for p in parts)
    return f"{' + '.join(shown(p.low or 0) for p in parts)} = {shown(total, unit)}"


def _shares(scene: Scene) -> Iterator[Finding]:
    """As in "41 % на школы, 33 % на дороги, остальные 30 %": shares with a rest make a hundred."""
    shares = [q for q in scene.numbers if q.unit == "%"]
    if len(shares) < MIN_PARTS or not scene.right_before(shares[-1], "rest", words=2):
        return
    total = _sum(scene, shares)
    if total is None or any(q.bound not in ("exactly", "about") for q in shares):
        return
    if not total.meets(Interval(100, 100)):
        yield arithmetic(shares, "100 %", _adds(shares, "%"))


def _of_whole(scene: Scene) -> Iterator[Finding]:
    """As in "из 34 депутатов за 27, против трое, остальные пять": more than the whole, or not all of it."""
    values = scene.plain()
    if len(values) < MIN_PARTS + 1 or not scene.right_before(values[0], "whole"):
        return
    whole, parts = values[0], values[1:]
    if not all(_part_of(p, whole) for p in parts):
        return
    total, room = _sum(scene, parts), one_value(whole, scene.text)
    if total is None or room is None:
        return
    rest = scene.right_before(parts[-1], "rest", words=2)
    more = total.low > room.high and (rest or _apart(scene, parts))
    if more or (rest and total.high < room.low):
        yield arithmetic((whole, *parts), shown(whole.low or 0), _adds(parts))


def _part_of(part: Quantity, whole: Quantity) -> bool:
    """True if ``part`` can be some of ``whole``: the same thing, or left unsaid, and not more of it."""
    same = part.unit == whole.unit or (part.unit is None and part.counted is None)
    return same and (part.counted is None or alike(part, whole)) and (part.low or 0) <= (whole.low or 0)


def _apart(scene: Scene, parts: Sequence[Quantity]) -> bool:
    """True if the parts shut each other out: votes for and against, or each in a place of its own."""
    voted = sum(scene.right_before(p, "votes", words=2) or scene.right_behind(p, "votes") for p in parts)
    placed = sum(scene.right_behind(p, "places") for p in parts)
    return len(parts) in (voted, placed)


def _listed(scene: Scene) -> Iterator[Finding]:
    """As in "12 человек: семь мужчин и шесть женщин": the list after a colon is more than the whole."""
    values = scene.plain()
    if len(values) < MIN_PARTS + 1 or values[0].counted is None:
        return
    whole, parts = values[0], values[1:]
    gap = scene.text[whole.span.end : parts[0].span.start]
    if gap.strip() != ":" or any(p.unit != whole.unit or p.counted is None for p in parts):
        return
    between = [scene.lower[a.span.end : b.span.start].strip() for a, b in pairwise(parts)]
    joined = all(b == "," or scene.lists["and"].fullmatch(b.removeprefix(",").strip()) for b in between)
    if not joined or any((p.low or 0) >= (whole.low or 0) for p in parts):
        return
    total, room = _sum(scene, parts), one_value(whole, scene.text)
    if total and room and total.low > room.high:
        yield arithmetic((whole, *parts), shown(whole.low or 0), _adds(parts))


def _product(scene: Scene) -> Iterator[Finding]:
    """As in "40 семьям по 500 тысяч тенге, всего 25 млн тенге": 40 times 500 thousand is 20 million."""
    values = scene.plain()
    if len(values) != MIN_PARTS + 1:
        return
    count, each, total = values
    if each.unit is None or total.unit != each.unit or count.unit is not None or count.counted is None:
        return
    gap = Span(each.span.end, total.span.start)
    if not scene.right_before(each, "per") or not (scene.says("total", gap) or scene.right_before(total, "total")):
        return
    a, b, said = (one_value(v, scene.text) for v in values)
    if a is None or b is None or said is None:
        return
    real = Interval(a.low * b.low, a.high * b.high)
    if not said.meets(real):
        times = (count.low or 0) * (each.low or 0)
        yield arithmetic(
            values, shown(total.low or 0), f"{shown(count.low or 0)} × {shown(each.low or 0)} = {shown(times)}"
        )
