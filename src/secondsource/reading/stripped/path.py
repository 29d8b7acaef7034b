"""Which run of lines is the report: the best path through the lines, then a check that its pieces are of one matter."""

from collections.abc import Sequence

from msgspec import Struct

from .context import closes, kinship, of_one_matter, remarks
from .lines import Line
from .scores import score


class Costs(Struct, frozen=True):
    """What a change of state costs on the path, and what a line adds beside its own score."""

    enter: float = 1.0
    leave: float = 1.5
    gap: float = 0.05
    """For each line outside before the report goes on: what comes much later is something else."""
    closed: float = 8.0
    """Extra, to enter again behind the end or behind a heading that closes the report."""
    inside: float = 0.6
    """Added to every line while inside: short lines stand between paragraphs as subheads and list items."""
    floor: float = -2.0
    """A single line cannot speak against its neighbours more than this."""
    ceiling: float = 3.5
    closing: float = -9.0
    """A closing heading, against being inside."""


COSTS = Costs()
_FILLED = 3
"""Lines between two paragraphs at most that are filled in."""
_BEFORE, _INSIDE, _OUTSIDE, _CLOSED = range(4)


def inside(lines: Sequence[Line], costs: Costs = COSTS) -> list[bool]:
    """For each line whether it lies in the stretch of the report (furniture between its paragraphs included or not as
    the path finds cheaper): once by the lines alone, and again with what the first stretch tells of its matter."""
    if not lines:
        return []
    scores = [score(line) + talk for line, talk in zip(lines, remarks(lines), strict=True)]
    first = of_one_matter(lines, _path(lines, scores, costs))
    akin = kinship(lines, first)
    scores = [value + more for value, more in zip(scores, akin, strict=True)]
    held = of_one_matter(lines, _path(lines, scores, costs))
    return _filled(lines, held)


def _filled(lines: Sequence[Line], held: list[bool]) -> list[bool]:
    """`held` with the few short lines between two paragraphs that no phrase speaks against: subheads, list items."""
    found = list(held)
    last: int | None = None
    for at, is_in in enumerate(held):
        if not is_in:
            continue
        if last is not None and 1 < at - last <= _FILLED + 1:
            for between in range(last + 1, at):
                line = lines[between]
                plain = not (line.opens or line.whole or line.holds or line.coded or line.times > 1)
                found[between] = plain and 1 < line.words <= 14 and not line.dated
        last = at
    return found


def _path(lines: Sequence[Line], scores: Sequence[float], costs: Costs) -> list[bool]:
    values = [
        costs.closing if closes(line) else min(costs.ceiling, max(costs.floor, value)) + costs.inside
        for line, value in zip(lines, scores, strict=True)
    ]
    return [state == _INSIDE for state in _best(lines, values, costs)]


def _best(lines: Sequence[Line], values: list[float], costs: Costs) -> list[int]:
    """Viterbi over four states: before, inside, outside until the report goes on, closed."""
    never = float("-inf")
    best = [0.0, never, never, never]
    back: list[tuple[int, ...]] = []
    for line, value in zip(lines, values, strict=True):
        ends = closes(line)
        before, held, out, shut = best
        enter = (before - costs.enter, held, out - costs.enter, shut - costs.enter - costs.closed)
        came = max(range(4), key=lambda state: (enter[state], -state))
        left = held - (costs.leave if not ends else costs.leave / 3)
        gone = out if out >= left else left
        row = [before, enter[came] + value, never if ends else gone - costs.gap, max(shut, left, out)]
        trace = (
            _BEFORE,
            came,
            _OUTSIDE if out >= left else _INSIDE,
            _CLOSED if shut >= max(left, out) else _INSIDE if left >= out else _OUTSIDE,
        )
        back.append(trace)
        best = row
    state = max(range(4), key=lambda each: (best[each], -each))
    found: list[int] = []
    for trace_row in reversed(back):
        found.append(state)
        state = trace_row[state]
    found.reverse()
    return found
