"""Name taggers of Kazakh and English on KazNERD test and UNER: words as the corpus has them, exact spans.

A span is right if its label and both its ends are equal. *All* is over the names (KazNERD: PERSON, ORGANISATION, GPE,
LOCATION; UNER: PER, ORG, LOC), positions are a row of their own. What another label of KazNERD covers is no name. The
sentences of KazNERD are shuffled, so each is a text of its own; those of UNER stand in their documents. A span is
counted as the model gives it: the reader of texts mends names afterwards, by endings and roles.
"""

import pathlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from anyq.extract.tagging import Labelled, Tagging, tagging
from benchmarks.corpus import sha256_of
from benchmarks.names.count import Counts, row

KAZNERD = {"PERSON": "PER", "ORGANISATION": "ORG", "GPE": "GPE", "LOCATION": "LOC", "POSITION": "POSITION"}
UNER = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
NAMES = ("PER", "ORG", "GPE", "LOC")

Spans = frozenset[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Set:
    """A corpus of one file: where it is, which columns hold word and tag, and which of its labels are ours."""

    name: str
    language: str
    file: str
    columns: tuple[int, int]
    labels: Mapping[str, str]
    shown: tuple[str, ...]


SETS = (
    Set("KazNERD test", "kk", "names/kaznerd/IOB2_test.txt", (0, 1), KAZNERD, ("all", *NAMES, "POSITION")),
    Set("UNER EWT test", "en", "names/uner/en_ewt-ud-test.iob2", (1, 2), UNER, ("all", "PER", "ORG", "LOC")),
    Set("UNER PUD", "en", "names/uner/en_pud-ud-test.iob2", (1, 2), UNER, ("all", "PER", "ORG", "LOC")),
)


def run(data: pathlib.Path, sets: Sequence[Set] = SETS) -> list[dict[str, object]]:
    """Rows like those of ``benchmarks.names``, with their language and corpus; none for a set that is not at hand."""
    rows: list[dict[str, object]] = []
    for chosen in sets:
        path = data / chosen.file
        if not path.exists():
            continue
        model = tagging("names", chosen.language)
        counted = [_counts(model, text) for text in texts(path, chosen)]
        own = {"language": chosen.language, "corpus": sha256_of([path], data)}
        for kind in chosen.shown:
            counts = [_of_kind(text, kind) for text in counted]
            told = "positions exact F1" if kind == "POSITION" else f"names exact F1, {kind}"
            rows.append(row(chosen.name, told, counts, None) | own)
    return rows


def texts(path: pathlib.Path, chosen: Set) -> Iterator[list[tuple[list[str], Spans]]]:
    """The texts of a set, each a list of sentences as words and gold spans."""
    text: list[tuple[list[str], Spans]] = []
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("# newdoc") and text:
            yield text
            text = []
        if line.startswith("# "):
            continue
        if line.strip():
            fields = line.split("\t") if "\t" in line else line.split()
            words.append(fields[chosen.columns[0]])
            tags.append(fields[chosen.columns[1]])
        elif words:
            text.append((words, spans(tags, chosen.labels)))
            words, tags = [], []
            if chosen.language == "kk":
                yield text
                text = []
    if text:
        yield text


def spans(tags: Sequence[str], labels: Mapping[str, str]) -> Spans:
    """The labelled stretches of IOB2 tags, half-open, in our labels."""
    found: set[tuple[int, int, str]] = set()
    start, label = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        if label and (tag[:1] != "I" or tag[2:] != label):
            if label in labels:
                found.add((start, at, labels[label]))
            label = ""
        if tag[:1] in ("B", "I") and not label:
            start, label = at, tag[2:]
    return frozenset(found)


def _counts(model: Tagging, text: Sequence[tuple[list[str], Spans]]) -> list[tuple[Spans, Spans]]:
    predicted: list[list[Labelled]] = model.spans([words for words, _ in text])
    return [
        (gold, frozenset((s.start, s.end, s.label) for s in own))
        for (_, gold), own in zip(text, predicted, strict=True)
    ]


def _of_kind(text: Sequence[tuple[Spans, Spans]], kind: str) -> Counts:
    kinds = NAMES if kind == "all" else (kind,)
    right = expected = found = 0
    for gold, predicted in text:
        wanted = {s for s in gold if s[2] in kinds}
        given = {s for s in predicted if s[2] in kinds}
        right, expected, found = right + len(wanted & given), expected + len(wanted), found + len(given)
    return right, expected, found
