"""What every engine offers. A cluster adapter would offer the same."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

A = TypeVar("A")
B = TypeVar("B")


class Progress(Protocol):
    """Told of every finished item; draws, logs or ignores it."""

    def start(self, what: str, total: int) -> None:
        """A step with `total` items begins."""
        ...

    def advance(self) -> None:
        """One more item is done."""
        ...

    def finish(self) -> None:
        """The step is over."""
        ...


class Silent:
    """Progress that nobody watches."""

    def start(self, what: str, total: int) -> None:
        """Ignored."""

    def advance(self) -> None:
        """Ignored."""

    def finish(self) -> None:
        """Ignored."""


class Engine(Protocol):
    """Runs a pure function over many items."""

    def map(self, function: Callable[[A], B], items: Sequence[A], what: str) -> Iterator[B]:
        """Results in the order of the items, however many workers there are. `function` must be a module's own."""
        ...
