"""Whom an invented English text cites, how, and through whom."""

import pytest

from tests.extract.surface.english import read


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("LONDON (Reuters) - The bank cut rates.", [("Reuters", "publisher_self", None)]),
        ("BEIJING, Sept. 3 (Xinhua) -- The bank cut rates.", [("Xinhua", "publisher_self", None)]),
        ("By Jane Field, Associated Press\nThe bank cut rates.", [("Associated Press", "publisher_self", None)]),
        ("KELVA, June 9 (Norden Wire) - The bank cut rates.", [("Norden Wire", "publisher_self", None)]),
        ("A deal is near, the Westhaven Star reported.", [("Westhaven Star", "cites", None)]),
        ("The bank cut rates.\nSource: Daily Ledger", [("Daily Ledger", "source_line", None)]),
        ("The bank cut rates.\nWith Post wires", [("Post wires", "source_line", None)]),
        ("Reuters contributed to this report.", [("Reuters", "source_line", None)]),
        ("Rain will come, according to the Weather Institute.", [("Weather Institute", "official", None)]),
        ("The deal is dead, a source said.", [("source", "anonymous", None)]),
        ("Two were hurt, officials said.", [("officials", "official", None)]),
        ("Bloomberg reported that the bank would cut jobs.", [("Bloomberg", "cites", None)]),
        ("A survey found that cats sleep longer.", [("survey", "data", None)]),
        ("Ann Poe told Sky News that she was leaving.", [("Sky News", "cites", None)]),
        ("Ann Poe said on Twitter that she was leaving.", [("Twitter", "social", None)]),
        ("“Enough,” Ann Poe tweeted.", [("Twitter", "social", None)]),
        ("Ann Poe told the Breakfast Show that she was leaving.", [("Breakfast Show", "broadcast", None)]),
        ("Ann Poe said that she was leaving.", []),
        ("Ann Poe told reporters that she was leaving.", []),
        ("The shop closed, citing rising costs.", []),
        (
            "The man had died, Xinhua said, citing the health ministry.",
            [("Xinhua", "cites", None), ("health ministry", "official", "Xinhua")],
        ),
        (
            "The Daily Ledger, quoting two officials, reported that the bridge was unsafe.",
            [("Daily Ledger", "cites", None), ("two officials", "official", "Daily Ledger")],
        ),
        (
            "Lawmaker Kim Doe, citing data from the ministry of health, said cases had doubled.",
            [("Kim Doe", "official", None), ("ministry of health", "official", "Kim Doe")],
        ),
    ],
)
def test_citations(text: str, cited: list[tuple[str, str, str | None]]) -> None:
    assert [(c.source, c.kind, c.cited_by) for c in read(text).citations] == cited


def test_the_outlet_that_was_told_signs_its_own_news() -> None:
    reading = read("Ann Poe told the BBC that she was leaving.", outlet="BBC")
    assert [(c.source, c.kind) for c in reading.citations] == [("BBC", "publisher_self")]


def test_the_medium_between_is_kept_beside_the_deepest_source() -> None:
    (quote,) = read("The man had died, Xinhua said, citing the health ministry.").quotes
    assert (quote.speaker_name, quote.via) == ("health ministry", "Xinhua")
