"""Relations between a moment as written and the day it was written on, and what they come to.

A relation is a chain of steps, `key:value` joined by single spaces. The first step starts from the day of writing, each
further step narrows (or moves) what the one before gave:

- `=2024-06` stands for itself; `day:-1` `week:+1` `weekend:-1` `month:0` `quarter:-1` `half:0` `year:-1` `decade:-1`
  `century:0`: the calendar unit that holds the day, so many units on;
- `weekday:3` (Monday is 0), `month-of-year:5`, `season:22` (21 spring to 24 winter), `quarter-of-year:3`,
  `half-of-year:2`, `day-of-year:04-05`, `day-of-month:15`, `easter:+1` (days from Easter Sunday), `advent:+7`
  (days from the first Sunday of Advent), `weekends:0`,
  `weekday-in-year:11-3-4` (month, weekday, which one: -1 is the last): the one at or before the day, or with a third
  part `:next` at or after it, `:before` wholly before it, `:after` wholly after it, `:near` nearest, `:back` nearest in
  a clause of the past, `:this` in its week (weekdays) or year. Behind another step: the one inside its result;
- `day-of-year:04-05@2`, `day-of-month:15@4`: only where it falls on that weekday, so that Wednesday, April 5 finds its
  year; `span:month:-3`: the three months up to the day before, `span:day:+2`: the two days from the day after,
  `within:day:+2`: the day itself and two more;
- `weekday-in:4-1` (the first Friday in it), `week:1` `day:-1` `month:2` behind another step: the first, last … in it;
  `weekend:of` the weekend of its week, `week:of` its week; `move:year:-1` the same piece, at its own precision, a year
  earlier;
- `text` in front: counted from another moment of the text, so that the day of writing alone resolves nothing;
- `opening:week:2` `closing:month:4` the first two weeks, the last four months of it; `lasting:day:3` the three days
  from its first on; `weekend:with` the weekend together with the holiday beside it;
- `months:9` the first nine months of a year, `stretch:9` those of the last year in which they are over;
- `part:START` `part:MID` `part:END`: the thirds of a year; the first half, middle third and last half of what is
  shorter; `part:EARLY` `part:LATE` its halves, `part:EARLIER` `part:LATER` what of it lies up to, or from, the day of
  writing; `T:MO`, `T:22:00`: the part of the day or time of day.

Pure functions over days; nothing here reads text.
"""

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import cast

from msgspec import Struct

from secondsource.text import edtf
from secondsource.text.edtf import Unit

UNITS = frozenset({"day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"})
_RECURRING = frozenset(
    {"weekday", "weekends", "month-of-year", "season", "quarter-of-year", "half-of-year", "day-of-year", "day-of-month"}
    | {"easter", "advent", "weekday-in-year"}
)
_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_PARTS = {"START": (0, 3), "EARLY": (0, 2), "MID": (1, 3), "LATE": (1, 2), "END": (2, 3)}
"""Which part of a year, of how many: its beginning and end are a third, early and late are half. Of a month or week the
beginning and the end are half too."""
_FARTHEST_MATCH = 400
_AHEAD = 2
_AHEAD_OF_PAST = 3
"""The same in a clause that tells what has been."""
_WEDNESDAY = 2
_LONGEST_DOUBT = 1100
"""Days that publication may lie within, at most, for a relative expression to be worked out for each of them."""


class Resolved(Struct, frozen=True):
    """What a relation comes to: EDTF, and the TIMEX3 value at the precision of the words."""

    edtf: str
    timex: str


def resolve(relation: str, published: str) -> str | None:
    """EDTF of a relation for a text published on `published` (EDTF: a day, an interval or a set of days).

    Worked out for each day that `published` allows: the one result where all agree, else the set of results
    `[a,b..c]`. None where publication is open or allows more than about three years, or where the relation does not
    parse.
    """
    choices = resolve_all(relation, edtf.days(published, _LONGEST_DOUBT))
    return edtf.one_of(choice.edtf for choice in choices)


def resolve_all(relation: str, days: Iterable[dt.date]) -> tuple[Resolved, ...]:
    """The different results over the days, sorted; empty where any of them gives none."""
    found = [resolve_on(relation, day) for day in days]
    known = {one for one in found if one is not None}
    return tuple(sorted(known, key=lambda one: (one.edtf, one.timex))) if found and None not in found else ()


@lru_cache(maxsize=8192)
def resolve_on(relation: str, day: dt.date) -> Resolved | None:
    """What the relation comes to for a text written on `day`; None where it does not parse or leaves years 1 to
    9999."""
    piece: str | None = None
    timex: str | None = None
    clock = ""
    try:
        for step in relation.split():
            key, _, value = step.partition(":")
            if step.startswith("="):
                piece, timex = step[1:], None
            elif key == "T":
                clock = f"T{value}"
            elif key == "part":
                timex, piece = timex or to_timex(piece or ""), _part(piece, value, day)
            elif key == "stretch":
                year = day.year if day.month > int(value) else day.year - 1
                piece, timex = _first_months(year, int(value)), None
            elif key in {"span", "within"}:
                piece, timex = _span(key, value, day), None
            elif key == "lasting":
                piece, timex = _lasting(value, piece), None
            elif key == "move":
                unit, _, count = value.partition(":")
                piece, timex = edtf.shift(piece or edtf.format_day(day), cast(Unit, unit), int(count)), None
            elif piece is None:
                piece, timex = _first(key, value, day), None
            else:
                piece, timex = _within(key, value, piece), None
            if piece is None and key != "T":
                return None
    except (ValueError, OverflowError, KeyError):
        return None
    piece = piece or edtf.format_day(day)
    exact = clock[1:2].isdigit() and len(piece) == 10 and clock[1:3] != "24"
    return Resolved(piece + clock if exact else piece, (timex or to_timex(piece)) + clock)


def to_timex(piece: str) -> str:
    """The TIMEX3 value of a piece of the calendar: weeks `2024-W25`, weekends `2024-W25-WE`, seasons `2024-SU`,
    quarters `2024-Q2`, halves `2024-H1`, decades `199`, centuries `19`, years before our era `BC0490`."""
    if "/" in piece:
        return _timex_of_week(piece)
    if piece.startswith("-"):
        return f"BC{int(piece[1:5]) + 1:04}"
    if piece.endswith("XX") and len(piece) == 4:
        return piece[:2]
    if piece.endswith("X") and len(piece) == 4:
        return piece[:3]
    if len(piece) == 7 and piece[5:].isdigit() and int(piece[5:]) > 12:
        code = int(piece[5:])
        name = _SEASONS.get(piece[5:]) or (f"Q{code - 32}" if code < 37 else f"H{code - 39}")
        return f"{piece[:5]}{name}"
    return piece


def _timex_of_week(piece: str) -> str:
    whole = edtf.extent(piece)
    if whole is None or whole.earliest is None or whole.latest is None:
        return piece
    length = (whole.latest - whole.earliest).days
    year, week, weekday = whole.earliest.isocalendar()
    if length == 6 and weekday == 1:
        return f"{year:04}-W{week:02}"
    if length == 1 and weekday == 6:
        return f"{year:04}-W{week:02}-WE"
    return piece


def _span(key: str, value: str, day: dt.date) -> str | None:
    """The days of a length just past or just ahead: before the day itself, or after it; `within` counts that day in.
    Quarters are those of the calendar."""
    unit, _, count = value.partition(":")
    if unit == "quarter":
        near_by = 1 if int(count) > 0 else -1
        return _between(edtf.unit_at(day, "quarter", near_by), edtf.unit_at(day, "quarter", int(count)))
    near = day + dt.timedelta(days=0 if key == "within" else 1 if int(count) > 0 else -1)
    far = edtf.shift(edtf.format_day(day), cast(Unit, unit), int(count))
    if far is None:
        return None
    return edtf.interval(*sorted((edtf.format_day(near), far)))


def _lasting(value: str, piece: str | None) -> str | None:
    """So many units from the first day of a piece on."""
    unit, _, count = value.partition(":")
    whole = edtf.extent(piece) if piece else None
    if whole is None or whole.earliest is None:
        return None
    behind = edtf.extent(edtf.shift(edtf.format_day(whole.earliest), cast(Unit, unit), int(count)) or "")
    if behind is None or behind.earliest is None:
        return None
    return edtf.from_extent(edtf.Extent(whole.earliest, behind.earliest - dt.timedelta(days=1)))


def _between(one: str | None, other: str | None) -> str | None:
    """The days from the start of the earlier piece to the end of the later."""
    known = [whole for piece in (one, other) if piece and (whole := edtf.extent(piece))]
    if len(known) < 2:
        return None
    first, last = sorted(known, key=lambda whole: whole.earliest or dt.date.min)
    return edtf.from_extent(edtf.Extent(first.earliest, last.latest))


def _first(key: str, value: str, day: dt.date) -> str | None:
    """The first step, counted from the day of writing."""
    if key in UNITS:
        return edtf.unit_at(day, cast(Unit, key), int(value))
    if key not in _RECURRING:
        return None
    value, _, direction = value.partition(":")
    value, _, weekday = value.partition("@")
    found = _occurrences(key, value, day)
    if weekday:
        matching = [piece for piece in found if _falls_on(piece, int(weekday), day)]
        if matching:  # the weekday says more of the year than the tense does
            return _nearest(matching, day, "near", weekly=False)
    return _nearest(found, day, direction or "last", key == "weekday")


def _falls_on(piece: str, weekday: int, day: dt.date) -> bool:
    """Whether a day within a year or so of `day` falls on that weekday; farther off the weekday is rather a mistake."""
    found = dt.date.fromisoformat(piece)
    return found.weekday() == weekday and abs((found - day).days) <= _FARTHEST_MATCH


def _occurrences(key: str, value: str, day: dt.date) -> list[str]:
    """The occurrences around `day`, in order."""
    if key == "weekday":
        first = edtf.weekday_at_or_before(day, int(value)) - dt.timedelta(days=7)
        return [edtf.format_day(first + dt.timedelta(days=7 * step)) for step in range(4)]
    if key == "weekends":
        return [piece for step in range(-2, 3) if (piece := edtf.unit_at(day, "weekend", step))]
    if key == "day-of-month":
        months = [edtf.add_months(day.replace(day=1), step) for step in range(-13, 14)]
        found = [edtf.format_month(month.year, month.month) + f"-{int(value):02}" for month in months if month]
    else:
        years = range(max(1, day.year - 4), min(9999, day.year + 4) + 1)
        found = [piece for year in years if (piece := _in_year(key, value, year))]
    return [piece for piece in found if edtf.extent(piece)]


def _nearest(found: list[str], day: dt.date, direction: str, weekly: bool) -> str | None:
    spans = [(edtf.extent(piece), piece) for piece in found]
    ordered = [
        (whole.earliest, whole.latest, piece) for whole, piece in spans if whole and whole.earliest and whole.latest
    ]
    if direction == "last":
        return next((piece for first, _, piece in reversed(ordered) if first <= day), None)
    if direction == "before":
        return next((piece for _, last, piece in reversed(ordered) if last < day), None)
    if direction == "next":
        return next((piece for _, last, piece in ordered if last >= day), None)
    if direction == "this":
        year, week, _ = day.isocalendar()
        same = [
            piece
            for first, _, piece in ordered
            if (first.isocalendar()[:2] == (year, week) if weekly else first.year == day.year)
        ]
        return same[0] if same else None
    if direction == "after":
        return next((piece for first, _, piece in ordered if first > day), None)
    weight = _AHEAD_OF_PAST if direction == "back" else _AHEAD
    return min(ordered, key=lambda one: (_distance(one[0], one[1], day, weight), one[2]))[2] if ordered else None


def _distance(first: dt.date, last: dt.date, day: dt.date, weight: int) -> dt.timedelta:
    """How far off: what lies ahead counts `weight` times, since texts speak more of what has been."""
    return max((first - day) * weight, day - last, dt.timedelta())


def _in_year(key: str, value: str, year: int) -> str | None:
    if key == "month-of-year":
        return edtf.format_month(year, int(value))
    if key == "season":
        return edtf.format_group(year, int(value))
    if key == "quarter-of-year":
        return edtf.quarter(year, int(value))
    if key == "half-of-year":
        return edtf.half(year, int(value))
    if key == "day-of-year":
        return f"{edtf.format_year(year)}-{value}"
    if key == "easter":
        return edtf.format_day(edtf.easter(year) + dt.timedelta(days=int(value)))
    if key == "advent":
        fourth = edtf.weekday_at_or_before(dt.date(year, 12, 24), 6)
        return edtf.format_day(fourth + dt.timedelta(days=int(value) - 21))
    if key == "weekday-in-year":
        month, weekday, which = (int(part) for part in value.replace("--", "-0-").split("-")[:3])
        return _weekday_in_month(year, month, weekday, which if "--" not in value else -1)
    return None


def _weekday_in_month(year: int, month: int, weekday: int, which: int) -> str | None:
    whole = edtf.extent(edtf.format_month(year, month))
    if whole is None or whole.earliest is None or whole.latest is None:
        return None
    found = edtf.weekdays_in(whole.earliest, whole.latest, weekday)
    at = which - 1 if which > 0 else which
    return edtf.format_day(found[at]) if -len(found) <= at < len(found) else None


def _within(key: str, value: str, piece: str) -> str | None:
    """A later step: what lies inside the piece found so far."""
    whole = edtf.extent(piece)
    if key in {"opening", "closing"}:
        return _run(key, value, whole)
    value = value.partition(":")[0].partition("@")[0]
    if whole is None or whole.earliest is None or whole.latest is None:
        return _in_year(key, value, int(piece[:5])) if piece.startswith("-") and len(piece) == 5 else None
    first, last = whole.earliest, whole.latest
    if key == "months":
        return _first_months(first.year, int(value))
    if value == "of":
        return edtf.unit_at(first, cast(Unit, key))
    if value == "with":
        return _long_weekend(first)
    if key == "weekday":
        days = edtf.weekdays_in(first, last, int(value))
        return edtf.format_day(days[0]) if days else None
    if key == "weekday-in":
        weekday, which = value.split("-", 1)
        days = edtf.weekdays_in(first, last, int(weekday))
        at = int(which) - 1 if int(which) > 0 else int(which)
        return edtf.format_day(days[at]) if -len(days) <= at < len(days) else None
    if key == "day-of-month":
        found = edtf.format_month(first.year, first.month) + f"-{int(value):02}"
        return found if edtf.extent(found) else None
    if key in {"week", "day", "month"}:
        return _nth(cast(Unit, key), int(value), first, last)
    for year in range(first.year, last.year + 1):
        found_in = _in_year(key, value, year)
        inside = edtf.extent(found_in) if found_in else None
        if inside and inside.earliest and inside.earliest >= first and (inside.earliest <= last):
            return found_in
    return None


def _run(key: str, value: str, whole: edtf.Extent | None) -> str | None:
    """The first or last so many units of a piece."""
    if whole is None or whole.earliest is None or whole.latest is None:
        return None
    unit, _, count = value.partition(":")
    near, far = (1, int(count)) if key == "opening" else (-1, -int(count))
    one, other = (_nth(cast(Unit, unit), number, whole.earliest, whole.latest) for number in (near, far))
    return _between(one, other)


def _long_weekend(day: dt.date) -> str | None:
    """The weekend of a holiday, with the days between: Saturday to a Monday, a Thursday to Sunday."""
    weekday = day.weekday()
    saturday = day + dt.timedelta(days=5 - weekday if weekday > 1 else -2 - weekday)
    sunday = saturday + dt.timedelta(days=1)
    beside = weekday != _WEDNESDAY
    first, last = (min(saturday, day), max(sunday, day)) if beside else (saturday, sunday)
    return edtf.interval(edtf.format_day(first), edtf.format_day(last))


def _first_months(year: int, count: int) -> str | None:
    return edtf.interval(edtf.format_month(year, 1), edtf.format_month(year, count)) if 1 <= count <= 12 else None


def _nth(unit: Unit, number: int, first: dt.date, last: dt.date) -> str | None:
    """The nth day, week or month inside a piece; -1 is the last. The first week is the one with the first Thursday."""
    start = edtf.weekday_at_or_after(first, 3) if unit == "week" else first
    end = edtf.weekday_at_or_before(last, 3) if unit == "week" else last
    return edtf.unit_at(start, unit, number - 1) if number > 0 else edtf.unit_at(end, unit, number + 1)


def _part(piece: str | None, name: str, day: dt.date) -> str | None:
    """Early, middle or late in it, or what of it lies before (EARLIER) or after (LATER) the day of writing; of what is
    shorter than a week, all."""
    whole = edtf.extent(piece) if piece else None
    if piece is None or whole is None or whole.earliest is None or whole.latest is None:
        return piece
    first, last = whole.earliest, whole.latest
    if name in {"EARLIER", "LATER"}:
        if not first <= day <= last:
            return piece
        return edtf.from_extent(edtf.Extent(first, day) if name == "EARLIER" else edtf.Extent(day, last))
    length = (last - first).days + 1
    if length < 7:
        return piece
    at, of = _PARTS[name]
    years = last.year - first.year + 1
    if years >= 10:
        start, end = (years // 3, years - years // 3) if name == "MID" else (years * at // of, years * (at + 1) // of)
        return edtf.interval(edtf.format_year(first.year + start), edtf.format_year(first.year + end - 1))
    of_year = length in {365, 366}
    if of_year:
        size = 12 // (3 if name == "MID" else of)
        start = 1 + at * size
        return edtf.interval(edtf.format_month(first.year, start), edtf.format_month(first.year, start + size - 1))
    start, end = {
        "START": (0, length // 2),
        "MID": (length // 3, length - length // 3),
        "END": (length // 2, length),
    }.get(name, (length * at // of, length * (at + 1) // of))
    return edtf.from_extent(edtf.Extent(first + dt.timedelta(days=start), first + dt.timedelta(days=end - 1)))
