"""The engine: the same results in the same order, however many processes."""

from collections.abc import Sequence
from typing import overload

import pytest

from secondsource.engine.local import AHEAD, CHUNK, SMALL, LocalEngine


class Counted:
    """Progress that remembers."""

    def __init__(self) -> None:
        self.total = self.done = self.finished = 0

    def start(self, what: str, total: int) -> None:
        self.total = total

    def advance(self) -> None:
        self.done += 1

    def finish(self) -> None:
        self.finished += 1


class Watched(Sequence[int]):
    """The numbers up to a size; remembers how far they were asked for."""

    def __init__(self, size: int) -> None:
        self.size, self.asked = size, 0

    def __len__(self) -> int:
        return self.size

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[int]: ...
    def __getitem__(self, at: int | slice) -> int | Sequence[int]:
        found = range(self.size)[at]
        self.asked = max(self.asked, found if isinstance(found, int) else found.stop)
        return found


def square(number: int) -> int:
    return number * number


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("size", [0, 1, SMALL - 1, SMALL * 3])
def test_results_come_in_the_order_of_the_items(processes: int, size: int) -> None:
    progress = Counted()
    found = list(LocalEngine(processes, progress).map(square, range(size), "Squaring"))
    assert found == [number * number for number in range(size)]
    assert (progress.total, progress.done, progress.finished) == (size, size, 1)


def test_no_more_is_handed_out_than_the_workers_can_soon_do() -> None:
    numbers = Watched(CHUNK * 100)
    results = LocalEngine(2).map(square, numbers, "Squaring")
    assert next(results) == 0
    assert numbers.asked <= CHUNK * AHEAD * 2
    assert list(results) == [number * number for number in range(1, len(numbers))]


def test_nothing_is_asked_for_before_it_is_wanted_in_one_process() -> None:
    results = LocalEngine(1).map(square, Watched(1_000_000), "Squaring")
    assert [next(results), next(results), next(results)] == [0, 1, 4]
