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
    longest: int = 120
    """Lines of a list at most."""
    marked: float = 0.5
    """Share of its lines that have a list mark."""
    labelled: int = 2
    """Labelled lines without list marks at least."""
    akin: float = 0.25
    """Share of a list's content words that the report uses, where no colon announces it."""
    several: int = 3
    """So many lines without list marks at least are taken for their words alone …"""
    kindred: float = 0.55
    """… if the report uses this share of them."""


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
            if len(gap) <= bounds.longest and not any(_is_foreign(lines[each]) for each in gap):
                matter = matter or Matter.of(line.stems for line, inside in zip(lines, held, strict=True) if inside)
                if _belongs(lines, gap, matter, bounds):
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


def _is_foreign(line: Line) -> bool:
    """Whether the line is furniture by its words, program code, or a list mark with nothing behind it."""
    return not (line.whole | line.opens) <= _INSIDE_KINDS or line.coded or (bool(line.bullet) and line.words == 0)


def _belongs(lines: Sequence[Line], gap: range, matter: Matter, bounds: Between) -> bool:
    """Whether the lines are a list of the report's, or speak of its matter throughout."""
    share = _share(lines, gap, matter)
    if _looks_listed([lines[at] for at in gap], bounds) and (share >= bounds.akin or _announced(lines, gap)):
        return True
    told = len(gap) >= bounds.several and not any(lines[at].dated for at in gap)
    return told and share >= bounds.kindred


def _looks_listed(gap: Sequence[Line], bounds: Between) -> bool:
    """Whether most of the lines have a list mark or a label ("Weight: 12 kg")."""
    marked = sum(1 for line in gap if line.bullet)
    labelled = sum(1 for line in gap if ": " in line.text[1:])
    return marked > bounds.marked * len(gap) or labelled >= max(bounds.labelled, len(gap) / 2)


def _announced(lines: Sequence[Line], gap: range) -> bool:
    """Whether the line before the list, or its first line, ends with a colon."""
    return any(lines[at].text.rstrip().endswith(":") for at in (gap.start - 1, gap.start))


def _share(lines: Sequence[Line], gap: range, matter: Matter) -> float:
    """Share of the list's content words that the report uses."""
    words = [stem for at in gap for stem in lines[at].stems]
    return sum(1 for word in words if word in matter.counts) / max(1, len(words))
