"""The intervals of several figures over one scale."""

import math
from collections.abc import Sequence

from markupsafe import Markup

from ..amounts import amount, interval, scale_unit
from ..dossier import FigureRow
from .drawing.interval import Bar, Scale, bounds, intervals

_MOST = 8
"""Different values that are drawn, those on most pages first."""


def drawn_values(figures: Sequence[FigureRow], unit: str, agreement: str) -> Markup | None:
    """Bars of the figures in `unit`, one for each value and interval; None where all say the very same."""
    pages: dict[tuple[float, float | None, float | None], set[str]] = {}
    for figure in figures:
        ends = (figure.value, figure.low, figure.high)
        if figure.unit == unit and all(end is None or math.isfinite(end) for end in ends):
            pages.setdefault(ends, set()).add(figure.source)
    ranked = sorted(pages, key=lambda ends: (-len(pages[ends]), str(ends)))[:_MOST]
    if len(ranked) < 2:
        return None
    shown = scale_unit(unit)
    bars = tuple(Bar(*ends, interval(ends[1], ends[2], shown), amount(ends[0], shown)) for ends in ranked)
    low, high = bounds(bars)
    span = high - low
    scale = Scale(low, high, amount(_round(low, span), shown), amount(_round(high, span), shown))
    tone = "c" if agreement in {"conflict", "revised"} else "m"
    said = "; ".join(f"{bar.label} allows {bar.name}" for bar in bars)
    return intervals(bars, scale, tone, said)


def _round(value: float, span: float) -> float:
    """To a hundredth of the span, so that labels stay short."""
    digits = max(0, 1 - math.floor(math.log10(span))) if span > 0 else 2
    return round(value, min(digits, 9))
