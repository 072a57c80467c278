"""The pages over real HTTP semantics: who may ask, what is kept, what an error loses."""

import httpx
import pytest

from anyq.web.pile import MOST_READINGS, Pile
from tests.cli.run import ARTICLE
from tests.web.conftest import Served


@pytest.fixture
def client(served: Served) -> httpx.Client:
    return served.client


def read(client: httpx.Client, **boxes: str) -> str:
    """The address of the reading that the boxes give."""
    answer = client.post("read", data=boxes)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def test_without_the_key_nothing_is_there(served: Served, client: httpx.Client) -> None:
    root = str(served.client.base_url.copy_with(path="/"))
    for path in ("", "x" * 48 + "/", "readings/1", "docs", "openapi.json", served.key[:-1] + "/"):
        answer = client.get(root + path)
        assert answer.status_code == 404
        assert served.key not in answer.text


def test_a_pasted_text_becomes_a_page_with_its_quotes(client: httpx.Client) -> None:
    page = client.get(read(client, text=ARTICLE, outlet="Дала Жаршысы", published="2025-09-29"))
    assert "Асель Омарова" in page.text
    assert "Дала Жаршысы" in page.text


def test_a_file_is_read_by_its_bytes(client: httpx.Client) -> None:
    files = {"file": ("статья.txt", ARTICLE.encode("cp1251"))}
    answer = client.post("read", data={"text": ""}, files=files)
    assert answer.status_code == 303
    assert "Асель Омарова" in client.get(answer.headers["location"]).text


@pytest.mark.parametrize("boxes", [{}, {"text": "  "}, {"url": "file:///etc/hostname"}, {"text": "мост", "url": "x"}])
def test_an_error_says_what_it_found_and_loses_nothing(client: httpx.Client, boxes: dict[str, str]) -> None:
    answer = client.post("read", data=boxes)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert all(value.strip() in answer.text for value in boxes.values())


def test_a_script_gets_the_error_alone_and_the_address_of_a_reading(client: httpx.Client) -> None:
    by_script = {"hx-request": "true"}
    refused = client.post("read", data={}, headers=by_script)
    assert refused.status_code == 422
    assert "<html" not in refused.text
    done = client.post("read", data={"text": ARTICLE}, headers=by_script)
    assert done.headers["hx-redirect"] == "readings/1"


def test_an_address_of_this_network_is_not_fetched(client: httpx.Client) -> None:
    answer = client.post("read", data={"url": "http://127.0.0.1:9/"})
    assert answer.status_code == 422


@pytest.mark.parametrize("origin", [None, "https://elsewhere.example", "http://127.0.0.1:9", "null"])
def test_a_form_of_another_site_is_refused(client: httpx.Client, origin: str | None) -> None:
    del client.headers["origin"]
    headers = {} if origin is None else {"origin": origin}
    assert client.post("read", data={"text": ARTICLE}, headers=headers).status_code == 403


def test_a_name_bent_to_this_address_is_refused(client: httpx.Client) -> None:
    assert client.get("", headers={"host": "evil.example"}).status_code == 400


def test_nothing_is_cached_framed_or_told_to_other_sites(client: httpx.Client) -> None:
    front = client.get("")
    page = client.get(read(client, text=ARTICLE))
    for answer in (front, page):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert "default-src 'none'" in front.headers["content-security-policy"]


def test_a_body_without_end_is_refused(client: httpx.Client) -> None:
    endless = (b"x" * 1024 for _ in range(4))
    assert client.post("read", content=endless).status_code == 413


def test_what_is_no_amendment_is_refused_and_counted(client: httpx.Client) -> None:
    at = read(client, text=ARTICLE).partition("?")[0]
    answer = client.post(at + "/amendments", content=b'{"format": "anyq/amendment/1"}\n')
    assert answer.json() == {"kept": 0, "refused": 1}
    assert client.post(at + "/amendments", content=b"[1").status_code == 422
    assert client.post("readings/99/amendments", content=b"").status_code == 404


def test_the_oldest_reading_makes_room(served: Served) -> None:
    pile, result = Pile(), served.desk.read(text=ARTICLE)
    numbers = [pile.put(result) for _ in range(MOST_READINGS + 1)]
    assert pile.get(numbers[0]) is None
    assert [n for n, _ in pile.newest()] == numbers[:0:-1]
