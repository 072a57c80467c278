"""docs/formats/ against the records themselves: every field, every value, and the examples."""

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from anyq import Desk, records
from anyq.cli.inputs import ARTICLE_ENDINGS
from anyq.cli.outfile import _READ_AGAIN
from anyq.cli.table import COLUMNS
from anyq.errors import DefectError, FetchError, LanguageError, ReadError
from anyq.languages import messages
from anyq.records import Amendment, Failure, Reading, Summary, decode_reading
from anyq.records.amendment import MIN_MOVED_CHARS, Action
from anyq.records.document import document_id, text_sha256
from anyq.settings import Settings
from tests.docs.pages import DOCS, blocks, column, sections

FORMATS = DOCS / "formats"
TEXTS = {path.stem: path.read_text("utf-8") for path in FORMATS.glob("*.md")}
SECTIONS = {head: body for text in TEXTS.values() for head, body in sections(text).items()}
CLASSES = {n: c for n in records.__all__ if isinstance(c := getattr(records, n), type) and is_dataclass(c)}


def example(page: str) -> bytes:
    return next(body for language, body in blocks(TEXTS[page]) if language == "json").encode()


@pytest.mark.parametrize("name", CLASSES)
def test_every_field_of_a_record_stands_in_its_page_and_no_other(name: str) -> None:
    assert column(SECTIONS[name], "field") == [f.name for f in fields(CLASSES[name])]


def test_the_pages_describe_no_record_that_is_none() -> None:
    assert {head for head, body in SECTIONS.items() if column(body, "field")} == set(CLASSES)


@pytest.mark.parametrize(
    ("section", "name", "values"),
    [
        ("Citation", "kind", get_args(records.CitationKind)),
        ("Quote", "mode", get_args(records.QuoteMode)),
        ("Quantity", "bound", get_args(records.Bound)),
        ("Claim", "kind", get_args(records.ClaimKind)),
        ("Amendment", "action", get_args(Action)),
        ("FailureReason", "kind", [e.kind for e in (ReadError, LanguageError, FetchError, DefectError)] + ["crash"]),
        ("Columns of `--csv", "column", COLUMNS),
    ],
)
def test_every_value_is_told_and_no_other(section: str, name: str, values: list[str]) -> None:
    assert column(SECTIONS[section], name) == list(values)


def test_every_reason_for_no_speaker_is_told_and_no_other() -> None:
    known = {key.removeprefix("unsure.") for key in messages("en") if key.startswith("unsure.")}
    assert set(column(SECTIONS["Quote"], "unsure")) == known - {
        "other"
    }  # other: what a page says of a code unknown to it


def test_the_batch_page_knows_the_endings_and_what_is_tried_again() -> None:
    for ending in ARTICLE_ENDINGS:
        assert f"`{ending}`" in TEXTS["batch"]
    again = [row for row in TEXTS["failure"].splitlines() if row.endswith("| tries again |")]
    assert {row.split("`")[1] for row in again} == _READ_AGAIN
    assert f"has {MIN_MOVED_CHARS} characters or more" in TEXTS["amendment"]


@pytest.mark.parametrize(("page", "kind"), [("amendment", Amendment), ("failure", Failure), ("summary", Summary)])
def test_the_example_of_a_page_is_such_a_record_in_full(page: str, kind: type) -> None:
    record = msgspec.json.decode(example(page), type=kind, strict=True)
    assert msgspec.json.decode(msgspec.json.encode(record)) == msgspec.json.decode(example(page))


def test_the_example_of_a_reading_is_what_anyq_prints(tmp_path: Path) -> None:
    shown = decode_reading(example("reading"))
    assert msgspec.json.decode(msgspec.json.encode(shown)) == msgspec.json.decode(example("reading"))
    document = shown.document
    assert document.id == document_id(document.text, url=document.url, outlet=document.outlet)
    assert document.text_sha256 == text_sha256(document.text)
    desk = Desk(settings=Settings(home=tmp_path))
    read = desk.read(text=document.text, outlet=document.outlet, published_at=document.published_at).reading
    assert facts(shown) == facts(read)


def facts(reading: Reading) -> list[object]:
    quotes = [(q.content, q.speaker_name, q.unsure) for q in reading.quotes]
    return [reading.people, reading.citations, quotes, reading.quantities, reading.findings]
