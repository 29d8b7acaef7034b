"""The role of every line of an HTML page."""

from secondsource.language.page import line_pattern
from secondsource.model.passage import Passage, Role

from .blocks import Line, lines_of, total_by_element
from .container import asides, container
from .layer import Layer
from .parts import Part, parts_of

_ROLE_OF_ASIDE = (
    (Part.LEGAL, Role.LEGAL),
    (Part.TEASER, Role.TEASER),
    (Part.COMMENT, Role.FURNITURE),
    (Part.FURNITURE, Role.FURNITURE),
    (Part.FRAME, Role.FURNITURE),
)


def label(layer: Layer, titles: tuple[str, ...] = (), descriptions: tuple[str, ...] = ()) -> tuple[Passage, ...]:
    """A passage for each line of the layer. `titles` are the page data's words for its headline."""
    lines = lines_of(layer)
    parts = parts_of(layer, total_by_element(layer, [(line.block.element, line.prose) for line in lines]))
    chosen = container(layer, lines, parts)
    roles = _roles(layer, lines, parts, asides(layer, lines, parts, chosen), chosen)
    return tuple(Passage(line.block.start, line.block.end, role) for line, role in zip(lines, roles, strict=True))


def _roles(layer: Layer, lines: tuple[Line, ...], parts: list[Part], stood_in: list[Part], chosen: int) -> list[Role]:
    start, end = (layer.elements[chosen].start, layer.ends[chosen]) if chosen >= 0 else (0, len(layer.text))
    roles: list[Role] = []
    for line in lines:
        aside = stood_in[line.block.element] if line.block.element >= 0 else Part.NONE
        if aside:
            roles.append(next(role for part, role in _ROLE_OF_ASIDE if aside & part))
        elif not start <= line.block.start < end:
            roles.append(_outside(line))
        else:
            roles.append(_inside(layer, line, parts))
    return roles


def _outside(line: Line) -> Role:
    return Role.TEASER if line.link_share > 0.8 and line.words > 5 else Role.FURNITURE


def _inside(layer: Layer, line: Line, parts: list[Part]) -> Role:
    part = _nearest(layer, line, parts)
    lower = line.text[:80].lower()
    if line.heading == "h1":
        return Role.HEADLINE
    if part & Part.CAPTION:
        return Role.CAPTION
    if part & Part.BYLINE and line.words < 25:
        return Role.BYLINE
    if line.link_share > 0.7 and line.words < 40:
        return Role.TEASER
    if line.words < 25 and line_pattern("teaser").match(lower):
        return Role.TEASER
    if line.words < 16 and not line.heading and line_pattern("furniture").match(lower):
        return Role.FURNITURE
    if line_pattern("legal").match(lower) and line.words < 40:
        return Role.LEGAL
    if line.words < 25 and line_pattern("caption").match(lower):
        return Role.CAPTION
    if line.heading:
        return Role.SUBHEAD
    if line.ends_well or line.words >= 12 or line.in_list or line.in_table:
        return Role.BODY
    return Role.FURNITURE


def _nearest(layer: Layer, line: Line, parts: list[Part]) -> Part:
    """The parts of the elements close around a line: its block element and the two above."""
    part = Part.NONE
    at = line.block.element
    for _ in range(3):
        if at < 0:
            break
        part |= parts[at]
        at = layer.elements[at].parent
    return part
