"""Text whose lines were broken at a fixed width, as mail and old terminals do: several lines are one paragraph."""

from itertools import pairwise

from msgspec import Struct

from secondsource.model.span import Span

from .pages import running

WIDEST = 140
"""A text with a longer line was not broken at a width."""
NARROWEST = 40
SLACK = 16
"""A broken line falls short of the width by less than a long word."""
_SMALL_WORD = 3
_CLOSED = (".", "!", "?", ":", ";", "”", '"', "»", "…", ")")


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
    apart = running(text, [(row.start, row.end) for row in found])
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
