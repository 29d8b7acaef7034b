"""Which line of a page is its headline."""

from secondsource.text.normalise import fold
from secondsource.text.similarity import name_ratio

from .blocks import Line
from .layer import Layer
from .parts import Part

_LIKE = 0.9
_TITLE_LIMIT = 300
_HEADS = {"h1": 3.0, "h2": 1.2, "h3": 0.6}
_SHORTER, _LONGER = 0.8, 1.25
"""How long a line that is no heading may be, beside a title that it may be."""


def headline_line(layer: Layer, lines: tuple[Line, ...], parts: list[int], titles: tuple[str, ...]) -> int | None:
    """Index of the headline, or None where the page shows none.

    Page data's own titles decide; a heading comes before a line without one, an `h1` before lesser headings, the first
    before later ones.
    """
    known = tuple(dict.fromkeys(fold(title[:_TITLE_LIMIT]) for title in titles if title.strip()))
    shortest = min(map(len, known), default=0) * _SHORTER
    longest = max(map(len, known), default=0) * _LONGER
    best: tuple[float, int] | None = None
    for at, line in enumerate(lines):
        if line.heading not in _HEADS and not shortest <= len(line.text) <= longest:
            continue
        if len(line.text) > _TITLE_LIMIT:
            continue
        value = _rank(layer, line, parts, known)
        if value > 0 and (best is None or value > best[0]):
            best = (value, at)
    return best[1] if best is not None else _by_looks(layer, lines)


def _by_looks(layer: Layer, lines: tuple[Line, ...]) -> int | None:
    """Of a page without headings and titles: the last short line in bold, or in a type of its own, before the first
    paragraph, if no link."""
    lead = next((at for at, line in enumerate(lines) if line.prose >= 80 and line.ends_well), None)
    for at in range((lead or 0) - 1, max(-1, (lead or 0) - 8), -1):
        line = lines[at]
        if 3 <= line.words <= 25 and line.bold_share > 0.9 and line.link_share < 0.5:
            return at
    return None


def _rank(layer: Layer, line: Line, parts: list[int], known: tuple[str, ...]) -> float:
    element = line.element
    named = element >= 0 and bool(parts[element] & Part.HEADLINE)
    heads = _HEADS.get(line.heading, 0.0)
    if (heads < 3.0 and line.words < 3) or not (heads or named or _may_be(line, known)):
        return 0.0
    likeness = _likeness(line.text, known)
    if element >= 0 and layer.elements[element].hidden:
        heads *= 0.5
    if line.link_share > 0.8:
        heads *= 0.6
    if likeness >= _LIKE:
        return 4.0 * likeness + heads + (0.5 if named else 0.0)
    return heads + (0.5 if named and heads else 0.0) if heads == 3.0 or (named and heads) else 0.0


def _may_be(line: Line, known: tuple[str, ...]) -> bool:
    """Whether a line without a heading's mark has about the length of a title."""
    length = len(line.text)
    return line.words >= 3 and any(_SHORTER * len(title) <= length <= _LONGER * len(title) for title in known)


def _likeness(text: str, known: tuple[str, ...]) -> float:
    """How like one of the titles a line is; a title may carry the outlet's name behind (`… | Merival News`)."""
    folded = fold(text)
    if not folded:
        return 0.0
    best = 0.0
    for title in known:
        if title == folded:
            return 1.0
        if (
            len(folded) >= 15
            and title.startswith(folded)
            and title[len(folded) : len(folded) + 3].strip(" ")
            in {
                "|",
                "-",
                "–",
                "- ",
                "·",
                ":",
                "•",
                "»",
                "| ",
                "-s",
            }
        ):
            best = max(best, 0.98)
        elif abs(len(title) - len(folded)) <= 0.2 * len(title):
            best = max(best, name_ratio(title, folded) - 0.02)
    return best
