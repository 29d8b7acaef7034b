"""What its surroundings tell of a line: readers' comments round it, and whether it speaks of the report's matter."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from secondsource.language.furniture import Kind

from .lines import Line
from .matter import Matter

_REMARK_WORDS = 9
_REMARK_GAP = 12
"""Lines between two marks of comments that lie in one run of comments."""
_REMARK_LEAST = 3
_REMARK = -6.0
_REMARK_NAME = 6
"""Words at most of the line before the first mark: who comments."""
_REMARK_TELLS = 15
_REMARK_BEHIND = 35
"""Words in lines of `_REMARK_TELLS` words and more that stand before comments: nobody comments on nothing."""
_TALK_STEMS = 4
"""Content words a line must have to be asked for its matter."""
_TALK_LEAST = 80
"""Content words the first stretch must have to be asked."""
_TALK = 4.0
_TALK_MIDDLE = 0.5
"""Share of a line's words that the rest of a report of `_TALK_WHOLE` content words uses; less in shorter ones."""
_TALK_WHOLE = 500
_TALK_RANGE = (-0.4, 0.2)


def closes(line: Line) -> bool:
    """Whether the line is a heading that closes the report."""
    return Kind.CLOSING in line.whole or (Kind.CLOSING in line.opens and line.words <= 12)


def boxes(line: Line) -> bool:
    """Whether the line is a heading of links to other stories, behind which the report may go on."""
    return Kind.BOX in line.whole or (Kind.BOX in line.opens and line.words <= 12)


def remarks(lines: Sequence[Line]) -> list[float]:
    """For each line what lying among readers' comments adds to its score: three marks of comments and more, close to
    each other, make a run."""
    found = [0.0] * len(lines)
    runs: list[list[int]] = []
    for at, line in enumerate(lines):
        if line.stamped or (line.words <= _REMARK_WORDS and line.has(Kind.REMARK)):
            if runs and at - runs[-1][-1] <= _REMARK_GAP:
                runs[-1].append(at)
            else:
                runs.append([at])
    for run in runs:
        told = sum(line.words for line in lines[: run[0]] if line.words >= _REMARK_TELLS)
        if len(run) >= _REMARK_LEAST and told >= _REMARK_BEHIND:
            named = run[0] > 0 and lines[run[0] - 1].words <= _REMARK_NAME
            for at in range(run[0] - named, min(len(lines), run[-1] + 6)):
                found[at] = _REMARK
    return found


def kinship(lines: Sequence[Line], held: Sequence[bool]) -> list[float]:
    """For each line what its words add to its score, by how many of them the rest of the report uses."""
    counts: Counter[str] = Counter()
    of_lines = [frozenset(line.stems) for line in lines]
    for words, is_in in zip(of_lines, held, strict=True):
        if is_in:
            counts.update(words)
    if counts.total() < _TALK_LEAST:
        return [0.0] * len(lines)
    middle = _TALK_MIDDLE * min(1.0, (counts.total() / _TALK_WHOLE) ** 0.5)
    found: list[float] = []
    for words, is_in in zip(of_lines, held, strict=True):
        if len(words) < _TALK_STEMS:
            found.append(0.0)
            continue
        own = 1 if is_in else 0
        share = sum(1 for word in words if counts[word] > own) / len(words)
        found.append(_TALK * max(_TALK_RANGE[0], min(_TALK_RANGE[1], share - middle)))
    return found


class Kinship(Struct, frozen=True):
    """When two pieces belong together."""

    near: int = 12
    """Lines of furniture between two pieces that are one piece still."""
    top: int = 12
    """Most frequent words of the main piece that are looked for in others."""
    akin: float = 0.25
    """Share of them that a later piece must have to belong to the report …"""
    small: float = 0.15
    """… a piece of less than this share of the main piece's words …"""
    small_akin: float = 0.33
    """… this share …"""
    closed: float = 0.17
    """… and more where a closing heading stands between."""


KINSHIP = Kinship()


def of_one_matter(lines: Sequence[Line], held: Sequence[bool], bounds: Kinship = KINSHIP) -> list[bool]:
    """`held` without later pieces that speak of something else than the longest piece: teasers of other stories.

    What comes before the longest piece is kept: an introduction often names little of what follows.
    """
    pieces = _pieces(lines, held, bounds)
    if len(pieces) < 2:
        return list(held)
    kept = list(held)
    main = max(pieces, key=lambda piece: (sum(lines[at].words for at in piece), -piece[0]))
    matter = Matter.of(lines[at].stems for at in main)
    told = sum(lines[at].words for at in main)
    end = main[-1]
    for piece in pieces:
        if piece[0] < main[-1]:
            continue
        needed = bounds.small_akin if sum(lines[at].words for at in piece) < bounds.small * told else bounds.akin
        needed += bounds.closed if any(closes(line) for line in lines[end : piece[0]]) else 0.0
        if matter.akin((lines[at].stems for at in piece), bounds.top) < needed:
            for at in piece:
                kept[at] = False
        else:
            end = piece[-1]
    return kept


def _pieces(lines: Sequence[Line], held: Sequence[bool], bounds: Kinship) -> list[list[int]]:
    """Line numbers of each piece: runs of held lines with little, and no closing heading, between them."""
    found: list[list[int]] = []
    for run in _runs(held):
        near = found and run.start - found[-1][-1] <= bounds.near
        if near and not any(closes(lines[at]) for at in range(found[-1][-1], run.start)):
            found[-1].extend(run)
        else:
            found.append(list(run))
    return found


def _runs(held: Sequence[bool]) -> list[range]:
    found: list[range] = []
    start: int | None = None
    for at, is_in in enumerate([*held, False]):
        if is_in and start is None:
            start = at
        elif not is_in and start is not None:
            found.append(range(start, at))
            start = None
    return found
