"""A Word file (.docx) -> blocks. Only its text and links; headers, footnotes and comments stay out."""

import io
import zipfile
from typing import Any

from lxml import etree

from anyq.errors import ReadError
from anyq.read.blocks import Block
from anyq.records import Link

MAX_PART_BYTES = 50_000_000  # unpacked; a book of a million words has 15 MB
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LEFT_OUT = (f"{_W}del", f"{_W}instrText")  # text struck out by tracked changes; field codes


def docx_blocks(body: bytes) -> list[Block]:
    """The paragraphs of a .docx file in order.

    Raises:
        ReadError: broken, locked with a password, or too large once unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            document = _part(archive, "word/document.xml")
            names = archive.namelist()
            relations = _part(archive, _RELATIONS) if _RELATIONS in names else None
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, etree.XMLSyntaxError) as e:
        raise ReadError(
            f"a Word file that cannot be opened: {e}", expected="a whole .docx", cure="save its text as .txt"
        ) from e
    targets = {r.get("Id"): r.get("Target") for r in relations} if relations is not None else {}
    blocks = (_block(paragraph, targets) for paragraph in document.iter(f"{_W}p"))
    return [block for block in blocks if block.text]


_RELATIONS = "word/_rels/document.xml.rels"


def _part(archive: zipfile.ZipFile, name: str) -> Any:
    with archive.open(name) as part:
        data = part.read(MAX_PART_BYTES + 1)  # the size in the directory may lie
    if len(data) > MAX_PART_BYTES:
        raise ReadError(
            f"a Word file whose text unpacks to more than {MAX_PART_BYTES} bytes",
            expected="an article",
            cure="save its text as .txt",
        )
    # no entities and no network: the file is a stranger's
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _block(paragraph: Any, targets: dict[str | None, str | None]) -> Block:
    text = ""
    links: list[Link] = []
    for child in paragraph:
        start = len(text)
        text += _text(child)
        href = targets.get(child.get(f"{_R}id")) if child.tag == f"{_W}hyperlink" else None
        if href and href.startswith(("http://", "https://")) and len(text) > start:
            links.append(Link(start, len(text), href))
    lead = len(text) - len(text.lstrip())
    shown = text.strip()
    kept = tuple(Link(max(0, x.start - lead), min(len(shown), x.end - lead), x.href) for x in links)
    return Block("p", shown, tuple(link for link in kept if link.start < link.end))


def _text(element: Any) -> str:
    if element.tag in _LEFT_OUT:
        return ""
    if element.tag == f"{_W}t":
        return element.text or ""
    if element.tag == f"{_W}tab":
        return "\t" if element.getparent().tag == f"{_W}r" else ""
    if element.tag == f"{_W}br":
        return "\n"
    if element.tag == f"{_W}noBreakHyphen":
        return "\u2011"
    return "".join(_text(child) for child in element)
