from pathlib import Path

import pytest

from anyq.cli.demo import example
from anyq.errors import SettingsError
from tests.cli.run import anyq, article

EXAMPLES = Path(__file__).parents[2] / "examples"


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


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("kk/kitapkhana.html", ("Сәуле Төкенова", "Бауыржан Ескендіров", "Андрей Лужин")),
        ("kk/jarys.html", ("Nurbolat Esimov", "Dáýren Qalıev")),
        ("en/ferry.html", ("Harold Pennington", "Moira Tranter")),
        ("en/orchard.html", ("Walter Brandreth", "Nora Vance")),
    ],
)
def test_the_demo_reads_the_examples_of_every_language(tmp_path: Path, name: str, who: tuple[str, ...]) -> None:
    ran = anyq(tmp_path / "home", "demo", EXAMPLES / name, "--ui", "en", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    said = ran.out[ran.out.rindex("Who said what") :]
    assert [f"{name}: «" in said for name in who] == [True] * len(who)


def test_a_missing_example_says_so() -> None:
    with pytest.raises(SettingsError, match="whole installation"):
        example("none.html")
