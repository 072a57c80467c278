import tomllib
from pathlib import Path

import pytest

from training import manifest


def test_a_table_is_replaced_and_the_others_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = tmp_path / "MANIFEST.toml"
    other = '# models\n\n["other.bin"]\nsha256 = "aa"\nscore = "AP .9"\n'
    listed.write_text(other, "utf-8")
    monkeypatch.setattr(manifest, "MANIFEST", listed)
    model = tmp_path / "names_xx.crfsuite"
    for content in (b"one", b"two"):
        model.write_bytes(content)
        manifest.record(model, made_by="us", data="ours", licence="Apache-2.0", date="2026-01-01", score="F1 0.5")
    told = tomllib.loads(listed.read_text("utf-8"))
    assert listed.read_text("utf-8").startswith(other.rstrip())
    assert list(told) == ["other.bin", "names_xx.crfsuite"]
    assert told["names_xx.crfsuite"]["sha256"].startswith("3fc4ccfe745870e2")
