"""Two word sequences laid side by side."""

from collections.abc import Hashable, Sequence
from enum import StrEnum

from msgspec import Struct
from rapidfuzz.distance import Indel


class Change(StrEnum):
    """What became of a run of words from left to right."""

    KEPT = "kept"
    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"


class Run(Struct, frozen=True):
    """Half-open index ranges into the two sequences."""

    change: Change
    left_start: int
    left_end: int
    right_start: int
    right_end: int


def align(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[Run]:
    """The shortest edit from left to right as runs; a deletion that meets an insertion is one `changed` run."""
    runs: list[Run] = []
    for code in Indel.opcodes(left, right):
        change = {"equal": Change.KEPT, "insert": Change.ADDED, "delete": Change.DROPPED}[code.tag]
        run = Run(change, code.src_start, code.src_end, code.dest_start, code.dest_end)
        if runs and change is not Change.KEPT and runs[-1].change is not Change.KEPT:
            before = runs.pop()
            joined = Change.CHANGED if before.change is not change or before.change is Change.CHANGED else change
            run = Run(joined, before.left_start, run.left_end, before.right_start, run.right_end)
        runs.append(run)
    return runs
