"""Which sentences can be checked, how much they are worth it, and who asserts them."""

from anyq.extract.claims.find import Material, find_claims
from anyq.extract.claims.meaning import CENTS, MOST, PLAIN, SHARE, Embedder, Ranking, Shown, meanings, undecided
from anyq.extract.claims.rank import rank, shows

__all__ = [
    "CENTS",
    "MOST",
    "PLAIN",
    "SHARE",
    "Embedder",
    "Material",
    "Ranking",
    "Shown",
    "find_claims",
    "meanings",
    "rank",
    "shows",
    "undecided",
]
