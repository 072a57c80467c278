"""A desk's own folder: amendments as lines of JSON, one file for each address or document."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final

from anyq.desk.linefile import LineFile, storage_failed
from anyq.errors import RecordError, StoreError
from anyq.records import Amendment, Document, Summary, decode_amendment, encode

_LINE_START: Final = b'{"document":'  # how encode() begins an Amendment
NO_WEIGHTS: Final[Mapping[str, float]] = MappingProxyType({})  # those of the language hold


class Shelf:
    """``<home>/amendments/``; nothing is made before the first amendment.

    A file is named by the address of the document, so that a changed page finds what was said of it, or by the
    document's id where it has no address.
    """

    def __init__(self, home: Path, weights: Mapping[str, float] = NO_WEIGHTS) -> None:
        self._folder = home / "amendments"
        self._weights = dict(weights)  # a worker process takes them along

    @property
    def weights(self) -> Mapping[str, float]:
        """Those of the settings."""
        return self._weights

    def add_amendments(self, amendments: Iterable[Amendment]) -> Summary:
        """Keep amendments: each is on the disk, or the disk's refusal is raised.

        Raises:
            StoreError: the folder cannot be written.
        """
        added = known = 0
        files: dict[Path, list[Amendment]] = {}
        for amendment in amendments:
            files.setdefault(self._path(amendment.url or amendment.document), []).append(amendment)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as e:
            raise storage_failed("make", self._folder, e) from e
        for path, wanted in files.items():
            here: set[Amendment] = set()

            def learn(line: bytes, number: int, path: Path = path, here: set[Amendment] = here) -> None:
                here.add(_decoded(line, path, number))

            with LineFile(path, line_start=_LINE_START, learn=learn, wait=True) as file:
                for amendment in wanted:
                    if amendment in here:
                        known += 1
                        continue
                    file.append(encode(amendment))
                    here.add(amendment)
                    added += 1
        return Summary(added=added, known=known)

    def amendments(self, document: Document) -> tuple[Amendment, ...]:
        """All of this document and of its address, the oldest first.

        Raises:
            StoreError: a file is there and cannot be read.
        """
        found: list[Amendment] = []
        for key in (document.id, document.url):
            path = self._path(key) if key else None
            if path is None or not path.exists():
                continue
            try:
                lines = path.read_bytes().splitlines(keepends=True)
            except OSError as e:
                raise storage_failed("read", path, e) from e
            # a half-written last line was never acknowledged
            found += [_decoded(line, path, n) for n, line in enumerate(lines, 1) if line.endswith(b"\n")]
        return tuple(sorted(found, key=lambda a: datetime.fromisoformat(a.at)))

    def _path(self, key: str) -> Path:
        """The file of an address or of a document's id; never a name that the key could choose."""
        name = re.fullmatch(r"sha256:([0-9a-f]{64})", key)
        return self._folder / f"{name[1] if name else hashlib.sha256(key.encode()).hexdigest()}.jsonl"


def _decoded(line: bytes, path: Path, number: int) -> Amendment:
    try:
        return decode_amendment(line)
    except RecordError as e:
        raise StoreError(
            f"{path} line {number}: {e.found}", expected="an amendment", cure="mend the line or move the file away"
        ) from e
