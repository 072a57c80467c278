"""``anyq read``: inputs in, records or views out, in order, so that a stopped run can go on."""

import sys
import traceback
from collections.abc import Callable, Generator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from anyq.cli import tell
from anyq.cli.inputs import expanded, is_folder, is_same_file
from anyq.cli.outfile import OutFile
from anyq.cli.sinks import Array, Lines, Outcome, Page, Screen, Sink, Table
from anyq.desk import Desk, Result
from anyq.desk.bodies import Body, name_of
from anyq.desk.given import given_of
from anyq.desk.intake import INPUT_ERRORS, failure_of, read_input, read_many
from anyq.desk.outside import outside_of
from anyq.errors import ReadError, SettingsError
from anyq.languages import messages
from anyq.read import Given
from anyq.records import Failure
from anyq.settings import Settings, Ui

if TYPE_CHECKING:
    from anyq.net import Fetched

Form = Literal["view", "json", "jsonl", "csv"]


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """All that ``anyq read`` was asked for; ``form`` is how the outcome is printed, ``html`` a page to write."""

    inputs: tuple[str, ...]
    form: Form = "view"
    html: Path | None = None
    out: Path | None = None
    outlet: str | None = None
    published_at: str | None = None
    url: str | None = None
    title: str | None = None
    verbose: bool = False


def read(request: ReadRequest, settings: Settings) -> int:
    """Read and print; the exit code.

    Raises:
        AnyqError: arguments that do not go together, storage that failed.
    """
    given = given_of(outlet=request.outlet, published_at=request.published_at, url=request.url, title=request.title)
    many = len(request.inputs) > 1 or is_folder(request.inputs[0])
    _check(request, many)
    desk = desk_of(settings)
    failures: list[Failure] = []
    with ExitStack() as stack:
        out = stack.enter_context(OutFile(request.out)) if request.out else None
        if out and out.mended:
            tell.note(messages(settings.ui)["batch.mended"].format(file=request.out))
        sink = _sink(request, settings, out, many)
        outcomes = _of_many(desk, request, settings, given, out) if many or out else _of_one(desk, request, given)
        stack.enter_context(closing(outcomes))  # an interrupt ends the workers too
        try:
            for outcome in outcomes:
                if isinstance(outcome, Failure):
                    failures.append(outcome)
                sink.put(outcome)
                if isinstance(outcome, Result):
                    tell.undecoded(outcome.reading, settings.ui)
                if isinstance(outcome, Result) and request.form != "view":
                    tell.lost(outcome.lost, settings.ui)
        except KeyboardInterrupt:
            if many:
                key = "batch.stopped" if out else "batch.stopped_nowhere"
                tell.note("\n" + messages(settings.ui)[key].format(file=request.out))
            raise
        sink.end()
    _tell_failures(failures, settings.ui, many)
    return tell.NOT_READ if failures else tell.DONE


def form_of(*, as_json: bool, as_jsonl: bool, as_csv: bool) -> Form:
    """The form that was asked for, else the view.

    Raises:
        SettingsError: more than one.
    """
    offered: tuple[tuple[Form, bool], ...] = (("json", as_json), ("jsonl", as_jsonl), ("csv", as_csv))
    asked = [form for form, on in offered if on]
    if len(asked) > 1:
        raise SettingsError("more than one form: " + ", ".join(f"--{f}" for f in asked), expected="one")
    return asked[0] if asked else "view"


def desk_of(settings: Settings) -> Desk:
    """The desk of these settings; each fetch names its host on stderr before it begins."""
    real = outside_of(settings).fetch

    def named_first(url: str, now: str) -> "Fetched":
        try:
            host = urlsplit(url).hostname
        except ValueError:  # a broken address: the fetch says so
            host = None
        tell.note(messages(settings.ui)["fetch.host"].format(host=host or url))
        return real(url, now)

    return Desk(settings=settings, fetch=named_first)


def _check(request: ReadRequest, many: bool) -> None:
    if many and (request.url or request.title):
        raise SettingsError(
            "--url or --title with several articles", expected="one article", cure="read them one by one"
        )
    if request.html and many:
        raise SettingsError("--html with several articles", expected="one article", cure="read them one by one")
    if request.out and request.form != "jsonl":
        raise SettingsError("--out with another form than --jsonl", expected="--jsonl --out FILE")
    for target in (request.html, request.out):
        if target and any(is_same_file(str(target), i) for i in request.inputs):
            raise SettingsError(f"{target} is the input itself", expected="another file", cure="name another file")


def _of_one(desk: Desk, request: ReadRequest, given: Given) -> Generator[Outcome]:
    try:
        yield read_input(desk, request.inputs[0], given)
    except INPUT_ERRORS as e:
        if request.verbose:
            traceback.print_exc()
        yield failure_of(name_of(request.inputs[0]), e)


def _of_many(
    desk: Desk, request: ReadRequest, settings: Settings, given: Given, out: OutFile | None
) -> Generator[Outcome]:
    words = messages(settings.ui)
    try:
        inputs = expanded(request.inputs)
    except ReadError as e:
        yield failure_of(", ".join(map(name_of, request.inputs)), e)
        return
    skipped = 0

    def skip(body: Body) -> bool:
        nonlocal skipped
        known = out is not None and (body.input, body.sha256) in out.known
        skipped += known
        return known

    read = done = 0
    outcomes = read_many(desk, inputs, jobs=min(settings.jobs, len(inputs)), given=given, skip=skip)
    with ExitStack() as stack:
        advance = stack.enter_context(_progress(len(inputs), words["batch.progress"])) if _shows(out) else None
        for outcome in outcomes:
            read += isinstance(outcome, Result)
            done += 1
            yield outcome
            if advance:
                advance(done + skipped)
    if skipped:
        tell.note(words["batch.skipped"].format(n=skipped, file=request.out))
    tell.note(words["batch.read"].format(n=read))


def _shows(out: OutFile | None) -> bool:
    """A bar only where a person looks, and only where it does not run through the records."""
    return sys.stderr.isatty() and (out is not None or not sys.stdout.isatty())


class _progress:  # noqa: N801  used as a context, like a function
    """A bar on stderr; gives the function that moves it."""

    def __init__(self, total: int, words: str) -> None:
        # rich takes 0.1 s to load: a pipe does without
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        from anyq.cli.view import console

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._bar = Progress(*columns, console=console(stderr=True), transient=True)
        self._task = self._bar.add_task(words, total=total)

    def __enter__(self) -> Callable[[int], None]:
        self._bar.start()
        return lambda done: self._bar.update(self._task, completed=done)

    def __exit__(self, *_: object) -> None:
        self._bar.stop()


def _sink(request: ReadRequest, settings: Settings, out: OutFile | None, many: bool) -> Sink:
    if out is not None:
        return Lines(out.append)
    if request.html is not None:
        beside = None if request.form == "view" else _printer(request.form, settings, many)
        return Page(request.html, settings.ui, beside)
    return _printer(request.form, settings, many)


def _printer(form: Form, settings: Settings, many: bool) -> Sink:
    if form == "view":
        return Screen(settings.ui)
    if form == "csv":
        return Table()
    return Array() if form == "json" and many else Lines()


def _tell_failures(failures: list[Failure], ui: Ui, many: bool) -> None:
    if many and failures:
        tell.failed(failures, ui)
    elif failures:
        tell.error(failures[0].error, ui)
