"""What each line of the layer looks like: its words, links, ending, and the parts of the page it stands in."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from .layer import Block, Layer

_CLOSING = " \u00a0\"”’'»›“)]"
_STOPS = frozenset(".!?…。！？:;,—–-")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PROSE_WORDS = 12
_UNPARTED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
"""Scripts that write without spaces; two of their signs count as a word."""
_LONGEST_WORDS = 12
"""Characters of a word on average beyond which a line is looked at for such scripts."""


class Line(Struct, frozen=True, gc=False):
    """A block with what the labelling asks of it."""

    block: Block
    text: str
    words: int
    link_share: float
    bold_share: float
    ends_well: bool
    """Whether it closes like a sentence, or like one that goes on."""
    tag: str
    heading: str
    """The heading element it stands in (`h2`), or empty."""
    in_list: bool
    in_table: bool
    prose: float
    """How many of its characters count as running text."""


class _Context(Struct, frozen=True, gc=False):
    """What the elements around a line make of it."""

    heading: str = ""
    in_list: bool = False
    in_table: bool = False


_OPEN_PAGE = _Context()


def lines_of(layer: Layer) -> tuple[Line, ...]:
    """A line for each block of the layer."""
    contexts: list[_Context] = []
    for element in layer.elements:
        contexts.append(_within(element.tag, contexts[element.parent] if element.parent >= 0 else _OPEN_PAGE))
    tags = [element.tag for element in layer.elements]
    return tuple(
        _line(layer.text, block, tags[block.element], contexts[block.element])
        if block.element >= 0
        else _line(layer.text, block, "", _OPEN_PAGE)
        for block in layer.blocks
    )


@lru_cache(maxsize=4_096)
def _within(tag: str, above: _Context) -> _Context:
    return _Context(
        tag if tag in _HEADINGS else above.heading,
        tag == "li" or (above.in_list and tag not in {"p", "article"}),
        tag in {"td", "th"} or (above.in_table and tag not in {"p", "div"}),
    )


def _line(page: str, block: Block, tag: str, context: _Context) -> Line:
    text = page[block.start : block.end]
    length = len(text)
    words = _words(text, length)
    link_share = min(1.0, block.link_characters / length)
    ends_well = _ends_well(text[-12:])
    prose = 0.0
    if words >= 6 and link_share < 0.5 and not context.heading:
        full = words >= _PROSE_WORDS and ends_well
        prose = length * (1 - link_share) * (1.0 if full else 0.25)
    bold_share = min(1.0, block.bold_characters / length)
    heading, in_list, in_table = context.heading, context.in_list, context.in_table
    return Line(block, text, words, link_share, bold_share, ends_well, tag, heading, in_list, in_table, prose)


def _ends_well(tail: str) -> bool:
    """Whether a line closes like a sentence, a quote or a sentence that goes on; a note's number may follow."""
    if tail[-1] == "]":
        tail = tail.rstrip("[]0123456789")
    bare = tail.rstrip(_CLOSING)
    return bare[-1:] in _STOPS or tail[-1:] in {"”", '"', "»"}


def _words(text: str, length: int) -> int:
    """Words as the spaces part them; in scripts that write without spaces two signs are a word."""
    parted = text.count(" ") + 1
    if length > _LONGEST_WORDS * parted and not text.isascii():
        unparted = len(_UNPARTED.findall(text))
        if unparted > 3:
            return unparted // 2
    return parted


def total_by_element(layer: Layer, values: Iterable[float]) -> list[float]:
    """For each element, the sum over the lines in it; `values` has one for each line of the layer."""
    sums = (0.0, *accumulate(values))
    return [sums[end] - sums[element.line] for element, end in zip(layer.elements, layer.line_ends, strict=True)]
