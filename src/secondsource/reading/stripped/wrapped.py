"""Text as it was set: lines broken at a fixed width, as mail and old terminals do, so that several are one paragraph;
and the running heads and feet of printed pages, which form feeds part in a text, as in that of a PDF."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from secondsource.model.span import Span
from secondsource.text.normalise import fold

WIDEST = 140
"""A text with a longer line was not broken at a width."""
NARROWEST = 40
SLACK = 16
"""A broken line falls short of the width by less than a long word."""
_SMALL_WORD = 3
_CLOSED = (".", "!", "?", ":", ";", "”", '"', "»", "…", ")")
_FEED = "\f"
_EDGE = 3
"""Lines at the top and at the foot of a page that may be running ones."""
_LETTERS = 120
_NUMBER = re.compile(r"\d+|\b[ivxlc]{1,6}\b")
_SHARE = 0.5
"""Share of the pages that have such a line …"""
_LEAST_PAGES = 2
"""… and so many of them at least."""
_NAME_WORDS = 3
"""Words of an outlet's name at most."""
_LONE = "#"
"""The key of a page number."""


class Row(Struct, frozen=True):
    """A line that is not blank: its characters without white space around them, and how many blank lines precede."""

    start: int
    end: int
    blanks: int
    running: bool = False
    """Whether it is a running head or foot of a printed page."""

    @property
    def span(self) -> Span:
        """The characters."""
        return Span(self.start, self.end)


def rows(text: str) -> list[Row]:
    """The lines of `text`; where it was broken at a width, the lines of a paragraph are one row."""
    found = _physical(text)
    apart = _running(text, [(row.start, row.end) for row in found])
    found = [Row(row.start, row.end, row.blanks, at in apart) for at, row in enumerate(found)] if apart else found
    width = max((row.end - row.start for row in found), default=0)
    if not NARROWEST < width <= WIDEST:
        return found
    pairs = [_goes_on(text, row, after, width) for row, after in pairwise(found)]
    told = (_in_mid_sentence(text, row, after) for row, after in pairwise(found))
    if not any(goes and mid for goes, mid in zip(pairs, told, strict=True)):
        return found
    joined = found[:1]
    for goes, row in zip(pairs, found[1:], strict=True):
        if goes:
            joined[-1] = Row(joined[-1].start, row.end, joined[-1].blanks)
        else:
            joined.append(row)
    return joined


def _in_mid_sentence(text: str, row: Row, after: Row) -> bool:
    """Whether the break stands inside a sentence for sure: the next line begins small, or this one ends in "of",
    "the"."""
    last = text[row.start : row.end].rsplit(None, 1)[-1]
    return text[after.start].islower() or (last.isalpha() and last.islower() and len(last) <= _SMALL_WORD)


def _physical(text: str) -> list[Row]:
    found: list[Row] = []
    offset = blanks = 0
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            start = offset + len(raw) - len(raw.lstrip())
            found.append(Row(start, start + len(bare), blanks))
            blanks = 0
        else:
            blanks += 1
        offset += len(raw) + 1
    return found


def _goes_on(text: str, row: Row, after: Row, width: int) -> bool:
    """Whether the next line is the rest of this one: no blank between, and either it begins small, or this one is full
    and stops in mid-sentence."""
    if after.blanks or row.running or after.running or row.end - row.start < NARROWEST:
        return False
    full = row.end - row.start >= width - SLACK
    if text[row.start : row.end].endswith(_CLOSED):
        return full and text[after.start].islower()
    return text[after.start].islower() or full


def _running(text: str, rows: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The numbers of the rows, given by start and end, that are running heads or feet; a row by itself that is only a
    number is one, too."""
    if _FEED not in text:
        return frozenset()
    pages = _pages(text, rows)
    edges = [sorted({*page[:_EDGE], *page[-_EDGE:]}) for page in pages]
    keys = [{row: _key(text, rows[row]) for row in edge} for edge in edges]
    on_pages = Counter(key for edge in keys for key in set(edge.values()))
    needed = max(_LEAST_PAGES, _SHARE * len([page for page in pages if page]))
    found = {row for edge in keys for row, key in edge.items() if key and (on_pages[key] >= needed or key == _LONE)}
    return frozenset(row for row in found if not (row in pages[0] and _is_title(text, rows, row)))


def _is_title(text: str, rows: Sequence[tuple[int, int]], row: int) -> bool:
    """Whether a line of the first page is the title that later pages have at their head: of several words, without a
    number, and there but once."""
    start, end = rows[row]
    line = text[start:end]
    return len(line.split()) > _NAME_WORDS and not _NUMBER.search(line) and text.count(line, 0, end) == 1


def _pages(text: str, rows: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The numbers of the rows on each page."""
    pages: list[list[int]] = [[]]
    last = 0
    for number, (start, _) in enumerate(rows):
        pages.extend([] for _ in range(text.count(_FEED, last, start)))
        pages[-1].append(number)
        last = start
    return pages


def _key(text: str, row: tuple[int, int]) -> str:
    """What a line has in common with its like on other pages; empty for one too long to be a running one."""
    start, end = row
    if end - start > _LETTERS:
        return ""
    return _NUMBER.sub("#", fold(text[start:end])).strip(" -–—|.·")
