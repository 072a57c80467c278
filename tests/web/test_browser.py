"""``anyq open`` in a real browser: paste, read, correct; for every eye and without a script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.cli.run import ARTICLE
from tests.page.test_browser import violations
from tests.web.conftest import Served

pytestmark = pytest.mark.browser
PHONE, DESK = 360, 1280


def tab(browser: Browser, *, width: int = DESK, dark: bool = False, script: bool = True) -> Page:
    return browser.new_page(
        viewport=ViewportSize(width=width, height=800),
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        java_script_enabled=script,
        locale="en-GB",
    )


@pytest.fixture
def page(chromium: Browser, served: Served) -> Iterator[Page]:
    """The front page; at the end nothing was complained of and nobody else was asked."""
    complaints: list[str] = []
    asked: list[str] = []
    opened = tab(chromium)
    opened.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    opened.on("pageerror", lambda e: complaints.append(str(e)))
    opened.on("request", lambda r: asked.append(r.url))
    opened.goto(served.address)
    yield opened
    opened.close()
    assert [c for c in complaints if not c.startswith("Failed to load resource")] == []
    assert [url for url in asked if not url.startswith((served.address, "data:", "blob:"))] == []


def test_a_text_is_pasted_read_and_corrected_and_the_correction_holds(page: Page, served: Served) -> None:
    page.get_by_label("Text of the article").fill(ARTICLE)
    page.get_by_role("button", name="Read").click()
    expect(page.locator("#text")).to_contain_text("Мост через Сарысу")
    page.keyboard.press("j")
    page.keyboard.press("0")
    page.keyboard.press("s")
    page.keyboard.type("Айша")
    page.keyboard.press("Enter")
    expect(page.locator("#live")).to_have_text("Corrections saved: 1")
    assert served.desk.read(text=ARTICLE).quotes[0].speaker_name is None
    page.reload()
    expect(page.locator("#panel .item").filter(has_text="seen by a person: Айша").first).to_be_visible()
    page.get_by_role("link", name="another article").click()
    expect(page.get_by_role("heading", name="Read since the start")).to_be_visible()


def test_an_error_stands_above_the_boxes_and_what_was_typed_stays(page: Page) -> None:
    page.get_by_label("Text of the article").fill("   ")
    page.get_by_label("Address of the page").fill("http://127.0.0.1:9/")
    page.get_by_role("button", name="Read").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("Address of the page")).to_have_value("http://127.0.0.1:9/")
    assert violations(page) == []


def test_a_correction_that_could_not_be_kept_says_so(page: Page, served: Served) -> None:
    page.get_by_label("Text of the article").fill(ARTICLE)
    page.get_by_role("button", name="Read").click()
    expect(page.locator("#text")).to_contain_text("Мост через Сарысу")
    page.route("**/amendments", lambda route: route.fulfill(status=500))
    page.keyboard.press("j")
    page.keyboard.press("0")
    page.keyboard.press("s")
    page.keyboard.type("Айша")
    page.keyboard.press("Enter")
    expect(page.locator("#not-kept")).to_be_visible()
    page.unroute("**/amendments")
    page.keyboard.press("s")
    expect(page.locator("#not-kept")).to_be_hidden()


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_front_page_is_usable_by_everyone(
    chromium: Browser, served: Served, ui: str, dark: bool, width: int
) -> None:
    served.client.post("read", data={"text": ARTICLE})
    page = tab(chromium, width=width, dark=dark)
    page.goto(f"{served.address}?ui={ui}")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_without_a_script_the_page_reads_too(chromium: Browser, served: Served) -> None:
    page = tab(chromium, script=False)
    page.goto(f"{served.address}?ui=kk")
    page.locator("#text").fill(ARTICLE)
    page.locator("button[type=submit]").click()
    expect(page.locator("#text")).to_contain_text("Мост через Сарысу")
    expect(page.locator("html")).to_have_attribute("lang", "kk")
    page.close()
