"""Name taggers of Kazakh (KazNERD valid) and English (wikigold, WNUT17): ``python -m training.names kk|en``."""

import pathlib
import sys
from collections.abc import Iterator, Mapping

import pycrfsuite

from anyq.extract.tagging import features

Row = tuple[list[str], list[str]]
# labels of a corpus -> ours; what is not named here is no name
KAZNERD = {"PERSON": "PER", "ORGANISATION": "ORG", "GPE": "GPE", "LOCATION": "LOC", "POSITION": "POSITION"}
WIKIGOLD = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
WNUT17 = {"person": "PER", "corporation": "ORG", "group": "ORG", "location": "LOC"}
C1, C2, ROUNDS = 0.1, 0.02, 120


def conll(path: pathlib.Path, labels: Mapping[str, str]) -> Iterator[Row]:
    """The sentences of an IOB file as words and IOB2 tags of ours."""
    words: list[str] = []
    tags: list[str] = []
    before = "O"
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        parts = line.split()
        if len(parts) < 2 or line.startswith("-DOCSTART"):
            if words:
                yield words, tags
            words, tags, before = [], [], "O"
            continue
        word, tag = parts[0], parts[-1]
        ours = labels.get(tag[2:], "")
        begins = tag[:1] == "B" or before != ours  # wikigold writes IOB1: I- opens unless two touch
        tags.append(f"{'B' if begins else 'I'}-{ours}" if ours else "O")
        words.append(word)
        before = ours


def corpus(data: pathlib.Path, lang: str) -> list[Row]:
    """The training sentences of ``lang``."""
    names = data / "names"
    if lang == "kk":
        return list(conll(names / "kaznerd" / "IOB2_valid.txt", KAZNERD))
    rows = list(conll(names / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt", WIKIGOLD))
    for part in ("wnut17train.conll", "emerging.dev.conll"):
        rows += conll(names / "wnut17" / part, WNUT17)
    return rows


def train(rows: list[Row], model: pathlib.Path) -> None:
    """Writes the model of ``rows``."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": C1, "c2": C2, "max_iterations": ROUNDS, "feature.possible_transitions": True})
    for words, tags in rows:
        trainer.append(features(words), tags)
    trainer.train(str(model))


if __name__ == "__main__":
    chosen = sys.argv[1]
    here = pathlib.Path(__file__).parents[1]
    train(corpus(here / ".." / "shared" / "data", chosen), here / "src" / "anyq" / "data" / f"names_{chosen}.crfsuite")
