"""Whoever and whatever country a sentence is about, what the model sees of it stays the same."""

import pytest

from anyq.extract.claims.masks import blots, masks
from anyq.text import Span


def worded(lang: str, text: str, **names: str) -> str:
    """``text`` as the model sees it; ``names`` are those that a tagger found: PER="Ана Ким"."""
    spans = [(Span(text.index(n), text.index(n) + len(n)), kind) for kind, n in names.items()]
    known = masks(lang)
    return known.worded(known.known(known.blotted(text, sorted(spans))))


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("ru", "Экспорт из Германии вырос.", "Экспорт из Канады вырос."),
        ("ru", "Об этом сообщает ТАСС.", "Об этом сообщает «Коммерсантъ»."),
        ("ru", "Партия «Рассвет» победила.", "Партия «Новый берег» победила."),
        ("ru", "Так решили республиканцы.", "Так решили демократы."),
        ("ru", "Пишет газета «Вести Приречья».", "Пишет газета «Степь»."),
        ("en", "Exports from Germany rose.", "Exports from South Korea rose."),
        ("en", "The Guardian reported it.", "Reuters reported it."),
        ("en", "The Sunrise Party won.", "The Unity of the Land Party won."),
        ("kk", "Германияда зауыт жабылды.", "Қытайда зауыт жабылды."),
        ("kk", "Германиядан келген бидай.", "Түркиядан келген бидай."),
        ("kk", "«Таң» партиясы жеңді.", "«Жаңа жаға» партиясы жеңді."),
        ("kk", "Бұл туралы Reuters хабарлады.", "Бұл туралы «Егемен Қазақстан» хабарлады."),
    ],
)
def test_a_name_gives_way_to_a_word_of_its_kind(lang: str, one: str, other: str) -> None:
    assert worded(lang, one) == worded(lang, other) != one


def test_a_name_that_the_tagger_found_goes_with_its_ending() -> None:
    assert worded("kk", "Мұны Ахметовтің өзі айтты.", PER="Ахметов") == "Мұны біреу өзі айтты."
    assert worded("en", "It was Smith's plan.", PER="Smith") == "It was someone plan."


def test_two_names_that_a_tagger_takes_for_one_count_as_one() -> None:
    one = worded("kk", "Ержан Сатыбалдин Германияда зауыт жабылғанын айтты.", PER="Ержан Сатыбалдин Германияда")
    assert one == worded("kk", "Ержан Сатыбалдин Германияда зауыт жабылғанын айтты.", PER="Ержан Сатыбалдин")


def test_what_a_list_knows_is_told_apart_from_the_name_around_it() -> None:
    assert worded("en", "So Labour leader Ann Lee said.", PER="Labour leader Ann Lee") == "So a party someone said."


def test_a_given_name_belongs_to_its_surname_whatever_the_tagger_says() -> None:
    assert (
        worded("en", "According to Victor Salter, it rains.", LOC="Victor Salter") == "According to someone, it rains."
    )
    assert worded("kk", "Серік Тоғанбай келді.", PER="Тоғанбай") == "біреу келді."


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Мы собираем зелёные яблоки и слушаем голос народа."),
        ("en", "Rising labour costs and green voters; the party was fun."),
        ("kk", "Данияр келді, ауыл гүлденді, әділет орнады."),
    ],
)
def test_a_common_word_or_a_longer_one_is_no_party_and_no_country(lang: str, text: str) -> None:
    assert worded(lang, text).count("партия") + worded(lang, text).count("a party") == 0
    assert "ел " not in worded(lang, text)


def test_no_word_list_finds_a_word_in_a_name() -> None:
    assert blots(masks("ru").blotted("Закон принят в Судане.", [(Span(15, 21), "LOC")])) == "Закон принят в _."
