"""src/anyq/data/MANIFEST.toml: one table a model. A table is replaced whole, the others stay as they are."""

import hashlib
import pathlib
import re

MANIFEST = pathlib.Path(__file__).parents[1] / "src" / "anyq" / "data" / "MANIFEST.toml"


def record(model: pathlib.Path, *, made_by: str, data: str, licence: str, date: str, score: str) -> None:
    """Writes the table of ``model``: where it comes from, what it may be used for, how good it is."""
    fields = {
        "sha256": hashlib.sha256(model.read_bytes()).hexdigest(), "made_by": made_by, "data": data,
        "licence": licence, "date": date, "score": score,
        "datasheet": "training/README.md",
    }  # fmt: skip
    table = f'["{model.name}"]\n' + "".join(f'{key} = "{value}"\n' for key, value in fields.items())
    before = MANIFEST.read_text("utf-8")
    old = re.compile(rf'^\["{re.escape(model.name)}"\]\n(?:[^\[\n].*\n)*', re.MULTILINE)
    after = old.sub(lambda _: table, before) if old.search(before) else f"{before.rstrip()}\n\n{table}"
    MANIFEST.write_text(after, "utf-8")
