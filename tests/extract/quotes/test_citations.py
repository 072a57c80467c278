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


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Тренер Марат Ильясов заявил в интервью газете «Вечерний Кенсай», что уходит.", "Вечерний Кенсай"),
        ("Министр Анна Балаева отметила в эфире радио «Степная волна», что тариф тот же.", "Степная волна"),
        ("Депутат Илья Ганин сообщил в своём Telegram-канале, что подаст в суд.", "Telegram"),
        ("Мэр Инна Гайдай написала на своей странице в Фейсбуке, что мост закрыт.", "Facebook"),
        ("Мэр Инна Гайдай сообщила на пресс-конференции, что мост закрыт.", "пресс-конференция"),
        ("«Мост закрыт», – сказала мэр Инна Гайдай на брифинге.", "брифинг"),
        ("Мэр Инна Гайдай сообщила, что мост закрыт.", None),
        ("Мэр Инна Гайдай сообщила, что форум в Кенсае закрыт.", None),
    ],
)
def test_where_a_thing_was_said(text: str, channel: str | None) -> None:
    (quote,) = read(text).quotes
    assert quote.channel == channel


def test_a_body_cited_after_the_news_of_a_medium_probably_came_through_it() -> None:
    text = "Мост закрыт, передаёт ТАСС. Опоры дали трещину.\n\nПо данным Минтранса, ремонт займёт год."
    assert [(c.source, c.cited_by, c.cited_by_probable) for c in read(text).citations] == [
        ("ТАСС", None, None),
        ("Минтранс", None, "ТАСС"),
    ]


def test_what_is_cited_before_a_medium_did_not_come_through_it() -> None:
    text = "По данным Минтранса, ремонт займёт год. Движение пустят в объезд, передаёт ТАСС."
    assert [c.cited_by_probable for c in read(text).citations] == [None, None]


def test_the_paper_s_own_earlier_news_ends_the_item_of_a_medium() -> None:
    text = "Мост закрыт, передаёт ТАСС. Ранее мы писали о трещине. По данным Минтранса, ремонт займёт год."
    assert [c.cited_by_probable for c in read(text).citations] == [None, None, None]


@pytest.mark.parametrize(
    "text", ["Мост закрыт, рассказали ТАСС в мэрии Кенсая.", "Источник «Интерфакса» утверждает, что мост закрыт."]
)
def test_what_an_agency_was_told_comes_through_it(text: str) -> None:
    (quote,) = read(text).quotes
    assert quote.via in ("ТАСС", "Интерфакс")


def test_one_agency_under_two_names_is_one_source() -> None:
    text = "Мост закрыт, сообщает Associated Press. Движение пустили в объезд, уточняет AP."
    assert [c.source for c in read(text).citations] == ["Associated Press"]


def test_an_agency_that_signs_its_own_text_is_told_things_as_the_publisher() -> None:
    text = "КЕНСАЙ, 3 июня – РИА Новости. Мост закрыт, рассказали РИА Новости в мэрии Кенсая."
    assert cited(text) == [("РИА Новости", "publisher_self", None), ("мэрия Кенсая", "official", None)]


def test_who_spoke_to_the_outlet_itself_came_through_no_medium() -> None:
    text = (
        "Как передаёт портал «Кенсай-Инфо», мост закроют в мае. Собеседник «Дала Жаршысы» в акимате считает, что "
        "ремонт отложат. По данным полиции, авария была одна."
    )
    cited = read(text, outlet="Дала Жаршысы").citations
    assert [c.cited_by_probable for c in cited] == [None] * len(cited)
    assert len(cited) == 3


@pytest.mark.parametrize("told", ["Bild", "РБК", "«Вечернему Кенсаю»", "порталу «59.ру»"])
def test_a_medium_that_was_told_something_is_another_than_the_stated_outlet(told: str) -> None:
    text = f"Директор школы Анна Рысь рассказала {told}, что мест нет."
    assert [c.kind for c in read(text, outlet="Дала Жаршысы").citations] == ["cites"]


def test_the_stated_outlet_was_told_something_itself() -> None:
    text = "Директор школы Анна Рысь рассказала «Вечернему Кенсаю», что мест нет."
    assert [c.kind for c in read(text, outlet="Вечерний Кенсай").citations] == ["publisher_self"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Мэр Олег Ким сказал на брифинге, что мост сдан, а Анна Рысь в интервью газете «Заря» сказала, что нет.",
            ["брифинг", "Заря"],
        ),
        (
            "На брифинге мэр Олег Крамской сказал, что мост готов, а Анна Рысь написала в Telegram, что нет.",
            ["брифинг", "Telegram"],
        ),
        (
            "В интервью газете «Заря» Анна Рысь сказала, что мост готов, и добавила, что денег нет.",
            ["Заря", "Заря"],
        ),
    ],
)
def test_each_saying_of_a_sentence_has_the_place_nearest_to_it(text: str, places: list[str]) -> None:
    assert [q.channel for q in read(text).quotes] == places


def test_a_longer_name_with_the_word_of_an_outlet_is_another_body() -> None:
    text = "Источник в порту «Время Ч» добавил, что рейсы отменены."
    assert [c.kind for c in read(text, outlet="Время").citations] == ["anonymous"]
    assert [c.kind for c in read("Мост закрыт, пишет газета «Заря».", outlet="Заря").citations] == ["publisher_self"]
