"""python launch.py COMMAND…: exit code, seconds by the clock, seconds of the processors, most kB of one process.

A process of its own, and a small one: Linux counts what the parent held when it forked as held by the child.
"""

import os
import subprocess
import sys
import time


def main() -> None:
    start = time.perf_counter()
    with subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as started:
        _, status, used = os.wait4(started.pid, 0)  # Popen.wait would tell neither processor nor memory
        started.returncode = os.waitstatus_to_exitcode(status)
    clock = time.perf_counter() - start
    print(started.returncode, clock, used.ru_utime + used.ru_stime, used.ru_maxrss)


if __name__ == "__main__":
    main()
