"""The command line: options in, one frozen request, one call. What is heavy is imported inside the command."""

import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any

import typer

from anyq.cli import tell
from anyq.settings import Loaded, Settings, load_settings

_EXAMPLES = """\b
Examples:
  anyq open                                 a page to paste articles into
  anyq demo                                 read an example article
  anyq read page.html                       a saved page, as a view to read
  anyq read https://example.org/news/1      fetch one page and read it
  anyq read page.html --html marked.html    the same as a page of its own
  anyq read page.html --json                as a record for other programs
  anyq read FOLDER --jsonl --out all.jsonl --jobs 2
  anyq amend page.html q5 --speaker p2      what you correct stays corrected
  anyq rank sentences.txt                   which of these sentences to check first
"""
_READ_EXAMPLES = """\b
Examples:
  anyq read page.html
  pbpaste | anyq read - --outlet "Дала Жаршысы" --published 2025-09-29
  anyq read FOLDER --jsonl --out all.jsonl --jobs 2    run it again to go on where it stopped

\b
Exit codes: 0 all read; 2 wrong arguments or settings; 3 some input could not be fetched or
read, the rest is done; 4 the output could not be written; 130 interrupted.
"""
_AMEND_EXAMPLES = """\b
Examples:
  anyq amend page.html q5 --speaker p2
  anyq amend reading.json q5 --speaker "Асель Омарова"
  anyq amend page.html q5 --null            speaker not established
  anyq amend page.html q5 --span 120:164    other borders, in characters of the text
  anyq amend --import corrections.jsonl     what a page saved
"""

_RANK_EXAMPLES = """\b
Examples:
  anyq rank sentences.txt                   a sentence a line, the worthiest first
  anyq rank sentences.jsonl --jsonl         {"id", "text", "lang"?} a line, in their order
  echo "Пособие выросло на 15 %." | anyq rank - --json

\b
Exit codes: 0 all ranked; 2 wrong arguments or settings; 3 some line is no sentence, or in no
language that is read; the rest is done.
"""

_OPEN_EXAMPLES = """\b
Examples:
  anyq open                  a page in your browser; nothing to type but this
  anyq open --ui kk
  anyq open --no-browser     only print the address
"""

app = typer.Typer(
    name="anyq",
    help="Reads a news story: whom it cites, who said what, every quantity, what can be checked. Offline.",
    epilog=_EXAMPLES,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

Home = Annotated[Path | None, typer.Option("--home", metavar="DIR", help="Where this desk's data live.")]
Ui = Annotated[str | None, typer.Option("--ui", metavar="ru|kk|en", help="Language of messages and pages.")]
Verbose = Annotated[bool, typer.Option("--verbose", help="Show a traceback when something goes wrong.")]


def _version(asked: bool) -> None:
    if asked:
        print(f"anyq {version('anyq')}")
        raise typer.Exit


@app.callback()
def _root(
    show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options of anyq itself."""


@app.command("read", epilog=_READ_EXAMPLES)
def _read(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="A file, an address, a folder; - is stdin.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document (an array for several inputs).")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="One record a line: a Reading or a failure.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="One row for each thing found.")] = False,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write one self-contained page.")] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Append lines to FILE; inputs already in it unchanged are left out."),
    ] = None,
    jobs: Annotated[int | None, typer.Option(metavar="N", help="Worker processes; the order stays.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="The outlet, where the text does not say.")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="When it was published.")] = None,
    url: Annotated[
        str | None, typer.Option(metavar="URL", help="The address of a pasted text; nothing is fetched.")
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The headline of a pasted text.")] = None,
    fast: Annotated[
        bool, typer.Option("--fast", help="Rank claims by what is visible alone, as for a folder.")
    ] = False,
    home: Home = None,
    ui: Ui = None,
    verbose: Verbose = False,
) -> None:
    """Read articles: who is cited, who said what, quantities, what can be checked."""

    def command(settings: Settings) -> int:
        from anyq.cli.reading import ReadRequest, form_of, read

        implied = out is not None and not (as_json or as_csv)
        request = ReadRequest(
            inputs=tuple(inputs),
            form=form_of(as_json=as_json, as_jsonl=as_jsonl or implied, as_csv=as_csv),
            html=html,
            out=out,
            outlet=outlet,
            published_at=published,
            url=url,
            title=title,
            fast=fast,
            verbose=verbose,
        )
        return read(request, settings)

    _run(command, {"home": home, "ui": ui, "jobs": jobs}, verbose)


@app.command("amend", epilog=_AMEND_EXAMPLES)
def _amend(
    reading: Annotated[str | None, typer.Argument(metavar="READING", help="A reading as JSON, or its input.")] = None,
    quote: Annotated[str | None, typer.Argument(metavar="QUOTE", help="The quote's id, as q5.")] = None,
    speaker: Annotated[str | None, typer.Option(metavar="p2|NAME", help="Another speaker.")] = None,
    null: Annotated[bool, typer.Option("--null", help="The speaker is not established.")] = False,
    span: Annotated[str | None, typer.Option(metavar="A:B", help="Other borders, in characters.")] = None,
    drop: Annotated[bool, typer.Option("--drop", help="It is not a quote.")] = False,
    confirm: Annotated[bool, typer.Option("--confirm", help="You have seen it and it is right.")] = False,
    saved: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="Keep all corrections of a file.")
    ] = None,
    editor: Annotated[str | None, typer.Option(metavar="NAME", help="Your name, beside what you say.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the corrected reading, or the summary.")] = False,
    home: Home = None,
    ui: Ui = None,
    verbose: Verbose = False,
) -> None:
    """Confirm or correct a quote by hand; it holds at every later reading."""

    def command(settings: Settings) -> int:
        from anyq.cli.amending import AmendRequest, amend

        return amend(AmendRequest(reading, quote, speaker, span, null, drop, confirm, saved, as_json), settings)

    _run(command, {"home": home, "ui": ui, "editor": editor}, verbose)


@app.command("rank", epilog=_RANK_EXAMPLES)
def _rank(
    source: Annotated[str, typer.Argument(metavar="FILE", help="A sentence a line, or JSON lines; - is stdin.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="One record a line, in the order of the file.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="One row a sentence.")] = False,
    fast: Annotated[bool, typer.Option("--fast", help="By what is visible alone; nothing is embedded.")] = False,
    home: Home = None,
    ui: Ui = None,
    verbose: Verbose = False,
) -> None:
    """Rank sentences by how much they are worth checking, with the reasons."""

    def command(settings: Settings) -> int:
        from anyq.cli.ranking import RankRequest, rank
        from anyq.cli.reading import form_of

        form = form_of(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
        return rank(RankRequest(source, form, fast), settings)

    _run(command, {"home": home, "ui": ui}, verbose)


@app.command("open", epilog=_OPEN_EXAMPLES)
def _open(
    port: Annotated[int, typer.Option(metavar="N", help="Port of this computer; 0 takes a free one.")] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the address.")] = False,
    home: Home = None,
    ui: Ui = None,
    verbose: Verbose = False,
) -> None:
    """Open a page to paste articles into, on this computer only."""

    def command(settings: Settings) -> int:
        from anyq.cli.opening import open_desk

        return open_desk(settings, port=port, browser=not no_browser)

    _run(command, {"home": home, "ui": ui}, verbose)


@app.command("demo")
def _demo(
    article: Annotated[str | None, typer.Argument(metavar="ARTICLE", help="Your own, else an example.")] = None,
    home: Home = None,
    ui: Ui = None,
    verbose: Verbose = False,
) -> None:
    """Read one article, write its page (demo.html) and print what matters last."""

    def command(settings: Settings) -> int:
        from anyq.cli.demo import demo

        return demo(article, settings)

    _run(command, {"home": home, "ui": ui}, verbose)


@app.command("settings")
def _settings(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    home: Home = None,
    ui: Ui = None,
    verbose: Verbose = False,
) -> None:
    """Print every setting, its value, and where the value came from."""

    def command(loaded: Loaded) -> int:
        from anyq.cli.showing import show_settings

        return show_settings(loaded, as_json=as_json)

    _run_loaded(command, {"home": home, "ui": ui}, verbose)


def _run(command: Callable[[Settings], int], options: dict[str, Any], verbose: bool) -> None:
    _run_loaded(lambda loaded: command(loaded.settings), options, verbose)


def _run_loaded(command: Callable[[Loaded], int], options: dict[str, Any], verbose: bool) -> None:
    ui = "en"

    def loaded() -> int:
        nonlocal ui
        found = load_settings(options)
        ui = found.settings.ui
        return command(found)

    raise typer.Exit(tell.ended(loaded, ui=lambda: ui, verbose=verbose))


def main() -> None:
    """The console script ``anyq``."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            # a terminal of another alphabet must not end the run; records are UTF-8 wherever they go
            reconfigure(encoding="utf-8", errors="backslashreplace")
    app(prog_name="anyq")
