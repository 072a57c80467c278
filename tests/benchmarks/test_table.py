import pytest
from benchmarks.gate import Figure
from benchmarks.table import figures, past_bounds, table
from benchmarks.tasks import TASKS, Request, Task

QUOTES = {
    "task": "reading", "set": "gold", "metric": "direct quotes F1", "score": 0.95, "n": 1200, "low": 0.9, "high": 0.97,
    "peer": None, "corpus": "aa",
}  # fmt: skip
FLOOR = Figure("reading", "gold", "ru", "direct quotes F1", 0.94, 0.9, 0.97, 1200, "aa", 0.0005, "2025-09-29", 0.93)


def lines(rows):
    return table(rows, {FLOOR.key: FLOOR}, {"reading": "ru"}).splitlines()[2:]


def test_a_figure_stands_beside_its_interval_floor_and_what_is_asked():
    assert lines([QUOTES])[0].split() == ["reading,", "ru", "gold", "direct", "quotes", "F1", ".950", ".900–.970",
                                          "1,200", ".940", ".930"]  # fmt: skip


def test_peers_stand_beneath_the_figure_of_their_metric():
    other = QUOTES | {"metric": "people F1"}
    told = lines([QUOTES, other, QUOTES | {"peer": "marks alone", "score": 0.7}])
    assert ["direct" in told[0], "marks alone" in told[1], "people" in told[2]] == [True, True, True]


def test_a_row_without_a_score_is_not_in_the_table():
    assert lines([QUOTES | {"score": None}]) == []


def test_what_is_past_its_bound_is_named():
    slow = QUOTES | {"metric": "read, s", "score": 3.0, "bound": ("<=", 2.5)}
    few = QUOTES | {"metric": "articles a second", "score": 5.0, "bound": (">=", 8)}
    assert past_bounds([slow, few, slow | {"score": 2.5}, few | {"score": 8}, QUOTES]) == [
        "read, s: 3.000, bound <= 2.5",
        "articles a second: 5.000, bound >= 8",
    ]


def test_the_readme_has_a_line_for_a_floor():
    assert figures([FLOOR]).splitlines()[3] == (
        "| reading, ru | gold | direct quotes F1 | .940 | .900–.970 | 1,200 | ≥ .930 | 2025-09-29 |"
    )


def test_figures_of_anyq_with_a_floor_are_kept_and_no_others():
    reading = next(task for task in TASKS if task.name == "reading")
    rows = [QUOTES, QUOTES | {"peer": "marks alone"}, QUOTES | {"score": None}, QUOTES | {"metric": "organisation"}]
    kept = reading.figures(rows, "2025-09-29")
    assert [(f.metric, f.score, f.ship, f.date) for f in kept] == [("direct quotes F1", 0.95, 0.93, "2025-09-29")]


@pytest.mark.parametrize("task", [task for task in TASKS if task.name != "speed"], ids=lambda task: task.name)
def test_a_task_without_its_data_is_skipped_and_says_what_is_missing(task: Task, tmp_path):
    rows = task.run(Request(tmp_path / "data"))
    assert {row["score"] for row in rows} == {None}
    assert all(row["why"].startswith("no ") for row in rows)
