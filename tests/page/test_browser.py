"""The page in a real browser: reading and pointing, for every eye and every width."""

from dataclasses import replace
from importlib.resources import files

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from anyq.page import Ui, render_html
from anyq.page.article import writable
from anyq.page.words import UIS, written_number
from anyq.records import Reading, encode
from tests.page.conftest import Reader, active
from tests.page.sample import TEXT, long_reading, sample_document, sample_reading
from tests.page.test_render import empty, hostile

pytestmark = pytest.mark.browser
AXE = files("axe_playwright_python") / "axe.min.js"
PHONE, DESK = 360, 1280


def violations(page: Page) -> list[str]:
    """What axe-core finds, in words. axe is put in from outside: the page's own policy would refuse it."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("() => axe.run(document)")
    return [f"{v['id']}: {n['target']} {n['failureSummary']}" for v in found["violations"] for n in v["nodes"]]


def text_of(page: Page) -> str:
    return str(page.evaluate("() => document.getElementById('text').textContent"))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("ui", UIS)
def test_axe_finds_nothing(reader: Reader, ui: Ui, width: int, dark: bool) -> None:
    page = reader.open(
        render_html(sample_reading(), ui=ui, reading_json=encode(sample_reading())), width=width, dark=dark
    ).page
    page.keyboard.press("j")
    page.keyboard.press("2")
    if width == PHONE:
        page.locator("#text .r-q").nth(2).click()
        expect(page.locator("#sheet")).to_be_visible()
    page.locator("#ids").check()
    assert violations(page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_in_the_question_for_a_name(reader: Reader, dark: bool) -> None:
    page = reader.open(render_html(sample_reading()), dark=dark).page
    for key in ("j", "c", "s"):
        page.keyboard.press(key)
    expect(page.locator("#ask")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("reading", [empty(), empty(" \n"), hostile()], ids=["empty", "blank", "hostile"])
def test_axe_finds_nothing_on_a_poor_or_hostile_reading(reader: Reader, reading: Reading) -> None:
    assert violations(reader.open(render_html(reading)).page) == []


def test_the_browser_sees_the_text_unchanged(reader: Reader) -> None:
    assert text_of(reader.open(render_html(sample_reading())).page) == TEXT


def test_the_browser_sees_odd_characters_unchanged(reader: Reader) -> None:
    text = "\n\r\nРаз\r два\x00\x0c\x85\u2028\u202e<b>&amp;\t  три\U0001f600 \ud800\r\n\r\n"
    assert text_of(reader.open(render_html(empty(text))).page) == writable(text)


def test_a_hostile_reading_runs_nothing(reader: Reader) -> None:
    reading = hostile()
    opened = reader.open(render_html(reading, reading_json=encode(reading)))
    dialogs: list[str] = []
    opened.page.on("dialog", lambda d: (dialogs.append(d.message), d.dismiss()))
    for _ in range(3):
        opened.page.keyboard.press("j")
        opened.page.keyboard.press("1")
    for ui in UIS:
        opened.page.locator(f"[data-ui={ui}]").click()
    assert dialogs == []
    assert opened.page.locator("img").count() == 0


def test_the_policy_stops_a_script_that_is_not_ours(reader: Reader) -> None:
    html = render_html(sample_reading()).replace("</footer>", "<script>document.title = 'theirs'</script></footer>")
    opened = reader.open(html)
    assert opened.page.title() != "theirs"
    assert [c for c in opened.complaints if "Content Security Policy" in c]
    opened.complaints.clear()


def test_the_policy_stops_a_request(reader: Reader) -> None:
    html = render_html(sample_reading()).replace(
        "</footer>", '<img src="https://tracker.example/x.png" alt=""></footer>'
    )
    opened = reader.open(html)
    (request,) = (r for r in opened.requests if "tracker" in r.url)
    assert request.failure == "csp"
    assert [c for c in opened.complaints if "Content Security Policy" in c]
    opened.complaints.clear()
    opened.requests.remove(request)


def test_a_note_leads_to_its_words_and_the_words_to_their_note(reader: Reader) -> None:
    page = reader.open(render_html(sample_reading()), height=500).page
    page.locator("#i-q12 .key").click()
    words = page.locator('#text [data-i~="q12"]').first
    expect(words).to_be_in_viewport()
    assert "on" in str(words.get_attribute("class")).split()
    page.locator('#text [data-i~="p0"]').first.click()
    expect(page.locator("#i-p0")).to_be_in_viewport()
    assert active(page) == "p0"


def test_clicking_again_reaches_what_lies_beneath(reader: Reader) -> None:
    page = reader.open(render_html(sample_reading())).page
    words = page.locator('#text [data-i~="n1"]').last
    seen = []
    for _ in range(5):
        words.click()
        seen.append(active(page))
    assert seen == ["n1", "f1", "f0", "q1", "c1"]


def test_a_raised_id_is_a_link_for_the_keyboard(reader: Reader) -> None:
    page = reader.open(render_html(sample_reading())).page
    page.locator("#t-q2").focus()
    page.keyboard.press("Enter")
    assert active(page) == "q2"
    assert page.evaluate("() => document.activeElement.id") == "i-q2"


def test_the_first_stops_of_tab_lead_past_the_rest(reader: Reader) -> None:
    page = reader.open(render_html(sample_reading())).page
    stops = []
    for _ in range(2):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("() => document.activeElement.getAttribute('href')"))
    assert stops == ["#text", "#panel"]
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "panel"


def test_a_layer_switched_off_leaves_no_line_and_no_id(reader: Reader) -> None:
    page = reader.open(render_html(sample_reading())).page
    line = "() => getComputedStyle(document.querySelector('#text .u-s')).textDecorationLine"
    assert page.evaluate(line) == "underline"
    page.locator("[data-layer=s]").uncheck()
    assert page.evaluate(line) == "none"
    expect(page.locator("#t-s0")).to_be_hidden()
    assert text_of(page) == TEXT


def test_every_word_changes_with_the_language(reader: Reader) -> None:
    page = reader.open(render_html(sample_reading(), ui="ru")).page
    page.keyboard.press("j")
    page.keyboard.press("0")
    page.locator("[data-ui=en]").click()
    shown = page.locator("body").inner_text()
    assert "Who said what" in shown
    assert "Separate sources cited: 3" in shown
    assert "17 March 2025, 14:05" in shown
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("#panel").get_attribute("aria-label") == "Notes"
    others = page.evaluate("() => [...document.querySelectorAll('[data-m]')].map((e) => e.textContent).join(' ')")
    assert "прочитано" not in others
    page.keyboard.press("u")
    assert "в пересказе" not in page.locator("#i-q0").inner_text()
    assert "read by machine" in page.locator("#i-q0").inner_text()


@pytest.mark.parametrize("ui", UIS)
def test_the_switch_writes_numbers_as_python_does(reader: Reader, ui: Ui) -> None:
    values = [6000, 2_100_000_000, -3.2, 0.93, 1234567.5, 0, 1e-4]
    made = replace(sample_reading().quantities[4], unit=None, counted=None)
    quantities = tuple(replace(made, low=value, high=value) for value in values)
    reading = Reading("-", sample_document(), quantities=quantities)
    page = reader.open(render_html(reading, ui="en" if ui != "en" else "ru")).page
    page.locator(f"[data-ui={ui}]").click()
    shown = [said.strip() for said in page.locator("#sec-n .value").all_text_contents()]
    assert shown == [written_number(value, ui) for value in values]


@pytest.mark.parametrize("ui", UIS)
def test_nothing_is_wider_than_the_screen(reader: Reader, ui: Ui) -> None:
    document = replace(sample_document(), title="Преувеличеннодлинноесловобезединогопробела" * 3)
    page = reader.open(render_html(replace(sample_reading(), document=document), ui=ui)).page
    page.keyboard.press("j")
    page.keyboard.press("1")
    for width in (320, PHONE, 768, 1024, 1920):
        page.set_viewport_size(ViewportSize(width=width, height=700))
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_on_a_phone_a_touch_opens_a_sheet_that_does_not_hide_the_words(reader: Reader) -> None:
    page = reader.open(render_html(sample_reading()), width=PHONE, height=740).page
    words = page.locator('#text [data-i~="q7"]').first
    words.click()
    sheet = page.locator("#sheet")
    expect(sheet).to_contain_text("Лидия Паршина")
    top = sheet.bounding_box()
    at = words.bounding_box()
    assert top is not None
    assert at is not None
    assert 0 <= at["y"] < top["y"]
    sheet.get_by_role("button", name="Асель Омарова").click()
    expect(sheet.locator(".who")).to_contain_text("Асель Омарова")
    sheet.get_by_role("button", name="закрыть").click()
    expect(sheet).to_be_hidden()
    expect(page.locator("#bar")).to_be_in_viewport()


def test_without_script_the_page_can_be_read_and_its_links_lead_somewhere(reader: Reader) -> None:
    page = reader.open(render_html(sample_reading()), script=False).page
    expect(page.locator("#i-q0")).to_be_visible()
    expect(page.locator(".langs")).to_be_hidden()
    page.locator("#i-q12 .key").click()
    assert page.url.endswith("#t-q12")


def test_in_print_ids_are_shown_and_controls_are_not(reader: Reader) -> None:
    page = reader.open(render_html(sample_reading())).page
    page.keyboard.press("j")
    page.keyboard.press("1")
    page.emulate_media(media="print")
    for shown in ("#t-p0", "#t-q0", "#i-q0"):
        expect(page.locator(shown)).to_be_visible()
    for hidden in (".langs", "#bar", ".act", "#panel > nav", "#ids"):
        expect(page.locator(hidden)).to_be_hidden()
    assert page.evaluate("() => getComputedStyle(document.querySelector('#i-q0')).display") == "table-row"
    assert page.evaluate("() => getComputedStyle(document.querySelector('#text .direct')).borderBottomStyle") == "solid"


def test_a_text_of_200_kb_is_shown_walked_and_said_in_another_language(reader: Reader) -> None:
    reading = long_reading(200_000)
    opened = reader.open(render_html(reading))
    assert text_of(opened.page) == reading.document.text
    for _ in range(20):
        opened.page.keyboard.press("j")
    assert active(opened.page) == "q19"
    opened.page.locator("[data-ui=en]").click()
    assert "read by machine" in opened.page.locator("#i-q990").inner_text()
