"""A page saved by a browser as one MHTML file -> its HTML and the address it was saved from."""

from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.policy import HTTP

from anyq.errors import ReadError


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The main page inside an MHTML file (RFC 2557), still encoded."""

    body: bytes
    charset: str | None
    url: str | None


def saved_page(body: bytes) -> SavedPage:
    """The first HTML part and the address it was saved from.

    Raises:
        ReadError: no HTML inside.
    """
    message = message_from_bytes(body, policy=HTTP)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                return SavedPage(payload, part.get_content_charset(), _address(message, part))
    raise ReadError("an MHTML file without a page", expected="a saved page", cure="save the page again, or its text")


def _address(message: Message, part: Message) -> str | None:
    for header in (message.get("Snapshot-Content-Location"), part.get("Content-Location")):
        address = str(header or "").strip()
        if address.startswith(("http://", "https://")):
            return address
    return None
