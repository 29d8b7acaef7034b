"""Counts that go on: the dead, the homes found to be hit, the signatures collected. A later count of them takes the
place of an earlier one, where the ships that wait today are others than those of yesterday."""

from .question import PUT_ANEW, noun_of
from .reading.frame import PEOPLE
from .reading.keys import FigureKeys
from .reading.measured import kind_of
from .reading.subject import FATES
from .times import days_between, exclusive, is_stretch, later_of

_TOLLS = FATES | frozenset(
    ("rescued", "evacuated", "infection", "case", "arrested", "burned", "damage", "damaged", "accident")
)
"""What is counted again and again while it goes on: a later count takes the place of an earlier one."""
_BEFALLEN = FATES | {"damaged"}
_TOLD_BY_ONE_WORD = _TOLLS | frozenset(
    [
        "hospital",
        "aboard",
        "marcher",
        "participation",
        "seat",
        "ballot",
        "unemployed",
        "vacancy",
        "employed",
        "jobcut",
        "complaint",
        "vaccinated",
        "dose",
        "patient",
        "refugee",
        "arrival",
        "return",
        "affected",
        "lead",
    ]
)
"""What is counted and told by one word, without a further verb."""
_GATHERED = frozenset({"affected", "complaint", "signature", "stolen", "test"})
"""What is gathered or found, one after the other, besides those who suffer."""
_GATHERING = frozenset(
    [
        *("affect", "contaminat", "check", "cull", "destroy", "detect", "find", "flood", "infect", "inspect"),
        *("kill", "pick", "register", "seiz", "shoot", "slaughter", "steal", "test", "verify"),
    ]
)
"""Meanings of verbs by which things are found, or are done to them, one after the other."""
SUFFERERS = frozenset({PEOPLE, "concept kill", "concept injur", "concept victim", "victim", "missing", "disappear"})
"""Keys of nouns for all who suffered: the dead, the wounded, victims."""


def toll(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether both are asked what is counted again and again while it goes on."""
    return kind_of(left.figure.unit) != "percent" and (suffered(left, right) or gathered(left, right))


def suffered(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether both are asked how many suffered, or how much was lost."""
    asked = left.subject.first & right.subject.first
    fates = set(left.subject.asked[:2]) & set(right.subject.asked[:2]) & _BEFALLEN
    return bool(asked) and (bool(fates) or not _TOLLS.isdisjoint(asked))


def gathered(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether things are counted that are found, or to which something is done, one after the other, and neither count
    is of a month or year of its own: 1,340 homes where lead was found, a week later 2,100. Such a count only grows,
    unless somebody takes it back."""
    if left.figure.unit != "count" or right.figure.unit != "count":
        return False
    if not (_GATHERED & left.subject.first & right.subject.first or _GATHERING & left.told & right.told):
        return False
    if exclusive(left, right) or any(one.period is not None and is_stretch(one.period) for one in (left, right)):
        return False
    if not days_between(left, right) or PUT_ANEW & (left.subject.cues | right.subject.cues):
        return True
    last = later_of(left, right)
    first = left if last is right else right
    return first.figure.value <= last.figure.value


def mere_things(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether things are counted of which much can be said: ships may wait, fail or sink, the dead are dead."""
    return left.figure.unit == "count" and not left.subject.first & right.subject.first & _TOLD_BY_ONE_WORD


def some_of_all(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether the smaller of two tolls is of some of the people whom the larger counts: 12 people, two pilots."""
    if not suffered(left, right):
        return False
    some, everybody = sorted((left, right), key=lambda one: one.figure.value)
    noun, all_told = noun_of(some), noun_of(everybody)
    return bool(noun) and noun.isdisjoint(SUFFERERS) and not (all_told and all_told.isdisjoint(SUFFERERS))
