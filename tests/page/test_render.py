"""The page as a file: whole, its own, and deaf to what a text or an address tries."""

import base64
import hashlib
import json
import re
from dataclasses import replace

import pytest

from anyq.page import Ui, render_fragment, render_html
from anyq.page.render import SCRIPT_KEYS
from anyq.records import Citation, Claim, Finding, Person, Quantity, Quote, Reading, Reason, Seen, Span, decode_reading
from anyq.records import encode as encoded
from anyq.records.document import Document
from tests.page.parsed import by_id, elements
from tests.page.sample import TEXT, TITLE, sample_document, sample_reading

BAD = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'><!--"
SPAN = Span(0, 4)


def empty(text: str = "") -> Reading:
    return Reading("-", replace(sample_document(), text=text, title=None, outlet=None, published_at=None, url=None))


def hostile() -> Reading:
    """A reading from elsewhere that tries every field."""
    document = Document(BAD, BAD, "javascript:alert(1)", BAD, BAD, (BAD,), BAD, BAD + "\n" + BAD, BAD)
    seen = Seen(BAD, BAD)
    return Reading(
        BAD,
        document,
        people=(Person(BAD, BAD, BAD, BAD, (SPAN,)),),
        citations=(
            Citation(BAD, BAD, SPAN, SPAN, "cites", cited_by=BAD + "2", href="javascript:alert(1)", seen_by=seen),
            Citation(BAD, BAD, SPAN, SPAN, "cites", href=f"https://a.example/{BAD}"),
        ),
        quotes=(
            Quote(BAD, "direct", (SPAN,), SPAN, SPAN, BAD, BAD, BAD, BAD, BAD, BAD, seen),
            Quote(BAD, "direct", (SPAN,), None, None, None, None, unsure=BAD),
            Quote(BAD, "indirect", (), None, None, None, None),
            Quote(BAD, "fragment", (Span(2, 900_000),), None, None, None, None),
        ),
        quantities=(Quantity(BAD, SPAN, 1, 1, "about", BAD, BAD, BAD),),
        claims=(Claim(BAD, SPAN, "fact", 0.5, BAD, BAD, BAD, (BAD,), (Reason(BAD, 0.5),), seen),),
        findings=(Finding(BAD, (SPAN, Span(-5, 900_000)), BAD, BAD),),
    )


def test_the_article_element_holds_the_text_and_nothing_else() -> None:
    assert by_id(render_html(sample_reading()), "text").content == TEXT


def test_every_item_has_a_note_and_a_raised_id_that_point_at_each_other() -> None:
    reading = sample_reading()
    found = elements(render_html(reading))
    ids = {e.attributes["id"] for e in found if "id" in e.attributes}
    counts = (reading.quotes, reading.claims, reading.people, reading.citations, reading.quantities, reading.findings)
    keys = {f"{letter}{i}" for letter, items in zip("qcpsnf", counts, strict=True) for i in range(len(items))}
    assert {f"i-{k}" for k in keys} | {f"t-{k}" for k in keys} <= ids
    targets = {e.attributes["href"][1:] for e in found if e.attributes.get("href", "").startswith("#")}
    assert targets <= ids


def test_no_id_stands_twice() -> None:
    ids = [e.attributes["id"] for e in elements(render_html(sample_reading())) if "id" in e.attributes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_the_page_speaks_the_language_asked_for(ui: Ui) -> None:
    html = render_html(sample_reading(), ui=ui)
    said = {"ru": "Кто что сказал", "kk": "Кім не айтты", "en": "Who said what"}
    assert f'<html lang="{ui}">' in html
    assert f">{said[ui]}</span>" in html


def test_all_three_languages_are_in_the_page() -> None:
    words = json.loads(by_id(render_html(sample_reading()), "data").content)["words"]
    assert set(words) == {"ru", "kk", "en"}
    assert len({frozenset(w) for w in words.values()}) == 1
    assert set(SCRIPT_KEYS) <= set(words["ru"])


def test_the_script_asks_only_for_words_it_is_given() -> None:
    page = render_html(sample_reading())
    script = elements(page)[-1].content
    asked = set(re.findall(r'"((?:page|action|speaker)\.[a-z_]+)"', script))
    assert asked == set(SCRIPT_KEYS)


def test_the_policy_forbids_the_network_and_names_our_script_and_style_by_digest() -> None:
    found = elements(render_html(sample_reading()))
    (policy,) = (e.attributes["content"] for e in found if e.attributes.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    for tag in ("style", "script"):
        (ours,) = (e.content for e in found if e.tag == tag and "type" not in e.attributes)
        digest = base64.b64encode(hashlib.sha256(ours.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_nothing_is_fetched_and_no_address_is_told() -> None:
    found = elements(render_html(sample_reading()))
    assert {e.tag for e in found} & {"img", "iframe", "object", "embed", "audio", "video", "source", "base"} == set()
    assert all(e.attributes["href"].startswith("data:") for e in found if e.tag == "link")
    assert not any("src" in e.attributes for e in found)
    assert any(e.attributes.get("name") == "referrer" and e.attributes["content"] == "no-referrer" for e in found)
    outside = [e for e in found if e.tag == "a" and not e.attributes["href"].startswith("#")]
    assert outside
    assert all({"noopener", "noreferrer"} <= set(e.attributes["rel"].split()) for e in outside)


@pytest.mark.parametrize(
    "reading", [hostile(), empty(), empty(" \n "), empty(BAD)], ids=["fields", "empty", "blank", "text"]
)
def test_whatever_a_reading_holds_the_page_keeps_its_shape(reading: Reading) -> None:
    plain = elements(render_html(empty(), reading_json=b"{}"))
    html = render_html(reading, reading_json=encoded(reading))
    found = elements(html)
    for tag in ("script", "style", "img", "form", "meta", "link"):
        assert [e.tag for e in found].count(tag) == [e.tag for e in plain].count(tag), tag
    assert not any(name.startswith("on") for e in found for name in e.attributes)
    allowed = ("#", "http://", "https://", "data:image/svg+xml")
    assert all(e.attributes["href"].startswith(allowed) for e in found if "href" in e.attributes)
    assert by_id(html, "text").content == reading.document.text
    assert decode_reading(by_id(html, "reading").content.encode()) == reading


def test_only_a_quote_that_stands_in_the_text_can_be_corrected() -> None:
    data = json.loads(by_id(render_html(hostile()), "data").content)
    assert list(data["quotes"]) == ["q0", "q1"]


def test_the_record_is_embedded_only_when_given() -> None:
    assert 'id="reading"' not in render_html(sample_reading())
    assert 'data-do="json"' not in render_html(sample_reading())


def test_a_page_without_headline_says_so() -> None:
    assert "Без заголовка" in render_html(empty("Текст."))
    assert "Текст пуст." in render_html(empty())


def test_equal_readings_give_equal_pages() -> None:
    assert render_html(sample_reading()) == render_html(sample_reading())


def test_a_fragment_brings_no_script_and_no_ids_into_the_notebook() -> None:
    html = render_fragment(hostile())
    found = elements(html)
    assert {e.tag for e in found} & {"script", "link", "meta", "form", "img", "a"} == set()
    assert not any("id" in e.attributes for e in found)
    assert not any(name.startswith("on") for e in found for name in e.attributes)


def test_a_fragment_holds_the_text_and_who_said_what() -> None:
    html = render_fragment(sample_reading(), ui="en")
    (text,) = (e for e in elements(html) if e.attributes.get("class") == "anyq-text")
    assert text.content == TEXT
    assert TITLE in html
    assert "speaker not established" in html


def test_the_rules_of_a_fragment_reach_nothing_outside_it() -> None:
    (style,) = (e.content for e in elements(render_fragment(sample_reading())) if e.tag == "style")
    rules = re.findall(r"(?:^|\})\s*([^{}@]+)\{", re.sub(r"/\*.*?\*/", "", style, flags=re.S))
    assert rules
    for rule in rules:
        assert all(part.strip().startswith((".anyq-text", ".anyq-fragment")) for part in rule.split(","))
