from dataclasses import replace

import pytest
from benchmarks.gate import (
    Figure,
    Verdict,
    judged,
    lines_of_change,
    load,
    noted,
    save,
    shown,
    updated,
)

QUOTES = Figure("reading", "gold", "ru", "direct quotes F1", 0.95, 0.9, 0.97, 100, "aa", 0.0005, "2025-09-29", 0.93)
COST = replace(QUOTES, metric="cost a quote", score=0.5, low=None, high=None, ship=0.6)


def verdict(floor: Figure, score: float) -> Verdict:
    return judged([floor], [replace(floor, score=score)])[0]


def test_a_score_below_its_floor_fell_and_one_within_epsilon_held():
    assert verdict(QUOTES, 0.94).fell
    assert not verdict(QUOTES, 0.9496).fell
    assert verdict(QUOTES, 0.96).rose


def test_of_cost_less_is_better():
    assert verdict(COST, 0.6).fell
    assert verdict(COST, 0.4).rose
    assert not verdict(COST, 0.4).fell


def test_a_figure_of_another_corpus_is_not_compared_and_named():
    other = judged([QUOTES], [replace(QUOTES, corpus="bb", score=0.1)])[0]
    assert (other.now, other.fell) == (None, False)
    assert "another corpus" in other.why


def test_a_floor_whose_figure_was_not_measured_is_named():
    assert judged([QUOTES], [COST])[0].why == "not measured"


def test_raise_takes_over_better_and_new_figures_only():
    better, worse = replace(QUOTES, score=0.97, date="2025-10-01"), replace(COST, score=0.7)
    new = replace(QUOTES, metric="people F1")
    assert updated([QUOTES, COST], [better, worse, new], up=True) == [better, COST, new]


def test_lower_takes_over_worse_figures_only_and_each_gets_a_line():
    better, worse = replace(QUOTES, score=0.97), replace(COST, score=0.7)
    after = updated([QUOTES, COST], [better, worse], down=True)
    assert after == [QUOTES, worse]
    assert lines_of_change([QUOTES, COST], after, "labels were wrong") == [
        "* benchmarks: floor of reading, gold, ru, cost a quote lowered from .500 to .700: labels were wrong"
    ]


def test_a_swapped_corpus_does_not_lower_a_floor_by_raise():
    swapped = replace(QUOTES, corpus="bb", score=0.9)
    assert updated([QUOTES], [swapped], up=True) == [QUOTES]
    assert updated([QUOTES], [swapped], down=True) == [swapped]
    assert updated([QUOTES], [replace(swapped, score=0.95)], up=True) == [replace(swapped, score=0.95)]


def test_what_the_release_asks_stays_when_a_floor_moves():
    assert updated([QUOTES], [replace(QUOTES, score=0.97, ship=None)], up=True)[0].ship == 0.93


def test_a_figure_ships_if_it_is_what_the_release_asks():
    assert QUOTES.ships
    assert COST.ships
    assert not replace(QUOTES, score=0.92).ships
    assert not replace(COST, score=0.61).ships
    assert replace(QUOTES, ship=None, score=0.0).ships


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "# Changelog\n\n## Unreleased\n\n* new\n"),
        ("# Changelog\n\n## Unreleased\n\n* old\n", "# Changelog\n\n## Unreleased\n\n* new\n* old\n"),
        ("# Changelog\n\n## 0.1.0\n\n* old\n", "# Changelog\n\n## Unreleased\n\n* new\n\n## 0.1.0\n\n* old\n"),
        (
            "# Changelog\n\n## Unreleased\n\n## 0.1.0\n\n* old\n",
            "# Changelog\n\n## Unreleased\n\n* new\n\n## 0.1.0\n\n* old\n",
        ),
    ],
)
def test_a_line_is_noted_first_under_unreleased(before, after):
    assert noted(before, ["* new"]) == after


def test_floors_come_back_as_they_were_saved(tmp_path):
    save(tmp_path / "floors.json", [QUOTES, COST])
    assert load(tmp_path / "floors.json") == [COST, QUOTES]
    assert load(tmp_path / "none.json") == []


def test_floors_of_another_format_are_refused(tmp_path):
    (tmp_path / "floors.json").write_text('{"format": "anyq/floors/2", "floors": []}', "utf-8")
    with pytest.raises(ValueError, match="anyq/floors/2, expected anyq/floors/1"):
        load(tmp_path / "floors.json")


def test_scores_are_shown_with_three_places():
    assert [shown(x) for x in (0.95, 1.0, 0, None, 41.02)] == [".950", "1.000", "0", "–", "41.0"]
