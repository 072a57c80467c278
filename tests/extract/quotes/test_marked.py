"""Who says what in invented newspaper sentences: the answers stand in the texts (tests/data/ru/*.txt)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from anyq.records import Quote, Reading
from tests.extract.quotes.names import same_speaker
from tests.extract.reading import read
from tests.marked import Case, Mark, read_cases

DATA = Path(__file__).parents[2] / "data" / "ru"
FILES = ("direct", "indirect", "resolved", "traps", "blocks", "scope", "antecedents")
CASES = {f"{name}: {case.title}": case for name in FILES for case in read_cases(DATA / f"{name}.txt")}
MODES = {"d": "direct", "i": "indirect", "f": "fragment"}
LEAST_OVERLAP = {"d": 0.8, "i": 0.5, "f": 0.8}  # as the guideline scores them
LEAST_ANSWERED = 0.85
LEAST_TRAPS = 380
LEAST_EXACT = 0.95
LEAST_DEEDS = 15
LEAST_CASES = 1000


def _pairs(case: Case, reading: Reading) -> Iterator[tuple[Mark, Quote]]:
    for mark in case.marks:
        best, overlap = None, LEAST_OVERLAP[mark.label]
        for quote in reading.quotes:
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
    known = [m.value for m in case.marks]
    for mark, quote in _pairs(case, read(case.text)):
        if quote.speaker_name is not None:
            assert mark.value != "?", f"{quote.speaker_name} for words that could be another's"
            assert same_speaker(quote.speaker_name, mark.value, list(dict.fromkeys(known)))


@pytest.mark.parametrize("title", CASES)
def test_a_quote_without_a_speaker_says_why(title: str) -> None:
    for quote in read(CASES[title].text).quotes:
        assert (quote.speaker_name is None) == (quote.unsure is not None)


def test_most_of_what_a_reader_can_resolve_is_answered() -> None:
    wanted = answered = 0
    for case in CASES.values():
        wanted += sum(m.value != "?" for m in case.marks)
        answered += sum(m.value != "?" and q.speaker_name is not None for m, q in _pairs(case, read(case.text)))
    assert answered / wanted >= LEAST_ANSWERED, f"{answered} of {wanted}"


@pytest.mark.parametrize(("label", "least"), [("d", 0.96), ("i", 0.95), ("f", 0.96)])
def test_quotes_are_found_and_none_invented(label: str, least: float) -> None:
    gold = found = given = 0
    for case in CASES.values():
        reading = read(case.text)
        gold += sum(m.label == label for m in case.marks)
        given += sum(len(q.content) for q in reading.quotes if q.mode == MODES[label])
        found += sum(m.label == label for m, _ in _pairs(case, reading))
    assert 2 * found / (gold + given) >= least, f"found {found} of {gold}, {given} given"


def test_there_are_enough_cases_and_traps() -> None:
    assert len(CASES) >= LEAST_CASES
    assert sum(c.trap for c in CASES.values()) >= LEAST_TRAPS


def test_reported_words_begin_and_end_where_the_speaker_does() -> None:
    """Half of the words is enough for a quote to count as found; these cases are about the other half."""
    marks = exact = 0
    for case in read_cases(DATA / "scope.txt"):
        parts = {(p.start, p.end) for q in read(case.text).quotes for p in q.content}
        for mark in (m for m in case.marks if m.label == "i"):
            marks += 1
            exact += any(abs(a - mark.span.start) <= 1 and abs(b - mark.span.end) <= 1 for a, b in parts)
    assert exact / marks >= LEAST_EXACT, f"{exact} of {marks}"


def test_a_deed_and_a_ground_are_no_quotes() -> None:
    unmarked = [c for c in read_cases(DATA / "scope.txt") if not c.marks]
    assert len(unmarked) >= LEAST_DEEDS
    invented = {c.title: [p.of(c.text) for q in read(c.text).quotes for p in q.content] for c in unmarked}
    assert not {t: said for t, said in invented.items() if said}
