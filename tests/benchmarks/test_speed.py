import subprocess
import sys

import pytest
from benchmarks.speed.article import MIN_CHARS, page, paragraphs
from benchmarks.speed.run import WARM, process, within

from anyq.read import read_bytes


def test_a_page_is_read_as_an_article_of_4000_characters():
    parts = paragraphs()
    read = [read_bytes(page(parts, i).encode("utf-8"), media_type="text/html") for i in (0, 1)]
    for document in read:
        assert MIN_CHARS <= len(document.text) <= MIN_CHARS * 1.3
    assert read[0].text != read[1].text


def test_what_a_process_takes_is_told_with_the_memory_it_held():
    small = process(sys.executable, "-c", "pass")
    large = process(sys.executable, "-c", "x = bytearray(200_000_000)")
    assert large.peak_mb - small.peak_mb == pytest.approx(200, rel=0.2)
    assert small.clock > 0


def test_a_command_that_fails_has_no_time():
    with pytest.raises(ValueError, match="exit 3"):
        process(sys.executable, "-c", "raise SystemExit(3)")


def test_a_call_is_timed_by_the_clock_and_by_the_processors():
    spent = within(lambda: sum(range(10**6)))
    assert spent.cpu > 0
    assert spent.clock > 0


def test_readings_of_one_desk_are_timed_each(tmp_path):
    file = tmp_path / "one.html"
    file.write_text(page(paragraphs(), 0), "utf-8")
    done = subprocess.run([sys.executable, str(WARM), str(file), "2"], capture_output=True, text=True, check=True)
    times = [[float(x) for x in line.split()] for line in done.stdout.splitlines()]
    assert len(times) == 2
    assert all(clock > 0 and cpu > 0 for clock, cpu in times)
