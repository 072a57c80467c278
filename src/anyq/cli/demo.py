"""``anyq demo``: one article, and last what matters of it."""

from importlib.resources import files
from pathlib import Path

from anyq.cli import tell
from anyq.cli.reading import desk_of
from anyq.cli.sinks import write_page
from anyq.cli.view import View, console
from anyq.desk.intake import read_input
from anyq.errors import SettingsError
from anyq.languages import messages
from anyq.settings import Settings

PAGE = Path("demo.html")


def demo(article: str | None, settings: Settings) -> int:
    """Read ``article`` (else the first example) and print its view, its page's path and what matters; the exit code.

    Raises:
        AnyqError: it cannot be read.
    """
    result = read_input(desk_of(settings), article or str(example("forum.html")))
    tell.undecoded(result.reading, settings.ui)
    write_page(result, PAGE, settings.ui)
    view = View(result.reading, settings.ui, result.lost)
    screen = console()
    screen.print(view.whole())
    screen.rule()
    for part in view.summary():
        screen.print(part)
    screen.print(messages(settings.ui)["page.written"].format(path=PAGE.absolute()), soft_wrap=True)  # to be copied
    return tell.DONE


def example(name: str) -> Path:
    """The path of an example: inside the wheel, or in the repository that runs.

    Raises:
        SettingsError: neither is there.
    """
    package = Path(str(files("anyq")))
    for folder in (package / "examples", package.parents[1] / "examples" / "ru"):
        if (folder / name).is_file():
            return folder / name
    raise SettingsError(f"the example {name} is missing", expected="a whole installation", cure="give an article")
