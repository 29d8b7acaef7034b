"""Where things are in the source pane: a page's text as lines with ids, and links to exact characters.

Lines are made for the eye. Joined together they are the coordinate text of the source, character for character.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from msgspec import Struct

from ..dossier import PassageRow, PlaceRow
from ..lookup import Lookup

_BREAK = re.compile(r"[\n\r\u2028\u2029]")


class Part(Struct, frozen=True):
    """Characters of one role; an empty role for what stands between passages."""

    text: str
    role: str


class Line(Struct, frozen=True):
    """What is shown as one block. `gap` is the blank text behind it."""

    id: str
    start: int
    parts: tuple[Part, ...]
    gap: str


class Link(Struct, frozen=True):
    """A link to characters: `href` works without scripts (the line), `at` is exact (`3:120-143,5:7-19`)."""

    href: str
    at: str
    label: str


class Anchors(Struct, frozen=True, dict=True):
    """Lines and links of one dossier."""

    lookup: Lookup

    @cached_property
    def lines(self) -> dict[str, tuple[Line, ...]]:
        """The lines of each source."""
        return {
            s.id: tuple(cut_lines(s.text, s.passages, f"s{self.lookup.order[s.id]}"))
            for s in self.lookup.dossier.sources
        }

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        return {source: [line.start for line in lines] for source, lines in self.lines.items()}

    def page(self, source: str, label: str | None = None) -> Link:
        """A link to a whole page."""
        number = self.lookup.order.get(source, 0)
        return Link(f"#s{number}", f"{number}:0-0", self.lookup.label(source) if label is None else label)

    def link(self, places: Iterable[PlaceRow], label: str) -> Link:
        """A link to exact characters, in the order of the pile; to nothing where there are none."""
        order = self.lookup.order
        known = sorted({p for p in places if p.source in order}, key=lambda p: (order[p.source], p.start, p.end))
        if not known:
            return Link("", "", label)
        at = ",".join(f"{order[place.source]}:{place.start}-{place.end}" for place in known)
        return Link(self._href(known[0]), at, label)

    def by_page(self, places: Sequence[PlaceRow]) -> tuple[Link, ...]:
        """One link for each page, labelled with the page."""
        pages: dict[str, list[PlaceRow]] = {}
        for place in places:
            pages.setdefault(place.source, []).append(place)
        order = self.lookup.order
        return tuple(
            self.link(pages[page], self.lookup.label(page)) for page in sorted(pages, key=lambda p: order.get(p, 0))
        )

    def _href(self, place: PlaceRow) -> str:
        starts = self._starts[place.source]
        at = bisect_right(starts, place.start) - 1
        lines = self.lines[place.source]
        return f"#{lines[max(at, 0)].id}" if lines else f"#s{self.lookup.order[place.source]}"


def cut_lines(text: str, passages: Sequence[PassageRow], name: str) -> list[Line]:
    """The text cut into lines called `name-0`, `name-1` …: a new one wherever the blank between two passages holds a
    line break. Passages that overlap or run over the end are cut: no character is lost or shown twice."""
    found: list[Line] = []
    parts: list[Part] = []
    start, at = 0, 0

    def close(gap: str, end: int) -> None:
        nonlocal parts, start
        if parts or gap:
            found.append(Line(f"{name}-{len(found)}", start, tuple(parts), gap))
        parts, start = [], end

    for passage in _tiled(text, passages):
        between = text[at : passage.start]
        if between and (_BREAK.search(between) or not parts):
            close(between, passage.start)
        elif between:
            parts.append(Part(between, ""))
        parts.append(Part(text[passage.start : passage.end], passage.role))
        at = passage.end
    close(text[at:], len(text))
    return found


def _tiled(text: str, passages: Sequence[PassageRow]) -> list[PassageRow]:
    found: list[PassageRow] = []
    at = 0
    for passage in sorted(passages, key=lambda p: (p.start, p.end)):
        start, end = max(passage.start, at), min(passage.end, len(text))
        if start < end:
            found.append(PassageRow(passage.role, start, end))
            at = end
    return found
