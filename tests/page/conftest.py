"""Pages opened in the browser, with all that they complain of."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, ViewportSize


@dataclass
class Opened:
    """A page in the browser, with all that it complained of and asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)


class Reader:
    """Opens HTML as a person would: from a file."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser = browser
        self.folder = folder
        self.opened: list[Opened] = []

    def open(
        self, html: str, *, width: int = 1280, height: int = 800, dark: bool = False, script: bool = True
    ) -> Opened:
        path = self.folder / f"page-{len(self.opened)}.html"
        path.write_text(html, "utf-8", newline="")
        page = self.browser.new_page(
            viewport=ViewportSize(width=width, height=height),
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            accept_downloads=True,
            java_script_enabled=script,
            locale="en-GB",
        )
        opened = Opened(page)
        page.on("console", lambda m: opened.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: opened.complaints.append(str(e)))
        page.on("request", lambda r: opened.requests.append(r))
        page.goto(path.as_uri())
        self.opened.append(opened)
        return opened


def active(page: Page) -> str | None:
    item = page.locator("#panel .item.on")
    return item.get_attribute("data-k") if item.count() else None


@pytest.fixture
def reader(chromium: Browser, tmp_path: Path) -> Iterator[Reader]:
    """After the test: the page has complained of nothing and asked for nothing but itself."""
    found = Reader(chromium, tmp_path)
    yield found
    for opened in found.opened:
        opened.page.close()
        assert opened.complaints == []
        asked = [r.url for r in opened.requests if not r.url.startswith(("file://", "data:", "blob:"))]
        assert asked == []
        assert sum(r.url.startswith("file://") for r in opened.requests) == 1
