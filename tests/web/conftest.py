"""A desk served on the loopback as ``anyq open`` serves it, and a client that asks as its pages do."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from anyq.desk import Desk
from anyq.settings import Settings
from anyq.web.serve import Server, listening


@dataclass
class Served:
    address: str
    key: str
    desk: Desk
    client: httpx.Client


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    desk = Desk(settings=Settings(home=tmp_path))
    answers = threading.Event()
    with listening(desk, port=0) as door:
        server = Server(desk, door, ui="en", started=answers.set)
        thread = threading.Thread(target=server.serve_until_stopped)
        thread.start()
        assert answers.wait(20)
        host = door.address.partition("//")[2].partition("/")[0]
        with httpx.Client(base_url=door.address, headers={"origin": f"http://{host}"}, timeout=60) as client:
            yield Served(door.address, door.key, desk, client)
        server.stop()
        thread.join(20)
