"""Where the characters of a text layer stand in the page's markup.

The layer is made by a parser that forgets offsets. Here the markup is gone through once more, by a simple tokenizer
that keeps them, and the two texts are laid against each other: long lines first, each behind the one before, then the
short ones between them. It costs nothing where nobody asks: reading a page does not need it.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from secondsource.model.span import Span

_LONG = 24
"""Characters of a line, blanks not counted, that hardly stand on a page twice by chance."""
_TAG_END = r"""[^\s/>]*+(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>"""
_MARKUP = re.compile(
    rf"""<!--(?:-?>|.*?(?:--!?>|\Z))
    |<head\b.*?</head\s*>
    |<(?P<raw>script|style|noscript|noframes|noembed|iframe|title|template|svg|math|object|video|audio|canvas|datalist)
        (?=[\s/>]){_TAG_END}.*?(?:</(?P=raw)\s*>|\Z)
    |</?[a-z]{_TAG_END}
    |<[!?/][^>]*+>""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
"""What of a page's markup is no text of its layer."""
_PIECE = re.compile(r"&(?:\#\d{1,9};?|\#x[0-9a-f]{1,8};?|[a-z][a-z0-9]{1,31};?)|&|[^\s&\0]+", re.IGNORECASE)
"""References to characters, and stretches without blanks."""


class _Run(Struct, frozen=True, gc=False):
    """Characters that stand side by side in the markup; a reference's characters all stand where it does."""

    first: int
    """Number of its first character among those that are not blank."""
    length: int
    start: int
    end: int

    def where(self, first: int, last: int) -> Span:
        """Where its characters `first` (included) to `last` (excluded) stand."""
        if self.end - self.start != self.length:
            return Span(self.start, self.end)
        return Span(self.start + first - self.first, self.start + last - self.first)


class RawOffsets:
    """The characters of a page's text layer in its markup. Both are counted in code points."""

    def __init__(self, markup: str, text: str) -> None:
        """`markup` are the decoded characters of the page, `text` is its layer."""
        self._markup = markup
        self._text = text
        pieces = list(_pieces(markup))
        self._runs = [run for run, _ in pieces]
        self._firsts = [run.first for run in self._runs]
        self._lines = _lines(text)
        self._places = _placed([_bare(line.cut(text)) for line in self._lines], "".join(bare for _, bare in pieces))

    def spans(self, span: Span) -> tuple[Span, ...]:
        """Where these characters of the layer stand in the markup: a span for each stretch that no tag interrupts, in
        the layer's order. Blanks have no place of their own. Empty where a line is not found as it stands: the parser
        has put it together anew."""
        found: list[Span] = []
        number = max(0, bisect_right(self._lines, Span(span.start, len(self._text) + 1)) - 1)
        for line, place in zip(self._lines[number:], self._places[number:], strict=True):
            if line.start >= span.end:
                break
            start, end = max(line.start, span.start), min(line.end, span.end)
            if place is None or start >= end:
                continue
            first = place + len(_bare(self._text[line.start : start]))
            found.extend(self._between(first, first + len(_bare(self._text[start:end]))))
        return tuple(found)

    def _between(self, first: int, last: int) -> Iterator[Span]:
        """Where the characters with these numbers stand, neighbours that only blanks part as one."""
        held: Span | None = None
        at = bisect_right(self._firsts, first) - 1
        while first < last:
            run = self._runs[at]
            end = min(last, run.first + run.length)
            span = run.where(first, end)
            if held is not None and not self._markup[held.end : span.start].strip() and held.end <= span.start:
                held = Span(held.start, span.end)
            else:
                if held is not None:
                    yield held
                held = span
            first, at = end, at + 1
        if held is not None:
            yield held


def _bare(text: str) -> str:
    return "".join(text.split())


def _lines(text: str) -> list[Span]:
    """The lines of a layer that are not blank."""
    ends = [-1, *(match.start() for match in re.finditer("\n", text)), len(text)]
    spans = [Span(before + 1, end) for before, end in pairwise(ends)]
    return [span for span in spans if span.cut(text).strip()]


def _pieces(markup: str) -> Iterator[tuple[_Run, str]]:
    """The runs of the markup's text with their characters, blanks left out."""
    number = 0
    for start, end in _texts(markup):
        for match in _PIECE.finditer(markup, start, end):
            bare = _bare(html.unescape(match[0])) if match[0].startswith("&") else match[0]
            if bare:
                yield _Run(number, len(bare), match.start(), match.end()), bare
                number += len(bare)


def _texts(markup: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _MARKUP.finditer(markup):
        yield at, match.start()
        at = match.end()
    yield at, len(markup)


def _placed(lines: list[str], bare: str) -> list[int | None]:
    """For each line, blanks left out, where it begins in `bare`."""
    places: list[int | None] = [None] * len(lines)
    behind = 0
    for number, line in enumerate(lines):
        at = bare.find(line, behind) if len(line) >= _LONG else (behind if bare.startswith(line, behind) else -1)
        if at >= 0:
            places[number], behind = at, at + len(line)
    before = _next_places(places, len(bare))
    behind = 0
    for number, line in enumerate(lines):
        place = places[number]
        if place is None:
            place = bare.find(line, behind, before[number])
            if place < 0:  # the parser has moved it: text in a table stands before the table
                at = bare.find(line)
                places[number] = at if at >= 0 else None
                continue
            places[number] = place
        behind = place + len(line)
    return places


def _next_places(places: list[int | None], end: int) -> list[int]:
    """For each line the place of the next one that has a place."""
    found: list[int] = []
    for place in reversed(places):
        found.append(end)
        end = end if place is None else place
    return found[::-1]
