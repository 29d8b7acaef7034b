"""Wordings of one thing side by side: the same words once, other wordings aligned with the fullest."""

import re
from collections.abc import Sequence

from msgspec import Struct

from secondsource.model.span import Span
from secondsource.text.align import Change, align
from secondsource.text.normalise import fold
from secondsource.text.sentences import sentences
from secondsource.text.tokens import tokens

from .dossier import PlaceRow
from .lookup import Lookup

ONE_REMARK = 0.5
"""Least share of common words for versions of one remark, which are known to say the same."""
ONE_SENTENCE = 0.5
"""The same for sentences that only hold the same figure or deed: below, an alignment shows noise, not an edit."""
_WORD = re.compile(r"\w")
_WINDOW = 240
"""Characters kept on each side of an item inside a very long sentence."""


class Piece(Struct, frozen=True):
    """Some words, and what became of them against the fullest wording."""

    text: str
    change: Change


class Wording(Struct, frozen=True):
    """One wording, as written. `before` and `after` are the rest of its sentence; `places` are the item's own
    characters on every page that words it so."""

    before: str
    text: str
    after: str
    pages: tuple[str, ...]
    places: tuple[PlaceRow, ...]
    language: str | None


def snippet(lookup: Lookup, place: PlaceRow) -> tuple[str, str, str]:
    """An item with about sixty characters of its sentence on each side."""
    before, after = _around(lookup, place)
    return _shorten(before, 60, head=True), lookup.cut(place), _shorten(after, 60, head=False)


def in_sentence(lookup: Lookup, places: Sequence[PlaceRow]) -> tuple[Wording, ...]:
    """Items in their sentences, equal sentences joined; the wording on most pages first, then the longest."""
    found: dict[tuple[str, str], list[tuple[PlaceRow, str, str]]] = {}
    for place in sorted(places, key=lambda p: (lookup.order.get(p.source, 0), p.start, p.end)):
        before, after = _around(lookup, place)
        key = (fold(before + lookup.cut(place) + after), fold(lookup.cut(place)))
        found.setdefault(key, []).append((place, before, after))
    wordings = [_wording(lookup, group) for group in found.values()]
    return tuple(sorted(wordings, key=lambda w: (-len(w.pages), lookup.order.get(w.pages[0], 0), w.places[0].start)))


def _wording(lookup: Lookup, group: list[tuple[PlaceRow, str, str]]) -> Wording:
    place, before, after = group[0]
    pages = tuple(dict.fromkeys(place.source for place, _, _ in group))
    row = lookup.sources.get(place.source)
    return Wording(
        before, lookup.cut(place), after, pages, tuple(place for place, _, _ in group), row.language if row else None
    )


def _around(lookup: Lookup, place: PlaceRow) -> tuple[str, str]:
    row = lookup.sources.get(place.source)
    if row is None:
        return "", ""
    around = next((p for p in row.passages if p.start <= place.start and place.end <= p.end), None)
    if around is None:
        return "", ""
    text = row.text[around.start : around.end]
    inside = Span(place.start - around.start, place.end - around.start)
    touched = [sentence for sentence in sentences(text, row.language or "en") if sentence.touches(inside)]
    if not touched:
        return "", ""
    start, end = min(touched[0].start, inside.start), max(touched[-1].end, inside.end)
    head, tail = text[start : inside.start], text[inside.end : end]
    return _shorten(head, _WINDOW, head=True), _shorten(tail, _WINDOW, head=False)


def _shorten(text: str, room: int, *, head: bool) -> str:
    if len(text) <= room:
        return text
    if head:
        kept = text[-room:]
        return "… " + kept[kept.find(" ") + 1 :]
    kept = text[:room]
    return kept[: kept.rfind(" ")] + " …"


def compared(full: str, other: str, least: float) -> tuple[Piece, ...] | None:
    """`other` against `full`, word by word: kept, added, dropped; marks alone are never an edit.

    None where less than `least` of the shorter's words are common to both.
    """
    left, right = tokens(full), tokens(other)
    lefts, rights = [fold(span.cut(full)) for span in left], [fold(span.cut(other)) for span in right]
    pieces: list[Piece] = []
    kept = 0
    for run in align(lefts, rights):
        old = _slice(full, left, run.left_start, run.left_end)
        new = _slice(other, right, run.right_start, run.right_end)
        if run.change is Change.KEPT:
            kept += run.left_end - run.left_start
            pieces.append(Piece(new, Change.KEPT))
            continue
        if _WORD.search(old):
            apart = " " if pieces and not pieces[-1].text[-1:].isspace() else ""
            pieces.append(Piece(apart + old.rstrip(), Change.DROPPED))
        words = new.rstrip() if _WORD.search(new) else ""
        pieces += [Piece(words, Change.ADDED)] if words else []
        pieces += [Piece(new[len(words) :], Change.KEPT)] if new != words else []
    shorter = min(len(left), len(right))
    if not shorter or kept / shorter < least:
        return None
    return tuple(pieces)


def _slice(text: str, spans: list[Span], first: int, last: int) -> str:
    """The words and the white space behind them."""
    if first == last:
        return ""
    end = spans[last].start if last < len(spans) else len(text)
    return text[spans[first].start : end]
