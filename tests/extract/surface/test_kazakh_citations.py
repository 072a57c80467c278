"""Whom Kazakh texts cite, of what kind, and through whom."""

import pytest

from tests.extract.surface.test_kazakh_marked import read

CASES = {
    "АСТАНА. ҚазАқпарат – Қалада жаңа көпір ашылды.": {("Kazinform", "publisher_self", None)},
    "ASTANA. KAZINFORM - Qalada jańa kópir ashyldy.": {("Kazinform", "publisher_self", None)},
    "Жол жабылды, деп хабарлайды Reuters.": {("Reuters", "cites", None)},
    "Жол жабылды, деп хабарлады Көлік министрлігі.": {("Көлік министрлігі", "official", None)},
    "Жол жабылды, деп хабарлайды «Өріс» порталы Көлік министрлігіне сілтеме жасап.": {
        ("«Өріс» порталы", "cites", None),
        ("Көлік министрлігі", "official", "«Өріс» порталы"),
    },
    "Жол жабылды. Бұл туралы Reuters Көлік министрлігіне сілтеме жасап хабарлады.": {
        ("Reuters", "cites", None),
        ("Көлік министрлігі", "official", "Reuters"),
    },
    "Сарапшылардың пікірінше, баға өседі.": {("Сарапшылар", "anonymous", None)},
    "Дереккөздердің айтуынша, келісімге ертең қол қойылады.": {("Дереккөздер", "anonymous", None)},
    "Ресми тұлғалардың айтуынша, шекара ашық.": {("Ресми тұлғалар", "anonymous", None)},
    "Статистикаға сүйенсек, сауда артқан.": {("Статистика", "data", None)},
    "Зерттеулер көрсеткендей, балалар аз ұйықтайды.": {("Зерттеулер", "data", None)},
    "Фермер Сағат Бөлекбай CBC News телеарнасына шөптің жетпейтінін айтты.": {("CBC", "broadcast", None)},
    "Әнші Алина Дүйсен Telegram арнасында концерттің кейінге қалғанын жазды.": {("Telegram", "social", None)},
    "Порт директоры Денис Рудь айлақтың салынып жатқанын мәлімдеді, деп хабарлайды Reuters.": {
        ("Reuters", "cites", None)
    },
    "Министр Қанат Ораз жолдың ашылғанын айтты.": set(),
    "Дереккөз: Reuters\nКөпір ашылды.": {("Reuters", "source_line", None)},
}


@pytest.mark.parametrize("text", CASES)
def test_sources_kinds_and_chains(text: str) -> None:
    assert {(c.source, c.kind, c.cited_by) for c in read(text).citations} == CASES[text]


def test_the_medium_that_relays_is_named_beside_the_quote() -> None:
    (quote,) = read("Жол жабылды, деп хабарлайды Reuters Көлік министрлігіне сілтеме жасап.").quotes
    assert (quote.speaker_name, quote.via) == ("Көлік министрлігі", "Reuters")
