"""What kind of file some bytes are, told from the bytes: what the name or the server says is a hint only."""

import re
from typing import Literal

from anyq.errors import ReadError

Kind = Literal["html", "mhtml", "text", "pdf", "docx"]

SAVE_AS_TEXT = "save the text of the article as a .txt file and read that"
_PICTURE = "a picture ({})"
_MEDIA = "sound or film ({})"
_PACKED = "a packed file ({})"
_UNPACK = "unpack it and read the pages inside"
# first bytes -> what it is, what to do
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", _PICTURE.format("PNG"), SAVE_AS_TEXT),
    (b"\xff\xd8\xff", _PICTURE.format("JPEG"), SAVE_AS_TEXT),
    (b"GIF8", _PICTURE.format("GIF"), SAVE_AS_TEXT),
    (b"BM", _PICTURE.format("BMP"), SAVE_AS_TEXT),
    (b"II*\x00", _PICTURE.format("TIFF"), SAVE_AS_TEXT),
    (b"MM\x00*", _PICTURE.format("TIFF"), SAVE_AS_TEXT),
    (b"\x00\x00\x01\x00", _PICTURE.format("ICO"), SAVE_AS_TEXT),
    (b"8BPS", _PICTURE.format("PSD"), SAVE_AS_TEXT),
    (b"ID3", _MEDIA.format("MP3"), SAVE_AS_TEXT),
    (b"\xff\xfb", _MEDIA.format("MP3"), SAVE_AS_TEXT),
    (b"OggS", _MEDIA.format("Ogg"), SAVE_AS_TEXT),
    (b"fLaC", _MEDIA.format("FLAC"), SAVE_AS_TEXT),
    (b"\x1aE\xdf\xa3", _MEDIA.format("Matroska"), SAVE_AS_TEXT),
    (b"\x1f\x8b", _PACKED.format("gzip"), _UNPACK),
    (b"BZh", _PACKED.format("bzip2"), _UNPACK),
    (b"\xfd7zXZ", _PACKED.format("xz"), _UNPACK),
    (b"7z\xbc\xaf", _PACKED.format("7z"), _UNPACK),
    (b"Rar!", _PACKED.format("RAR"), _UNPACK),
    (b"(\xb5/\xfd", _PACKED.format("zstd"), _UNPACK),
    (b"\x7fELF", "a program", "give an article"),
    (b"MZ", "a program", "give an article"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls)", "save it as .docx or .txt and read that"),
    (b"{\\rtf", "a rich text file (.rtf)", "save it as .docx or .txt and read that"),
    (b"SQLite format 3", "a database", "give an article"),
)
_SHORT_MAGIC = (b"BM", b"MZ", b"GIF8", b"ID3", b"BZh", b"OggS")  # a text may begin with these letters
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|(?:html|head|body|meta|title|link|script|style|article|main"
    r"|section|header|div|p|h1|h2|span|table|br|a|b|i|ul|ol|center|font|img)[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]", re.DOTALL
)
_JSON = re.compile(r'\s*(?:\{\s*"[^"\n]{1,60}"\s*:|\[\s*\{\s*"[^"\n]{1,60}"\s*:)')
_MAIL_HEAD = re.compile(rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffd]")  # \x85 is a line end
MAX_CONTROL_SHARE = 0.02  # texts torn from old programs have a few; noise read as windows-1251 has .1
_SNIFF_CHARS = 20_000


def kind_of(body: bytes, media_type: str | None) -> Kind | None:
    """The kind that the first bytes tell, or None: it is characters, see ``kind_of_text``.

    Raises:
        ReadError: nothing, or a picture, sound, a packed file, a program: what cannot be read as an article.
    """
    if not body.strip():
        raise ReadError("an empty file", expected="an article", cure="check that it was saved whole")
    if body.lstrip()[:5] == b"%PDF-":
        return "pdf"
    if body.startswith(b"PK\x03\x04"):
        return _kind_of_zip(body)
    _refuse_magic(body)
    head = _MAIL_HEAD.match(body[:_SNIFF_CHARS].replace(b"\r\n", b"\n"))
    if head and b"multipart/related" in head[0].lower():
        return "mhtml"
    if media_type and media_type.split("/")[0] in ("image", "audio", "video"):
        raise ReadError(f"{media_type}, not text", expected="an article", cure=SAVE_AS_TEXT)
    return None


def _kind_of_zip(body: bytes) -> Kind:
    # the names of the members stand unpacked in a zip file
    if b"word/document.xml" in body:
        return "docx"
    if b"application/vnd.oasis.opendocument" in body[:200]:
        raise ReadError("an OpenDocument file", expected="an article", cure="save it as .docx or .txt and read that")
    raise ReadError(_PACKED.format("zip"), expected="an article", cure=_UNPACK)


def _refuse_magic(body: bytes) -> None:
    found = next(((what, cure) for magic, what, cure in _MAGIC if body.startswith(magic)), None)
    short = body.startswith(_SHORT_MAGIC) and b"\x00" not in body[:64]
    if found is None and body[4:8] == b"ftyp":
        heif = body[8:12] in (b"heic", b"heix", b"mif1", b"avif")
        found = (_PICTURE.format("HEIF") if heif else _MEDIA.format("MP4"), SAVE_AS_TEXT)
    elif found is None and body.startswith(b"RIFF"):
        webp = body[8:12] == b"WEBP"
        found = (_PICTURE.format("WebP") if webp else _MEDIA.format("RIFF"), SAVE_AS_TEXT)
    if found and not short:
        raise ReadError(found[0], expected="an article as a page or as text", cure=found[1])


def kind_of_text(text: str, media_type: str | None) -> Kind:
    """``html`` or ``text``.

    Raises:
        ReadError: binary noise, a feed, JSON.
    """
    sample = text[:_SNIFF_CHARS]
    if len(_CONTROL.findall(sample)) > MAX_CONTROL_SHARE * len(sample):
        raise ReadError("binary data, not text", expected="an article as a page or as text", cure=SAVE_AS_TEXT)
    if _HTML.match(sample) or (media_type or "") in ("text/html", "application/xhtml+xml"):
        return "html"
    if _FEED.match(sample):
        raise ReadError("a feed or a site map", expected="one article", cure="give the address of one of its articles")
    if _JSON.match(sample):
        raise ReadError("JSON", expected="an article as a page or as text", cure=SAVE_AS_TEXT)
    return "text"
