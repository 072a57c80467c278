"""What goes to stderr, and the exit code of each way a command can end."""

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import Final, Protocol

from anyq.cli.words import lost as lost_words
from anyq.cli.words import printable
from anyq.errors import AnyqError, DefectError, SettingsError, StoreError
from anyq.languages import messages, told
from anyq.records import Amendment, Failure, Reading

DONE: Final = 0
WRONG_ARGUMENTS: Final = 2
NOT_READ: Final = 3
STORAGE_FAILED: Final = 4
INTERRUPTED: Final = 130  # 128 + SIGINT, as shells have it

_CODES: Final[dict[str, int]] = {SettingsError.kind: WRONG_ARGUMENTS, StoreError.kind: STORAGE_FAILED}


def note(line: str) -> None:
    """One line on stderr; a stderr that is gone is nobody's loss."""
    try:
        print(printable(line), file=sys.stderr, flush=True)
    except (OSError, ValueError):
        return


class Told(Protocol):
    """What an error and the record of one have alike."""

    @property
    def found(self) -> str:
        """What was found."""
        ...

    @property
    def expected(self) -> str:
        """What was expected."""
        ...

    @property
    def cure(self) -> str:
        """What to do."""
        ...


def error(e: Told, ui: str) -> None:
    """What was found, what was expected, what to do."""
    words = messages(ui)
    note(f"{words['error.error']}: {told(e.found, ui)}")
    for key, text in (("error.expected", e.expected), ("error.cure", e.cure)):
        if text:
            note(f"  {words[key]}: {told(text, ui)}")


def failed(failures: list[Failure], ui: str) -> None:
    """The list of what could not be read."""
    note(messages(ui)["batch.failed"].format(n=len(failures)))
    for failure in failures:
        reason = failure.error
        expected = f"{messages(ui)['error.expected']}: {told(reason.expected, ui)}" if reason.expected else ""
        parts = (told(reason.found, ui), expected, told(reason.cure, ui))
        note(f"  {failure.input}: " + "; ".join(p for p in parts if p))


def lost(amendments: Sequence[Amendment], ui: str) -> None:
    """The corrections that no longer find their quote."""
    words = messages(ui)
    if amendments:
        note(words["head.lost"] + ":")
    for amendment in amendments:
        note("  " + lost_words(amendment, words))


def undecoded(reading: Reading, ui: str) -> None:
    """How many characters of the text are lost: a file cut off, or bytes that no encoding explains."""
    number = reading.document.text.count("\ufffd")
    if number:
        note(messages(ui)["read.undecoded"].format(input=reading.input, n=number))


def ended(command: Callable[[], int], *, ui: Callable[[], str], verbose: bool) -> int:
    """The exit code of ``command``; whatever goes wrong is told on stderr, as a traceback only if ``verbose``.

    ``ui`` gives the language, and is asked only when there is something to tell.
    """
    try:
        code = command()
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # the reader has seen enough; what Python flushes at exit must not complain either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as e:  # noqa: BLE001  the last stop: nothing may end as a bare traceback
        if verbose:
            traceback.print_exc()
        end = _told(e)
        error(end, ui())
        if isinstance(e, OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _CODES.get(end.kind, NOT_READ)
    return code


def _told(e: Exception) -> AnyqError:
    if isinstance(e, AnyqError):
        return e
    if isinstance(e, OSError):
        return StoreError(
            f"the output cannot be written: {e.strerror or e}",
            expected="room for it",
            cure="free some space, then run the same command again",
        )
    return DefectError(
        f"anyq itself failed: {type(e).__name__}: {e}", cure="run again with --verbose and report what it prints"
    )
