"""An engine of processes on this machine."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

from .base import Progress, Silent

A = TypeVar("A")
B = TypeVar("B")

SMALL = 32
"""Below this many items a pool of processes costs more than it saves."""
CHUNK = 32
"""Items that travel together at most."""
AHEAD = 4
"""Chunks handed out for each process before their results are taken: all workers stay busy, and neither what waits to
be done nor what waits to be taken grows with the pile."""
_STARTS = multiprocessing.get_all_start_methods()
_CONTEXT = multiprocessing.get_context("forkserver" if "forkserver" in _STARTS else "spawn")
"""Workers start afresh: to fork a process that has threads (a progress bar is one) may lock the child."""


class LocalEngine:
    """`processes` workers; 0 means one for each core. With one, or few items, everything runs in this process."""

    def __init__(self, processes: int = 0, progress: Progress | None = None) -> None:
        self.processes = processes or os.cpu_count() or 1
        self.progress: Progress = progress or Silent()

    def map(self, function: Callable[[A], B], items: Sequence[A], what: str) -> Iterator[B]:
        """Results in the order of the items; progress is told of each."""
        self.progress.start(what, len(items))
        for result in self._results(function, items):
            self.progress.advance()
            yield result
        self.progress.finish()

    def _results(self, function: Callable[[A], B], items: Sequence[A]) -> Iterator[B]:
        if self.processes == 1 or len(items) < SMALL:
            yield from map(function, items)
            return
        size = max(1, min(CHUNK, len(items) // (AHEAD * self.processes)))
        waiting: deque[Future[list[B]]] = deque()
        with ProcessPoolExecutor(self.processes, mp_context=_CONTEXT) as pool:
            for start in range(0, len(items), size):
                waiting.append(pool.submit(_of_chunk, function, items[start : start + size]))
                if len(waiting) >= AHEAD * self.processes:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()


def _of_chunk(function: Callable[[A], B], items: Sequence[A]) -> list[B]:
    """What a worker does with one chunk."""
    return [function(item) for item in items]
