"""Reading -> one HTML page that needs nothing else, or a fragment for a notebook."""

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from anyq.page.article import marked_article, writable
from anyq.page.layers import references, stretches
from anyq.page.view import Message, view
from anyq.page.words import UIS, Ui, Words
from anyq.records import Reading
from anyq.records.amendment import AMENDMENT_FORMAT, hull

# What page.js says by itself: it asks for these keys by name.
SCRIPT_KEYS = (
    "action.drop",
    "page.act",
    "page.amend",
    "page.choose_first",
    "page.confirm",
    "page.changes",
    "page.drop",
    "page.live_active",
    "page.live_saved",
    "page.not_kept",
    "page.live_undone",
    "page.nobody",
    "page.yours",
    "page.yours_saved",
    "speaker.unknown",
)


def render_html(
    reading: Reading,
    *,
    ui: Ui = "ru",
    reading_json: bytes | None = None,
    keep_at: str | None = None,
    back: str | None = None,
) -> str:
    """A whole page: marked text, notes, amendments by keyboard, three languages. It asks the network for nothing.

    ``keep_at`` is the address, on the server that shows the page, where amendments are posted as they are made;
    without one the page saves them to a file. ``back`` is the address of the page before it.

    ``reading_json`` is the record itself; if given, the page can save it. Texts from anywhere are safe here:
    all is escaped, only http and https addresses become links, and the page's policy runs no script but its own.
    """
    words = Words(ui)
    body = _body(reading, words, linked=True)
    style, script = _asset("marks.css") + _asset("page.css"), _asset("page.js")
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            **body,
            ui=ui,
            uis=UIS,
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            policy=_policy(style, script, keeps=keep_at is not None),
            keeps=keep_at is not None,
            back=back,
            reading_json=None if reading_json is None else _inert(reading_json.decode("utf-8", "replace")),
            data=lambda: _inert(
                json.dumps({**_data(reading, words), "keep_at": keep_at}, ensure_ascii=False, separators=(",", ":"))
            ),
        )
    )


def render_fragment(reading: Reading, *, ui: Ui = "ru") -> str:
    """The marked text with who is cited and who said what, for a notebook cell: no script, no ids, own styles only."""
    words = Words(ui)
    style = _asset("marks.css") + _asset("fragment.css")
    template = _environment().get_template("fragment.html.jinja")
    return template.render(**_body(reading, words, linked=False), ui=ui, style=Markup(style))  # noqa: S704 - our own file


def _body(reading: Reading, words: Words, *, linked: bool) -> dict[str, Any]:
    def tell(message: Message | str) -> str:
        return message if isinstance(message, str) else words.say(message.key, **message.arguments)

    return {
        "v": view(reading, words),
        "article": marked_article(reading.document.text, stretches(reading), references(reading, words), linked=linked),
        "say": words.say,
        "name": words.name,
        "number": words.number,
        "text": words.text,
        "tell": tell,
    }


def _data(reading: Reading, words: Words) -> dict[str, Any]:
    """What page.js needs: whom an amendment may name, each quote's target, the catalogues."""
    document = reading.document
    names = [p.name for p in reading.people] + [q.speaker_name for q in reading.quotes if q.speaker_name]
    quotes = {}
    for i, quote in enumerate(reading.quotes):
        if not all(0 <= s.start < s.end <= len(document.text) for s in quote.content) or not quote.content:
            continue  # a reading from elsewhere: what does not stand in the text cannot be named by it
        at = hull(quote)
        quotes[f"q{i}"] = {
            "label": quote.id,
            "target_text": at.of(document.text),
            "target_span": {"start": at.start, "end": at.end},
            "speaker": quote.speaker_name,
            "role": next((p.role for p in reading.people if p.id == quote.speaker), None),
        }
    return {
        "format": AMENDMENT_FORMAT,
        "document": document.id,
        "url": document.url,
        "speakers": list(dict.fromkeys(names)),
        "roles": {p.name: p.role for p in reading.people if p.role},
        "quotes": quotes,
        "words": words.catalogues(SCRIPT_KEYS),
    }


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("anyq.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: writable(value) if type(value) is str else value,
    )


@cache
def _asset(name: str) -> str:
    return (files("anyq.page") / "templates" / name).read_text("utf-8")


def _inert(text: str) -> Markup:
    """JSON that no HTML parser can leave: ``</script>`` needs a ``<``, and JSON has another way to write it."""
    safe = writable(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
    return Markup(safe)  # noqa: S704 - holds neither < nor &


def _policy(style: str, script: str, *, keeps: bool) -> str:
    """Content-Security-Policy: nothing from anywhere, and no script or style but the two in the page.

    A page whose amendments are kept may talk to its own server.
    """
    parts = (
        "default-src 'none'",
        f"style-src {_digest(style)}",
        f"script-src {_digest(script)}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        *(("connect-src 'self'",) if keeps else ()),
    )
    return "; ".join(parts)


def _digest(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"
