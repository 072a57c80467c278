"""What a figure was measured on, as one number."""

import hashlib
import pathlib
from collections.abc import Iterable


def sha256_of(files: Iterable[pathlib.Path], root: pathlib.Path) -> str:
    """SHA-256, in hex, over the names below ``root`` and the bytes of ``files``, in the order of the names."""
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(f"{file.relative_to(root).as_posix()}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()
