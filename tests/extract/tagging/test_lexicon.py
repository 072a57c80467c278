import pytest

from anyq.extract.tagging import lexicon


@pytest.mark.parametrize(
    ("lang", "words", "at", "kind"),
    [
        ("kk", ["алматыда"], 0, "place"),
        ("kk", ["ақш-тың"], 0, "place"),
        ("kk", ["министрлігінің"], 0, "body"),
        ("kk", ["директорының"], 0, "role"),
        ("kk", ["ерланның"], 0, "given"),
        ("kk", ["биғанымға"], 0, "given"),
        ("kk", ["батыс", "қазақстанда"], 1, "place+"),
        ("kk", ["дүниежүзілік", "банктің"], 0, "org+"),
        ("en", ["new", "york"], 0, "place+"),
        ("en", ["world", "health", "organization"], 2, "org+"),
        ("en", ["ministries"], 0, "body"),
        ("en", ["lisbon", "'s"], 1, ""),
        ("en", ["helen"], 0, "given"),
        ("en", ["henderson"], 0, "family"),
        ("en", ["kazakhs"], 0, "people"),
        ("en", ["december"], 0, "calendar"),
    ],
)
def test_an_entry_is_found_with_its_endings(lang: str, words: list[str], at: int, kind: str) -> None:
    marks = lexicon(lang).marks(words)[at]
    assert (kind in marks) if kind else not marks


def test_a_longer_entry_does_not_hide_a_shorter_one() -> None:
    marks = lexicon("en").marks(["new", "york", "university"])
    assert "place+" in marks[1]
    assert "body" in marks[2]


@pytest.mark.parametrize(
    ("lang", "word", "expected"),
    [("kk", "тасболатовтың", True), ("kk", "серікқызы", True), ("kk", "барады", False), ("en", "akhmetov", True)],
)
def test_how_family_names_close(lang: str, word: str, expected: bool) -> None:
    assert lexicon(lang).looks_like_surname(word) is expected


@pytest.mark.parametrize("lang", ["kk", "en"])
def test_lists_are_long(lang: str) -> None:
    words = lexicon(lang)
    assert len(words.everyday) > 3000
