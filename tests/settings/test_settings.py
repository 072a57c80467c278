from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from anyq.errors import SettingsError
from anyq.settings import load_settings
from anyq.settings.fields import Settings, settings_about


def load(tmp_path: Path, toml: str = "", environ: dict[str, str] | None = None, **options: object):
    (tmp_path / "anyq.toml").write_text(toml, "utf-8")
    return load_settings({"home": tmp_path} | options, environ=environ or {})


def test_a_fresh_home_gives_defaults(tmp_path: Path) -> None:
    loaded = load_settings({}, environ={"ANYQ_HOME": str(tmp_path)})
    assert loaded.settings == Settings(home=tmp_path)
    assert loaded.origins["home"] == "environment ANYQ_HOME"
    assert loaded.origins["jobs"] == "default"


def test_option_beats_environment_beats_file_beats_default(tmp_path: Path) -> None:
    toml = 'jobs = 2\nfetch_max_bytes = 5\neditor = "Айгүл"'
    loaded = load(tmp_path, toml, {"ANYQ_JOBS": "3", "ANYQ_FETCH_MAX_BYTES": "6"}, jobs=4)
    assert (loaded.settings.jobs, loaded.settings.fetch_max_bytes, loaded.settings.editor) == (4, 6, "Айгүл")
    assert loaded.origins["jobs"] == "option"
    assert loaded.origins["fetch_max_bytes"] == "environment ANYQ_FETCH_MAX_BYTES"
    assert loaded.origins["editor"] == f"file {tmp_path / 'anyq.toml'}"


@pytest.mark.parametrize(
    ("environ", "ui"),
    [
        ({"LANG": "kk_KZ.UTF-8"}, "kk"),
        ({"LANG": "kk_KZ.UTF-8", "LC_ALL": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "ru_RU.UTF-8", "ANYQ_UI": "kk"}, "kk"),
        ({}, "en"),
    ],
)
def test_the_locale_gives_the_language_unless_it_is_set(tmp_path: Path, environ: dict[str, str], ui: str) -> None:
    assert load(tmp_path, environ=environ).settings.ui == ui


def test_the_default_home_is_the_data_folder_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert load_settings(environ={"XDG_DATA_HOME": str(tmp_path)}).settings.home == tmp_path / "anyq"


@pytest.mark.parametrize(
    ("toml", "environ", "words"),
    [
        ("jobz = 2", {}, ("'jobz'", "did you mean jobs?")),
        ("", {"ANYQ_EDITER": "x"}, ("'editer'", "ANYQ_EDITER", "did you mean editor?")),
        ("qqqqqq = 2", {}, ("'qqqqqq'", "see: anyq settings")),
        ('jobs = "two"', {}, ("jobs = 'two'", "a whole number", "processes")),
        ("jobs = true", {}, ("jobs = True", "a whole number")),
        ("jobs = 0", {}, ("jobs = 0", "at least 1")),
        ("", {"ANYQ_JOBS": "many"}, ("jobs = 'many'", "ANYQ_JOBS", "a whole number")),
        ("", {"ANYQ_FETCH_TIMEOUT_S": "nan"}, ("at least 0.1",)),
        ("", {"ANYQ_FETCH_TIMEOUT_S": "inf"}, ("at least 0.1",)),
        ('ui = "de"', {}, ("ui = 'de'", "ru, kk, en")),
        ('editor = ""', {}, ("some text",)),
        ("jobs = = 2", {}, ("anyq.toml cannot be read",)),
        ('home = "/elsewhere"', {}, ("home stands in", "ANYQ_HOME")),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(
    tmp_path: Path, toml: str, environ: dict[str, str], words: tuple[str, ...]
) -> None:
    with pytest.raises(SettingsError) as refused:
        load(tmp_path, toml, environ)
    for word in words:
        assert word in str(refused.value)


def test_a_whole_number_serves_as_seconds(tmp_path: Path) -> None:
    assert load(tmp_path, "fetch_timeout_s = 5").settings.fetch_timeout_s == 5.0


def test_other_programs_variables_and_empty_ones_are_left_alone(tmp_path: Path) -> None:
    assert load(tmp_path, environ={"JOBS": "9", "ANYQ_JOBS": ""}).settings.jobs == 1


def test_every_setting_says_what_it_is() -> None:
    for about in settings_about():
        assert about.says
        assert about.unit or about.kind not in (int, float)


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().jobs = 2
