"""What neighbours share: "24 and 25 April", "August and September 1914" say the month or the year only once."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from .find import Found
from .parse import parse

_BASE = ("yyyy", "wyear", "yy", "century_of_yy", "bc")
_MONTH = ("month", "unit", "dir", "my", *_BASE)
_NAMED = ("month", "season", "quarter", "half", "dm", "dmx")
_RANGE = frozenset({"to", "through", "until", "till", "-", "–", "à", "au", "bis", "a", "ao", "al", "até", "tot", "t/m"})
"""What stands between the ends of a range, in any of the tongues."""
_BETWEEN = ("between ", "entre ", "zwischen ", "tra ", "fra ", "tussen ")
_CLOSE = 16
"""Characters between two expressions that can be a conjunction and little else."""


def share(found: Sequence[Found], text: str, joiners: frozenset[str]) -> list[Found]:
    """The expressions with what their neighbours lend them; a bare day without a neighbour to lend is dropped."""
    out = list(found)
    for at in range(len(out) - 1, -1, -1):
        one = out[at]
        if one.groups.get("take") == "next":
            out[at] = _with(one, out[at + 1].groups if at + 1 < len(out) else {}, _MONTH)
        elif at + 1 < len(out) and _lacks_year(one) and _joined(one, out[at + 1], text, joiners):
            out[at] = _with(one, _year_before(one.groups, _with_year(out[at + 1].groups)), _BASE)
    for at, one in enumerate(out):
        if at and _from_now_on(out[at - 1], one, text, joiners):
            chain = (one.meaning.relation or "").partition(" ")
            relation = f"{chain[0]}:next {chain[2]}".strip()
            out[at] = replace(one, meaning=replace(one.meaning, relation=relation, open=False))
        elif at and _follows(out[at - 1], one, text, joiners):
            out[at - 1] = _from_its_end(out[at - 1], one, text)
            chain = (one.meaning.relation or "").partition(" ")
            relation = f"{chain[0]}:next {chain[2]}".strip()
            out[at] = replace(
                one, meaning=replace(one.meaning, relation=relation, open=False, of_text=True, role="follows")
            )
        if one.groups.get("take") == "before":
            out[at] = _with(one, _month_reached(one.groups, out[at - 1].groups) if at else {}, _MONTH)
        elif one.groups.get("take") == "century":
            first = out[at - 1].groups.get("yyyy", "") if at else ""
            whole = {"yyyy": first[:2] + one.groups["yy"]}
            lent = whole if first and whole["yyyy"] > first else {}
            out[at] = _with(replace(one, groups={"take": "century"}), lent, ("yyyy",))
    return [one for one in out if not one.meaning.skip]


def _month_reached(groups: Mapping[str, str], lender: Mapping[str, str]) -> Mapping[str, str]:
    """The lender, a month on where its day comes after the borrower's: from April 27 to the third."""
    first, last = lender.get("day"), groups.get("day")
    if "month" not in lender or first is None or last is None or int(last) >= int(first):
        return lender
    month = int(lender["month"]) % 12 + 1
    year = {"yyyy": str(int(lender["yyyy"]) + 1)} if month == 1 and "yyyy" in lender else {}
    return {**lender, "month": str(month), **year}


def _with_year(groups: Mapping[str, str]) -> Mapping[str, str]:
    """The groups with the year and month of a date in figures by themselves."""
    written = groups.get("dmy") or groups.get("ymd")
    return {**groups, "yyyy": written[:4], "month": str(int(written[5:7]))} if written else groups


def _year_before(groups: Mapping[str, str], lender: Mapping[str, str]) -> Mapping[str, str]:
    """The lender, a year earlier where its month comes before the borrower's: November to February 2017."""
    own = groups.get("month") or (groups.get("dm") or groups.get("dmx") or "0")[:2]
    months = int(own), int(lender.get("month", "12"))
    if months[0] > months[1] and "yyyy" in lender:
        return {**lender, "yyyy": str(int(lender["yyyy"]) - 1)}
    return lender


def _from_now_on(one: Found, other: Found, text: str, joiners: frozenset[str]) -> bool:
    """Whether the second is the end of a range that starts today: between now and November 15."""
    if one.meaning.relation != "day:0" or not other.meaning.open:
        return False
    between = text[one.end : other.start].lower().split()
    return len(between) == 1 and between[0] in joiners


def _follows(one: Found, other: Found, text: str, joiners: frozenset[str]) -> bool:
    """Whether two months without a year, or two weekdays, are a range or a list: the second comes after the first."""
    if not other.meaning.open or one.meaning.relation is None:
        return False
    if _names_month(one) and not (one.meaning.open or one.meaning.of_text):
        return False
    between = text[one.end : other.start]
    close = 0 < len(between) <= _CLOSE and all(word.strip(",") in joiners for word in between.lower().split())
    months = _names_month(one) and _names_month(other)
    return close and (months or (_is_weekday(one) and _is_weekday(other)))


def _names_month(one: Found) -> bool:
    return any(name in one.groups for name in ("month", "dm", "dmx"))


def _from_its_end(first: Found, last: Found, text: str) -> Found:
    """The first month of a range told by its last: what goes from May to September may well have begun, what went from
    September to May is over."""
    between = text[first.end : last.start].split()
    ranged = not _RANGE.isdisjoint(word.lower() for word in between) or text[: first.start].lower().endswith(_BETWEEN)
    months = _whole_month(first), _whole_month(last)
    if not ranged or None in months or not first.meaning.open:
        return first
    back = (int(months[1] or 0) - int(months[0] or 0)) % 12
    relation = f"month-of-year:{months[1]} move:month:-{back}"
    return replace(first, meaning=replace(first.meaning, relation=relation))


def _whole_month(one: Found) -> str | None:
    """The month of an expression that is nothing but a month."""
    key, _, value = (one.meaning.relation or "").partition(":")
    return value if key == "month-of-year" and value.isdigit() else None


def _is_weekday(one: Found) -> bool:
    return "weekday" in one.groups and not any(name in one.groups for name in ("month", "day", "dm", "ymd", "dmy"))


def _lacks_year(one: Found) -> bool:
    return one.meaning.open and any(name in one.groups for name in _NAMED)


def _joined(one: Found, other: Found, text: str, joiners: frozenset[str]) -> bool:
    between = text[one.end : other.start]
    dated = "dmy" in other.groups or "ymd" in other.groups
    year = bool(set(_BASE) & set(other.groups)) and any(name in other.groups for name in _NAMED)
    if len(between) > _CLOSE or not (year or dated):
        return False
    return all(word.strip(",") in joiners for word in between.lower().split())


def _with(one: Found, lender: Mapping[str, str], names: tuple[str, ...]) -> Found:
    lent = {name: lender[name] for name in names if name in lender}
    groups = {**lent, **{name: value for name, value in one.groups.items() if name != "take"}}
    meant = parse("date", groups) if lent or "take" not in one.groups else None
    if meant is None:
        return replace(one, meaning=replace(one.meaning, skip=True), groups=groups)
    return replace(one, meaning=meant, groups=groups)
