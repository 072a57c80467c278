"""Names and facts of anyq and of raw slovnet, counted text by text."""

import pathlib
from collections.abc import Iterable, Sequence

from anyq.extract.parse import Parse
from anyq.extract.parsing import parse
from anyq.extract.people import Figure, find_bodies, find_people, name_spans
from anyq.extract.russian import RussianTagger
from benchmarks.names import iob
from benchmarks.names.count import Counts, row
from benchmarks.names.read import Entity, Fact, Text, texts, trimmed


def run(data: pathlib.Path, part: str = "testset") -> list[dict[str, object]]:
    """Rows of task, set, metric, score, n, low, high (95 %, bootstrap over texts), peer (None is anyq).

    Without the data there are no rows.
    """
    return [*russian(data, part), *iob.run(data)]


def russian(data: pathlib.Path, part: str = "testset") -> list[dict[str, object]]:
    """The rows of factRuEval-2016; they have no language of their own: the task's is Russian."""
    gold = list(texts(data / "names" / "factrueval2016" / part))
    if not gold:
        return []
    tagger = RussianTagger()
    parses = [parse(g.text, tagger) for g in gold]
    figures = [find_people(p) for p in parses]
    ours = [_found(g, p) for g, p in zip(gold, parses, strict=True)]
    raw = [_raw(g, p) for g, p in zip(gold, parses, strict=True)]
    rows: list[dict[str, object]] = []
    name = f"factRuEval-2016 {part}"
    for peer, predicted in ((None, ours), ("slovnet", raw)):
        for kind in ("all", "PER", "ORG", "LOC"):
            counts = [_exact(g.entities, p, kind) for g, p in zip(gold, predicted, strict=True)]
            rows.append(row(name, f"names exact F1, {kind}", counts, peer))
    for metric, with_where in (
        ("Occupation facts, who and job", False),
        ("Occupation facts, who, where and job", True),
    ):
        facts = [count_facts(g.facts, f, with_where=with_where) for g, f in zip(gold, figures, strict=True)]
        rows += [row(name, f"{metric}, {m}", facts, None, m) for m in ("F1", "precision", "recall")]
    return rows


def _found(gold: Text, parsed: Parse) -> frozenset[Entity]:
    people = [trimmed(gold.text, "PER", m.start, m.end) for m in name_spans(parsed)]
    bodies = [trimmed(gold.text, "ORG", b.span.start, b.span.end) for b in find_bodies(parsed)]
    places = [trimmed(gold.text, "LOC", n.span.start, n.span.end) for n in parsed.names if n.kind == "LOC"]
    return frozenset([*people, *bodies, *places])


def _raw(gold: Text, parsed: Parse) -> frozenset[Entity]:
    return frozenset(trimmed(gold.text, n.kind, n.span.start, n.span.end) for n in parsed.names)


def _exact(gold: frozenset[Entity], predicted: frozenset[Entity], kind: str) -> Counts:
    expected = {e for e in gold if kind in ("all", e[0])}
    found = {e for e in predicted if kind in ("all", e[0])}
    return len(expected & found), len(expected), len(found)


def agree(one: str, other: str) -> bool:
    """True if two words are equal but for their last two letters."""
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one == other or (same >= 3 and max(len(one), len(other)) - same <= 2)


def _any(ones: Iterable[str], others: Sequence[str]) -> bool:
    return any(agree(a, b) for a in ones for b in others)


def _split(*values: str | None) -> list[str]:
    return [w.strip('«»"(),.').lower().replace("ё", "е") for v in values if v for w in v.split()]


def count_facts(gold: Sequence[Fact], figures: Iterable[Figure], *, with_where: bool) -> Counts:
    """Facts right, expected, found in one text, by the rule of this package."""
    found = {
        (f.surname or f.given or "", tuple(_split(o.title)), tuple(_split(o.organisation)))
        for f in figures
        for o in f.occupations
    }
    merged = {(who, job[:1], where): (who, job, where) for who, job, where in sorted(found)}
    left, right = list(gold), 0
    for who, job, where in merged.values():
        for fact in left:
            same = _any(_split(who), fact.who) and _any(fact.job, job)
            if same and (not with_where or not fact.where or _any(fact.where, [*job, *where])):
                left.remove(fact)
                right += 1
                break
    return right, len(gold), len(merged)
