"""What each line of the layer looks like: its words, links, ending, and the parts of the page it stands in."""

import re
from functools import lru_cache

from msgspec import Struct

_CLOSING = " \u00a0\"”’'»›“)]"
_STOPS = frozenset(".!?…。！？:;,—–-")
_PROSE_WORDS = 12
_UNPARTED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
"""Scripts that write without spaces; two of their signs count as a word."""
_LONGEST_WORDS = 12
"""Characters of a word on average beyond which a line is looked at for such scripts."""


class Line(Struct, frozen=True, gc=False):
    """One line of the layer, without the white space around it, with what the labelling asks of it."""

    start: int
    end: int
    element: int
    """Index of the innermost block-level element around it."""
    text: str
    words: int
    link_share: float
    bold_share: float
    ends_well: bool
    """Whether it closes like a sentence, or like one that goes on."""
    heading: str
    """The heading element it stands in (`h2`), or empty."""
    in_list: bool
    in_table: bool
    prose: float
    """How many of its characters count as running text."""


OPEN_PAGE, _IN_LIST, _IN_TABLE = 0, 8, 16
"""What the elements around a line make of it, as bits; the lowest three are the level of a heading."""
_LEVELS = ("", "h1", "h2", "h3", "h4", "h5", "h6", "")
SETTING = frozenset([*_LEVELS[1:7], "li", "td", "th"])
"""Tags that make another kind of line of what stands on the open page."""


@lru_cache(maxsize=4_096)
def within(tag: str, around: int) -> int:
    """The kind of lines in an element of this tag that stands among lines of the kind `around`."""
    level = _LEVELS.index(tag) if tag in SETTING and tag in _LEVELS else around & 7
    in_list = tag == "li" or (around & _IN_LIST and tag not in {"p", "article"})
    in_table = tag in {"td", "th"} or (around & _IN_TABLE and tag not in {"p", "div"})
    return level | (_IN_LIST if in_list else 0) | (_IN_TABLE if in_table else 0)


def line_of(text: str, place: tuple[int, int, int], links: int, bolds: int) -> Line:
    """The line with this text. `place` is where it begins in the layer, its element, and its kind; `links` and `bolds`
    are how many of its characters are in links, and in bold."""
    start, element, kind = place
    length = len(text)
    words = text.count(" ") + 1
    if length > _LONGEST_WORDS * words and not text.isascii():
        words = _words(text, words)
    link_share = min(1.0, links / length) if links else 0.0
    ends_well = _ends_well(text[-12:])
    heading = _LEVELS[kind & 7]
    prose = 0.0
    if words >= 6 and link_share < 0.5 and not heading:
        full = words >= _PROSE_WORDS and ends_well
        prose = length * (1 - link_share) * (1.0 if full else 0.25)
    return Line(
        start,
        start + length,
        element,
        text,
        words,
        link_share,
        min(1.0, bolds / length) if bolds else 0.0,
        ends_well,
        heading,
        kind & _IN_LIST != 0,
        kind & _IN_TABLE != 0,
        prose,
    )


def _ends_well(tail: str) -> bool:
    """Whether a line closes like a sentence, a quote or a sentence that goes on; a note's number may follow."""
    last = tail[-1]
    if last.isalnum():
        return False
    if last == "]":
        tail = tail.rstrip("[]0123456789")
    bare = tail.rstrip(_CLOSING)
    return bare[-1:] in _STOPS or tail[-1:] in {"”", '"', "»"}


def _words(text: str, parted: int) -> int:
    """Words as the spaces part them; in scripts that write without spaces two signs are a word."""
    unparted = len(_UNPARTED.findall(text))
    return unparted // 2 if unparted > 3 else parted
