"""Hours of the day as short lines of a page write them, "14.20 Uhr", "0812 GMT", "12 h 14", "21:55"; their zones."""

import re

ZONES = "GMT|UTC|CET|CEST|BST|EST|EDT|PST|PDT"
"""Abbreviations of time zones behind an hour, the same in all languages, for a pattern."""
_HOURS = r"(?<![\d.,:/-])(?P<hour>[01]?\d|2[0-3])"
_CLOCK = re.compile(
    rf"{_HOURS}(?::| ?h ?|\.(?=\d\d ?(?:Uhr|h\b|[ap]\.?m)))(?P<minute>[0-5]\d)(?![\d.,:/-])(?: ?(?P<half>[ap])\.?m\b)?"
    rf"|(?<!\d)(?P<hour4>[01]\d|2[0-3])(?P<minute4>[0-5]\d) (?:GMT|UTC)\b",
    re.IGNORECASE,
)


def minute_of_day(line: str) -> int | None:
    """Minutes since midnight of the first hour written in the line, in the line's own time zone; None without one.

    "10.11.2025" and "3.5" are no hours: a full stop parts hours from minutes only where a word for the hour follows.
    """
    match = _CLOCK.search(line)
    if match is None:
        return None
    hour, minute = int(match["hour"] or match["hour4"]), int(match["minute"] or match["minute4"])
    if match["half"] is not None:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return hour * 60 + minute
