"""Running heads and feet of printed pages: what stands at the edge of page after page, page numbers aside.

A text knows its pages where form feeds part them, as in the text of a PDF.
"""

import re
from collections import Counter
from collections.abc import Sequence

from secondsource.text.normalise import fold

FEED = "\f"
_EDGE = 3
"""Lines at the top and at the foot of a page that may be running ones."""
_LETTERS = 120
_NUMBER = re.compile(r"\d+|\b[ivxlc]{1,6}\b")
_SHARE = 0.5
"""Share of the pages that have such a line …"""
_NAME_WORDS = 3
"""Words of an outlet's name at most."""
_LEAST = 2
"""… and so many of them at least."""


def running(text: str, rows: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The numbers of the rows, given by start and end, that are running heads or feet; a row by itself that is only a
    number is one, too."""
    if FEED not in text:
        return frozenset()
    pages = _pages(text, rows)
    edges = [sorted({*page[:_EDGE], *page[-_EDGE:]}) for page in pages]
    keys = [{row: _key(text, rows[row]) for row in edge} for edge in edges]
    on_pages = Counter(key for edge in keys for key in set(edge.values()))
    needed = max(_LEAST, _SHARE * len([page for page in pages if page]))
    found = {row for edge in keys for row, key in edge.items() if key and (on_pages[key] >= needed or key == _LONE)}
    return frozenset(row for row in found if not (row in pages[0] and _is_title(text, rows, row)))


_LONE = "#"
"""The key of a page number."""


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
        pages.extend([] for _ in range(text.count(FEED, last, start)))
        pages[-1].append(number)
        last = start
    return pages


def _key(text: str, row: tuple[int, int]) -> str:
    """What a line has in common with its like on other pages; empty for one too long to be a running one."""
    start, end = row
    if end - start > _LETTERS:
        return ""
    return _NUMBER.sub("#", fold(text[start:end])).strip(" -–—|.·")
