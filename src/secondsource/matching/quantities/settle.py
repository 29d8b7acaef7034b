"""What pairs alone cannot tell: figures that one source states side by side are two measures, not a dispute."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from secondsource.model.group import Agreement
from secondsource.model.judgement import Judgement
from secondsource.stage.grouping import Pair, components

from .compare import intervals_meet
from .decide import Decision, said
from .keys import FigureKeys

_OPEN = frozenset({Agreement.CONFLICT, Agreement.REVISED})
_APART = frozenset({Agreement.DIFFERENT_PERIOD, Agreement.DIFFERENT_DEFINITION})

_MOST_OF_A_SOURCE = 300
"""Figures of one source and unit that are held against each other; a longer table has no use for it."""
_NEAR = 0.1
"""Within a tenth a loose and an exact wording of one source may mean one value."""


def agreeing(
    keys: Sequence[FigureKeys], decisions: Iterable[Decision], judgements: tuple[Judgement, ...]
) -> list[tuple[str, ...]]:
    """Groups of figures that agree; every figure is in exactly one."""
    known = list(decisions)
    pairs = [Pair(one.comparison.score, *one.ids) for one in known if one.joins]
    return components([one.id for one in keys], pairs, judgements, apart(keys, known))


def apart(keys: Sequence[FigureKeys], decisions: Iterable[Decision]) -> list[tuple[str, str]]:
    """Pairs that are never of one quantity: different by period or definition; or of one source, where "at least 130"
    beside 412 is another measure."""
    found = [one.ids for one in decisions if one.agreement in _APART]
    by_source: dict[tuple[str, str], list[FigureKeys]] = {}
    for one in keys:
        by_source.setdefault((one.figure.source, one.figure.unit), []).append(one)
    for members in by_source.values():
        for one, other in combinations(members[:_MOST_OF_A_SOURCE], 2):
            if _told_apart(one, other):
                found.append((one.id, other.id))
    return found


def _told_apart(one: FigureKeys, other: FigureKeys) -> bool:
    """Whether two figures of one source and unit cannot be one quantity."""
    a, b = one.figure, other.figure
    if a.value == b.value or _tied(one, other):
        return False
    if one.voice is not None and other.voice is not None and one.voice != other.voice:
        return False
    loose = None in (a.low, a.high, b.low, b.high)
    if loose and abs(a.value - b.value) > _NEAR * max(abs(a.value), abs(b.value)):
        return True
    return not intervals_meet(one, other)


def _tied(one: FigureKeys, other: FigureKeys) -> bool:
    """Whether a sentence puts one in the place of the other, or speaks of a correction."""
    replaced = one.figure.replaced_by == other.id or other.figure.replaced_by == one.id
    return replaced or one.revises or other.revises


def settled(
    keys: Sequence[FigureKeys], decisions: Sequence[Decision], judgements: tuple[Judgement, ...]
) -> list[Decision]:
    """The decisions, with open differences between two groups dropped where a source states both values as two things,
    and called revised throughout where one source says so."""
    groups = agreeing(keys, decisions, judgements)
    place = {member: at for at, members in enumerate(groups) for member in members}
    by_id = {one.id: one for one in keys}
    between: dict[tuple[int, int], list[Decision]] = {}
    for one in decisions:
        if one.agreement in _OPEN or one.agreement is Agreement.UNDECIDED:
            ends = sorted(place[member] for member in one.ids)
            between.setdefault((ends[0], ends[1]), []).append(one)
    kept = [one for one in decisions if one.agreement not in _OPEN and one.agreement is not Agreement.UNDECIDED]
    for (left, right), open_ones in sorted(between.items()):
        if left == right or _stated_apart([by_id[m] for m in groups[left]], [by_id[m] for m in groups[right]]):
            continue
        revised = next((one for one in open_ones if one.agreement is Agreement.REVISED), None)
        for one in open_ones:
            if revised is not None and one.agreement is not Agreement.REVISED:
                kept.append(said(one.comparison, Agreement.REVISED, revised.reason.why))
            else:
                kept.append(one)
    return sorted(kept, key=lambda one: one.ids)


def _stated_apart(left: list[FigureKeys], right: list[FigureKeys]) -> bool:
    """Whether some source gives both values without taking one back, and not from two voices that contradict each
    other."""
    by_source: dict[str, list[FigureKeys]] = {}
    for one in left:
        by_source.setdefault(one.figure.source, []).append(one)
    for other in right:
        for one in by_source.get(other.figure.source, ()):
            disputed = one.voice is not None and other.voice is not None and one.voice != other.voice
            if not _tied(one, other) and not disputed:
                return not _takes_back(left, right, other.figure.source)
    return False


def _takes_back(left: list[FigureKeys], right: list[FigureKeys], source: str) -> bool:
    """Whether that source puts one value in the place of the other elsewhere."""
    ids = {one.id for one in (*left, *right) if one.figure.source == source}
    return any(one.figure.replaced_by in ids for one in (*left, *right) if one.figure.source == source)
