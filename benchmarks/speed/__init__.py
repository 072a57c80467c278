"""Seconds, articles a second and memory on invented articles of 4,000 characters, beside a peer of the same run.

The machine that runs it has other work, so a figure is the median of its runs, nothing fails by it, and what carries
over to another machine is the ratio to the peer.
"""

from benchmarks.speed.run import run

__all__ = ["run"]
