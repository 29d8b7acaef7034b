"""Which element of the page holds the report."""

from .layer import Layer
from .parts import Part

_DOMINANT = 0.85
"""A child with this share of the prose of its parent stands for it."""


def container(layer: Layer, parts: list[Part], prose: list[float]) -> int:
    """Index of the element that holds the report: from the root down as long as one child has nearly all the prose of
    its parent; -1 for a page without elements."""
    if not layer.elements:
        return -1
    children: dict[int, list[int]] = {}
    for index, element in enumerate(layer.elements):
        children.setdefault(element.parent, []).append(index)
    at = 0
    while True:
        best = max(children.get(at, ()), key=lambda child: (prose[child], -child), default=-1)
        if best < 0 or prose[best] <= 0:
            return at
        share = prose[best] / prose[at]
        named = bool(parts[best] & Part.CONTENT) or layer.elements[best].tag in {"article", "main"}
        if share < (0.5 if named else _DOMINANT) or layer.elements[best].tag in {"p", "li", "td", "blockquote"}:
            return at
        at = best
