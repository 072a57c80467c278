"""Pages over HTTP. For now one user's own, on the loopback of their machine: ``anyq open``."""

from anyq.web.app import create_app
from anyq.web.serve import serve

__all__ = ["create_app", "serve"]
