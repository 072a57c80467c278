"""English characters: single marks, ends of sentences, words."""

import pytest

from anyq.extract.surface.english_text import double_marks, english_sentences, english_words
from anyq.text import Span


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("‘Go,' she said.", "“Go,” she said."),
        ("'It's over,' he said.", "“It's over,” he said."),
        ("The workers' hall and the '90s stay.", "The workers' hall and the '90s stay."),
        ("“He said ‘go' twice.”", "“He said ‹go› twice.”"),
        ("\"He said 'go' twice.\"", '"He said ‹go› twice."'),
        ("‘The workers' hall is ours', he said.", "“The workers' hall is ours”, he said."),
        ("He said: 'It is dead.\n'Nobody votes for it.'", "He said: “It is dead.\n“Nobody votes for it.”"),
        (
            "He said: 'It is dead.\nNobody votes for it,' he said.",
            "He said: “It is dead.\nNobody votes for it,” he said.",
        ),
        ("James' book, Davis's pen, don't, O'Neill", "James' book, Davis's pen, don't, O'Neill"),
    ],
)
def test_single_marks_are_read_as_marks_and_apostrophes_are_left(written: str, read: str) -> None:
    assert double_marks(written) == read


@pytest.mark.parametrize("text", ["‘Go,' she said.", "'A 'b' c'", "\"'", "'\n'\n‘x", "a 'b\n\nc' d ‘e"])
def test_no_offset_moves(text: str) -> None:
    assert len(double_marks(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Gov. Hale met Sen. Poe. They spoke.", 2),
        ("It opens on Nov. 5. It closes in May.", 2),
        ("The U.S. Senate sat. The U.S. The end came.", 3),
        ("John Q. Public came at 5 p.m. on Friday.", 1),
        ("Smith & Co. said so. He left.", 2),
        ("“We won.” He left.", 2),
        ("J. K. Hale wrote it. We read it!", 2),
        ("No. 5 was empty. No. He left.", 3),
    ],
)
def test_abbreviations_end_no_sentence(text: str, count: int) -> None:
    assert len(list(english_sentences(text, Span(0, len(text))))) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't go.", ["Do", "n't", "go", "."]),
        ("Toyota's plant", ["Toyota", "'s", "plant"]),
        ("the workers' hall", ["the", "workers", "'", "hall"]),
        ("Gov. O'Neill, 34,", ["Gov.", "O'Neill", ",", "34", ","]),
        ("a 13-year-old at 5 p.m.", ["a", "13-year-old", "at", "5", "p.m."]),
        ("U.S. al-Masri $26,750", ["U.S.", "al-Masri", "$26,750"]),
        ("R. J. Hale", ["R.", "J.", "Hale"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [w.of(text) for w in english_words(text, Span(0, len(text)))] == words
