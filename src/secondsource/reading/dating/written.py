"""Calendar dates as written in a text, in numbers or words, with what they leave open."""

import datetime as dt
import re
from functools import cache

from msgspec import Struct

from secondsource.language.stamps import Calendar, calendar_of
from secondsource.model.span import Span

EARLIEST_YEAR = 1985
LATEST_YEAR = 2049
"""Years between which a four-digit number may be a year of publication."""
_PIVOT = 69
"""Two-digit years up to this belong to this century (POSIX strptime)."""


class Written(Struct, frozen=True, order=True):
    """A date as written. Parts that the writing leaves open are None. `month_first` tells of `04/05/2024` that either
    reading is possible: `other` is then the second reading."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    zone: str | None = None
    other: tuple[int, int] | None = None
    """The other possible (month, day) where the order of an all-number date is not known."""
    timed: bool = False
    month_first: bool | None = None
    """Of an all-number date with slashes: whether its own numbers show the order (13 and more are days)."""
    minute: int | None = None
    """Minutes since midnight in `zone`, where the date is written by ISO 8601 with its hour; midnight itself is what
    pages write that know the day alone."""

    @property
    def span(self) -> Span:
        """Its characters."""
        return Span(self.start, self.end)

    @property
    def date(self) -> dt.date | None:
        """The day, where year, month and day are all written."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)


_DAY = 24 * 60
_ISO = re.compile(
    r"(?<![\d/.-])(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>0?[1-9]|[12]\d|3[01])(?!\d)"
    r"(?P<t>[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?P<z>Z|[+-]\d{2}:?\d{2})?)?"
)
_NUMBERS = re.compile(
    r"(?<![\d/.,-])(?P<a>0?[1-9]|[12]\d|3[01])(?P<s>[./-])\s?(?P<b>0?[1-9]|[12]\d|3[01])(?P=s)\s?"
    r"(?P<y>(?:19|20)\d\d|\d\d)(?![\d/]|[.,]\d)"
)
_CJK = re.compile(
    r"(?P<y>(?:19|20)\d\d)\s?[年년]\s?(?P<m>1[0-2]|0?[1-9])\s?[月월]\s?(?P<d>3[01]|[12]\d|0?[1-9])\s?[日일]"
)
_ZONES = (
    "UTC|GMT|BST|IST|WEST|WET|CEST|CET|MESZ|MEZ|EEST|EET|MSK|EDT|EST|ET|CDT|CST|CT|MDT|MST|MT|PDT|PST|PT|AKDT|AKST|HST"
    "|JST|KST|HKT|SGT|PKT|GST|AEDT|AEST|ACST|AWST|NZDT|NZST|BRT|ART|EAT|CAT|WAT|SAST"
    "|WIB|WITA|ICT|PHT|MYT|NPT|TRT|IDT|CLT|COT|PET"
)
"""Names of time zones as news pages abbreviate them (IANA time zone database, and the German MEZ, MESZ)."""
_ZONE = re.compile(
    r"\s*(?:at\s+|um\s+|à\s+|às\s+|a las\s+|alle\s+|om\s+|,|\||/|-|–|•|\()?\s*\d{1,2}[:.h]\d{2}(?::\d{2})?\s*"
    r"(?:[ap]\.?\s?m\.?|uhr|h)?"
    rf"\s*\(?(?P<z>(?-i:Z\b|(?:{_ZONES})\b(?:\s?[+-]\d{{1,2}}(?::?\d{{2}})?)?)|[+-]\d{{2}}:?\d{{2}})?",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_PARTED = re.compile(r"\d[-/.]")
"""What every date in digits alone has, but those of Chinese, Japanese and Korean."""
_ENGLISH_ORDER = frozenset({"en"})


@cache
def _worded(language: str | None) -> tuple[re.Pattern[str], ...]:
    calendar = calendar_of(language)
    month = rf"(?P<m>{calendar.month_pattern})\.?"
    weekday = rf"(?:(?P<w>{calendar.weekday_pattern})\.?,?\s+(?:(?:den|dem|le|the|el|il|op)\s+)?)?"
    year = r"(?P<y>(?:19|20)\d\d)(?!\d\d|\d\b)"
    edge = r"(?:(?<!\w)|(?-i:(?<=[a-zà-ÿ)])(?=[A-ZÀ-Þ])))"
    day = r"(?P<d>3[01]|[12]\d|0?[1-9])"
    of = r"(?:\s+(?:de|del|of|do))?"
    return (
        re.compile(
            rf"{edge}{weekday}{month}\s+{day}(?!\d|[.:,]\d)(?:st|nd|rd|th)?(?:(?:,|\.|\s+of)?\s*{year}|(?!\w))",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?<![\w.,/-]){weekday}{day}(?:\.|st|nd|rd|th|er|º|°|ª)?(?:\s*[-–]\s*\d{{1,2}}\.?)?{of}[\s/-]*{month}(?!\w){of},?(?:[\s/.-]*{year})?",
            re.IGNORECASE,
        ),
        re.compile(rf"{edge}{month}{of},?\s+{year}", re.IGNORECASE),
    )


@cache
def _stems(language: str | None) -> tuple[str, ...]:
    """The names of months, without those that hold another: of "jan" and "january" the first."""
    names = sorted({_alike(name) for name in calendar_of(language).months}, key=lambda name: (len(name), name))
    return tuple(name for at, name in enumerate(names) if not any(shorter in name for shorter in names[:at]))


def _alike(text: str) -> str:
    """The text with all letters as one that patterns take for one when they do not mind capitals."""
    return text.casefold().replace("i̇", "i").replace("ı", "i")


def may_name_month(text: str, language: str | None) -> bool:
    """Whether a month's name stands anywhere in the text, inside a word, too. No date in words is without one, and to
    look for names costs a tenth of trying the patterns."""
    folded = _alike(text)
    return any(stem in folded for stem in _stems(language))


def dates_in(text: str, language: str | None) -> list[Written]:
    """The dates written in `text`, in order; offsets into `text`. Where two readings overlap the fuller one is kept."""
    found: list[Written] = []
    if _DIGIT.search(text) is None:
        return found
    parted = _PARTED.search(text) is not None
    for pattern in (*((_ISO,) if parted else ()), *((_CJK,) if "年" in text or "년" in text else ())):
        found.extend(_numbered(match, text) for match in pattern.finditer(text))
    if parted:
        found.extend(each for match in _NUMBERS.finditer(text) if (each := _ordered(match, text, language)) is not None)
    calendar = calendar_of(language)
    for pattern in _worded(language) if may_name_month(text, language) else ():
        found.extend(each for match in pattern.finditer(text) if (each := _named(match, text, calendar)) is not None)
    return _apart([each for each in found if _exists(each)])


def _numbered(match: re.Match[str], text: str) -> Written:
    groups = match.groupdict()
    zone, timed = groups.get("z"), bool(groups.get("t"))
    minute = int(match["t"][1:3]) * 60 + int(match["t"][4:6]) if timed else 0
    if not timed:
        zone, timed = _time_behind(text, match.end())
    day = (int(match["y"]), int(match["m"]), int(match["d"]))
    return Written(match.start(), match.end(), *day, zone=zone or None, timed=timed, minute=minute % _DAY or None)


def _ordered(match: re.Match[str], text: str, language: str | None) -> Written | None:
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if len(match["y"]) == 2:
        if match["s"] == "-" or (match["s"] == "." and len(match[0]) < (6 if language == "de" else 8)):
            return None
        year += 2000 if year <= _PIVOT else 1900
    zone, timed = _time_behind(text, match.end())
    other = None
    shown = None
    if first > 12 and second <= 12:
        day, month, shown = first, second, False
    elif second > 12 and first <= 12:
        day, month, shown = second, first, True
    elif first <= 12 and second <= 12:
        month_first = match["s"] == "/" and (language in _ENGLISH_ORDER or language is None)
        month, day = (first, second) if month_first else (second, first)
        if match["s"] == "/" and first != second and language in (*_ENGLISH_ORDER, None):
            other = (day, month)
    else:
        return None
    return Written(
        match.start(),
        match.end(),
        year,
        month,
        day,
        zone=zone,
        other=other,
        timed=timed,
        month_first=shown if match["s"] == "/" else None,
    )


def _named(match: re.Match[str], text: str, calendar: Calendar) -> Written | None:
    groups = match.groupdict()
    name = match["m"]
    if len(name) <= 3 and name.islower() and groups.get("y") is None:
        return None  # "mar 5", "may 3": words as often as months
    year = groups.get("y")
    day = groups.get("d")
    weekday = groups.get("w")
    zone, timed = _time_behind(text, match.end())
    return Written(
        match.start(),
        match.end(),
        int(year) if year else None,
        calendar.months[name.casefold().rstrip(".")],
        int(day) if day else None,
        calendar.weekdays[weekday.casefold().rstrip(".")] if weekday else None,
        zone,
        None,
        timed,
    )


def _time_behind(text: str, at: int) -> tuple[str | None, bool]:
    match = _ZONE.match(text[at : at + 40])
    return (match["z"], True) if match else (None, False)


def _exists(each: Written) -> bool:
    if each.year is not None and not EARLIEST_YEAR <= each.year <= LATEST_YEAR:
        return False
    if each.month is None or each.day is None:
        return True
    try:
        dt.date(each.year or 2000, each.month, each.day)
    except ValueError:
        return False
    return True


def _apart(found: list[Written]) -> list[Written]:
    fullest = sorted(found, key=lambda each: (-_parts(each), -(each.end - each.start), each.start))
    kept: list[Written] = []
    for each in fullest:
        if not any(each.span.touches(other.span) for other in kept):
            kept.append(each)
    return sorted(kept)


def _parts(each: Written) -> int:
    return sum(part is not None for part in (each.year, each.month, each.day))
