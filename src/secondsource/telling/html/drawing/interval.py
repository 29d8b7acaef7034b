"""Values with the interval their wording implies, over one scale."""

from markupsafe import Markup
from msgspec import Struct

from .svg import drawing, element, text, title, width_of

_WIDTH = 250
_LEFT, _RIGHT = 60, 190
_OPEN = 14
"""How far a bar runs out of the scale on an open side."""
_BAR = 15


class Bar(Struct, frozen=True):
    """A value with its bounds; None where one side is open."""

    value: float
    low: float | None
    high: float | None
    name: str
    label: str


class Scale(Struct, frozen=True):
    """The ends of the scale and how they are written."""

    low: float
    high: float
    low_label: str
    high_label: str


def bounds(bars: tuple[Bar, ...]) -> tuple[float, float]:
    """Ends of a scale with some air on both sides."""
    ends = [end for bar in bars for end in (bar.value, bar.low, bar.high) if end is not None]
    low, high = min(ends), max(ends)
    air = (high - low) * 0.15 or abs(low) * 0.05 or 1.0
    return (max(low - air, 0.0) if low >= 0 else low - air), high + air


def intervals(bars: tuple[Bar, ...], scale: Scale, tone: str, label: str) -> Markup:
    """The picture, 250 wide: one bar for each wording, the narrowest on top."""
    ordered = sorted(bars, key=lambda bar: (_length(bar), bar.value, bar.name))
    axis = 4 + _BAR * len(ordered)
    parts: list[Markup] = []
    for number, bar in enumerate(ordered):
        y = 8 + number * _BAR
        left = _LEFT - _OPEN if bar.low is None else _x(bar.low, scale)
        right = _RIGHT + _OPEN if bar.high is None else _x(bar.high, scale)
        shape = element(
            "rect", title(bar.name), x=min(left, right - 3), y=y - 2, width=max(right - left, 3), height=4, class_=tone
        )
        parts += [shape, element("rect", x=_x(bar.value, scale) - 1, y=y - 4, width=2, height=8, class_="k")]
        parts.append(_labelled(bar, (left, right), y))
    parts.append(element("path", d=f"M{_LEFT} {axis}H{_RIGHT}", class_="l"))
    wide = width_of(scale.low_label) + width_of(scale.high_label)
    parts.append(text(_LEFT, axis + 12, scale.low_label, "s", "middle"))
    if wide < _RIGHT - _LEFT + 20:
        parts.append(text(_RIGHT, axis + 12, scale.high_label, "s", "middle"))
    return drawing(_WIDTH, axis + 16, label, *parts, class_="interval")


def _labelled(bar: Bar, ends: tuple[float, float], y: float) -> Markup:
    """The value beside its bar, on the side where there is room."""
    if ends[1] + 6 + width_of(bar.label) <= _WIDTH:
        return text(ends[1] + 6, y + 4, bar.label)
    return text(max(ends[0] - 6, width_of(bar.label)), y + 4, bar.label, "", "end")


def _length(bar: Bar) -> float:
    return float("inf") if bar.low is None or bar.high is None else bar.high - bar.low


def _x(value: float, scale: Scale) -> float:
    share = (value - scale.low) / (scale.high - scale.low) if scale.high > scale.low else 0.5
    return _LEFT + (_RIGHT - _LEFT) * min(max(share, 0.0), 1.0)
