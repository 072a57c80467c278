import csv
import io
import json
from pathlib import Path

from tests.cli.run import anyq

LINES = (
    "Экспорт зерна вырос за год на 14 % и достиг 5,2 млн тонн.\n\n"
    '{"id": "b", "text": "The court jailed him for fraud in 2021.", "lang": "en"}\n'
)


def test_a_line_is_a_sentence_or_json_and_the_order_stays(tmp_path: Path) -> None:
    file = tmp_path / "said.txt"
    file.write_text(LINES, "utf-8")
    done = anyq(tmp_path, "rank", str(file), "--jsonl", "--fast")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [row["id"] for row in rows] == [1, "b"]
    for row in rows:
        assert set(row) == {"id", "checkworthiness", "reasons"}
        assert round(sum(r["weight"] for r in row["reasons"]), 2) == row["checkworthiness"]
    assert "no sentence was embedded" in done.err


def test_meaning_is_among_the_reasons_unless_fast(tmp_path: Path) -> None:
    file = tmp_path / "said.txt"
    file.write_text(LINES, "utf-8")
    whole = json.loads(anyq(tmp_path, "rank", str(file), "--json").out)
    assert whole["format"] == "anyq/ranking/1"
    assert any(r["feature"] == "meaning" for s in whole["sentences"] for r in s["reasons"])
    assert '"meaning"' not in anyq(tmp_path, "rank", str(file), "--json", "--fast").out


def test_a_table_has_a_row_a_sentence(tmp_path: Path) -> None:
    done = anyq(tmp_path, "rank", "-", "--csv", "--fast", stdin=LINES.encode())
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [row["id"] for row in rows] == ["1", "b"]
    assert rows[1]["text"] == "The court jailed him for fraud in 2021."


def test_a_line_that_is_none_is_named_and_the_others_are_ranked(tmp_path: Path) -> None:
    lines = '{"id": "a"}\n{"id": "b", "text": "Il pleut sur la ville.", "lang": "fr"}\nМост закрыли из-за трещин.\n'
    done = anyq(tmp_path, "rank", "-", "--jsonl", "--fast", stdin=lines.encode())
    assert done.code == 3
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == [3]
    told = done.err
    assert "text" in told
    assert "neither Russian, Kazakh nor English" in told


def test_the_view_begins_with_the_worthiest(tmp_path: Path) -> None:
    lines = "Спасибо всем, кто пришёл!\nЭкспорт зерна вырос за год на 14 %.\n"
    shown = anyq(tmp_path, "rank", "-", "--fast", stdin=lines.encode()).out
    assert shown.index("[2]") < shown.index("[1]")


def test_an_editor_s_weights_hold(tmp_path: Path) -> None:
    line = "Мост закрыли из-за трещин.\n".encode()
    before = json.loads(anyq(tmp_path, "rank", "-", "--jsonl", "--fast", stdin=line).out)
    (tmp_path / "anyq.toml").write_text("[weights]\ncause = 0.0\n", "utf-8")
    after = json.loads(anyq(tmp_path, "rank", "-", "--jsonl", "--fast", "--home", str(tmp_path), stdin=line).out)
    assert {"feature": "cause", "weight": 0.1} in before["reasons"]
    assert {"feature": "cause", "weight": 0.0} in after["reasons"]
