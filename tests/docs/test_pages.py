"""What the documents must hold: every room, command, option, setting; links that lead somewhere; sizes."""

import ast
import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest
import typer

from anyq.cli.app import app
from anyq.languages import messages
from anyq.net.policy import PLAIN_USER_AGENT
from anyq.read import read_bytes
from anyq.records import decode_reading
from anyq.settings.fields import settings_about
from tests.docs.pages import DOCS, PAGES, REFERENCE, ROOT, column, label, prose, sections, tables
from tests.languages.test_messages import REFUSED, ROWS

PACKAGE = ROOT / "src" / "anyq"
ROOMS = [*sorted(p.parent.name for p in PACKAGE.glob("*/__init__.py")), "errors"]
README = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
GLOSSARY = (DOCS / "glossary.md").read_text("utf-8")
COMMANDS: Any = typer.main.get_command(app)
OPTIONS = sorted({o for c in COMMANDS.commands.values() for p in c.params for o in p.opts if o.startswith("--")})
# docs/reference/ is made from the commands and settings: a person must have written of each as well
WRITTEN = "".join(p.read_text("utf-8") for p in DOCS.rglob("*.md") if REFERENCE not in p.parents)
DEMO = DOCS / "demo" / "forum.html"


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_is_told(room: str) -> None:
    rows = [row for table in tables(ARCHITECTURE) for row in table if f"`{room}`" in row[1]]
    assert rows
    assert any(row[2] == room or f"`{room}`" in row[2] for table in tables(GLOSSARY) for row in table if len(row) == 3)


def test_the_floors_are_those_of_the_contract() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = [{room.strip() for room in layer.split("|")} for layer in contracts[0]["layers"]]
    floors: dict[int, set[str]] = {}
    table = next(t for t in tables(ARCHITECTURE) if t[0][0] == "floor")
    for floor, rooms, _ in table[1:]:
        floors.setdefault(int(floor), set()).add(rooms.strip("`"))
    assert [floors[floor] for floor in sorted(floors, reverse=True)] == layers


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_file_says_its_job(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


@pytest.mark.parametrize("file", re.findall(r"`((?:\.\./)?[a-z]+\.py)`", ARCHITECTURE))
def test_a_file_that_the_walk_through_extract_names_exists(file: str) -> None:
    assert (PACKAGE / "extract" / "quotes" / file).exists() or (PACKAGE / "extract" / file).exists()


@pytest.mark.parametrize("command", COMMANDS.commands)
def test_every_command_is_written_of(command: str) -> None:
    assert re.search(rf"\banyq {command}\b", WRITTEN)
    assert (REFERENCE / f"anyq-{command}.md").exists()


@pytest.mark.parametrize("option", OPTIONS)
def test_every_option_is_written_of(option: str) -> None:
    assert re.search(rf"{option}\b", WRITTEN)


@pytest.mark.parametrize("setting", [about.name for about in settings_about()])
def test_every_setting_is_written_of(setting: str) -> None:
    assert re.search(rf"`{setting}`|^{setting} = ", WRITTEN, re.MULTILINE)


def test_the_user_agent_is_told_as_it_is_sent() -> None:
    assert f"`{PLAIN_USER_AGENT}`" in (DOCS / "how-to" / "fetch-privately.md").read_text("utf-8")


def _anchor(head: str) -> str:
    """As a heading becomes the end of a link."""
    return re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=label)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(page.read_text("utf-8"))):
        file, _, place = target.partition("#")
        assert "://" not in file, "a document stands on its own"
        path = (page.parent / file).resolve() if file else page
        assert path.exists(), target
        if place:
            assert place in {_anchor(head) for head in sections(path.read_text("utf-8"))}, target


def test_every_page_can_be_reached_from_the_readme() -> None:
    seen, todo = set(), [ROOT / "README.md"]
    while todo:
        page = todo.pop()
        if page in seen or page.suffix != ".md":
            continue
        seen.add(page)
        targets = re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8"))
        todo += [(page.parent / target).resolve() for target in targets]
    made = set(REFERENCE.glob("anyq-*.md"))  # named in anyq.md by their commands
    assert set(PAGES) - seen - made == set()


def test_sizes() -> None:
    assert len(ARCHITECTURE.splitlines()) < 150
    for page in (DOCS / "decisions").glob("0*.md"):
        assert len(page.read_text("utf-8").splitlines()) <= 40, page.name


def test_words_of_the_screen_stand_in_the_glossary_as_on_the_screen() -> None:
    in_use = tables(sections(GLOSSARY)["In use now"])[0][1:]
    screens = [" ".join(messages(ui).values()).lower() for ui in ("en", "ru", "kk")]
    for row in in_use:
        for words, screen in zip(row[:3], screens, strict=True):
            for word in re.split(r"[,;] ", words):
                assert word in screen, f"{word!r} is not on the screen"


def test_every_row_of_the_glossary_says_what_not_to_use_and_why() -> None:
    for head in ("In use now", "Kept for what comes next"):
        for row in tables(sections(GLOSSARY)[head])[0]:
            assert len(row) == 5
            assert all(row), row


def test_the_words_that_are_refused_stand_in_the_glossary() -> None:
    for word in REFUSED:
        assert word.strip() in GLOSSARY or word in ("true fact", "достоверно", "✔"), word


def test_whether_native_readers_have_signed_is_told_as_it_is() -> None:
    signed = any(row["reviewed_by"] for row in ROWS)
    assert ("no native reader has signed" in README) == (not signed)
    assert ("No Kazakh word has been signed" in GLOSSARY) == (not signed)


def test_the_demo_page_shows_the_example_as_it_is_read() -> None:
    page = DEMO.read_text("utf-8")
    found = re.search(r'<script type="application/json" id="reading">(.*?)</script>', page, re.DOTALL)
    assert found
    shown = decode_reading(msgspec.json.encode(msgspec.json.decode(found[1])))
    assert shown.input == "examples/ru/forum.html"
    assert shown.document.id == read_bytes((ROOT / shown.input).read_bytes()).id
    assert str(Path.home()) not in page


def test_the_picture_is_small_and_has_words_for_those_who_cannot_see_it() -> None:
    alt, target = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", README)[0]
    assert len(alt) > 40
    assert (ROOT / target).stat().st_size < 300_000
    assert len(re.findall(r"!\[", README)) == 1


def test_no_figure_of_quality_is_typed_into_the_readme() -> None:
    prose_of_readme = re.sub(r"<!-- figures.*?end of figures -->", "", README, flags=re.DOTALL)
    assert not re.search(r"(?<![\d.])\.\d{2,3}\b", prose_of_readme)


def test_the_misuse_table_says_what_is_done_and_what_cannot_be() -> None:
    rows = tables((DOCS / "misuse.md").read_text("utf-8"))[0]
    assert all(len(row) == 3 and all(row) for row in rows)


def test_each_decision_is_named_in_the_architecture() -> None:
    for page in (DOCS / "decisions").glob("0*.md"):
        assert f"docs/decisions/{page.name}" in ARCHITECTURE


def test_column_reads_only_tables_of_that_name() -> None:
    assert column("| a | b |\n|---|---|\n| `x` | 1 |\n\n| c | d |\n|---|---|\n| y | 2 |\n", "a") == ["x"]
