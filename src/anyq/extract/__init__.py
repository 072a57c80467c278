"""Document -> Reading: citations, people, quotes, quantities, ranked claims, findings."""

from anyq.extract.mixed import Part, read_parts
from anyq.extract.reading import extract

__all__ = ["Part", "extract", "read_parts"]
