from pathlib import Path

import pytest

from anyq.cli.demo import example
from anyq.errors import SettingsError
from tests.cli.run import anyq, article


def test_the_demo_prints_last_what_matters(tmp_path: Path) -> None:
    ran = anyq(tmp_path / "home", "demo", "--ui", "en", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    last = ran.out[ran.out.rindex("Who is cited") :]
    heads = ("Who said what", "What is not established", "What does not add up", "First to check", "demo.html")
    places = [last.index(head) for head in heads]
    assert places == sorted(places)
    for said in ("cited by Кенсай-Инфо", "two people could be meant", "its own numbers give 38 + 45 + 19 = 102 %"):
        assert said in " ".join(last.split())
    assert "<html" in (tmp_path / "demo.html").read_text("utf-8")


def test_the_demo_reads_an_article_of_your_own(tmp_path: Path) -> None:
    ran = anyq(tmp_path / "home", "demo", article(tmp_path, "мост.txt"), cwd=tmp_path)
    assert ran.code == 0
    assert "Ерлан Тлеу" in ran.out


def test_a_missing_example_says_so() -> None:
    with pytest.raises(SettingsError, match="whole installation"):
        example("none.html")
