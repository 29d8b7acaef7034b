"""The role of every line of an HTML page."""

from functools import cache, lru_cache

from msgspec import Struct

from secondsource.language.furniture import lookup
from secondsource.language.pack import languages
from secondsource.language.page import opening
from secondsource.model.passage import Passage, Role
from secondsource.model.span import Span
from secondsource.reading.stripped.pieces import dateline
from secondsource.text.normalise import fold

from .blocks import Line
from .cards import cards, link_lists
from .container import asides, container
from .headline import headline_line
from .layer import Layer
from .parts import Part, parts_of
from .roles import View, companions_of, inside, outside, signs_of, with_byline, with_standfirst
from .tails import with_tail_cut

_ROLE_OF_ASIDE = (
    (Part.LEGAL, Role.LEGAL),
    (Part.TEASER, Role.TEASER),
    (Part.COMMENT, Role.FURNITURE),
    (Part.FURNITURE, Role.FURNITURE),
    (Part.FRAME | Part.HIDDEN, Role.FURNITURE),
)
_LONG = 60
_CARDS_SHARE = 0.45
"""A page with more of its running text in cards is a list of stories itself."""


class Labelled(Struct, frozen=True):
    """Passages in order, and where in the layer the element stands that holds the report."""

    passages: tuple[Passage, ...]
    report: Span


class Told(Struct, frozen=True):
    """What the page's data says that helps with the labels. `language` is an ISO 639-1 code."""

    titles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    language: str | None = None


def label(layer: Layer, told: Told) -> Labelled:
    """A passage for each line of the layer, a dateline apart."""
    lines = layer.lines
    prose = layer.totals([line.prose for line in lines])
    parts = parts_of(layer, prose)
    _mark_lists(layer, lines, parts, prose)
    headline = headline_line(layer, lines, parts, told.titles)
    chosen = container(layer, lines, parts, prose, headline)
    view = View(
        layer,
        lines,
        parts,
        asides(layer, parts, prose, chosen),
        layer.elements[chosen].start if chosen >= 0 else 0,
        layer.ends[chosen] if chosen >= 0 else len(layer.text),
        headline,
        tuple(fold(description[:400]) for description in told.descriptions),
        tuple(fold(title[:400]) for title in (*told.titles, *([lines[headline].text] if headline is not None else []))),
        tuple(fold(author) for author in told.authors if len(author) > 4),
        signs_of(told.language),
        lookup(told.language if told.language in _spoken() else None),
        companions_of(layer, lines),
    )
    roles = _roles(view)
    return Labelled(_passages(view, roles), Span(view.start, view.end))


@cache
def _spoken() -> frozenset[str]:
    """Languages with tables of their own."""
    return frozenset(languages())


def _mark_lists(layer: Layer, lines: tuple[Line, ...], parts: list[int], prose: list[float]) -> None:
    """Give cards and lists of links the part of teasers."""
    listed = [element for element in cards(layer, lines) if not _in_body(layer, parts, element)]
    if prose and sum(prose[element] for element in listed) <= _CARDS_SHARE * prose[0]:
        for element in listed:
            parts[element] |= Part.TEASER
    for element in link_lists(layer, lines):
        parts[element] |= Part.TEASER


def _in_body(layer: Layer, parts: list[int], element: int) -> bool:
    while element >= 0:
        if parts[element] & Part.BODY:
            return True
        element = layer.elements[element].parent
    return False


def _roles(view: View) -> list[Role]:
    roles = [_role(view, at) for at in range(len(view.lines))]
    if view.headline is not None:
        _before_headline(view, roles, view.headline)
        said = fold(view.lines[view.headline].text)
        for at, line in enumerate(view.lines):
            if roles[at] is Role.SUBHEAD and fold(line.text) == said:
                roles[at] = Role.FURNITURE
        roles[view.headline] = Role.HEADLINE
    _repeated(view, roles)
    with_tail_cut(view, roles)
    with_standfirst(view, roles)
    with_byline(view, roles)
    _idle_subheads(view, roles)
    return roles


def _role(view: View, at: int) -> Role:
    line = view.lines[at]
    element = line.element
    aside = view.asides[element] if element >= 0 else Part.NONE
    if aside:
        legal = 2 <= line.words < 40 and not line.link_share and opening("legal", line.text[:80].lower())
        return Role.LEGAL if legal else _role_of_aside(aside)
    if view.start <= line.start < view.end:
        return inside(view, at)
    return outside(view, line)


@lru_cache
def _role_of_aside(aside: int) -> Role:
    return next(role for part, role in _ROLE_OF_ASIDE if aside & part)


def _before_headline(view: View, roles: list[Role], headline: int) -> None:
    """Nothing of a report stands before its headline, unless most of it does: then it is no headline of the whole."""
    before = sum(line.prose for line, role in zip(view.lines[:headline], roles, strict=False) if role is Role.BODY)
    after = sum(view.lines[at].prose for at in range(headline, len(roles)) if roles[at] is Role.BODY)
    if before < 0.5 * after:
        for at in range(headline):
            if roles[at] in {Role.BODY, Role.SUBHEAD}:
                roles[at] = Role.FURNITURE


def _repeated(view: View, roles: list[Role]) -> None:
    """Paragraphs said again, several in the same order or one right behind itself, are there for another width of
    screen. A question that an interview asks again stands alone."""
    first: dict[str, int] = {}
    lines = view.lines
    for at, line in enumerate(lines):
        if roles[at] is not Role.BODY or len(line.text) < _LONG or line.in_table:
            continue
        before = first.setdefault(line.text, at)
        if before < at and (before == at - 1 or _same(view, before - 1, at - 1) or _same(view, before + 1, at + 1)):
            roles[at] = Role.FURNITURE


def _same(view: View, one: int, other: int) -> bool:
    if one < 0 or other >= len(view.lines):
        return False
    return view.lines[one].text == view.lines[other].text


def _idle_subheads(view: View, roles: list[Role]) -> None:
    """A subhead heads something: without body behind it, it is furniture."""
    followed = False
    for at in range(len(roles) - 1, -1, -1):
        if roles[at] is Role.BODY:
            followed = True
        elif roles[at] is Role.SUBHEAD and not followed:
            roles[at] = Role.FURNITURE


def _passages(view: View, roles: list[Role]) -> tuple[Passage, ...]:
    found: list[Passage] = []
    leading = True
    for line, role in zip(view.lines, roles, strict=True):
        start, end = line.start, line.end
        if leading and role in {Role.BODY, Role.STANDFIRST}:
            placed = dateline(view.layer.text, Span(start, end))
            if placed is not None and placed.end < end:
                found.append(Passage(placed.start, placed.end, Role.DATELINE))
                start = placed.end + _blanks(view.layer.text[placed.end : end])
            leading = role is not Role.BODY
        found.append(Passage(start, end, role))
    return tuple(found)


def _blanks(text: str) -> int:
    return len(text) - len(text.lstrip())
