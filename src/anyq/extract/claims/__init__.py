"""Which sentences can be checked, how much they are worth it, and who asserts them."""

from anyq.extract.claims.find import Material, find_claims
from anyq.extract.claims.rank import rank

__all__ = ["Material", "find_claims", "rank"]
