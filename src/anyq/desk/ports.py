"""What the desk needs from outside: five fields; every verb is a function that takes them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from anyq.records import Amendment, Document, Summary

if TYPE_CHECKING:  # the HTTP client takes 0.1 s to load: a file is read without it
    from anyq.net import Fetched


class Store(Protocol):
    """Where a desk keeps what people have said."""

    @property
    def weights(self) -> Mapping[str, float]:
        """The weights of check-worthiness that an editor has set, by feature."""
        ...

    def add_amendments(self, amendments: Iterable[Amendment]) -> Summary:
        """Keep amendments, durably; one that is there already is counted as known."""
        ...

    def amendments(self, document: Document) -> Sequence[Amendment]:
        """All that were made to this document or to this address, the oldest first."""
        ...


@dataclass(frozen=True)
class Outside:
    """Where the world enters a desk.

    ``now``: a time with its offset; ``entropy``: that many random bytes; ``fetch``: the page at an address, at a time
    (RFC 3339); ``sign``: a signature by this desk's key; ``store``: what is kept.
    """

    now: Callable[[], datetime]
    entropy: Callable[[int], bytes]
    fetch: Callable[[str, str], "Fetched"]
    sign: Callable[[bytes], bytes]
    store: Store

    def moment(self) -> str:
        """The present as RFC 3339, to the second."""
        return self.now().isoformat(timespec="seconds")
