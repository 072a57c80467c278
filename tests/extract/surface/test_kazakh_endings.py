"""Kazakh endings: names come out in the nominative, endings that only look like one stay."""

import pytest

from anyq.extract.surface.kazakh import Kazakh
from anyq.extract.surface.kazakh_endings import bare, case_of, is_owned, is_plural

GRAMMAR = Kazakh()

NOMINATIVES = """
Айгүлге Айгүл | Айгүлдің Айгүл | Симсты Симс | Симстың Симс | Қонаевтың Қонаев | Сергеевке Сергеев
Ахметовтен Ахметов | Ахметовпен Ахметов | Омарованың Омарова | Омароваға Омарова | Омарованы Омарова
Омаровамен Омарова | Баймұхановқа Баймұханов | Ким-нің Ким | Кимнен Ким | Пушкиннің Пушкин | Ержаннан Ержан
Ержанның Ержан | Ержанмен Ержан | Болатқа Болат | Болаттан Болат | Қайратты Қайрат | Әсельге Әсель
Мерейден Мерей | Тасболаттың Тасболат | Уилкинске Уилкинс | Мюллердің Мюллер | Мюллерге Мюллер
Громовтың Громов | Ханзаданың Ханзада | Құдайбергеннің Құдайберген | Жомартбектің Жомартбек
Жүсіпбекке Жүсіпбек | Нұрлыбайдың Нұрлыбай | Сүлейменнің Сүлеймен | Сатыбалдының Сатыбалды | Сұлтанның Сұлтан
Аслан Аслан | Сұлтан Сұлтан | Арыстан Арыстан | Марина Марина | Дана Дана | Айда Айда | Фарида Фарида
Ольга Ольга | Сатыбалды Сатыбалды | Ерден Ерден | Сүлеймен Сүлеймен | Зайда Зайда | Рубен Рубен | АҚШ-тың АҚШ
БҰҰ-ның БҰҰ | UNESCO-ға UNESCO | Tramptyń Tramp | Daımonǵa Daımon | Toqaevtyń Toqaev | Nalestiń Nales
Äbdırahmannyñ Äbdırahman
""".replace("\n", " | ").split(" | ")


@pytest.mark.parametrize("pair", [p for p in NOMINATIVES if p])
def test_a_name_sheds_its_case_ending_and_nothing_else(pair: str) -> None:
    written, wanted = pair.split()
    assert GRAMMAR.nominative([written]) == wanted


PHRASES = {
    "баспасөз қызметіне": "баспасөз қызметі",
    "« Отбасы банкінің » баспасөз қызметіне": "«Отбасы банкі» баспасөз қызметі",
    '" Отбасы банкінің " баспасөз қызметі': '"Отбасы банкі" баспасөз қызметі',
    "Қаржы министрлігінің": "Қаржы министрлігі",
    "тұрғындардың": "тұрғындар",
    "куәгерлерге": "куәгерлер",
    "Еңбек министрліктерінен": "Еңбек министрліктері",
    "Kazinform агенттігінде": "Kazinform агенттігі",
    "Eńbek mınıstrligine": "Eńbek mınıstrligi",
    "Eñbek ministrlıgıne": "Eñbek ministrlıgı",
    "қала әкімінің": "қала әкімі",
    "облыстық сотпен": "облыстық сот",
}


@pytest.mark.parametrize("written", PHRASES)
def test_a_phrase_keeps_its_possessive(written: str) -> None:
    assert GRAMMAR.nominative(written.split()) == PHRASES[written]


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("министрліктің", "gen"), ("министрге", "dat"), ("қызметіне", "dat"), ("сотты", "acc"), ("қызметін", "acc"),
        ("мектепте", "loc"), ("хабарламасында", "loc"), ("полициядан", "abl"), ("қызметінен", "abl"),
        ("басшысымен", "ins"), ("қаладағы", "attr"), ("газетіндегі", "attr"),
        ("министрі", "nom"), ("капитаны", "nom"), ("тұрғындары", "nom"), ("сот", "nom"), ("қорғаушы", "nom"),
    ],
)  # fmt: skip
def test_the_case_of_a_noun(word: str, case: str) -> None:
    assert case_of(word).case == case


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("министрлігінің", "министрлік"), ("агенттігі", "агенттік"), ("қызметінен", "қызмет"),
        ("тұрғындардың", "тұрғын"), ("өкілдерінің", "өкіл"), ("клубының", "клуб"), ("тобы", "топ"),
        ("тілшісі", "тілші"), ("басшысына", "басшы"), ("соты", "сот"), ("қаладан", "қала"),
    ],
)  # fmt: skip
def test_a_listed_noun_comes_out_without_any_ending(word: str, stem: str) -> None:
    assert bare(word) == stem


def test_a_possessive_is_told_from_a_bare_noun() -> None:
    assert is_owned("министрі")
    assert is_owned("өкілдері")
    assert not is_owned("министр")
    assert not is_owned("қорғаушы")


def test_a_plural_is_told_with_and_without_a_possessive() -> None:
    assert is_plural("тұрғындар")
    assert is_plural("өкілдерінің")
    assert not is_plural("министр")


def test_forms_of_a_surname_have_one_stem_in_every_spelling() -> None:
    assert len({GRAMMAR.stem(w) for w in ("Қонаев", "Қонаевтың", "Қонаевқа", "Қонаевпен")}) == 1
    assert len({GRAMMAR.stem(w) for w in ("Daımon", "Daımonǵa", "Daımonnyń")}) == 1
    assert len({GRAMMAR.stem(w) for w in ("Äbdırahman", "Äbdırahmanğa")}) == 1
