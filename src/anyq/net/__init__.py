"""URL -> bytes, safely. The only room that opens a connection; it never heard of news."""

from anyq.net.fetch import Fetched, fetch
from anyq.net.policy import PAGE, PEER, Policy

__all__ = ["PAGE", "PEER", "Fetched", "Policy", "fetch"]
