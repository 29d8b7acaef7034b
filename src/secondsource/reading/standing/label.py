"""Documents with their standing matter labelled: the one step of reading that needs the pages beside each other."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.credits import credits_of
from secondsource.language.furniture import lookup
from secondsource.model.document import Document
from secondsource.model.passage import Role
from secondsource.model.published import Clue, Published
from secondsource.model.span import Span
from secondsource.text.normalise import fold

from ..address import host_of
from ..dating.solve import solve
from ..stripped.form import word_count
from ..stripped.lines import lines_of
from ..stripped.signs import is_credit
from .shared import TOLD, Spot, shared_lines
from .subject import Subjects


class Bounds(Struct, frozen=True):
    """When a shared line is standing matter."""

    pages: int = 3
    """Pages of different matter, each from each, that have it; two are enough where they are of one publisher and
    neither speaks of anything that the line speaks of."""
    told: int = 1
    """Words of the line that may be among the most frequent of a page, or in its headline: with more of them the page
    speaks of it …"""
    silent: int = 3
    """… and so many pages must not speak of it for each that does: a report's paragraph also stands in round-ups."""
    abroad: int = 8
    """Words of a line that tells something where its pages are not known to be of one publisher: anybody may set
    "What happens next" above a paragraph."""
    title: int = 5
    """Words of a headline that other pages link to, at least."""
    looked: int = 60
    """Pages that tell what a line is: it may stand on thousands."""


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
        for spot, role in pile.roles_of(ordered):
            roles[spot.document][spot.passage] = role
    return tuple(
        _with(document, given) if given else document for document, given in zip(documents, roles, strict=True)
    )


class _Pile(Struct, frozen=True):
    """The documents beside each other."""

    documents: Sequence[Document]
    subjects: Subjects
    publishers: list[str]
    bounds: Bounds

    def roles_of(self, spots: Sequence[Spot]) -> Iterator[tuple[Spot, Role]]:
        """The places of a line, given by the pages' ids, that get another role, and which."""
        titles = [spot for spot in spots if self._role(spot) is Role.HEADLINE]
        if titles and self._words(titles[0]) >= self.bounds.title:
            yield from ((spot, Role.TEASER) for spot in self._silent(spots, titles))
            return
        document = self.documents[spots[0].document]
        role = Role.CREDIT if _credits(document, document.passages[spots[0].passage].span) else Role.FURNITURE
        yield from ((spot, role) for spot in sorted(self._standing(spots)))

    def _standing(self, spots: Sequence[Spot]) -> set[Spot]:
        """The places where the line is standing matter: of one publisher, or of the whole pile."""
        found: set[Spot] = set()
        of_publisher: dict[str, list[Spot]] = {}
        for spot in spots:
            of_publisher.setdefault(self.publishers[spot.document], []).append(spot)
        for publisher, near in sorted(of_publisher.items()):
            if publisher and len(near) > 1:
                found.update(self._silent(near, self._witnesses(near, 2)))
        if self._words(spots[0]) >= self.bounds.abroad:
            found.update(self._silent(spots, self._witnesses(spots, self.bounds.pages)))
        return found

    def _witnesses(self, spots: Sequence[Spot], least: int) -> list[Spot]:
        """Places on pages of different matter, each from each, that do not speak of the line; none where they are less
        than `least`, or where too many other pages speak of it."""
        looked = spots[: self.bounds.looked]
        told = [self._told(spot, looked) for spot in looked]
        speaking = sum(1 for count in told if count is not None and count > self.bounds.told)
        silent = [
            (spot, count)
            for spot, count in zip(looked, told, strict=True)
            if count is not None and count <= self.bounds.told
        ]
        if len(silent) < max(least, self.bounds.silent * speaking):
            return []
        found: list[Spot] = []
        for spot, _ in silent:
            if all(self.subjects.different(spot.document, each.document) for each in found):
                found.append(spot)
            if len(found) == self.bounds.pages:
                return found
        return found if len(found) >= least and not speaking and not any(count for _, count in silent) else []

    def _silent(self, spots: Sequence[Spot], witnesses: Sequence[Spot]) -> list[Spot]:
        """The places where the line passes for the report's though its page does not speak of it."""
        if not witnesses:
            return []
        told = ((spot, self._told(spot, witnesses)) for spot in spots if self._role(spot) in TOLD)
        return [spot for spot, count in told if count is not None and count <= self.bounds.told]

    def _told(self, spot: Spot, others: Sequence[Spot]) -> int | None:
        """How much the page speaks of the line, seen against the first page of other matter; None where there is none.
        What a page has as its furniture it does not speak of."""
        other = next((each for each in others if self.subjects.different(spot.document, each.document)), None)
        if other is None:
            return None
        return self.subjects.told(spot.document, spot.passage, other.document) if self._role(spot) in TOLD else 0

    def _role(self, spot: Spot) -> Role:
        return self.documents[spot.document].passages[spot.passage].role

    def _words(self, spot: Spot) -> int:
        document = self.documents[spot.document]
        return word_count(document.passages[spot.passage].span.cut(document.text))


def _credits(document: Document, span: Span) -> bool:
    """Whether a line credits a wire, an editor, a translator or a photographer."""
    lines = lines_of(span.cut(document.text), lookup(document.language))
    return all(is_credit(line, credits_of(document.language), frozenset()) for line in lines)


def _publisher(document: Document) -> str:
    """What pages of one publisher have in common: the host of their address, else the outlet's name; empty where
    neither is known."""
    return host_of(document.source.url) or fold(document.outlet or "")


def _again(clues: Sequence[Clue], before: Published | None) -> Published | None:
    """The days that the clues left allow, with the zone and, where they are the same days, the hour known before."""
    found = solve(clues, before.zone if before else None)
    if found is None or before is None or found.days != before.days:
        return found
    return replace(found, minute=before.minute)


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
        published = _again(clues, published)
    masthead = document.masthead
    if masthead.standfirst is not None and any(masthead.standfirst.touches(span) for span in gone):
        masthead = replace(masthead, standfirst=None)
    return replace(document, passages=passages, clues=clues, published=published, masthead=masthead)
