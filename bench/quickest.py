"""Times that hold on a busy machine: each piece of work at its quickest of several rounds."""

from collections.abc import Callable, Sequence
from time import process_time

ROUNDS = 5
"""Each side is measured so often, and the best time of each piece counts: other work only ever slows."""


def quickest(work: Sequence[Callable[[], object]], rounds: int = ROUNDS) -> list[float]:
    """Processor seconds of each piece of work, done in this order in every round."""
    best = [float("inf")] * len(work)
    for _ in range(rounds):
        for at, piece in enumerate(work):
            start = process_time()
            piece()
            best[at] = min(best[at], process_time() - start)
    return best
