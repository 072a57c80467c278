import base64
import io
import subprocess
import sys
import time
import zipfile

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from anyq.errors import ReadError
from anyq.read import Given, read_bytes, read_text
from anyq.read.document import MAX_TEXT_CHARS

STORY = (
    "Паром «Чайка» связал два берега Озёрного района. За один рейс он берёт до 12 машин.",
    "«До больницы теперь двадцать минут», – говорит фельдшер Нина Кузнечихина. Раньше дорога занимала почти два часа.",
    "Проезд для жителей района останется бесплатным до конца мая, пообещали в районной администрации.",
)
PAGE = (
    "<!DOCTYPE html><html><head><title>Паром</title></head><body><article>"
    + "".join(f"<p>{p}</p>" for p in STORY)
    + "</article></body></html>"
)


def test_a_page_keeps_its_paragraphs_apart():
    assert read_bytes(PAGE.encode()).text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "text", ["Форум открыт.\r\n\r\n\tИ сразу закрыт.  \r\n", " \n«Да»,\u00a0– сказал он.", "a\u2011б"]
)
def test_plain_text_is_kept_to_the_character(text):
    assert read_bytes(text.encode()).text == text
    assert read_text(text).text == text


def test_a_byte_order_mark_is_not_a_character_of_the_text():
    assert read_bytes("\ufeffФорум открыт.".encode()).text == "Форум открыт."


@settings(deadline=None)  # the first text in Latin letters loads a model
@for_all(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=300))
def test_any_text_comes_back_unchanged(text):
    whole = "Сегодня в Кенсае: " + text
    assert read_bytes(whole.encode()).text == whole


def test_what_the_user_says_wins_over_the_page():
    said = Given(outlet="Маяк", published_at="2025-01-02", url="https://mayak.example/1", title="Переправа")
    document = read_bytes(PAGE.encode(), url="https://other.example/2", given=said)
    assert (document.outlet, document.published_at, document.url, document.title) == (
        "Маяк",
        "2025-01-02",
        "https://mayak.example/1",
        "Переправа",
    )


def test_the_id_tells_a_reprint_from_its_original():
    here = read_text(STORY[0], given=Given(outlet="Маяк"))
    there = read_text(STORY[0], given=Given(outlet="Чайка"))
    assert here.id != there.id
    assert here.text_sha256 == there.text_sha256


def test_text_that_nobody_dated_has_no_date():
    document = read_text(STORY[0])
    assert (document.title, document.outlet, document.url, document.published_at) == (None, None, None, None)


def test_another_language_is_said_to_be_none_of_ours():
    assert read_text("Кабінет міністрів ухвалив рішення щодо бюджету і їхніх видатків.").lang is None
    assert read_text("The council approved the budget on Monday after a long debate.").lang == "en"


def noise() -> bytes:
    state, out = 7, bytearray()
    for _ in range(5000):
        state = (state * 1103515245 + 12345) % 2**31
        out.append(state >> 16 & 0xFF)
    return bytes(out)


def zipped(names: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in names.items():
            archive.writestr(name, body)
    return out.getvalue()


MENU = (
    "<html><body><nav>"
    + "".join(f'<a href="/{i}">Раздел {i}</a>' for i in range(40))
    + "</nav><footer>© 2025</footer></body></html>"
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b"", "an empty file"),
        (b" \r\n\t ", "an empty file"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 100, "a picture (JPEG)"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a picture (WebP)"),
        (b"\x00\x00\x00\x18ftypheic" + b"\0" * 20, "a picture (HEIF)"),
        (b"\x00\x00\x00\x18ftypmp42" + b"\0" * 20, "sound or film (MP4)"),
        (noise(), "binary data, not text"),
        (b"\x1f\x8b\x08" + b"\0" * 20, "a packed file (gzip)"),
        (zipped({"a.txt": b"x"}), "a packed file (zip)"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "an old Office file (.doc, .xls)"),
        (b"{\\rtf1\\ansi x}", "a rich text file (.rtf)"),
        (b"%PDF-1.4 broken", "a PDF that cannot be opened"),
        (MENU.encode(), "a page without an article"),
        (b"<html></html>", "a page without an article"),
        (b'<?xml version="1.0"?><rss><channel></channel></rss>', "a feed or a site map"),
        (b'{"text": "x"}', "JSON"),
        (b"From: x\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b--", "an MHTML file without a page"),
        (zipped({"word/document.xml": b"<broken"}), "a Word file that cannot be opened"),
        (b"x" * (MAX_TEXT_CHARS + 1), "a text of 5,000,001 characters"),
        (b"a" * 70_000_000, "70,000,000 bytes"),
    ],
)
def test_what_is_no_article_is_refused_with_what_was_found_and_a_cure(body, found):
    with pytest.raises(ReadError) as refused:
        read_bytes(body)
    assert refused.value.found.startswith(found)
    assert refused.value.expected
    assert refused.value.cure


def test_fifty_megabytes_of_text_are_refused_within_seconds():
    body = ("Сегодня в Кенсае выпал снег. " * 1_000_000).encode()
    assert len(body) > 50_000_000
    start = time.monotonic()
    with pytest.raises(ReadError, match="split it into articles"):
        read_bytes(body)
    assert time.monotonic() - start < 20


def test_a_text_that_begins_like_a_picture_file_is_a_text():
    assert read_bytes(b"BMW and MZ met in Kensay, said the mayor. GIF8 was not there.").lang == "en"


def test_half_a_character_is_refused():
    with pytest.raises(ReadError, match="half a character at 6"):
        read_text("Форум \ud800 открыт")


def test_a_saved_page_is_read_from_its_mhtml_with_its_address():
    mhtml = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://mayak.example/parom\r\nSubject: x\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n"
        "Content-Location: https://mayak.example/parom\r\n\r\n"
    )
    body = mhtml.encode() + base64.encodebytes(PAGE.encode()) + b"\r\n--b--\r\n"
    document = read_bytes(body)
    assert document.text == "\n\n".join(STORY)
    assert document.url == "https://mayak.example/parom"


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_a_word_file_gives_its_paragraphs_and_links_and_no_struck_out_words():
    document_xml = (
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body><w:p><w:r><w:t xml:space="preserve">Как сообщил </w:t></w:r>'
        '<w:hyperlink r:id="r1"><w:r><w:t>«Маяк»</w:t></w:r></w:hyperlink><w:r><w:t>, паром отменили.</w:t></w:r>'
        "<w:del><w:r><w:t>не</w:t></w:r></w:del></w:p><w:p/><w:p><w:r><w:t>Причина</w:t><w:noBreakHyphen/>"
        "<w:t>ветер до 20 метров в секунду.</w:t></w:r></w:p></w:body></w:document>"
    )
    rels = '<Relationships><Relationship Id="r1" Target="https://mayak.example/"/></Relationships>'
    body = zipped({"word/document.xml": document_xml.encode(), "word/_rels/document.xml.rels": rels.encode()})
    document = read_bytes(body)
    assert document.text == "Как сообщил «Маяк», паром отменили.\n\nПричина\u2011ветер до 20 метров в секунду."
    (link,) = document.links
    assert (document.text[link.start : link.end], link.href) == ("«Маяк»", "https://mayak.example/")


def one_page_pdf(lines: list[str]) -> bytes:
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 50 700 Td {shown} ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length " + str(len(stream)).encode() + b">>stream\n" + stream + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj".encode() + body + b"endobj\n"
    xref = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(f"{p:010} 00000 n \n".encode() for p in places)
    return bytes(out) + f"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{xref}\n%%EOF".encode()


def test_a_pdf_with_a_text_layer_gives_paragraphs_not_lines():
    body = one_page_pdf(
        ["The ferry links two banks of the lake and takes up to", "twelve cars on each cross-", "ing.", "It is free."]
    )
    assert read_bytes(body).text == (
        "The ferry links two banks of the lake and takes up to twelve cars on each crossing.\n\nIt is free."
    )


def test_a_pdf_of_pictures_is_refused_with_a_cure():
    with pytest.raises(ReadError, match="pictures of pages"):
        read_bytes(one_page_pdf([]))


LOADS = """
import sys
from anyq.read import read_bytes
read_bytes({body!r})
print([m for m in ("trafilatura", "htmldate", "py3langid", "pypdf", "charset_normalizer", "email") if m in sys.modules])
"""


def loaded_for(body: bytes) -> str:
    ran = subprocess.run([sys.executable, "-c", LOADS.format(body=body)], capture_output=True, check=True, text=True)
    return ran.stdout.strip()


def test_a_text_file_loads_nothing_that_only_pages_need():
    assert loaded_for(STORY[0].encode()) == "[]"
    assert "trafilatura" in loaded_for(PAGE.encode())
