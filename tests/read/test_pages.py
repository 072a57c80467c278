"""Whole pages in the styles of many sites: tests/data/pages/expected.toml says what a reader sees."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from anyq.read import read_bytes

PAGES = Path(__file__).parents[1] / "data" / "pages"
ALL_EXAMPLES = Path(__file__).parents[2] / "examples"
EXAMPLES = ALL_EXAMPLES / "ru"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((PAGES / "expected.toml").read_text("utf-8"))


@pytest.fixture(params=sorted(EXPECTED))
def page(request: pytest.FixtureRequest) -> tuple[Any, dict[str, Any]]:
    return read_bytes((PAGES / request.param).read_bytes()), EXPECTED[request.param]


def test_every_page_has_its_expectation():
    assert {p.name for p in PAGES.glob("*.html")} == set(EXPECTED)
    assert len(EXPECTED) >= 10


def test_title_outlet_authors_and_time_are_those_a_reader_sees(page):
    document, seen = page
    assert (document.title, document.outlet, document.published_at) == (
        seen["title"],
        seen.get("outlet"),
        seen["published_at"],
    )
    assert list(document.authors) == seen["authors"]


def test_the_text_is_the_article_from_its_first_word_to_its_last(page):
    document, seen = page
    assert document.text.startswith(seen["begins"])
    assert document.text.endswith(seen["ends"])
    assert [words for words in seen["absent"] if words in document.text] == []
    assert document.lang == "ru"


@pytest.mark.parametrize(
    ("name", "outlet", "published_at", "links"),
    [
        ("forum.html", "Дала Жаршысы", "2025-09-29T17:40:00+05:00", 3),
        ("budget.html", "Сарыдалинские ведомости", "2025-11-06T11:00:00+05:00", 2),
        ("accident.html", "Северный телеграф", "2025-10-14", 0),
        ("reprint.html", "Речной вестник", "2025-09-30T09:15:00+03:00", 1),
    ],
)
def test_the_examples_are_read_whole(name, outlet, published_at, links):
    document = read_bytes((EXAMPLES / name).read_bytes())
    assert (document.outlet, document.published_at, len(document.links)) == (outlet, published_at, links)
    assert 2500 <= len(document.text) <= 4500
    assert "cookie" not in document.text
    assert "Читайте также" not in document.text
    assert "Подпишитесь" not in document.text


@pytest.mark.parametrize(
    ("name", "lang", "outlet", "published_at", "begins", "ends"),
    [
        (
            "kk/kitapkhana.html", "kk", "Дала Жаршысы", "2025-10-07T12:20:00+05:00",
            "Сарыдала облысының Кеңсай қаласында", "– деді директор.",
        ),
        (
            "kk/jarys.html", "kk-Latn", "Óris agenttigi", "2025-11-18T16:05:00+05:00",
            "KEŃSAI. 18 qarasha.", "Aqbulaqta bolady.",
        ),
        (
            "en/ferry.html", "en", "The Ellery Courier", "2025-09-16T07:30:00+01:00",
            "Fares on the ferry", "whether the board will attend.",
        ),
        (
            "en/orchard.html", "en", "Upland News Agency", "2025-10-21T14:10:00Z",
            "KELDER (Upland News)", "again on 4 November.",
        ),
    ],
)  # fmt: skip
def test_the_examples_in_kazakh_and_english_are_read_whole(name, lang, outlet, published_at, begins, ends):
    document = read_bytes((ALL_EXAMPLES / name).read_bytes())
    assert (document.lang, document.outlet, document.published_at) == (lang, outlet, published_at)
    assert document.text.startswith(begins)
    assert document.text.endswith(ends)


def test_a_link_stands_at_the_very_characters_of_its_words():
    document = read_bytes((EXAMPLES / "forum.html").read_bytes())
    assert [(document.text[link.start : link.end], link.href) for link in document.links] == [
        ("«Кенсай-Инфо»", "https://kensay-info.example/news/4417"),
        ("«Өріс»", "https://oris.example/"),
        ("исследованию Института степных почв", "https://steppe-soil.example/reports/canals-2025"),
    ]


def test_delegates_stay_one_on_a_line_below_their_heading():
    document = read_bytes((EXAMPLES / "forum.html").read_bytes())
    assert (
        "В делегацию Верхнереченска вошли:\n\nмэр города Павел Дорохин;\nпервый заместитель мэра Ирина Вельяминова;\n"
    ) in document.text
