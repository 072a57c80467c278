"""Reading of Russian news, scored by the scorer that is handed in (``--scorer``).

Sets: *gold*, read one by one with ``anyq read --json``; *blind-dev*, our own labels (labels/README.md), read as a
folder; *blind-test*, the same for texts that nobody looked at, only when asked for. Claims and quantities of
*blind-dev* are scored on the texts that have labels of them.
"""

from benchmarks.reading.run import run

__all__ = ["run"]
