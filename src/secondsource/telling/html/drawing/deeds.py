"""Who did what to whom: actors on the left, deeds in the middle, targets on the right."""

from markupsafe import Markup
from msgspec import Struct

from .svg import curve, drawing, element, fitted, link, text, title

_WIDTH = 740
_LEFT, _MIDDLE, _RIGHT = 200, 370, 540
_ROW = 30
_HALF = 92


AS_DONE = "told as done"
"""What `Deed.realis` says of a deed that is simply told; anything else is written beside the verb."""


class Deed(Struct, frozen=True):
    """One deed of one party to another, over all pages that tell it."""

    actor: str
    verb: str
    target: str
    pages: int
    realis: str
    href: str
    at: str


def deeds(rows: tuple[Deed, ...], label: str) -> Markup:
    """The picture, 740 wide, a row for each deed. Lines are as thick as there are pages; dashed where the deed is not
    told as done."""
    actors, targets = _places([row.actor for row in rows]), _places([row.target for row in rows])
    lines: list[Markup] = []
    parts: list[Markup] = []
    for number, row in enumerate(rows):
        y = _y(number)
        thick = min(1.2 + 0.5 * (row.pages - 1), 6)
        class_ = "l" if row.realis == AS_DONE else "l d"
        paths = (
            curve(_LEFT + 10, actors[row.actor], _MIDDLE - _HALF, y),
            curve(_MIDDLE + _HALF, y, _RIGHT - 10, targets[row.target]),
        )
        lines += [element("path", d=path, class_=class_, stroke_width=thick) for path in paths]
        lines.append(element("path", d=f"M{_RIGHT - 15} {targets[row.target] - 4}l6 4l-6 4", class_="l"))
        told = "" if row.realis == AS_DONE else f" ({row.realis})"
        said = f"{row.verb}{told} · {row.pages}"
        shape = element("rect", x=_MIDDLE - _HALF, y=y - 10, width=2 * _HALF, height=20, rx=10, class_="p")
        shown = fitted(said, 2 * _HALF - 14)
        name = f"{shown} pages: {row.actor} {row.verb} {row.target}{told}; show the words"
        words = text(_MIDDLE, y + 4, shown, "", "middle")
        parts.append(link(row.href, row.at, title(name), shape, words, label=name))
    for name, y in actors.items():
        parts.append(element("circle", title(name), cx=_LEFT + 4, cy=y, r=5, class_="k"))
        parts.append(text(_LEFT - 8, y + 4, fitted(name, _LEFT - 10, 13), "n", "end"))
    for name, y in targets.items():
        parts.append(element("circle", title(name), cx=_RIGHT - 4, cy=y, r=5, class_="h b"))
        parts.append(text(_RIGHT + 8, y + 4, fitted(name, _WIDTH - _RIGHT - 12, 13), "n"))
    return drawing(_WIDTH, _ROW * max(len(rows), 1) + 10, label, *lines, *parts, class_="deeds")


def _y(row: float) -> float:
    return 18.0 + _ROW * row


def _places(names: list[str]) -> dict[str, float]:
    """Each party at the mean height of its rows, moved down where it would cover the one above."""
    rows: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        rows.setdefault(name, []).append(number)
    wanted = sorted(rows, key=lambda name: (sum(rows[name]) / len(rows[name]), name))
    found: dict[str, float] = {}
    last = -100.0
    for name in wanted:
        last = max(_y(sum(rows[name]) / len(rows[name])), last + 18)
        found[name] = last
    return found
