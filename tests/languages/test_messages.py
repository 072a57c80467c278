import csv
from importlib.resources import files
from string import Formatter

import pytest

from anyq.languages import messages, told

ROWS = list(csv.DictReader((files("anyq.languages") / "messages.csv").read_text("utf-8").splitlines()))
ERRORS = list(csv.DictReader((files("anyq.languages") / "errors.csv").read_text("utf-8").splitlines()))
# words for the truth of a claim: a machine has no use for them (docs/glossary.md)
REFUSED = ("verified", "true fact", "проверено", "достоверно", "тексерілді", "✓", "✔", "original", "independent source")


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_every_message_exists_in_every_language_with_the_same_blanks(ui: str) -> None:
    assert list(messages(ui)) == [row["key"] for row in ROWS]
    for row in ROWS:
        assert row[ui], row["key"]
        assert blanks(messages(ui)[row["key"]]) == blanks(row["en"]), row["key"]


def test_no_key_stands_twice() -> None:
    keys = [row["key"] for row in ROWS]
    assert len(set(keys)) == len(keys)


def test_no_message_speaks_of_truth() -> None:
    for row in ROWS:
        for ui in ("ru", "kk", "en"):
            assert not any(word in row[ui].lower() for word in REFUSED), row["key"]


def test_the_words_of_the_glossary_are_used() -> None:
    assert messages("en")["speaker.unknown"] == "speaker not established"
    assert messages("ru")["speaker.unknown"] == "кто сказал — не установлено"
    assert messages("kk")["speaker.unknown"] == "кім айтқаны анықталмады"


def test_a_sentence_of_an_error_is_told_in_the_language_asked_for() -> None:
    assert told("no file мост.txt", "ru") == "нет файла мост.txt"
    assert told("no file мост.txt", "kk") == "мост.txt файлы жоқ"
    assert told("no file мост.txt", "en") == "no file мост.txt"
    assert told("what nobody has put into words", "ru") == "what nobody has put into words"


@pytest.mark.parametrize("row", ERRORS, ids=lambda row: row["en"])
def test_a_sentence_of_an_error_keeps_its_blanks_and_no_other_takes_its_place(row: dict[str, str]) -> None:
    filled = {name: f"{name}7" for name in blanks(row["en"])}
    for ui in ("ru", "kk"):
        assert row[ui]
        assert blanks(row[ui]) == blanks(row["en"])
        assert told(row["en"].format(**filled), ui) == row[ui].format(**filled)


def test_messages_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        messages("ru")["speaker.unknown"] = "кто-то"
