"""What the user names on the command line -> the inputs to read."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from anyq.errors import ReadError

ARTICLE_ENDINGS: Final = frozenset({".html", ".htm", ".txt", ".mhtml", ".pdf", ".docx"})


def is_folder(name: str) -> bool:
    """True for the name of a folder; an empty name is none, and a name too long for the system is none."""
    return os.path.isdir(name)  # noqa: PTH112  Path.is_dir takes "" for this folder and raises at a long address


def is_same_file(one: str, other: str) -> bool:
    """True if both names lead to one existing file."""
    try:
        return os.path.samefile(one, other)  # noqa: PTH121  as above
    except (OSError, ValueError):
        return False


def expanded(named: Sequence[str]) -> list[str]:
    """The inputs in the order named, each once; a folder stands for its articles, sorted by path.

    Raises:
        ReadError: a folder without articles.
    """
    found: dict[str, None] = {}
    for name in named:
        if not is_folder(name):
            found[name] = None
            continue
        inside = sorted(_articles(name))
        if not inside:
            raise ReadError(
                f"no article in the folder {name}",
                expected="files " + ", ".join(sorted(ARTICLE_ENDINGS)),
                cure="give the folder that holds them, or a file by its name",
            )
        found |= dict.fromkeys(inside)
    return list(found)


def _articles(folder: str) -> Iterator[str]:
    for here, _, files in os.walk(folder):
        for file in files:
            if Path(file).suffix.lower() in ARTICLE_ENDINGS:
                yield str(Path(here) / file)
