"""Bytes of HTML, MHTML, text, .docx or PDF -> Document, links kept with their offsets. No network: see anyq.net."""

from anyq.read.declared import structured
from anyq.read.document import Given, read_bytes, read_text
from anyq.read.letters import language
from anyq.read.mixture import other_languages

__all__ = ["Given", "language", "other_languages", "read_bytes", "read_text", "structured"]
