"""Headings behind which a page goes on about other things."""

from bisect import bisect_left
from itertools import accumulate

from secondsource.language.page import opening
from secondsource.model.passage import Role

from .blocks import Line
from .roles import View

_MOST = 300
"""Headings looked at on one page."""
_UNHEADED = frozenset({Role.HEADLINE, Role.CAPTION, Role.BYLINE})


def with_tail_cut(view: View, roles: list[Role]) -> None:
    """What follows a heading such as "More from …" or "Comments", in the element that the heading heads, is about
    other things. A heading that stands in one column with the report cuts up to the next full paragraph."""
    endings = _endings(view, roles)
    if not endings:
        return
    starts = [line.start for line in view.lines]
    prose = [line.prose if role is Role.BODY else 0.0 for line, role in zip(view.lines, roles, strict=True)]
    sums = [0.0, *accumulate(prose)]
    paragraphs = [at for at, line in enumerate(view.lines) if _is_paragraph(line)]
    for at in endings:
        element = _headed(view, at)
        start = view.layer.elements[element].start if element >= 0 else 0
        end = bisect_left(starts, view.layer.ends[element] if element >= 0 else view.end, at + 1)
        before = sums[at] - sums[bisect_left(starts, start)]
        if before > 0:
            following = bisect_left(paragraphs, at + 1)
            end = min(end, paragraphs[following] if following < len(paragraphs) else end)
        elif sums[end] - sums[at + 1] > sums[-1] * 0.5:
            continue
        for on in range(at, end):
            if roles[on] in {Role.SUBHEAD, Role.BODY}:
                roles[on] = Role.TEASER if on > at else Role.FURNITURE


def _endings(view: View, roles: list[Role]) -> list[int]:
    """Indices of headings that end a report; of a block like a heading, too, where a list follows."""
    found: list[int] = []
    for at, line in enumerate(view.lines):
        if line.words > 10 or roles[at] in _UNHEADED:
            continue
        if not (line.heading or line.bold_share > 0.9 or (line.words <= 6 and _list_follows(view, at))):
            continue
        if opening("ending", line.text[:60].lower().strip(" -–—|•:")):
            found.append(at)
            if len(found) == _MOST:
                break
    return found


def _list_follows(view: View, at: int) -> bool:
    return at + 1 < len(view.lines) and view.lines[at + 1].in_list and not view.lines[at].in_list


def _is_paragraph(line: Line) -> bool:
    if line.in_list or line.link_share >= 0.3:
        return False
    return line.words >= 30 or (line.words >= 15 and line.link_share < 0.2 and line.ends_well)


def _headed(view: View, at: int) -> int:
    """The element that the heading at `at` heads: the first around it with text behind the heading; -1 for none."""
    element = view.lines[at].element
    last = view.lines[at].end
    while element >= 0 and view.layer.ends[element] <= last + 1:
        element = view.layer.elements[element].parent
    return element
