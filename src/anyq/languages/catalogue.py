"""The words on the screen in the languages of the interface; the words themselves are ``messages.csv``."""

import csv
import re
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


def told(sentence: str, ui: str) -> str:
    """A sentence of an error in language ``ui``; in English, as it is, where ``errors.csv`` does not have it."""
    for form, words in _sentences(ui):
        found = form.fullmatch(sentence)
        if found:
            return words.format(**found.groupdict())
    return sentence


@cache
def _sentences(ui: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The English form of each sentence, its blanks as groups, and the words of ``ui``; the first that fits holds."""
    if ui == "en":
        return ()
    text = (files("anyq.languages") / "errors.csv").read_text("utf-8")
    return tuple((_form(row["en"]), row[ui]) for row in csv.DictReader(text.splitlines()))


def _form(english: str) -> re.Pattern[str]:
    pieces = re.split(r"\{(\w+)\}", english)
    return re.compile("".join(f"(?P<{p}>.+?)" if n % 2 else re.escape(p) for n, p in enumerate(pieces)), re.DOTALL)
