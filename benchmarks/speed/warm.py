"""python warm.py FILE RUNS: a line a reading of the file by one desk, seconds by the clock and of the processors.

A process of its own: where numpy was loaded before the desk, it has as many threads as there are cores, and on a busy
machine these wait for each other (.08 s became 1.9 s). The first reading loads the models and is not told.
"""

import sys
import time

from anyq import Desk


def main() -> None:
    file, runs = sys.argv[1], int(sys.argv[2])
    desk = Desk()
    desk.read(file)
    for _ in range(runs):
        clock, cpu = time.perf_counter(), time.process_time()
        desk.read(file)
        print(time.perf_counter() - clock, time.process_time() - cpu)


if __name__ == "__main__":
    main()
