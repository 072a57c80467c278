"""Linear-chain taggers that we train ourselves (training/): one feature extractor, one model a language and layer."""

from anyq.extract.tagging.crf import Labelled, Tagging, tagging
from anyq.extract.tagging.features import Seen, features, seen
from anyq.extract.tagging.lexicon import Lexicon, lexicon

__all__ = ["Labelled", "Lexicon", "Seen", "Tagging", "features", "lexicon", "seen", "tagging"]
