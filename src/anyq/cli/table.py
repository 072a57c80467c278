"""A Reading as rows of one table, for a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from anyq.records import Failure, Reading, Seen, Span

COLUMNS: Final = (
    "input",
    "document",
    "kind",
    "id",
    "start",
    "end",
    "text",
    "who",
    "about",
    "low",
    "high",
    "unit",
    "checkworthiness",
    "why",
    "seen_by",
    "via",
    "channel",
    "within",
)
Row = dict[str, object]


def csv_header() -> str:
    """The line of column names."""
    return _line(dict(zip(COLUMNS, COLUMNS, strict=True)))


def csv_rows(outcome: Reading | Failure) -> str:
    """One line for each thing found, in the order of the record; one for a failure.

    ``start`` and ``end`` are those of the first and the last character; ``about`` is mode, kind, bound or role.
    """
    if isinstance(outcome, Failure):
        error = outcome.error
        why = "; ".join(p for p in (error.found, error.expected, error.cure) if p)
        return _line({"input": outcome.input, "kind": "failure", "about": error.kind, "why": why})
    same = {"input": outcome.input, "document": outcome.document.id}
    return "".join(_line(same | row) for row in _rows(outcome))


def _rows(reading: Reading) -> Iterator[Row]:
    text = reading.document.text
    for p in reading.people:
        about = ", ".join(a for a in (p.role, p.organisation) if a)
        yield {"kind": "person", "id": p.id, "who": p.name, "about": about} | _place(p.mentions[:1], text)
    for c in reading.citations:
        row: Row = {"kind": "citation", "id": c.id, "who": c.source, "about": c.kind, "why": c.cited_by}
        yield row | _place([c.mention], text) | _seen(c.seen_by)
    for q in reading.quotes:
        row = {"kind": "quote", "id": q.id, "who": q.speaker_name, "about": q.mode, "why": q.unsure}
        row |= {"via": q.via, "channel": q.channel, "within": q.within}
        yield row | _place(q.content, text) | _seen(q.seen_by)
    for n in reading.quantities:
        about = ", ".join(a for a in (n.bound, n.counted, n.period) if a)
        row = {"kind": "quantity", "id": n.id, "about": about, "low": n.low, "high": n.high, "unit": n.unit}
        yield row | _place([n.span], text)
    for claim in reading.claims:
        reasons = ", ".join(f"{r.feature} {r.weight:+.2f}" for r in claim.reasons)
        row = {"kind": "claim", "id": claim.id, "who": claim.claimant, "about": claim.kind, "why": reasons}
        worth: Row = {"checkworthiness": claim.checkworthiness}
        yield row | worth | _place([claim.span], text) | _seen(claim.seen_by)
    for f in reading.findings:
        why = f"{f.says} / {f.computes}"
        yield {"kind": "finding", "about": f.kind, "why": why} | _place(f.spans, text)


def _place(spans: tuple[Span, ...] | list[Span], text: str) -> Row:
    if not spans:
        return {}
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    return {"start": start, "end": end, "text": " … ".join(s.of(text) for s in spans)}


def _seen(by: Seen | None) -> Row:
    return {"seen_by": f"{by.by}, {by.at}"} if by else {}


def _line(row: Row) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([cell(row.get(c)) for c in COLUMNS])
    return out.getvalue()


def cell(value: object) -> object:
    """A spreadsheet runs a text that begins with one of these signs: an apostrophe keeps it a text (OWASP)."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
