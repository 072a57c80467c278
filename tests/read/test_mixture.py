import pytest

from anyq.read import other_languages

KAZAKH = "Ауылда жаңа су құбыры іске қосылды, енді су әр үйге барады."
RUSSIAN = "Подрядчик обещал сдать дорогу до конца октября этого года."
ENGLISH = "The mayor said on Monday that the new bridge would open in May."
KAZAKH_LATIN = "Aýylda jańa sý qubyry iske qosyldy, endi sý ár úıge barady."


def stretches(text, lang):
    return {told: [span.of(text) for span in spans] for told, spans in other_languages(text, lang).items()}


@pytest.mark.parametrize(
    ("own", "lang", "other", "told"),
    [
        (KAZAKH, "kk", RUSSIAN, "ru"),
        (RUSSIAN, "ru", KAZAKH, "kk"),
        (KAZAKH, "kk", ENGLISH, "en"),
        (RUSSIAN, "ru", ENGLISH, "en"),
        (ENGLISH, "en", RUSSIAN, "ru"),
        (ENGLISH, "en", KAZAKH, "kk"),
        (KAZAKH_LATIN, "kk-Latn", RUSSIAN, "ru"),
        (KAZAKH, "kk", KAZAKH_LATIN, "kk-Latn"),
    ],
)
def test_a_paragraph_in_another_language_is_told(own, lang, other, told):
    assert stretches(f"{own}\n\n{other}\n\n{own}", lang) == {told: [other]}


def test_a_sentence_of_its_own_in_another_language_is_told():
    assert stretches(f"{KAZAKH} {RUSSIAN} {KAZAKH}", "kk") == {"ru": [RUSSIAN]}
    assert stretches(f"{RUSSIAN} {KAZAKH} {RUSSIAN}", "ru") == {"kk": [KAZAKH]}


@pytest.mark.parametrize(
    "text",
    [
        f"{KAZAKH} «Воды хватит всем жителям до самой весны», – деді аудан әкімі Ерлан Досқұлов.",
        f"{KAZAKH} Мектеп директоры школу закроют на карантин до понедельника деп хабарлады.",
        f"{KAZAKH} «{RUSSIAN} Деньги на это уже есть», – деді мердігер Андрей Лужин.",
        f"{KAZAKH} Мердігер былай деді: {RUSSIAN}",
        f"{KAZAKH}\n\n«{RUSSIAN}»\n\nДеп жазды мердігер Андрей Лужин.",
        f"Мердігер Андрей Лужин былай деп жазды:\n\n{RUSSIAN}\n\n{KAZAKH}",
        f"– {RUSSIAN} Деньги есть, – деді мердігер Андрей Лужин жиналыста тұрғындарға.",
        f"{KAZAKH}\n\nАндрей Лужин, Ирина Логинова, Пётр Савин",
        f"{KAZAKH}\n\nДорогу сдадут в октябре",
    ],
    ids=["quote", "clause", "quote of two", "colon", "block", "colon and block", "turn", "names", "short"],
)
def test_what_a_kazakh_sentence_reports_stays_with_its_reader(text):
    assert stretches(text, "kk") == {}


def test_names_of_another_script_make_no_other_language():
    text = (
        "В журнал «Desert Rose Weekly» и агентство «Дала Жаршысы» письма не приходили. В посёлке Ақсу Өзен ждут весны."
    )
    assert stretches(f"{RUSSIAN}\n\n{text}", "ru") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Её статья «On weak convergence of random walks and their limits in many dimensions» вышла в прошлом году.",
        "Подробности: https://dala.example/news/road/opened/today/index.html#after-the-first-rain",
    ],
)
def test_a_title_or_an_address_makes_no_other_language(text):
    assert stretches(f"{RUSSIAN}\n\n{text}", "ru") == {}


def test_a_language_that_is_not_read_is_nobodys():
    german = "Der Bürgermeister eröffnete am Montag eine neue Brücke über den Fluss."
    assert stretches(f"{RUSSIAN}\n\n{german}", "ru") == {}
    assert stretches(f"{german}\n\n{RUSSIAN}", "other") == {}
