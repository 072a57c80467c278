"""The word lists of a language: what is compared with lemmas is one, and stands once."""

import pytest

from anyq.extract.russian import analyzer
from anyq.languages import table

LISTS = [
    (file, group, name)
    for file in ("cues", "citing")
    for group, rows in table("ru", file).items()
    if group not in ("networks", "own_news")
    for name in rows
]
LIKE_OTHER_FORMS = {"следком", "инстаграма"}  # short names that look like a case of something else
NO_LEMMAS = {("cues", "idioms", "pairs"), ("citing", "media", "short"), ("citing", "media", "latin")}


def _words(file: str, group: str, name: str) -> list[str]:
    return str(table("ru", file)[group][name]).split()


def _is_base(word: str) -> bool:
    """A lemma, a nominative, or what the dictionary does not know."""
    known = [r for r in analyzer().parse(word) if r.is_known]
    spelt = word.replace("ё", "е")
    return not known or any("nomn" in r.tag or r.normal_form.replace("ё", "е") == spelt for r in known)


@pytest.mark.parametrize("where", LISTS, ids=".".join)
def test_a_word_stands_once_in_its_list(where: tuple[str, str, str]) -> None:
    words = _words(*where)
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("where", [w for w in LISTS if w not in NO_LEMMAS], ids=".".join)
def test_a_word_compared_with_lemmas_is_a_base_form(where: tuple[str, str, str]) -> None:
    assert [w for w in _words(*where) if "_" in w or not (_is_base(w) or w in LIKE_OTHER_FORMS)] == []


@pytest.mark.parametrize("name", [n for n in table("ru", "cues")["verbs"] if n != "introduces"])
def test_a_verb_is_an_infinitive(name: str) -> None:
    assert [w for w in _words("cues", "verbs", name) if not w.endswith(("ть", "ться", "ти", "тись", "чь"))] == []
