"""Who did what to whom: the strongest deeds drawn, all of them listed."""

from markupsafe import Markup
from msgspec import Struct

from ..dates import spoken
from ..dossier import ActionRow, PlaceRow
from ..lookup import Lookup
from ..wording import REALIS, deed
from .anchors import Anchors, Link
from .drawing.deeds import Deed, deeds

_DRAWN = 16
_LEAST = 5
"""With so many deeds on several pages, those on one page are left to the list."""
MOST = 600
"""Deeds that the page lists; all are in dossier.json."""


class DeedView(Struct, frozen=True):
    """One line of the list."""

    actor: str
    verb: str
    target: str
    code: str
    realis: str
    when: str
    voice: str
    words: str
    link: Link
    pages: tuple[Link, ...]


class DeedsView(Struct, frozen=True):
    """The picture and the list."""

    drawing: Markup | None
    drawn: int
    rows: tuple[DeedView, ...]
    left: int


def deeds_view(lookup: Lookup, anchors: Anchors) -> DeedsView:
    """Deeds joined by actor, type, target and whether they are told as done; those on most pages first."""
    groups: dict[tuple[str, str, str, str], list[ActionRow]] = {}
    for action in lookup.dossier.actions:
        actor, target = lookup.actor(action.actor) or "", lookup.actor(action.target) or ""
        groups.setdefault((actor, action.code, target, action.realis), []).append(action)
    ranked = sorted(
        groups.items(), key=lambda g: (not (g[0][0] and g[0][2]), -_pages(g[1]), g[0][3] != "asserted", g[0])
    )
    whole = [entry for entry in ranked if entry[0][0] and entry[0][2]][:_DRAWN]
    wide = [entry for entry in whole if _pages(entry[1]) > 1]
    whole = wide if len(wide) >= _LEAST else whole
    together = sorted(whole, key=lambda g: (_rank(g[0][0], whole), g[0][2], -_pages(g[1]), g[0]))
    rows = tuple(_deed(key, found, anchors) for key, found in together)
    listed = tuple(_view(key, found, lookup, anchors) for key, found in ranked[:MOST])
    label = f"{len(rows)} deeds between parties"
    return DeedsView(deeds(rows, label) if rows else None, len(rows), listed, max(len(ranked) - MOST, 0))


def _pages(actions: list[ActionRow]) -> int:
    return len({action.source for action in actions})


def _rank(actor: str, whole: list[tuple[tuple[str, str, str, str], list[ActionRow]]]) -> tuple[int, str]:
    """Actors with most told of them first, each actor's deeds together."""
    return -sum(_pages(found) for key, found in whole if key[0] == actor), actor


def _deed(key: tuple[str, str, str, str], found: list[ActionRow], anchors: Anchors) -> Deed:
    actor, code, target, realis = key
    link = anchors.link([PlaceRow(a.source, a.start, a.end) for a in found], "")
    return Deed(actor, deed(code), target, _pages(found), REALIS.get(realis, realis), link.href, link.at)


def _view(key: tuple[str, str, str, str], found: list[ActionRow], lookup: Lookup, anchors: Anchors) -> DeedView:
    actor, code, target, realis = key
    places = [PlaceRow(a.source, a.start, a.end) for a in found]
    fullest = max(found, key=lambda a: (len(a.text) < 200, len(a.text), a.id))
    voices = [name for a in found if (name := lookup.actor(a.attributed_to))]
    whens = sorted({a.when for a in found if a.when})
    return DeedView(
        actor=actor,
        verb=deed(code),
        target=target,
        code=code,
        realis=REALIS.get(realis, realis),
        when="; ".join(spoken(when) for when in whens[:2]),
        voice=", ".join(dict.fromkeys(voices)),
        words=" ".join(fullest.text.split()),
        link=anchors.link(places, "show"),
        pages=anchors.by_page(places),
    )
