"""What stands between two paragraphs of the report and is of it too: subheads, short lines, lists."""

from collections.abc import Sequence

from msgspec import Struct

from secondsource.language.furniture import Kind

from .lines import Line
from .matter import Matter

_INSIDE_KINDS = frozenset({Kind.HEADING})
"""Phrases that do not speak against a line between two paragraphs."""


class Between(Struct, frozen=True):
    """When lines between two paragraphs are filled in."""

    few: int = 3
    """So many lines are looked at one by one."""
    words: int = 14
    """Words of such a line at most."""
    longest: int = 60
    """Lines of a list at most."""
    marked: float = 0.6
    """Share of its lines that have a list mark."""
    akin: float = 0.25
    """Share of a list's content words that the report uses, where no colon announces it."""


BETWEEN = Between()


def filled(lines: Sequence[Line], held: Sequence[bool], bounds: Between = BETWEEN) -> list[bool]:
    """`held` with the few short lines, and the lists, between two of its paragraphs that no phrase speaks against."""
    found = list(held)
    matter: Matter | None = None
    last: int | None = None
    for at, is_in in enumerate(held):
        if not is_in:
            continue
        if last is not None and last + 1 < at:
            gap = range(last + 1, at)
            if len(gap) <= bounds.few:
                for between in gap:
                    found[between] = _is_plain(lines[between], bounds)
            if len(gap) <= bounds.longest and _looks_listed([lines[each] for each in gap], bounds):
                matter = matter or Matter.of(line.stems for line, inside in zip(lines, held, strict=True) if inside)
                if _announced(lines, gap) or _share(lines, gap, matter) >= bounds.akin:
                    for between in gap:
                        found[between] = True
        last = at
    return found


def _is_plain(line: Line, bounds: Between) -> bool:
    plain = not (line.opens or line.whole or line.holds or line.coded or line.times > 1)
    return plain and 1 < line.words <= bounds.words and not line.dated


def _looks_listed(gap: Sequence[Line], bounds: Between) -> bool:
    """Whether most of the lines have a list mark, none is blank behind it, and none is furniture by its words."""
    marked = sum(1 for line in gap if line.bullet)
    if marked <= bounds.marked * len(gap) or any(line.words == 0 for line in gap):
        return False
    return all((line.whole | line.opens) <= _INSIDE_KINDS for line in gap)


def _announced(lines: Sequence[Line], gap: range) -> bool:
    """Whether the line before the list, or its first line, ends with a colon."""
    return any(lines[at].text.rstrip().endswith(":") for at in (gap.start - 1, gap.start))


def _share(lines: Sequence[Line], gap: range, matter: Matter) -> float:
    """Share of the list's content words that the report uses."""
    words = [stem for at in gap for stem in lines[at].stems]
    return sum(1 for word in words if word in matter.counts) / max(1, len(words))
