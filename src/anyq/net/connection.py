"""Connections that go only to checked addresses and end at one deadline, as an httpx transport."""

import ssl
import time
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

from anyq.errors import FetchError
from anyq.net.address import Resolve, checked_addresses, is_global, is_number
from anyq.net.policy import Policy

CONNECT_TIMEOUT_S = 8.0  # one dead address must not eat the time of the next


class Deadline:
    """The moment at which a fetch ends, whatever it is doing."""

    def __init__(self, timeout_s: float) -> None:
        self.timeout_s = timeout_s
        self._ends = time.monotonic() + timeout_s

    def left(self) -> float:
        """Seconds until then, always more than 0.

        Raises:
            FetchError: none are left.
        """
        left = self._ends - time.monotonic()
        if left <= 0:
            raise FetchError(
                f"not finished after {self.timeout_s:g} s", expected="a page", cure="open it in a browser and save it"
            )
        return left


class _Stream(httpcore.NetworkStream):
    """A connection on which every read and write ends at the deadline: a trickle of bytes does not renew it."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        # server_hostname is the name in the URL: SNI and certificate are checked against it, not against the number
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, self._deadline.left()), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Resolves a name once, checks what it got and connects to just that: a second answer is never asked for."""

    def __init__(self, policy: Policy, deadline: Deadline, resolve: Resolve, wire: httpcore.NetworkBackend) -> None:
        self._policy = policy
        self._deadline = deadline
        self._resolve = resolve
        self._wire = wire

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        # a proxy may well stand in a private network: the user named it
        private = self._policy.private_addresses or self._policy.proxy is not None
        addresses = checked_addresses(host, port, self._resolve, private=private, timeout_s=self._deadline.left())
        failure: httpcore.NetworkError | httpcore.TimeoutException | None = None
        for address in addresses:
            try:
                stream = self._wire.connect_tcp(address, port, min(CONNECT_TIMEOUT_S, self._deadline.left()))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as e:
                failure = e
            else:
                return _Stream(stream, self._deadline)
        raise failure or httpcore.ConnectError("no address")


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


class CheckedTransport(httpx.BaseTransport):
    """An httpx transport for one fetch under one policy; ``wire`` is what connects to an address."""

    def __init__(self, policy: Policy, deadline: Deadline, resolve: Resolve, wire: httpcore.NetworkBackend) -> None:
        self._policy = policy
        backend = _Backend(policy, deadline, resolve, wire)
        self._pool: httpcore.ConnectionPool = (
            httpcore.HTTPProxy(policy.proxy, network_backend=backend)
            if policy.proxy
            else httpcore.ConnectionPool(network_backend=backend)
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The response to ``request``, its body not read yet.

        Raises:
            FetchError: an address that is not public, or no time left.
            httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, httpcore.TimeoutException: as named.
        """
        host = request.url.host
        if self._policy.proxy and not self._policy.private_addresses and is_number(host) and not is_global(host):
            raise FetchError(
                f"{host} is an address inside a private network",
                expected="a public address",
                cure="give a public page, or save this one and read the file",
            )
        response = self._pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
            )
        )
        return httpx.Response(response.status, headers=response.headers, stream=_Body(response))

    def close(self) -> None:
        """Closes every connection."""
        self._pool.close()
