import pytest

from anyq.extract.tagging import features, lexicon, seen
from anyq.extract.tagging.features import is_shouted, shape


@pytest.mark.parametrize(("word", "drawn"), [("Қаз-2024", "Xx-d"), ("АҚШ", "X"), ("ibm", "x"), ("«", "«")])
def test_shape(word: str, drawn: str) -> None:
    assert shape(word) == drawn


@pytest.mark.parametrize(
    ("sentence", "shouted"),
    [
        ("MAYOR DEFENDS BRIDGE BUDGET", True),
        ("NASA and ESA sign", False),
        ("NASA", False),
        ("ҰЛТТЫҚ БАНК МӨЛШЕРЛЕМЕНІ ӨЗГЕРТПЕДІ", True),
    ],
)
def test_a_sentence_set_in_capitals(sentence: str, shouted: bool) -> None:
    assert is_shouted(sentence.split()) is shouted


def test_a_shouted_sentence_is_read_as_it_would_be_written() -> None:
    rows = features(["THE", "MAYOR", "OF", "LISBON", "RESIGNS"], lexicon("en"))
    assert "sh=x" in rows[0]
    assert "sh=Xx" in rows[3]
    assert all("shouted" in row for row in rows)


def test_words_of_a_text_by_how_they_are_written() -> None:
    told = seen([["The", "bank", "of", "Marlow", "fell"], ["MARLOW", "BANK", "FALLS", "AGAIN"]])
    assert told.capital == {"marlow"}
    assert "bank" in told.small
    assert "text=10|Xx" in features(["Marlow"], lexicon("en"), told)[0]
    assert not any(f.startswith("text=") for f in features(["Marlow"], lexicon("en"))[0])
