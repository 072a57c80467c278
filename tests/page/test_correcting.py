"""Corrections in a real browser: keys, the name, the file, and what is told."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from anyq.page import render_html
from anyq.records import Amendment, decode_amendment
from anyq.records.amendment import apply_amendments
from tests.page.conftest import Reader, active
from tests.page.sample import sample_reading

pytestmark = pytest.mark.browser


def saved(page: Page, folder: Path, *, by: str = "Айша") -> list[Amendment]:
    page.keyboard.press("s")
    with page.expect_download() as caught:
        if page.locator("#ask").is_visible():
            page.keyboard.type(by)
            page.keyboard.press("Enter")
    path = folder / caught.value.suggested_filename
    caught.value.save_as(path)
    assert path.name.endswith(".jsonl")
    return [decode_amendment(line) for line in path.read_bytes().splitlines()]


def test_corrections_by_keyboard_end_in_a_file_of_amendments(reader: Reader, tmp_path: Path) -> None:
    reading = sample_reading()
    page = reader.open(render_html(reading)).page
    for keys in ("j", "c", "jj", "2", "jjj", "d", "jjj", "5", "j", "0", "k", "j"):
        for key in keys:
            page.keyboard.press(key)
    assert active(page) == "q9"
    expect(page.locator("#count")).to_have_text("Изменено цитат: 5")
    found = saved(page, tmp_path)
    text = reading.document.text
    assert [(a.action, a.speaker_name) for a in found] == [
        ("confirm", "источник в акимате области"),
        ("speaker", "Тимур Сейтказин"),
        ("drop", None),
        ("speaker", "Марина Котова"),
        ("null", None),
    ]
    assert all(
        a.by == "Айша" and a.target_span.of(text) == a.target_text and a.url == reading.document.url for a in found
    )
    after = apply_amendments(reading, found)
    names = {q.id: q.speaker_name for q in after.quotes}
    assert names["q3"] == "Тимур Сейтказин"
    assert names["q9"] == "Марина Котова"
    assert "q6" not in names
    assert next(q for q in after.quotes if q.id == "q1").seen_by is not None
    again = render_html(after)
    assert "просмотрено человеком: Айша" in again


def test_an_interrupted_quote_is_named_from_its_first_to_its_last_character(reader: Reader, tmp_path: Path) -> None:
    page = reader.open(render_html(sample_reading())).page
    for key in "jjjc":
        page.keyboard.press(key)
    (amendment,) = saved(page, tmp_path)
    assert "– сказала Омарова. –" in amendment.target_text


def test_undo_takes_back_step_by_step(reader: Reader) -> None:
    page = reader.open(render_html(sample_reading())).page
    who = page.locator("#i-q0 .who")
    before = who.inner_text()
    for key in ("j", "2", "d", "0"):
        page.keyboard.press(key)
    assert "не установлено" in who.inner_text()
    page.keyboard.press("u")
    assert "dropped" in str(page.locator("#i-q0").get_attribute("class"))
    page.keyboard.press("u")
    assert "Тимур Сейтказин" in who.inner_text()
    page.keyboard.press("u")
    assert who.inner_text() == before
    assert "прочитано машиной" in page.locator("#i-q0").inner_text()
    expect(page.locator("#bar")).to_be_hidden()


def test_the_last_word_about_a_quote_is_the_one_saved(reader: Reader, tmp_path: Path) -> None:
    page = reader.open(render_html(sample_reading())).page
    for key in ("j", "1", "2", "c"):
        page.keyboard.press(key)
    (amendment,) = saved(page, tmp_path)
    assert (amendment.action, amendment.speaker_name) == ("confirm", "Тимур Сейтказин")


def test_the_name_is_asked_once(reader: Reader, tmp_path: Path) -> None:
    page = reader.open(render_html(sample_reading())).page
    for key in ("j", "c"):
        page.keyboard.press(key)
    assert len(saved(page, tmp_path)) == 1
    assert "сохранено в файл" in page.locator("#i-q0").inner_text()
    for key in ("j", "c"):
        page.keyboard.press(key)
    with page.expect_download() as caught:
        page.keyboard.press("s")
    rows = Path(caught.value.path()).read_bytes().splitlines()
    assert {decode_amendment(row).by for row in rows} == {"Айша"}
    assert len(rows) == 2


def test_without_a_name_nothing_is_saved(reader: Reader) -> None:
    page = reader.open(render_html(sample_reading())).page
    for key in ("j", "c", "s"):
        page.keyboard.press(key)
    page.locator("#ask button[value=no]").click()
    expect(page.locator("#ask")).to_be_hidden()
    assert "не сохранено" in page.locator("#i-q0").inner_text()


def test_keys_work_in_a_cyrillic_layout_by_their_place(reader: Reader) -> None:
    page = reader.open(render_html(sample_reading())).page
    press = "([key, code]) => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, code, bubbles: true}))"
    page.evaluate(press, ["о", "KeyJ"])
    page.evaluate(press, ["о", "KeyJ"])
    page.evaluate(press, ["л", "KeyK"])
    assert active(page) == "q0"
    page.evaluate(press, ["ә", "Digit2"])
    assert "Тимур Сейтказин" in page.locator("#i-q0 .who").inner_text()


def test_letters_with_ctrl_and_letters_in_a_field_are_left_alone(reader: Reader) -> None:
    page = reader.open(render_html(sample_reading())).page
    page.keyboard.press("Control+j")
    assert active(page) is None
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.keyboard.press("s")
    page.keyboard.type("dd")
    assert page.locator("#by").input_value() == "dd"
    page.keyboard.press("Escape")
    assert "dropped" not in str(page.locator("#i-q0").get_attribute("class"))


def test_the_keys_can_be_switched_off(reader: Reader) -> None:
    page = reader.open(render_html(sample_reading())).page
    page.locator("#keys summary").click()
    page.locator("#keys-on").uncheck()
    page.keyboard.press("j")
    assert active(page) is None


def test_what_happened_is_told_to_a_screen_reader(reader: Reader) -> None:
    page = reader.open(render_html(sample_reading())).page
    live = page.locator("#live")
    page.keyboard.press("1")
    expect(live).to_have_text("Сначала выберите цитату: j или k")
    page.keyboard.press("j")
    expect(live).to_have_text("q1: источник в акимате области")
    page.keyboard.press("0")
    expect(live).to_have_text("q1: кто сказал — не установлено")
    page.keyboard.press("9")
    expect(live).to_have_text("Под номером 9 никого нет")
