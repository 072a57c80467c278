"""``anyq <verb>``: options in, one frozen request, one desk call, a view or records out."""

from anyq.cli.app import main

__all__ = ["main"]
