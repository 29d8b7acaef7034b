"""What stands between two paragraphs of the report and is of it too: lists, and a subhead behind furniture."""

from collections.abc import Sequence

from msgspec import Struct

from secondsource.language.furniture import Kind

from .lines import Line
from .matter import Matter

_INSIDE_KINDS = frozenset({Kind.HEADING, Kind.NOTE})
"""Phrases that do not speak against a line between two paragraphs."""


class Between(Struct, frozen=True):
    """When lines between two paragraphs are of the report."""

    few: int = 3
    """Lines at most of which the last is a subhead."""
    subhead: int = 14
    """Words of a subhead at most."""
    paragraph: int = 12
    """Words at least of the paragraph that it heads."""
    longest: int = 60
    """Lines of a list at most."""
    marked: float = 0.6
    """Share of its lines that have a list mark."""
    labelled: int = 2
    """Labelled lines without list marks at least."""
    akin: float = 0.25
    """Share of a list's content words that the report uses, where no colon announces it."""


BETWEEN = Between()


def filled(lines: Sequence[Line], held: Sequence[bool], bounds: Between = BETWEEN) -> list[bool]:
    """`held` with the lists and subheads between two of its paragraphs that no phrase speaks against."""
    found = list(held)
    matter: Matter | None = None
    last: int | None = None
    for at, is_in in enumerate(held):
        if not is_in:
            continue
        if last is not None and last + 1 < at:
            gap = range(last + 1, at)
            found[at - 1] = len(gap) <= bounds.few and _heads(lines, gap, bounds)
            if len(gap) <= bounds.longest and _looks_listed([lines[each] for each in gap], bounds):
                matter = matter or Matter.of(line.stems for line, inside in zip(lines, held, strict=True) if inside)
                if _announced(lines, gap) or _share(lines, gap, matter) >= bounds.akin:
                    for between in gap:
                        found[between] = True
        last = at
    return found


def _heads(lines: Sequence[Line], gap: range, bounds: Between) -> bool:
    """Whether the last of the lines heads the paragraph behind it, and the line before is known for furniture."""
    line = lines[gap[-1]]
    if (
        len(gap) < 2
        or not _is_known(lines[gap[-2]])
        or _is_known(line)
        or line.dated
        or not 1 < line.words <= bounds.subhead
    ):
        return False
    alone = line.blanks_before > 0 and lines[gap.stop].blanks_before > 0
    return alone and lines[gap.stop].words >= bounds.paragraph


def _is_known(line: Line) -> bool:
    return bool(line.whole or line.opens or line.holds or line.coded or line.times > 1)


def _looks_listed(gap: Sequence[Line], bounds: Between) -> bool:
    """Whether most of the lines have a list mark or a label ("Weight: 12 kg"), none is blank behind its mark, and none
    is furniture by its words."""
    marked = sum(1 for line in gap if line.bullet)
    labelled = sum(1 for line in gap if ": " in line.text[1:])
    if marked <= bounds.marked * len(gap) and labelled < max(bounds.labelled, len(gap) / 2):
        return False
    if any(line.bullet and line.words == 0 for line in gap):
        return False
    return all((line.whole | line.opens) <= _INSIDE_KINDS for line in gap)


def _announced(lines: Sequence[Line], gap: range) -> bool:
    """Whether the line before the list, or its first line, ends with a colon."""
    return any(lines[at].text.rstrip().endswith(":") for at in (gap.start - 1, gap.start))


def _share(lines: Sequence[Line], gap: range, matter: Matter) -> float:
    """Share of the list's content words that the report uses."""
    words = [stem for at in gap for stem in lines[at].stems]
    return sum(1 for word in words if word in matter.counts) / max(1, len(words))
