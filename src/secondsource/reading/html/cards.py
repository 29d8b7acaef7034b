"""Lists of other stories: cards, a linked heading with a few lines under it, and lists of links."""

from .blocks import Line
from .layer import Layer

_LONGEST = 900
"""Characters of a card at most."""
_PARAGRAPHS = 3
_UP = 3


def cards(layer: Layer, lines: tuple[Line, ...]) -> frozenset[int]:
    """Indices of elements that are cards: the first around a linked heading that holds more than the heading."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        if not line.heading or line.heading == "h1" or line.link_share < 0.8 or line.words < 3:
            continue
        element = _around(layer, line)
        if element < 0:
            continue
        end = layer.ends[element]
        if end - layer.elements[element].start > _LONGEST:
            continue
        on, paragraphs = at + 1, 0
        while on < len(lines) and lines[on].start < end:
            paragraphs += lines[on].prose >= 60
            on += 1
        if 0 < paragraphs <= _PARAGRAPHS:
            found.add(element)
    return frozenset(found)


def _around(layer: Layer, line: Line) -> int:
    """The first element, at most three up, whose text goes on behind the heading; -1 where none does."""
    element = line.element
    for _ in range(_UP + 1):
        if element < 0:
            return -1
        if layer.ends[element] > line.end + 1:
            return element
        element = layer.elements[element].parent
    return -1


_LISTS = frozenset(["ul", "ol"])
_LINKED = 0.4


def link_lists(layer: Layer, lines: tuple[Line, ...]) -> frozenset[int]:
    """Indices of list elements of two entries and more that are mostly links and hold no full sentence."""
    around = [-1] * len(layer.elements)  # for each element, the innermost list that it is or stands in
    for index in [index for index, each in enumerate(layer.elements) if each.tag in _LISTS]:
        layer.spread(around, index, index)
    sizes: dict[int, list[float]] = {}
    for line in lines:
        element = around[line.element] if line.element >= 0 else -1
        if element < 0:
            continue
        entry = sizes.setdefault(element, [0.0, 0.0, 0.0])
        sentence = line.words >= 12 and line.ends_well and line.link_share < 0.5
        entry[0] += len(line.text)
        entry[1] += len(line.text) * line.link_share
        entry[2] = float("-inf") if sentence else entry[2] + 1
    return frozenset(
        element for element, (size, linked, count) in sizes.items() if count >= 2 and linked >= _LINKED * size
    )
