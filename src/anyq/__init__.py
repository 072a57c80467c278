"""anyq: who said it first, how many really say it, has it been checked.

``from anyq import Desk`` is the whole library; rooms can be imported apart
(``import anyq.text`` loads nothing else).
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from anyq.desk import Desk

__all__ = ["Desk"]


def __getattr__(name: str) -> Any:
    """Load the desk on first use, so that importing one room does not load them all."""
    if name == "Desk":
        from anyq.desk import Desk

        return Desk
    raise AttributeError(f"module 'anyq' has no attribute {name!r}")
