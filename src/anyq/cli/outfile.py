"""``--out FILE``: a file of records that grows by whole lines, so that a killed run can go on."""

import os
import stat
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import msgspec

from anyq.errors import AnyqError, SettingsError, StoreError
from anyq.records import FAILURE_FORMAT, READING_FORMAT

try:
    import fcntl
except ImportError:  # Windows has no flock; there two runs on one file are the user's to avoid
    fcntl = None  # type: ignore[assignment]

_LINE_START: Final = b'{"input":'  # how encode() begins a Reading and a Failure: tells our half line from a foreign one
_READ_AGAIN: Final = frozenset({"fetch", "crash"})  # kinds of failure that may end otherwise next time


class _Reason(msgspec.Struct):
    kind: str


class _Line(msgspec.Struct):
    """What a rerun needs to know of a line."""

    input: str
    format: str
    input_sha256: str | None = None
    error: _Reason | None = None


class OutFile:
    """An open ``--out`` file.

    ``known`` holds (input, sha256 of its bytes) of every line that a rerun need not make again;
    ``mended`` is True if a half-written last line, left by a kill, was cut off.

    Raises:
        SettingsError: the file holds something else than records of ``anyq read``.
        StoreError: it cannot be opened, read or locked.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.known: set[tuple[str, str]] = set()
        self.mended = False
        try:
            self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
        except OSError as e:
            raise _failed("open", path, e) from e
        try:
            self._regular = stat.S_ISREG(os.fstat(self._fd).st_mode)
            self._end = self._take_over() if self._regular else 0
        except OSError as e:
            os.close(self._fd)
            raise _failed("read", path, e) from e
        except AnyqError:
            os.close(self._fd)
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        os.close(self._fd)

    def append(self, record: bytes) -> None:
        """One record and its line end, on the disk when this returns; all of it or nothing.

        Raises:
            StoreError: the disk is full or the file cannot be written; the lines before are whole.
        """
        line = record + b"\n"
        done = 0
        try:
            while done < len(line):
                done += os.write(self._fd, line[done:])
            if self._regular:
                os.fsync(self._fd)
        except BaseException as e:  # an interrupt too must leave whole lines
            self._cut(self._end)
            if isinstance(e, OSError):
                raise _failed("write", self.path, e) from e
            raise
        self._end += len(line)

    def _cut(self, end: int) -> None:
        if self._regular:
            os.ftruncate(self._fd, end)

    def _take_over(self) -> int:
        """Lock the file, learn its lines, cut off a half-written last one; where whole lines end."""
        if fcntl is not None:
            try:
                fcntl.flock(self._fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as e:
                raise StoreError(
                    f"another anyq is writing {self.path}", cure="wait until it ends, or give another --out"
                ) from e
        end = 0
        with open(self._fd, "rb", closefd=False) as file:  # this very descriptor holds the lock
            for number, line in enumerate(file, 1):
                if line.endswith(b"\n"):
                    self._learn(line, number)
                elif not (line.startswith(_LINE_START) or _LINE_START.startswith(line)):
                    raise _foreign(self.path, number)
                else:
                    self._cut(end)
                    self.mended = True
                    break
                end += len(line)
        return end

    def _learn(self, line: bytes, number: int) -> None:
        try:
            row = msgspec.json.decode(line, type=_Line)
        except (msgspec.DecodeError, UnicodeDecodeError) as e:
            raise _foreign(self.path, number) from e
        if row.format not in (READING_FORMAT, FAILURE_FORMAT):
            raise _foreign(self.path, number)
        if row.input_sha256 is not None and (row.error is None or row.error.kind not in _READ_AGAIN):
            self.known.add((row.input, row.input_sha256))


def _failed(verb: str, path: Path, e: OSError) -> StoreError:
    return StoreError(
        f"cannot {verb} {path}: {e.strerror or e}",
        expected="a file that can be written, and room for it",
        cure="free some space or give another --out, then run the same command again",
    )


def _foreign(path: Path, number: int) -> SettingsError:
    return SettingsError(
        f"{path} line {number} is not a record of anyq read",
        expected="a new file, or one that anyq read --jsonl wrote",
        cure="give another --out",
    )
