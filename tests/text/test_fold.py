"""Marks of wikis, TeX and tables are made plain without moving one character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anyq.text import Span, plain
from anyq.text.segment import sentences


@given(st.text(alphabet="аБi'`\"«»[/:] .,!\n\u2018\u2019\u00a0", max_size=60))
def test_no_character_moves(text: str) -> None:
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("заявив: ''«Не верю»''.", "заявив:   «Не верю»  ."),
        ("''Мы строим'', — сказал", " «Мы строим» , — сказал"),
        ("``Мост открыт``, - сказал", " «Мост открыт» , - сказал"),
        ("тариф «8 %``, который", "тариф «8 %» , который"),
        ("'Играть в 'Горняке' трудно', - сказал", "«Играть в «Горняке» трудно», - сказал"),
        ("команда О'Нила, rock'n'roll", "команда О'Нила, rock'n'roll"),
        ("Ceргей из IT-отдела", "Сергей из IT-отдела"),
        ("[https://a.org/b говорится в] письме", f"{chr(32) * 17}говорится в  письме"),
    ],
)
def test_marks_are_made_plain(written: str, read: str) -> None:
    assert plain(written) == read


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Мост закрыли.Ранее его чинили.", 2),
        ("Движение перекрыто.«Ждите», — сказал он.", 2),
        ("На ул.Речная и в Лента.Ру тихо.", 1),
        ("Приехал В.Сомов.", 1),
    ],
)
def test_a_sentence_ends_where_its_space_was_lost(text: str, count: int) -> None:
    assert len(list(sentences(text, Span(0, len(text))))) == count
