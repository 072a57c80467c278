"""A half-open stretch of a text, in Unicode code points."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]``; ``start`` counts in, ``end`` does not."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of ``text`` under this span."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """True if ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """True if the two share at least one character."""
        return self.start < other.end and other.start < self.end
