"""Reading: bytes -> Document -> Reading -> as corrected by hand."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from anyq.desk.bodies import Body, body_from, body_of, name_of
from anyq.desk.outside import one_arithmetic_thread
from anyq.desk.pool import ordered
from anyq.desk.ports import Outside
from anyq.desk.ranking import ranking_of
from anyq.desk.result import Result
from anyq.desk.taggers import tagger_for, tagger_of
from anyq.errors import AnyqError, DefectError, FetchError, LanguageError, ReadError, SettingsError
from anyq.read import Given, other_languages, read_bytes, read_text
from anyq.records import Document, Failure, FailureReason, Reading
from anyq.records.amendment import apply_amendments, lost_amendments

if TYPE_CHECKING:  # extract loads numpy
    from anyq.extract.parse import Tagger

INPUT_ERRORS = (ReadError, FetchError, LanguageError, DefectError)  # an input's fault; the others go on
_NOTHING_SAID = Given()


@dataclass(frozen=True, slots=True)
class _Task:
    """One input of many: its bytes, or why there are none."""

    body: Body | Failure
    given: Given
    seen_at: str
    weights: Mapping[str, float]
    fast: bool = True


def read_input(outside: Outside, given_input: str, given: Given = _NOTHING_SAID, *, fast: bool = False) -> Result:
    """The Reading of a path, an address or ``-``; ``fast``: no sentence is embedded.

    Raises:
        AnyqError: it cannot be fetched or read, or its language is not read.
    """
    body = body_of(outside, given_input)
    return corrected(outside, _reading(_Task(body, given, outside.moment(), outside.store.weights, fast), body))


def read_handed(outside: Outside, data: bytes, name: str, given: Given = _NOTHING_SAID) -> Result:
    """The Reading of a file's bytes, as a browser hands them over with the file's name.

    Raises:
        AnyqError: they cannot be read, or their language is not.
    """
    body = body_from(data, name)
    return corrected(outside, _reading(_Task(body, given, outside.moment(), outside.store.weights), body))


def read_pasted(outside: Outside, text: str, given: Given = _NOTHING_SAID) -> Result:
    """The Reading of a text given as such; it is kept unchanged.

    Raises:
        AnyqError: no text, or its language is not read.
    """
    one_arithmetic_thread()
    document = replace(read_text(text, given=given), seen_at=outside.moment())
    return corrected(outside, _extracted(document, "text", outside.store.weights, fast=False))


def read_many(
    outside: Outside,
    inputs: Iterable[str],
    *,
    jobs: int = 1,
    given: Given = _NOTHING_SAID,
    skip: Callable[[Body], bool] = lambda body: False,
) -> Iterator[Result | Failure]:
    """A Result or a Failure for each input, in their order, by ``jobs`` processes.

    No sentence is embedded: what ranks the claims is visible in them.

    An input for which ``skip`` is true is left out: its bytes are known, it has not been read.

    Raises:
        SettingsError: a model is missing.
        StoreError: what people have said cannot be read.
    """
    for outcome in ordered(_tasks(outside, inputs, given, skip), _outcome, jobs=jobs, crashed=_crashed):
        if isinstance(outcome, Failure) and outcome.error.kind == SettingsError.kind:  # no input would fare better
            raise SettingsError(outcome.error.found, expected=outcome.error.expected, cure=outcome.error.cure)
        yield outcome if isinstance(outcome, Failure) else corrected(outside, outcome)


def corrected(outside: Outside, reading: Reading) -> Result:
    """``reading`` with all that people have said of this document."""
    amendments = outside.store.amendments(reading.document)
    return Result(apply_amendments(reading, amendments), lost_amendments(reading, amendments))


def failure_of(given_input: str, error: AnyqError, sha256: str | None = None) -> Failure:
    """The record of an input that could not be read."""
    reason = FailureReason(error.kind, error.found, error.expected, error.cure)
    return Failure(given_input, reason, input_sha256=sha256)


def _tasks(outside: Outside, inputs: Iterable[str], given: Given, skip: Callable[[Body], bool]) -> Iterator[_Task]:
    for name in inputs:
        body: Body | Failure
        try:
            body = body_of(outside, name)
        except INPUT_ERRORS as e:
            body = failure_of(name_of(name), e)
        if isinstance(body, Failure) or not skip(body):
            yield _Task(body, given, outside.moment(), outside.store.weights)


def _outcome(task: _Task) -> Reading | Failure:
    body = task.body
    if isinstance(body, Failure):
        return body
    try:
        return _reading(task, body)
    except AnyqError as e:
        return failure_of(body.input, e, body.sha256)


def _crashed(task: _Task) -> Failure:
    body = task.body
    if isinstance(body, Failure):
        return body
    reason = FailureReason("crash", "the process that read it died", "a reading", "read it alone; it may need memory")
    return Failure(body.input, reason, input_sha256=body.sha256)


def _reading(task: _Task, body: Body) -> Reading:
    one_arithmetic_thread()  # before numpy comes, with the reader of pages or with the tagger
    with _defects():
        document = read_bytes(body.data, media_type=body.media_type, url=body.url, given=task.given)
    document = replace(document, seen_at=task.seen_at, snapshot=body.snapshot)
    return replace(_extracted(document, body.input, task.weights, fast=task.fast), input_sha256=body.sha256)


def _extracted(document: Document, given_input: str, weights: Mapping[str, float], *, fast: bool) -> Reading:
    tagger = tagger_for(document)
    # numpy and the rules: what is in no language that is read does without
    from anyq.extract import Part, extract, read_parts

    ranking = ranking_of(weights, embeds=not fast)

    def read(document: Document, tagger: "Tagger") -> Reading:
        return extract(document, tagger, given=given_input, ranking=ranking)

    with _defects():
        foreign = other_languages(document.text, document.lang or "")
        parts = [Part(lang, spans, tagger_of(lang)) for lang, spans in foreign.items()]
        return read_parts(document, tagger, parts, read) if parts else read(document, tagger)


@contextmanager
def _defects() -> Iterator[None]:
    """A defect of ours at one text must not cost the others: it becomes an error that tells itself."""
    try:
        yield
    except AnyqError:
        raise
    except Exception as e:
        raise DefectError(
            f"anyq itself failed: {type(e).__name__}: {e}",
            expected="a reading",
            cure="run again with --verbose and report what it prints",
        ) from e
