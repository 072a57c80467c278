"""Whom a text cites, through whom, and as what."""

import pytest

from tests.extract.reading import read


def cited(text: str, outlet: str | None = None) -> list[tuple[str, str, str | None]]:
    return [(c.source, c.kind, c.cited_by) for c in read(text, outlet).citations]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Мост закрыт на год, передаёт «Вестник Приозёрья».", [("Вестник Приозёрья", "cites", None)]),
        (
            "Мост закрыт, сообщает ТАСС со ссылкой на источник в мэрии.",
            [("ТАСС", "cites", None), ("источник в мэрии", "anonymous", "ТАСС")],
        ),
        (
            "ТАСС со ссылкой на источник в мэрии сообщает, что мост закрыт.",
            [("ТАСС", "cites", None), ("источник в мэрии", "anonymous", "ТАСС")],
        ),
        (
            "Мост закроют на год. Об этом сообщает портал «Кенсай-Инфо» со ссылкой на пресс-службу мэрии Кенсая.",
            [("Кенсай-Инфо", "cites", None), ("пресс-служба мэрии Кенсая", "official", "Кенсай-Инфо")],
        ),
        ("По данным Минздрава, эпидемия пошла на спад.", [("Минздрав", "data", None)]),
        ("МОСКВА, 25 мая (Рейтер) - Мост закрыт.", [("Reuters", "publisher_self", None)]),
        ("ТАСС, 17 мая. Мост закрыт.", [("ТАСС", "publisher_self", None)]),
        ("АСТАНА. КАЗИНФОРМ – Мост закрыт на ремонт.", [("Казинформ", "publisher_self", None)]),
        ("Москва. 17 мая. INTERFAX.RU - Мост закрыт на ремонт.", [("Интерфакс", "publisher_self", None)]),
        ("Мост закрыт.\nИсточник: Вестник Приозёрья", [("Вестник Приозёрья", "source_line", None)]),
        ("Мэр Инна Гайдай написала в Facebook, что мост закрыт.", [("Facebook", "social", None)]),
        ("Инна Гайдай рассказала, что мост закрыт.", []),
        ("Мост построил завод «Луч», город его принял.", []),
    ],
)
def test_sources_and_their_chain(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert cited(text) == wanted


def test_an_outlet_that_signs_its_own_text_is_no_source() -> None:
    assert cited("Мост закрыт на год, передаёт «Дала Жаршысы».", "Дала Жаршысы") == [
        ("Дала Жаршысы", "publisher_self", None)
    ]


def test_a_lead_signed_by_the_outlet_itself_is_no_quote() -> None:
    assert read("Мост закрыт на год, передаёт «Дала Жаршысы».", "Дала Жаршысы").quotes == ()


def test_one_source_is_cited_once_at_its_first_mention() -> None:
    text = "Мост закрыт, сообщает ТАСС. Движение пустили в объезд, уточняет ТАСС."
    assert cited(text) == [("ТАСС", "cites", None)]


def test_words_relayed_are_the_deepest_source_s_via_the_medium() -> None:
    (quote,) = read("Мост закрыт, сообщает ТАСС со ссылкой на источник в мэрии.").quotes
    assert (quote.speaker_name, quote.via) == ("источник в мэрии", "ТАСС")
