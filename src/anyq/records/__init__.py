"""The frozen records that cross every border, and their strict JSON (docs/formats/)."""

from anyq.records.amendment import AMENDMENT_FORMAT, Amendment
from anyq.records.batch import FAILURE_FORMAT, SUMMARY_FORMAT, Failure, FailureReason, Mended, Refused, Summary
from anyq.records.document import Document, Link, Snapshot
from anyq.records.ranked import Ranked, Sentence
from anyq.records.reading import (
    READING_FORMAT,
    Bound,
    Citation,
    CitationKind,
    Claim,
    ClaimKind,
    Finding,
    Person,
    Quantity,
    Quote,
    QuoteMode,
    Reading,
    Reason,
    Seen,
)
from anyq.records.wire import decode_amendment, decode_reading, decode_sentence, encode
from anyq.text.span import Span

__all__ = [
    "AMENDMENT_FORMAT",
    "FAILURE_FORMAT",
    "READING_FORMAT",
    "SUMMARY_FORMAT",
    "Amendment",
    "Bound",
    "Citation",
    "CitationKind",
    "Claim",
    "ClaimKind",
    "Document",
    "Failure",
    "FailureReason",
    "Finding",
    "Link",
    "Mended",
    "Person",
    "Quantity",
    "Quote",
    "QuoteMode",
    "Ranked",
    "Reading",
    "Reason",
    "Refused",
    "Seen",
    "Sentence",
    "Snapshot",
    "Span",
    "Summary",
    "decode_amendment",
    "decode_reading",
    "decode_sentence",
    "encode",
]
