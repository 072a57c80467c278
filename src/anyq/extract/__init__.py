"""Document -> Reading: citations, people, quotes, quantities, ranked claims, findings."""

from anyq.extract.reading import extract

__all__ = ["extract"]
