"""Who copied whom: from the origin on the left to the pages on the right, the relation on each line."""

from markupsafe import Markup
from msgspec import Struct

from .svg import curve, drawing, element, fitted, link, text, title, width_of

_COLUMN = 210
_ROW = 34
_NODE = 6


class Node(Struct, frozen=True):
    """A text: a page of the pile, or one outside it. `relation` is how it stands to its parent."""

    name: str
    href: str
    relation: str
    directed: bool
    children: tuple["Node", ...]


def tree(root: Node, label: str) -> Markup:
    """The picture; as wide as the tree is deep, a row for each last copy."""
    parts: list[Markup] = []
    lines: list[Markup] = []
    used, deepest = _place(root, (0, 0), parts, lines)
    return drawing(14 + _COLUMN * deepest + 170, _ROW * used + 4, label, *lines, *parts, class_="tree")


def _place(node: Node, at: tuple[int, int], parts: list[Markup], lines: list[Markup]) -> tuple[int, int]:
    """Draw a node and all below it from row `at[1]` on; how many rows were used and the deepest column."""
    column, row = at
    used, deepest, ends = 0, column, []
    for child in node.children:
        ends.append(row + used)
        rows, depth = _place(child, (column + 1, row + used), parts, lines)
        used, deepest = used + rows, max(deepest, depth)
    x, y = _at(column, row)
    for child, end in zip(node.children, ends, strict=True):
        far_x, far_y = _at(column + 1, end)
        start = x + _NODE + (width_of(node.name[:26], 12) + 10 if end == row else 0)
        start = min(start, far_x - 60)
        path = (
            f"M{x} {y + _NODE}V{far_y - 10}Q{x} {far_y} {x + 10} {far_y}H{far_x - _NODE}"
            if end != row
            else (curve(start, y, far_x - _NODE, far_y))
        )
        lines.append(element("path", d=path, class_="l" if child.directed else "l d"))
        if child.directed:
            lines.append(
                element("path", d=f"M{far_x - 12} {far_y - 4}L{far_x - 6} {far_y}L{far_x - 12} {far_y + 4}", class_="l")
            )
        said = fitted(child.relation, _COLUMN - 40)
        lines.append(text(far_x - 16, far_y - 5, said, "s", "end"))
    kind = "o" if column == 0 else "h b"
    shape = element("circle", title(node.name), cx=x, cy=y, r=_NODE, class_=kind)
    words = text(x + 11, y + 4, fitted(node.name, 158), "n" if column == 0 else "")
    parts.append(link(node.href, "", shape, words) if node.href else element("g", shape, words))
    return max(used, 1), deepest


def _at(column: int, row: int) -> tuple[float, float]:
    return 8.0 + column * _COLUMN, 16.0 + row * _ROW
