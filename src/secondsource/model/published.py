"""When a page was published, as an interval or set of days with its evidence; never more exact than that."""

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from .span import Reason


class Strength(StrEnum):
    """How far a clue is believed where clues disagree: a stronger one wins, equals are intersected."""

    STATED = "stated"
    """The page or its record states its own date: page data, a visible stamp, "this Wednesday, April 5"."""
    IMPLIED = "implied"
    """The wording allows only some days: "last year, up from 2022", a dated caption before "on Monday"."""
    WEAK = "weak"
    """Usual but not binding: a copyright year, an address with a year in it."""


class Clue(Struct, frozen=True):
    """One constraint on the day of publication: between two days (included), on certain weekdays or days of any
    year."""

    strength: Strength
    reason: Reason
    earliest: dt.date | None = None
    latest: dt.date | None = None
    weekday: int | None = None
    """Monday is 0. None where the clue does not bear on the weekday."""
    month: int | None = None
    """1 to 12, where the clue fixes the month of the year without the year."""
    day: int | None = None


class Published(Struct, frozen=True):
    """The days that the evidence allows. `edtf` is an ISO 8601-2 day, month, year, interval or set `[a,b,c]`."""

    edtf: str
    earliest: dt.date
    latest: dt.date
    reasons: tuple[Reason, ...]
    days: tuple[dt.date, ...] = ()
    """The allowed days where they are few (at most 62), else empty: then every day from earliest to latest."""
    zone: str | None = None
    """The time zone as the page states it, such as +02:00."""
    minute: int | None = None
    """Minutes since midnight in `zone` (universal time without one), where one day is allowed and its hour is known."""
