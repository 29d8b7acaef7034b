"""EDTF said in English, never more exactly than it is written: "a Thursday in April 2024"."""

import datetime as dt

from secondsource.text import edtf

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""English whatever the locale: the same bytes on every machine."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SPECIAL = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_FEW = 3
"""So many days are listed one by one; more are said by their span."""


def spoken(written: str) -> str:
    """English for an EDTF date; the EDTF itself where nothing simpler says the same."""
    text = written.strip()
    if text[:1] in {"[", "{"}:
        return _of_set(text)
    extent = edtf.extent(text)
    if extent is None:
        return text
    return _of_extent(text, extent)


def day(date: dt.date) -> str:
    """`Wed 5 April 2023`."""
    return f"{DAYS[date.weekday()][:3]} {date.day} {MONTHS[date.month - 1]} {date.year}"


def short(date: dt.date) -> str:
    """`April 2023`."""
    return f"{MONTHS[date.month - 1]} {date.year}"


def period(first: dt.date, last: dt.date) -> str:
    """`April 2023 to June 2024`, or one of them where both are in one month."""
    return short(first) if short(first) == short(last) else f"{short(first)} to {short(last)}"


def apart(first: dt.date, last: dt.date) -> str:
    """How long it is from one day to another, roughly: `6 days`, `11 weeks`, `15 months`, `3 years`."""
    days = (last - first).days
    for size, name in ((365.25, "year"), (30.44, "month"), (7.0, "week")):
        if days >= size * 2:
            return _many(round(days / size), name)
    return _many(max(days, 0), "day")


def _many(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def _of_extent(text: str, extent: edtf.Extent) -> str:
    first, last = extent.earliest, extent.latest
    if first is None or last is None:
        if last:
            return f"on or before {day(last)}"
        return f"on or after {day(first)}" if first else "at any time"
    if first == last:
        return day(first)
    if "/" not in text and len(text) == 4 and text.isdigit():
        return text
    if "/" not in text and len(text) == 7 and text[5:].isdigit():
        part = int(text[5:])
        if part in _SPECIAL:
            return f"{_SPECIAL[part]} {text[:4]}"
        if 33 <= part <= 36:
            return f"quarter {part - 32} of {text[:4]}"
        return f"the {'first' if part == 40 else 'second'} half of {text[:4]}" if part in {40, 41} else short(first)
    if first.day == 1 and (last + dt.timedelta(days=1)).day == 1:
        if first.month == 1 and last.month == 12:
            return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
        return period(first, last)
    return _span(first, last)


def _span(first: dt.date, last: dt.date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {last.day} {short(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} to {last.day} {short(last)}"
    return f"{first.day} {short(first)} to {last.day} {short(last)}"


def _of_set(text: str) -> str:
    days = edtf.days(text)
    if not days:
        return text
    if len(days) == 1:
        return day(days[0])
    if len(days) <= _FEW and text[0] == "[":
        return " or ".join(map(day, days))
    weekdays = {date.weekday() for date in days}
    first, last = days[0], days[-1]
    where = _within(first, last)
    if len(weekdays) == 1:
        return f"a {DAYS[first.weekday()]} {where}"
    return f"one of {len(days)} days {where}"


def _within(first: dt.date, last: dt.date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"in {short(first)}"
    if first.year == last.year and (last - first).days > 300:
        return f"in {first.year}"
    return f"from {_span(first, last)}".replace(" to ", " to ", 1)
