"""Times of processes from start to finish, of readings in one process, and of a folder."""

import logging
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import razdel
import trafilatura

from anyq.read import read_bytes
from benchmarks.speed.article import EXAMPLES, page, paragraphs

TASK = "speed"
SET = "invented articles, 4,000 characters"
ANYQ = str(pathlib.Path(sys.executable).with_name("anyq"))
WARM = pathlib.Path(__file__).with_name("warm.py")
LAUNCH = pathlib.Path(__file__).with_name("launch.py")
RUNS = 5
FOLDER_PAGES = 160  # at 8 articles a second 20 s, in which the start of two workers weighs little

Row = dict[str, Any]


def run(data: pathlib.Path) -> list[Row]:
    """Rows of task, set, metric, score (a median), n (runs or pages), peer, and bound where quality.md has one.

    ``data`` is not needed: the articles are made of examples/ru, and without these there are no rows.
    """
    if not EXAMPLES.exists():
        return []
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    parts = paragraphs()
    with tempfile.TemporaryDirectory() as made:
        one = pathlib.Path(made, "one.html")
        one.write_text(page(parts, 0), "utf-8")
        many = pathlib.Path(made, "many")
        many.mkdir()
        for i in range(FOLDER_PAGES):
            (many / f"{i:03}.html").write_text(page(parts, i), "utf-8")
        return [*_help(), *_cold(one), *_warm(one), *_folder(many)]


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock and of all processors, and the most MB (1,000,000 bytes) that one process held."""

    clock: float
    cpu: float
    peak_mb: float = 0.0


def process(*command: str) -> Spent:
    """What the command took from start to finish, with the processes that it started and waited for.

    Raises:
        ValueError: the command failed.
    """
    told = subprocess.run([sys.executable, str(LAUNCH), *command], capture_output=True, check=True, text=True)
    code, clock, cpu, peak_kb = told.stdout.split()
    if code != "0":
        raise ValueError(f"{' '.join(command)}: exit {code}")
    return Spent(float(clock), float(cpu), int(peak_kb) * 1024 / 1e6)


def within(do: Callable[[], object]) -> Spent:
    """What a call takes in this process."""
    clock, cpu = time.perf_counter(), time.process_time()
    do()
    return Spent(time.perf_counter() - clock, time.process_time() - cpu)


def _help() -> Iterator[Row]:
    ours = _median(lambda: process(ANYQ, "--help"))
    bare = _median(lambda: process(sys.executable, "-c", "pass"))
    yield from _beside("--help", ours, "python -c pass", bare, bound=0.5)


def _cold(file: pathlib.Path) -> Iterator[Row]:
    ours = _median(lambda: process(ANYQ, "read", str(file), "--json"))
    bare = _median(lambda: process(sys.executable, "-c", "import trafilatura"))
    yield from _beside("read, start to finish", ours, "import trafilatura", bare, bound=2.5)


def _warm(file: pathlib.Path) -> Iterator[Row]:
    command = [sys.executable, str(WARM), str(file), str(RUNS)]
    told = subprocess.run(command, capture_output=True, check=True, text=True)
    ours = _middle([Spent(*map(float, line.split())) for line in told.stdout.splitlines()])
    text = read_bytes(file.read_bytes(), media_type="text/html").text
    bare = _median(lambda: within(lambda: [list(razdel.tokenize(s.text)) for s in razdel.sentenize(text)]))
    yield from _beside("read, warm", ours, "razdel: sentences, words", bare, bound=0.6)


def _folder(folder: pathlib.Path) -> Iterator[Row]:
    files = sorted(folder.iterdir())
    ours = process(ANYQ, "read", str(folder), "--jsonl", "--jobs", "2")
    bare = within(lambda: [trafilatura.extract(file.read_bytes()) for file in files])
    n = len(files)
    metric = "read DIR --jobs 2, articles"
    yield _row(f"{metric} a second", n / ours.clock, n) | {"bound": (">=", 8)}
    yield _row(f"{metric} a second", n / bare.clock, n) | {"peer": "trafilatura.extract, one process"}
    yield _row(f"{metric} a CPU-second", n / ours.cpu, n)
    yield _row("read DIR --jobs 2, peak MB a process", ours.peak_mb, n) | {"bound": ("<=", 700)}


def _beside(metric: str, ours: Spent, peer: str, bare: Spent, *, bound: float) -> Iterator[Row]:
    yield _row(f"{metric}, s", ours.clock, RUNS) | {"bound": ("<=", bound)}
    yield _row(f"{metric}, s", bare.clock, RUNS) | {"peer": peer}
    yield _row(f"{metric}, CPU s", ours.cpu, RUNS)
    yield _row(f"{metric}, CPU s over the peer's", ours.cpu / bare.cpu, RUNS)


def _median(do: Callable[[], Spent]) -> Spent:
    """The middle of five runs, of clock and processor apart, after one that is not counted."""
    return _middle([do() for _ in range(RUNS + 1)][1:])


def _middle(runs: Sequence[Spent]) -> Spent:
    return Spent(statistics.median(r.clock for r in runs), statistics.median(r.cpu for r in runs))


def _row(metric: str, score: float, n: int) -> Row:
    return {
        "task": TASK, "set": SET, "metric": metric, "score": score, "n": n, "low": None, "high": None, "peer": None
    }  # fmt: skip
