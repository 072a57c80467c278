"""``anyq amend``: a person's word about a quote, or a file of them."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from anyq.cli import tell
from anyq.cli.reading import desk_of
from anyq.cli.sinks import to_stdout
from anyq.desk import Desk
from anyq.desk.bodies import MAX_FILE_BYTES, STDIN, is_address, name_of
from anyq.desk.correcting import import_amendments, reading_at
from anyq.errors import ReadError, SettingsError
from anyq.languages import messages
from anyq.records import Span, encode
from anyq.records.amendment import Action
from anyq.settings import Settings


@dataclass(frozen=True, slots=True)
class AmendRequest:
    """What was said: of which quote of which reading, or in which file."""

    source: str | None
    quote: str | None
    speaker: str | None = None
    span: str | None = None
    null: bool = False
    drop: bool = False
    confirm: bool = False
    saved: Path | None = None
    as_json: bool = False


def amend(request: AmendRequest, settings: Settings) -> int:
    """Keep it and show the quote as it then stands; the exit code.

    Raises:
        AnyqError: nothing or too much was asked for, no such quote, storage that failed.
    """
    desk = desk_of(settings)
    if request.saved is not None:
        return _import(desk, request, settings)
    action, value = _asked(request)
    if request.source is None or request.quote is None:
        raise SettingsError(
            "no reading or no quote", expected="anyq amend READING q5 --confirm", cure="see: anyq amend --help"
        )
    data = None if is_address(request.source) or request.source == STDIN else _bytes(Path(request.source))
    reading = reading_at(desk, request.source, data)
    result = desk.amend(reading, request.quote, action, by=settings.editor, value=value)
    if request.as_json:
        to_stdout(result.json() + b"\n")
        return tell.DONE
    from anyq.cli.view import View, console

    words = messages(settings.ui)
    screen = console()
    screen.print(words["amend.saved"].format(id=request.quote, action=words[f"action.{action}"]))
    screen.print(View(result.reading, settings.ui).quote(request.quote))
    return tell.DONE


def _import(desk: Desk, request: AmendRequest, settings: Settings) -> int:
    if request.source is not None or request.saved is None:
        raise SettingsError("--import and a reading", expected="anyq amend --import FILE")
    data = sys.stdin.buffer.read() if str(request.saved) == STDIN else _bytes(request.saved)
    summary = import_amendments(desk, data)
    if request.as_json:
        to_stdout(encode(summary) + b"\n")
    else:
        words = messages(settings.ui)
        to_stdout((words["amend.imported"].format(added=summary.added, known=summary.known) + "\n").encode())
    for refused in summary.refused:
        tell.note(f"  {refused.input}: {refused.why}")
    return tell.NOT_READ if summary.refused else tell.DONE


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_FILE_BYTES)
    except OSError as e:
        raise ReadError(
            f"{name_of(str(path))} cannot be read: {e.strerror}",
            expected="a reading or an article",
            cure="check the name",
        ) from e


def _asked(request: AmendRequest) -> tuple[Action, str | Span | None]:
    asked: list[tuple[Action, str | Span | None]] = []
    if request.speaker is not None:
        asked.append(("speaker", request.speaker))
    if request.span is not None:
        asked.append(("span", _span(request.span)))
    if request.null:
        asked.append(("null", None))
    if request.drop:
        asked.append(("drop", None))
    if request.confirm:
        asked.append(("confirm", None))
    if len(asked) != 1:
        raise SettingsError(
            "no correction" if not asked else "more than one correction",
            expected="one of --speaker, --null, --span, --drop, --confirm",
        )
    return asked[0]


def _span(text: str) -> Span:
    found = re.fullmatch(r"(\d+):(\d+)", text)
    if found is None or not int(found[1]) < int(found[2]):
        raise SettingsError(f"--span {text}", expected="START:END in characters of the text, START below END")
    return Span(int(found[1]), int(found[2]))
