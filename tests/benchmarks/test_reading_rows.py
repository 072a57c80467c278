import importlib
import json
import sys

import pytest

# the function of the same name hides the module
rows_of = importlib.import_module("benchmarks.reading.run")

SCORER = """
import json
count = {"f1": 0.8, "p": 0.8, "r": 0.8, "gold": 40, "pred": 60}
rate = {"rate": 0.9, "of": 30, "low": 0.7, "high": 0.97}
counts = ["quotes_direct", "quotes_indirect", "citations", "people", "quantity_value_bound"]
rates = ["names_wrong", "cited_by", "role", "organisation", "claims_precision", "claims_recall"]
scores = dict.fromkeys(counts, count) | dict.fromkeys(rates, rate)
scores |= {"cost": {"rate": 0.5, "of": 40}, "wrong": ["a for b"]}
print(json.dumps({"scores": {"ru": scores}, "failed": ["ru-x: exit 3"]}))
raise SystemExit(1)
"""


def test_shares_have_the_interval_of_wilson():
    assert rows_of.wilson(0.5, 10) == pytest.approx((0.2366, 0.7634), abs=1e-4)  # Newcombe 1998, method 3
    assert rows_of.wilson(1.0, 10)[1] == 1.0


def test_scores_become_rows_though_a_text_failed(tmp_path):
    for part in ("gold", "articles"):
        (tmp_path / "data" / "reading" / part).mkdir(parents=True)
        (tmp_path / "data" / "reading" / part / "ru-x.json").write_text("{}", "utf-8")
    scorer = tmp_path / "scorer.py"
    scorer.write_text(SCORER, "utf-8")
    rows = {r["metric"]: r for r in rows_of.run(tmp_path / "data", scorer=scorer) if r["set"] == "gold"}
    assert (rows["direct quotes F1"]["score"], rows["direct quotes F1"]["n"]) == (0.8, 40)
    assert (rows["direct quotes F1"]["low"], rows["direct quotes F1"]["high"]) == rows_of.wilson(0.8, 50)
    assert (rows["wrong names"]["score"], rows["wrong names"]["low"], rows["wrong names"]["n"]) == (0.9, 0.7, 30)
    assert (rows["cost a quote"]["score"], rows["cost a quote"]["low"]) == (0.5, None)
    assert (rows["texts not read"]["score"], rows["texts not read"]["n"]) == (1.0, 1)
    assert rows["texts not read"]["notes"] == ["wrong name: a for b", "failed: ru-x: exit 3"]


def test_a_scorer_without_scores_is_no_score_of_nought(tmp_path):
    (tmp_path / "scorer.py").write_text("raise SystemExit('no such folder')", "utf-8")
    with pytest.raises(ValueError, match="printed no scores: no such folder"):
        rows_of._scored(tmp_path / "scorer.py", tmp_path, "--predictions", str(tmp_path))


def test_a_gold_folder_holds_the_texts_to_the_character(tmp_path):
    text = "Строка.\r\nДругая\u2028строка."
    folder = rows_of._laid_out(tmp_path / "all", [(text, ("quotes",), {"doc": "dev-0001"})])
    assert (folder / "texts" / "dev-0001.txt").read_bytes().decode("utf-8") == text
    assert json.loads((folder / "articles" / "dev-0001.json").read_text("utf-8")) == {"text": text}


def test_the_command_under_test_is_that_of_this_environment():
    assert rows_of.ANYQ.rpartition("/")[0] == sys.executable.rpartition("/")[0]
