"""Settings from, in rising order of force: default, file, environment, option."""

import os
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from anyq.errors import SettingsError
from anyq.languages import table
from anyq.settings.fields import UI_LANGUAGES, About, Settings, settings_about

FILE_NAME: Final = "anyq.toml"
PREFIX: Final = "ANYQ_"
_ABOUT: Final[Mapping[str, About]] = {a.name: a for a in settings_about()}
_WORDS: Final[Mapping[type, str]] = {
    str: "text",
    int: "a whole number",
    float: "a number",
    Path: "a folder",
    dict: "a table",
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings and, for each field, where its value came from (``default``, a file, a variable, an option)."""

    settings: Settings
    origins: Mapping[str, str]


def load_settings(options: Mapping[str, Any] | None = None, *, environ: Mapping[str, str] | None = None) -> Loaded:
    """The settings in force: ``options`` (None = not given) over ``environ`` over the file over defaults.

    The file is ``anyq.toml`` in the home folder; the home itself comes from an option, ``ANYQ_HOME``,
    or the data folder of the system, never from the file.

    Raises:
        SettingsError: an unknown name (the nearest is told), a value of the wrong type or range, TOML
            that cannot be read.
    """
    env = os.environ if environ is None else environ
    given = {k: v for k, v in (options or {}).items() if v is not None}
    values: dict[str, Any] = {"home": _data_folder(env)}
    origins = dict.fromkeys(_ABOUT, "default")
    values["ui"], origins["ui"] = _locale_ui(env)

    def take(name: str, value: Any, origin: str, place: str) -> None:
        _known(name, place)
        values[name] = _checked(name, value, place)
        origins[name] = origin

    variables = {k[len(PREFIX) :].lower(): (k, v) for k, v in env.items() if k.startswith(PREFIX) and v}
    if "home" in given:
        take("home", given["home"], "option", "the option --home")
    elif "home" in variables:
        take("home", variables["home"][1], "environment ANYQ_HOME", "the variable ANYQ_HOME")
    path = values["home"] / FILE_NAME
    for name, value in _file(path).items():
        take(name, value, f"file {path}", str(path))
    for name, (variable, text) in variables.items():
        if name != "home":
            take(name, _from_text(name, text, variable), f"environment {variable}", f"the variable {variable}")
    for name, value in given.items():
        take(name, value, "option", f"the option --{name.replace('_', '-')}")
    return Loaded(Settings(**values), origins)


def _data_folder(env: Mapping[str, str]) -> Path:
    """Where programs keep data on this system (XDG Base Directory 0.8; Apple and Microsoft guides)."""
    if sys.platform == "win32":
        return Path(env.get("LOCALAPPDATA") or "~/AppData/Local").expanduser() / "anyq"
    if sys.platform == "darwin":
        return Path("~/Library/Application Support/anyq").expanduser()
    return Path(env.get("XDG_DATA_HOME") or "~/.local/share").expanduser() / "anyq"


def _locale_ui(env: Mapping[str, str]) -> tuple[str, str]:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):  # POSIX: the first that is set decides
        if env.get(variable):
            lang = env[variable][:2].lower()
            return (lang, f"locale {variable}") if lang in UI_LANGUAGES else ("en", "default")
    return "en", "default"


def _file(path: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as e:
        raise SettingsError(f"{path} cannot be read: {e}", expected="a TOML file", cure="mend or remove it") from e
    if "home" in table:
        raise SettingsError(
            f"home stands in {path}",
            expected="only what lies inside a home",
            cure="set ANYQ_HOME or --home instead",
        )
    return table


def _known(name: str, place: str) -> None:
    if name in _ABOUT:
        return
    near = get_close_matches(name, _ABOUT, n=1)
    raise SettingsError(
        f"unknown setting {name!r} in {place}",
        expected="one of " + ", ".join(_ABOUT),
        cure=f"did you mean {near[0]}?" if near else "see: anyq settings",
    )


def _from_text(name: str, text: str, variable: str) -> Any:
    _known(name, f"the variable {variable}")
    try:
        return _ABOUT[name].kind(text)
    except ValueError:
        return text  # refused by the type check, which names what was expected


def _checked(name: str, value: Any, place: str) -> Any:
    """``value`` as the type of the setting; TOML's whole numbers serve as numbers, text as a path."""
    about = _ABOUT[name]
    kind = about.kind
    if kind is Path and isinstance(value, str):
        value = Path(value).expanduser()
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise _refused(name, value, place, _WORDS[kind])
    if isinstance(value, dict):
        return _weights(value, place)
    if isinstance(value, int | float) and about.least is not None and not about.least <= value < float("inf"):
        raise _refused(name, value, place, f"at least {about.least:g}")
    if name == "ui" and value not in UI_LANGUAGES:
        raise _refused(name, value, place, "one of " + ", ".join(UI_LANGUAGES))
    if value == "":
        raise _refused(name, value, place, "some text")
    return value


def _weights(given: Mapping[str, Any], place: str) -> Mapping[str, float]:
    """Weights by feature, each from -1 to 1; the features are those of claims.toml, the same in every language."""
    known = table("ru", "claims")["weights"]
    for name, value in given.items():
        if name not in known:
            near = get_close_matches(name, known, n=1)
            raise SettingsError(
                f"unknown feature {name!r} in the weights of {place}",
                expected="one of " + ", ".join(known),
                cure=f"did you mean {near[0]}?" if near else "",
            )
        if not isinstance(value, int | float) or isinstance(value, bool) or not -1 <= value <= 1:
            raise _refused(f"weights.{name}", value, place, "a number from -1 to 1")
    return {name: float(value) for name, value in given.items()}


def _refused(name: str, value: Any, place: str, expected: str) -> SettingsError:
    unit = _ABOUT[name].unit if name in _ABOUT else ""
    return SettingsError(
        f"{name} = {value!r} in {place}",
        expected=f"{expected} ({unit})" if unit else expected,
        cure="see: anyq settings",
    )
