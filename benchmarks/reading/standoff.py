"""Gold labels of a text <-> the same labels without a word of it (labels/README.md)."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.reading.names import Word, placed, spelled

FORMAT = "anyq/standoff/1"
Record = Mapping[str, Any]
# a name is its alternatives ("A; B" in the gold), each a list of words
Name = list[list[Word]]


class Lost:
    """Counts what of the names could not be placed in the text."""

    def __init__(self) -> None:
        self.words = 0
        self.names = 0

    def name(self, said: str | None, text: str, instead: Record | None = None) -> Name | None:
        """The places of ``said``; if none of its words has one, those of the mention ``instead``."""
        if not said:
            return None
        alternatives = []
        for one in said.split(";"):
            words, lost = placed(one, text)
            self.words += lost
            alternatives += [words] if words else []
        if not alternatives:
            self.names += 1
            return [[[[instead["start"], instead["end"]]]]] if instead else None
        return alternatives


def to_standoff(gold: Record, text: str, *, row: int, layers: Sequence[str]) -> tuple[dict[str, Any], Lost]:
    """The labels of ``layers`` (citations, quotes, people, claims with their quantities), and what got lost."""
    lost = Lost()
    labels: dict[str, Any] = {
        "format": FORMAT,
        "row": row,
        "sha256": digest(text),
        "annotators": 1,
        "adjudicated": False,
        "layers": list(layers),
        "citations": [
            {
                "kind": a["kind"], "mention": _span(a["mention"]), "cue": _span(a["cue"]),
                "source": lost.name(a["source"], text, a["mention"]), "cited_by": lost.name(a["cited_by"], text),
                "cited_by_probable": lost.name(a["cited_by_probable"], text),
            }
            for a in gold["attributions"]
        ],
        "quotes": [
            {
                "type": q["type"], "span": _span(q), "group": q["group"], "cue": _span(q["cue"]),
                "mention": _span(q["speaker_mention"]),
                "speaker": lost.name(q["speaker"], text, q["speaker_mention"]),
            }
            for q in gold["quotes"]
        ],
        "people": [
            {
                "name": lost.name(p["name"], text, p["mentions"][0]), "role": lost.name(p["role"], text),
                "organisation": lost.name(p["org"], text), "mentions": [_span(m) for m in p["mentions"]],
            }
            for p in gold["people"]
        ],
        "claims": [
            {
                "kind": c["kind"], "priority": c["priority"], "span": _span(c),
                "quantities": [
                    {"span": _span(q), "comparator": q["comparator"], "value": q["value"], "high": q["high"]}
                    for q in c["quantities"]
                ],
            }
            for c in gold["claims"]
        ],
    }  # fmt: skip
    return labels, lost


def from_standoff(labels: Record, text: str, *, doc: str) -> dict[str, Any]:
    """The gold as the scorer reads it.

    Raises:
        ValueError: another format, or labels of another text.
    """
    if labels["format"] != FORMAT:
        raise ValueError(f"{doc} is {labels['format']}, expected {FORMAT}")
    if labels["sha256"] != digest(text):
        raise ValueError(f"{doc} labels a text with sha256 {labels['sha256'][:12]}…, this one has {digest(text)[:12]}…")
    return {
        "doc": doc,
        "lang": "ru",
        "attributions": [
            {"kind": c["kind"], "mention": _cut(c["mention"], text)}
            | {key: _said(c[key], text) for key in ("source", "cited_by", "cited_by_probable")}
            for c in labels["citations"]
        ],
        "quotes": [
            {"type": q["type"], "speaker": _said(q["speaker"], text)} | (_cut(q["span"], text) or {})
            for q in labels["quotes"]
        ],
        "people": [
            {"name": _said(p["name"], text), "role": _said(p["role"], text), "org": _said(p["organisation"], text)}
            for p in labels["people"]
        ],
        "claims": [
            {"kind": c["kind"], "priority": c["priority"]}
            | (_cut(c["span"], text) or {})
            | {"quantities": [{**q, "span": _cut(q["span"], text)} for q in c["quantities"]]}
            for c in labels["claims"]
        ],
    }


def digest(text: str) -> str:
    """SHA-256 of the text as UTF-8, in hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _span(record: Record | None) -> list[int] | None:
    return [record["start"], record["end"]] if record else None


def _cut(place: Sequence[int] | None, text: str) -> dict[str, Any] | None:
    return {"text": text[place[0] : place[1]], "start": place[0], "end": place[1]} if place else None


def _said(name: Name | None, text: str) -> str | None:
    return "; ".join(spelled(words, text) for words in name) if name else None
