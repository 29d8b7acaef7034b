"""Which run of lines is the report: the best path through the lines, then a check that its pieces are of one matter."""

from collections.abc import Sequence

from msgspec import Struct

from secondsource.language.furniture import Kind

from .lines import Line
from .matter import Matter
from .scores import score


class Costs(Struct, frozen=True):
    """What a change of state costs on the path, and what a line adds beside its own score."""

    enter: float = 4.0
    leave: float = 2.5
    reenter: float = 3.0
    """Extra, to enter again after having left."""
    closed: float = 24.0
    """Extra, to enter again behind a heading that closes the report."""
    inside: float = 0.9
    """Added to every line while inside: short lines stand between paragraphs as subheads and list items."""
    floor: float = -2.4
    """A single line cannot speak against its neighbours more than this."""
    ceiling: float = 4.5
    closing: float = -4.0
    """A closing heading, against being inside."""


COSTS = Costs()
_BEFORE, _INSIDE, _OUTSIDE, _CLOSED = range(4)


def inside(lines: Sequence[Line], costs: Costs = COSTS) -> list[bool]:
    """For each line whether it lies in the stretch of the report (furniture between its paragraphs included or not as
    the path finds cheaper)."""
    if not lines:
        return []
    values = [
        costs.closing if _closes(line) else min(costs.ceiling, max(costs.floor, score(line))) + costs.inside
        for line in lines
    ]
    states = _best(lines, values, costs)
    return [state == _INSIDE for state in states]


def _best(lines: Sequence[Line], values: list[float], costs: Costs) -> list[int]:
    """Viterbi over four states: before, inside, outside again, closed."""
    never = float("-inf")
    best = [0.0, never, never, never]
    back: list[tuple[int, ...]] = []
    for line, value in zip(lines, values, strict=True):
        closes = _closes(line)
        gone = _CLOSED if closes else _OUTSIDE
        enter = {
            _BEFORE: best[_BEFORE] - costs.enter,
            _INSIDE: best[_INSIDE],
            _OUTSIDE: best[_OUTSIDE] - costs.enter - costs.reenter,
            _CLOSED: best[_CLOSED] - costs.enter - costs.closed,
        }
        came = max(enter, key=lambda state: (enter[state], -state))
        left = best[_INSIDE] - (costs.leave if not closes else costs.leave / 3)
        out = best[_OUTSIDE]
        shut = best[_CLOSED]
        row = [best[_BEFORE], enter[came] + value, never, never]
        trace = [_BEFORE, came, _OUTSIDE, _CLOSED]
        if gone == _OUTSIDE:
            row[_OUTSIDE], trace[_OUTSIDE] = max((out, _OUTSIDE), (left, _INSIDE), key=lambda pair: pair[0])
            row[_CLOSED], trace[_CLOSED] = shut, _CLOSED
        else:
            row[_CLOSED], trace[_CLOSED] = max(
                (shut, _CLOSED), (left, _INSIDE), (out, _OUTSIDE), key=lambda pair: pair[0]
            )
        back.append(tuple(trace))
        best = row
    state = max(range(4), key=lambda each: (best[each], -each))
    found: list[int] = []
    for trace_row in reversed(back):
        found.append(state)
        state = trace_row[state]
    found.reverse()
    return found


_TOP = 12
_AKIN = 0.25
"""Share of the main piece's most frequent words that a later piece must have to belong to the report."""


def of_one_matter(lines: Sequence[Line], held: Sequence[bool], function_words: frozenset[str]) -> list[bool]:
    """`held` without later pieces that speak of something else than the longest piece: teasers of other stories.

    What comes before the longest piece is kept: an introduction often names little of what follows.
    """
    runs = _runs(held)
    if len(runs) < 2:
        return list(held)
    kept = list(held)
    main = max(runs, key=lambda run: (sum(lines[at].words for at in run), -run.start))
    matter = Matter.of((lines[at].text for at in main), function_words)
    for run in runs:
        if run.start > main.start and matter.akin((lines[at].text for at in run), _TOP) < _AKIN:
            for at in run:
                kept[at] = False
    return kept


def _runs(held: Sequence[bool]) -> list[range]:
    found: list[range] = []
    start: int | None = None
    for at, is_in in enumerate([*held, False]):
        if is_in and start is None:
            start = at
        elif not is_in and start is not None:
            found.append(range(start, at))
            start = None
    return found


def _closes(line: Line) -> bool:
    return Kind.CLOSING in line.whole or (Kind.CLOSING in line.opens and line.words <= 12)
