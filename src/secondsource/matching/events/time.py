"""How far two reports lie apart in time, and what that says."""

import datetime as dt
import math
from collections.abc import Sequence

from secondsource.stage.grouping import of_one_matter

from .keys import ReportKeys

FAR = 45.0
"""Days apart after which two reports lose most of what nearness in time gives."""
UNDATED, UNDATED_OF_ONE_MATTER = 0.1, 0.4
"""Nearness in time of a pair of which one has no date, and what a small pile adds to it: who gathers a dozen reports
gathers one matter."""
GATHERED = 0.25
"""What a small pile adds to the likeness of two reports of one week, for the same reason."""
TOLD = 7
"""Days in which a happening is told, as a rule."""
STALE = 1.6
"""How fast the likeness of two headlines fades with the days between them."""
ROUND = 1
"""Days between two reports beyond which they may tell of two rounds of a story."""
MONTH = 31
"""Days beyond which two groups are not told apart by their dates alone: a page dated so much later is as often an old
one, dated anew by its site, as a new round."""
ROUND_FADES = 5.0
"""How fast, in days, two groups of dated reports become two rounds."""
ROUND_SHRINKS = 0.5
"""How slowly that is believed as groups grow: n - 1 over n - 1 + this."""
DATED = 7
"""Days that the publication of a report may span where it counts as dated."""
HEADLINE = 0.9
"""A brevity from which likeness does not fade with time."""


def gap(left: ReportKeys, right: ReportKeys) -> int | None:
    """The least number of days that the two may lie apart; None where one of them has no date."""
    if left.earliest is None or left.latest is None or right.earliest is None or right.latest is None:
        return None
    if left.earliest == left.latest and right.earliest == right.latest:
        return abs((left.earliest - right.earliest).days)
    if left.days and right.days:
        return min(abs((one - other).days) for one in left.days for other in right.days)
    return max(0, (left.earliest - right.latest).days, (right.earliest - left.latest).days)


def days_apart(left: ReportKeys, right: ReportKeys) -> float | None:
    """As `gap`, by the minute where both pages state theirs."""
    days = gap(left, right)
    if days is None or left.minute is None or right.minute is None or left.earliest is None or right.earliest is None:
        return days
    return abs((left.earliest - right.earliest).days + (left.minute - right.minute) / 1440)


def undated(reports: int) -> float:
    """Nearness in time of a pair of which one has no date, in a pile of so many reports."""
    return UNDATED + UNDATED_OF_ONE_MATTER * of_one_matter(reports)


def gathered(left: ReportKeys, right: ReportKeys, reports: int) -> float:
    """By how much two reports are likelier to be of one happening than they look, in a pile of so many reports."""
    days = gap(left, right)
    return 1.0 + GATHERED * of_one_matter(reports) if days is not None and days <= TOLD else 1.0


def nearness(left: ReportKeys, right: ReportKeys, belief: float = 1.0, unknown: float = UNDATED) -> float:
    """1 for the same day, falling to 0 with the days between, the sooner the less else is shared (`belief`); `unknown`
    where one of them has no date."""
    days = gap(left, right)
    if days is None:
        return unknown
    exact = len(left.days) == 1 and len(right.days) == 1
    return math.exp(-days / (FAR * belief**4 + 0.01)) * (1.0 if exact else 0.7)


def is_another_round(left: ReportKeys, right: ReportKeys) -> bool:
    """Whether two reports lie so far apart that they may tell of two rounds of one story."""
    days = gap(left, right)
    return days is not None and days > ROUND


def rounds(one: Sequence[ReportKeys], other: Sequence[ReportKeys]) -> float:
    """How surely two groups of reports are two rounds of a story by their dates, from 0 to 1: all of the one came
    before all of the other. One report says nothing, for any happening is told again later."""
    ours, theirs = (_dated(group) for group in (one, other))
    smaller = min(len(ours), len(theirs))
    if smaller < 2:
        return 0.0
    days = max(_between(ours, theirs), _between(theirs, ours))
    if not ROUND < days <= MONTH:
        return 0.0
    return (1.0 - math.exp(-days / ROUND_FADES)) * (smaller - 1) / (smaller - 1 + ROUND_SHRINKS)


def _dated(group: Sequence[ReportKeys]) -> list[tuple[dt.date, dt.date]]:
    days = [(one.earliest, one.latest) for one in group]
    return [(first, last) for first, last in days if first and last and (last - first).days <= DATED]


def _between(before: Sequence[tuple[dt.date, dt.date]], after: Sequence[tuple[dt.date, dt.date]]) -> int:
    """Days from the last of the one to the first of the other; negative where they overlap."""
    return (min(first for first, _ in after) - max(last for _, last in before)).days


def freshness(left: ReportKeys, right: ReportKeys, brevity: float) -> float:
    """What is left of a likeness after the days between. Whole texts lose nothing; two headlines sound alike for
    every round of the same thing, and lose about a quarter with each day."""
    if brevity >= HEADLINE:
        return 1.0
    return math.exp(-(gap(left, right) or 0) * STALE * (HEADLINE - brevity))


def when(keys: ReportKeys) -> str:
    """The days of publication, for a link to show."""
    if keys.earliest is None or keys.latest is None:
        return ""
    return str(keys.earliest) if keys.earliest == keys.latest else f"{keys.earliest}/{keys.latest}"
