"""Bytes of a page, a file or pasted text -> Document. No network: see anyq.net."""

from dataclasses import dataclass

from anyq.errors import ReadError
from anyq.read.about import About, about
from anyq.read.blocks import Block, join
from anyq.read.encoding import decode
from anyq.read.letters import language
from anyq.read.page import article_blocks
from anyq.read.sniff import SAVE_AS_TEXT, Kind, kind_of, kind_of_text
from anyq.read.tree import tree_of
from anyq.records import Document, Link
from anyq.records.document import document_id, text_sha256

MAX_BYTES = 64_000_000
MAX_TEXT_CHARS = 5_000_000  # ten novels: an article has a thousandth of it
MAX_PAGE_CHARS = 20_000_000  # of HTML; the largest news pages have 3 million
MIN_ARTICLE_CHARS = 40  # a news flash has more


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of the text; it wins over what a page says of itself."""

    outlet: str | None = None
    published_at: str | None = None
    url: str | None = None
    title: str | None = None


def read_bytes(
    body: bytes, *, media_type: str | None = None, url: str | None = None, given: Given | None = None
) -> Document:
    """The Document of a page (HTML, MHTML), a text, a .docx or a PDF with a text layer.

    A page gives the text of its article: a blank line between paragraphs, one line end between list items and rows,
    links at their characters. Plain text is kept as it is, to the character, less a byte order mark. ``lang`` is
    ``ru``, ``kk``, ``kk-Latn`` or ``en``, and None for any other language. ``seen_at`` and ``snapshot`` are left to
    the caller. ``media_type`` is a Content-Type with or without its charset, ``url`` the address the bytes came from.

    Raises:
        ReadError: no article in it: empty, a picture, noise, too large, a page of links.
    """
    given = given or Given()
    if len(body) > MAX_BYTES:
        raise ReadError(
            f"{len(body):,} bytes", expected=f"at most {MAX_BYTES:,}", cure="save the article alone, without the rest"
        )
    kind = kind_of(body, _bare(media_type))
    if kind in ("docx", "pdf"):
        return _of_blocks(_office_blocks(kind, body), About(url=url), given)
    charset = _charset(media_type)
    if kind == "mhtml":
        # the email package is slow to load: only saved pages pay for it
        from anyq.read.mhtml import saved_page

        page = saved_page(body)
        body, charset, url, media_type = page.body, page.charset, url or page.url, "text/html"
    text = decode(body, charset).text
    if kind_of_text(text, _bare(media_type)) == "html":
        return _of_page(text, url, given)
    return _built(text, (), About(url=url), given)


def read_text(text: str, *, given: Given | None = None) -> Document:
    """The Document of pasted text, kept unchanged.

    Raises:
        ReadError: empty, too large, or half a character in it (a lone surrogate).
    """
    if not text.strip():
        raise ReadError("an empty text", expected="an article", cure="paste its text")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as e:
        raise ReadError(
            f"half a character at {e.start}", expected="whole characters", cure="copy the text again from its page"
        ) from e
    return _built(text, (), About(), given or Given())


def _bare(media_type: str | None) -> str | None:
    return media_type.split(";")[0].strip().lower() if media_type else None


def _charset(media_type: str | None) -> str | None:
    for part in (media_type or "").split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" \"'")
    return None


def _office_blocks(kind: Kind | None, body: bytes) -> list[Block]:
    # each pulls in a parser that a page or a text does without
    if kind == "pdf":
        from anyq.read.pdf import pdf_blocks

        return pdf_blocks(body)
    from anyq.read.docx import docx_blocks

    return docx_blocks(body)


def _of_page(page: str, url: str | None, given: Given) -> Document:
    if len(page) > MAX_PAGE_CHARS:
        raise ReadError(
            f"a page of {len(page):,} characters", expected=f"at most {MAX_PAGE_CHARS:,}", cure=SAVE_AS_TEXT
        )
    root = tree_of(page)
    said = about(root, url)
    return _of_blocks(article_blocks(root, url=url, title=said.title), said, given)


def _of_blocks(blocks: list[Block], said: About, given: Given) -> Document:
    text, links = join(blocks)
    if len(text) < MIN_ARTICLE_CHARS:
        raise ReadError("a page without an article", expected="the text of one article", cure=SAVE_AS_TEXT)
    return _built(text, links, said, given)


def _built(text: str, links: tuple[Link, ...], said: About, given: Given) -> Document:
    if len(text) > MAX_TEXT_CHARS:
        raise ReadError(
            f"a text of {len(text):,} characters", expected=f"at most {MAX_TEXT_CHARS:,}", cure="split it into articles"
        )
    url = given.url or said.url
    outlet = given.outlet or said.outlet
    lang = language(text)
    return Document(
        id=document_id(text, url=url, outlet=outlet),
        lang=None if lang == "other" else lang,
        url=url,
        outlet=outlet,
        title=given.title or said.title,
        authors=said.authors,
        published_at=given.published_at or said.published_at,
        text=text,
        text_sha256=text_sha256(text),
        links=links,
    )
