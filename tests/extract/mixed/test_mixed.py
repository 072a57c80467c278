"""Articles in two languages, read as the desk reads them."""

from functools import cache

import pytest

from anyq.desk import Desk
from anyq.records import Reading


@cache
def read(text: str) -> Reading:
    return Desk().read(text=text).reading


def said(reading: Reading) -> list[tuple[str | None, str]]:
    text = reading.document.text
    return [(q.speaker_name, " ".join(s.of(text) for s in q.content)) for q in reading.quotes]


WATER = """Ауылда су құбыры тартылды

Еңбек ауылында жаңа су құбыры іске қосылды. «Су бір айдан кейін барлық үйге барады», – деді аудан әкімі Ерлан Досқұлов.

По словам Доскулова, на работы ушло 1,8 млрд тенге. «Мы проложили сорок километров труб», – сообщил начальник стройки \
Андрей Лужин.

Тұрғындар риза. «Дорогу тоже сделаем. Деньги есть», – деді Ерлан Досқұлов. Ол ауылда мектеп салынатынын айтты."""

MARKET = """Рынок в Сарыдале переедет

Директор рынка Павел Нестеров сказал, что торговые ряды перенесут к вокзалу до конца года.

Базар басшысы Павел Нестеровтің айтуынша, жаңа орында екі жүз дүкен болады. «Жалдау ақысы өспейді», – деді қала \
әкімінің орынбасары Гүлнар Сейтбекова.

Продавцы против переезда не возражают. Сейтбекова добавила, что автобусы пойдут туда с мая."""

LATIN = """Aýylda jańa mektep ashyldy

«Mektepte úsh júz bala oqıdy», – dedi aýdan ákimi Erlan Dosqulov. Jańa ǵımarat eki jyl salyndy. \
Buryn balalar kórshi aýylǵa baryp oqyǵan, endi jolǵa ýaqyt ketpeıdi.

По словам Ерлана Доскулова, спортивный зал откроют в декабре этого года. «Учителей хватает», – сказала директор школы \
Ирина Логинова."""


def test_each_language_is_read_by_its_own_rules_in_the_order_of_the_text():
    assert said(read(WATER)) == [
        ("Ерлан Досқұлов", "Су бір айдан кейін барлық үйге барады"),
        ("Ерлан Досқұлов", "на работы ушло 1,8 млрд тенге"),
        ("Андрей Лужин", "Мы проложили сорок километров труб"),
        ("Ерлан Досқұлов", "Дорогу тоже сделаем. Деньги есть"),
        ("Ерлан Досқұлов", "ауылда мектеп салынатынын"),
    ]


@pytest.mark.parametrize("text", [WATER, MARKET, LATIN])
def test_ids_run_in_the_order_of_the_text_and_lead_somewhere(text):
    reading = read(text)
    for letter, rows in (("p", reading.people), ("s", reading.citations), ("q", reading.quotes)):
        assert [r.id for r in rows] == [f"{letter}{n}" for n in range(1, len(rows) + 1)]
    assert [r.id for r in reading.quantities] == [f"n{n}" for n in range(1, len(reading.quantities) + 1)]
    assert [p.mentions[0] for p in reading.people] == sorted(p.mentions[0] for p in reading.people)
    names = {p.id: p.name for p in reading.people}
    assert all(names[q.speaker] == q.speaker_name for q in reading.quotes if q.speaker)
    quotes, quantities = {q.id for q in reading.quotes}, {q.id for q in reading.quantities}
    for claim in reading.claims:
        assert claim.speaker is None or claim.speaker in names
        assert claim.quote is None or claim.quote in quotes
        assert quantities.issuperset(claim.quantities)


def test_a_person_in_both_languages_is_one():
    reading = read(WATER)
    assert [p.name for p in reading.people] == ["Ерлан Досқұлов", "Андрей Лужин"]
    first = reading.people[0]
    assert [m.of(WATER) for m in first.mentions] == ["Ерлан Досқұлов", "Доскулова", "Ерлан Досқұлов"]


def test_a_kazakh_paragraph_of_a_russian_article_is_read_too():
    reading = read(MARKET)
    assert [p.name for p in reading.people] == ["Павел Нестеров", "Гүлнар Сейтбекова"]
    assert ("Гүлнар Сейтбекова", "Жалдау ақысы өспейді") in said(reading)
    assert ("Гүлнар Сейтбекова", "автобусы пойдут туда с мая") in said(reading)
    assert ("Павел Нестеров", "жаңа орында екі жүз дүкен болады") in said(reading)


def test_a_person_in_latin_letters_here_and_in_cyrillic_there_is_one():
    reading = read(LATIN)
    assert reading.document.lang == "kk-Latn"
    assert len(reading.people) == 2
    assert len(reading.people[0].mentions) == 2


def test_a_pronoun_behind_a_stretch_that_its_reader_did_not_see_names_nobody():
    text = (
        "Жиналысты аудан әкімі Ерлан Досқұлов ашты. «Су жетеді», – деді Досқұлов.\n\n"
        "Учительница Ирина Логинова рассказала, что воду теперь не возят из города.\n\n"
        "Ол жыл сайын су тасығанын айтты."
    )
    last = read(text).quotes[-1]
    assert (last.speaker, last.speaker_name, last.unsure) == (None, None, "two_could_be_meant")


def test_the_document_keeps_its_text_and_its_language():
    document = read(WATER).document
    assert (document.text, document.lang) == (WATER, "kk")
