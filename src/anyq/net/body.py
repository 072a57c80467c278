"""The bytes of a response, unpacked no further than a bound."""

import zlib
from collections.abc import Iterable

from anyq.errors import FetchError

ACCEPTED = "gzip, deflate"
_WINDOW = {"gzip": 31, "x-gzip": 31, "deflate": 15}  # zlib: 31 reads a gzip header, 15 a zlib one


def unpacked(chunks: Iterable[bytes], encoding: str, max_bytes: int) -> bytes:
    """The joined ``chunks``, unpacked as Content-Encoding says; never holds more than ``max_bytes`` and one chunk.

    Raises:
        FetchError: larger than ``max_bytes``, broken, or packed in a way that was not asked for.
    """
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return _joined(chunks, max_bytes)
    if name not in _WINDOW:
        # "gzip, gzip" too: one packing inside another is how a small answer grows a million times
        raise FetchError(f"a page packed as {encoding!r}", expected=ACCEPTED, cure="save it in a browser")
    return _inflated(chunks, _WINDOW[name], max_bytes)


def _joined(chunks: Iterable[bytes], max_bytes: int) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > max_bytes:
            raise too_large(max_bytes)
    return bytes(body)


def _inflated(chunks: Iterable[bytes], window: int, max_bytes: int) -> bytes:
    body = bytearray()
    unpacker = zlib.decompressobj(window)
    first = True
    try:
        for chunk in chunks:
            if first and window == 15 and chunk and (chunk[0] & 0x0F) != 8:
                unpacker = zlib.decompressobj(-15)  # many servers send "deflate" without its zlib header
            first = False
            body += unpacker.decompress(chunk, max_bytes + 1 - len(body))
            if len(body) > max_bytes:
                raise too_large(max_bytes)
    except zlib.error as e:
        raise FetchError(f"a page that does not unpack: {e}", expected=ACCEPTED, cure="save it in a browser") from e
    if not unpacker.eof:
        raise FetchError("a page cut off in transfer", expected="all of it", cure="fetch it again")
    return bytes(body)


def too_large(max_bytes: int) -> FetchError:
    """The refusal of a body over its bound."""
    return FetchError(
        f"more than {max_bytes:,} bytes",
        expected=f"at most {max_bytes:,}",
        cure="save the article alone and read the file",
    )
