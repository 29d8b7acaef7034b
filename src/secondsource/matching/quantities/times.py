"""How the times of two figures stand to each other: by the periods given, else by when the reports came out."""

import datetime as dt
from enum import StrEnum

from secondsource.text.edtf import Extent

from .reading.keys import FigureKeys, overlap

_NEAR_IN_DAYS, _APART_IN_DAYS = 3, 6
_LONG_BEFORE = 40
"""Days from which a time is another one, not just an earlier state of the same."""
_TOLD_AFTER = 1.2
"""How many times its own length after its end a period is still told of without being named."""
_JUST_RUN = dt.timedelta(60)
_RECALLED = 400
"""The same, of a figure that is recalled from before its report."""
_DAYS_AFTER_A_DAY = 5
"""The same, of a figure that was of one day."""
_STRETCH, _OTHER_STRETCH = 25, 1.5
"""Days from which a period is a stretch of months; how many times longer makes it another one: quarter, half-year."""
_OLDER = frozenset({"from", "earlier"})
_BACK_THEN, _FORECAST = "then", "forecast"


class Time(StrEnum):
    """How the times of two figures stand to each other."""

    SAME = "same"
    NEAR = "near"
    """Nothing is said, and the reports were published together."""
    OPEN = "open"
    APART = "apart"
    """Nothing is said, and the reports were published days apart."""
    OTHER = "other"


def time_between(left: FigureKeys, right: FigureKeys) -> Time:
    """How their times stand to each other; the day of publication stands in where nothing is said."""
    a, b = left.period, right.period
    if a is None and b is None:
        gap = days_between(left, right)
        if gap is None or _OLDER & (left.subject.cues | right.subject.cues):
            return Time.OPEN
        return Time.NEAR if gap <= _NEAR_IN_DAYS else Time.APART if gap >= _APART_IN_DAYS else Time.OPEN
    if a is None or b is None:
        if _not_yet(left, right) or _not_yet(right, left):
            return Time.OTHER
        return Time.NEAR if _current(left, right) or _current(right, left) else Time.OPEN
    if not overlap(a, b):
        return Time.OTHER
    short, long = sorted(_days(one) for one in (a, b))
    return Time.OTHER if short >= _STRETCH and long > _OTHER_STRETCH * short else Time.SAME


def _not_yet(one: FigureKeys, other: FigureKeys) -> bool:
    """Whether one is of a day after the report of the other, which names no time."""
    if one.period is None or other.published is None or is_stretch(one.period):
        return False
    first, last = one.period.earliest, other.published.latest
    return first is not None and last is not None and first > last


def _current(one: FigureKeys, other: FigureKeys) -> bool:
    """Whether one is of the month or year that runs, or has just run, when the other is printed, which names none."""
    gap = days_between(one, other)
    if one.period is None or gap is None or gap > _NEAR_IN_DAYS or not is_stretch(one.period):
        return False
    if _OLDER & (one.subject.cues | other.subject.cues):
        return False
    day, first, last = _first(other.published), one.period.earliest, one.period.latest
    return day is not None and first is not None and last is not None and first <= day <= last + _JUST_RUN


def another_time(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether one is of a time long before the other, or before the report of the other, where that names no time."""
    return _long_before(left, right) or _long_before(right, left)


def _long_before(one: FigureKeys, other: FigureKeys) -> bool:
    if one.period is None or one.period.latest is None:
        return False
    recalled = other.period is None and bool(_OLDER & other.subject.cues)
    start = _first(other.period if other.period is not None else other.published)
    long = _RECALLED if recalled else _DAYS_AFTER_A_DAY
    if not recalled and (other.period is not None or is_stretch(one.period)):
        # what is told of a year is told until the next year is over
        long = max(_LONG_BEFORE, 0 if other.period is not None else round(_TOLD_AFTER * _days(one.period)))
    return start is not None and (start - one.period.latest).days > long


def misdated(one: FigureKeys) -> bool:
    """Whether its period opens after its report came out: of what has happened, the day is one of another year."""
    opens, printed = _first(one.period), one.published.latest if one.published is not None else None
    return opens is not None and printed is not None and opens > printed


def recalls(one: FigureKeys) -> bool:
    """Whether it is of a time long before its own report: a toll of 1991 in a report of today, or one that a word
    points back to without a day."""
    if one.period is None and _BACK_THEN in one.subject.cues:
        return True
    ended = one.period.latest if one.period is not None else None
    printed = one.published.earliest if one.published is not None else None
    return ended is not None and printed is not None and (printed - ended).days > _LONG_BEFORE


def looks_ahead(one: FigureKeys) -> bool:
    """Whether it is hoped for, planned or expected: a forecast is no dispute with what came."""
    return one.subject.frame.expects or _FORECAST in one.subject.cues


def _first(when: Extent | None) -> dt.date | None:
    return when.earliest if when is not None else None


def exclusive(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether both name a time, and no day of the one is a day of the other."""
    return left.period is not None and right.period is not None and not overlap(left.period, right.period)


def of_two_days(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether both name a day or a few, and not the same: what was counted on Tuesday, and on Wednesday."""
    return exclusive(left, right) and not any(
        one.period is not None and is_stretch(one.period) for one in (left, right)
    )


def is_stretch(period: Extent) -> bool:
    """Whether a period is a month or longer."""
    return _days(period) >= _STRETCH


def _days(period: Extent) -> int:
    """Days of a period; none where an end is open."""
    if period.earliest is None or period.latest is None:
        return 0
    return (period.latest - period.earliest).days + 1


def days_between(left: FigureKeys, right: FigureKeys) -> int | None:
    """Days between the publication of the two reports; None where one is not known."""
    one, other = (_first(keys.published) for keys in (left, right))
    return abs((one - other).days) if one is not None and other is not None else None


def later_of(left: FigureKeys, right: FigureKeys) -> FigureKeys:
    """The figure whose report came out later; the right one where that is not known, or both came out on one day."""
    one, other = (_first(keys.published) for keys in (left, right))
    return left if one is not None and other is not None and one > other else right
