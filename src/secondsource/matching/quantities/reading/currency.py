"""Sums whose currency only the other figures of their event tell: francs, crowns, pounds, cents; and prices whose rate
only the other figures of their report tell: 15.30 euros a square metre, 17.10 euros."""

from collections.abc import Sequence

from secondsource.language.units import shared_money

from .keys import FigureKeys, in_unit
from .measured import kind_of

_PRICES_ALIKE = 3.0
"""The times one price of a thing is another, at most."""
_MOST_OF_A_PRICE = 1000.0
"""What a unit of anything costs, at most, where its price leaves the unit out."""


def in_one_currency(keys: Sequence[FigureKeys]) -> list[FigureKeys]:
    """Francs and crowns of no named country are those that a report of the same event names; pounds that a report
    converts into another currency, or that another report gives as sterling, are no weights; cents are those of the
    euro where no report of the event speaks of dollars, or their own speaks more of euros."""
    named: dict[str, set[str]] = {}
    national: frozenset[str] = frozenset().union(*shared_money().values())
    dollars = {event for one in keys if one.figure.unit.startswith("USD") and not _cents(one) for event in one.events}
    euros = {event for one in keys if one.figure.unit.startswith("EUR") for event in one.events} - dollars
    at_home = _sources_in_euros(keys)
    sterling: set[tuple[str, float]] = set()
    for one in keys:
        for event in one.events:
            if one.figure.unit in national:
                named.setdefault(event, set()).add(one.figure.unit)
            if one.figure.unit == "GBP":
                sterling.add((event, one.figure.value))
    priced = {one.figure.converts for one in keys if one.dimension == "money"}
    found = []
    for one in keys:
        unit, value = one.figure.unit, one.figure.value
        if unit in shared_money():
            units = {each for event in one.events for each in named.get(event, ())} & shared_money()[unit]
            unit = min(units) if len(units) == 1 else unit
        elif unit == "pound" and (one.id in priced or any((event, value) in sterling for event in one.events)):
            unit = "GBP"
        elif _cents(one) and (one.figure.source in at_home or not euros.isdisjoint(one.events)):
            unit = unit.replace("USD", "EUR")
        found.append(in_unit(one, unit) if unit != one.figure.unit else one)
    return found


def _sources_in_euros(keys: Sequence[FigureKeys]) -> set[str]:
    """The reports that give more sums in euros than in dollars."""
    counts: dict[str, int] = {}
    for one in keys:
        if one.dimension.partition("/")[0] == "money" and not _cents(one):
            step = 1 if one.figure.unit.startswith("EUR") else -1 if one.figure.unit.startswith("USD") else 0
            counts[one.figure.source] = counts.get(one.figure.source, 0) + step
    return {source for source, count in counts.items() if count > 0}


def _cents(one: FigureKeys) -> bool:
    """Whether a sum is given in cents of no named currency, which are read as those of the dollar."""
    return one.figure.unit.startswith("USD") and "$" not in one.figure.text and abs(one.figure.value) < 1


def at_one_rate(keys: Sequence[FigureKeys]) -> list[FigureKeys]:
    """The figures, a small sum that its report leaves without a rate at that of the nearest price in the
    same currency and of about its size."""
    rated: dict[tuple[str, str], list[FigureKeys]] = {}
    for one in keys:
        currency, slash, _ = one.figure.unit.partition("/")
        if slash and kind_of(currency) == "money":
            rated.setdefault((one.figure.source, currency), []).append(one)
    return [_at_rate(one, rated.get((one.figure.source, one.figure.unit), ())) for one in keys]


def _at_rate(one: FigureKeys, prices: Sequence[FigureKeys]) -> FigureKeys:
    value = abs(one.figure.value)
    near = [
        price for price in prices if value <= _MOST_OF_A_PRICE and _of_about_one_size(value, abs(price.figure.value))
    ]
    if not near:
        return one
    return in_unit(one, min(near, key=lambda price: (abs(price.rank - one.rank), price.rank)).figure.unit)


def _of_about_one_size(value: float, other: float) -> bool:
    return max(value, other) <= _PRICES_ALIKE * min(value, other)
