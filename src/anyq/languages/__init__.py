"""One folder of data a language; the only code here loads it."""

from anyq.languages.catalogue import messages, told
from anyq.languages.load import lines, table

__all__ = ["lines", "messages", "table", "told"]
