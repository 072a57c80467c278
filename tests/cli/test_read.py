import csv
import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from anyq.records import decode_reading
from tests.cli.run import ARTICLE, COMMAND, anyq, article, environment


def test_json_is_one_reading_of_the_text_as_it_stands(tmp_path: Path) -> None:
    path = article(tmp_path, "мост.txt")
    ran = anyq(tmp_path / "home", "read", "--json", path, "--outlet", "Дала Жаршысы", "--published", "2025-09-29")
    assert (ran.code, ran.err) == (0, "")
    reading = decode_reading(ran.out.encode())
    assert reading.document.text == ARTICLE
    assert (reading.document.outlet, reading.document.published_at) == ("Дала Жаршысы", "2025-09-29")
    assert reading.input == str(path)
    assert reading.input_sha256 == hashlib.sha256(ARTICLE.encode()).hexdigest()
    assert {"Асель Омарова", "Ерлан Тлеу"} <= {q.speaker_name for q in reading.quotes}


def test_a_dash_is_standard_input(tmp_path: Path) -> None:
    ran = anyq(tmp_path, "read", "-", "--json", stdin=ARTICLE.encode())
    assert ran.code == 0
    assert json.loads(ran.out)["input"] == "-"


def test_the_view_shows_marks_speakers_and_who_has_seen_them(tmp_path: Path) -> None:
    ran = anyq(tmp_path, "read", article(tmp_path, "мост.txt"), "--ui", "ru")
    assert (ran.code, ran.err) == (0, "")
    assert "\x1b" not in ran.out
    for words in ("Кто что сказал", "Асель Омарова: «Мы строили", "прочитано машиной", "Что не установлено", "›[q1]"):
        assert words in ran.out


def test_csv_has_a_row_for_each_thing_found(tmp_path: Path) -> None:
    ran = anyq(tmp_path, "read", "--csv", article(tmp_path, "мост.txt"))
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    quotes = [r for r in rows if r["kind"] == "quote"]
    assert "Асель Омарова" in {r["who"] for r in quotes}
    assert all(ARTICLE[int(r["start"]) : int(r["end"])] == r["text"] for r in quotes)


def test_html_is_one_page_and_its_path_is_told(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    ran = anyq(tmp_path, "read", article(tmp_path, "мост.txt"), "--html", page, "--ui", "ru")
    assert (ran.code, ran.out) == (0, "")
    assert str(page) in ran.err
    assert "Асель Омарова" in page.read_text("utf-8")


def test_a_folder_is_read_in_sorted_order_and_jobs_keep_it(tmp_path: Path) -> None:
    names = [f"{n}.txt" for n in "вабде"] + ["г/ж.TXT"]
    for name in names:
        article(tmp_path / "все", name, f"{name}: {ARTICLE}")
    article(tmp_path / "все", "заметки.md")
    one = anyq(tmp_path / "home", "read", tmp_path / "все", "--jsonl")
    two = anyq(tmp_path / "home", "read", tmp_path / "все", "--jsonl", "--jobs", "2")
    inputs = [json.loads(line)["input"] for line in one.out.splitlines()]
    assert inputs == sorted(str(tmp_path / "все" / n) for n in names)
    assert [json.loads(line)["input"] for line in two.out.splitlines()] == inputs
    assert (one.code, two.code) == (0, 0)


def test_what_fails_is_a_record_in_its_place_and_told_at_the_end(tmp_path: Path) -> None:
    good, bad = article(tmp_path, "а.txt"), article(tmp_path, "б.txt", " ")
    ran = anyq(tmp_path, "read", "--jsonl", good, bad, tmp_path / "нет.txt", good)
    assert ran.code == 3
    formats = [json.loads(line)["format"] for line in ran.out.splitlines()]
    assert formats == ["anyq/reading/1", "anyq/failure/1", "anyq/failure/1"]
    assert "not read: 2" in ran.err
    assert "нет.txt" in ran.err.split("not read: 2")[1]
    assert "Traceback" not in ran.err


def test_json_of_several_is_still_one_document(tmp_path: Path) -> None:
    good, bad = article(tmp_path, "а.txt"), article(tmp_path, "б.txt", " ")
    ran = anyq(tmp_path, "read", "--json", good, bad)
    assert [r["format"] for r in json.loads(ran.out)] == ["anyq/reading/1", "anyq/failure/1"]


def test_a_rerun_reads_only_what_is_new_or_changed(tmp_path: Path) -> None:
    folder, out = tmp_path / "все", tmp_path / "out.jsonl"
    article(folder, "а.txt")
    article(folder, "б.txt", " ")
    assert anyq(tmp_path, "read", folder, "--out", out).code == 3
    before = out.read_bytes()
    again = anyq(tmp_path, "read", folder, "--jsonl", "--out", out)
    assert (again.code, out.read_bytes()) == (0, before)
    assert f"already in {out}: 2" in again.err
    article(folder, "б.txt", "Теперь: " + ARTICLE)
    article(folder, "в.txt")
    assert anyq(tmp_path, "read", folder, "--jsonl", "--out", out).code == 0
    assert out.read_bytes().startswith(before)
    inputs = [json.loads(line)["input"] for line in out.read_bytes()[len(before) :].splitlines()]
    assert inputs == [str(folder / "б.txt"), str(folder / "в.txt")]


def test_a_half_written_line_is_mended_and_its_input_read_again(tmp_path: Path) -> None:
    folder, out = tmp_path / "все", tmp_path / "out.jsonl"
    for name in ("а.txt", "б.txt"):
        article(folder, name)
    anyq(tmp_path, "read", folder, "--jsonl", "--out", out)
    whole = [json.loads(line) for line in out.read_bytes().splitlines()]
    out.write_bytes(out.read_bytes()[:-40])
    ran = anyq(tmp_path, "read", folder, "--jsonl", "--out", out)
    assert "half-written" in ran.err
    mended = [json.loads(line) for line in out.read_bytes().splitlines()]
    assert [(r["input"], r["quotes"]) for r in mended] == [(r["input"], r["quotes"]) for r in whole]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--json", "--csv"], "more than one form"),
        (["--json", "--out", "x.jsonl"], "--jsonl --out FILE"),
        (["--published", "вчера"], "2025-09-29"),
        (["--published", "2025-09-29T10:00"], "offset"),
        (["--url", "dala.example"], "http://"),
        (["--jobs", "0"], "at least 1"),
        (["--ui", "de"], "ru, kk, en"),
        (["--html", "мост.txt"], "input itself"),
    ],
)
def test_wrong_arguments_are_exit_code_2_and_say_what_was_expected(
    tmp_path: Path, arguments: list[str], words: str
) -> None:
    article(tmp_path, "мост.txt")
    ran = anyq(tmp_path, "read", "мост.txt", *arguments, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert "Traceback" not in ran.err
    assert (tmp_path / "мост.txt").read_text("utf-8") == ARTICLE


def test_page_and_headline_options_are_for_one_article(tmp_path: Path) -> None:
    one, two = article(tmp_path, "а.txt"), article(tmp_path, "б.txt")
    for option in (["--html", "page.html"], ["--url", "https://dala.example/1"], ["--title", "Мост"]):
        ran = anyq(tmp_path, "read", one, two, *option, cwd=tmp_path)
        assert (ran.code, "several articles" in ran.err) == (2, True)


def test_an_output_that_cannot_be_written_is_exit_code_4(tmp_path: Path) -> None:
    path = article(tmp_path, "мост.txt")
    for option in (["--jsonl", "--out", tmp_path / "нет" / "out.jsonl"], ["--html", tmp_path / "нет" / "page.html"]):
        ran = anyq(tmp_path, "read", path, *option)
        assert (ran.code, "Traceback" in ran.err) == (4, False)
        assert "cannot" in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
@pytest.mark.parametrize("form", ["--json", "--ui=ru"])
def test_a_full_disk_behind_standard_output_is_exit_code_4(tmp_path: Path, form: str) -> None:
    path = article(tmp_path, "мост.txt")
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*COMMAND, "read", str(path), form],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(tmp_path),
            check=False,
        )
    assert ran.returncode == 4
    assert b"Traceback" not in ran.stderr


def test_a_page_is_written_whole_or_the_one_before_stays(tmp_path: Path) -> None:
    path, page = article(tmp_path, "мост.txt"), tmp_path / "page.html"
    program = [
        sys.executable,
        "-c",
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000));" + COMMAND[-1],
    ]
    page.write_text("вчера", "utf-8")
    ran = anyq(tmp_path, "read", path, "--html", page, command=program)
    assert (ran.code, "cannot write" in ran.err, page.read_text("utf-8")) == (4, True, "вчера")
    assert anyq(tmp_path, "read", path, "--html", page).code == 0
    assert "Асель Омарова" in page.read_text("utf-8")
    assert {p.name for p in tmp_path.iterdir()} == {"мост.txt", "page.html"}


def test_a_page_can_go_down_a_pipe(tmp_path: Path) -> None:
    ran = anyq(tmp_path, "read", article(tmp_path, "мост.txt"), "--html", "/dev/stdout")
    assert (ran.code, "</html>" in ran.out) == (0, True)


def test_a_full_disk_behind_out_is_exit_code_4(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs Linux's /dev/full")
    ran = anyq(tmp_path, "read", article(tmp_path, "мост.txt"), "--jsonl", "--out", "/dev/full")
    assert (ran.code, "cannot write /dev/full" in ran.err) == (4, True)


@pytest.mark.parametrize("form", ["--jsonl", "--csv", "--ui=ru"])
def test_a_reader_that_has_seen_enough_ends_the_run_quietly(tmp_path: Path, form: str) -> None:
    for n in range(6):
        article(tmp_path / "все", f"{n}.txt", ARTICLE * 40)
    read_end, write_end = os.pipe()
    with subprocess.Popen(
        [*COMMAND, "read", str(tmp_path / "все"), form],
        stdout=write_end,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
    ) as running:
        os.close(write_end)
        os.read(read_end, 1)
        os.close(read_end)
        assert running.stderr is not None
        said = running.stderr.read()
    assert (running.returncode, said) == (0, b"")


def test_no_colour_where_it_is_not_wanted_and_colour_where_it_is(tmp_path: Path) -> None:
    path = article(tmp_path, "мост.txt")
    assert "\x1b[" in anyq(tmp_path, "read", path, FORCE_COLOR="1").out
    plain = anyq(tmp_path, "read", path, FORCE_COLOR="1", NO_COLOR="1").out
    assert not any(code in plain for code in ("\x1b[32m", "\x1b[36m", "\x1b[35m", "\x1b[33m"))


def test_a_text_cannot_drive_the_terminal(tmp_path: Path) -> None:
    text = "Мост \x1b]0;взлом\x07открыли \u202eтут\u202c. «Да будет так», – сказал Ерлан Тлеу, открывая мост.\n"
    ran = anyq(tmp_path, "read", article(tmp_path, "мост\x1b[2J.txt", text))
    assert not set("\x1b\x07\u202e") & set(ran.out + ran.err)


def test_a_verbose_run_shows_the_traceback(tmp_path: Path) -> None:
    assert "Traceback" in anyq(tmp_path, "read", tmp_path / "нет.txt", "--verbose").err


def test_what_people_have_said_is_applied_at_every_reading(tmp_path: Path) -> None:
    path, home = article(tmp_path, "мост.txt"), tmp_path / "home"
    ran = anyq(home, "amend", path, "q1", "--speaker", "Тлеу", "--editor", "Дана")
    assert ran.code == 0, ran.err
    quote = json.loads(anyq(home, "read", "--json", path).out)["quotes"][0]
    assert (quote["speaker_name"], quote["seen_by"]["by"]) == ("Ерлан Тлеу", "Дана")
