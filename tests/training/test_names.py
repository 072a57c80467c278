from pathlib import Path

import pytest
from training.names import HERE, OWN, WIKIGOLD, alone, texts

FEWEST = 300


def test_iob1_opens_a_name_without_b(tmp_path: Path) -> None:
    path = tmp_path / "x.conll"
    path.write_text(
        "-DOCSTART- O\n\nAnn I-PER\nLee I-PER\nof O\nLisbon I-LOC\n\nIt O\n\n-DOCSTART- O\n\nX I-MISC\n", "utf-8"
    )
    one, two = texts(path, WIKIGOLD)
    assert one == [(["Ann", "Lee", "of", "Lisbon"], ["B-PER", "I-PER", "O", "B-LOC"]), (["It"], ["O"])]
    assert two == [(["X"], ["O"])]


@pytest.mark.parametrize("lang", ["kk", "en"])
def test_our_own_sentences_are_well_formed(lang: str) -> None:
    rows = [row for text in alone(HERE / "data" / f"names_{lang}.iob", OWN) for row in text]
    assert len(rows) >= FEWEST
    for words, tags in rows:
        before = "O"
        for word, tag in zip(words, tags, strict=True):
            assert tag == "O" or tag[2:] in OWN, word
            assert tag[:1] != "I" or before[2:] == tag[2:], (word, tag)
            before = tag
