"""Lengths, repetitions, distances in time, decades and centuries."""

from collections.abc import Mapping
from fractions import Fraction

from secondsource.model.mark import MomentKind

from .meaning import Meaning

CODES = {"day": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q", "half": "H", "year": "Y"}
CLOCK_CODES = {"hour": "H", "minute": "M", "second": "S"}
LONG = {"decade": 10, "century": 100, "millennium": 1000}
_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_AMOUNT = ("num", "vague", "default")
_OF_WEEKS = {"fortnight": 2}
"""Units that are so many weeks."""


def full_year(digits: str) -> int:
    """The year that two digits stand for: 1930 to 2029."""
    return int(digits) + (1900 if int(digits) >= 30 else 2000)


def in_weeks(groups: Mapping[str, str]) -> Mapping[str, str]:
    """The same groups, with fortnights as weeks."""
    found = dict(groups)
    for ending in ("", "2", "3"):
        weeks = _OF_WEEKS.get(groups.get(f"unit{ending}", ""))
        if weeks is None:
            continue
        found[f"unit{ending}"] = "week"
        name = next((f"{name}{ending}" for name in _AMOUNT if f"{name}{ending}" in groups), f"num{ending}")
        written = groups.get(name, "1")
        found[name] = str(int(written) * weeks) if written.isdigit() else written
    return found


def length(groups: Mapping[str, str], ending: str = "") -> str | None:
    """A length in TIMEX3: `P2Y`, `PT4H`, `PXM`; None without a unit. `ending` is `2` or `3` for a further part."""
    unit = groups.get(f"unit{ending}")
    number = next((groups[f"{name}{ending}"] for name in _AMOUNT if f"{name}{ending}" in groups), None)
    if unit is None or number is None:
        return None
    if "half_more" in groups and number != "X":
        number = f"{float(Fraction(number)) + 0.5:g}"
    if unit in LONG:
        if number == "X":
            return {"decade": "PXE", "century": "PXC"}.get(unit, "PXL")
        return f"P{float(number) * LONG[unit]:g}Y"
    if unit in CLOCK_CODES:
        return f"PT{number}{CLOCK_CODES[unit]}"
    return f"P{number}{CODES.get(unit, 'D')}"


def compound(groups: Mapping[str, str]) -> str | None:
    """A length of up to three parts, "2 years 1 month 21 days": `P2Y1M21D`."""
    parts = [part for ending in ("", "2", "3") if (part := length(groups, ending))]
    if not parts:
        return None
    days = "".join(part[1:] for part in parts if not part.startswith("PT"))
    clock = "".join(part[2:] for part in parts if part.startswith("PT"))
    return f"P{days}" + (f"T{clock}" if clock else "")


def duration(groups: Mapping[str, str]) -> Meaning | None:
    """A length; with a direction also the days it covers from publication ("the past three months")."""
    timex = compound(groups)
    if timex is None:
        return None
    role = groups.get("role", "")
    if timex.startswith("PX") and groups.get("dir") == "+1" and "default" in groups:
        return Meaning(MomentKind.DATE, timex="FUTURE_REF")
    reach = _reach(groups)
    if reach and "X" not in timex:
        role = "ahead" if reach.startswith("within") else role
        return Meaning(MomentKind.DURATION, relation=reach, timex=timex, role=role, length=timex)
    return Meaning(MomentKind.DURATION, timex=timex, role=role)


def _reach(groups: Mapping[str, str]) -> str | None:
    """`span:month:-3` for a length told as just past or just ahead."""
    if "within" in groups and groups.get("unit") in CODES and groups.get("num", "").isdigit():
        return f"within:{groups['unit']}:{groups['within']}{groups['num']}"
    direction, unit, number = groups.get("dir", "0"), groups.get("unit"), groups.get("num") or groups.get("default")
    if direction == "0" or unit is None or number is None or not number.isdigit() or unit in CLOCK_CODES:
        return None
    count = int(number) * LONG.get(unit, 1)
    return f"span:{'year' if unit in LONG else unit}:{direction[0]}{count}"


def repetition(groups: Mapping[str, str]) -> Meaning | None:
    """A set: every Monday, each July, daily."""
    if "every" in groups:
        return Meaning(MomentKind.SET, timex=groups["every"])
    if "weekday" in groups:
        time = f"T{groups['daypart']}" if "daypart" in groups else ""
        return Meaning(MomentKind.SET, timex=f"XXXX-WXX-{int(groups['weekday']) + 1}{time}")
    if "month" in groups:
        return Meaning(MomentKind.SET, timex=f"XXXX-{int(groups['month']):02}")
    if "season" in groups:
        return Meaning(MomentKind.SET, timex=f"XXXX-{_SEASONS[groups['season']]}")
    if "daypart" in groups:
        return Meaning(MomentKind.SET, timex=f"XXXX-XX-XXT{groups['daypart']}")
    timex = compound({"default": "1", **groups})
    return Meaning(MomentKind.SET, timex=timex) if timex else None


def distance(groups: Mapping[str, str]) -> Meaning | None:
    """So many units before or after now, before or after a moment of the text, or from a named day."""
    amount = compound(groups)
    unit = groups.get("unit", "")
    if amount is None:
        return None
    sign, role = groups["sign"], groups.get("role", "")
    of_text = groups.get("anchor") == "text"
    if "X" in amount or "." in amount:
        ref = amount if "as_length" in groups else "PAST_REF" if sign == "-" else "FUTURE_REF"
        return Meaning(MomentKind.DATE, timex=ref, of_text=of_text, role=role, length=amount)
    if unit in CLOCK_CODES:
        return Meaning(MomentKind.DATE, timex=amount, of_text=of_text)
    steps = [_move(groups, ending, sign) for ending in ("", "2", "3") if f"unit{ending}" in groups]
    if "dayref" in groups or len(steps) > 1:
        start = [f"day:{groups['dayref']}"] if "dayref" in groups else []
        chain = " ".join(start + [f"move:{step}" for step in steps])
        return Meaning(MomentKind.DATE, relation=chain, of_text=of_text, role=role, length=amount)
    plain = role == "unit" or not of_text
    chain = steps[0] if plain else f"move:{steps[0]}"
    timex = amount if "as_length" in groups else None
    return Meaning(MomentKind.DATE, relation=chain, timex=timex, of_text=of_text, role=role, length=amount)


def _move(groups: Mapping[str, str], ending: str, sign: str) -> str:
    """`year:-2`, as a step."""
    unit = groups[f"unit{ending}"]
    number = next(groups[f"{name}{ending}"] for name in _AMOUNT if f"{name}{ending}" in groups)
    count = int(number) * LONG.get(unit, 1)
    return f"{'year' if unit in LONG else unit}:{sign}{count}"


def decade(groups: Mapping[str, str]) -> Meaning | None:
    """A decade or century: the late 1970s, the 20th century."""
    mod = f" part:{groups['mod']}" if "mod" in groups else ""
    if "ordinal" in groups:
        number = int(groups["ordinal"])
        if not 1 <= number <= 30:
            return None
        if "bc" in groups:
            return Meaning(MomentKind.DATE, timex=f"BC{number - 1:02}")
        return Meaning(MomentKind.DATE, relation=f"={number - 1:02}XX{mod}")
    written = groups.get("tens", "")
    if "yyyy" in groups or len(written) == 4:
        year = groups.get("yyyy") or written
        return Meaning(MomentKind.DATE, relation=f"={year[:3]}X{mod}") if year.endswith("0") else None
    tens = written or groups.get("yy") or groups.get("decade")
    if tens is None or not tens.endswith("0"):
        return None
    return Meaning(MomentKind.DATE, relation=f"={str(full_year(tens))[:3]}X{mod}")
