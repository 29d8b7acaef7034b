"""Which element of the page holds the report.

Every line has a value: running text counts for it, links and scraps count against it. The element whose lines sum up to
most is the container: a frame around it only adds links and scraps.

Source of the idea: J. Pasternack, D. Roth, "Extracting article text from the web with maximum subsequence
segmentation", WWW 2009; here over subtrees instead of over token runs.
"""

from .blocks import Line, total_by_element
from .layer import Layer
from .parts import ASIDE, Part, limit

_SHARE_OF_PROSE = (
    (Part.COMMENT, 0.05),
    (Part.FURNITURE, 0.1),
    (Part.LEGAL, 0.1),
    (Part.TEASER, 0.3),
    (Part.FRAME, 0.6),
)
"""What is left of the value of running text in a part that names itself so."""


def container(layer: Layer, lines: tuple[Line, ...], parts: list[Part]) -> int:
    """Index of the element that holds the report; -1 for a page without elements."""
    if not layer.elements:
        return -1
    prose = total_by_element(layer, [(line.block.element, line.prose) for line in lines])
    above = _inherited(layer, parts, prose)
    totals = total_by_element(layer, [(line.block.element, _value(line, above)) for line in lines])
    best, best_score = 0, float("-inf")
    for index, element in enumerate(layer.elements):
        score = totals[index]
        if score > 0:
            if parts[index] & Part.CONTENT:
                score *= 1.25
            elif element.tag in {"article", "main"}:
                score *= 1.1
        if score >= best_score:
            best, best_score = index, score
    return best


def _value(line: Line, above: list[Part]) -> float:
    part = above[line.block.element] if line.block.element >= 0 else Part.NONE
    if line.prose:
        for flag, share in _SHARE_OF_PROSE:
            if part & flag:
                return line.prose * share
        return line.prose
    if line.heading:
        return 0.0
    if line.link_share > 0.5:
        return -20.0 - 0.3 * len(line.text)
    return -2.0 if line.words < 6 and not line.in_table else 0.0


def _inherited(layer: Layer, parts: list[Part], prose: list[float]) -> list[Part]:
    """The aside parts of each element and of all above it; what holds much of the page's prose is no aside."""
    found: list[Part] = []
    for index, element in enumerate(layer.elements):
        own = parts[index] & ASIDE
        if own and prose[index] > prose[0] * limit(own):
            own = Part.NONE
        found.append(own | (found[element.parent] if element.parent >= 0 else Part.NONE))
    return found


def asides(layer: Layer, lines: tuple[Line, ...], parts: list[Part], chosen: int) -> list[Part]:
    """For each element, the aside it stands in (its own or one above), or none. Inside the container an element that
    says it is an aside, but holds much of the prose, is none; elements around the container are none either."""
    prose = total_by_element(layer, [(line.block.element, line.prose) for line in lines])
    around: set[int] = set()
    at = chosen
    while at >= 0:
        around.add(at)
        at = layer.elements[at].parent
    whole = prose[chosen] if chosen >= 0 else 0.0
    inside = range(chosen, _subtree_end(layer, chosen))
    found: list[Part] = []
    for index, element in enumerate(layer.elements):
        above = found[element.parent] if element.parent >= 0 else Part.NONE
        own = Part.NONE
        if not above and index not in around:
            own = parts[index] & ASIDE
            if own and index in inside and prose[index] > whole * limit(own):
                own = Part.NONE
        found.append(above or own)
    return found


def _subtree_end(layer: Layer, index: int) -> int:
    """One past the last element below `index`; elements come in document order."""
    if index < 0:
        return 0
    depth = layer.elements[index].depth
    at = index + 1
    while at < len(layer.elements) and layer.elements[at].depth > depth:
        at += 1
    return at
