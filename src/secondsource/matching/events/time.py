"""How far two reports lie apart in time, and what that says."""

import math

from .keys import ReportKeys

FAR = 45.0
"""Days apart after which two reports lose most of what nearness in time gives."""
UNDATED = 0.1
"""Nearness in time of a pair of which one has no date."""
STALE = 1.6
"""How fast the likeness of two headlines fades with the days between them."""
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


def nearness(left: ReportKeys, right: ReportKeys, belief: float = 1.0) -> float:
    """1 for the same day, falling to 0 with the days between, the sooner the less else is shared (`belief`); an undated
    report is taken as far away."""
    days = gap(left, right)
    if days is None:
        return UNDATED
    exact = len(left.days) == 1 and len(right.days) == 1
    return math.exp(-days / (FAR * belief**4 + 0.01)) * (1.0 if exact else 0.7)


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
