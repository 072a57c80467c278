from collections.abc import Callable
from dataclasses import fields
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from anyq import Desk
from anyq.desk.ports import Outside
from anyq.desk.shelf import Shelf
from anyq.errors import FetchError, LanguageError, ReadError, SettingsError, StoreError
from anyq.net import Fetched
from anyq.records import Amendment, Failure, Seen, encode
from anyq.records.amendment import amend_quote
from anyq.settings import Settings
from tests.cli.run import ARTICLE, article
from tests.records.made import made

NOON = datetime(2026, 1, 2, 12, 0, tzinfo=timezone(timedelta(hours=5)))
PAGE = (
    "<html><head><title>Мост</title></head><body><article><h1>Мост</h1>"
    + "".join(f"<p>{line}</p>" for line in ARTICLE.split("\n\n"))
    + "</article></body></html>"
)


def fetched(url: str, now: str) -> Fetched:
    return Fetched(url, 200, "text/html; charset=utf-8", PAGE.encode(), "ab" * 32, now)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(settings=Settings(home=tmp_path / "home"), now=lambda: NOON, fetch=fetched)


def test_the_outside_is_five_fields() -> None:
    assert [f.name for f in fields(Outside)] == ["now", "entropy", "fetch", "sign", "store"]


def test_a_file_is_read_with_its_time(desk: Desk, tmp_path: Path) -> None:
    result = desk.read(str(article(tmp_path, "мост.txt")))
    assert result.document.text == ARTICLE
    assert result.document.seen_at == "2026-01-02T12:00:00+05:00"
    assert result.document.snapshot is None
    assert {q.speaker_name for q in result.quotes} >= {"Ерлан Тлеу"}
    assert result.json() == encode(result.reading)


def test_an_address_is_fetched_and_its_bytes_become_a_snapshot(desk: Desk) -> None:
    result = desk.read("https://dala.example/1")
    snapshot = result.document.snapshot
    assert snapshot is not None
    assert (snapshot.sha256, snapshot.fetched_at, snapshot.size_bytes) == (
        "ab" * 32,
        "2026-01-02T12:00:00+05:00",
        len(PAGE.encode()),
    )
    assert result.reading.input_sha256 == "ab" * 32
    assert result.document.url == "https://dala.example/1"


def test_text_given_as_such_is_kept_unchanged(desk: Desk) -> None:
    result = desk.read(
        text=ARTICLE, outlet=" Дала Жаршысы ", published_at="2025-09-29", url="https://dala.example/1", title="Мост"
    )
    document = result.document
    assert (document.text, document.outlet, document.published_at) == (ARTICLE, "Дала Жаршысы", "2025-09-29")
    assert (document.url, document.title, result.reading.input_sha256) == ("https://dala.example/1", "Мост", None)


def test_a_lone_string_is_a_path_and_never_a_text(desk: Desk) -> None:
    with pytest.raises(ReadError, match="no file"):
        desk.read("Мост открыт.")


@pytest.mark.parametrize(
    "call",
    [
        lambda d: d.read(),
        lambda d: d.read("a.txt", text="б"),
        lambda d: d.read(text="б", published_at="2025-9-29"),
        lambda d: d.read(text="б", published_at="2025-09-29T10:00:00"),
        lambda d: d.read(text="б", url="dala.example"),
    ],
)
def test_what_cannot_be_meant_is_refused(desk: Desk, call: Callable[[Desk], object]) -> None:
    with pytest.raises(SettingsError):
        call(desk)


@pytest.mark.parametrize(
    ("text", "lang", "speaker"),
    [
        ("«Мост откроют в июне», – сказал аким Жандос Рахметов.", "ru", "Жандос Рахметов"),
        ("«Көпір маусымда ашылады», – деді қала әкімі Жандос Рахметов.", "kk", "Жандос Рахметов"),
        ("«Kópir maýsymda ashylady», – dedi qala ákimi Jandos Rahmetov.", "kk-Latn", "Jandos Rahmetov"),
        ('"The bridge will open in June," said Harold Pennington, the mayor.', "en", "Harold Pennington"),
    ],
)
def test_each_language_is_read_and_its_letters_are_kept(desk: Desk, text: str, lang: str, speaker: str) -> None:
    reading = desk.read(text=text).reading
    assert reading.document.lang == lang
    assert [q.speaker_name for q in reading.quotes] == [speaker]


def test_a_language_that_is_not_read_is_refused(desk: Desk) -> None:
    with pytest.raises(LanguageError, match="neither"):
        desk.read(text="Міст відкрили в четвер, і його вже перетнули перші машини, сказав мер їхнього міста.")


def test_of_many_each_has_its_place(desk: Desk, tmp_path: Path) -> None:
    good = str(article(tmp_path, "а.txt"))
    outcomes = list(desk.read_many([good, str(tmp_path / "нет.txt"), "https://dala.example/1"]))
    assert [isinstance(o, Failure) for o in outcomes] == [False, True, False]


def test_a_failed_fetch_is_one_failure_of_many(tmp_path: Path) -> None:
    def unreachable(url: str, now: str) -> Fetched:
        raise FetchError(f"no connection to {url}", expected="an answer")

    desk = Desk(settings=Settings(home=tmp_path), fetch=unreachable)
    (outcome,) = desk.read_many(["https://dala.example/1"])
    assert isinstance(outcome, Failure)
    assert (outcome.error.kind, outcome.input_sha256) == ("fetch", None)


def test_a_correction_holds_at_every_later_reading(desk: Desk, tmp_path: Path) -> None:
    path = str(article(tmp_path, "мост.txt"))
    first = desk.read(path)
    quote = next(q for q in first.quotes if q.speaker_name == "Ерлан Тлеу")
    assert desk.amend(first, quote.id, "null", by="Дана").reading.quotes
    again = desk.read(path)
    changed = next(q for q in again.quotes if q.id == quote.id)
    assert changed.speaker_name is None
    assert changed.seen_by == Seen("Дана", "2026-01-02T12:00:00+05:00")


def test_a_correction_of_a_page_survives_its_next_version_and_what_is_lost_is_told(tmp_path: Path) -> None:
    pages = [PAGE, PAGE.replace("Мост через", "Обновлено. Мост через"), PAGE.replace("Очередь исчезнет", "Будет легче")]

    def next_version(url: str, now: str) -> Fetched:
        return Fetched(url, 200, "text/html; charset=utf-8", pages.pop(0).encode(), "ab" * 32, now)

    desk = Desk(settings=Settings(home=tmp_path), fetch=next_version)
    first = desk.read("https://dala.example/1")
    long = first.quotes[0]
    short = next(q for q in first.quotes if q.content[0].of(first.document.text) == "Очередь исчезнет")
    desk.amend(first, long.id, "speaker", by="Дана", value="Марат Жол")
    desk.amend(first, short.id, "confirm", by="Дана")
    second = desk.read("https://dala.example/1")
    assert second.document.id != first.document.id
    assert second.quotes[0].speaker_name == "Марат Жол"
    assert [a.target_text for a in desk.read("https://dala.example/1").lost] == ["Очередь исчезнет"]


def test_a_surname_stands_for_its_one_bearer(desk: Desk) -> None:
    story = made("«{q=Асель Омарова:Да}», «{q=Данияр Омаров:Нет}», «{q=Мария Омарова:Нет}».")
    assert desk.amend(story, "q1", "speaker", by="Дана", value="Омаров").quotes[0].speaker == "p2"
    with pytest.raises(SettingsError, match="Асель Омарова, Мария Омарова"):
        desk.amend(story, "q1", "speaker", by="Дана", value="Омарова")


def test_a_desk_begins_without_a_key(desk: Desk) -> None:
    with pytest.raises(SettingsError, match="signing key"):
        desk.sign(b"letter")
    assert len(desk.entropy(16)) == 16


def test_a_notebook_shows_the_marked_article(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ANYQ_HOME", str(tmp_path))
    assert "Ерлан Тлеу" in desk.read(text=ARTICLE)._repr_html_()


STORY = made("«{q=Асель Омарова:Форум открыт}», – сказала она.", url="https://dala.example/1")


def said(at: str) -> Amendment:
    return amend_quote(STORY, STORY.quotes[0], "confirm", seen=Seen("Дана", at))


def test_a_shelf_keeps_each_amendment_once_and_gives_the_oldest_first(tmp_path: Path) -> None:
    late, early = said("2026-01-03T00:00:00Z"), said("2026-01-02T23:00:00+05:00")
    assert Shelf(tmp_path).add_amendments([late, early, late]).known == 1
    assert Shelf(tmp_path).add_amendments([early]).added == 0
    assert Shelf(tmp_path).amendments(STORY.document) == (early, late)


def test_a_half_written_amendment_is_not_there_and_does_not_spoil_the_next(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.add_amendments([said("2026-01-02T00:00:00Z")])
    (file,) = (tmp_path / "amendments").iterdir()
    file.write_bytes(file.read_bytes() + encode(said("2026-01-03T00:00:00Z"))[:50])
    assert len(shelf.amendments(STORY.document)) == 1
    shelf.add_amendments([said("2026-01-04T00:00:00Z")])
    assert [a.at[:10] for a in shelf.amendments(STORY.document)] == ["2026-01-02", "2026-01-04"]


def test_a_spoilt_shelf_is_an_error_of_storage_that_names_the_line(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.add_amendments([said("2026-01-02T00:00:00Z")])
    (file,) = (tmp_path / "amendments").iterdir()
    file.write_bytes(b"{}\n" + file.read_bytes())
    for use in (lambda: shelf.amendments(STORY.document), lambda: shelf.add_amendments([said("2026-01-03T00:00:00Z")])):
        with pytest.raises(StoreError, match="line 1"):
            use()


@pytest.mark.parametrize("address", ["../../etc/passwd", "https://dala.example/" + "x" * 5000, "sha256:../x"])
def test_no_address_can_choose_the_name_of_a_file(tmp_path: Path, address: str) -> None:
    story = made("«{q=А:Да}».", url=address)
    Shelf(tmp_path).add_amendments(
        [amend_quote(story, story.quotes[0], "drop", seen=Seen("Д", "2026-01-02T00:00:00Z"))]
    )
    (file,) = (tmp_path / "amendments").iterdir()
    assert len(file.name) == 64 + len(".jsonl")
    assert len(Shelf(tmp_path).amendments(story.document)) == 1


@pytest.mark.parametrize("slip", ["Асели", "Омаровой", "Асель Омаровой"])
def test_a_name_in_another_case_is_not_kept_as_somebody_new(desk: Desk, slip: str) -> None:
    story = desk.read(text="«Мост готов», – сказала Асель Омарова.").reading
    with pytest.raises(SettingsError, match="p1 Асель Омарова"):
        desk.amend(story, "q1", "speaker", by="Дана", value=slip)
