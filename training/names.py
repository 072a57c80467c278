"""Name taggers of Kazakh and English: ``python -m training.names kk|en`` writes src/anyq/data/names_*.crfsuite.

Kazakh learns from KazNERD valid, English from wikigold and WNUT17 (train, dev), both from sentences of our own.
"""

import pathlib
import sys
from collections.abc import Iterable, Iterator, Mapping

import pycrfsuite

from anyq.extract.tagging import features, lexicon, seen

Row = tuple[list[str], list[str]]
HERE = pathlib.Path(__file__).parent
DATA = HERE.parents[1] / "shared" / "data" / "names"
MODELS = HERE.parent / "src" / "anyq" / "data"
# labels of a corpus -> ours; what is not named here is no name
KAZNERD = {"PERSON": "PER", "ORGANISATION": "ORG", "GPE": "GPE", "LOCATION": "LOC", "POSITION": "POSITION"}
WIKIGOLD = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
WNUT17 = {"person": "PER", "corporation": "ORG", "group": "ORG", "location": "LOC"}
OWN = {label: label for label in KAZNERD.values()}
C1, C2 = 0.2, 0.05  # best of (.05, .1), (.1, .02), (.2, .05) on a fold of KazNERD valid; English is flat there
ROUNDS = 120
# how often our own sentences are read; on EWT dev three times beat once by .004, Kazakh gained nothing by it
OWN_WEIGHT = {"kk": 1, "en": 3}


def texts(path: pathlib.Path, labels: Mapping[str, str]) -> Iterator[list[Row]]:
    """The texts of an IOB file, each a list of sentences as words and IOB2 tags of ours; parted by -DOCSTART-."""
    text: list[Row] = []
    words: list[str] = []
    tags: list[str] = []
    before = "O"
    for line in [*path.read_text("utf-8").splitlines(), "", "-DOCSTART- O"]:
        parts = line.split()
        if len(parts) < 2 or parts[0] == "-DOCSTART-":
            if words:
                text.append((words, tags))
            words, tags, before = [], [], "O"
            if parts and text:
                yield text
                text = []
            continue
        word, tag = parts[0], parts[-1]
        ours = labels.get(tag[2:], "")
        begins = tag[:1] == "B" or before != ours  # wikigold writes IOB1: I- opens unless two touch
        tags.append(f"{'B' if begins else 'I'}-{ours}" if ours else "O")
        words.append(word)
        before = ours


def alone(path: pathlib.Path, labels: Mapping[str, str]) -> Iterator[list[Row]]:
    """Each sentence of an IOB file as a text of its own: posts, and sentences that a corpus has shuffled."""
    return ([row] for text in texts(path, labels) for row in text)


def corpus(data: pathlib.Path, lang: str) -> list[list[Row]]:
    """The training texts of ``lang``."""
    own = list(alone(HERE / "data" / f"names_{lang}.iob", OWN)) * OWN_WEIGHT[lang]
    if lang == "kk":
        return [*alone(data / "kaznerd" / "IOB2_valid.txt", KAZNERD), *own]
    posts = (r for part in ("wnut17train.conll", "emerging.dev.conll") for r in alone(data / "wnut17" / part, WNUT17))
    return [*texts(data / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt", WIKIGOLD), *posts, *own]


def train(rows: Iterable[list[Row]], lang: str, model: pathlib.Path) -> None:
    """Writes the model of the texts ``rows``."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": C1, "c2": C2, "max_iterations": ROUNDS, "feature.possible_transitions": True})
    lists = lexicon(lang)
    for text in rows:
        # what a sentence alone says of its own words is no evidence from elsewhere
        around = seen([words for words, _ in text]) if len(text) > 1 else None
        for words, tags in text:
            trainer.append(features(words, lists, around), tags)
    trainer.train(str(model))


if __name__ == "__main__":
    train(corpus(DATA, sys.argv[1]), sys.argv[1], MODELS / f"names_{sys.argv[1]}.crfsuite")
