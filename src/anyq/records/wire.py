"""Records to JSON bytes and back; what does not fit is refused with its JSON path."""

from typing import Any, TypeVar

import msgspec

from anyq.errors import RecordError
from anyq.records.amendment import AMENDMENT_FORMAT, Amendment
from anyq.records.ranked import Sentence
from anyq.records.reading import READING_FORMAT, Reading

T = TypeVar("T")


def encode(record: Any) -> bytes:
    """One record as compact UTF-8 JSON, fields in the order of the class."""
    return msgspec.json.encode(record)


def _decode(data: bytes, kind: type[T], expected: str) -> T:
    try:
        said = msgspec.json.decode(data, type=dict[str, Any]).get("format")
        if said != expected:
            raise RecordError(
                f"format {said!r}", expected=repr(expected), cure="read the file with the anyq that wrote it"
            )
        return msgspec.json.decode(data, type=kind, strict=True)
    except (msgspec.DecodeError, UnicodeDecodeError) as e:
        raise RecordError(f"not a record: {e}", expected=f"{expected} as JSON") from e


def decode_reading(data: bytes) -> Reading:
    """A Reading from its JSON.

    Raises:
        RecordError: not JSON, another format, or a field of the wrong type (its path is named).
    """
    return _decode(data, Reading, READING_FORMAT)


def decode_amendment(data: bytes) -> Amendment:
    """An Amendment from its JSON.

    Raises:
        RecordError: not JSON, another format, or a field of the wrong type.
    """
    return _decode(data, Amendment, AMENDMENT_FORMAT)


def decode_sentence(data: bytes) -> Sentence:
    """A Sentence from its JSON, which names no format; fields it does not know are left out.

    Raises:
        RecordError: not JSON, a field missing or of the wrong type.
    """
    try:
        return msgspec.json.decode(data, type=Sentence, strict=True)
    except (msgspec.DecodeError, UnicodeDecodeError) as e:
        raise RecordError(f"not a sentence: {e}", expected='{"id": …, "text": "…"} as JSON') from e
