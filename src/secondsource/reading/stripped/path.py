"""Which run of lines is the report: the best path through the lines, then a check that its pieces are of one matter."""

from collections.abc import Sequence

from msgspec import Struct

from .context import boxes, closes, kinship, of_one_matter, remarks
from .fill import filled
from .lines import Line
from .notes import without_notes
from .scores import score


class Costs(Struct, frozen=True):
    """What a change of state costs on the path, and what a line adds beside its own score."""

    enter: float = 1.0
    leave: float = 1.5
    again: float = 0.5
    """To enter again where the report goes on."""
    gap: float = 0.05
    """For each line outside before the report goes on: what comes much later is something else."""
    closed: float = 8.0
    """Extra, to enter again behind the end or behind a heading that closes the report."""
    paused: float = 1.5
    """Extra, to enter again behind the heading of a box of links."""
    inside: float = 0.6
    """Added to every line while inside: short lines stand between paragraphs as subheads and list items."""
    floor: float = -2.0
    """A single line cannot speak against its neighbours more than this."""
    ceiling: float = 3.5
    closing: float = -9.0
    """A closing heading, against being inside."""


COSTS = Costs()
_BEFORE, _INSIDE, _OUTSIDE, _PAUSED, _CLOSED = _STATES = range(5)


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
    return without_notes(lines, filled(lines, held))


def _path(lines: Sequence[Line], scores: Sequence[float], costs: Costs) -> list[bool]:
    heads = [_heads(line) for line in lines]
    values = [
        costs.closing if head else min(costs.ceiling, max(costs.floor, value)) + costs.inside
        for head, value in zip(heads, scores, strict=True)
    ]
    if min(values) > 0.0 and sum(values) > costs.enter and not any(heads):
        return [True] * len(lines)  # every line adds to the path, and together they pay for entering: none is better
    return [state == _INSIDE for state in _best(heads, values, costs)]


def _heads(line: Line) -> int:
    """The state that a heading begins, or 0."""
    return _CLOSED if closes(line) else _PAUSED if boxes(line) else 0


def _best(heads: Sequence[int], values: list[float], costs: Costs) -> list[int]:
    """Viterbi over five states: before, inside, outside until the report goes on, paused, closed."""
    never = float("-inf")
    best = [0.0, never, never, never, never]
    back: list[tuple[int, ...]] = []
    for head, value in zip(heads, values, strict=True):
        before, held, out, rest, shut = best
        enter = (
            before - costs.enter,
            held,
            out - costs.again,
            rest - costs.again - costs.paused,
            shut - costs.enter - costs.closed,
        )
        came = max(_STATES, key=enter.__getitem__)
        left = held - (costs.leave / 3 if head else costs.leave)
        gone, paused = (out, _OUTSIDE) if out >= left else (left, _INSIDE)
        waits, waiting = (rest, _PAUSED) if rest >= max(left, out) else (gone, paused)
        ends, ending = (shut, _CLOSED) if shut >= waits else (waits, waiting)
        back.append((_BEFORE, came, paused, waiting, ending))
        outside = never if head else gone - costs.gap
        resting = never if head == _CLOSED else waits - costs.gap
        best = [before, enter[came] + value, outside, resting, ends]
    state = max(_STATES, key=best.__getitem__)
    found: list[int] = []
    for row in reversed(back):
        found.append(state)
        state = row[state]
    found.reverse()
    return found
