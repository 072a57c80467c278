import csv
from importlib.resources import files
from string import Formatter

import pytest

from anyq.languages import messages

ROWS = list(csv.DictReader((files("anyq.languages") / "messages.csv").read_text("utf-8").splitlines()))
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


def test_messages_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        messages("ru")["speaker.unknown"] = "кто-то"
