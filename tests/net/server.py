"""A real HTTP server on the loopback, each request answered by a function; and a wire that leads to it."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore

Answer = Callable[[str, "Connection"], None]


class Connection:
    """What an answer may do: send bytes until the client goes away."""

    def __init__(self, sock: socket.socket, request: bytes) -> None:
        self._sock = sock
        self.request = request

    def send(self, data: bytes) -> bool:
        """False once the client has gone."""
        try:
            self._sock.sendall(data)
        except OSError:
            return False
        return True

    def wait(self) -> None:
        """Until the client goes."""
        with contextlib.suppress(OSError):
            self._sock.recv(1)

    def reply(self, body: bytes = b"", *, status: str = "200 OK", headers: str = "") -> None:
        """A whole answer."""
        self.send(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{headers}\r\n".encode() + body)


class Server:
    """Where it listens and which requests came, as ``METHOD target`` and Host."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.requests: list[tuple[str, str]] = []


@contextlib.contextmanager
def serving(answer: Answer) -> Iterator[Server]:
    listener = socket.create_server(("127.0.0.1", 0))
    server = Server(listener.getsockname()[1])
    open_connections: list[threading.Thread] = []

    def serve(sock: socket.socket) -> None:
        with sock:
            sock.settimeout(10)
            request = b""
            while b"\r\n\r\n" not in request:
                chunk = sock.recv(65536)
                if not chunk:
                    return
                request += chunk
            lines = request.decode().split("\r\n")
            host = next(line[6:] for line in lines if line.lower().startswith("host: "))
            line = lines[0].rsplit(" ", 1)[0]
            server.requests.append((line, host))
            answer(line.split(" ")[1], Connection(sock, request))

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                sock, _ = listener.accept()
                thread = threading.Thread(target=serve, args=(sock,))
                thread.start()
                open_connections.append(thread)

    accepting = threading.Thread(target=accept)
    accepting.start()
    try:
        yield server
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        accepting.join()
        listener.close()
        for thread in open_connections:
            thread.join()


class Wire(httpcore.NetworkBackend):
    """Leads a connection to any address to the loopback, and remembers which address was asked for."""

    def __init__(self, port: int) -> None:
        self.asked: list[str] = []
        self._port = port
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        self.asked.append(host)
        return self._inner.connect_tcp("127.0.0.1", self._port, timeout)
