"""Who says what, read by word order and endings: for languages without a parser (Kazakh, English).

The rules of a language are a ``Grammar`` (which words cite, whose clause is reported, nominatives, roles); all else,
marks, persons, pronouns, chains, is shared.
"""

from anyq.extract.surface.cue import Cue, CueKind, Grammar, Pronoun, Role
from anyq.extract.surface.reading import SurfaceReading, read_surface
from anyq.extract.surface.tagger import SurfaceTagger

__all__ = ["Cue", "CueKind", "Grammar", "Pronoun", "Role", "SurfaceReading", "SurfaceTagger", "read_surface"]
