"""The days that satisfy the clues, strongest clues first; clues that fit no more are named, not hidden."""

import calendar
import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from secondsource.model.published import Clue, Published, Strength
from secondsource.model.span import Reason

FEW = 62
"""Days that are listed one by one at most."""
_LONGEST = 370 * 30
_NEAR_YEARS = 2
"""A weekday with its day comes again after five or six years; only near the latest date that a page speaks of does it
tell the year."""
_ORDER = (Strength.STATED, Strength.IMPLIED, Strength.WEAK)


class Window(Struct, frozen=True):
    """Days between two days, both included, of some weekday, month or day of the month. None leaves a part open."""

    earliest: dt.date | None = None
    latest: dt.date | None = None
    weekday: int | None = None
    month: int | None = None
    day: int | None = None

    def met(self, clue: Clue) -> "Window | None":
        """The window with one more clue, or None where no day is left."""
        pairs = ((self.weekday, clue.weekday), (self.month, clue.month), (self.day, clue.day))
        if any(mine is not None and theirs is not None and mine != theirs for mine, theirs in pairs):
            return None
        window = Window(
            max((each for each in (self.earliest, clue.earliest) if each is not None), default=None),
            min((each for each in (self.latest, clue.latest) if each is not None), default=None),
            *(mine if mine is not None else theirs for mine, theirs in pairs),
        )
        return window if window.possible() else None

    def possible(self) -> bool:
        """Whether a day fits, as far as the window is bounded."""
        if self.earliest is None or self.latest is None:
            return True
        if self.earliest > self.latest:
            return False
        return (self.latest - self.earliest).days > _LONGEST or bool(self.days(1))

    def days(self, most: int) -> list[dt.date]:
        """The first days that fit, `most` of them at most; empty where the window is open at an end."""
        if self.earliest is None or self.latest is None:
            return []
        found: list[dt.date] = []
        at = self.earliest
        while at <= self.latest and len(found) < most:
            if (
                (self.weekday is None or at.weekday() == self.weekday)
                and (self.month is None or at.month == self.month)
                and (self.day is None or at.day == self.day)
            ):
                found.append(at)
            at += dt.timedelta(days=1)
        return found

    def closed(self) -> "Window | None":
        """The window with an end, where a weekday with day and month, or a day and month, returns only after years:
        then the first such day after the beginning is meant."""
        if self.earliest is None or self.latest is not None or self.month is None or self.day is None:
            return None
        years = _NEAR_YEARS if self.weekday is not None else 1
        for year in range(self.earliest.year, self.earliest.year + years + 1):
            try:
                day = dt.date(year, self.month, self.day)
            except ValueError:
                continue
            if day >= self.earliest and (self.weekday is None or day.weekday() == self.weekday):
                return Window(day, day, self.weekday, self.month, self.day)
        return None


def solve(clues: Sequence[Clue], zone: str | None = None) -> Published | None:
    """What the clues leave, or None where they do not bound the day at both ends. Clues come in order of trust within
    their strength; one that contradicts those before it is set aside and said so."""
    window = Window()
    used: list[Clue] = []
    against: list[Clue] = []
    for strength in _ORDER:
        for clue in (each for each in clues if each.strength is strength):
            narrowed = window.met(clue)
            if narrowed is None:
                against.append(clue)
            else:
                if narrowed != window or strength is Strength.STATED:
                    used.append(clue)
                window = narrowed
    reasons = [clue.reason for clue in used]
    if window.latest is None and (closed := window.closed()) is not None:
        window = closed
        reasons.append(Reason("it is the first such day after the latest past date that the page speaks of"))
    reasons.extend(Reason(f"does not fit: {clue.reason.why}", clue.reason.spans) for clue in against)
    if window.earliest is None or window.latest is None:
        return None
    return _told(window, tuple(reasons), zone)


def _told(window: Window, reasons: tuple[Reason, ...], zone: str | None) -> Published | None:
    days = window.days(FEW + 1)
    if not days or window.latest is None:
        return None
    first = days[0]
    if len(days) <= FEW:
        return Published(edtf_of(days, window), first, days[-1], reasons, tuple(days), zone)
    return Published(f"{_edge(first, True)}/{_edge(window.latest, False)}", first, window.latest, reasons, (), zone)


def edtf_of(days: Sequence[dt.date], window: Window) -> str:
    """The days as EDTF: one day, a month, an interval of days that follow each other, or a set."""
    first, last = days[0], days[-1]
    if len(days) == 1:
        return first.isoformat()
    if (last - first).days + 1 == len(days):
        if first.day == 1 and last == _month_end(first):
            return f"{first:%Y-%m}"
        return f"{first.isoformat()}/{last.isoformat()}"
    return "[" + ",".join(day.isoformat() for day in days) + "]"


def _edge(day: dt.date, opens: bool) -> str:
    whole = day.day == 1 if opens else day == _month_end(day)
    return f"{day:%Y-%m}" if whole else day.isoformat()


def _month_end(day: dt.date) -> dt.date:
    return dt.date(day.year, day.month, calendar.monthrange(day.year, day.month)[1])
