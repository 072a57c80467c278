"""A sentence apart from any article, and how much it is worth checking."""

from dataclasses import dataclass

from anyq.records.reading import Reason


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to rank; ``lang`` None: as its letters show."""

    id: str | int
    text: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """The sentence of that ``id``; ``checkworthiness`` is 0..1 and the reasons add up to it."""

    id: str | int
    checkworthiness: float
    reasons: tuple[Reason, ...]
