"""Whether two statements were made on one occasion."""

import datetime as dt

from .said import Said

_APART = dt.timedelta(days=1)
"""Two ears may date one remark a day apart."""
_SHORT = dt.timedelta(days=14)
"""Times no longer than this say when it was; others only when it was not."""


_APART_IN_COPY = dt.timedelta(days=6)
"""Copies tell one occasion, though a weekday may be read wrongly in one of them."""


def one_occasion(left: Said, right: Said) -> bool:
    """Whether the days allow it, and the source, the copy family, the event or the same few days say so."""
    if certainly_apart(left, right):
        return False
    return left.source == right.source or near(left, right)


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


def near(left: Said, right: Said) -> bool:
    """Whether they come from one copy family or event, or from the same few days."""
    if certainly_apart(left, right):
        return False
    event = left.occasion is not None and left.occasion == right.occasion
    return event or _one_family(left, right) or (_short(left) and _short(right))


def told_apart(left: Said, right: Said, *, word_for_word: bool) -> bool:
    """Whether one of them was told to a single medium, and the other not or to another. The same words are one telling
    all the same, unless a page says that its own reporter was told."""
    if _one_family(left, right) or left.venue == right.venue:
        return False
    return not word_for_word or left.told_here or right.told_here


def _one_family(left: Said, right: Said) -> bool:
    return left.family is not None and left.family == right.family


def _short(one: Said) -> bool:
    return one.days is not None and one.days.last - one.days.first <= _SHORT
