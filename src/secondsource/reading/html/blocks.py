"""What each line of the layer looks like: its words, links, ending, and the parts of the page it stands in."""

import re

from msgspec import Struct

from .layer import Block, Layer

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_CLOSING = " \u00a0\"”’'»›“)]"
_STOPS = frozenset(".!?…。！？:;,—–-")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PROSE_WORDS = 12
_UNPARTED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
"""Scripts that write without spaces; two of their signs count as a word."""


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


def lines_of(layer: Layer) -> tuple[Line, ...]:
    """A line for each block of the layer."""
    headings, lists, tables = _contexts(layer)
    return tuple(
        _line(layer, block, headings[block.element], lists[block.element], tables[block.element])
        if block.element >= 0
        else _line(layer, block, "", False, False)
        for block in layer.blocks
    )


def _contexts(layer: Layer) -> tuple[list[str], list[bool], list[bool]]:
    headings: list[str] = []
    lists: list[bool] = []
    tables: list[bool] = []
    for element in layer.elements:
        above = element.parent
        headings.append(element.tag if element.tag in _HEADINGS else headings[above] if above >= 0 else "")
        lists.append(element.tag == "li" or (above >= 0 and lists[above] and element.tag not in {"p", "article"}))
        tables.append(element.tag in {"td", "th"} or (above >= 0 and tables[above] and element.tag not in {"p", "div"}))
    return headings, lists, tables


def _line(layer: Layer, block: Block, heading: str, in_list: bool, in_table: bool) -> Line:
    text = layer.text[block.start : block.end]
    length = len(text)
    words = _words(text, length)
    link_share = min(1.0, block.link_characters / length)
    ends_well = _ends_well(text[-12:])
    prose = 0.0
    if not heading and link_share < 0.5 and words >= 6:
        full = words >= _PROSE_WORDS and ends_well
        prose = length * (1 - link_share) * (1.0 if full else 0.25)
    return Line(
        block,
        text,
        words,
        link_share,
        min(1.0, block.bold_characters / length),
        ends_well,
        layer.elements[block.element].tag if block.element >= 0 else "",
        heading,
        in_list,
        in_table,
        prose,
    )


def _ends_well(tail: str) -> bool:
    """Whether a line closes like a sentence, a quote or a sentence that goes on; a note's number may follow."""
    if tail[-1] == "]":
        tail = tail.rstrip("[]0123456789")
    bare = tail.rstrip(_CLOSING)
    return bare[-1:] in _STOPS or tail[-1:] in {"”", '"', "»"}


def _words(text: str, length: int) -> int:
    if text.isascii():
        return len(_WORD.findall(text)) if length < 400 else length // 6
    unparted = len(_UNPARTED.findall(text[:400]))
    if unparted > 3:
        return (unparted // 2) * max(1, length // 400)
    return len(_WORD.findall(text)) if length < 400 else length // 6


def total_by_element(layer: Layer, values: list[tuple[int, float]]) -> list[float]:
    """For each element, the sum of values under it; `values` are pairs of a block's element and its value."""
    totals = [0.0] * len(layer.elements)
    for element, value in values:
        if element >= 0:
            totals[element] += value
    for index in range(len(totals) - 1, 0, -1):
        parent = layer.elements[index].parent
        if parent >= 0:
            totals[parent] += totals[index]
    return totals
