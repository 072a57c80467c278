"""The examples of the documents run in a fresh home, with an English interface, wherever pytest was started."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _fresh_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[1])
    monkeypatch.setenv("ANYQ_HOME", str(tmp_path))
    monkeypatch.setenv("ANYQ_UI", "en")
