"""SVG elements with everything escaped, and estimates of how wide words are."""

from markupsafe import Markup, escape

_NARROW = frozenset("iljtfrI.,:;'’‘|!()[]·- ")
_WIDE = frozenset("mwMW@%—…")
_ANNOTATIONS = {"class_": "class", "text_anchor": "text-anchor", "aria_label": "aria-label"}


def element(tag: str, *children: Markup | str, **attributes: str | float) -> Markup:
    """`<tag …>children</tag>`; plain strings are escaped, `class_` is written `class`, underscores become hyphens,
    numbers are cut to one decimal."""
    written = "".join(f' {_name(key)}="{escape(_number(value))}"' for key, value in attributes.items())
    inside = "".join(escape(child) for child in children)
    return Markup(f"<{tag}{written}>{inside}</{tag}>" if inside else f"<{tag}{written}/>")


def drawing(width: float, height: float, label: str, *children: Markup, class_: str = "") -> Markup:
    """The outer element: a picture with a text alternative, in its natural size and never wider than its column."""
    return element(
        "svg",
        *children,
        class_=f"drawing {class_}".strip(),
        viewBox=f"0 0 {_number(width)} {_number(height)}",
        width=width,
        height=height,
        role="group",
        aria_label=label,
    )


def text(x: float, y: float, words: str, class_: str = "", anchor: str = "start") -> Markup:
    """Words at a baseline."""
    named: dict[str, str | float] = {"class_": class_} if class_ else {}
    if anchor != "start":
        named["text_anchor"] = anchor
    return element("text", words, x=x, y=y, **named)


def title(words: str) -> Markup:
    """What a pointer resting on the shape is told."""
    return element("title", words)


def link(href: str, at: str, *children: Markup, label: str = "") -> Markup:
    """A link into the source pane; `at` lists the exact characters, empty for a whole page."""
    attributes: dict[str, str | float] = {"href": href, "class_": "at"}
    if at:
        attributes["data-at"] = at
    if label:
        attributes["aria_label"] = label
    return element("a", *children, **attributes)


def curve(x1: float, y1: float, x2: float, y2: float) -> str:
    """Path data of a smooth line that leaves and arrives level."""
    middle = (x1 + x2) / 2
    return f"M{_number(x1)} {_number(y1)}C{_number(middle)} {_number(y1)} {_number(middle)} {_number(y2)} " + (
        f"{_number(x2)} {_number(y2)}"
    )


def width_of(words: str, size: float = 11) -> float:
    """About how wide words are in the sans of the page, a little on the safe side."""
    return sum(_share(char) for char in words) * size


def fitted(words: str, room: float, size: float = 11) -> str:
    """The words, cut with an ellipsis where they would be wider than `room`."""
    if width_of(words, size) <= room:
        return words
    kept, used = "", width_of("…", size)
    for char in words:
        used += _share(char) * size
        if used > room:
            break
        kept += char
    return kept.rstrip() + "…"


def in_lines(words: str, room: float, size: float = 11) -> tuple[str, ...]:
    """The words in one line or, where they are wider than `room`, in two; what the second cannot hold is cut."""
    if width_of(words, size) <= room:
        return (words,)
    first, _, rest = words.partition(" ")
    while rest and width_of(f"{first} {rest.split(' ', 1)[0]}", size) <= room:
        following, _, rest = rest.partition(" ")
        first = f"{first} {following}"
    return (fitted(first, room, size), fitted(rest, room, size)) if rest else (fitted(first, room, size),)


def _share(char: str) -> float:
    if char in _NARROW:
        return 0.36
    if char in _WIDE:
        return 0.95
    return 1.0 if ord(char) >= 0x2E80 else 0.68 if char.isupper() else 0.61


def _name(key: str) -> str:
    return _ANNOTATIONS.get(key, key.replace("_", "-") if key != "viewBox" else key)


def _number(value: str | float) -> str:
    if isinstance(value, str):
        return value
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
