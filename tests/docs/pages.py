"""The documents of the repository, their code blocks and tables."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
LETTERS = [ROOT / f"{name}.md" for name in ("README", "ARCHITECTURE", "CONTRIBUTING", "SECURITY", "CHANGELOG")]
PAGES = sorted([*LETTERS, *DOCS.rglob("*.md")])
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEAD = re.compile(r"^#+ +(.*)$", re.MULTILINE)


def label(path: Path) -> str:
    return str(path.relative_to(ROOT))


def blocks(text: str) -> list[tuple[str, str]]:
    """Language and body of each fenced block, in order."""
    return [(m[1], m[2]) for m in _BLOCK.finditer(text)]


def prose(text: str) -> str:
    """The text without its fenced blocks."""
    return _BLOCK.sub("", text)


def sections(text: str) -> dict[str, str]:
    """Heading -> what stands below it, up to the next heading."""
    heads = list(_HEAD.finditer(_BLOCK.sub(lambda m: "\n" * m[0].count("\n"), text)))
    body = _BLOCK.sub(lambda m: "\n" * m[0].count("\n"), text)
    ends = [*(h.start() for h in heads[1:]), len(body)]
    return {h[1].strip(" `"): body[h.end() : end] for h, end in zip(heads, ends, strict=True)}


def tables(text: str) -> list[list[list[str]]]:
    """The tables of a text: rows of cells, the names of the columns first."""
    found: list[list[list[str]]] = [[]]
    for line in text.splitlines():
        if line.startswith("|"):
            if not set(line) <= set("|-: "):
                found[-1].append([cell.strip() for cell in line.strip("|").split("|")])
        elif found[-1]:
            found.append([])
    return [table for table in found if table]


def column(text: str, name: str) -> list[str]:
    """The first cells, without backquotes, of the tables whose first column is called ``name``."""
    rows = [row for table in tables(text) if table[0][0].strip("`") == name for row in table[1:]]
    return [row[0].strip("`") for row in rows]
