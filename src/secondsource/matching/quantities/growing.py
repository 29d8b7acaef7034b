"""The toll of an occasion is one number that grows: whatever values its reports give, from the first *dozens* to the
last count, they answer one question."""

from collections.abc import Iterable, Sequence

from .counting import SUFFERERS
from .question import noun_of
from .reading.keys import FigureKeys
from .reading.subject import FATES
from .times import looks_ahead, misdated, recalls

Toll = tuple[str, str]
"""An event, and what became of the people who are counted."""


def of_one_toll(
    keys: Sequence[FigureKeys], agreed: Sequence[Sequence[str]], pairs: Iterable[tuple[str, str]]
) -> set[tuple[str, str]]:
    """Those of the pairs of which both count people, and whose sides, the groups of figures that agree with each, both
    hold a value of the toll of one occasion."""
    values = tolls_of(keys)
    people = {one.id for one in keys if _of_people(one)}
    of: dict[str, frozenset[Toll]] = {}
    for side in agreed:
        tolls = frozenset[Toll]().union(*(values[member] for member in side))
        of.update(dict.fromkeys(side, tolls))
    return {(one, other) for one, other in pairs if {one, other} <= people and not of[one].isdisjoint(of[other])}


def tolls_of(keys: Iterable[FigureKeys]) -> dict[str, frozenset[Toll]]:
    """The tolls that each figure is a value of, by its id."""
    return {one.id: _tolls(one) for one in keys}


def _tolls(one: FigureKeys) -> frozenset[Toll]:
    """Which tolls a figure is a value of: of all who suffered, in this occasion, at its place and time."""
    subject = one.subject
    fates = subject.first & FATES
    if not fates or subject.part or not _of_people(one):
        return frozenset()
    if recalls(one) or misdated(one) or looks_ahead(one):
        return frozenset()
    if subject.places and subject.places.isdisjoint(one.home):
        return frozenset()
    return frozenset((event, fate) for event in one.events for fate in fates)


def _of_people(one: FigureKeys) -> bool:
    """Whether those are counted who suffered, or nobody says who: no names on a list, no two pilots."""
    noun = noun_of(one)
    return one.figure.unit == "count" and not (noun and noun.isdisjoint(SUFFERERS))
