"""A server for one user: a free port of the loopback, a key made for this run, the browser opened at it."""

import socket
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn

from anyq.desk import Desk
from anyq.page import Ui
from anyq.web.app import create_app

HOST = "127.0.0.1"
KEY_BYTES = 24  # 192 bits: nobody guesses it


@dataclass(frozen=True, slots=True)
class Door:
    """The socket that a desk listens on, and the key that opens it."""

    listening: socket.socket
    key: str

    @property
    def address(self) -> str:
        """Where the front page is."""
        return f"http://{HOST}:{self.listening.getsockname()[1]}/{self.key}/"


@contextmanager
def listening(desk: Desk, *, port: int) -> Iterator[Door]:
    """A door on the loopback; port 0 takes any free one.

    Raises:
        OSError: the port is taken.
    """
    with socket.create_server((HOST, port)) as opened:
        yield Door(opened, desk.entropy(KEY_BYTES).hex())


class Server(uvicorn.Server):
    """Answers at a door until stopped; ``started`` is called once it does."""

    def __init__(self, desk: Desk, door: Door, *, ui: Ui, started: Callable[[], None]) -> None:
        app = create_app(desk, door.key, ui=ui)
        super().__init__(uvicorn.Config(app, log_level="error", access_log=False, server_header=False, ws="none"))
        self._door, self._tell = door, started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Opens, then tells."""
        await super().startup(sockets)
        self._tell()

    def serve_until_stopped(self) -> None:
        """Blocks; Ctrl-C in the main thread ends it."""
        self.run(sockets=[self._door.listening])

    def stop(self) -> None:
        """Ends it from another thread, open requests first."""
        self.should_exit = True


def serve(desk: Desk, *, ui: Ui, port: int, browser: bool, ready: Callable[[str], None]) -> None:
    """Serves until interrupted; ``ready`` is told the address once it answers.

    Raises:
        OSError: the port is taken.
    """
    with listening(desk, port=port) as door:

        def opened() -> None:
            ready(door.address)
            if browser:
                webbrowser.open(door.address)

        threading.Thread(target=desk.warm, daemon=True).start()  # the first text need not wait for the models
        Server(desk, door, ui=ui, started=opened).serve_until_stopped()
