"""Work shared among processes: results in the order of the tasks, and a process that dies costs one task."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from types import TracebackType
from typing import Final, Generic, Self, TypeVar

T = TypeVar("T")
R = TypeVar("R")

ALONE: Final = 2  # a task that was only queued behind the one that died has not been tried at all yet
WINDOW: Final = 3  # tasks in flight for each process: none waits for the next, and few bodies are held in memory


def ordered(tasks: Iterable[T], work: Callable[[T], R], *, jobs: int, crashed: Callable[[T], R]) -> Iterator[R]:
    """``work(task)`` of each task in its order, by ``jobs`` processes; by this process alone if ``jobs`` is 1.

    A task whose process dies is tried again, alone; if that dies too, ``crashed(task)`` stands for it.
    """
    if jobs == 1:
        yield from map(work, tasks)
        return
    with _Pool(work, jobs, crashed) as pool:
        waiting: deque[tuple[T, Future[R]]] = deque()
        for task in tasks:
            waiting.append((task, pool.submit(task)))
            if len(waiting) >= jobs * WINDOW:
                yield pool.result(*waiting.popleft())
        while waiting:
            yield pool.result(*waiting.popleft())


class _Pool(Generic[T, R]):
    def __init__(self, work: Callable[[T], R], jobs: int, crashed: Callable[[T], R]) -> None:
        self._work, self._jobs, self._crashed = work, jobs, crashed
        self._executor = _executor(jobs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)

    def submit(self, task: T) -> Future[R]:
        with _without_interrupts():
            try:
                return self._executor.submit(self._work, task)
            except BrokenProcessPool:
                self._executor.shutdown(wait=False)
                self._executor = _executor(self._jobs)
                return self._executor.submit(self._work, task)

    def result(self, task: T, future: Future[R]) -> R:
        try:
            return future.result()
        except BrokenProcessPool:  # this task killed its process, or its neighbour did: alone it shows
            for _ in range(ALONE):
                with _executor(1) as alone:
                    with _without_interrupts():
                        again = alone.submit(self._work, task)
                    try:
                        return again.result()
                    except BrokenProcessPool:
                        continue
            return self._crashed(task)


def _executor(jobs: int) -> ProcessPoolExecutor:
    # fork would copy locks that other threads hold
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_start_worker)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Hold Ctrl-C back while a process starts: it inherits this, and is not torn down with a traceback half-way."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start_worker() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    """A worker whose parent was killed would wait for its next task for ever."""
    wait([sentinel])
    os._exit(1)
