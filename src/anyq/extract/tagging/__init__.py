"""Linear-chain taggers that we train ourselves (training/): one feature extractor, one model a language and layer."""

from anyq.extract.tagging.crf import Labelled, Tagging, tagging
from anyq.extract.tagging.features import features

__all__ = ["Labelled", "Tagging", "features", "tagging"]
