"""Where a text is worth reading closely: around the words and digits that matter, so that the rest is passed over."""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate

from secondsource.model.span import Span

from .remembered import Remembered

WORTHLESS, KNOWN, SOUGHT = 0, 1, 2
"""What a word is worth to whoever reads: nothing; it may belong to an expression; it starts a search."""
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


def worths_of(worth: Callable[[str], int]) -> Remembered[int]:
    """What each piece of a text between two spaces is worth to one for whom a word, a run of letters, is worth
    `worth`: it is sought with any sought word or digit in it, and known with nothing but known words."""

    def of_piece(piece: str) -> int:
        worths = [*map(worth, _WORD.findall(piece)), KNOWN]
        return SOUGHT if SOUGHT in worths or _DIGIT.search(piece) else min(worths)

    return Remembered(of_piece)


def stretches(text: str, worths: Remembered[int]) -> list[Span]:
    """The stretches of `text` that hold a sought word or a digit, in order and without overlap.

    Each reaches over all known pieces at either side, and takes in the first one there with an unknown word: what
    stands outside cannot belong to an expression of known words.
    """
    pieces, before = _cut(text)
    worth = bytes(map(worths.__getitem__, pieces))
    found: list[Span] = []
    sought = worth.find(SOUGHT)
    while sought >= 0:
        first = max(0, worth.rfind(WORTHLESS, 0, sought))
        behind = worth.find(WORTHLESS, sought)
        last = behind if behind >= 0 else len(pieces) - 1
        span = Span(before[first] + first, before[last + 1] + last)  # a space behind each piece
        if found and span.start < found[-1].end:  # they share an unknown word
            span = Span(found.pop().start, span.end)
        found.append(span)
        sought = worth.find(SOUGHT, last + 1)
    return found


@lru_cache(maxsize=2)
def _cut(text: str) -> tuple[list[str], list[int]]:
    """The pieces between spaces, and how many characters of pieces stand before each and before the end. Kept for the
    next who reads the same text."""
    pieces = text.split(" ")
    return pieces, [0, *accumulate(map(len, pieces))]
