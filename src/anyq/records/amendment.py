"""A person's correction of a reading: its own record, so that it survives a re-read."""

from dataclasses import dataclass
from typing import Final, Literal

from anyq.text.span import Span

AMENDMENT_FORMAT: Final = "anyq/amendment/1"


@dataclass(frozen=True, slots=True)
class Amendment:
    """What was changed about the quote that stands at ``target_span`` and reads ``target_text``.

    The target is named by its words and its place, not by a local id: a re-read may number anew.
    ``action``: ``confirm`` (seen and right), ``speaker`` (``speaker_name`` is the new one),
    ``null`` (speaker not established), ``span`` (``span`` is the new content), ``drop`` (no quote).
    """

    document: str
    target_text: str
    target_span: Span
    action: Literal["confirm", "speaker", "null", "span", "drop"]
    by: str
    at: str
    speaker_name: str | None = None
    span: Span | None = None
    format: Literal["anyq/amendment/1"] = AMENDMENT_FORMAT
