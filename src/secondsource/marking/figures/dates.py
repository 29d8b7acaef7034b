"""Which numbers are days of a date or hours of a clock, and the words right before and behind a number."""

import re
from functools import cache

from secondsource.language.figures import figure_words, month_pattern
from secondsource.text.clock import ZONES
from secondsource.text.pattern import either

from .find import Written

_WORD_BEFORE = re.compile(r"([^\W\d_][^\s]*|[§#])[ \u00a0]?\Z")
WORD_AFTER = re.compile(r"[ \u00a0]([^\W\d_]+)")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")


@cache
def _date_patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words, months = figure_words(code), month_pattern(code)
    ending = rf"(?:\.|{either(words.ordinal_endings)})?"
    joint = rf"(?:,|&|-|–|{either((*words.range_and, *words.range_to, *words.until))})"
    more_before = rf"(?:\d{{1,2}}{ending}\s*{joint}\s*)*"
    more_after = rf"(?:\s*{joint}\s*\d{{1,2}}{ending})*"
    before = rf"(?<![^\W_])(?:{months})\.?\s+(?:(?:{either(words.definite)})\s+)?{more_before}$"
    after = rf"{ending}{more_after}\s+(?:(?:{either(words.of)})\s+)?(?:{months})(?![^\W_])"
    return re.compile(before, 0 if words.months_capital else re.IGNORECASE), re.compile(after, re.IGNORECASE)


@cache
def _time_after(code: str) -> re.Pattern[str]:
    """What makes the number before it an hour: 6 p.m., 20 Uhr, 8:30 GMT, 20h30, à 20 h et …"""
    words = figure_words(code)
    joint = either((*words.range_and, *words.until))
    hours = rf"h\d|h\b(?=\s?(?:{joint}|{ZONES}|,|\.))|:\d"
    return re.compile(rf"\s?(?:(?:{ZONES}|{either(words.clock_after)})\b|{hours})", re.IGNORECASE)


def is_date(text: str, written: Written, code: str) -> bool:
    """Whether a number is a day of the month: 5 April, le 3 et le 4 mai."""
    if written.unit is not None and not written.ranged:
        return False
    before, after = _date_patterns(code)
    return written.value <= 31 and (
        before.search(text[max(0, written.start - 40) : written.start]) is not None
        or after.match(text, written.number_end) is not None
    )


def is_time(text: str, written: Written, code: str) -> bool:
    """Whether a number is an hour or minutes: 8:30, 20 Uhr, shortly after eight."""
    before = text[max(0, written.start - 2) : written.start]
    clock = len(before) == 2 and before[1] == ":" and before[0].isdigit()
    if _is_clock_with_point(text, written, code) or _is_hour(text, written, code):
        return True
    return (written.value < 25 and _time_after(code).match(text, written.number_end) is not None) or clock


def _is_clock_with_point(text: str, written: Written, code: str) -> bool:
    """Called at 6.10: hours and minutes, where nothing is counted or priced behind."""
    if _CLOCK.fullmatch(text, written.number_start, written.number_end) is None:
        return False
    return is_behind(text, written, figure_words(code).clock_before) and is_bare(text, written, code)


def _is_hour(text: str, written: Written, code: str) -> bool:
    """Kurz nach acht, shortly after eight: an hour of the day, where nothing is counted behind."""
    before = text[max(0, written.start - 24) : written.start].rstrip().lower()
    near = written.value < 25 and before.endswith(figure_words(code).hour_before)
    return near and is_bare(text, written, code)


def is_behind(text: str, written: Written, words: frozenset[str]) -> bool:
    """Whether one of these words stands right before a number."""
    before = last_word(text[max(0, written.start - 12) : written.start])
    return before is not None and before[1].lower() in words


def is_bare(text: str, written: Written, code: str) -> bool:
    """Whether nothing is counted behind a number."""
    after = WORD_AFTER.match(text, written.end)
    words = figure_words(code)
    return after is None or after[1].lower() in words.function or after[1].lower() in words.verbs


def last_word(head: str) -> re.Match[str] | None:
    """The word, from its first letter on, with which a stretch of text ends; looked for behind the last space only."""
    return _WORD_BEFORE.search(head, head.rfind(" ", 0, -1) + 1)
