"""The mean vector of each language and role, over news of NTREX that nobody graded: ``python -m training.means``."""

import json
import pathlib
import sys

import numpy as np
from benchmarks.ranking.read import labelled

from anyq.vectors import model

ROOT = pathlib.Path(__file__).parents[1]
SENTENCES = 800  # more moves a mean by less than .01 of its length


def main(data: pathlib.Path) -> None:
    """Writes ``means.npz``."""
    seen = {row.doc for lang in ("ru", "kk") for row in labelled(data, lang)}
    files = [f for f in sorted((data / "matching" / "ntrex").glob("*.json")) if f.stem not in seen]
    documents = [json.loads(f.read_text("utf-8")) for f in files]
    found = {}
    for lang in ("ru", "kk", "en"):
        texts = [t for d in documents for t in d[lang]][:SENTENCES]
        for role in ("passage", "query"):
            found[f"{role}_{lang}"] = model().encode(texts, is_query=role == "query").mean(axis=0).astype(np.float32)
    np.savez(ROOT / "src" / "anyq" / "data" / "means.npz", **found)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".." / "shared" / "data")
