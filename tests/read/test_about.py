import json

import pytest

from anyq.read.about import About, about
from anyq.read.moment import day_in, moment
from anyq.read.tree import tree_of


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def said(head: str, body: str = "<p>x</p>", url: str | None = None) -> About:
    return about(tree_of(f"<html><head>{head}</head><body>{body}</body></html>"), url)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-09-29T17:40:00+05:00", "2025-09-29T17:40:00+05:00"),
        ("2025-09-29T17:40+0500", "2025-09-29T17:40:00+05:00"),
        ("2025-09-29 7:40:00 +05:00", "2025-09-29T07:40:00+05:00"),
        ("2025-09-29T12:40:00.123Z", "2025-09-29T12:40:00Z"),
        ("20250929T124000Z", "2025-09-29T12:40:00Z"),
        ("2025-09-29T17:40:00", "2025-09-29"),  # no offset: only the day is known
        ("2025-09-29", "2025-09-29"),
        ("29.09.2025 17:40", "2025-09-29"),
        ("29 сентября 2025 г.", "2025-09-29"),
        ("29 қыркүйек 2025", "2025-09-29"),
        ("September 29, 2025", "2025-09-29"),
        ("2025-13-29", None),
        ("31.02.2025", None),
        ("0001-01-01T00:00:00Z", None),
        ("вчера", None),
        ("", None),
        (None, None),
        ({"@value": "2025-09-29"}, None),
    ],
)
def test_a_moment_keeps_its_offset_or_is_only_a_day(value, expected):
    assert moment(value) == expected


def test_a_day_is_found_inside_a_line():
    assert day_in("Опубликовано: 21 июля 2025, понедельник") == "2025-07-21"
    assert day_in("в 2025 году построят 21 дом") is None


def test_json_ld_goes_before_meta_and_meta_before_what_is_seen():
    declared = ld({"@type": "NewsArticle", "headline": "А", "datePublished": "2025-01-01"})
    meta = '<meta property="article:published_time" content="2025-01-02">'
    seen = '<time datetime="2025-01-03"></time>'
    assert said(declared + meta, seen).published_at == "2025-01-01"
    assert said(meta, seen).published_at == "2025-01-02"
    assert said("", seen).published_at == "2025-01-03"
    assert said("").published_at is None


def test_the_time_of_a_picture_or_of_the_last_change_is_not_the_time_of_publication():
    article = {"@type": "NewsArticle", "dateModified": "2025-02-01", "datePublished": "2025-01-01T08:00:00+03:00"}
    declared = ld([{"@type": "ImageObject", "datePublished": "2020-01-01"}, article])
    assert said(declared).published_at == "2025-01-01T08:00:00+03:00"


def test_a_headline_cut_short_for_machines_is_given_whole():
    head = '<meta property="og:title" content="Мост закрыли на…">'
    assert said(head, "<h1>Мост закрыли на сутки</h1>").title == "Мост закрыли на сутки"


def test_a_title_without_the_name_of_its_site():
    assert said("<title>Мост закрыли на сутки — Маяк</title>").title == "Мост закрыли на сутки"
    assert said("<title>Кенсай — Верхнереченск</title>").title == "Кенсай — Верхнереченск"


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("«Маяк»", "Маяк"),
        ("Газета &quot;Озёрный край&quot;", "Озёрный край"),
        ("Редакция газеты «Маяк»", "Маяк"),
        ("Театр «Маяк»", "Театр «Маяк»"),  # no word for an outlet: part of the name
        ("Маяк - новости Косой Губы", "Маяк"),
        ("© 2001-2025 Маяк", "Маяк"),
        ("2025", None),
    ],
)
def test_an_outlet_is_named_without_what_stands_around_its_name(name, outlet):
    assert said(f'<meta property="og:site_name" content="{name}">').outlet == outlet


def test_an_organisation_is_no_author():
    authors = [{"@type": "Organization", "name": "Редакция Маяка"}, {"@type": "Person", "name": "Лев Соколовский"}]
    declared = ld({"@type": "NewsArticle", "publisher": {"name": "Маяк"}, "author": authors})
    assert said(declared).authors == ("Лев Соколовский",)


def test_a_byline_in_sight_is_an_author_and_only_the_first():
    body = '<p>Текст: Семён Ухов, Инга Роот</p><p class="author">Пётр Лишний</p>'
    assert said("", body).authors == ("Пётр Лишний",)  # marked as author goes before the word "Текст"
    assert said("", "<p>Текст: Семён Ухов, Инга Роот</p>").authors == ("Семён Ухов", "Инга Роот")


@pytest.mark.parametrize(
    ("canonical", "fetched", "url"),
    [
        ("https://mayak.example/a", "https://m.mayak.example/a?utm=1", "https://mayak.example/a"),
        ("/a", "https://mayak.example/a?utm=1", "https://mayak.example/a"),
        ("https://stranger.example.org/a", "https://mayak.example/a", "https://mayak.example/a"),
        ("https://other.com.kz/a", "https://mayak.com.kz/a", "https://mayak.com.kz/a"),
        ("https://mayak.example/", "https://mayak.example/a", "https://mayak.example/a"),
        ("javascript:x", "https://mayak.example/a", "https://mayak.example/a"),
        ("https://mayak.example/a", None, "https://mayak.example/a"),
        ("/a", None, None),
    ],
)
def test_a_page_names_its_own_address_but_not_that_of_another_site(canonical, fetched, url):
    assert said(f'<link rel="canonical" href="{canonical}">', url=fetched).url == url
