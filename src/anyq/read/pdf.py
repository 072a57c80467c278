"""A PDF with a text layer -> blocks. Lines are joined to paragraphs where the line before did not end a sentence."""

import io
import logging
import re

from anyq.errors import ReadError
from anyq.read.blocks import Block

MAX_PAGES = 300
_SENTENCE_END = re.compile(r"[.!?…:;»”\"]\s*$")
_HYPHEN_END = re.compile(r"(?<=[^\W\d_])[-\u00ad]$")
SHORT_LINE = 0.7  # of the longest line of its page: a sentence that ends in such a line ends a paragraph


def pdf_blocks(body: bytes) -> list[Block]:
    """The paragraphs of a PDF in order, as far as its layout tells them.

    Raises:
        ReadError: broken, locked, too many pages, or pictures of pages without text.
    """
    # 0.2 s to load
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it warns of every small fault of the file
    try:
        reader = PdfReader(io.BytesIO(body))
        if len(reader.pages) > MAX_PAGES:
            raise ReadError(
                f"a PDF of {len(reader.pages)} pages",
                expected=f"at most {MAX_PAGES}",
                cure="save the text you need as .txt",
            )
        pages = [page.extract_text() or "" for page in reader.pages]
    # what a broken file makes of pypdf is not only its own family of errors
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, OSError) as e:
        raise ReadError(
            f"a PDF that cannot be opened: {e}", expected="a whole PDF without a password", cure="save its text as .txt"
        ) from e
    blocks = [Block("p", text) for page in pages for text in _paragraphs(page)]
    if not blocks:
        raise ReadError("a PDF without text: pictures of pages", expected="a text layer", cure="save its text as .txt")
    return blocks


def _paragraphs(page: str) -> list[str]:
    lines = [line.strip() for line in page.splitlines()]
    width = max((len(line) for line in lines), default=0)
    found: list[str] = []
    open_ = False
    for line in lines:
        if not line:
            open_ = False
            continue
        if open_ and found:
            if _HYPHEN_END.search(found[-1]) and line[0].islower():
                found[-1] = found[-1][:-1] + line
            else:
                found[-1] += " " + line
        else:
            found.append(line)
        open_ = not (_SENTENCE_END.search(line) and len(line) < SHORT_LINE * width)
    return found
