"""Whether two statements were made on one occasion."""

import datetime as dt

from .said import Said

_APART = dt.timedelta(days=1)
"""Two ears may date one remark a day apart."""
_SHORT = dt.timedelta(days=4)
"""Times no longer than this say when it was; others only when it was not."""


_APART_IN_COPY = dt.timedelta(days=6)
"""Copies tell one occasion, though a weekday may be read wrongly in one of them."""


def one_occasion(left: Said, right: Said) -> bool:
    """Whether the days allow it, and the source, the copy family, the event or the same few days say so."""
    if certainly_apart(left, right):
        return False
    if left.source == right.source or _one_family(left, right):
        return True
    if left.occasion is not None and left.occasion == right.occasion:
        return True
    return _short(left) and _short(right)


def certainly_apart(left: Said, right: Said) -> bool:
    """Whether the days on which they may have been said do not meet. Copies have one occasion, unless both say when
    it was, and far apart."""
    one, other = left.days, right.days
    if one is None or other is None:
        return False
    if _one_family(left, right) and not (one.told and other.told):
        return False
    least = _APART_IN_COPY if _one_family(left, right) else _APART
    return one.first - other.last > least or other.first - one.last > least


def _one_family(left: Said, right: Said) -> bool:
    return left.family is not None and left.family == right.family


def _short(one: Said) -> bool:
    return one.days is not None and one.days.last - one.days.first <= _SHORT
