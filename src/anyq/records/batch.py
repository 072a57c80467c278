"""The records that batch commands print beside their results."""

from dataclasses import dataclass
from typing import Final, Literal

FAILURE_FORMAT: Final = "anyq/failure/1"
SUMMARY_FORMAT: Final = "anyq/summary/1"


@dataclass(frozen=True, slots=True)
class FailureReason:
    """What was found, what was expected, what to do."""

    kind: str
    found: str
    expected: str
    cure: str


@dataclass(frozen=True, slots=True)
class Failure:
    """One input that could not be read; the others go on. ``input_sha256`` is null where no bytes came."""

    input: str
    error: FailureReason
    input_sha256: str | None = None
    format: Literal["anyq/failure/1"] = FAILURE_FORMAT


@dataclass(frozen=True, slots=True)
class Mended:
    """An input that was read after a repair."""

    input: str
    how: str


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that was not taken."""

    input: str
    why: str


@dataclass(frozen=True, slots=True)
class Summary:
    """How an import ended."""

    added: int
    known: int
    mended: tuple[Mended, ...] = ()
    refused: tuple[Refused, ...] = ()
    format: Literal["anyq/summary/1"] = SUMMARY_FORMAT
