"""Amounts in English: 46.9%, $240.1 billion, 23 ships."""

import math

from .dossier import FigureRow

_SIGNS = {
    "usd": "$",
    "eur": "€",
    "gbp": "£",
    "jpy": "¥",
    "cny": "CN¥",
    "inr": "₹",
    "krw": "₩",
    "chf": "CHF ",
    "rub": "₽",
}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_WIDE = 3
"""An interval that ends at so many times its start names a size, not a number."""
_BARE = {"count", "number", "", "one", "ordinal"}


def number(value: float) -> str:
    """A number with thousands separators, at most six significant digits, scaled from a million on."""
    if not math.isfinite(value):
        return "∞" if value > 0 else "−∞"
    for size, name in _SCALES:
        if abs(value) >= size:
            return f"{_plain(value / size)} {name}"
    return _plain(value)


def _plain(value: float) -> str:
    digits = 0 if float(value).is_integer() and abs(value) < 1e15 else max(0, 6 - len(str(int(abs(value)))))
    text = f"{value:,.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text.replace("-", "−")


def amount(value: float, unit: str) -> str:
    """A value in its unit."""
    if unit == "percent":
        return f"{number(value)}%"
    if unit == "percentage-point":
        return f"{number(value)} points"
    if unit.casefold() in _SIGNS:
        return f"{_SIGNS[unit.casefold()]}{number(value)}"
    if unit.casefold() in _BARE:
        return number(value)
    return f"{number(value)} {unit}"


def interval(low: float | None, high: float | None, unit: str) -> str:
    """What a wording implies: `25.5% to 26.5%`, `more than 20`, or one value where both ends meet."""
    if low is None and high is None:
        return "any value"
    if high is None and low is not None:
        return f"{amount(low, unit)} or more"
    if low is None and high is not None:
        return f"{amount(high, unit)} or less"
    if low is not None and high is not None and low != high:
        return f"{amount(low, unit)} to {amount(high, unit)}"
    return amount(low or 0.0, unit)


_WORDS = {"about": "about ", "more": "more than ", "at-least": "at least ", "less": "less than ", "at-most": "at most "}


def bounded(figure: FigureRow) -> str:
    """A figure's value as its writer bounds it: `about 47%`, `at least 130`, `dozens`."""
    if in_words(figure):
        bound = _WORDS.get(figure.comparator, "") if figure.unit == "percent" else ""
        return bound + " ".join(figure.text.lower().split())
    return _WORDS.get(figure.comparator, "") + amount(figure.value, scale_unit(figure.unit))


def in_words(figure: FigureRow) -> bool:
    """Whether the wording names a size only ("dozens", "several hundred") or a share ("two thirds"): to show a number
    would claim more."""
    if any(char.isdigit() for char in figure.text):
        return False
    low, high = figure.low, figure.high
    vague = low is not None and high is not None and 0 < low * _WIDE <= high
    return vague or figure.unit == "percent"


def scale_unit(unit: str) -> str:
    """The unit that must stand beside a number; none for what is counted, which the measure names."""
    return unit if unit.startswith("percent") or len(unit) == 3 else ""
