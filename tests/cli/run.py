"""anyq as a process of its own, with a fresh home and nothing of the tester's environment."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

COMMAND = [sys.executable, "-c", "from anyq.cli import main; main()"]
ARTICLE = (
    "Мост через Сарысу открыли в четверг.\n\n"
    "«Мы строили его три года, и теперь по нему пройдут первые машины», – сказала "
    "Асель Омарова.\n\n"
    "«Очередь исчезнет», – добавил аким Ерлан Тлеу.\n"
)


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str
    seconds: float


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "PYTHONPATH", "SYSTEMROOT", "TMPDIR")}
    return kept | {"ANYQ_HOME": str(home), "LANG": "C.UTF-8"} | more


def anyq(
    home: Path,
    *arguments: str | Path,
    stdin: bytes = b"",
    cwd: Path | None = None,
    command: Sequence[str] = COMMAND,
    **more: str,
) -> Ran:
    began = time.monotonic()
    done = subprocess.run(
        [*command, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=environment(home, **more),
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode(), time.monotonic() - began)


def article(folder: Path, name: str, text: str = ARTICLE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path
