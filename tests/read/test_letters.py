import pytest

from anyq.read import language


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
