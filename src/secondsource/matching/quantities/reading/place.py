"""Figures in their places: one value beside one other, each once in its text, in the texts of a copy family. What one
of them leaves out, its unit or what it counts, the others show."""

from collections import Counter
from collections.abc import Iterator, Sequence

from .keys import FigureKeys, in_unit

_BARE = ("count", "times")
"""Units of a number whose own unit its text may leave out: "wanted 6,800", "a man of 51"."""
_LEAST = 2
"""One of anything stands everywhere."""

Place = tuple[str, float, float]
"""A copy family, the value, and the value beside it."""


def in_their_places(keys: Sequence[FigureKeys]) -> list[FigureKeys]:
    """The figures, a bare number in the unit that the other copies give it. The cost grows with the figures."""
    units: dict[Place, Counter[str]] = {}
    for one in keys:
        for place in _places(one):
            units.setdefault(place, Counter())[one.figure.unit] += 1
    return [_in_unit_of_copies(one, units) for one in keys]


def one_place(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether two texts of one family have the two in one place."""
    a, b = left.figure, right.figure
    if not (left.alone and right.alone) or a.source == b.source or a.value != b.value or a.unit != b.unit:
        return False
    return abs(a.value) >= _LEAST and not set(_places(left)).isdisjoint(_places(right))


def _places(one: FigureKeys) -> Iterator[Place]:
    value = one.figure.value
    if one.alone and abs(value) >= _LEAST:
        beside = {near for near, _ in one.beside if near != value}
        yield from ((family, value, near) for family in one.families for near in beside)


def _in_unit_of_copies(one: FigureKeys, units: dict[Place, Counter[str]]) -> FigureKeys:
    """A bare number with the unit of the other copies; as it is where they have several."""
    unit = one.figure.unit
    others = {other for place in _places(one) for other in units[place] if other != unit} if unit in _BARE else set()
    if len(others) != 1 or (unit == "count" and not others.isdisjoint(_BARE)):
        return one
    return in_unit(one, others.pop())
