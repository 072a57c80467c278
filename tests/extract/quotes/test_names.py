"""The judge of the marked tests itself: which two names it takes for one speaker."""

import pytest

from tests.extract.quotes.names import same_speaker


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Александр Марков", "Александра Маркова"),
        ("Валентин Петров", "Валентина Петрова"),
        ("Рамиль Юсупов", "Рамиля Юсупова"),
        ("банк", "банк «Керуен»"),
        ("представитель", "представитель завода «Луч»"),
        ("министерство", "министерство транспорта Белоречья"),
        ("жена", "жена Бурого"),
        ("источник", "источник в полиции"),
        ("источник в порту", "источник в полиции"),
        ("завод «Луч»", "представитель завода «Луч»"),
    ],
)
def test_another_speaker_is_told_apart(said: str, wanted: str) -> None:
    assert not same_speaker(said, wanted, [wanted])
    assert not same_speaker(wanted, said, [said])


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Марков", "Александр Марков"),
        ("газета «Заря»", "Заря"),
        ("пресс-служба МЧС", "пресс-служба МЧС Приозёрья"),
        ("Алексей Ёлкин", "Алексей Елкин"),
        ("Ева Крон; Олег Лис", "Олег Лис; Ева Крон"),
    ],
)
def test_one_speaker_in_other_words_is_known(said: str, wanted: str) -> None:
    assert same_speaker(said, wanted, [wanted])


def test_a_surname_of_two_names_nobody() -> None:
    assert not same_speaker("Марков", "Александр Марков", ["Александр Марков", "Марков Пётр"])
