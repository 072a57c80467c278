"""What belongs to the article and what to the page."""

import pytest

from anyq.read import read_bytes
from anyq.read.blocks import Block, blocks_of, join
from anyq.read.furniture import without_furniture
from anyq.read.tree import absolute, tree_of
from anyq.records import Link

BODY = "За ночь в Нижнем Яре выпало 23 сантиметра снега, на улицы вышли 48 машин."


def kept(*texts: str, title: str | None = None) -> list[str]:
    return [b.text for b in without_furniture([Block("p", text) for text in texts], title)]


@pytest.mark.parametrize(
    "furniture",
    [
        "Читайте также",
        "Читайте также: Почему гибли пчёлы",
        "Материалы по теме:",
        "Тағы оқыңыз: Көпір жабылды",
        "Related: Bridge closed",
        "Подписывайтесь на наш канал в Telegram!",
        "Если вы нашли ошибку, выделите текст и нажмите Ctrl+Enter",
        "Sign up for our newsletter",
        "Фото: Юлия Корж",
        "Фото пресс-службы акимата",
    ],
)
def test_furniture_goes_wherever_it_stands(furniture):
    assert kept(BODY, furniture, BODY) == [BODY, BODY]


@pytest.mark.parametrize(
    "story",
    [
        "Подробнее об этом министр расскажет на брифинге в среду.",
        "Мошенники уговорили пенсионерку скачать приложение и подписаться на рассылку банка, сообщили в полиции.",
        "Тема воды на форуме стала главной.",
        "Источник: агентство «Өріс»",  # a source line is read, not thrown away
        "Использование материалов из карьера запретил суд.",
        "Сюжет о пароме показали по телевидению.",
        "Фотограф Юлия Корж снимает лес тридцать лет и ни разу не брала с собой ружья.",
        "Watching the river, the mayor said the bridge would hold.",
        "14 октября 2025 года мост закрыли.",
    ],
)
def test_a_sentence_of_the_story_stays_though_it_begins_like_furniture(story):
    assert kept(BODY, story, BODY) == [BODY, story, BODY]


def test_title_date_and_byline_around_the_text_go():
    assert kept(
        "Снег выпал", "5 декабря 2025, 07:15", "Текст: Семён Ухов", BODY, "Автор: Инга Роот", title="Снег выпал"
    ) == [BODY]


def test_links_that_close_a_page_go_and_a_linked_word_stays():
    teaser = Block("p", "Лёд на реке тронулся раньше срока", (), linked_chars=33)
    cited = Block("p", BODY, (Link(0, 7, "https://b.example/"),), linked_chars=7)
    assert without_furniture([cited, teaser, teaser], None) == [cited]


def test_a_link_loses_the_space_at_its_edges():
    root = tree_of('<div><p>Как сообщил<a href="https://a.example/"> «Маяк» </a>, мост закрыт.</p></div>')
    blocks = blocks_of(root, lambda href: href)
    text, links = join([*blocks, *blocks])
    assert text == "Как сообщил «Маяк» , мост закрыт.\n\nКак сообщил «Маяк» , мост закрыт."
    assert [text[link.start : link.end] for link in links] == ["«Маяк»", "«Маяк»"]


def test_a_link_over_two_lines_is_two_links():
    root = tree_of('<div><p><a href="https://a.example/">Мост<br>закрыт</a></p></div>')
    text, links = join(blocks_of(root, lambda href: href))
    assert text == "Мост\nзакрыт"
    assert [text[link.start : link.end] for link in links] == ["Мост", "закрыт"]


def test_a_no_break_space_stays_a_character_and_white_space_is_single():
    root = tree_of("<div><p>12\u00a0000  \n\t человек</p></div>")
    assert join(blocks_of(root, lambda href: href))[0] == "12\u00a0000 человек"


def test_cells_of_a_row_are_apart_and_rows_are_lines():
    root = tree_of("<table><tr><th>Год</th><th>Урожай</th></tr>\n<tr><td>2024</td> \n<td>3,1</td></tr></table>")
    assert join(blocks_of(root, lambda href: href))[0] == "Год\tУрожай\n2024\t3,1"


@pytest.mark.parametrize(
    ("href", "base", "whole"),
    [
        ("/a", "https://m.example/b/c", "https://m.example/a"),
        ("//n.example/a", "https://m.example/", "https://n.example/a"),
        ("#x", None, None),
        ("javascript:void(0)", "https://m.example/", None),
        ("mailto:a@m.example", "https://m.example/", None),
        ("http://[", "https://m.example/", None),
        ("/a", None, None),
    ],
)
def test_only_web_addresses_are_links(href, base, whole):
    assert absolute(href, base) == whole


PARAGRAPHS = [
    f"Абзац номер {i} рассказывает о дороге, мосте и реке, и каждый раз иначе, чем прежде." for i in range(12)
]


def test_an_article_cut_in_two_columns_is_read_to_its_end():
    def chunk(texts: list[str]) -> str:
        return '<div class="chunk"><div class="grid body">' + "".join(f"<p>{t}</p>" for t in texts) + "</div></div>"

    advert = (
        '<div class="ad-slot"><p>Скидки на дрова и уголь для всех жителей района до конца недели, звоните.</p></div>'
    )
    page = f"<html><body><div class='chunks'>{chunk(PARAGRAPHS[:8])}{advert}{chunk(PARAGRAPHS[8:])}</div></body></html>"
    assert read_bytes(page.encode()).text == "\n\n".join(PARAGRAPHS)


def test_a_hidden_block_is_not_read():
    hidden = '<p style="display: none">Эту строку читатель не видит, она написана для поисковых машин и роботов.</p>'
    page = "<html><body><article>" + "".join(f"<p>{t}</p>" for t in PARAGRAPHS) + hidden + "</article></body></html>"
    assert read_bytes(page.encode()).text == "\n\n".join(PARAGRAPHS)


def test_a_body_marked_as_behind_a_paywall_is_read_if_it_is_there():
    page = (
        "<html><body><article><div class='paywall'>" + "".join(f"<p>{t}</p>" for t in PARAGRAPHS) + "</div></article>"
    )
    assert read_bytes(page.encode()).text == "\n\n".join(PARAGRAPHS)


def test_a_linked_word_inside_a_paragraph_is_never_lost():
    linked = PARAGRAPHS[3].replace("о дороге", '<a href="https://a.example/x">о дороге</a>')
    page = "<html><body><article>" + "".join(f"<p>{t}</p>" for t in [*PARAGRAPHS[:3], linked, *PARAGRAPHS[4:]])
    document = read_bytes((page + "</article></body></html>").encode())
    assert document.text == "\n\n".join(PARAGRAPHS)
    (link,) = document.links
    assert document.text[link.start : link.end] == "о дороге"


@pytest.mark.parametrize("tag", ["footer", "cite", "figcaption"])
def test_who_said_a_block_quotation_stands_on_the_line_below_it(tag: str) -> None:
    quote = f"<blockquote><p>Мы уложимся в срок.</p><{tag}>Роман Дронов, начальник порта</{tag}></blockquote>"
    page = f"<html><body><article><p>{BODY}</p>{quote}<p>{BODY[::-1]}</p><p>{BODY} {BODY}</p></article></body></html>"
    text = read_bytes(page.encode()).text
    assert "Мы уложимся в срок.\n\n— Роман Дронов, начальник порта\n" in text
