"""Gold files made outside the repository -> labels/*.json: python -m benchmarks.reading.convert GOLD --texts FILE.

``GOLD`` holds <part>-<row>.json in the form of the scorer's gold. What is printed are counts, never words: the texts
of the set that is opened last stay unread. A record whose mention stands in for a name, or whose words got lost, is
counted.
"""

import argparse
import json
import pathlib
from collections import Counter
from collections.abc import Mapping
from typing import Any

from benchmarks.reading.standoff import to_standoff

LABELS = pathlib.Path(__file__).parent / "labels"
ALL_LAYERS = ("citations", "quotes", "people", "claims")
WITHOUT_CLAIMS = ("citations", "quotes", "people")


def texts(path: pathlib.Path) -> dict[int, str]:
    """The texts of a .jsonl file by their ``id``."""
    with path.open(encoding="utf-8") as lines:
        return {row["id"]: row["text"] for row in map(json.loads, lines)}


def written(labels: Mapping[str, Any]) -> str:
    """The labels as JSON, a record a line."""
    lines = []
    for key, value in labels.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            rows = ",\n".join(f"  {json.dumps(row, separators=(',', ':'))}" for row in value)
            lines.append(f'"{key}": [\n{rows}\n ]')
        else:
            lines.append(f'"{key}": {json.dumps(value)}')
    return "{\n " + ",\n ".join(lines) + "\n}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("--texts", type=pathlib.Path, default=pathlib.Path("../shared/data/tracing/texts_ru.jsonl"))
    asked = parser.parse_args()
    rows = texts(asked.texts)
    count: Counter[str] = Counter()
    golds = {path: json.loads(path.read_text("utf-8")) for path in sorted(asked.gold.glob("*.json"))}
    # a part of which no text has a claim was not labelled for what can be checked
    with_claims = {path.stem.split("-")[0] for path, gold in golds.items() if gold["claims"]}
    for path, gold in golds.items():
        part, row = path.stem.split("-")
        layers = ALL_LAYERS if part in with_claims else WITHOUT_CLAIMS
        labels, lost = to_standoff(gold, rows[int(row)], row=int(row), layers=layers)
        (LABELS / path.name).write_text(written(labels), "utf-8")
        count.update({f"{part} texts": 1, f"{part} words lost": lost.words, f"{part} names by mention": lost.names})
        count.update({f"{part} {key}": len(labels[key]) for key in ALL_LAYERS})
    for what, number in sorted(count.items()):
        print(f"{what:24} {number}")


if __name__ == "__main__":
    main()
