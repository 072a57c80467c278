"""Text with the expected answer written inside it (tests/data/MARKED.md), so a test reads like the article."""

from dataclasses import dataclass
from pathlib import Path

from anyq.text import Span


@dataclass(frozen=True)
class Mark:
    label: str
    value: str
    span: Span


@dataclass(frozen=True)
class Case:
    title: str
    trap: bool
    text: str
    marks: tuple[Mark, ...]


def parse_marked(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """Strip the marks ``{label=value:text}``; give the plain text and the marks by their start."""
    text: list[str] = []
    open_marks: list[tuple[str, str, int]] = []
    found: list[Mark] = []
    i = 0
    while i < len(marked):
        ch = marked[i]
        if ch == "{":
            head, _, _ = marked[i + 1 :].partition(":")
            label, _, value = head.partition("=")
            open_marks.append((label, value, len(text)))
            i += len(head) + 2
            continue
        if ch == "}":
            label, value, start = open_marks.pop()
            found.append(Mark(label, value, Span(start, len(text))))
        else:
            text.append(ch)
        i += 1
    if open_marks:
        raise ValueError(f"unclosed mark in {marked!r}")
    return "".join(text), tuple(sorted(found, key=lambda m: m.span))


def read_cases(path: Path) -> list[Case]:
    """The cases of a marked file: ``# title`` or ``#! title`` (trap), then the text."""
    cases: list[Case] = []
    title, trap, body = "", False, list[str]()

    def close() -> None:
        if title and "".join(body).strip():
            text, marks = parse_marked("\n".join(body).strip())
            cases.append(Case(title, trap, text, marks))

    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            close()
            trap, title, body = line.startswith("#!"), line.lstrip("#! ").strip(), []
        else:
            body.append(line)
    close()
    return cases
