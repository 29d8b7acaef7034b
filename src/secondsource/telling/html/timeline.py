"""What happened: occasions in the order of their days."""

import datetime as dt

from markupsafe import Markup
from msgspec import Struct

from secondsource.text import edtf

from ..dates import apart, spoken
from ..dossier import EventRow, WhenRow
from ..lookup import Lookup
from .anchors import Anchors
from .drawing.timeline import Dot, station
from .shown import Why, reasons

_MOST_DAYS = 400
_DRAWN = 12
"""Occasions that are drawn; more are in the list behind "show all", those with most pages being drawn."""


class EventView(Struct, frozen=True):
    """One occasion as shown."""

    anchor: str
    title: str
    when: str
    exact: bool
    where: str
    later: str
    """How long after the one before."""
    drawing: Markup
    reasons: tuple[Why, ...]


class Timeline(Struct, frozen=True):
    """Occasions that are drawn, and those that only the list holds."""

    drawn: tuple[EventView, ...]
    folded: tuple[EventView, ...]


def timeline(lookup: Lookup, anchors: Anchors) -> Timeline:
    """Occasions that some page reports, by day; undated ones last."""
    held = [event for event in lookup.dossier.events if event.sources]
    largest = sorted(held, key=lambda e: (-len(e.sources), e.id))
    drawn = {event.id for event in largest[:_DRAWN]}
    ordered = sorted(held, key=lambda e: (e.when is None, e.when.earliest if e.when else "", e.id))
    return Timeline(
        _views([event for event in ordered if event.id in drawn], lookup, anchors),
        _views([event for event in ordered if event.id not in drawn], lookup, anchors),
    )


def _views(events: list[EventRow], lookup: Lookup, anchors: Anchors) -> tuple[EventView, ...]:
    views: list[EventView] = []
    before: WhenRow | None = None
    for event in events:
        views.append(_view(event, before, lookup, anchors))
        before = event.when or before
    return tuple(views)


def _view(event: EventRow, before: WhenRow | None, lookup: Lookup, anchors: Anchors) -> EventView:
    when = spoken(event.when.edtf) if event.when else "no day can be told"
    days = _days(event.when)
    later = ""
    if before and event.when:
        first, last = dt.date.fromisoformat(event.when.earliest), dt.date.fromisoformat(before.latest)
        later = f"{apart(last, first)} later" if first > last else ""
    pages = sorted(event.sources, key=lambda s: (_family(s, lookup), lookup.order.get(s, 0)))
    dots = tuple(
        Dot(lookup.label(page), lookup.title(page), anchors.page(page).href, _family(page, lookup)[1]) for page in pages
    )
    return EventView(
        anchor=f"e-{event.id.removeprefix('event:')}",
        title=event.title,
        when=when,
        exact=len(days) == 1,
        where=event.where if event.where and event.where not in event.title else "",
        later=later,
        drawing=station(days, dots, f"{event.title}, {when}; {len(dots)} pages"),
        reasons=reasons(event.when.reasons, anchors) if event.when else (),
    )


def _family(source: str, lookup: Lookup) -> tuple[int, str]:
    """Largest families first, then pages in none."""
    family = lookup.families.get(source)
    return (-len(family.members), family.id) if family else (0, source)


def _days(when: WhenRow | None) -> tuple[dt.date, ...]:
    """The allowed days; the first and last alone where there are very many."""
    if when is None:
        return ()
    days = edtf.days(when.edtf, _MOST_DAYS)
    if days:
        return days
    first, last = dt.date.fromisoformat(when.earliest), dt.date.fromisoformat(when.latest)
    return (first,) if first == last else tuple(first + (last - first) * step / 20 for step in range(21))
