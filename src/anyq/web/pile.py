"""What was read since the desk was opened, newest first; gone when it closes."""

from collections import OrderedDict
from threading import Lock

from anyq.desk import Result

MOST_READINGS = 50  # a day's work; a reading of a long article holds about half a megabyte


class Pile:
    """Readings by number. Requests come from several threads."""

    def __init__(self) -> None:
        self._readings: OrderedDict[int, Result] = OrderedDict()
        self._last = 0
        self._lock = Lock()

    def put(self, result: Result) -> int:
        """The number under which ``result`` is kept; the oldest makes room."""
        with self._lock:
            self._last += 1
            self._readings[self._last] = result
            if len(self._readings) > MOST_READINGS:
                self._readings.popitem(last=False)
            return self._last

    def get(self, number: int) -> Result | None:
        """The reading of that number, None if there is none any more."""
        with self._lock:
            return self._readings.get(number)

    def replace(self, number: int, result: Result) -> None:
        """Puts ``result`` in the place of the reading of that number, if that is still there."""
        with self._lock:
            if number in self._readings:
                self._readings[number] = result

    def newest(self) -> list[tuple[int, Result]]:
        """All of them, the newest first."""
        with self._lock:
            return list(reversed(self._readings.items()))
