from pathlib import Path

import pytest

from anyq.cli.reference import main, pages
from anyq.settings.fields import settings_about
from tests.cli.run import anyq

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def test_the_reference_is_what_the_commands_say() -> None:
    written = {name: (REFERENCE / name).read_text("utf-8") for name in pages()}
    assert written == pages(), "write it anew with: python -m anyq.cli.reference docs/reference"


def test_every_setting_and_command_has_its_place() -> None:
    text = "".join(pages().values())
    for about in settings_about():
        assert f"`{about.name}`" in text
    for command in ("read", "amend", "demo", "settings"):
        assert f"anyq {command} [OPTIONS]" in text


def test_the_pages_are_written_where_they_are_wanted(tmp_path: Path) -> None:
    main(str(tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == set(pages())


@pytest.mark.parametrize("command", ["", "read", "amend", "demo", "settings"])
def test_help_is_printed_and_asks_for_nothing_heavy(tmp_path: Path, command: str) -> None:
    ran = anyq(tmp_path, *([command] if command else []), "--help", PYTHONPROFILEIMPORTTIME="1")
    assert ran.code == 0
    assert "Usage: anyq" in ran.out
    loaded = {line.rpartition("|")[2].strip() for line in ran.err.splitlines() if line.startswith("import time:")}
    assert "typer" in loaded
    assert not loaded & {"numpy", "anyq.desk", "anyq.extract", "rich", "httpx", "lxml", "jinja2"}


def test_the_version_is_one_line(tmp_path: Path) -> None:
    ran = anyq(tmp_path, "--version")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("anyq ")


def test_the_settings_say_where_each_value_comes_from(tmp_path: Path) -> None:
    (tmp_path / "anyq.toml").write_text("jobs = 2\n", "utf-8")
    ran = anyq(tmp_path, "settings", "--ui", "en", ANYQ_EDITOR="Дана")
    assert ran.code == 0
    for line in ("jobs = 2 processes", f"file {tmp_path / 'anyq.toml'}", "editor = Дана", "environment ANYQ_EDITOR"):
        assert line in ran.out
    for about in settings_about():
        assert f"{about.name} = " in ran.out


def test_a_setting_that_is_unknown_is_exit_code_2(tmp_path: Path) -> None:
    (tmp_path / "anyq.toml").write_text("jobz = 2\n", "utf-8")
    ran = anyq(tmp_path, "settings")
    assert (ran.code, "did you mean jobs?" in ran.err) == (2, True)


def test_an_unknown_command_is_exit_code_2(tmp_path: Path) -> None:
    ran = anyq(tmp_path, "reed")
    assert (ran.code, "Traceback" in ran.err) == (2, False)
