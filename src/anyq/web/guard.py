"""What every answer carries, and which requests are refused before anything is done."""

from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY_BYTES = 66_000_000  # the largest file that is read, and the form around it
# The page of a reading brings a policy of its own, narrower than this one
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    (b"referrer-policy", b"same-origin"),  # under no-referrer a browser hides the origin of our own forms too
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)


class Guard:
    """ASGI middleware: no form from another site, no endless body, no trace of a reading in caches or referrers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves or refuses one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        if scope["method"] not in ("GET", "HEAD") and not _from_here(headers):
            await _refuse(send, 403, b"this form comes from another site")
            return
        length = headers.get("content-length", "")
        if scope["method"] == "POST" and (not length.isdigit() or int(length) > MAX_BODY_BYTES):
            await _refuse(send, 413, b"too large, or of unknown length")
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                names = {name.lower() for name, _ in message["headers"]}
                policy = (
                    () if b"content-security-policy" in names else ((b"content-security-policy", _POLICY.encode()),)
                )
                message["headers"] = [*message["headers"], *_HEADERS, *policy]
            await send(message)

        await self.app(scope, receive, with_headers)


def _from_here(headers: dict[str, str]) -> bool:
    """True if the browser says that the request comes from a page of this server."""
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc == headers.get("host")


async def _refuse(send: Send, status: int, why: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": why})
