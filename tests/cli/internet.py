"""An internet on the loopback for anyq as a process: names with answers of our own, one public address, one server."""

import sys
from pathlib import Path

from tests.cli.run import Ran, anyq

PUBLIC = "93.184.215.14"  # never reached: connections to it lead to the loopback
NAME = "mayak.example"

# The process asks the system as it always does; only what the system answers is ours.
_PROGRAM = """
import socket, sys
port, answers = int(sys.argv.pop(1)), sys.argv.pop(1).split(",")
ask, connect = socket.getaddrinfo, socket.create_connection
def getaddrinfo(host, *more, **named):
    if host != "{name}":
        return ask(host, *more, **named)
    answer = answers.pop(0) if len(answers) > 1 else answers[0]
    if not answer:
        raise socket.gaierror(-2, "Name or service not known")
    return ask(answer, *more, **named)
def create_connection(address, *more, **named):
    return connect(("127.0.0.1", port) if address[0] == "{public}" else address, *more, **named)
socket.getaddrinfo, socket.create_connection = getaddrinfo, create_connection
from anyq.cli import main
main()
"""


def anyq_online(home: Path, *arguments: str | Path, port: int, answers: str = PUBLIC, **more: str) -> Ran:
    """``anyq`` where ``mayak.example`` has ``answers`` (comma-separated, one each time it is asked; "" = no such name)
    and the public address is the loopback's ``port``."""
    program = [sys.executable, "-c", _PROGRAM.format(name=NAME, public=PUBLIC), str(port), answers]
    return anyq(home, *arguments, command=program, **more)
