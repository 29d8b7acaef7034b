"""Figures in their places: one value beside one other, each once in its text, in the texts of a copy family; or one
telling value in the reports of an event. What one of them leaves out, its unit or what it counts, the others show."""

from collections import Counter
from collections.abc import Iterator, Sequence

from .keys import FigureKeys, in_unit
from .measured import digits

_COUNT, _TIMES = "count", "times"
_BARE = (_COUNT, _TIMES)
"""Units of a number whose own unit its text may leave out: "wanted 6,800", "a man of 51"."""
_LEAST = 2
"""One of anything stands everywhere."""
_TELLING = 2
"""Digits from which a value tells of what it may be."""
_HUNDRED = 100
"""Below it a number may be the lap, the page or the age."""
_OFTEN = 30
"""Times from which something is counted (called out 7,300 times), not held against something else."""

Place = tuple[str, float, float]
"""A copy family, the value, and the value beside it."""


def in_their_places(keys: Sequence[FigureKeys]) -> list[FigureKeys]:
    """The figures, a bare number in the unit that the other copies give it, or the other reports of its event. The
    cost grows with the figures."""
    counted = [_counted(one) for one in keys]
    units: dict[Place, Counter[str]] = {}
    of_event: dict[tuple[str, float], Counter[str]] = {}
    for one in counted:
        for place in _places(one):
            units.setdefault(place, Counter())[one.figure.unit] += 1
        unit = "" if _leaves_its_unit_out(one) else one.figure.unit
        for event in one.events | one.stories:
            of_event.setdefault((event, one.figure.value), Counter())[unit] += 1
    return [_in_unit_of_event(_in_unit_of_copies(one, units), of_event) for one in counted]


def _counted(one: FigureKeys) -> FigureKeys:
    """How often something was done as a count of it: 27.4 million times, 27.4 million nights."""
    return in_unit(one, _COUNT) if one.figure.unit == _TIMES and one.figure.value >= _OFTEN else one


def _leaves_its_unit_out(one: FigureKeys) -> bool:
    """Whether a number of several digits stands without anything that it might count: "against the 310,000"; nothing is
    counted in fractions: "the 17.5 of Portugal". A lap 48 is no 48 years."""
    value = one.figure.value
    if one.figure.unit != _COUNT or digits(value) < _TELLING:
        return False
    return not value.is_integer() or (value >= _HUNDRED and (one.subject.frame.bare or not one.subject.frame.noun))


def _in_unit_of_event(one: FigureKeys, units: dict[tuple[str, float], Counter[str]]) -> FigureKeys:
    """A bare number with the one unit that the reports of its event give its value; as it is where they have several,
    or leave it out more often."""
    if not _leaves_its_unit_out(one):
        return one
    found: Counter[str] = Counter()
    for event in sorted(one.events | one.stories):
        found.update(units[event, one.figure.value])
    left_out = found.pop("", 0)
    unit, times = found.popitem() if len(found) == 1 else (_COUNT, 0)
    return in_unit(one, unit) if times >= left_out else one


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
