import json
from pathlib import Path

import pytest

from anyq.records import Reading, Seen, Span, decode_reading, encode
from anyq.records.amendment import amend_quote
from tests.cli.run import Ran, anyq, article
from tests.records.made import made

STORY = made(
    "«{q=Асель Омарова:Форум открыт}», – сказала Омарова. «{q=Ерлан Тлеу:Мостов стало вдвое больше}», – ответил он.",
    url="https://dala.example/1",
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "reading.json"
    path.write_bytes(encode(STORY))
    return path


def after(ran: Ran) -> Reading:
    assert ran.code == 0, ran.err
    return decode_reading(ran.out.encode())


def test_each_correction_shows_in_the_reading(tmp_path: Path, story: Path) -> None:
    def first(*arguments: str) -> Reading:
        return after(anyq(tmp_path, "amend", story, "q1", *arguments, "--json", "--editor", "Дана"))

    assert first("--speaker", "p2").quotes[0].speaker_name == "Ерлан Тлеу"
    assert first("--speaker", "агентство «Өріс»").quotes[0].speaker_name == "агентство «Өріс»"
    assert first("--null").quotes[0].speaker_name is None
    assert first("--span", "1:6").quotes[0].content == (Span(1, 6),)
    assert [q.id for q in first("--drop").quotes] == ["q2"]
    seen = first("--confirm").quotes[0].seen_by
    assert seen is not None
    assert seen.by == "Дана"


def test_a_correction_is_told_in_words(tmp_path: Path, story: Path) -> None:
    ran = anyq(tmp_path, "amend", story, "q2", "--null", "--ui", "kk")
    assert ran.code == 0
    assert "кім айтқаны анықталмады" in ran.out
    assert "адам қараған" in ran.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["q9", "--null"], "one of q1, q2"),
        (["q1"], "no correction"),
        (["q1", "--null", "--drop"], "more than one correction"),
        (["q1", "--span", "шесть"], "START:END"),
        (["q1", "--span", "6:6"], "START:END"),
        (["q1", "--span", "0:9999"], "ends at 9999"),
        (["q1", "--speaker", "p7"], "p1 Асель Омарова"),
        ([], "no reading or no quote"),
    ],
)
def test_a_correction_that_cannot_be_made_is_exit_code_2(
    tmp_path: Path, story: Path, arguments: list[str], words: str
) -> None:
    ran = anyq(tmp_path / "home", "amend", story, *arguments)
    if not arguments:
        assert ran.code == 2
        return
    assert (ran.code, "Traceback" in ran.err) == (2, False)
    assert words in ran.err
    assert not (tmp_path / "home").exists()


def test_a_reading_that_is_none_is_exit_code_3(tmp_path: Path) -> None:
    path = tmp_path / "reading.json"
    path.write_text('{"format": "anyq/reading/9"}', "utf-8")
    ran = anyq(tmp_path, "amend", path, "q1", "--null")
    assert (ran.code, "anyq/reading/9" in ran.err) == (3, True)


@pytest.mark.parametrize("form", ["lines", "array"])
def test_a_file_that_the_page_saved_is_imported_once(tmp_path: Path, form: str) -> None:
    seen = Seen("Дана", "2026-01-02T10:00:00.000Z")
    rows = [encode(amend_quote(STORY, q, "confirm", seen=seen)) for q in STORY.quotes]
    saved = tmp_path / "saved.json"
    saved.write_bytes(b"\n".join(rows) if form == "lines" else b"[" + b",".join(rows) + b"]")
    one = anyq(tmp_path, "amend", "--import", saved, "--json")
    two = anyq(tmp_path, "amend", "--import", saved, "--json")
    assert (one.code, two.code) == (0, 0)
    assert [json.loads(r.out)["added"] for r in (one, two)] == [2, 0]
    assert [json.loads(r.out)["known"] for r in (one, two)] == [0, 2]


def test_what_is_no_correction_is_refused_and_the_rest_is_kept(tmp_path: Path) -> None:
    good = encode(amend_quote(STORY, STORY.quotes[0], "drop", seen=Seen("Дана", "2026-01-02T10:00:00Z")))
    saved = tmp_path / "saved.jsonl"
    saved.write_bytes(good + b"\nnonsense\n" + good.replace(b'"drop"', b'"praise"'))
    ran = anyq(tmp_path, "amend", "--import", saved, "--json")
    summary = json.loads(ran.out)
    assert (ran.code, summary["added"]) == (3, 1)
    assert [r["input"] for r in summary["refused"]] == ["2", "3"]
    assert "praise" in ran.err


def test_a_correction_whose_quote_is_gone_is_told_at_the_next_reading(tmp_path: Path) -> None:
    page = (
        "<article><p>Мост открыли в четверг, и по нему пошли первые машины.</p>"
        "<p>«{}», – сказал Ерлан Тлеу.</p></article>"
    )
    path = article(tmp_path, "page.html", page.format("Очередь исчезнет"))
    url = ("--url", "https://dala.example/1")
    quotes = json.loads(anyq(tmp_path, "read", path, "--json", *url).out)
    story = tmp_path / "reading.json"
    story.write_text(json.dumps(quotes), "utf-8")
    assert anyq(tmp_path, "amend", story, "q1", "--null").code == 0
    path.write_text(page.format("Станет легче"), "utf-8")
    ran = anyq(tmp_path, "read", path, "--json", *url)
    assert ran.code == 0
    assert "“Очередь исчезнет”" in ran.err
    assert "no longer found" in ran.err


def test_a_home_that_cannot_be_written_is_exit_code_4(tmp_path: Path, story: Path) -> None:
    (tmp_path / "amendments").write_text("a file where the folder would be", "utf-8")
    ran = anyq(tmp_path, "amend", story, "q1", "--null")
    assert (ran.code, "Traceback" in ran.err) == (4, False), ran.err
