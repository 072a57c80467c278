"""Word lists and tables of a language, read once from the package."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(lang: str, name: str) -> dict[str, Any]:
    """``languages/<lang>/<name>.toml`` as a dict. Callers must not change it."""
    return tomllib.loads((files("anyq.languages") / lang / f"{name}.toml").read_text("utf-8"))


@cache
def lines(lang: str, name: str) -> tuple[str, ...]:
    """The lines of ``languages/<lang>/<name>.txt`` without comments (``#``) and empty ones."""
    rows = (files("anyq.languages") / lang / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(r.split("#")[0].strip() for r in rows if r.split("#")[0].strip())
