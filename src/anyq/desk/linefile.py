"""A file of JSON records that grows by whole lines, so that a kill loses at most the line being written."""

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from anyq.errors import AnyqError, StoreError

if sys.platform != "win32":
    import fcntl


class LineFile:
    """An open, locked file of lines.

    ``learn`` is called with each whole line and its number, and refuses a foreign one by raising.
    ``line_start`` is how every line begins: it tells our half-written last line, which is cut off
    (``mended``), from a foreign file, which is left as it is. ``wait``: for another holder of the lock.

    Raises:
        StoreError: it cannot be opened, read or locked; or its last line is foreign.
        AnyqError: what ``learn`` raised.
    """

    def __init__(
        self, path: Path, *, line_start: bytes, learn: Callable[[bytes, int], None], wait: bool = False
    ) -> None:
        self.path = path
        self.mended = False
        try:
            self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
        except OSError as e:
            raise storage_failed("open", path, e) from e
        try:
            self._regular = stat.S_ISREG(os.fstat(self._fd).st_mode)
            if self._regular:
                self._lock(wait)
            self._end = self._take_over(line_start, learn) if self._regular else 0
        except OSError as e:
            os.close(self._fd)
            raise storage_failed("read", path, e) from e
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
                raise storage_failed("write", self.path, e) from e
            raise
        self._end += len(line)

    def _lock(self, wait: bool) -> None:
        # Windows has no flock: there two runs on one file are the user's to avoid
        if sys.platform != "win32":
            try:
                fcntl.flock(self._fd, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as e:
                raise StoreError(
                    f"another anyq is writing {self.path}",
                    expected="a file of its own for each run",
                    cure="wait until it ends, or name another file",
                ) from e

    def _cut(self, end: int) -> None:
        if self._regular:
            os.ftruncate(self._fd, end)

    def _take_over(self, line_start: bytes, learn: Callable[[bytes, int], None]) -> int:
        """Learn the lines, cut off a half-written last one; where the whole lines end."""
        end = 0
        with open(self._fd, "rb", closefd=False) as file:  # this very descriptor holds the lock
            for number, line in enumerate(file, 1):
                if not line.endswith(b"\n") and (line.startswith(line_start) or line_start.startswith(line)):
                    self._cut(end)
                    self.mended = True
                    break
                learn(line, number)
                end += len(line)
                if not line.endswith(b"\n"):
                    raise StoreError(f"{self.path} line {number} has no line end", cure="mend or remove the file")
        return end


def storage_failed(verb: str, path: Path, e: OSError) -> StoreError:
    """The error of a file that the system refuses."""
    if e.errno == errno.ENOENT:
        return StoreError(
            f"cannot {verb} {path}: {e.strerror or e}", expected="a folder that exists", cure="make the folder first"
        )
    return StoreError(
        f"cannot {verb} {path}: {e.strerror or e}",
        expected="a file that can be written, and room for it",
        cure="free some space or name another file, then run the same command again",
    )
