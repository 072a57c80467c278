"""The folders of factRuEval-2016 as entities and facts."""

import pathlib
from collections.abc import Iterator
from dataclasses import dataclass

KINDS = {"Person": "PER", "Org": "ORG", "LocOrg": "LOC", "Location": "LOC"}
_EDGE = "«»“”„\"'() .,"

Entity = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Fact:
    """An Occupation: the words of who, of the job, and of where (empty if not said)."""

    who: tuple[str, ...]
    job: tuple[str, ...]
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the set with its gold."""

    name: str
    text: str
    entities: frozenset[Entity]
    facts: tuple[Fact, ...]


def texts(folder: pathlib.Path) -> Iterator[Text]:
    """The texts of ``folder`` in the order of their names."""
    for path in sorted(folder.glob("*.objects")):
        text = path.with_suffix(".txt").read_text("utf-8")
        yield Text(path.stem, text, _entities(path, text), tuple(_facts(path.with_suffix(".facts"))))


def trimmed(text: str, kind: str, start: int, end: int) -> Entity:
    """The entity without quotation marks, brackets and stops at its ends."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return kind, start, end


def _entities(path: pathlib.Path, text: str) -> frozenset[Entity]:
    spans: dict[str, tuple[int, int]] = {}
    for line in path.with_suffix(".spans").read_text("utf-8").splitlines():
        fields = line.split("#")[0].split()
        if fields:
            spans[fields[0]] = (int(fields[2]), int(fields[2]) + int(fields[3]))
    found = set()
    for line in path.read_text("utf-8").splitlines():
        fields = line.split("#")[0].split()
        if fields and fields[1] in KINDS:
            own = [spans[s] for s in fields[2:]]
            found.add(trimmed(text, KINDS[fields[1]], min(s for s, _ in own), max(e for _, e in own)))
    return frozenset(found)


def _facts(path: pathlib.Path) -> Iterator[Fact]:
    if not path.exists():
        return
    for block in path.read_text("utf-8").split("\n\n"):
        rows = block.strip().splitlines()
        if not rows or not rows[0].endswith("Occupation"):
            continue
        said: dict[str, str] = {}
        for row in rows[1:]:
            key, _, value = row.partition(" ")
            said.setdefault(key, value.partition(" ")[2])
        who, job = said.get("Who", ""), said.get("Position") or said.get("Job") or ""
        if who and job:
            yield Fact(_words(who), _words(job), _words(said.get("Where", "")))


def _words(value: str) -> tuple[str, ...]:
    return tuple(w.strip('«»"()|,.').lower().replace("ё", "е") for w in value.split() if len(w) > 1)
