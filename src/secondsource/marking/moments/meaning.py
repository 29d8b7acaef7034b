"""What the words of an expression mean together, before any date is known: a relation, a length, a repetition."""

from collections.abc import Mapping

from msgspec import Struct

from secondsource.model.mark import MomentKind

_NARROWING = ("season", "half", "quarter", "month", "easter", "holiday")
_CODES = {"day": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q", "half": "H", "year": "Y"}
_CLOCK_CODES = {"hour": "H", "minute": "M", "second": "S"}
_LONG = {"decade": 10, "century": 100, "millennium": 1000}


class Meaning(Struct, frozen=True):
    """`relation` is a chain of `text.relation`. `open` says that its first step still lacks a direction, which tense
    and place decide. `of_text`: counted from a moment named before, not from publication."""

    kind: MomentKind
    relation: str | None = None
    timex: str | None = None
    open: bool = False
    of_text: bool = False
    skip: bool = False
    role: str = ""
    """A name that resolving treats specially: `year-before`, `the-unit`."""


def meaning(do: str, groups: Mapping[str, str]) -> Meaning | None:
    """The meaning of the groups of one match; None where they make no sense together (31 June)."""
    if do == "skip":
        return Meaning(MomentKind.DATE, skip=True)
    if do == "ref":
        return Meaning(MomentKind.DATE, timex=groups["ref"])
    if do == "duration":
        return _duration(groups)
    if do == "set":
        return _set(groups)
    if do == "ago":
        return _ago(groups)
    if do == "decade":
        return _decade(groups)
    if do == "neighbour":
        return Meaning(MomentKind.DATE, relation=f"day-of-month:{groups.get('day', '1')}", open=True)
    if do == "period":
        return _period(groups)
    return _date(groups)


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
    steps: list[str] = []
    base = _base(groups)
    if base:
        steps.append(base)
    narrowed = _narrow(groups, steps)
    if narrowed is None:
        return None
    steps += narrowed
    kind = MomentKind.DATE
    if "mod" in groups and "daypart" not in groups and steps:
        steps.append(f"part:{groups['mod']}") if groups["mod"] in {"START", "MID", "END"} else None
    time = _time(groups)
    if time:
        steps.append(f"T:{time}")
        kind = MomentKind.TIME
        if len(steps) == 1:
            of_text = groups.get("anchor") != "published"
            return Meaning(kind, relation=f"day:0 T:{time}", of_text=of_text, role="time-only" if of_text else "")
    if not steps:
        return None
    first = steps[0]
    opened = not base and not first.startswith("T:") and groups.get("dir") is None
    if not base and "dir" in groups:
        first_key = first.partition(":")[0]
        steps[0] = f"{first}:{_direction(first_key, groups['dir'])}"
    return Meaning(
        kind,
        relation=" ".join(steps),
        open=opened,
        of_text=groups.get("anchor") == "text",
        role=groups.get("role", ""),
    )


def _base(groups: Mapping[str, str]) -> str | None:
    """The step that the others narrow: a year, a full date, a unit counted from now."""
    for name in ("ymd", "dmy"):
        if name in groups:
            day, _, _ = groups[name].partition("T")
            return f"={day}" if _is_day(day) else None
    year = groups.get("yyyy") or groups.get("wyear") or groups.get("recent")
    if year:
        return f"={year}" if "bc" not in groups else f"=-{int(year) - 1:04}"
    if "yyy" in groups:
        return f"={int(groups['yyy']):04}" if "bc" not in groups else f"=-{int(groups['yyy']) - 1:04}"
    if "yy" in groups and "century_of_yy" in groups:
        return f"={_full_year(groups['yy'])}"
    if "dayref" in groups:
        return f"day:{groups['dayref']}"
    if "unit" in groups and "dir" in groups and groups["unit"] not in _CLOCK_CODES:
        return f"{groups['unit']}:{groups['dir']}" if groups["unit"] in _CODES or groups["unit"] in _LONG else None
    if "fixed" in groups:
        return groups["fixed"]
    return None


def _full_year(digits: str) -> int:
    return int(digits) + (1900 if int(digits) >= 30 else 2000)


def _is_day(written: str) -> bool:
    year, month, day = (int(part) for part in written.split("-"))
    return 1 <= month <= 12 and 1 <= day <= _longest(month) and year > 0


def _longest(month: int) -> int:
    return 29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31


def _narrow(groups: Mapping[str, str], steps: list[str]) -> list[str] | None:
    """The steps inside a year, from the larger to the smaller; None where a day does not exist."""
    found: list[str] = []
    if "season" in groups:
        found.append(f"season:{groups['season']}")
    if "half" in groups:
        found.append(f"half-of-year:{groups['half']}")
    if "quarter" in groups:
        if groups["quarter"] not in {"1", "2", "3", "4"}:
            return None
        found.append(f"quarter-of-year:{groups['quarter']}")
    if "holiday" in groups:
        found.append(groups["holiday"])
    day = groups.get("day")
    if "dm" in groups:
        if not _is_day(f"2024-{groups['dm']}"):
            return None
        found.append(f"day-of-year:{groups['dm']}")
    elif "month" in groups:
        month = int(groups["month"])
        if day is None:
            found.append(f"month-of-year:{month}")
        elif int(day) > _longest(month):
            return None
        else:
            found.append(f"day-of-year:{month:02}-{int(day):02}")
    elif day is not None:
        found.append(f"day-of-month:{day}")
    if "weekday" in groups and not found and not any(step.startswith("=") and len(step) == 11 for step in steps):
        found.append(f"weekday:{groups['weekday']}")
    return found


def _direction(key: str, direction: str) -> str:
    if direction == "0":
        return "this"
    return "before" if direction.startswith("-") else "after"


def _time(groups: Mapping[str, str]) -> str | None:
    """The time of day: `22:00`, or one of `MO` `MI` `AF` `EV` `NI`; None where none is given."""
    clock = groups.get("hm") or groups.get("hdot")
    if clock is None and "ymd" in groups and "T" in groups["ymd"]:
        return groups["ymd"].partition("T")[2]
    if clock is None and "hour" in groups:
        clock = f"{int(groups['hour']):02}:{groups.get('min60', groups.get('min', '00'))}"
    if clock is None and "clock" in groups:
        clock = groups["clock"]
    if clock is None:
        return groups.get("daypart")
    hour, minute = (int(part) for part in clock.split(":"))
    half = groups.get("ampm") or {"MO": "", "AF": "p", "EV": "p", "NI": "p"}.get(groups.get("daypart", ""), "")
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def _length(groups: Mapping[str, str]) -> str | None:
    """A length in TIMEX3: `P2Y`, `PT4H`, `PXM`; None without a unit."""
    unit = groups.get("unit")
    if unit is None:
        return None
    number = groups.get("num") or groups.get("vague") or groups.get("default")
    if number is None:
        return None
    if groups.get("plus_half"):
        number = f"{float(number) + 0.5:g}"
    if unit in _LONG:
        years = "X" if number == "X" else f"{float(number) * _LONG[unit]:g}"
        return f"P{years}Y" if number != "X" else {"decade": "PXE", "century": "PXC"}.get(unit, "PXL")
    if unit in _CLOCK_CODES:
        return f"PT{number}{_CLOCK_CODES[unit]}"
    return f"P{number}{_CODES.get(unit, 'D')}"


def _duration(groups: Mapping[str, str]) -> Meaning | None:
    timex = _length(groups)
    if timex is None:
        return None
    second = (
        _length({"unit": groups["unit2"], "num": groups["num2"]}) if "unit2" in groups and "num2" in groups else None
    )
    if second:
        timex = timex + (second[1:] if ("T" not in second or "T" not in timex) else second[2:])
    return Meaning(MomentKind.DURATION, timex=timex, role=groups.get("role", ""))


def _set(groups: Mapping[str, str]) -> Meaning | None:
    if "every" in groups:
        return Meaning(MomentKind.SET, timex=groups["every"])
    if "weekday" in groups:
        time = f"T{groups['daypart']}" if "daypart" in groups else ""
        return Meaning(MomentKind.SET, timex=f"XXXX-WXX-{int(groups['weekday']) + 1}{time}")
    if "month" in groups:
        return Meaning(MomentKind.SET, timex=f"XXXX-{int(groups['month']):02}")
    if "season" in groups:
        name = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}[groups["season"]]
        return Meaning(MomentKind.SET, timex=f"XXXX-{name}")
    if "daypart" in groups:
        return Meaning(MomentKind.SET, timex=f"XXXX-XX-XXT{groups['daypart']}")
    timex = _length({"default": "1", **groups})
    return Meaning(MomentKind.SET, timex=timex) if timex else None


def _ago(groups: Mapping[str, str]) -> Meaning | None:
    """So many units before or after now, or before or after a moment of the text."""
    unit, number = groups.get("unit"), groups.get("num") or groups.get("vague") or groups.get("default")
    if unit is None or number is None:
        return None
    sign = groups["sign"]
    of_text = groups.get("anchor") == "text"
    if number == "X" or "." in number:
        ref = "PAST_REF" if sign == "-" else "FUTURE_REF"
        return Meaning(MomentKind.DATE, timex=ref, of_text=of_text)
    count = int(number)
    if unit in _CLOCK_CODES:
        return Meaning(MomentKind.DATE, timex=_length(groups), of_text=of_text)
    if unit in _LONG:
        unit, count = "year", count * _LONG[unit]
    if of_text:
        return Meaning(
            MomentKind.DATE, relation=f"move:{unit}:{sign}{count}", of_text=True, role=groups.get("role", "")
        )
    return Meaning(MomentKind.DATE, relation=f"{unit}:{sign}{count}", role=groups.get("role", ""))


def _decade(groups: Mapping[str, str]) -> Meaning | None:
    mod = f" part:{groups['mod']}" if groups.get("mod") in {"START", "MID", "END"} else ""
    if "ordinal" in groups:
        number = int(groups["ordinal"])
        if not 1 <= number <= 30:
            return None
        if "bc" in groups:
            return Meaning(MomentKind.DATE, timex=f"BC{number - 1:02}")
        return Meaning(MomentKind.DATE, relation=f"={number - 1:02}XX{mod}")
    if "yyyy" in groups:
        return (
            Meaning(MomentKind.DATE, relation=f"={groups['yyyy'][:3]}X{mod}") if groups["yyyy"].endswith("0") else None
        )
    tens = groups.get("yy") or groups.get("decade")
    if tens is None or not tens.endswith("0"):
        return None
    return Meaning(MomentKind.DATE, relation=f"={str(_full_year(tens))[:3]}X{mod}")
