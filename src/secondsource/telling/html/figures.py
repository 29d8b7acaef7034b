"""The figures: what is measured, in which wordings, how they agree, and the intervals the wordings imply."""

from collections import Counter

from markupsafe import Markup
from msgspec import Struct

from ..amounts import amount, bounded, interval, scale_unit
from ..dates import spoken
from ..dossier import FigureRow, PlaceRow, QuantityRow
from ..lookup import Lookup
from ..variants import snippet
from ..wording import AGREEMENT
from .anchors import Anchors, Link
from .bars import drawn_values
from .shown import Chip, Why, reasons

_TONES = {"conflict": "clash", "revised": "clash", "same-by-rounding": "many", "converted": "many", "same": "many"}
_LEAST_SHOWN = 8
"""So many quantities stand open, if there are as many."""
_FIRST = ("conflict", "revised", "same-by-rounding", "converted")


class Written(Struct, frozen=True):
    """A figure as written, and the pages that write it so."""

    link: Link
    pages: tuple[Link, ...]


class Value(Struct, frozen=True):
    """One value and its wordings, the most common first; `implies` is the interval, `whole` the figure of which it is
    a part, a link to nothing where the texts name none."""

    text: str
    implies: str
    first: Written
    others: tuple[Written, ...]
    whole: Link


class Related(Struct, frozen=True):
    """Another quantity that looks alike."""

    anchor: str
    text: str
    how: str


class QuantityView(Struct, frozen=True):
    """One row of the table."""

    anchor: str
    measure: str
    snippet: tuple[str, str, str]
    """The first figure with some words on both sides."""
    of: str
    period: str
    values: tuple[Value, ...]
    chip: Chip
    reasons: tuple[Why, ...]
    related: tuple[Related, ...]
    drawing: Markup | None


class FigureTable(Struct, frozen=True):
    """Quantities on several pages: where there is something to say of their agreement, and where all are alike; and
    those that stand on one page."""

    shown: tuple[QuantityView, ...]
    alike: tuple[QuantityView, ...]
    lone: tuple[QuantityView, ...]
    left: int


MOST_LONE = 1000
"""Quantities on a single page that the page lists; all are in dossier.json."""


def figure_table(lookup: Lookup, anchors: Anchors) -> FigureTable:
    """Conflicts first, then what agrees only by rounding or conversion, then by number of pages."""
    rows = {figure.id: figure for figure in lookup.dossier.figures}
    quantities = {quantity.id: quantity for quantity in lookup.dossier.quantities}
    found = [(q, [rows[f] for f in q.figures if f in rows]) for q in lookup.dossier.quantities]
    found = [(q, figures) for q, figures in found if figures]
    found.sort(key=lambda entry: _order(entry[0], entry[1], lookup))
    wide = [entry for entry in found if _pages(entry[1]) > 1 or entry[0].agreement in _FIRST]
    lone = [entry for entry in found if _pages(entry[1]) < 2 and entry[0].agreement not in _FIRST]
    telling = [entry for entry in wide if _tells(entry[0])]
    alike = [entry for entry in wide if not _tells(entry[0])]
    room = max(_LEAST_SHOWN - len(telling), 0)
    return FigureTable(
        tuple(_view(q, figures, quantities, rows, anchors) for q, figures in telling + alike[:room]),
        tuple(_view(q, figures, quantities, rows, anchors) for q, figures in alike[room:]),
        tuple(_view(q, figures, quantities, rows, anchors) for q, figures in lone[:MOST_LONE]),
        max(len(lone) - MOST_LONE, 0),
    )


def _tells(quantity: QuantityRow) -> bool:
    return quantity.agreement in _FIRST or any(related.agreement == "conflict" for related in quantity.related)


def _pages(figures: list[FigureRow]) -> int:
    return len({figure.source for figure in figures})


def _order(quantity: QuantityRow, figures: list[FigureRow], lookup: Lookup) -> tuple[int, int, int, int, str]:
    rank = _FIRST.index(quantity.agreement) if quantity.agreement in _FIRST else len(_FIRST)
    first = min(figures, key=lambda f: (lookup.order.get(f.source, 0), f.start))
    pages = _pages(figures)
    return rank, -pages, lookup.order.get(first.source, 0), first.start, quantity.id


def _view(
    quantity: QuantityRow,
    figures: list[FigureRow],
    quantities: dict[str, QuantityRow],
    rows: dict[str, FigureRow],
    anchors: Anchors,
) -> QuantityView:
    lookup = anchors.lookup
    of = [name for figure in figures for name in figure.of]
    first = min(figures, key=lambda f: (lookup.order.get(f.source, 0), f.start))
    return QuantityView(
        anchor=_anchor(quantity.id),
        measure=quantity.measure or "what it counts is not told",
        snippet=snippet(lookup, PlaceRow(first.source, first.start, first.end)),
        of=", ".join(list(dict.fromkeys(of))[:2]),
        period=spoken(quantity.period) if quantity.period else "",
        values=_values(figures, anchors),
        chip=Chip(AGREEMENT.get(quantity.agreement, quantity.agreement), _TONES.get(quantity.agreement, "")),
        reasons=reasons(quantity.reasons, anchors),
        related=tuple(
            Related(_anchor(r.quantity), _said(quantities[r.quantity], rows), AGREEMENT.get(r.agreement, r.agreement))
            for r in quantity.related
            if r.quantity in quantities
        ),
        drawing=drawn_values(figures, quantity.unit, quantity.agreement),
    )


def _anchor(quantity: str) -> str:
    return f"q-{quantity.removeprefix('quantity:')}"


def _said(quantity: QuantityRow, rows: dict[str, FigureRow]) -> str:
    first = next((rows[figure] for figure in quantity.figures if figure in rows), None)
    return f"{quantity.measure} {first.text}" if first else quantity.measure


def _values(figures: list[FigureRow], anchors: Anchors) -> tuple[Value, ...]:
    groups: dict[tuple[float, float | None, float | None, str], list[FigureRow]] = {}
    for figure in figures:
        groups.setdefault((figure.value, figure.low, figure.high, figure.unit), []).append(figure)
    ordered = sorted(groups.values(), key=lambda g: (-len({f.source for f in g}), g[0].value, g[0].id))
    found: list[Value] = []
    for group in ordered:
        row, written = group[0], _written(group, anchors)
        text, implied = amount(row.value, scale_unit(row.unit)), interval(row.low, row.high, scale_unit(row.unit))
        found.append(Value(text, "" if implied == text else implied, written[0], written[1:], _whole(group, anchors)))
    return tuple(found)


def _whole(figures: list[FigureRow], anchors: Anchors) -> Link:
    """The whole that most of the figures are a part of, as its number, and where it stands."""
    wholes = [whole for figure in figures if (whole := anchors.lookup.whole(figure))]
    said = Counter(bounded(whole) for whole in wholes)
    most = min(said, key=lambda value: (-said[value], value), default="")
    places = [PlaceRow(whole.source, whole.start, whole.end) for whole in wholes if bounded(whole) == most]
    return anchors.link(places, most)


def _written(figures: list[FigureRow], anchors: Anchors) -> tuple[Written, ...]:
    groups: dict[str, list[FigureRow]] = {}
    for figure in figures:
        groups.setdefault(" ".join(figure.text.split()), []).append(figure)
    ordered = sorted(groups.items(), key=lambda g: (-len({f.source for f in g[1]}), g[0]))
    found: list[Written] = []
    for text, group in ordered:
        places = [PlaceRow(figure.source, figure.start, figure.end) for figure in group]
        found.append(Written(anchors.link(places, text), anchors.by_page(places)))
    return tuple(found)
