import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anyq.cli.outfile import OutFile
from anyq.errors import SettingsError, StoreError
from anyq.records import Failure, FailureReason, encode
from tests.records.made import made


def record(name: str, sha: str | None, kind: str | None = None) -> bytes:
    if kind is not None:
        return encode(Failure(name, FailureReason(kind, "нет текста", "статья", ""), input_sha256=sha))
    reading = made("«{q:Да}», – сказал он.")
    return (
        encode(reading)
        .replace(b'"made.txt"', f'"{name}"'.encode())
        .replace(b'"input_sha256":null', f'"input_sha256":"{sha}"'.encode())
    )


RECORDS = [record("один.html", "a1"), record("два.html", "b2", "read"), record("три.html", "c3")]
WHOLE = b"".join(r + b"\n" for r in RECORDS)


def test_a_new_file_is_made_and_knows_nothing(tmp_path: Path) -> None:
    with OutFile(tmp_path / "out.jsonl") as out:
        assert (out.known, out.mended) == (set(), False)
        for r in RECORDS:
            out.append(r)
    assert (tmp_path / "out.jsonl").read_bytes() == WHOLE


def test_a_rerun_knows_what_was_read_and_what_can_only_fail_again(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    again = record("сеть", "d4", "fetch"), record("нет файла", None, "read")
    path.write_bytes(WHOLE + b"".join(r + b"\n" for r in again))
    with OutFile(path) as out:
        assert out.known == {("один.html", "a1"), ("два.html", "b2"), ("три.html", "c3")}


@given(st.integers(0, len(WHOLE)))
def test_a_kill_at_any_byte_loses_only_the_line_being_written(cut: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.jsonl"
        path.write_bytes(WHOLE[:cut])
        with OutFile(path) as out:
            kept = path.read_bytes()
            assert out.mended == (kept != WHOLE[:cut])
            assert len(out.known) == kept.count(b"\n")
            for r in RECORDS[kept.count(b"\n") :]:
                out.append(r)
        assert path.read_bytes() == WHOLE


@pytest.mark.parametrize(
    "text",
    ["заметки\n", "заметки", '{"a": 1}\n', '{"input": "x", "format": "anyq/trace/1"}\n', "\n", '{"input":\n'],
)
def test_a_file_of_something_else_is_refused_and_left_as_it_was(tmp_path: Path, text: str) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=r"line 1 is not a record"):
        OutFile(path)
    assert path.read_text("utf-8") == text


def test_two_runs_cannot_write_one_file(tmp_path: Path) -> None:
    with OutFile(tmp_path / "out.jsonl"), pytest.raises(StoreError, match="another anyq"):
        OutFile(tmp_path / "out.jsonl")


def test_a_folder_that_is_not_there_is_an_error_of_storage(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot open"):
        OutFile(tmp_path / "none" / "out.jsonl")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
def test_a_full_device_is_an_error_of_storage() -> None:
    with OutFile(Path("/dev/full")) as out, pytest.raises(StoreError, match="cannot write"):
        out.append(RECORDS[0])


def test_a_disk_that_fills_within_a_line_keeps_the_lines_before(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    room = len(RECORDS[0]) + 1 + 20
    program = (
        "import sys, resource\n"
        "from pathlib import Path\n"
        "from anyq.cli.outfile import OutFile\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))\n"
        "with OutFile(Path(sys.argv[1])) as out:\n"
        "    for line in sys.stdin.buffer.read().splitlines():\n"
        "        out.append(line)\n"
    )
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] == resource.RLIM_INFINITY
    run = subprocess.run([sys.executable, "-c", program, str(path)], input=WHOLE, capture_output=True, check=False)
    assert b"StoreError" in run.stderr
    assert path.read_bytes() == RECORDS[0] + b"\n"
