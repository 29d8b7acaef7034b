"""Documents with their standing matter labelled: the one step of reading that needs the pages beside each other."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.credits import credits_of
from secondsource.language.furniture import lookup
from secondsource.model.document import Document
from secondsource.model.passage import Role
from secondsource.model.span import Span
from secondsource.text.normalise import fold

from ..dating.solve import solve
from ..stripped.form import word_count
from ..stripped.lines import lines_of
from ..stripped.signs import is_credit
from .shared import TOLD, Spot, shared_lines
from .subject import Subjects

_HOST_PARTS = ("www.", "m.", "amp.", "mobile.")


class Bounds(Struct, frozen=True):
    """When a shared line is standing matter."""

    pages: int = 3
    """Pages of different matter, each from each, that have it; two are enough where they are of one publisher and
    neither speaks of anything that the line speaks of."""
    told: int = 1
    """Words of the line that may be among the most frequent of a page, or in its headline: of more it speaks itself."""
    abroad: int = 8
    """Words of a line that tells something where its pages are not known to be of one publisher: anybody may set
    "What happens next" above a paragraph."""
    title: int = 5
    """Words of a headline that other pages link to, at least."""
    looked: int = 60
    """Pages that are looked at for each place of a line: it stands on thousands."""


BOUNDS = Bounds()


def labelled(documents: Sequence[Document], bounds: Bounds = BOUNDS) -> tuple[Document, ...]:
    """The same documents in the same order; those with lines of standing matter in their report have them labelled.

    A line is standing matter where pages that are about different things have it, and it is about none of them. It
    becomes furniture; a line that credits somebody a credit, the headline of another page a teaser. What every page
    says is decided by the set of pages alone: their order never matters.
    """
    shared = shared_lines(documents)
    of_page: list[dict[int, int]] = [{} for _ in documents]
    for key, spots in shared.items():
        for spot in spots:
            of_page[spot.document][key] = spot.passage
    pile = _Pile(documents, Subjects(documents, of_page), [_publisher(document) for document in documents], bounds)
    roles: list[dict[int, Role]] = [{} for _ in documents]
    for spots in shared.values():
        ordered = sorted(spots, key=lambda spot: documents[spot.document].id)
        for spot in spots:
            if pile.role(spot) in TOLD and pile.stands(spot, ordered):
                roles[spot.document][spot.passage] = pile.new_role(spot, ordered)
    return tuple(
        _with(document, given) if given else document for document, given in zip(documents, roles, strict=True)
    )


class _Pile(Struct, frozen=True):
    """The documents beside each other."""

    documents: Sequence[Document]
    subjects: Subjects
    publishers: list[str]
    bounds: Bounds

    def role(self, spot: Spot) -> Role:
        """The role of a passage."""
        return self.documents[spot.document].passages[spot.passage].role

    def stands(self, spot: Spot, spots: Sequence[Spot]) -> bool:
        """Whether the line is standing matter on this page. `spots`: all its places, by the pages' ids."""
        others = self._others(spot, spots)
        if not others:
            return False
        told = self.subjects.told(spot.document, spot.passage, others[0].document)
        if told > self.bounds.told:
            return False
        if len(others) + 1 >= self.bounds.pages or self._is_title(others[0]):
            return True
        return told == 0 and self._near(spot, others[0]) and self._is_silent(others[0], spot)

    def _others(self, spot: Spot, spots: Sequence[Spot]) -> list[Spot]:
        """Places on pages of other matter than this page and than each other, as many as are asked for, those of the
        same publisher first."""
        found: list[Spot] = []
        several = [each for each in spots[: self.bounds.looked] if each.document != spot.document]
        near = [each for each in several if self._near(spot, each)]
        known = (
            near if self._words(spot) < self.bounds.abroad else [*near, *(each for each in several if each not in near)]
        )
        titles = [each for each in several if self._is_title(each)]
        for other in (*titles, *known):
            if all(self.subjects.different(other.document, each.document) for each in (spot, *found)):
                found.append(other)
            if len(found) + 1 >= self.bounds.pages:
                break
        return found

    def _words(self, spot: Spot) -> int:
        document = self.documents[spot.document]
        return word_count(document.passages[spot.passage].span.cut(document.text))

    def _near(self, spot: Spot, other: Spot) -> bool:
        """Whether two pages are known to be of one publisher."""
        publisher = self.publishers[spot.document]
        return bool(publisher) and publisher == self.publishers[other.document]

    def _is_title(self, spot: Spot) -> bool:
        return self.role(spot) is Role.HEADLINE and self._words(spot) >= self.bounds.title

    def _is_silent(self, spot: Spot, other: Spot) -> bool:
        """Whether the line is about nothing that its page is about; a page's furniture is not asked."""
        return self.role(spot) not in TOLD or self.subjects.told(spot.document, spot.passage, other.document) == 0

    def new_role(self, spot: Spot, spots: Sequence[Spot]) -> Role:
        """What the line is instead."""
        if any(self._is_title(other) for other in spots):
            return Role.TEASER
        document = self.documents[spot.document]
        return Role.CREDIT if _credits(document, document.passages[spot.passage].span) else Role.FURNITURE


def _credits(document: Document, span: Span) -> bool:
    """Whether a line credits a wire, an editor, a translator or a photographer."""
    lines = lines_of(span.cut(document.text), lookup(document.language))
    return all(is_credit(line, credits_of(document.language), frozenset()) for line in lines)


def _publisher(document: Document) -> str:
    """What pages of one publisher have in common: the host of their address, else the outlet's name; empty where
    neither is known."""
    host = urlsplit(document.source.url or "").hostname or ""
    for part in _HOST_PARTS:
        host = host.removeprefix(part)
    return host or fold(document.outlet or "")


def _with(document: Document, roles: dict[int, Role]) -> Document:
    """The document with these roles, and its date from the clues that stand elsewhere."""
    passages = tuple(replace(passage, role=roles.get(at, passage.role)) for at, passage in enumerate(document.passages))
    gone = [document.passages[at].span for at in roles]
    clues = tuple(
        clue
        for clue in document.clues
        if not any(Span(place.start, place.end).touches(span) for place in clue.reason.spans for span in gone)
    )
    published = document.published
    if clues != document.clues:
        published = solve(clues, published.zone if published else None)
    masthead = document.masthead
    if masthead.standfirst is not None and any(masthead.standfirst.touches(span) for span in gone):
        masthead = replace(masthead, standfirst=None)
    return replace(document, passages=passages, clues=clues, published=published, masthead=masthead)
