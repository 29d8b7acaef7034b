"""Questions that every face asks of a dossier: what is this id, how is this page called for short."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from .dossier import (
    ActionRow,
    ClaimRow,
    CopyRow,
    Dossier,
    EventRow,
    FigureRow,
    LineageRow,
    PartRow,
    PlaceRow,
    PossibleCopyRow,
    SourceRow,
    SpanRow,
    StatementRow,
)

Member = StatementRow | FigureRow | ActionRow
"""What a claim is made of."""

_JOINTS = re.compile(r"[\s._\-–—/:#]+")
_OPAQUE = re.compile(r"[0-9a-fA-F]{8}[0-9a-fA-F-]{8,}")
"""A checksum or an identifier such as a UUID: no name for a reader."""
_LONGEST = 14
"""Characters of a short label, at most; a label that would be longer is cut and numbered."""


class Lookup(Struct, frozen=True, dict=True):
    """Answers about one dossier."""

    dossier: Dossier

    @cached_property
    def sources(self) -> dict[str, SourceRow]:
        """Sources by id."""
        return {source.id: source for source in self.dossier.sources}

    @cached_property
    def order(self) -> dict[str, int]:
        """Place of each source in the pile, counted from one."""
        return {source.id: number for number, source in enumerate(self.dossier.sources, 1)}

    @cached_property
    def members(self) -> dict[str, Member]:
        """Statements, figures and actions by id."""
        rows: list[Member] = [*self.dossier.statements, *self.dossier.figures, *self.dossier.actions]
        return {row.id: row for row in rows}

    @cached_property
    def dates(self) -> dict[str, list[tuple[int, int]]]:
        """Where each source names a day, a year or another date: "more than two years ago"."""
        found: dict[str, list[tuple[int, int]]] = {}
        for moment in self.dossier.moments:
            if moment.kind == "date":
                found.setdefault(moment.source, []).append((moment.start, moment.end))
        return found

    @cached_property
    def tellers(self) -> dict[str, list[tuple[int, int]]]:
        """Where each source names who says something."""
        found: dict[str, list[tuple[int, int]]] = {}
        for statement in self.dossier.statements:
            if statement.speaker is not None:
                found.setdefault(statement.source, []).append((statement.speaker.start, statement.speaker.end))
        return found

    @cached_property
    def events(self) -> dict[str, EventRow]:
        """Events by id."""
        return {event.id: event for event in self.dossier.events}

    @cached_property
    def families(self) -> dict[str, CopyRow]:
        """The copy family of each source that is in one."""
        return {member: family for family in self.dossier.copies for member in family.members}

    @cached_property
    def _actors(self) -> dict[str, str]:
        return {actor.id: actor.name for actor in self.dossier.actors}

    @cached_property
    def labels(self) -> dict[str, str]:
        """A short label for each source, different for each: the start of its name up to a joint."""
        return short_labels([(source.id, _readable(source)) for source in self.dossier.sources])

    def label(self, source: str) -> str:
        """The short label of a source; its id where the dossier does not hold it."""
        return self.labels.get(source, source)

    def title(self, source: str) -> str:
        """What a reader would call a source: its publication, where the page names it, else its name."""
        row = self.sources.get(source)
        return (row.outlet or row.name).removeprefix("www.") if row else source

    def actor(self, actor: str | None) -> str | None:
        """Name of an actor."""
        return self._actors.get(actor) if actor else None

    def origin(self, family: CopyRow) -> str:
        """Whose text a family carries; its first member where that is open."""
        if family.origin.outside:
            return family.origin.outside
        return self.title(family.origin.source or family.members[0])

    def places(self, member: Member) -> tuple[PlaceRow, ...]:
        """The exact characters of a member of a claim."""
        if isinstance(member, StatementRow):
            return tuple(PlaceRow(member.source, span.start, span.end) for span in member.spans)
        return (PlaceRow(member.source, member.start, member.end),)

    def claimed(self, claim: ClaimRow) -> tuple[PlaceRow, ...]:
        """The exact characters of all members of a claim."""
        said = {row.id: row for row in self.told(claim.members, claim.parts)}
        rows = (said.get(member) or self.members.get(member) for member in claim.members)
        return tuple(place for row in rows if row is not None for place in self.places(row))

    def told(self, statements: Iterable[str], parts: Iterable[PartRow]) -> list[StatementRow]:
        """Statements by their ids, of those that are in `parts` only these words."""
        found = {one: row for one in statements if isinstance(row := self.members.get(one), StatementRow)}
        spans: dict[str, tuple[SpanRow, ...]] = {}
        for part in parts:
            spans[part.statement] = (*spans.get(part.statement, ()), *part.spans)
        for one in found.keys() & spans.keys():
            found[one] = self._part(found[one], spans[one])
        return list(found.values())

    def _part(self, row: StatementRow, spans: tuple[SpanRow, ...]) -> StatementRow:
        text = " ".join(self.cut(PlaceRow(row.source, span.start, span.end)) for span in spans)
        return replace(row, start=spans[0].start, end=spans[-1].end, spans=spans, text=text)

    def cut(self, place: PlaceRow) -> str:
        """The characters of a place; empty where the source is not in the dossier."""
        row = self.sources.get(place.source)
        return row.text[place.start : place.end] if row else ""

    def figures(self, claim: ClaimRow) -> list[FigureRow]:
        """The figures among the members of a claim."""
        return [row for member in claim.members if isinstance(row := self.members.get(member), FigureRow)]

    def whole(self, figure: FigureRow) -> FigureRow | None:
        """The figure of which one is a part: the 23 in "15 of 23 ships"."""
        row = self.members.get(figure.part_of) if figure.part_of else None
        return row if isinstance(row, FigureRow) else None

    def main_figure(self, claim: ClaimRow) -> FigureRow | None:
        """The figure of a claim that its text shows: of the value that most pages give."""
        rows = self.figures(claim)
        pages: dict[tuple[float, str], set[str]] = {}
        for row in rows:
            pages.setdefault((row.value, row.unit), set()).add(row.source)
        shown = [row for row in rows if row.text and row.text in claim.text]
        return min(shown, key=lambda row: (-len(pages[row.value, row.unit]), row.id), default=None)

    def voices(self, claim: ClaimRow) -> list[LineageRow]:
        """The voices of a claim's lineage, each once: rows that name one voice in several ways are joined, and the
        pages of one report under it."""
        found: dict[str, LineageRow] = {}
        for row in claim.support.lineage:
            before = found.get(row.id)
            found[row.id] = row if before is None else _joined(before, row)
        return list(found.values())

    @cached_property
    def reports(self) -> tuple[str, ...]:
        """Every independent report of the pile: families and pages in no family; pages that cannot be placed, or may
        be copies of others, are left out."""
        unplaced = self.unplaced | self.maybe_copied.keys()
        found: dict[str, None] = {}
        for source in self.dossier.sources:
            family = self.families.get(source.id)
            if family is not None:
                found[family.id] = None
            elif source.id not in unplaced:
                found[source.id] = None
        return tuple(found)

    @cached_property
    def unplaced(self) -> frozenset[str]:
        """Pages that claims count as unknown for they have too little text to tell whether they are copies."""
        alike = {page for row in self.dossier.possible_copies for page in (row.left, row.right)}
        return frozenset(page for claim in self.dossier.claims for page in claim.support.unknown) - alike

    @cached_property
    def maybe_copied(self) -> dict[str, PossibleCopyRow]:
        """Pages in no family that may have their text from a page before them in the pile, with what the two share."""
        found: dict[str, PossibleCopyRow] = {}
        place = self.order.get
        for row in sorted(self.dossier.possible_copies, key=lambda row: (-row.score, row.left, row.right)):
            lone = [page for page in (row.left, row.right) if page not in self.families and page not in found]
            later = max(lone, key=lambda page: place(page, 0), default=None)
            if later is not None:
                found[later] = row
        return found


def _readable(source: SourceRow) -> str:
    """The name of a source; where that is a number for machines, its outlet, which says more."""
    return source.outlet.removeprefix("www.") if source.outlet and _OPAQUE.fullmatch(source.name) else source.name


def _joined(left: LineageRow, right: LineageRow) -> LineageRow:
    """Two nodes for one thing as one: reasons side by side, steps by id, places once each."""
    why = left.why if right.why in {"", left.why} else right.why if not left.why else f"{left.why}; {right.why}"
    steps: dict[str, LineageRow] = {}
    for step in (*left.steps, *right.steps):
        steps[step.id] = _joined(steps[step.id], step) if step.id in steps else step
    spans = tuple(dict.fromkeys((*left.spans, *right.spans)))
    return LineageRow(left.kind, left.id, left.name, why, spans, tuple(steps.values()))


def short_labels(names: list[tuple[str, str]]) -> dict[str, str]:
    """Labels for (id, name): the shortest start of the name, up to a joint, that no other name has."""
    starts = {name: _starts(name) for _, name in names}
    held = Counter(start for name in {name for _, name in names} for start in set(starts[name]))
    repeated = Counter(name for _, name in names)
    taken: set[str] = set()
    labels: dict[str, str] = {}
    for number, (source, name) in enumerate(names, 1):
        label = next((s for s in starts[name] if held[s] == 1 and len(s) <= _LONGEST), "")
        if not label or repeated[name] > 1 or label in taken:
            label = f"{(starts[name] or ['page'])[0][: _LONGEST - 5]}·{number}"
        taken.add(label)
        labels[source] = label
    return labels


def _starts(name: str) -> list[str]:
    ends = [match.start() for match in _JOINTS.finditer(name) if match.start()]
    return [name[:end] for end in ends] + ([name] if name else [])
