"""One page over HTTP: checked address, few redirects, bounded bytes and time."""

import hashlib
from dataclasses import dataclass, field

import httpcore
import httpx

from anyq.errors import FetchError
from anyq.net.address import Resolve, system_resolve
from anyq.net.body import ACCEPTED, too_large, unpacked
from anyq.net.connection import CheckedTransport, Deadline
from anyq.net.policy import PAGE, Policy

_SAVE = "open it in a browser, save it, and read the file"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave. ``url`` is the last address, after redirects; ``media_type`` the Content-Type as sent."""

    url: str
    status: int
    media_type: str | None
    body: bytes = field(repr=False)
    sha256: str
    fetched_at: str


def fetch(
    url: str,
    policy: Policy = PAGE,
    *,
    now: str,
    resolve: Resolve = system_resolve,
    wire: httpcore.NetworkBackend | None = None,
) -> Fetched:
    """The bytes at ``url``, unpacked; ``now`` (RFC 3339) goes into ``fetched_at`` as it is.

    Every host on the way is resolved once with ``resolve`` and connected to, over ``wire`` (the system's sockets), at
    the address that was checked.

    Raises:
        FetchError: not http(s), no such host, an address that is not public (unless the policy allows it), too many
            redirects, an answer other than 2xx, too large, too slow.
    """
    deadline = Deadline(policy.timeout_s)
    target = _target(url, None)
    try:
        transport = CheckedTransport(policy, deadline, resolve, wire or httpcore.SyncBackend())
        with httpx.Client(transport=transport, trust_env=False, headers=_headers(policy)) as client:
            for _ in range(policy.redirects + 1):
                with client.stream("GET", target) as response:
                    if not response.has_redirect_location:
                        return _fetched(response, target, policy, now)
                    target = _target(response.headers["location"], target)
    except httpcore.TimeoutException as e:
        deadline.left()  # where no time is left at all, that is what is told
        raise FetchError(f"{target.host} did not answer in time", expected="an answer", cure="try again later") from e
    except httpcore.ProxyError as e:
        raise FetchError(f"the proxy refused: {e}", expected="an answer", cure="check the proxy setting") from e
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError) as e:
        raise FetchError(
            f"no connection to {target.host}: {e or type(e).__name__}",
            expected="an answer",
            cure="check the address and the network",
        ) from e
    raise FetchError(f"more than {policy.redirects} redirects", expected="a page", cure=_SAVE)


def _headers(policy: Policy) -> dict[str, str]:
    return {
        "user-agent": policy.user_agent,
        "accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
        "accept-encoding": ACCEPTED,
        "connection": "close",
    }


def _target(address: str, base: httpx.URL | None) -> httpx.URL:
    try:
        target = base.join(address) if base else httpx.URL(address)
    except (httpx.InvalidURL, ValueError) as e:
        raise FetchError(f"{address!r} is not an address: {e}", expected="http:// or https://") from e
    # "%": what no host name may hold comes out of httpx escaped
    if target.scheme not in ("http", "https") or not target.host or "%" in target.host:
        raise FetchError(
            f"{address[:80]!r} is not the address of a page",
            expected="http:// or https://",
            cure="give the whole address of a page",
        )
    if target.userinfo:
        # it would stand in the snapshot for all to read
        raise FetchError("an address with a password in it", expected="a public page", cure=_SAVE)
    return target


def _fetched(response: httpx.Response, target: httpx.URL, policy: Policy, now: str) -> Fetched:
    if not response.is_success:
        raise FetchError(f"{target.host} answered {response.status_code}", expected="a page (200)", cure=_SAVE)
    announced = response.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > policy.max_bytes:
        raise too_large(policy.max_bytes)
    body = unpacked(response.iter_raw(), response.headers.get("content-encoding", ""), policy.max_bytes)
    return Fetched(
        url=str(target.copy_with(fragment=None)),
        status=response.status_code,
        media_type=response.headers.get("content-type"),
        body=body,
        sha256=hashlib.sha256(body).hexdigest(),
        fetched_at=now,
    )
