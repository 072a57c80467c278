"""Every command that a document shows runs as shown, and prints what is shown beneath it."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from anyq.cli.app import app
from anyq.settings import load_settings
from tests.cli.run import environment
from tests.docs.pages import PAGES, REFERENCE, ROOT, blocks, label, prose

WRITTEN = [page for page in PAGES if REFERENCE not in page.parents or page.name == "benchmarks.md"]
TEXTS = {label(page): page.read_text("utf-8") for page in WRITTEN}
WITH_COMMANDS = [name for name, text in TEXTS.items() if any(language == "sh" for language, _ in blocks(text))]
TARGETS = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
BORDER = "=== block {} ==="
ROOT_COMMAND: Any = typer.main.get_command(app)
# in the page of corrections a browser has saved this file
SAVED = ROOT / "docs" / "formats" / "amendment.md"


def _runs_elsewhere(line: str) -> bool:
    """True for what needs the network, the whole repository or a browser, and for the demo, which has its own tests."""
    return re.match(r"make |pip install |anyq demo$|anyq open|anyq read https?://", line) is not None


def _script(text: str) -> str:
    shell = [body for language, body in blocks(text) if language == "sh"]
    lines = ["set -e", "exec 2>&1"]
    for number, body in enumerate(shell):
        lines += [f"echo '{BORDER.format(number)}'", *(row for row in body.splitlines() if not _runs_elsewhere(row))]
    return "\n".join(lines) + "\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as a reader has it: the examples, a saved page, a file that the page of a reading saved."""
    here = tmp_path / "here"
    shutil.copytree(ROOT / "examples", here / "examples")
    shutil.copy(ROOT / "examples" / "ru" / "reprint.html", here / "page.html")
    saved = next(body for language, body in blocks(SAVED.read_text("utf-8")) if language == "json")
    (here / "amendments-79d66bab.jsonl").write_text(saved.replace("\n", " ") + "\n", "utf-8")
    command = tmp_path / "bin" / "anyq"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -c "from anyq.cli import main; main()" "$@"\n', "utf-8")
    command.chmod(0o755)
    return here


def _shown(text: str) -> Iterator[tuple[int, list[str]]]:
    """The number of each block of commands, and the lines of an output block beneath it."""
    number = -1
    for language, body in blocks(text):
        if language == "sh":
            number += 1
        elif language == "text":
            yield number, [line for line in body.splitlines() if line != "…"]


@pytest.mark.parametrize("name", WITH_COMMANDS)
def test_commands_run_and_print_what_is_shown(name: str, folder: Path) -> None:
    path = f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "-c", _script(TEXTS[name])],
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment(folder.parent / "home", PATH=path, PYTHONPATH=str(ROOT / "src")),
        timeout=170,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-2000:]
    assert "Traceback" not in ran.stdout
    printed = re.split(r"=== block \d+ ===\n", ran.stdout)[1:]
    for number, lines in _shown(TEXTS[name]):
        rest = " ".join(printed[number].split())
        for line in lines:
            wanted = " ".join(line.split())
            assert wanted in rest, f"not printed, or not in this order: {line}\n{printed[number]}"
            rest = rest.partition(wanted)[2]


def _named(text: str) -> Iterator[str]:
    """The commands of a text: in its blocks, and between backquotes."""
    for language, body in blocks(text):
        if language == "sh":
            yield from body.splitlines()
    yield from re.findall(r"`([^`\n]+)`", prose(text))


def _commands(first: str) -> list[tuple[str, str]]:
    found = []
    for name, text in TEXTS.items():
        for line in dict.fromkeys(_named(text)):
            command = re.sub(r"^.*\| |^(?:[A-Z_]+=\S+ )+|^\.venv/bin/|(?: \|\||>| <<).*$", "", line)
            if re.match(rf"{first} [a-z-]", command) and "…" not in command:
                found.append((name, command))
    return found


@pytest.mark.parametrize(("name", "command"), _commands("anyq"))
def test_a_command_between_the_lines_has_only_options_that_exist(name: str, command: str) -> None:
    words = shlex.split(command)[1:]
    verb = ROOT_COMMAND if words[0].startswith("-") else ROOT_COMMAND.commands[words[0]]
    known = {option for parameter in verb.params for option in parameter.opts} | {"--help", "-"}
    assert {word for word in words if word.startswith("-")} <= known


@pytest.mark.parametrize(("name", "command"), _commands("make"))
def test_a_target_of_make_exists(name: str, command: str) -> None:
    assert command.split()[1] in TARGETS


def test_what_is_installed_is_called_so() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["name"]
    assert {command.split()[2] for _, command in _commands("pip")} == {project}


@pytest.mark.parametrize("name", [n for n, t in TEXTS.items() if any(language == "toml" for language, _ in blocks(t))])
def test_a_settings_file_that_is_shown_can_be_used(name: str, tmp_path: Path) -> None:
    for language, body in blocks(TEXTS[name]):
        if language == "toml":
            (tmp_path / "anyq.toml").write_text(body, "utf-8")
            origins = load_settings({"home": tmp_path}, environ={}).origins
            assert all(origins[key].startswith("file ") for key in tomllib.loads(body))
