"""What was read: the text as it stands and where it came from."""

import hashlib
from dataclasses import dataclass

from anyq.text.span import Span


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink of the page, at its place in ``Document.text``."""

    start: int
    end: int
    href: str

    @property
    def span(self) -> Span:
        """Its place as a span."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bytes that a fetch brought: digest, time, final address; the bytes themselves lie elsewhere."""

    sha256: str
    size_bytes: int
    fetched_at: str
    url: str
    status: int
    media_type: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """One text at one address. ``text`` is kept as given; every offset in a Reading points into it.

    No lone surrogate stands in it: it has no UTF-8 and therefore no id, and ``read`` turns such a text away.
    """

    id: str
    lang: str | None
    url: str | None
    outlet: str | None
    title: str | None
    authors: tuple[str, ...]
    published_at: str | None
    text: str
    text_sha256: str
    links: tuple[Link, ...] = ()
    version_of: str | None = None
    seen_at: str | None = None
    snapshot: Snapshot | None = None


def document_id(text: str, *, url: str | None, outlet: str | None) -> str:
    """The id of a text at an address: the same words at two addresses are two documents."""
    seed = "\n".join(("anyq/document/1", url or "", outlet or "", text))
    return "sha256:" + hashlib.sha256(seed.encode("utf-8")).hexdigest()


def text_sha256(text: str) -> str:
    """Hex digest of the text alone."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
