"""What does not hold inside a text itself: arithmetic, and the title against the text."""

from anyq.extract.findings.find import find_findings

__all__ = ["find_findings"]
