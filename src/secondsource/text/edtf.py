"""Calendar arithmetic on EDTF, the dates of ISO 8601-2 (https://www.loc.gov/standards/datetime/).

Understood: days, months, years (`2024-06-17`, `2024-06`, `2024`, `-0489`), times (`2024-06-17T22:00`), seasons,
quarters and halves (`2024-21` spring to `2024-24` winter, `2024-33` to `-36`, `2024-40`, `-41`), decades and centuries
(`199X`, `19XX`), unspecified parts (`2024-XX`, `2024-06-XX`), qualifiers (`~ ? %`, read and ignored), intervals
(`2023/2024`, open with `..` or nothing) and sets (`[2024-04-04,2024-04-11]` one of, `{…}` all of, runs with `..`). Pure
functions; what does not parse is None, never an error.
"""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from msgspec import Struct

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]
"""Calendar units; a week runs from Monday to Sunday, a weekend is its Saturday and Sunday."""

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
_QUARTER, _HALF = 33, 40
_GROUPS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 40: (1, 6), 41: (7, 12)}
_SINGLE = re.compile(r"(-?\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(T\d\d(?::\d\d){0,2}\S*)?")
_QUALIFIER = re.compile(r"[~?%]")


class Extent(Struct, frozen=True, order=True):
    """First and last day, both included; None where that end is open."""

    earliest: dt.date | None
    latest: dt.date | None


def format_day(day: dt.date) -> str:
    """`2024-06-17`."""
    return day.isoformat()


def format_month(year: int, month: int) -> str:
    """`2024-06`."""
    return f"{format_year(year)}-{month:02}"


def format_year(year: int) -> str:
    """`2024`, `0476`; astronomical numbering before our era: 490 BC is year -489, `-0489`."""
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def format_group(year: int, code: int) -> str:
    """A part of a year by its ISO 8601-2 code: 21 to 24 seasons, 33 to 36 quarters, 40 and 41 halves."""
    return f"{format_year(year)}-{code}"


def quarter(year: int, number: int) -> str:
    """Quarter 1 to 4 of a year."""
    return format_group(year, _QUARTER + number - 1)


def half(year: int, number: int) -> str:
    """Half 1 or 2 of a year."""
    return format_group(year, _HALF + number - 1)


def decade(year: int) -> str:
    """The ten years that a year is in: `199X`."""
    return f"{year // 10:03}X"


def interval(first: str, last: str) -> str:
    """From `first` to `last`; one of them alone where both are the same."""
    return first if first == last else f"{first}/{last}"


def one_of(choices: Iterable[str]) -> str | None:
    """One of several days (months, years), as the shortest set: `[a,b]`, runs of three or more as `a..b`.

    None without a choice; a single one stands for itself. Choices that are not days, months or years of one precision
    are listed, intervals as the runs of days they are.
    """
    found = sorted(set(choices))
    if len(found) < 2:
        return found[0] if found else None
    if len({len(choice) for choice in found}) > 1 or any(_next(choice) is None for choice in found):
        return "[" + ",".join(choice.replace("/", "..") for choice in found) + "]"
    runs: list[list[str]] = []
    for choice in found:
        if runs and _next(runs[-1][-1]) == choice:
            runs[-1].append(choice)
        else:
            runs.append([choice])
    written = [f"{run[0]}..{run[-1]}" if len(run) > 2 else ",".join(run) for run in runs]
    return "[" + ",".join(written) + "]"


def _next(single: str) -> str | None:
    """The day, month or year that follows."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", single) or (len(single) == 7 and int(single[5:]) > 12):
        return None
    unit: Unit = {4: "year", 7: "month", 10: "day"}[len(single)]  # type: ignore[assignment]  # literals by length
    return shift(single, unit, 1)


@lru_cache(maxsize=4096)
def extent(edtf: str) -> Extent | None:
    """The days that `edtf` covers, from the first to the last. None where it is not EDTF or lies outside years 1 to
    9999."""
    text = _QUALIFIER.sub("", edtf.strip())
    if text[:1] in "[{" and text[-1:] in "]}" and len(text) > 2:
        return _cover([_extent_of_item(item) for item in text[1:-1].split(",")])
    if "/" in text:
        first, _, last = text.partition("/")
        return _between(first, last)
    return _extent_of_single(text)


def _extent_of_item(item: str) -> Extent | None:
    first, dots, last = item.partition("..")
    return _between(first, last) if dots else _extent_of_single(item)


def _between(first: str, last: str) -> Extent | None:
    start = _extent_of_single(first) if first not in {"", ".."} else Extent(None, None)
    end = _extent_of_single(last) if last not in {"", ".."} else Extent(None, None)
    if start is None or end is None:
        return None
    if start.earliest and end.latest and end.latest < start.earliest:
        return None
    return Extent(start.earliest, end.latest)


def _cover(parts: list[Extent | None]) -> Extent | None:
    known = [part for part in parts if part is not None]
    if len(known) != len(parts) or not known:
        return None
    firsts = [part.earliest for part in known]
    lasts = [part.latest for part in known]
    return Extent(
        None if None in firsts else min(day for day in firsts if day),
        None if None in lasts else max(day for day in lasts if day),
    )


def _extent_of_single(text: str) -> Extent | None:
    match = _SINGLE.fullmatch(text)
    if match is None or match[1] == "XXXX":
        return None
    low, high = int(match[1].replace("X", "0")), int(match[1].replace("X", "9"))
    if low == 0 and "X" in match[1]:
        low = 1
    if low < 1 or high > 9999:
        return None
    if match[2] is None or match[2] == "XX":
        return Extent(dt.date(low, 1, 1), dt.date(high, 12, 31))
    return _extent_in_year(low, int(match[2]), match[3]) if low == high else None


def _extent_in_year(year: int, month: int, day: str | None) -> Extent | None:
    if 1 <= month <= 12:
        length = monthrange(year, month)[1]
        if day is None or day == "XX":
            return Extent(dt.date(year, month, 1), dt.date(year, month, length))
        if not 1 <= int(day) <= length:
            return None
        exact = dt.date(year, month, int(day))
        return Extent(exact, exact)
    if _QUARTER <= month < _QUARTER + 4:
        first, last = 3 * (month - _QUARTER) + 1, 3 * (month - _QUARTER) + 3
    elif month in _GROUPS:
        first, last = _GROUPS[month]
    else:
        return None
    end = add_months(dt.date(year, first, 1), last - first)
    if end is None or day is not None:
        return None
    return Extent(dt.date(year, first, 1), end.replace(day=monthrange(end.year, end.month)[1]))


@lru_cache(maxsize=1024)
def days(edtf: str, limit: int = 1500) -> tuple[dt.date, ...]:
    """Every day that `edtf` allows, in order; empty where it does not parse, is open or allows more than `limit`."""
    text = edtf.strip()
    items = text[1:-1].split(",") if text[:1] in "[{" and text[-1:] in "]}" else [text]
    found: set[dt.date] = set()
    for item in items:
        part = extent(item if "/" in item else item.replace("..", "/"))
        if part is None or part.earliest is None or part.latest is None:
            return ()
        length = (part.latest - part.earliest).days + 1
        if length + len(found) > limit:
            return ()
        found.update(part.earliest + dt.timedelta(days=step) for step in range(length))
    return tuple(sorted(found))


def intersection(left: str, right: str) -> str | None:
    """What both allow: one of the two where it lies inside the other, else the shared days. None where they exclude
    each other or one does not parse."""
    one, two = extent(left), extent(right)
    if one is None or two is None:
        return None
    earliest = max((day for day in (one.earliest, two.earliest) if day), default=None)
    latest = min((day for day in (one.latest, two.latest) if day), default=None)
    if earliest and latest and latest < earliest:
        return None
    sets = [text for text in (left, right) if text[:1] in "[{"]
    if not sets:
        shared = Extent(earliest, latest)
        return left if shared == one else right if shared == two else from_extent(shared)
    both = set(days(left)) & set(days(right))
    if both == set(days(left)):
        return left
    return one_of(format_day(day) for day in both)


def from_extent(found: Extent) -> str:
    """The shortest EDTF for a first and a last day: a year, a month, a day or an interval."""
    first, last = found.earliest, found.latest
    if first and last:
        if first == last:
            return format_day(first)
        ends_month = last.day == monthrange(last.year, last.month)[1]
        if first.day == 1 and ends_month:
            if first.month == 1 and last.month == 12:
                return interval(format_year(first.year), format_year(last.year))
            return interval(format_month(first.year, first.month), format_month(last.year, last.month))
    return f"{format_day(first) if first else '..'}/{format_day(last) if last else '..'}"


def shift(edtf: str, unit: Unit, count: int) -> str | None:
    """The same piece of the calendar `count` units later (earlier where negative), at its own precision.

    A day moved by months keeps its number, or takes the last day of a shorter month. None where the piece is finer than
    can be moved (a year by days), is a set, or leaves years 1 to 9999.
    """
    match = _SINGLE.fullmatch(edtf)
    if match is None or match[4] or "X" in edtf:
        if re.fullmatch(r"\d{3}X", edtf) and unit in {"decade", "century"}:
            return decade(int(edtf[:3]) * 10 + count * (10 if unit == "decade" else 100))
        return _shift_interval(edtf, unit, count)
    year, month, day = int(match[1]), match[2], match[3]
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if month is None:
        return format_year(year + count * months // 12) if months and (count * months) % 12 == 0 else None
    if day is None:
        return _shift_part(year, int(month), count * months) if months else None
    try:
        start = dt.date(year, int(month), int(day))
        if months is None:
            return format_day(start + dt.timedelta(days=count * (1 if unit == "day" else 7)))
    except (ValueError, OverflowError):
        return None
    moved = add_months(start, count * months)
    return format_day(moved) if moved else None


def _shift_interval(edtf: str, unit: Unit, count: int) -> str | None:
    first, slash, last = edtf.partition("/")
    if not slash or first in {"", ".."} or last in {"", ".."}:
        return None
    start, end = shift(first, unit, count), shift(last, unit, count)
    return interval(start, end) if start and end else None


def _shift_part(year: int, part: int, months: int) -> str | None:
    if part <= 12:
        at = year * 12 + part - 1 + months
        return format_month(at // 12, at % 12 + 1)
    first, size, length = (21, 4, 3) if part <= 24 else (_QUARTER, 4, 3) if part < 37 else (_HALF, 2, 6)
    if months % length:
        return None
    at = year * size + part - first + months // length
    return format_group(at // size, at % size + first)


def add_months(day: dt.date, count: int) -> dt.date | None:
    """The same day of the month `count` months on, or the last day of a shorter month; None outside years 1 to 9999."""
    at = day.year * 12 + day.month - 1 + count
    year, month = at // 12, at % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def unit_at(day: dt.date, unit: Unit, count: int = 0) -> str | None:
    """The calendar unit that holds `day`, or the one `count` units later. None outside years 1 to 9999."""
    try:
        if unit == "day":
            return format_day(day + dt.timedelta(days=count))
        if unit in {"week", "weekend"}:
            monday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(days=7 * count)
            first = monday + dt.timedelta(days=5) if unit == "weekend" else monday
            return interval(format_day(first), format_day(monday + dt.timedelta(days=6)))
    except OverflowError:
        return None
    if unit == "month":
        return _shift_part(day.year, day.month, count)
    if unit == "quarter":
        return _shift_part(day.year, _QUARTER + (day.month - 1) // 3, 3 * count)
    if unit == "half":
        return _shift_part(day.year, _HALF + (day.month > 6), 6 * count)
    year = day.year + count * {"year": 1, "decade": 10, "century": 100}[unit]
    if not 1 <= year <= 9999:
        return None
    return format_year(year) if unit == "year" else decade(year) if unit == "decade" else f"{year // 100:02}XX"


def weekday_at_or_before(day: dt.date, weekday: int) -> dt.date:
    """The nearest such weekday (Monday is 0) at or before `day`."""
    return day - dt.timedelta(days=(day.weekday() - weekday) % 7)


def weekday_at_or_after(day: dt.date, weekday: int) -> dt.date:
    """The nearest such weekday (Monday is 0) at or after `day`."""
    return day + dt.timedelta(days=(weekday - day.weekday()) % 7)


def weekdays_in(first: dt.date, last: dt.date, weekday: int) -> tuple[dt.date, ...]:
    """All days of one weekday (Monday is 0) from `first` to `last`, both included."""
    start = weekday_at_or_after(first, weekday)
    count = (last - start).days // 7 + 1
    return tuple(start + dt.timedelta(days=7 * step) for step in range(max(0, count)))


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches.

    Source: the anonymous Gregorian algorithm as given by J. Meeus, "Astronomical Algorithms", chapter 8.
    """
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)
