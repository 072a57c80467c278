"""A run that is stopped, in whatever way, leaves whole lines; the same command goes on."""

import contextlib
import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.run import COMMAND, anyq, article, environment

N = 9
TEXT = "Мост {n} открыли в четверг. «Очередь исчезнет», – сказал аким Ерлан Тлеу. " * 8


def lines(out: Path) -> list[bytes]:
    return out.read_bytes().splitlines(keepends=True) if out.exists() else []


def until(holds: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came about"
        time.sleep(0.02)


def children(pid: int) -> list[int]:
    return [int(c) for c in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
@pytest.mark.parametrize(("how", "jobs"), [(signal.SIGINT, "1"), (signal.SIGINT, "2"), (signal.SIGKILL, "2")])
def test_a_stopped_run_goes_on_where_it_ended(tmp_path: Path, how: signal.Signals, jobs: str) -> None:
    folder, out = tmp_path / "все", tmp_path / "out.jsonl"
    inputs = [str(article(folder, f"{n:02}.txt", TEXT.replace("{n}", str(n)))) for n in range(N)]
    command = [*COMMAND, "read", str(folder), "--jsonl", "--out", str(out), "--jobs", jobs]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, env=environment(tmp_path), start_new_session=True
    ) as running:
        until(lambda: len(lines(out)) >= 2)
        workers = children(running.pid)
        if how == signal.SIGINT:
            os.killpg(running.pid, how)  # a terminal sends Ctrl-C to the workers too
        else:
            running.send_signal(how)
        assert running.stderr is not None
        said = running.stderr.read().decode()
    written = len(lines(out))
    assert 1 <= written < N  # the line being written when the signal came is cut off again
    if how == signal.SIGINT:
        assert running.returncode == 130
        assert "run the same command again" in said
        assert "Traceback" not in said
        assert all(line.endswith(b"\n") for line in lines(out))
    until(lambda: not any(Path(f"/proc/{w}").exists() for w in workers))
    ran = anyq(tmp_path, "read", folder, "--jsonl", "--out", out, "--jobs", jobs)
    assert ran.code == 0, ran.err
    assert [json.loads(line)["input"] for line in lines(out)] == inputs


def test_a_bar_shows_only_where_a_person_looks(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    for n in range(3):
        article(tmp_path / "все", f"{n}.txt")
    main_end, other_end = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, "read", str(tmp_path / "все"), "--jsonl"],
        stdout=subprocess.PIPE,
        stderr=other_end,
        env=environment(tmp_path, TERM="xterm", COLUMNS="80"),
    ) as running:
        os.close(other_end)
        out, _ = running.communicate()
    said = b""
    with contextlib.suppress(OSError):  # Linux tells the end of a terminal so
        while piece := os.read(main_end, 4096):
            said += piece
    os.close(main_end)
    assert b"3/3" in said
    assert len(out.splitlines()) == 3
    assert b"3/3" not in out


def test_an_interrupt_while_the_workers_start_ends_the_run_without_a_traceback(tmp_path: Path) -> None:
    for n in range(4):
        article(tmp_path / "все", f"{n}.txt")
    command = [*COMMAND, "read", str(tmp_path / "все"), "--jsonl", "--jobs", "2"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(tmp_path), start_new_session=True
    ) as running:
        until(lambda: len(children(running.pid)) >= 2)
        os.killpg(running.pid, signal.SIGINT)
        _, said = running.communicate()
    assert running.returncode == 130
    assert b"Traceback" not in said
