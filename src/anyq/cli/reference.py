"""The pages of docs/reference/ as they must read: ``python -m anyq.cli.reference docs/reference`` writes them."""

import sys
from pathlib import Path
from typing import Any, Final

import typer

from anyq.cli.app import app
from anyq.settings.fields import About, settings_about
from anyq.settings.load import FILE_NAME, PREFIX

WIDTH_CHARS: Final = 100
_MADE: Final = "<!-- Made by: python -m anyq.cli.reference docs/reference -->\n"
_TYPES: Final = {"str": "text", "int": "whole number", "float": "number", "Path": "folder", "dict": "table"}


def pages() -> dict[str, str]:
    """File name -> text: one page for anyq, one for each command, one for the settings."""
    root: Any = typer.main.get_command(app)  # typer's own copy of click has no public type
    context = root.make_context(
        "anyq", [], resilient_parsing=True, max_content_width=WIDTH_CHARS, terminal_width=WIDTH_CHARS
    )
    made = {"anyq.md": _page(context)}
    for name, command in root.commands.items():
        made[f"anyq-{name}.md"] = _page(command.make_context(name, [], parent=context, resilient_parsing=True))
    return made | {"settings.md": _settings()}


def _page(context: Any) -> str:
    lines = (line.rstrip() for line in context.get_help().splitlines())
    return f"{_MADE}# {context.command_path}\n\n```\n" + "\n".join(lines) + "\n```\n"


def _settings() -> str:
    rows = "\n".join(_row(about) for about in settings_about())
    return (
        f"{_MADE}# Settings\n\n"
        f"Each setting comes from, in rising order of force: its default, `{FILE_NAME}` in the home folder, the "
        f"environment (`{PREFIX}` and the name in capitals), an option of the command. `anyq settings` prints each "
        f"value and where it came from. `home` cannot stand in the file, which lies in it.\n\n"
        "| setting | variable | type | default | meaning |\n|---|---|---|---|---|\n" + rows + "\n"
    )


def _row(about: About) -> str:
    kind = _TYPES[about.kind.__name__] + (f", {about.unit}" if about.unit else "")
    # home and ui depend on the machine; their meaning tells how
    default = "" if about.name in ("home", "ui") or about.default is None else f"{about.default}"
    variable = "" if about.kind is dict else f"`{PREFIX}{about.name.upper()}`"
    return f"| `{about.name}` | {variable} | {kind} | {default} | {about.says} |"


def main(folder: str) -> None:
    """Write the pages into ``folder``."""
    for name, text in pages().items():
        (Path(folder) / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
