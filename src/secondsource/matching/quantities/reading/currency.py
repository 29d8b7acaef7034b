"""Sums whose currency only the other figures of their event tell: francs, crowns, pounds, cents."""

from collections.abc import Sequence

from secondsource.language.units import SHARED_MONEY

from .keys import FigureKeys, in_unit

_NATIONAL = frozenset().union(*SHARED_MONEY.values())


def in_one_currency(keys: Sequence[FigureKeys]) -> list[FigureKeys]:
    """Francs and crowns of no named country are those that a report of the same event names; pounds that a report
    converts into another currency, or that another report gives as sterling, are no weights; cents are those of the
    euro where no report of the event speaks of dollars."""
    named: dict[str, set[str]] = {}
    dollars = {event for one in keys if one.figure.unit.startswith("USD") and not _cents(one) for event in one.events}
    euros = {event for one in keys if one.figure.unit.startswith("EUR") for event in one.events} - dollars
    sterling: set[tuple[str, float]] = set()
    for one in keys:
        for event in one.events:
            if one.figure.unit in _NATIONAL:
                named.setdefault(event, set()).add(one.figure.unit)
            if one.figure.unit == "GBP":
                sterling.add((event, one.figure.value))
    priced = {one.figure.converts for one in keys if one.dimension == "money"}
    found = []
    for one in keys:
        unit, value = one.figure.unit, one.figure.value
        if unit in SHARED_MONEY:
            units = {each for event in one.events for each in named.get(event, ())} & SHARED_MONEY[unit]
            unit = min(units) if len(units) == 1 else unit
        elif unit == "pound" and (one.id in priced or any((event, value) in sterling for event in one.events)):
            unit = "GBP"
        elif _cents(one) and not euros.isdisjoint(one.events):
            unit = unit.replace("USD", "EUR")
        found.append(in_unit(one, unit) if unit != one.figure.unit else one)
    return found


def _cents(one: FigureKeys) -> bool:
    """Whether a sum is given in cents of no named currency, which are read as those of the dollar."""
    return one.figure.unit.startswith("USD") and "$" not in one.figure.text and abs(one.figure.value) < 1
