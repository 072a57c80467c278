import pytest
from hypothesis import given
from hypothesis import strategies as st

from anyq.extract.quotes.marks import find_quoted
from anyq.text import Span
from anyq.text.segment import paragraphs


def quoted(text: str) -> list[tuple[int, str]]:
    """Depth and words of every stretch in marks; the parts of one over paragraphs joined by " / "."""
    return [(q.depth, " / ".join(p.of(text) for p in q.parts)) for q in find_quoted(text, tuple(paragraphs(text)))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("«Мост готов», – сказал он.", [(0, "Мост готов")]),
        ("„Мост готов“, – сказал он.", [(0, "Мост готов")]),
        ("“Мост готов”, – сказал он.", [(0, "Мост готов")]),
        ('"Мост готов", - сказал он. Газета "Заря".', [(0, "Мост готов"), (0, "Заря")]),
        ('""Мост готов"", - сказал он.', [(0, "Мост готов")]),
        ("««Мост готов»», – сказал он.", [(0, "Мост готов")]),
        ('"Завод "Луч" купил мост", - сказал он.', [(0, 'Завод "Луч" купил мост'), (1, "Луч")]),
        ('"Мост купил "Луч"", - сказал он.', [(0, 'Мост купил "Луч"'), (1, "Луч")]),
        ("«Мост купил «Луч», – сказал он.", [(0, "Мост купил «Луч"), (1, "Луч")]),
        ("«Мост готов, – сказал он. Газета «Заря».", [(0, "Мост готов"), (0, "Заря")]),
        ("Мост готов», – сказал он.", [(0, "Мост готов")]),
        ("Он сказал: «Мост готов.", [(0, "Мост готов.")]),
        ("«Раз.\n\nДва», – сказал он.", [(0, "Раз.\n\nДва")]),
        ("«Раз.\n\n«Два.\n\n«Три», – сказал он.", [(0, "Раз. / Два. / Три")]),
        ("Ширина 5 м, длина 6 м.", []),
    ],
)  # fmt: skip
def test_marks_pair_as_a_reader_pairs_them(text: str, wanted: list[tuple[int, str]]) -> None:
    assert quoted(text) == wanted


def test_a_lost_mark_does_not_swallow_the_text() -> None:
    text = "«Начало без конца. " + "\n\n".join(f"Абзац {n}." for n in range(30)) + "»"
    assert all(len(words) < 200 for _, words in quoted(text))


@given(st.text(alphabet="аб «»„“”\"'.,:—-\n", max_size=80))
def test_any_text_gives_stretches_inside_it(text: str) -> None:
    for q in find_quoted(text, tuple(paragraphs(text))):
        for part in q.parts:
            assert 0 <= part.start < part.end <= len(text)
            assert Span(max(0, q.outer.start), q.outer.end).holds(part)
