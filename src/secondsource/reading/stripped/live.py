"""Running reports of an event ("live updates"): the times above their posts, which are no words of the report.

"12 minutes ago" also stands above readers' comments. A running report says at its top that it is one, and what
follows its times are paragraphs.
"""

import re
from collections.abc import Sequence

from secondsource.language.furniture import Kind

from .lines import Line

_CLOCK = re.compile(
    r"\W*(?:[01]?\d|2[0-3])\s?[:.h]\s?[0-5]\d(?:\s?(?:uhr|h|[ap]\.?m\.?|[a-z]{2,4}(?:[+-]\d{1,2})?))?\W*"
)
_TOP = 14
"""Lines in which a running report says that it is one."""
_TITLE_WORDS = 25
_TIME_WORDS = 5
_LEAST = 3
"""Posts at least."""
_NEAR = 4
"""Lines below a time among which its paragraph stands."""
_PARAGRAPH = 12
"""Words of a paragraph at least."""
_ANSWERED = 2
"""Marks such as "Reply" from which the times are those of readers' comments."""


def post_times(lines: Sequence[Line]) -> frozenset[int]:
    """The places in `lines` of the times above posts; empty where the text is no running report."""
    if not any(line.words <= _TITLE_WORDS and line.has(Kind.LIVE) for line in lines[:_TOP]):
        return frozenset()
    if sum(1 for line in lines if Kind.REMARK in line.whole or Kind.REMARK in line.opens) >= _ANSWERED:
        return frozenset()
    times = [at for at, line in enumerate(lines) if _is_time(line)]
    posts = [at for at in times if any(near.words >= _PARAGRAPH for near in lines[at + 1 : at + 1 + _NEAR])]
    return frozenset(times) if len(posts) >= _LEAST else frozenset()


def _is_time(line: Line) -> bool:
    """Whether the line is a clock time or a time before now, and nothing else."""
    if line.words > _TIME_WORDS or not line.digits or line.ended:
        return False
    return Kind.AGO in line.opens or Kind.AGO in line.holds or _CLOCK.fullmatch(line.folded) is not None
