"""Small things that every section shows: exact words with what is marked and changed in them, reasons, chips."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from secondsource.text.align import Change

from ..dossier import PlaceRow, ReasonRow
from ..variants import Piece, Wording, compared
from .anchors import Anchors, Link

MOST = 40
"""Longer lists are folded behind "show all"."""


class Bit(Struct, frozen=True):
    """Some words; `change` is kept, added or dropped, `marked` where they are what the item is about."""

    text: str
    change: str = "kept"
    marked: bool = False


class Words(Struct, frozen=True):
    """One wording: its words, the link to them, the pages that word it so, and what else to say of it."""

    bits: tuple[Bit, ...]
    link: Link
    pages: tuple[Link, ...]
    note: str
    language: str | None
    aligned: bool = False
    quoted: bool = False
    """Direct speech without its marks: the page sets them around it."""


class Why(Struct, frozen=True):
    """A reason and the characters that show it."""

    text: str
    link: Link


class Chip(Struct, frozen=True):
    """A short word on a claim; `tone` is one, many, clash or nothing."""

    text: str
    tone: str = ""


def reasons(rows: Iterable[ReasonRow], anchors: Anchors) -> tuple[Why, ...]:
    """Reasons with links, each once."""
    return tuple(Why(row.why, anchors.link(row.spans, "show")) for row in dict.fromkeys(rows))


def plain_words(text: str, places: tuple[PlaceRow, ...], anchors: Anchors, note: str, language: str | None) -> Words:
    """A wording without anything marked in it."""
    return Words((Bit(text),), anchors.link(places, "show"), anchors.by_page(places), note, language)


def marked_words(wording: Wording, anchors: Anchors, note: str) -> Words:
    """An item in its sentence, its own characters marked."""
    bits = (Bit(wording.before), Bit(wording.text, marked=True), Bit(wording.after))
    kept = tuple(bit for bit in bits if bit.text)
    link = anchors.link(wording.places, "show")
    return Words(kept, link, anchors.by_page(wording.places), note, wording.language)


def against(full: Words, other: Words, least: float) -> Words:
    """`other` with every word that it has, or lacks, against `full`; as it was where they cannot be compared."""
    if full.language != other.language:
        return other
    text = "".join(bit.text for bit in other.bits)
    pieces = compared("".join(bit.text for bit in full.bits), text, least)
    if pieces is None:
        return other
    return replace(other, bits=tuple(_overlay(pieces, other.bits)), aligned=True)


def _overlay(pieces: tuple[Piece, ...], bits: tuple[Bit, ...]) -> list[Bit]:
    """The pieces, cut again where the marking of `bits` begins and ends."""
    marks = [bit.marked for bit in bits for _ in bit.text]
    found: list[Bit] = []
    at = 0
    for piece in pieces:
        if piece.change is Change.DROPPED:
            found.append(Bit(piece.text, "dropped"))
            continue
        start = 0
        for end in range(1, len(piece.text) + 1):
            if end == len(piece.text) or marks[at + end] != marks[at + start]:
                found.append(Bit(piece.text[start:end], piece.change.value, marks[at + start]))
                start = end
        at += len(piece.text)
    return found
