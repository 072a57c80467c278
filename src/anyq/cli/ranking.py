"""``anyq rank``: sentences in, each with how much it is worth checking and why."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from anyq.cli import tell
from anyq.cli.reading import Form, desk_of
from anyq.cli.sinks import to_stdout
from anyq.cli.table import cell
from anyq.cli.words import excerpt, number, printable
from anyq.cli.words import reasons as reasons_in_words
from anyq.desk import Desk
from anyq.desk.bodies import body_of
from anyq.desk.intake import failure_of
from anyq.desk.ranking import rank_sentences, sentences_of
from anyq.languages import messages
from anyq.records import Failure, Ranked, Sentence, encode
from anyq.settings import Settings, Ui

COLUMNS = ("id", "checkworthiness", "text", "why")


@dataclass(frozen=True, slots=True)
class RankRequest:
    """All that ``anyq rank`` was asked for."""

    source: str
    form: Form = "view"
    fast: bool = False


def rank(request: RankRequest, settings: Settings) -> int:
    """Rank and print; the exit code.

    Raises:
        AnyqError: the file cannot be read.
    """
    run = _Run(desk_of(settings), request)
    if request.fast:
        tell.note(messages(settings.ui)["rank.fast"])
    printers: Mapping[Form, Callable[[_Run, Ui], None]] = {
        "jsonl": _print_lines, "json": _print_document, "csv": _print_rows, "view": _print_view,
    }  # fmt: skip
    printers[request.form](run, settings.ui)
    if run.failures:
        tell.failed(run.failures, settings.ui)
    return tell.NOT_READ if run.failures else tell.DONE


@dataclass
class _Run:
    """The sentences of one file as they are ranked; ``texts`` by id, and what failed."""

    desk: Desk
    request: RankRequest
    texts: dict[str | int, str] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)

    def ranked(self) -> Iterator[Ranked]:
        """Each sentence in the order of the file."""
        for one in rank_sentences(self.desk, self._sentences(), fast=self.request.fast):
            if isinstance(one, Ranked):
                yield one
            else:
                self.failures.append(failure_of(f"{self.request.source}: {one[0].id}", one[1]))

    def _sentences(self) -> Iterator[Sentence]:
        for one in sentences_of(body_of(self.desk, self.request.source).data):
            if isinstance(one, Sentence):
                self.texts[one.id] = one.text
                yield one
            else:
                self.failures.append(failure_of(f"{self.request.source}: {one[0]}", one[1]))


def _print_lines(run: _Run, ui: Ui) -> None:
    for one in run.ranked():
        to_stdout(encode(one) + b"\n")


def _print_document(run: _Run, ui: Ui) -> None:
    to_stdout(encode({"format": "anyq/ranking/1", "sentences": list(run.ranked())}) + b"\n")


def _print_rows(run: _Run, ui: Ui) -> None:
    to_stdout(_line(COLUMNS))
    for one in run.ranked():
        why = ", ".join(f"{r.feature} {r.weight:+.2f}" for r in one.reasons)
        to_stdout(_line((one.id, one.checkworthiness, run.texts[one.id], why)))


def _print_view(run: _Run, ui: Ui) -> None:
    """The worthiest first."""
    words = messages(ui)
    for one in sorted(run.ranked(), key=lambda r: -r.checkworthiness):
        worth = words["claim.worth"].format(value=number(one.checkworthiness, ui))
        print(printable(f"[{one.id}] {excerpt(run.texts[one.id])}\n     {worth}"))
        if one.reasons:
            print(printable(f"     {words['head.reasons']}: {reasons_in_words(one.reasons, words)}"))


def _line(row: tuple[object, ...]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([cell(value) for value in row])
    return out.getvalue().encode()
