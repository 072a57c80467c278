"""Where outcomes go: lines, one document, a table, the screen, a page."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from anyq.cli import tell
from anyq.desk import Result
from anyq.desk.linefile import storage_failed
from anyq.languages import messages
from anyq.records import Failure, encode
from anyq.settings import Ui

Outcome = Result | Failure


class Sink(Protocol):
    """Takes outcomes one after the other; ``end`` after the last."""

    def put(self, outcome: Outcome) -> None:
        """Show or keep one outcome."""
        ...

    def end(self) -> None:
        """Nothing more comes."""
        ...


def to_stdout(data: bytes) -> None:
    """Bytes to standard output, at once: a pipe sees whole records."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def record(outcome: Outcome) -> bytes:
    """The outcome as JSON."""
    return encode(outcome) if isinstance(outcome, Failure) else outcome.json()


class Lines:
    """One record a line, each handed to ``append`` without its line end."""

    def __init__(self, append: Callable[[bytes], None] = lambda line: to_stdout(line + b"\n")) -> None:
        self._append = append

    def put(self, outcome: Outcome) -> None:
        """Append a line."""
        self._append(record(outcome))

    def end(self) -> None:
        """Every line is out already."""


class Array:
    """One document even of many: a JSON array, written as it grows."""

    def __init__(self) -> None:
        self._before = b"["

    def put(self, outcome: Outcome) -> None:
        """Write an element."""
        to_stdout(self._before + record(outcome))
        self._before = b",\n"

    def end(self) -> None:
        """Close the array."""
        to_stdout(b"[]\n" if self._before == b"[" else b"]\n")


class Table:
    """Comma-separated rows, the names of the columns first."""

    def __init__(self) -> None:
        from anyq.cli.table import csv_header

        to_stdout(csv_header().encode())

    def put(self, outcome: Outcome) -> None:
        """Write the rows of one input."""
        from anyq.cli.table import csv_rows

        to_stdout(csv_rows(outcome if isinstance(outcome, Failure) else outcome.reading).encode())

    def end(self) -> None:
        """Every row is out already."""


class Screen:
    """A view to read; failures are told at the end, on stderr."""

    def __init__(self, ui: Ui) -> None:
        # rich takes 0.1 s to load: records do without
        from anyq.cli.view import console

        self._ui, self._console, self._is_first = ui, console(), True

    def put(self, outcome: Outcome) -> None:
        """Print the view of a reading."""
        if isinstance(outcome, Result):
            from anyq.cli.view import View

            if not self._is_first:
                self._console.rule()
            self._is_first = False
            self._console.print(View(outcome.reading, self._ui, outcome.lost).whole())

    def end(self) -> None:
        """Every view is out already."""


class Page:
    """The page of the one reading there is; what else was asked for goes to ``beside``."""

    def __init__(self, path: Path, ui: Ui, beside: Sink | None = None) -> None:
        self._path, self._ui, self._beside = path, ui, beside

    def put(self, outcome: Outcome) -> None:
        """Write the page."""
        if isinstance(outcome, Result):
            write_page(outcome, self._path, self._ui)
            tell.note(messages(self._ui)["page.written"].format(path=self._path))
        if self._beside:
            self._beside.put(outcome)

    def end(self) -> None:
        """The page is written already."""
        if self._beside:
            self._beside.end()


def write_page(result: Result, path: Path, ui: Ui) -> None:
    """The page of a reading as a file: all of it, or the file that was there before.

    Raises:
        StoreError: it cannot be written.
    """
    page = result.html(ui)
    try:
        if path.exists() and not path.is_file():  # /dev/stdout, a named pipe
            path.write_text(page, "utf-8")
        else:
            _replace(path.resolve(), page)
    except OSError as e:
        raise storage_failed("write", path, e) from e


def _replace(path: Path, page: str) -> None:
    half = path.with_name(f".{path.name}.half")
    try:
        half.write_text(page, "utf-8")
        half.replace(path)  # a full disk leaves what stood there
    finally:
        half.unlink(missing_ok=True)
