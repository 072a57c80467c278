import pytest

from anyq.read.encoding import decode

NEWS = (
    "Акимат города сообщил, что ремонт моста через реку завершат до конца года. "
    'Работы идут по графику, сказал руководитель управления. "Опоры целы", добавил он.'
)
DECLARED = [None, "utf-8", "windows-1251", "koi8-r", "iso-8859-1", "no-such-charset", "hex"]


@pytest.mark.parametrize("declared", DECLARED)
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r", "cp866", "iso-8859-5", "utf-16", "utf-8-sig"])
def test_russian_is_recovered_whatever_is_declared(encoding, declared):
    assert decode(NEWS.encode(encoding), declared).text == NEWS


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r"])
@pytest.mark.parametrize("meta", ["utf-8", "koi8-r", "windows-1251", "iso-8859-1"])
def test_a_page_that_declares_a_wrong_encoding_is_recovered(encoding, meta):
    page = f'<html><head><meta charset="{meta}"><title>x</title></head><body><p>{NEWS}</p></body></html>'
    assert NEWS in decode(page.encode(encoding)).text


def test_utf_8_cut_in_the_middle_of_a_character_loses_that_character_only():
    whole = "Мост закрыли"
    assert decode(whole.encode()[:-1], "windows-1251").text == whole[:-1] + "\ufffd"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("«Été» à Noël déjà vu", "windows-1252"), ("Żółć gęślą jaźń", "iso-8859-2"), ("東京で会見した", "shift_jis")],
)
def test_other_scripts_are_left_to_what_is_declared(text, encoding):
    assert decode(text.encode(encoding), encoding).text == text


def test_utf_16_without_a_mark_is_seen_by_its_empty_bytes():
    page = "<html><body>" + NEWS + "</body></html>"
    assert decode(page.encode("utf-16-le")).text == page
    assert decode(page.encode("utf-16-be")).text == page


def test_kazakh_letters_survive():
    text = "Дала Жаршысы хабарлады: «Өріс» агенттігі ұсыныс жіберді, қаңтарда ғана жауап берілді."
    assert decode(text.encode("utf-8"), "windows-1251").text == text
