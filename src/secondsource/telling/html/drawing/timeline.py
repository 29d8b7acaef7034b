"""One station of the timeline: the days that the texts allow, under them the pages, joined where they are one copy."""

import datetime as dt

from markupsafe import Markup
from msgspec import Struct

from .svg import drawing, element, link, text, title, width_of

WIDTH = 200
_MIDDLE = WIDTH / 2
_AXIS = 12
_ROW = 34
_LEAST = 25
_DOTS = 31
"""So many allowed days are drawn one by one; more are a band."""


class Dot(Struct, frozen=True):
    """A page under an event; `family` is the same for pages that carry one text."""

    label: str
    name: str
    href: str
    family: str


def station(days: tuple[dt.date, ...], pages: tuple[Dot, ...], label: str) -> Markup:
    """The picture, 200 wide. No days: nothing tells the date."""
    rows = _wrapped(pages)
    parts = [*_days(days), *(_shape for number, row in enumerate(rows) for _shape in _pages(row, number))]
    return drawing(WIDTH, _AXIS + 14 + _ROW * len(rows), label, *parts, class_="station")


def _days(days: tuple[dt.date, ...]) -> list[Markup]:
    if not days:
        return [text(_MIDDLE, _AXIS + 4, "?", "s", "middle")]
    if len(days) == 1:
        return [element("circle", cx=_MIDDLE, cy=_AXIS, r=6, class_="k")]
    span = max((days[-1] - days[0]).days, 1)
    if len(days) > _DOTS:
        return [element("rect", x=_MIDDLE - 70, y=_AXIS - 4, width=140, height=8, rx=4, class_="h b")]
    width = min(150.0, 16.0 * (len(days) - 1))
    radius = 4.5 if len(days) <= 10 else 2.6
    return [
        element(
            "circle",
            title(day.isoformat()),
            cx=_MIDDLE - width / 2 + width * (day - days[0]).days / span,
            cy=_AXIS,
            r=radius,
            class_="h b",
        )
        for day in days
    ]


def _wrapped(pages: tuple[Dot, ...]) -> list[list[Dot]]:
    """Rows of pages, each as full as its labels allow."""
    rows: list[list[Dot]] = []
    used = 0.0
    for dot in pages:
        room = _room(dot)
        if not rows or used + room > WIDTH:
            rows.append([])
            used = 0.0
        rows[-1].append(dot)
        used += room
    return rows


def _room(dot: Dot) -> float:
    return max(_LEAST, width_of(dot.label) + 8)


def _pages(row: list[Dot], number: int) -> list[Markup]:
    x = _MIDDLE - sum(map(_room, row)) / 2
    y = _AXIS + 24 + _ROW * number
    parts: list[Markup] = []
    before, family = 0.0, ""
    for dot in row:
        middle = x + _room(dot) / 2
        if family == dot.family:
            parts.append(element("path", d=f"M{before + 5:.1f} {y}H{middle - 5:.1f}", class_="l"))
        circle = element("circle", title(dot.name), cx=middle, cy=y, r=5, class_="h b")
        words = text(middle, y + 17, dot.label, "s", "middle")
        parts.append(link(dot.href, "", circle, words, label=f"page {dot.label}: {dot.name}"))
        before, family, x = middle, dot.family, x + _room(dot)
    return parts
