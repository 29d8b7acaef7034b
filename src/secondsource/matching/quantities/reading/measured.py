"""Amounts in units of one kind: miles and kilometres, acres and hectares, a price with and without its rate."""

from secondsource.language.units import is_money, shared_money
from secondsource.model.mark import Comparator, Figure

_SI: dict[str, tuple[str, float]] = {
    "millimetre": ("metre", 0.001),
    "centimetre": ("metre", 0.01),
    "metre": ("metre", 1.0),
    "kilometre": ("metre", 1000.0),
    "inch": ("metre", 0.0254),
    "foot": ("metre", 0.3048),
    "yard": ("metre", 0.9144),
    "mile": ("metre", 1609.344),
    "nautical-mile": ("metre", 1852.0),
    "square-metre": ("square-metre", 1.0),
    "square-foot": ("square-metre", 0.09290304),
    "acre": ("square-metre", 4046.8564224),
    "hectare": ("square-metre", 10_000.0),
    "square-kilometre": ("square-metre", 1e6),
    "square-mile": ("square-metre", 2_589_988.11),
    "gram": ("kilogram", 0.001),
    "kilogram": ("kilogram", 1.0),
    "pound": ("kilogram", 0.45359237),
    "ounce": ("kilogram", 0.028349523),
    "tonne": ("kilogram", 1000.0),
    "litre": ("litre", 1.0),
    "cubic-metre": ("litre", 1000.0),
    "gallon": ("litre", 3.785411784),
    "barrel": ("litre", 158.987294928),
    "kilometre/hour": ("kilometre/hour", 1.0),
    "mile/hour": ("kilometre/hour", 1.609344),
    "knot": ("kilometre/hour", 1.852),
    "metre/second": ("kilometre/hour", 3.6),
}
"""Unit: the one it is counted in, and how many of those. The international definitions of the units."""
_TEMPERATURES = {"celsius": (1.0, 0.0), "fahrenheit": (5 / 9, 32.0)}
"""Scale: degrees of Celsius in one of its degrees, and where Celsius has zero."""
_DEGREE = 0.5
"""Degrees of Celsius by which a temperature is rounded when it is converted."""
_EXACTLY, _TELLING = 0.005, 3
"""The share by which an amount is off that was converted with care, and digits from which that is no chance."""
TIMES = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
"""Units of time, in which nothing is measured across reports in another unit."""
SHARES = frozenset({"percent", "percentage-point"})
_NEARLY = 0.1
"""The share by which a value may miss what it nearly is."""
_DIGITS_OFF = 0.75
"""Units of its last digit by which an approximate value may be off."""
_CONVERTED_ROUNDLY = 0.025
"""The share by which a converted amount is rounded, in print."""


def digits(value: float) -> int:
    """Digits of a value without its closing zeros: 2 of 6,200; 3 of 26.3."""
    return len(f"{abs(value):.12g}".split("e")[0].replace(".", "").strip("0"))


def amounts_meet(left: Figure, right: Figure) -> bool:
    """Whether two figures in different units give one amount, as far as print rounds it. Francs or crowns of no
    named country may be those of any."""
    if right.unit in shared_money().get(left.unit, ()) or left.unit in shared_money().get(right.unit, ()):
        return left.value == right.value
    if left.unit.partition("/")[0] == right.unit.partition("/")[0] and "" in (_rate(left), _rate(right)):
        return left.value == right.value
    return _converted_within(left, right, _CONVERTED_ROUNDLY)


def exactly_converted(left: Figure, right: Figure) -> bool:
    """Whether two figures in different units, one of three digits or more, give one amount nearly to the digit: that
    hardly happens by chance."""
    if left.unit == right.unit or max(digits(left.value), digits(right.value)) < _TELLING:
        return False
    return _converted_within(left, right, _EXACTLY)


def _converted_within(left: Figure, right: Figure, share: float) -> bool:
    """Whether two amounts of one kind are at most that share of the larger apart; two temperatures, a rounding."""
    one, other = amount_of(left), amount_of(right)
    if one is None or other is None or kind_of(left.unit) != kind_of(right.unit):
        return False
    return abs(one - other) <= (_DEGREE if left.unit in _TEMPERATURES else share * max(abs(one), abs(other)))


def amount_of(figure: Figure) -> float | None:
    """The value in the unit that all units of its kind are counted in; None where that is no matter of conversion."""
    if figure.unit in _TEMPERATURES:
        degree, zero = _TEMPERATURES[figure.unit]
        return (figure.value - zero) * degree
    known = _SI.get(figure.unit)
    return figure.value * known[1] if known is not None else None


def _rate(figure: Figure) -> str:
    return figure.unit.partition("/")[2]


def kind_of(unit: str) -> str:
    """What amounts of a unit are amounts of: `metre` of all lengths, `money` of all currencies; a rate counts as what
    it is a rate of."""
    if unit in _SI:
        return _SI[unit][0]
    if unit in _TEMPERATURES:
        return "temperature"
    base = unit.partition("/")[0]
    return "money" if is_money(base) else base


def bounds(figure: Figure) -> tuple[float | None, float | None]:
    """The interval of a figure. About 66 is not 68.5, for it is rounded to its last digit; nearly three may be 2.7."""
    if figure.comparator is not Comparator.ABOUT or figure.low is None or figure.high is None:
        return figure.low, figure.high
    if figure.high <= figure.value:
        return min(figure.low, figure.value - _NEARLY * abs(figure.value)), figure.high
    slack = _DIGITS_OFF * _last_digit(figure.value)
    return max(figure.low, figure.value - slack), min(figure.high, figure.value + slack)


def _last_digit(value: float) -> float:
    """What the last digit that is no closing zero counts: 100 of 6,200; 0.1 of 20.5."""
    written, _, exponent = f"{abs(value):.9e}".partition("e")
    return 10.0 ** (int(exponent) - len(written.rstrip("0").partition(".")[2]))


def dimension_of(unit: str) -> str:
    """Currencies can be converted into each other; shares are percentages; every other unit stands alone."""
    base, slash, per = unit.partition("/")
    kind = "money" if is_money(base) else base
    return f"{kind}{slash}{per}"
