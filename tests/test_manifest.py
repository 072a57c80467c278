"""Every model in the package is the one that the manifest tells of."""

import hashlib
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DATA = ROOT / "src" / "anyq" / "data"
MANIFEST = tomllib.loads((DATA / "MANIFEST.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", MANIFEST)
def test_a_model_is_the_one_that_was_measured(name: str) -> None:
    told = MANIFEST[name]
    assert hashlib.sha256((DATA / name).read_bytes()).hexdigest() == told["sha256"]
    assert (ROOT / told["datasheet"]).is_file()
    assert all(told[key] for key in ("made_by", "date", "data", "licence", "score"))


def test_no_model_of_ours_is_missing_from_the_manifest() -> None:
    assert {path.name for path in DATA.glob("*.npz")} <= set(MANIFEST)
