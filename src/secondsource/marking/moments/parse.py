"""The words of one match turned into a meaning: dates, reporting periods, references at large."""

from collections.abc import Mapping

from msgspec.structs import replace

from secondsource.model.mark import MomentKind

from . import lengths
from .lengths import CLOCK_CODES, CODES, LONG, full_year
from .meaning import Meaning

_ASTRONOMICAL = "=-"
_OF_LENGTH = frozenset({"num", "default", "unit", "num2", "default2", "unit2", "sign", "length_last"})
_RUNS = frozenset({"day", "week", "month", "quarter"})
_MOST_IN_RUN = 60
_PARTS = frozenset({"START", "EARLY", "MID", "LATE", "END", "LATER", "EARLIER"})


def parse(do: str, groups: Mapping[str, str]) -> Meaning | None:
    """The meaning of the groups of one match; None where they make no sense together (31 June)."""
    if "fortnight" in groups.values():
        groups = lengths.in_weeks(groups)
    match do:
        case "skip":
            return Meaning(MomentKind.DATE, skip=True)
        case "ref":
            return Meaning(MomentKind.DATE, timex=groups["ref"])
        case "duration":
            return lengths.duration(groups)
        case "set":
            return lengths.repetition(groups)
        case "ago":
            return lengths.distance(groups)
        case "decade":
            return lengths.decade(groups)
        case "neighbour":
            return Meaning(MomentKind.DATE, relation=f"day-of-month:{groups.get('day', '1')}", open=True)
        case "stretch":
            timex = f"P{groups['months']}M"
            return Meaning(MomentKind.DURATION, f"stretch:{groups['months']}", timex, role="stretch")
        case "period":
            return _period(groups)
        case "offset":
            return _counted_from(groups)
        case "run":
            return _run(groups)
        case "weekdays":
            return _weekdays_on(groups)
    return _date(groups)


def _counted_from(groups: Mapping[str, str]) -> Meaning | None:
    """A length before or after a date, or from a date on: two weeks before Christmas, for three days starting Monday.
    The words of the length stand first or, for `length_last`, behind those of the date."""
    first, second = ("2", "") if "length_last" in groups else ("", "2")
    unit, number = groups.get(f"unit{first}", ""), groups.get(f"num{first}") or groups.get(f"default{first}", "")
    if (unit not in CODES and unit not in LONG) or not number.isdigit():
        return None
    of_date = {name: value for name, value in groups.items() if name not in _OF_LENGTH}
    of_date |= {"unit": groups[f"unit{second}"]} if f"unit{second}" in groups else {}
    start = _date(of_date)
    if start is None or start.relation is None or start.kind is not MomentKind.DATE:
        return None
    count = int(number) * LONG.get(unit, 1)
    step = f"{'year' if unit in LONG else unit}:{groups.get('sign', '')}{count}"
    name = "move" if "sign" in groups else "lasting"
    return replace(start, relation=f"{start.relation} {name}:{step}", timex=None)


def _weekdays_on(groups: Mapping[str, str]) -> Meaning | None:
    """So many weekdays back or on: two Fridays ago."""
    number, sign = groups.get("num", ""), groups["sign"]
    if not number.isdigit() or int(number) < 1:
        return None
    first = f"weekday:{groups['weekday']}:{'before' if sign == '-' else 'after'}"
    return Meaning(MomentKind.DATE, relation=f"{first} move:week:{sign}{int(number) - 1}")


def _run(groups: Mapping[str, str]) -> Meaning | None:
    """The first or last so many units of a date: the first two weeks of June."""
    unit, number = groups.get("run", ""), groups.get("num", "")
    whole = _date({name: value for name, value in groups.items() if name != "num"})
    if unit not in _RUNS or not number.isdigit() or not 0 < int(number) <= _MOST_IN_RUN:
        return None
    if whole is None or whole.relation is None or whole.kind is not MomentKind.DATE:
        return None
    length = f"P{number}{CODES[unit]}" if "dir" not in groups or unit != "day" else None
    return replace(whole, relation=f"{whole.relation} {groups['which']}:{unit}:{number}", timex=length)


def _period(groups: Mapping[str, str]) -> Meaning:
    """The reporting period that the text is about, or the same one a year before, or in another year."""
    year = groups.get("yyyy") or groups.get("wyear")
    if year and groups["which"] == "in-year":
        return Meaning(MomentKind.DATE, relation=f"={year}", role="period-in-year")
    if "quarter" in groups:
        return Meaning(MomentKind.DATE, relation=f"year:-1 quarter-of-year:{groups['quarter']}")
    if groups["which"] == "before":
        return Meaning(MomentKind.DATE, relation="year:-1", role="period-before")
    return Meaning(MomentKind.DATE, relation="quarter:-1", role="period")


def _date(groups: Mapping[str, str]) -> Meaning | None:
    base = _base(groups)
    steps = [base] if base else []
    narrowed = _narrow(groups, whole=bool(base and base.startswith("=") and len(base) == 11))
    if narrowed is None:
        return None
    steps += narrowed
    time = _time(groups)
    if steps and groups.get("mod") in _PARTS and "daypart" not in groups:
        steps.append(f"part:{groups['mod']}")
    kind = MomentKind.DATE
    if time:
        kind = MomentKind.TIME
        steps.append(f"T:{time}")
        if len(steps) == 1:
            of_text = groups.get("anchor") != "published"
            return Meaning(kind, relation=f"day:0 T:{time}", of_text=of_text, role="time-only" if of_text else "")
    if not steps:
        return None
    opened = False
    if not base:
        opened = "dir" not in groups and "near" not in groups
        steps[:1] = _directed(steps[0], groups)
    return Meaning(
        kind,
        relation=" ".join(steps),
        timex=f"P{groups['months']}M" if "months" in groups else groups.get("ref"),
        open=opened,
        of_text=groups.get("anchor") == "text",
        role=groups.get("role", ""),
    )


def _directed(first: str, groups: Mapping[str, str]) -> list[str]:
    """The first step with the direction that the words give, if any: last Friday is the Friday of last week, this past
    Friday the nearest before, last March the last one that is over."""
    key, direction, near = first.partition(":")[0], groups.get("dir"), groups.get("near")
    if near:
        return [f"{first}:{'before' if near == '-1' else 'after'}"]
    if direction is None:
        return [first]
    if key == "weekday" and direction in {"+1", "-1"}:
        return [f"week:{direction}", first]
    return [f"{first}:{'this' if direction == '0' else 'before' if direction[0] == '-' else 'after'}"]


def _base(groups: Mapping[str, str]) -> str | None:
    """The step that the others narrow: a year, a full date, a unit counted from now."""
    for name in ("ymd", "dmy"):
        if name in groups:
            day, _, _ = groups[name].partition("T")
            return f"={day}" if _is_day(day) else None
    if "my" in groups:
        return f"={groups['my']}"
    year = groups.get("yyyy") or groups.get("wyear") or groups.get("recent") or groups.get("yyy")
    if year:
        return f"={int(year):04}" if "bc" not in groups else f"{_ASTRONOMICAL}{int(year) - 1:04}"
    if "yy" in groups:
        return f"={full_year(groups['yy'])}"
    if "dayref" in groups:
        return f"day:{groups['dayref']}"
    unit = groups.get("unit")
    if unit and "dir" in groups and unit not in CLOCK_CODES:
        return f"{unit}:{groups['dir']}" if unit in CODES or unit in LONG else None
    if unit and "nth" in groups and "month" not in groups:
        return f"{unit}:0"
    return groups.get("fixed")


def _is_day(written: str) -> bool:
    year, month, day = (int(part) for part in written.split("-"))
    return 1 <= month <= 12 and 1 <= day <= _longest(month) and year > 0


def _longest(month: int) -> int:
    return 29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31


def _narrow(groups: Mapping[str, str], whole: bool) -> list[str] | None:
    """The steps inside a year, from the larger to the smaller; None where a day does not exist. `whole`: the base is a
    full date, which a weekday beside it only repeats."""
    found: list[str] = []
    if "fixedopen" in groups:
        found.append(f"{groups['fixedopen']}:0")
    if "season" in groups:
        found.append(f"season:{groups['season']}")
    if "half" in groups:
        if groups["half"] not in {"1", "2"}:
            return None
        found.append(f"half-of-year:{groups['half']}")
    if "quarter" in groups:
        if groups["quarter"] not in {"1", "2", "3", "4"}:
            return None
        found.append(f"quarter-of-year:{groups['quarter']}")
    if "months" in groups:
        found.append(f"months:{groups['months']}")
    if "sunday" in groups:
        if groups["sunday"] not in {"1", "2", "3", "4"}:
            return None
        found.append(f"advent:+{7 * int(groups['sunday']) - 7}")
    if "holiday" in groups:
        found += groups["holiday"].split()
    if not _add_day(groups, found, whole):
        return None
    if "of_unit" in groups:
        found.append(f"{groups['of_unit']}:of")
    if "with_unit" in groups:
        found.append(f"{groups['with_unit']}:with")
    return found


def _add_day(groups: Mapping[str, str], found: list[str], whole: bool) -> bool:
    """Month, day, weekday and the nth week or weekday; False where that day does not exist."""
    day, weekday = groups.get("day"), groups.get("weekday")
    on = f"@{weekday}" if weekday and "nth" not in groups else ""
    if "m12" in groups and day is not None:
        groups = {**groups, "month": groups["m12"]}
    if "dm" in groups or "dmx" in groups:
        written = groups.get("dm") or groups["dmx"]
        if not _is_day(f"2024-{written}"):
            return False
        found.append(f"day-of-year:{written}{on}")
    elif "month" in groups:
        month = int(groups["month"])
        if day and int(day) > _longest(month):
            return False
        found.append(f"day-of-year:{month:02}-{int(day):02}{on}" if day else f"month-of-year:{month}")
    elif day is not None:
        found.append(f"day-of-month:{day}{on}")
    elif weekday and "nth" not in groups and not whole and "holiday" not in groups:
        found.append(f"weekday:{weekday}")
    if "nth" in groups:
        found.append(f"weekday-in:{weekday}-{groups['nth']}" if weekday else f"{groups['of']}:{groups['nth']}")
    return True


def _time(groups: Mapping[str, str]) -> str | None:
    """The time of day: `22:00`, or one of `MO` `MI` `AF` `EV` `NI`; None where none is given."""
    clock = groups.get("hm") or groups.get("hdot")
    if clock is None and "ymd" in groups and "T" in groups["ymd"]:
        return groups["ymd"].partition("T")[2]
    if clock is None and "hour" in groups:
        clock = f"{int(groups['hour']):02}:{groups.get('min60', '00')}"
    clock = clock or groups.get("clock")
    if clock is None:
        return groups.get("daypart")
    hour, minute = (int(part) for part in clock.split(":"))
    half = groups.get("ampm") or {"AF": "p", "EV": "p", "NI": "p"}.get(groups.get("daypart", ""), "")
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None
