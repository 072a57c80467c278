"""The settings themselves: each with default, unit and what it means. No reading: see load."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final, Literal, get_args

Ui = Literal["ru", "kk", "en"]
UI_LANGUAGES: Final[tuple[str, ...]] = get_args(Ui)


def _is(kind: type, says: str, *, unit: str = "", least: float | None = None) -> dict[str, Any]:
    return {"kind": kind, "says": says, "unit": unit, "least": least}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that can be set. ``anyq settings`` prints each value and where it came from."""

    home: Path = field(
        default=Path(), metadata=_is(Path, "where this desk's data live; default: the data folder of your system")
    )
    ui: Ui = field(
        default="en",
        metadata=_is(str, "language of messages and pages: ru, kk or en; default: your locale, else en"),
    )
    user_agent: str | None = field(
        default=None,
        metadata=_is(str, "what a fetched site is told about the program; default: the plain one of anyq.net"),
    )
    proxy: str | None = field(
        default=None, metadata=_is(str, "address of the proxy that fetches go through; default: none")
    )
    fetch_timeout_s: float = field(
        default=20.0, metadata=_is(float, "total time that one fetch may take", unit="seconds", least=0.1)
    )
    fetch_max_bytes: int = field(
        default=20_000_000,
        metadata=_is(int, "largest page that a fetch takes, after decompression", unit="bytes", least=1),
    )
    jobs: int = field(
        default=1, metadata=_is(int, "worker processes for a folder of articles", unit="processes", least=1)
    )
    weights: Mapping[str, float] = field(
        default_factory=dict,
        metadata=_is(
            dict,
            "weights of check-worthiness that you set yourself, by feature, as a table of the settings file; default: "
            "those of the language",
            least=-1,
        ),
    )
    editor: str = field(default="editor", metadata=_is(str, "your name in seen_by, beside what you confirm or correct"))


@dataclass(frozen=True, slots=True)
class About:
    """What a setting means: its type, unit (empty if none), smallest value, default."""

    name: str
    kind: type
    says: str
    unit: str
    least: float | None
    default: Any


def settings_about() -> tuple[About, ...]:
    """All settings in the order of the class."""
    return tuple(
        About(name=f.name, default=None if f.name == "weights" else f.default, **f.metadata) for f in fields(Settings)
    )
