"""Kazakh in Latin letters comes out in Cyrillic, by both alphabets, and every letter knows where it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anyq.extract.surface.kazakh_script import is_dotted, spelled, spelling

ACUTE = {
    "málimdedi": "мәлімдеді", "habarlaıdy": "хабарлайды", "mınıstrligi": "министрлігі", "jańa": "жаңа",
    "ǵalym": "ғалым", "kórsetti": "көрсетті", "úkimet": "үкімет", "turǵyn": "тұрғын", "sý": "су", "shyǵarma": "шығарма",
    "ocherk": "очерк", "beısenbi": "бейсенбі", "kompanııa": "компания", "aıtsa": "айтса",
    "polıtsııa": "полиция", "qoıan": "қоян", "Izraıl": "израйл", "JPMorgan": "жпморган",
}  # fmt: skip
DOTTED = {
    "mälımdedı": "мәлімдеді", "jaña": "жаңа", "ğalym": "ғалым", "körsettı": "көрсетті",
    "ükımet": "үкімет", "tūrğyn": "тұрғын", "su": "су", "şyğarma": "шығарма", "beisenbı": "бейсенбі",
    "ministrlıgı": "министрлігі",
}  # fmt: skip


@pytest.mark.parametrize("word", ACUTE)
def test_the_alphabet_of_2018(word: str) -> None:
    assert spelled(word, dotted=False).form == ACUTE[word]


@pytest.mark.parametrize("word", DOTTED)
def test_the_alphabet_of_2021(word: str) -> None:
    assert spelled(word, dotted=True).form == DOTTED[word]


def test_the_alphabet_is_that_of_the_letters_that_only_one_has() -> None:
    assert is_dotted("Qala äkımı tūrğyndarmen kezdestı")
    assert not is_dotted("Qala ákimi turǵyndarmen kezdesti")


def test_a_word_without_such_letters_follows_its_text() -> None:
    assert spelling("Jaña ministr keldı")("ministr") == "министр"
    assert spelling("Jańa mınıstr keldi")("mınıstr") == "министр"
    assert spelling("Jańa mınıstr keldi")("Mınıstr") == "Министр"


def test_cyrillic_stays_as_it_is() -> None:
    assert spelling("Қала әкімі")("Әкімі") == "Әкімі"


@given(st.text(alphabet="aábdefgǵhiıjklmnńoópqrstuúvyýzABSHIÁ", min_size=1, max_size=12), st.booleans())
def test_every_letter_ends_where_the_next_begins(word: str, dotted: bool) -> None:
    shape = spelled(word, dotted=dotted)
    assert len(shape.ends) == len(shape.form) + 1
    assert shape.ends[0] == 0
    assert shape.ends[-1] == len(word)
    assert list(shape.ends) == sorted(shape.ends)
