"""Pages of 4,000 characters and more, made of the paragraphs of examples/ru."""

import html
import pathlib

from anyq.read import read_bytes

EXAMPLES = pathlib.Path(__file__).parents[2] / "examples" / "ru"
MIN_CHARS = 4000


def paragraphs() -> list[str]:
    """The paragraphs of all examples, in the order of their files."""
    read = (read_bytes(f.read_bytes(), media_type="text/html") for f in sorted(EXAMPLES.glob("*.html")))
    return [line for document in read for line in document.text.splitlines() if line.strip()]


def page(parts: list[str], first: int) -> str:
    """A page that begins with paragraph ``first`` and goes on, round the end, until it has 4,000 characters.

    Pages of different ``first`` differ in what stands where, so that nothing is had from a memory of the last one.
    """
    body: list[str] = []
    while sum(map(len, body)) < MIN_CHARS:
        body.append(parts[(first + len(body)) % len(parts)])
    told = "\n".join(f"<p>{html.escape(part)}</p>" for part in body)
    return (
        '<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Новости дня</title>'
        '<meta property="article:published_time" content="2025-09-29T10:00:00+05:00"></head>'
        f"<body><nav><a href='/'>Главная</a></nav><article><h1>Новости дня</h1>{told}</article></body></html>"
    )
