"""Where a text is worth reading closely: around the words and digits that matter, so that the rest is passed over."""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate

from secondsource.model.span import Span

WORTHLESS, KNOWN, SOUGHT = 0, 1, 2
"""What a word is worth to whoever reads: nothing; it may belong to an expression; it starts a search."""
_WORDS = re.compile(r"([^\W\d_]+)")
_DIGIT = re.compile(r"\d")
_PLAIN_GAPS = frozenset({"", " ", ", ", ". ", "\n", ".\n", "'", "’", "-", " “", "” ", ",” ", ".” "})
_RUN = re.compile(rb"[^\x00]*\x02[^\x00]*")


def stretches(text: str, worth: Callable[[str], int]) -> list[Span]:
    """The stretches of `text` that hold a sought word or a digit, in order and without overlap.

    Each reaches over all known words at either side, and takes in the first unknown word there: what stands outside
    cannot belong to an expression of known words. Words are runs of letters (and of
    signs such as ½); what stands between them is known.
    """
    words, worths, ends = _cut(text)
    worths = worths[:]
    worths[1::2] = bytes(map(worth, words))
    runs = [match.span() for match in _RUN.finditer(worths)]
    if not runs:
        return []
    found: list[Span] = []
    for first, end in runs:
        span = Span(ends[max(0, first - 1)], ends[min(len(worths), end + 1)])
        if found and span.start < found[-1].end:  # they share an unknown word
            span = Span(found.pop().start, span.end)
        found.append(span)
    return found


@lru_cache(maxsize=2)
def _cut(text: str) -> tuple[list[str], bytearray, list[int]]:
    """The words; what the words (each known so far) and what stands between them are worth, in turn; and where each of
    these ends, behind a zero. Kept for the next who reads the same text."""
    parts = _WORDS.split(text)
    worths = bytearray([KNOWN]) * len(parts)
    for at, gap in enumerate(parts[0::2]):
        if gap not in _PLAIN_GAPS and _DIGIT.search(gap):
            worths[2 * at] = SOUGHT
    return parts[1::2], worths, [0, *accumulate(map(len, parts))]
