import gzip
import hashlib
import socket
import ssl
import threading
import time
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from anyq.errors import FetchError
from anyq.net import PAGE, PEER, Policy, fetch
from tests.net.server import Connection, Wire, serving

NOW = "2025-09-29T12:00:00Z"
LOCAL = replace(PAGE, private_addresses=True, timeout_s=5.0)
PUBLIC = "93.184.215.14"  # never reached: the wire leads to the loopback
CERTIFICATE = Path(__file__).parent / "self-signed.pem"


def hello(path: str, connection: Connection) -> None:
    connection.reply(b"<p>hello</p>", headers="Content-Type: text/html; charset=koi8-r\r\n")


def test_the_bytes_come_with_their_digest_type_and_time():
    with serving(hello) as server:
        got = fetch(f"http://127.0.0.1:{server.port}/a?b=1#c", LOCAL, now=NOW)
    assert (got.body, got.status, got.media_type) == (b"<p>hello</p>", 200, "text/html; charset=koi8-r")
    assert got.sha256 == hashlib.sha256(got.body).hexdigest()
    assert got.url == f"http://127.0.0.1:{server.port}/a?b=1"
    assert got.fetched_at == NOW


def test_the_name_stays_in_host_while_the_connection_goes_to_the_checked_address():
    with serving(hello) as server:
        wire = Wire(server.port)
        got = fetch("http://mayak.example/a", PAGE, now=NOW, resolve=lambda host, port: [PUBLIC], wire=wire)
    assert wire.asked == [PUBLIC]
    assert server.requests == [("GET /a", "mayak.example")]
    assert got.url == "http://mayak.example/a"


def test_a_name_that_changes_its_answer_is_asked_once_and_reached_where_it_was_checked():
    answers = [[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]]
    asked = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return answers[len(asked) - 1]

    with serving(hello) as server:
        wire = Wire(server.port)
        fetch("http://mayak.example/", PAGE, now=NOW, resolve=rebinding, wire=wire)
    assert (asked, wire.asked) == (["mayak.example"], [PUBLIC])


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - an address to be refused, not one to listen on
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:7f00:1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1::80ff:fffe",
    ],
)
def test_an_address_that_is_not_public_is_refused_before_any_connection(address):
    wire = Wire(1)
    with pytest.raises(FetchError, match="inside a private network"):
        fetch("http://mayak.example/", PAGE, now=NOW, resolve=lambda host, port: [address], wire=wire)
    assert wire.asked == []


def test_one_private_answer_among_public_ones_refuses_the_name():
    wire = Wire(1)
    with pytest.raises(FetchError, match="inside a private network"):
        fetch("http://mayak.example/", PAGE, now=NOW, resolve=lambda host, port: [PUBLIC, "127.0.0.1"], wire=wire)
    assert wire.asked == []


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "localhost"])
def test_the_loopback_is_refused_however_it_is_written(host):
    with pytest.raises(FetchError):
        fetch(f"http://{host}:9/", replace(PAGE, timeout_s=5.0), now=NOW)


def test_every_redirect_is_checked_anew():
    def away(path: str, connection: Connection) -> None:
        connection.reply(status="302 Found", headers="Location: http://127.0.0.1:80/admin\r\n")

    with serving(away) as server:
        wire = Wire(server.port)
        with pytest.raises(FetchError, match=r"^127\.0\.0\.1 is an address inside a private network"):
            fetch("http://mayak.example/", PAGE, now=NOW, resolve=lambda host, port: [PUBLIC], wire=wire)
    assert wire.asked == [PUBLIC]


def test_the_last_address_of_a_chain_of_redirects_is_told():
    def steps(path: str, connection: Connection) -> None:
        step = int(path[1:])
        if step == 5:
            connection.reply(b"there")
        else:
            connection.reply(status="301 Moved", headers=f"Location: /{step + 1}\r\n")

    with serving(steps) as server:
        got = fetch(f"http://127.0.0.1:{server.port}/0", LOCAL, now=NOW)
        assert (got.body, got.url) == (b"there", f"http://127.0.0.1:{server.port}/5")
        with pytest.raises(FetchError, match="more than 4 redirects"):
            fetch(f"http://127.0.0.1:{server.port}/0", replace(LOCAL, redirects=4), now=NOW)
        with pytest.raises(FetchError, match="more than 0 redirects"):
            fetch(f"http://127.0.0.1:{server.port}/4", replace(PEER, private_addresses=True), now=NOW)


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://mayak.example/", "http://user:pass@mayak.example/"])
def test_a_redirect_to_anything_but_a_public_page_is_refused(location):
    def away(path: str, connection: Connection) -> None:
        connection.reply(status="302 Found", headers=f"Location: {location}\r\n")

    with serving(away) as server, pytest.raises(FetchError, match="address"):
        fetch(f"http://127.0.0.1:{server.port}/", LOCAL, now=NOW)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://mayak.example/", "mayak.example", "http://", "", "http://[", "javascript:x"]
)
def test_only_http_is_fetched(url):
    with pytest.raises(FetchError, match="http:// or https://"):
        fetch(url, PAGE, now=NOW)


def test_an_address_with_a_password_is_not_put_into_a_snapshot():
    with pytest.raises(FetchError) as refused:
        fetch("http://reader:secret@mayak.example/", PAGE, now=NOW)
    assert "secret" not in str(refused.value)


def test_a_body_without_end_is_cut_at_the_bound():
    def endless(path: str, connection: Connection) -> None:
        connection.send(b"HTTP/1.1 200 OK\r\n\r\n")
        while connection.send(b"x" * 65536):
            pass

    with serving(endless) as server, pytest.raises(FetchError, match="more than 1,000,000 bytes"):
        fetch(f"http://127.0.0.1:{server.port}/", replace(LOCAL, max_bytes=1_000_000), now=NOW)


def test_a_body_that_announces_too_much_is_not_read():
    def large(path: str, connection: Connection) -> None:
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\nx")

    with serving(large) as server, pytest.raises(FetchError, match="more than 20,000,000 bytes"):
        fetch(f"http://127.0.0.1:{server.port}/", LOCAL, now=NOW)


HEADERS_FOREVER = b"HTTP/1.1 200 OK\r\nX-Slow: "
BODY_FOREVER = b"HTTP/1.1 200 OK\r\n\r\n"


@pytest.mark.parametrize("start", [HEADERS_FOREVER, BODY_FOREVER, b""])
def test_a_trickle_of_bytes_does_not_renew_the_time(start):
    def trickle(path: str, connection: Connection) -> None:
        connection.send(start)
        while start and connection.send(b"x"):
            time.sleep(0.05)
        connection.wait()

    began = time.monotonic()
    with serving(trickle) as server:
        with pytest.raises(FetchError, match=r"not finished after 0\.5 s|did not answer in time"):
            fetch(f"http://127.0.0.1:{server.port}/", replace(LOCAL, timeout_s=0.5), now=NOW)
        assert time.monotonic() - began < 3


def test_a_name_server_that_never_answers_costs_no_more_than_the_time():
    release = threading.Event()

    def stuck(host: str, port: int) -> list[str]:
        release.wait(10)
        return [PUBLIC]

    began = time.monotonic()
    with pytest.raises(FetchError, match="no answer from the name server"):
        fetch("http://mayak.example/", replace(PAGE, timeout_s=0.3), now=NOW, resolve=stuck)
    assert time.monotonic() - began < 3
    release.set()


def packed(body: bytes, encoding: str):
    def answer(path: str, connection: Connection) -> None:
        connection.reply(body, headers=f"Content-Encoding: {encoding}\r\n")

    return answer


RAW = zlib.compressobj(wbits=-15)


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(b"hello", mtime=0), "gzip"),
        (gzip.compress(b"hello", mtime=0), "X-GZIP"),
        (zlib.compress(b"hello"), "deflate"),
        (RAW.compress(b"hello") + RAW.flush(), "deflate"),
        (b"hello", "identity"),
    ],
)
def test_a_packed_body_is_unpacked(body, encoding):
    with serving(packed(body, encoding)) as server:
        assert fetch(f"http://127.0.0.1:{server.port}/", LOCAL, now=NOW).body == b"hello"


@pytest.mark.parametrize(
    ("body", "encoding", "found"),
    [
        (gzip.compress(b"\0" * 50_000_000, mtime=0), "gzip", "more than 1,000,000 bytes"),
        (zlib.compress(b"\0" * 50_000_000), "deflate", "more than 1,000,000 bytes"),
        (gzip.compress(gzip.compress(b"\0" * 50_000_000), mtime=0), "gzip, gzip", "a page packed as"),
        (gzip.compress(b"hello" * 1000, mtime=0)[:-12], "gzip", "cut off in transfer"),
        (b"hello", "gzip", "does not unpack"),
        (b"hello", "br", "a page packed as"),
    ],
)
def test_a_bomb_a_torn_or_an_unasked_for_packing_is_refused(body, encoding, found):
    with serving(packed(body, encoding)) as server, pytest.raises(FetchError, match=found):
        fetch(f"http://127.0.0.1:{server.port}/", replace(LOCAL, max_bytes=1_000_000), now=NOW)


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "500 Oops", "304 Not Modified"])
def test_an_answer_that_is_no_page_is_said_with_its_number(status):
    def refuse(path: str, connection: Connection) -> None:
        connection.reply(status=status)

    with serving(refuse) as server, pytest.raises(FetchError, match=f"answered {status[:3]}"):
        fetch(f"http://127.0.0.1:{server.port}/", LOCAL, now=NOW)


def test_a_host_that_is_not_there_is_said():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(FetchError, match=r"no connection to 127\.0\.0\.1"):
        fetch(f"http://127.0.0.1:{port}/", LOCAL, now=NOW)


def test_a_name_that_does_not_exist_is_said():
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(FetchError, match=r"no address for mayak\.example: Name or service not known"):
        fetch("http://mayak.example/", PAGE, now=NOW, resolve=unknown)


def test_the_second_address_is_tried_where_the_first_is_dead():
    with serving(hello) as server:
        got = fetch(
            f"http://mayak.example:{server.port}/", LOCAL, now=NOW, resolve=lambda host, port: ["::1", "127.0.0.1"]
        )
    assert got.body == b"<p>hello</p>"


def test_the_other_side_learns_no_product_and_no_desk():
    seen = []

    def look(path: str, connection: Connection) -> None:
        seen.append(connection.request.decode().lower())
        connection.reply(b"x")

    with serving(look) as server:
        fetch(f"http://127.0.0.1:{server.port}/", LOCAL, now=NOW)
        fetch(f"http://127.0.0.1:{server.port}/", replace(LOCAL, user_agent="desk of Dala"), now=NOW)
    assert "user-agent: mozilla/5.0 (compatible)\r\n" in seen[0]
    assert all(word not in seen[0] for word in ("anyq", "python", "httpx", "cookie", "referer"))
    assert "user-agent: desk of dala\r\n" in seen[1]


def test_a_proxy_gets_the_whole_address_and_private_numbers_are_refused_before_it():
    with serving(hello) as proxy:
        policy = Policy(proxy=f"http://127.0.0.1:{proxy.port}", timeout_s=5.0)
        assert fetch("http://mayak.example/a", policy, now=NOW).body == b"<p>hello</p>"
        with pytest.raises(FetchError, match="inside a private network"):
            fetch("http://169.254.169.254/latest", policy, now=NOW)
    assert proxy.requests == [("GET http://mayak.example/a", "mayak.example")]


def test_the_certificate_is_asked_for_and_checked_by_name():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    names: list[str | None] = []
    context.sni_callback = lambda sock, name, ctx: names.append(name)
    listener = socket.create_server(("127.0.0.1", 0))

    def shake_hands() -> None:
        sock, _ = listener.accept()
        with sock:
            try:
                context.wrap_socket(sock, server_side=True).close()
            except OSError:
                return  # the client must hang up: nobody it trusts has signed this

    thread = threading.Thread(target=shake_hands)
    thread.start()
    with pytest.raises(FetchError, match="certificate"):
        fetch(
            "https://mayak.example/",
            replace(PAGE, timeout_s=5.0),
            now=NOW,
            resolve=lambda host, port: [PUBLIC],
            wire=Wire(listener.getsockname()[1]),
        )
    thread.join()
    listener.close()
    assert names == ["mayak.example"]
