"""The front page and the words for what went wrong, drawn from templates."""

from functools import cache

from fastapi import UploadFile
from jinja2 import Environment, PackageLoader, StrictUndefined
from pydantic import BaseModel

from anyq.errors import AnyqError
from anyq.languages import told
from anyq.page.words import UIS, Ui, Words
from anyq.web.pile import Pile


class Boxes(BaseModel):
    """What the user filled in, so that an error loses nothing of it."""

    text: str = ""
    url: str = ""
    outlet: str = ""
    published: str = ""
    file: UploadFile | None = None


def front_page(pile: Pile, ui: Ui, said: Boxes, error: AnyqError | None = None) -> str:
    """The page with the boxes, what was read before, and an error if there was one."""
    words = Words(ui)
    rows = [
        {
            "number": number,
            "title": result.document.title or result.document.text[:80].strip(),
            "outlet": result.document.outlet,
            "lang": result.document.lang,
            "quotes": len(result.quotes),
            "unknown": sum(q.speaker_name is None for q in result.quotes),
        }
        for number, result in pile.newest()
    ]
    return (
        _environment()
        .get_template("open.html.jinja")
        .render(
            ui=ui, uis=UIS, t=words.text, tell=lambda sentence: told(sentence, ui), said=said, rows=rows, error=error
        )
    )


def problem(error: AnyqError, ui: Ui) -> str:
    """An error as a fragment: found, expected, cure."""
    return (
        _environment()
        .get_template("problem.html.jinja")
        .render(t=Words(ui).text, tell=lambda sentence: told(sentence, ui), error=error)
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("anyq.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
