"""``--out FILE``: records as lines, and which inputs a rerun need not read again."""

from pathlib import Path
from typing import Final

import msgspec

from anyq.desk.linefile import LineFile
from anyq.errors import SettingsError
from anyq.records import FAILURE_FORMAT, READING_FORMAT

_LINE_START: Final = b'{"input":'  # how encode() begins a Reading and a Failure
_READ_AGAIN: Final = frozenset({"fetch", "crash", "defect"})  # kinds of failure that may end otherwise next time


class _Reason(msgspec.Struct):
    kind: str


class _Line(msgspec.Struct):
    """What a rerun needs to know of a line."""

    input: str
    format: str
    input_sha256: str | None = None
    error: _Reason | None = None


class OutFile(LineFile):
    """An open ``--out`` file; ``known`` holds (input, sha256 of its bytes) of each line that need not be made again.

    Raises:
        SettingsError: the file holds something else than records of ``anyq read``.
        StoreError: it cannot be opened, read or locked.
    """

    def __init__(self, path: Path) -> None:
        self.known: set[tuple[str, str]] = set()
        self.path = path
        super().__init__(path, line_start=_LINE_START, learn=self._learn)

    def _learn(self, line: bytes, number: int) -> None:
        try:
            row = msgspec.json.decode(line, type=_Line)
        except (msgspec.DecodeError, UnicodeDecodeError):
            row = None
        if row is None or row.format not in (READING_FORMAT, FAILURE_FORMAT):
            raise SettingsError(
                f"{self.path} line {number} is not a record of anyq read",
                expected="a new file, or one that anyq read --jsonl wrote",
                cure="give another --out",
            )
        if row.input_sha256 is not None and (row.error is None or row.error.kind not in _READ_AGAIN):
            self.known.add((row.input, row.input_sha256))
