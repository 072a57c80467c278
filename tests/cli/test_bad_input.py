"""Each bad input: a clear message, the right exit code, no traceback, and the others are read."""

import hashlib
import json
import os
import stat
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.run import ARTICLE, anyq, article

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + bytes(40)
ENGLISH = b"The bridge was opened on Thursday, and the first cars have already crossed it, the mayor said. " * 3
KAZAKH = "Көпір бейсенбі күні ашылды, енді алғашқы көліктер өтіп жатыр, деді қала әкімі. ".encode() * 3
LINKS = b"<html><body>" + b"<p><a href='/x'>x</a></p>" * 5 + b"</body></html>"


NOISE = b"".join(hashlib.sha256(bytes([n])).digest() for n in range(125))

BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.txt": (lambda: b"", "empty"),
    "spaces.html": (lambda: b" \n\t ", "empty"),
    "picture.html": (lambda: PNG, "picture"),
    "noise.txt": (lambda: NOISE, "binary"),
    "packed.html": (lambda: b"\x1f\x8b" + zlib.compress(b"x" * 999), "packed"),
    "links.html": (lambda: LINKS, "without an article"),
    "english.txt": (lambda: ENGLISH, "English"),
    "kazakh.txt": (lambda: KAZAKH, "Kazakh"),
    "large.txt": (lambda: ("Мост открыт. " * 20).encode() * 110_000, "5,000,000"),
    "vast.txt": (lambda: b"x" * 64_000_001, "64,000,000"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_exit_code_3_and_says_what_it_is(tmp_path: Path, name: str) -> None:
    body, words = BAD[name]
    path = tmp_path / name
    path.write_bytes(body())
    ran = anyq(tmp_path / "home", "read", "--json", path)
    assert ran.code == 3
    assert words in ran.err
    assert "Traceback" not in ran.err
    failure = json.loads(ran.out)
    assert (failure["format"], failure["input"]) == ("anyq/failure/1", str(path))
    assert failure["error"]["found"]
    assert failure["error"]["expected"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("нет.txt", "no file"),
        ("", "no name"),
        ("ftp://dala.example/1", "http"),
        ("http://127.0.0.1:9/", "private"),
        ("http://[::ffff:127.0.0.1]:9/", "private"),
        ("https://", "http"),
        ("http://[", "address"),
        ("http://127.0.0.1:9/" + "x" * 5000, "private"),
        ("x" * 5000, "cannot be read"),
    ],
)
def test_what_is_not_there_is_exit_code_3(tmp_path: Path, given: str, words: str) -> None:
    ran = anyq(tmp_path, "read", "--json", given, cwd=tmp_path)
    assert ran.code == 3, ran.err
    assert words in ran.err
    assert "Traceback" not in ran.err


def test_a_fetch_names_its_host_first(tmp_path: Path) -> None:
    ran = anyq(tmp_path, "read", "http://127.0.0.1:9/page")
    assert ran.err.splitlines()[0] == "fetching from 127.0.0.1"


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = article(tmp_path, "мост.txt")
    path.chmod(0)
    if os.access(path, os.R_OK):
        path.chmod(stat.S_IRUSR | stat.S_IWUSR)
        pytest.skip("this user may read everything")
    ran = anyq(tmp_path, "read", path)
    assert (ran.code, "cannot be read" in ran.err) == (3, True)


def test_a_folder_without_articles_says_which_files_it_takes(tmp_path: Path) -> None:
    (tmp_path / "пусто").mkdir()
    ran = anyq(tmp_path, "read", tmp_path / "пусто", "--jsonl")
    assert (ran.code, ".html" in ran.err) == (3, True)


def test_a_file_name_that_is_no_text_is_read(tmp_path: Path) -> None:
    try:
        (tmp_path / "\udcff.txt").write_bytes(ARTICLE.encode())
    except OSError:
        pytest.skip("this file system takes only text")
    ran = anyq(tmp_path, "read", tmp_path, "--jsonl")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["input"].endswith("\\xff.txt")


def test_of_a_hundred_with_ten_bad_the_ninety_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "все"
    bad = [BAD[name][0]() for name in ("empty.txt", "picture.html", "noise.txt", "links.html", "english.txt")] * 2
    for n in range(100):
        path = article(folder, f"{n:03}.txt", f"Мост {n}.\n\n«Очередь исчезнет», – сказал аким Ерлан Тлеу.\n")
        if n % 10 == 3:
            path.write_bytes(bad[n // 10])
    out = tmp_path / "out.jsonl"
    ran = anyq(tmp_path / "home", "read", folder, "--jsonl", "--out", out, "--jobs", "2")
    assert ran.code == 3
    rows = [json.loads(line) for line in out.read_bytes().splitlines()]
    assert [r["input"] for r in rows] == [str(folder / f"{n:03}.txt") for n in range(100)]
    failed = [n for n, r in enumerate(rows) if r["format"] == "anyq/failure/1"]
    assert failed == list(range(3, 100, 10))
    assert "not read: 10" in ran.err
    assert "read: 90" in ran.err
