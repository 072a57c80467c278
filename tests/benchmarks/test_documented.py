"""What is written of the benchmarks and of the packages is what there is."""

import re
import tomllib
from pathlib import Path

import pytest
from benchmarks.__main__ import FLOORS, README
from benchmarks.gate import load
from benchmarks.names import iob
from benchmarks.table import BEGIN, END, figures, with_figures
from benchmarks.tasks import TASKS

ROOT = Path(__file__).parents[2]


def test_the_figures_in_the_readme_are_those_of_the_floors():
    text = README.read_text("utf-8")
    assert with_figures(text, load(FLOORS)) == text, "run: python -m benchmarks --readme"


def test_a_readme_without_the_markers_is_refused():
    with pytest.raises(ValueError, match="the README needs the lines"):
        with_figures("# anyq\n", [])
    assert with_figures(f"a\n{BEGIN}\nold\n{END}\nb\n", []) == f"a\n{figures([])}\nb\n"


def _language(floor):
    """Of a task, or of a set of names that has its own."""
    own = {s.name: s.language for s in iob.SETS}
    return own.get(floor.set, next(t.language for t in TASKS if t.name == floor.task))


def test_each_floor_belongs_to_a_task_and_keeps_what_the_release_asks():
    tasks = {task.name: task for task in TASKS}
    for floor in load(FLOORS):
        asked = tasks[floor.task].floors
        assert floor.language == _language(floor)
        assert floor.ship == asked.get((floor.set, floor.metric), asked.get(("*", floor.metric)))
        assert re.fullmatch("[0-9a-f]{64}", floor.corpus)
        assert floor.epsilon > 0


def test_every_dependency_has_its_line_and_is_locked():
    told = set(re.findall(r"`([\w-]+)`", (ROOT / "docs" / "decisions" / "dependencies.md").read_text("utf-8")))
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    locked = {_plain(name) for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"].values()
    wanted = [
        *project["project"]["dependencies"],
        *project["build-system"]["requires"],
        *(d for g in groups for d in g),
    ]
    named = {re.split(r"[<>=]", d)[0] for d in wanted}
    assert named <= told
    assert {_plain(name) for name in named} <= locked


def test_the_lock_names_packages_only():
    lines = [x for x in (ROOT / "requirements.lock").read_text("utf-8").splitlines() if not x.startswith("#")]
    assert [x for x in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", x)] == []


def test_every_task_and_option_is_in_the_reference():
    text = (ROOT / "docs" / "reference" / "benchmarks.md").read_text("utf-8")
    source = (ROOT / "benchmarks" / "__main__.py").read_text("utf-8")
    for word in [*(task.name for task in TASKS), *re.findall(r'add\("(--[a-z-]+)"', source)]:
        assert f"`{word}" in text


def _plain(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()
