import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import environment

ARTICLE = Path(__file__).parents[2] / "examples" / "ru" / "forum.html"


def threads_after(tmp_path: Path, program: str, **more: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program + "; import os; print(os.environ.get('OPENBLAS_NUM_THREADS'))"],
        capture_output=True,
        env=environment(tmp_path, **more),
        check=True,
    )
    return done.stdout.decode().strip()


@pytest.mark.parametrize("source", [f"{str(ARTICLE)!r}", "text='Мост открыт, сказал аким Ерлан Тлеу.'"])
def test_the_number_of_threads_is_settled_before_numpy_comes(tmp_path: Path, source: str) -> None:
    read = f"from anyq import Desk; import sys; assert 'numpy' not in sys.modules; Desk().read({source})"
    assert threads_after(tmp_path, read) == "1"
    assert threads_after(tmp_path, read, OPENBLAS_NUM_THREADS="2") == "2"


def test_a_program_that_has_numpy_already_is_left_alone(tmp_path: Path) -> None:
    read = f"import numpy; from anyq import Desk; Desk().read({str(ARTICLE)!r})"
    # a system may set the variable for every Python: then it is that number that stays
    assert threads_after(tmp_path, read) == threads_after(tmp_path, "import numpy")
