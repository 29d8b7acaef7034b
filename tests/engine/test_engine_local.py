"""The engine: the same results in the same order, however many processes."""

import pytest

from secondsource.engine.local import SMALL, LocalEngine


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


def square(number: int) -> int:
    return number * number


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("size", [0, 1, SMALL - 1, SMALL * 3])
def test_results_come_in_the_order_of_the_items(processes: int, size: int) -> None:
    progress = Counted()
    found = list(LocalEngine(processes, progress).map(square, range(size), "Squaring"))
    assert found == [number * number for number in range(size)]
    assert (progress.total, progress.done, progress.finished) == (size, size, 1)
