"""The words on the screen in the languages of the interface; the words themselves are ``messages.csv``."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def messages(ui: str) -> Mapping[str, str]:
    """Every message by its key in language ``ui`` (``ru``, ``kk``, ``en``), English where it is missing.

    ``{name}`` in a message is filled by ``str.format``. The column ``reviewed_by`` of the catalogue
    names who has read the Kazakh and Russian words; empty = nobody yet.
    """
    text = (files("anyq.languages") / "messages.csv").read_text("utf-8")
    return MappingProxyType({row["key"]: row[ui] or row["en"] for row in csv.DictReader(text.splitlines())})
