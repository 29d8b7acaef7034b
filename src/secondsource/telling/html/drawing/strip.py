"""What a page is made of, from top to bottom, as one strip."""

from markupsafe import Markup

from .svg import drawing, element

_WIDTH = 240
_HEIGHT = 14
_CLASSES = {
    "headline": "r-head",
    "standfirst": "r-head",
    "subhead": "r-head",
    "body": "r-body",
    "dateline": "r-credit",
    "byline": "r-credit",
    "credit": "r-credit",
    "caption": "r-caption",
    "teaser": "r-teaser",
}
"""Everything else is furniture: the colour of the strip's ground."""


def strip(passages: tuple[tuple[str, int, int], ...], length: int, label: str) -> Markup:
    """The picture, 240 wide: (role, start, end) of a text of `length` characters; neighbours of one colour joined."""
    runs: list[tuple[str, int, int]] = []
    for role, start, end in passages:
        class_ = _CLASSES.get(role, "")
        if not class_:
            continue
        if runs and runs[-1][0] == class_ and start - runs[-1][2] < max(length / 100, 3):
            runs[-1] = (class_, runs[-1][1], end)
        else:
            runs.append((class_, start, end))
    scale = _WIDTH / max(length, 1)
    shapes = [
        element("rect", x=start * scale, y=0, width=max((end - start) * scale, 1.5), height=_HEIGHT, class_=class_)
        for class_, start, end in runs
    ]
    ground = element("rect", x=0, y=0, width=_WIDTH, height=_HEIGHT, class_="r-rest")
    return drawing(_WIDTH, _HEIGHT, label, ground, *shapes, class_="strip")
