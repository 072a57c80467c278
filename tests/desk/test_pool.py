import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anyq.desk.pool import ordered


def work(task: tuple[str, str]) -> str:
    kind, word = task
    if kind == "kill":
        os._exit(9)
    if kind == "once" and not Path(word).exists():
        Path(word).write_text("tried", "utf-8")
        os._exit(9)
    if kind == "raise":
        raise ValueError(word)
    return word


def crashed(task: tuple[str, str]) -> str:
    return f"crashed: {task[1]}"


def test_a_process_that_dies_costs_its_own_task_only(tmp_path: Path) -> None:
    marker = str(tmp_path / "marker")
    tasks = [("say", str(n)) for n in range(12)]
    tasks[4], tasks[7] = ("kill", "4"), ("once", marker)
    expected = [str(n) for n in range(12)]
    expected[4], expected[7] = "crashed: 4", marker
    assert list(ordered(tasks, work, jobs=2, crashed=crashed)) == expected


def test_an_error_of_the_work_comes_to_the_caller() -> None:
    with pytest.raises(ValueError, match="bad"):
        list(ordered([("say", "a"), ("raise", "bad")], work, jobs=2, crashed=crashed))


@given(st.lists(st.text(max_size=5), max_size=20))
@settings(max_examples=50)
def test_one_job_is_the_plain_map(words: list[str]) -> None:
    assert list(ordered([("say", w) for w in words], work, jobs=1, crashed=crashed)) == words


def test_few_tasks_are_taken_before_their_turn() -> None:
    taken: list[int] = []

    def tasks():
        for n in range(100):
            taken.append(n)
            yield ("say", str(n))

    outcomes = ordered(tasks(), work, jobs=2, crashed=crashed)
    assert next(outcomes) == "0"
    assert len(taken) <= 6
    outcomes.close()
