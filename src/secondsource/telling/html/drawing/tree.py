"""Who copied whom: from the origin on the left to the pages on the right, the relation on each line."""

from markupsafe import Markup
from msgspec import Struct

from .svg import drawing, element, fitted, link, text, title

_COLUMN = 172
_ROW = 30
_NODE = 6
_NAMES = 230
"""Room for the name of the deepest page."""
_DEEPEST = 6
"""Copies of copies further down than this are drawn in the last column."""


class Node(Struct, frozen=True):
    """A text: a page of the pile, or one outside it. `relation` is how it stands to its parent."""

    name: str
    href: str
    relation: str
    directed: bool
    children: tuple["Node", ...]


def tree(root: Node, label: str) -> Markup:
    """The picture: a row for each text, copies below what they come from, a column further right."""
    lines: list[Markup] = []
    parts: list[Markup] = []
    row, deepest = 0, 0
    waiting: list[tuple[Node, int, tuple[float, float] | None]] = [(root, 0, None)]
    while waiting:
        node, column, parent = waiting.pop()
        x, y = 8.0 + column * _COLUMN, 14.0 + row * _ROW
        if parent is not None:
            lines += _branch(node, parent, (x, y))
        parts.append(_named(node, (x, y), "o" if column == 0 else "h b"))
        below = min(column + 1, _DEEPEST)
        waiting += [(child, below, (x, y)) for child in reversed(node.children)]
        row, deepest = row + 1, max(deepest, column)
    return drawing(8 + _COLUMN * deepest + _NAMES, _ROW * row, label, *lines, *parts, class_="tree")


def _branch(node: Node, parent: tuple[float, float], at: tuple[float, float]) -> list[Markup]:
    (x, y), (far_x, far_y) = parent, at
    if far_x <= x:
        x = far_x - _COLUMN
    path = f"M{x:.0f} {y + _NODE:.0f}V{far_y - 8:.0f}q0 8 8 8H{far_x - _NODE:.0f}"
    found = [element("path", d=path, class_="l" if node.directed else "l d")]
    if node.directed:
        found.append(element("path", d=f"M{far_x - 11:.0f} {far_y - 4:.0f}l5 4l-5 4", class_="l"))
    said = node.relation if node.directed else f"{node.relation}?"
    return [*found, text(x + 12, far_y - 4, fitted(said, _COLUMN - 30), "s")] if node.relation else found


def _named(node: Node, at: tuple[float, float], kind: str) -> Markup:
    shape = element("circle", title(node.name), cx=at[0], cy=at[1], r=_NODE, class_=kind)
    words = text(at[0] + 12, at[1] + 4, fitted(node.name, _NAMES - 20, 12.5), "n" if kind == "o" else "")
    return link(node.href, "", shape, words) if node.href else element("g", shape, words)
