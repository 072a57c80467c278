import pytest

from anyq.read import language
from anyq.read.letters import _IN_CYRILLIC, _telling


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Форум открыт", "ru"),
        ("Дала Жаршысы хабарлады: қалада жаңа көпір ашылды, бұл туралы әкімдік айтты.", "kk"),
        ("По сообщению «Дала Жаршысы», агентство «Өріс» выпустило около 6000 материалов о сельском хозяйстве.", "ru"),
        ("Qazaqstanda jańa kópir ashyldy, bul turaly ákimdik aitty.", "kk-Latn"),
        ("Дүниежүзілік банк", "kk"),
        ("Сегодня облачно, ветер юго-западный, днём до +10.", "ru"),
        ("The mayor opened a new bridge over the river on Monday.", "en"),
        ("Der Bürgermeister eröffnete am Montag eine neue Brücke über den Fluss.", "other"),
        ("Belediye başkanı pazartesi günü nehrin üzerinde yeni bir köprü açtı.", "other"),
        ("Міський голова відкрив новий міст через річку, і це було її перше свято.", "other"),
        ("Гарадскі галава адкрыў новы мост праз раку, і людзі ўзрадаваліся.", "other"),
        ("Шаардын мэри дүйшөмбүдө көпүрөнү ачты, бул тууралуу өкмөт билдирди.", "other"),
        (
            "Кметът на града откри нов мост над реката в понеделник сутринта. Според общината по него ще преминават "
            "всеки ден над хиляда коли, а тротоарите са достатъчно широки за велосипеди и детски колички.",
            "other",
        ),
        ("市长周一为大桥揭幕", "other"),
        ("12 345 — 67 %", "other"),
        ("", "other"),
    ],
)
def test_the_letters_tell_the_language(text, expected):
    assert language(text) == expected


# Sentences made up for this test, as a newspaper of each language might print them
OTHERS = {
    "Kyrgyz": [
        "Шаар мэри жаңы көпүрөнү ачты.",
        "Бул тууралуу өкмөттүн басма сөз кызматы билдирди.",
        "Айыл тургундары быйыл түшүм аз болду деп айтышты.",
        "Ал мындай деди: «Биз сууну үнөмдөп колдонобуз».",
        "Мектепке жаңы мугалимдер келди.",
        "Кечээ шаарда жаан жаады, жолдор тайгак болду.",
    ],
    "Ukrainian": [
        "Міський голова відкрив новий міст через річку.",
        "Про це повідомили в прес-службі міста.",
        "Вона сказала, що дорогу відремонтують до осені.",
        "Погода буде теплою та сухою.",
        "Вчора у селі не було води.",
    ],
    "Bulgarian": [
        "Кметът откри нов мост над реката.",
        "Тя каза, че пътят ще бъде готов до есента.",
        "Според общината хората вече минават по него.",
        "Времето ще бъде топло и сухо.",
        "Вчера в селото нямаше вода.",
        "Това съобщиха от пресцентъра.",
    ],
    "Serbian": [
        "Градоначелник је отворио нови мост преко реке.",
        "Она је рекла да ће пут бити завршен до јесени.",
        "Људи су већ почели да прелазе преко њега.",
        "Вода је поскупела.",
        "Јуче у селу није било воде.",
    ],
    "Belarusian": [
        "Гарадскі галава адкрыў новы мост праз раку.",
        "Яна сказала, што дарогу адрамантуюць да восені.",
        "Пра гэта паведамілі ў прэс-службе горада.",
        "Надвор'е будзе цёплым.",
        "Учора ў вёсцы не было вады.",
    ],
    "Tatar": [
        "Шәһәр башлыгы елга аша яңа күпер ачты.",
        "Бу хакта матбугат хезмәте хәбәр итте.",
        "Ул юлның көзгә кадәр әзер булачагын әйтте.",
        "Кичә авылда су булмады.",
        "Яңа мәктәп төзелеп бетте.",
    ],
    "Uzbek": [
        "Шаҳар ҳокими дарё устидан янги кўприк очди.",
        "Бу ҳақда матбуот хизмати хабар берди.",
        "У йўл кузгача тайёр бўлишини айтди.",
        "Кеча қишлоқда сув бўлмади.",
        "Янги мактаб қурилди.",
        "Бино вақтида топширилди.",
    ],
    "Mongolian": [
        "Хотын дарга гол дээгүүр шинэ гүүр нээлээ.",
        "Энэ тухай хэвлэлийн алба мэдээлэв.",
        "Тэрээр замыг намар гэхэд дуусгана гэж хэлсэн.",
        "Өчигдөр тосгонд ус байгаагүй.",
        "Шинэ сургууль баригдлаа.",
    ],
    "Bashkir": [
        "Ҡала башлығы яңы күпер асты.",
        "Был хаҡта матбуғат хеҙмәте хәбәр итте.",
    ],
    "Tajik": [
        "Раиси шаҳр пули нав аз болои дарёро кушод.",
        "Дар ин бора хадамоти матбуот хабар дод.",
        "Дирӯз дар деҳа об набуд.",
    ],
    "Macedonian": [
        "Градоначалникот го отвори новиот мост над реката.",
        "Таа рече дека патот ќе биде готов до есен.",
        "Вчера во селото немаше вода.",
    ],
}


@pytest.mark.parametrize(("name", "sentence"), [(n, s) for n, sentences in OTHERS.items() for s in sentences])
def test_a_sentence_in_another_cyrillic_language_is_not_taken_for_russian_or_kazakh(name, sentence):
    assert language(sentence) == "other", name


@pytest.mark.parametrize("name", OTHERS)
def test_a_text_in_another_cyrillic_language_is_not_taken_for_russian_or_kazakh(name):
    assert language("\n\n".join(OTHERS[name])) == "other"


@pytest.mark.parametrize(
    "sentence",
    [
        "Қала әкімі өзен арқылы жаңа көпір ашты.",
        "Бұл туралы баспасөз қызметі хабарлады.",
        "Ол жолды күзге дейін жөндейді деді.",
        "Кеше ауылда су болмады.",
        "Жаңа мектеп салынды.",
        "Нан бағасы өсті.",
    ],
)
def test_short_kazakh_is_kazakh(sentence):
    assert language(sentence) == "kk"


@pytest.mark.parametrize(
    "sentence",
    [
        "Мэр открыл новый мост через реку.",
        "Она сказала, что дорогу отремонтируют к осени.",
        "Вчера в селе не было воды.",
        "Объект сдан.",
        "Съезд объявил подъём",
        "Субъект — объект.",
        "Дом сдали вовремя.",
        "Город засыпает.",
        "Акимат Кызылорды: воды хватит всем.",
        "Айгуль Сагынбекова стала директором «Нұр жолы».",
        "Иск подан",
        "Аким Жандос Рахметов: «Мост откроют в июне».",
        "В «Қазақстан темір жолы» сообщили, что поезд задержали.",
        "Партия «Өркен» и фонд «Бәйтерек» подписали меморандум.",
        "Рост цен замедлился",
        "Пожар потушен",
        "В прокуратуре отказались комментировать",
        "Ош, 12 мая. Кыргызстан ввёл квоты",
        "Курултай в Бишкеке",
        "Объявлен объезд",
        "Эксперты подъехали к объекту",
        "Съел",
        "Ъ: источники сообщили о сделке",
        "«Ъ» узнал о сделке",
        "Харьков: объём",
        "Газета ВЪДОМОСТИ вышла",
        "У нас нет воды.",
        "Где газ?",
        "Они да мы.",
    ],
)
def test_short_russian_is_russian_whatever_names_and_hard_signs_it_has(sentence):
    assert language(sentence) == "ru"


@pytest.mark.parametrize("sentence", ["The mayor opened a new bridge.", "She said the road would be ready by autumn."])
def test_short_english_is_english(sentence):
    assert language(sentence) == "en"


def test_a_russian_text_with_a_long_quotation_in_kazakh_stays_russian():
    told = "Об этом рассказали на встрече с жителями, которая прошла в новом доме культуры. После неё все разошлись. "
    assert (
        language(told * 2 + "«Қала әкімі өзен арқылы жаңа көпір ашты», – говорится в письме, которое прочли вслух.")
        == "ru"
    )


@pytest.mark.parametrize("lang", _IN_CYRILLIC)
def test_the_words_and_endings_of_a_language_are_written_in_its_letters(lang):
    telling = _telling(lang)
    assert len(telling.words) >= 50
    for word in (*telling.words, *telling.endings):
        assert telling.alphabet.issuperset(word), word


LATIN_OTHERS = {
    "Turkish": ["Belediye başkanı yeni köprüyü pazartesi günü açtı.", "Dün köyde su yoktu, yollar da kapalıydı."],
    "Azeri": ["Şəhər meri çayın üzərində yeni körpü açdı.", "Dünən kənddə su olmadı."],
    "Uzbek": ["Shahar hokimi daryo ustidan yangi koʻprik ochdi.", "Kecha qishloqda suv boʻlmadi, yoʻllar ham yopildi."],
    "Turkmen": ["Şäher häkimi derýanyň üstünden täze köpri açdy.", "Düýn obada suw bolmady."],
    "Crimean Tatar": ["Şeer başı özen üstünde yañı köprü açtı.", "Tünevin köyde suv olmadı, yollar da qapalı edi."],
    "German": ["Gestern gab es im Dorf kein Wasser.", "Die Straße wird bis zum Herbst repariert."],
    "French": ["Le maire a ouvert un nouveau pont sur la rivière.", "Hier, le village était sans eau."],
    "Dutch": ["De burgemeester opende maandag een nieuwe brug.", "Gisteren was er geen water in het dorp."],
    "Danish": ["Borgmesteren åbnede en ny bro over åen i mandags.", "I går var der ikke vand i landsbyen."],
}


@pytest.mark.parametrize(("name", "sentence"), [(n, s) for n, sentences in LATIN_OTHERS.items() for s in sentences])
def test_a_sentence_in_another_language_in_latin_letters_is_not_taken_for_one_that_is_read(name, sentence):
    assert language(sentence) == "other", name


@pytest.mark.parametrize(
    "sentence",
    [
        "Keshe aýylda sý bolmady, joldar da jabyldy.",
        "Ákim jańa kópirdi dúısenbide ashty dep habarlady baspasóz qyzmeti.",
        "Keşe auylda su bolmady, joldar da jabyldy.",
        "Äkim jaña köpırdı düisenbıde aşty dep habarlady.",
        "«Balalar jaqsy daıyndalǵan», – dedi basqarma basshysy.",
    ],
)
def test_kazakh_in_latin_letters_is_kazakh_by_either_alphabet(sentence):
    assert language(sentence) == "kk-Latn"


@pytest.mark.parametrize("sentence", ["Warren plans", "The volcano erupted", "Fares rise", "Mr Pennington declined"])
def test_a_few_words_of_english_are_english(sentence):
    assert language(sentence) == "en"
