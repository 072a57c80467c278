import tomllib
from importlib.resources import files

import pytest

from anyq.extract.tagging import tagging

DATA = files("anyq.data")
MANIFEST = tomllib.loads((DATA / "MANIFEST.toml").read_text("utf-8"))
TAGGERS = sorted(f.name for f in DATA.iterdir() if f.name.endswith(".crfsuite"))
LIMIT_BYTES = 2_500_000


def named(lang: str, sentence: str) -> list[tuple[str, str]]:
    words = sentence.split()
    (spans,) = tagging("names", lang).spans([words])
    return [(s.label, " ".join(words[s.start : s.end])) for s in spans]


def test_every_tagger_has_a_table_in_the_manifest() -> None:
    assert TAGGERS == ["names_en.crfsuite", "names_kk.crfsuite"]
    assert set(TAGGERS) <= set(MANIFEST)


@pytest.mark.parametrize("model", TAGGERS)
def test_a_tagger_stays_small(model: str) -> None:
    assert len((DATA / model).read_bytes()) < LIMIT_BYTES


def test_english_titles_are_no_part_of_a_name() -> None:
    found = named("en", "Mayor Helen Brockway met Dr. Samuel Osei in Lisbon .")
    assert found == [("PER", "Helen Brockway"), ("PER", "Samuel Osei"), ("LOC", "Lisbon")]


def test_a_headline_in_capitals_keeps_its_names() -> None:
    assert ("LOC", "LISBON") in named("en", "MAYOR OF LISBON OPENS NEW BRIDGE")


def test_an_empty_sentence_holds_no_name() -> None:
    model = tagging("names", "en")
    assert model.spans([["The", "river", "rose", "."], []])[1] == []


def test_kazakh_names_and_positions_with_their_endings() -> None:
    found = named("kk", "Бұл туралы Ауыл шаруашылығы министрі Ерлан Тасболатов Астанада айтты .")
    assert found == [("POSITION", "Ауыл шаруашылығы министрі"), ("PER", "Ерлан Тасболатов"), ("GPE", "Астанада")]
