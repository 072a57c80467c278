"""The wheel, installed by the pip that comes with Python into an environment that has nothing."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAX_INSTALLED_MB = 480  # what quality.md allows with all models


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The environment with the wheel in it, and nothing that the wheel did not ask for."""
    made = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", made, ROOT]
    subprocess.run(build, check=True, capture_output=True)
    venv.create(made / "venv", with_pip=True)
    pip = made / "venv" / "bin" / "pip"
    subprocess.run([pip, "install", *made.glob("anyq-*.whl")], check=True, capture_output=True)
    return made / "venv"


def test_demo_runs_from_the_wheel(installed, tmp_path):
    done = subprocess.run([installed / "bin" / "anyq", "demo"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "demo.html").stat().st_size > 0


@pytest.mark.parametrize("name", ["kk/kitapkhana.html", "kk/jarys.html", "en/ferry.html", "en/orchard.html"])
def test_the_wheel_reads_its_examples_in_every_language(installed, tmp_path, name):
    article = next(installed.glob(f"lib/python*/site-packages/anyq/examples/{name}"))
    done = subprocess.run(
        [installed / "bin" / "anyq", "demo", article], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_environment_stays_small(installed):
    total = sum(f.stat().st_size for f in installed.rglob("*") if f.is_file() and not f.is_symlink())
    assert total / 1e6 <= MAX_INSTALLED_MB
