import json

from benchmarks.language import run
from benchmarks.language.run import snippets


def test_a_snippet_is_the_first_words_and_as_many_behind_the_next():
    assert list(snippets("один два три четыре пять шесть", 2)) == ["один два", "четыре пять"]
    assert list(snippets("один два три", 2)) == ["один два"]
    assert list(snippets("2 000 человек", 2)) == []


def test_a_language_is_told_or_not(tmp_path):
    folder = tmp_path / "matching" / "ntrex"
    folder.mkdir(parents=True)
    texts = {
        "ru": ["Мэр открыл новый мост через реку, об этом сообщили вчера."],
        "kk": ["Қала әкімі өзен арқылы жаңа көпір ашты деп хабарлады."],
        "en": ["Der Bürgermeister eröffnete am Montag eine neue Brücke in Kelder."],
    }
    (folder / "a.json").write_text(json.dumps({"id": "a", **texts}), "utf-8")
    scores = {row["metric"]: row["score"] for row in run(tmp_path)}
    assert (scores["8 words, ru"], scores["8 words, kk"], scores["8 words, en"]) == (1.0, 1.0, 0.0)
    assert round(scores["8 words, all"], 3) == 0.667


def test_without_data_there_are_no_rows(tmp_path):
    assert run(tmp_path) == []
