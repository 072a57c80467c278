"""Each bad input: what was found, what was expected, what to do, the right exit code, in bounded time."""

import gzip
import hashlib
import json
import os
import socket
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.internet import NAME, PUBLIC, anyq_online
from tests.cli.run import ARTICLE, Ran, anyq, article
from tests.net.server import Answer, Connection, serving

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + bytes(40)
NOISE = b"".join(hashlib.sha256(bytes([n])).digest() for n in range(125))
LINKS = b"<html><body>" + b"<p><a href='/x'>x</a></p>" * 5 + b"</body></html>"
PAGE = f"<html><head><meta charset='{{}}'></head><body><article><p>{ARTICLE}</p></article></body></html>"
UKRAINIAN = "Міст відкрили у четвер, і перші машини вже проїхали ним, сказав міський голова. " * 3
ANYQ_S = 10.0  # a process of its own on a busy machine; alone each takes one or two
TIMEOUT_S = 2.0


@dataclass(frozen=True)
class Bad:
    """An input that gives no reading: its bytes, and words of what is said of it."""

    body: Callable[[], bytes]
    found: str
    expected: str = "an article"
    cure: str = "save the text of the article"


FILES = {
    "empty.txt": Bad(lambda: b"", "an empty file", cure="saved whole"),
    "spaces.html": Bad(lambda: b" \n\t ", "an empty file", cure="saved whole"),
    "picture.html": Bad(lambda: PNG, "a picture (PNG)"),
    "noise.txt": Bad(lambda: NOISE, "binary data"),
    "packed.html": Bad(lambda: gzip.compress(ARTICLE.encode()), "a packed file (gzip)", cure="unpack it"),
    "menu.html": Bad(lambda: LINKS, "a page without an article", "the text of one article"),
    "feed.html": Bad(lambda: b"<rss><channel/></rss>", "a feed", "one article", "the address of one"),
    "50 MB.txt": Bad(
        lambda: ("Мост открыт. " * 20).encode() * 110_000, "28,600,000 characters", "5,000,000", "split it"
    ),
    "film.txt": Bad(lambda: b"x" * 64_000_001, "64,000,000 bytes", "one article", "save the article alone"),
    "ukrainian.txt": Bad(UKRAINIAN.encode, "neither Russian, Kazakh nor English", "English", "one of these languages"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_exit_code_3_and_says_what_it_is(tmp_path: Path, name: str) -> None:
    bad, path = FILES[name], tmp_path / name
    path.write_bytes(bad.body())
    ran = anyq(tmp_path / "home", "read", "--json", path)
    told(ran, bad.found, bad.expected, bad.cure)
    failure = json.loads(ran.out)
    assert (failure["format"], failure["input"]) == ("anyq/failure/1", str(path))
    assert failure["error"]["found"] in ran.err


@pytest.mark.parametrize(("ui", "error"), [("ru", "ошибка: "), ("kk", "қате: ")])
def test_a_refusal_is_told_in_the_language_of_the_reader_and_recorded_in_english(
    tmp_path: Path, ui: str, error: str
) -> None:
    bad = "empty.txt", "picture.html", "menu.html", "ukrainian.txt"
    for name in bad:
        (tmp_path / name).write_bytes(FILES[name].body())
        ran = anyq(tmp_path / "home", "read", "--json", name, "--ui", ui, cwd=tmp_path)
        said = ran.err.splitlines()
        assert (len(said), said[0].startswith(error)) == (3, True)
        assert not any(word in ran.err for word in ("the ", "an ", "save", "give")), ran.err
        assert FILES[name].found in json.loads(ran.out)["error"]["found"]


def told(ran: Ran, found: str, expected: str, cure: str, within_s: float = ANYQ_S) -> None:
    """Exit code 3 in time, with each of the three on its line of stderr and nothing of Python."""
    assert ran.code == 3, ran.err
    assert "Traceback" not in ran.err
    lines = ran.err.splitlines()
    for label, words in (("error: ", found), ("  expected: ", expected), ("  what to do: ", cure)):
        assert any(line.startswith(label) and words in line for line in lines), (label, words, ran.err)
    assert ran.seconds < within_s


@pytest.mark.parametrize(
    ("given", "found", "expected", "cure"),
    [
        ("нет.txt", "no file нет.txt", "a file, a folder, an address", "check the name"),
        ("", "no name", "a file, a folder, an address", "give the name"),
        ("x" * 5000, "cannot be read", "a file you may read", "check the name"),
        ("ftp://dala.example/1", "not the address of a page", "https://", "whole address"),
        ("https://", "not the address of a page", "https://", "whole address"),
        ("http://[", "not the address", "https://", "whole address"),
        ("http://127.0.0.1:9/", "private network", "a public address", "save this one"),
        ("http://[::ffff:127.0.0.1]:9/", "private network", "a public address", "save this one"),
        ("http://127.0.0.1:9/" + "x" * 5000, "private network", "a public address", "save this one"),
    ],
)
def test_what_is_not_there_is_exit_code_3(tmp_path: Path, given: str, found: str, expected: str, cure: str) -> None:
    told(anyq(tmp_path, "read", "--json", given, cwd=tmp_path), found, expected, cure)


def hello(path: str, connection: Connection) -> None:
    connection.reply(PAGE.format("utf-8").encode(), headers="Content-Type: text/html\r\n")


def inward(path: str, connection: Connection) -> None:
    connection.reply(status="302 Found", headers="Location: http://127.0.0.1:80/admin\r\n")


def around(path: str, connection: Connection) -> None:
    connection.reply(status="302 Found", headers=f"Location: http://{NAME}/again\r\n")


def endless(path: str, connection: Connection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\n\r\n")
    while connection.send(b"<p>" * 20_000):
        pass


def trickle(path: str, connection: Connection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\n\r\n")
    while connection.send(b"x"):
        time.sleep(0.05)


def bomb(path: str, connection: Connection) -> None:
    connection.reply(gzip.compress(bytes(100_000_000)), headers="Content-Encoding: gzip\r\n")


def gone(path: str, connection: Connection) -> None:
    connection.reply(status="404 Not Found")


def picture(path: str, connection: Connection) -> None:
    connection.reply(PNG, headers="Content-Type: image/png\r\n")


@dataclass(frozen=True)
class Site:
    """What a site does, what its name stands for, and words of what is said of it."""

    answer: Answer
    found: str
    expected: str = "a page"
    cure: str = "save it, and read the file"
    names: str = PUBLIC


SITES = {
    "a redirect to 127.0.0.1": Site(inward, "127.0.0.1 is an address inside a private network", "public", "save this"),
    "a name that is private": Site(hello, "127.0.0.1, an address inside", "public", "save this", "127.0.0.1"),
    "a name private the second time": Site(around, "10.0.0.1, an address", "public", "save this", f"{PUBLIC},10.0.0.1"),
    "a name that does not exist": Site(hello, f"no address for {NAME}", "a name that exists", "check the address", ""),
    "redirects for ever": Site(around, "more than 5 redirects"),
    "a page that never ends": Site(endless, "more than 20,000,000 bytes", "at most", "save the article alone"),
    "a page that comes in drops": Site(trickle, "not finished after 2 s", cure="save it"),
    "a gzip bomb": Site(bomb, "more than 20,000,000 bytes", "at most", "save the article alone"),
    "a page that is gone": Site(gone, "answered 404"),
    "a picture": Site(picture, "a picture (PNG)", "an article", "save the text"),
}


@pytest.mark.parametrize("name", SITES)
def test_a_bad_address_is_exit_code_3_in_bounded_time(tmp_path: Path, name: str) -> None:
    site = SITES[name]
    with serving(site.answer) as server:
        ran = anyq_online(
            tmp_path,
            "read",
            f"http://{NAME}/1",
            port=server.port,
            answers=site.names,
            ANYQ_FETCH_TIMEOUT_S=f"{TIMEOUT_S}",
        )
    assert ran.err.splitlines()[0] == f"fetching from {NAME}"
    told(ran, site.found, site.expected, site.cure, ANYQ_S + TIMEOUT_S)


def test_a_name_that_changes_its_answer_is_asked_once_and_its_page_read(tmp_path: Path) -> None:
    with serving(hello) as server:
        ran = anyq_online(
            tmp_path, "read", f"http://{NAME}/1", "--json", port=server.port, answers=f"{PUBLIC},127.0.0.1"
        )
    assert (ran.code, ran.err.splitlines()) == (0, [f"fetching from {NAME}"])
    assert server.requests == [("GET /1", NAME)]


@pytest.fixture
def closed_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    yield port


def test_a_host_that_cannot_be_reached_says_so(tmp_path: Path, closed_port: int) -> None:
    ran = anyq_online(tmp_path, "read", f"http://{NAME}/1", port=closed_port)
    told(ran, f"no connection to {NAME}", "an answer", "check the address and the network")


@pytest.mark.parametrize(
    ("encoding", "declared"), [("windows-1251", "utf-8"), ("utf-8", "windows-1251"), ("koi8-r", "windows-1251")]
)
def test_a_page_that_declares_a_wrong_encoding_is_read_in_its_own(tmp_path: Path, encoding: str, declared: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.format(declared).encode(encoding, "replace"))
    ran = anyq(tmp_path / "home", "read", "--json", path)
    assert (ran.code, ran.err) == (0, "")
    assert "Мост через Сарысу открыли в четверг." in json.loads(ran.out)["document"]["text"]


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_utf_8_that_is_cut_off_is_read_and_what_is_lost_is_told(tmp_path: Path, cut: int) -> None:
    path = article(tmp_path, "мост.txt", ARTICLE.rstrip()[:-1])
    path.write_bytes(path.read_bytes()[:-cut])
    ran = anyq(tmp_path / "home", "read", "--json", path)
    assert ran.code == 0
    text = json.loads(ran.out)["document"]["text"]
    assert text.endswith("\ufffd") == (cut % 2 == 1)
    assert ("could not be decoded: 1;" in ran.err) == (cut % 2 == 1)


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
    names = ("empty.txt", "picture.html", "noise.txt", "menu.html", "ukrainian.txt")
    bad = [FILES[name].body() for name in names] * 2
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
