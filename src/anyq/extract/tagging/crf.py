"""Words -> labelled stretches by a trained model that lies in the package (``anyq/data``)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files

import pycrfsuite

from anyq.extract.tagging.features import features, seen
from anyq.extract.tagging.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Labelled:
    """Words ``start`` to ``end`` (half-open) of a sentence, with the label that the model gives them."""

    start: int
    end: int
    label: str


class Tagging:
    """The model of a layer and a language, ``names_kk.crfsuite``; loaded once (some milliseconds) and kept."""

    def __init__(self, layer: str, lang: str) -> None:
        self._lexicon = lexicon(lang)
        self._tagger = pycrfsuite.Tagger()
        with as_file(files("anyq.data") / f"{layer}_{lang}.crfsuite") as path:
            self._tagger.open(str(path))

    def spans(self, sentences: Sequence[Sequence[str]]) -> list[list[Labelled]]:
        """Labelled stretches of each sentence of one text (IOB2), in order, none overlapping."""
        text = seen(sentences)
        return [_spans(self._tagger.tag(features(words, self._lexicon, text))) if words else [] for words in sentences]


def _spans(tags: Sequence[str]) -> list[Labelled]:
    found: list[Labelled] = []
    start, label = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        if label and (tag[0] != "I" or tag[2:] != label):
            found.append(Labelled(start, at, label))
            label = ""
        if tag != "O" and not label:
            start, label = at, tag[2:]
    return found


@lru_cache(maxsize=8)
def tagging(layer: str, lang: str) -> Tagging:
    """The model of ``layer`` ("names") for ``lang``, one a process."""
    return Tagging(layer, lang)
