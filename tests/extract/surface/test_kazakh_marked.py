"""Who says what in invented Kazakh sentences, in both scripts and mixed with Russian (tests/data/kk/*.txt)."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from anyq.extract import extract
from anyq.extract.surface.kazakh import Kazakh
from anyq.extract.surface.tagger import SurfaceTagger
from anyq.records import Document, Quote, Reading
from anyq.records.document import document_id, text_sha256
from tests.extract.quotes.names import same_speaker
from tests.marked import Case, Mark, read_cases

DATA = Path(__file__).parents[2] / "data" / "kk"
FILES = ("direct", "indirect", "resolved", "mixed", "latin", "traps")
CASES = {f"{name}: {case.title}": case for name in FILES for case in read_cases(DATA / f"{name}.txt")}
MODES = {"d": "direct", "i": "indirect", "f": "fragment"}
LEAST_OVERLAP = {"d": 0.8, "i": 0.5, "f": 0.8}  # as the guideline scores them
LEAST_CASES = {"mixed": 60, "latin": 30, "": 150}
LEAST_TRAPS = 50
LEAST_ANSWERED = 0.95


@cache
def _tagger() -> SurfaceTagger:
    return SurfaceTagger(Kazakh())


@cache
def read(text: str) -> Reading:
    document = Document(
        id=document_id(text, url=None, outlet=None),
        lang="kk",
        url=None,
        outlet=None,
        title=None,
        authors=(),
        published_at=None,
        text=text,
        text_sha256=text_sha256(text),
    )
    return extract(document, _tagger(), given="-")


def _pairs(case: Case) -> Iterator[tuple[Mark, Quote]]:
    for mark in case.marks:
        best, overlap = None, LEAST_OVERLAP[mark.label]
        for quote in read(case.text).quotes:
            for part in quote.content:
                shared = min(part.end, mark.span.end) - max(part.start, mark.span.start)
                share = 2 * max(0, shared) / (len(part) + len(mark.span))
                if quote.mode == MODES[mark.label] and share >= overlap:
                    best, overlap = quote, share
        if best is not None:
            yield mark, best


@pytest.mark.parametrize("title", CASES)
def test_no_wrong_name(title: str) -> None:
    case = CASES[title]
    known = list(dict.fromkeys(m.value for m in case.marks))
    for mark, quote in _pairs(case):
        if quote.speaker_name is not None:
            assert mark.value != "?", f"{quote.speaker_name} for words that could be another's"
            assert same_speaker(quote.speaker_name, mark.value, known), f"{quote.speaker_name} for {mark.value}"


@pytest.mark.parametrize("title", CASES)
def test_a_quote_without_a_speaker_says_why(title: str) -> None:
    for quote in read(CASES[title].text).quotes:
        assert (quote.speaker_name is None) == (quote.unsure is not None)


@pytest.mark.parametrize("title", [t for t, c in CASES.items() if not c.marks])
def test_nothing_is_said_where_nobody_speaks(title: str) -> None:
    assert not read(CASES[title].text).quotes


def test_most_of_what_a_reader_can_resolve_is_answered() -> None:
    wanted = sum(m.value != "?" for c in CASES.values() for m in c.marks)
    answered = sum(m.value != "?" and q.speaker_name is not None for c in CASES.values() for m, q in _pairs(c))
    assert answered / wanted >= LEAST_ANSWERED, f"{answered} of {wanted}"


@pytest.mark.parametrize(("label", "least"), [("d", 0.97), ("i", 0.95), ("f", 0.6)])
def test_quotes_are_found_and_none_invented(label: str, least: float) -> None:
    gold = sum(m.label == label for c in CASES.values() for m in c.marks)
    given = sum(len(q.content) for c in CASES.values() for q in read(c.text).quotes if q.mode == MODES[label])
    found = sum(m.label == label for c in CASES.values() for m, _ in _pairs(c))
    assert 2 * found / (gold + given) >= least, f"found {found} of {gold}, {given} given"


@pytest.mark.parametrize("part", LEAST_CASES)
def test_there_are_enough_cases(part: str) -> None:
    assert sum(t.startswith(part) for t in CASES) >= LEAST_CASES[part]


def test_there_are_enough_traps() -> None:
    assert sum(c.trap for c in CASES.values()) >= LEAST_TRAPS
