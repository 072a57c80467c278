"""What the user names (a path, an address, ``-``) -> the bytes, with where they came from."""

import hashlib
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from anyq.desk.ports import Outside
from anyq.errors import ReadError
from anyq.records import Snapshot

MAX_FILE_BYTES: Final = 64_000_000  # what read refuses anyway; asked first, so that a film is not loaded to be refused
_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")  # RFC 3986 section 3.1
STDIN: Final = "-"


@dataclass(frozen=True, slots=True)
class Body:
    """Bytes of one input. ``input`` is what was given, ``sha256`` that of ``data``."""

    input: str
    data: bytes = field(repr=False)
    sha256: str
    media_type: str | None = None
    url: str | None = None
    snapshot: Snapshot | None = None


def is_address(given: str) -> bool:
    """True for ``scheme://…``; a file of such a name can be given as ``./…``."""
    return _ADDRESS.match(given) is not None


def name_of(given: str) -> str:
    """``given`` as it can stand in a record: bytes of a file name that are not UTF-8 become ``\\xNN``."""
    return given.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def body_of(outside: Outside, given: str) -> Body:
    """The bytes of a file, of standard input or of an address.

    Raises:
        ReadError: no such file, a folder, no permission, too large.
        FetchError: the address gave no page.
    """
    if is_address(given):
        page = outside.fetch(given, outside.moment())
        snapshot = Snapshot(page.sha256, len(page.body), page.fetched_at, page.url, page.status, page.media_type)
        return Body(name_of(given), page.body, page.sha256, page.media_type, page.url, snapshot)
    data = sys.stdin.buffer.read(MAX_FILE_BYTES + 1) if given == STDIN else _file(given)
    if len(data) > MAX_FILE_BYTES:
        raise _too_large(given)
    return Body(name_of(given), data, hashlib.sha256(data).hexdigest())


def _file(given: str) -> bytes:
    name = name_of(given)
    try:
        with Path(given).open("rb") as file:
            return file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as e:
        raise ReadError(f"no file {name}", expected="a file, a folder, an address or -", cure="check the name") from e
    except IsADirectoryError as e:
        if not given:  # Path("") is this folder
            raise ReadError(
                "no name", expected="a file, a folder, an address or -", cure="give the name of what to read"
            ) from e
        raise ReadError(f"{name} is a folder", expected="one article", cure="use Desk().read_many for several") from e
    except (OSError, ValueError) as e:
        why = e.strerror if isinstance(e, OSError) else str(e)
        raise ReadError(
            f"{name} cannot be read: {why}",
            expected="a file you may read",
            cure="check the name and who may read it",
        ) from e


def _too_large(given: str) -> ReadError:
    return ReadError(
        f"{name_of(given)} has more than {MAX_FILE_BYTES:,} bytes",
        expected="one article",
        cure="save the article alone, without the rest",
    )
