"""Where words stand between quotation marks, in every style, also where marks are lost, doubled or mixed."""

import re
from bisect import bisect_right
from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from secondsource.model.span import Span

Tail = Callable[[int, int], int | None]
"""Asks where, between two offsets, quoted words end because a speaker is named behind them; None where nowhere."""

_MARK = re.compile(r"[\"“”„‟«»‹›「」『』＂'`](?:(?<=')'(?!'(?!\w))|(?<=`)`|(?<!['`]))")
"""Two single marks of a kind count as one double mark; of three behind a word, the last two. The class stands first, so
that the search is quick."""
_SIGNS = (*'"“”„‟«»‹›「」『』＂', "''", "``")
_SINGLE_SIGNS = "‘'‚"
"""Without any of these no mark of the kind stands in a paragraph, and most have none."""
_SINGLE_OPEN = re.compile(r"[‘'‚](?<![\w’'.,!?][‘'‚])(?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…)])[’'‘](?!\w)")
_NOT_SPEECH = re.compile(r"\d{2}s\b|em\b|tis\b|twas\b|til\b|cause\b|n\b|round\b|bout\b", re.IGNORECASE)
_BOUNDARY = re.compile(r"[.!?…][\s]+(?=[A-ZÀ-Þ])")
_LOST_SPACE = re.compile(r"(?<=[a-zà-ÿ])[.](?=[a-zà-ÿ]{2})")
_FAMILY = {"«": "angle", "»": "angle", "‹": "angle", "›": "angle", "「": "corner", "」": "corner"} | {
    "『": "corner", "』": "corner"
}  # fmt: skip
_OPENING = frozenset("“„«‹「『") | {"``"}
_BEFORE_OPEN = frozenset(" \t\n\u00a0\u202f\u2009([{—–-/:;'‘’")
_SPACE = frozenset(" \t\n\u00a0\u202f\u2009")
_NEAR = 60
"""Characters within which a stray closing mark still belongs to the quotation before it."""
_FARTHEST = 600
"""Characters of quoted words at most whose opening mark is lost at the start of a paragraph."""
_FAR_BACK = 80
"""Characters within which the opening of a quotation without one is sought."""
_BLANK = 8
"""Characters between a paragraph and the next, at most."""


class Side(StrEnum):
    """What a mark does."""

    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"


class Quotation(Struct, frozen=True, order=True, gc=False):
    """Words between marks: `start` to `end` with the marks, `inner` without. Offsets are the document's."""

    start: int
    end: int
    inner: Span
    closed: bool = True
    opened: bool = True
    repair: str | None = None
    single: bool = False


class _Mark(Struct, frozen=True, gc=False):
    start: int
    end: int
    side: Side
    family: str


def unblocked(text: str, within: Span) -> Span:
    """A paragraph without the straight mark that opens it and that nothing closes, where the mark only sets a block of
    a cited text apart: the words that somebody says in it, or in front of it, stand between curly marks."""
    if not text.startswith('"', within.start) or text.find('"', within.start + 1, within.end) >= 0:
        return within
    spoken = text.find("“", within.start, within.end)
    closed = spoken >= 0 and text.find("”", spoken, within.end) >= 0
    followed = spoken < 0 and text[within.end : within.end + _BLANK].lstrip().startswith("“")
    return Span(within.start + 1, within.end) if closed or followed else within


def quotations(text: str, within: Span, tail: Tail) -> list[Quotation]:
    """The outermost quotations of one paragraph, in order; quotations inside others stay part of their words."""
    cut = within.cut(text)
    signed = any(map(cut.__contains__, _SIGNS))
    marks = [_judged(text, match, within) for match in _MARK.finditer(text, within.start, within.end)] if signed else []
    found = _paired(text, within, [mark for mark in marks if mark is not None], tail) if marks else []
    singles = _singles(text, within, found) if any(map(cut.__contains__, _SINGLE_SIGNS)) else []
    return sorted(q for q in found + singles if q.inner.start < q.inner.end)


def _judged(text: str, match: re.Match[str], within: Span) -> _Mark | None:
    start, end = match.span()
    char = match.group()
    before = text[start - 1] if start > within.start else " "
    after = text[end] if end < within.end else " "
    side = _side(char, before, after)
    if char in '"＂' and before.isdigit() and side is Side.CLOSE and text.count('"', within.start, within.end) % 2:
        return None  # inches
    return _Mark(start, end, side, _FAMILY.get(char, "curly"))


def _side(char: str, before: str, after: str) -> Side:
    nominal = Side.OPEN if char in _OPENING else Side.CLOSE
    opens = before in _BEFORE_OPEN and after not in _SPACE
    closes = before not in _SPACE and not after.isalnum()
    if char in '"＂' or char == "''":
        if opens and not closes:
            return Side.OPEN
        return Side.CLOSE if closes and not opens else Side.EITHER
    if char == "„":
        return Side.OPEN
    if opens and before in _SPACE and (after.isalnum() or nominal is Side.OPEN):
        return Side.OPEN
    if closes and before not in _BEFORE_OPEN:
        return Side.CLOSE
    return nominal


def _paired(text: str, within: Span, marks: list[_Mark], tail: Tail) -> list[Quotation]:
    found: list[Quotation] = []
    stack: list[_Mark] = []
    doubled = False
    for mark in marks:
        side = mark.side
        if side is Side.EITHER:
            side = Side.CLOSE if stack else Side.OPEN
        if side is Side.OPEN:
            if not stack or mark.family != stack[-1].family:
                stack.append(mark)
                continue
            lost = tail(stack[0].end, mark.start)
            if lost is None:
                doubled = True
            else:
                found.append(_made(text, stack[0], lost, lost, "closing mark lost; ends where a speaker is named"))
                stack, doubled = [mark], False
        elif not stack:
            _stray(text, within, found, mark)
        elif len(stack) > 1 and mark.family == stack[-1].family:
            stack.pop()
        else:
            repair = "opening mark doubled" if doubled else None
            if mark.family != stack[0].family:
                repair = "opening and closing mark of different kinds"
            found.append(_made(text, stack[0], mark.start, mark.end, repair))
            stack, doubled = [], False
    if stack:
        found.append(_unclosed(text, within, stack[0], tail))
    return found


def _made(text: str, opening: _Mark, inner_end: int, end: int, repair: str | None) -> Quotation:
    inner = trimmed(text, Span(opening.end, inner_end))
    return Quotation(opening.start, max(end, inner.end), inner, end > inner_end, True, repair)


def _unclosed(text: str, within: Span, opening: _Mark, tail: Tail) -> Quotation:
    lost = tail(opening.end, within.end)
    if lost is not None:
        return _made(text, opening, lost, lost, "closing mark lost; ends where a speaker is named")
    inner = trimmed(text, Span(opening.end, within.end))
    return Quotation(opening.start, inner.end, inner, False)


def _stray(text: str, within: Span, found: list[Quotation], mark: _Mark) -> None:
    """A closing mark with nothing open: the end of a quotation closed too early, or one whose opening is lost."""
    if found and mark.start - found[-1].end <= _NEAR and not _BOUNDARY.search(text, found[-1].end, mark.start):
        last = found.pop()
        inner = trimmed(text, Span(last.inner.start, mark.start))
        found.append(replace(last, end=mark.end, inner=inner, repair="closing mark doubled"))
        return
    floor = found[-1].end if found else within.start
    lost = [m.end() for m in _LOST_SPACE.finditer(text, max(floor, mark.start - _FAR_BACK), mark.start)]
    if lost:
        inner = trimmed(text, Span(lost[-1], mark.start))
        found.append(Quotation(inner.start, mark.end, inner, True, False, "opening mark lost"))
        return
    starts = [m.end() for m in _BOUNDARY.finditer(text, floor, mark.start)]
    begin = within.start if not found else (starts[-1] if starts else None)
    if begin is None or not _NEAR <= mark.start - begin <= _FARTHEST or text[mark.start - 1] not in ".,!?…":
        return  # too short to be more than a label, or half a page: nothing says where it began
    inner = trimmed(text, Span(begin, mark.start))
    found.append(Quotation(inner.start, mark.end, inner, True, False, "opening mark lost"))


def _singles(text: str, within: Span, found: list[Quotation]) -> list[Quotation]:
    singles: list[Quotation] = []
    at = within.start
    while opening := _SINGLE_OPEN.search(text, at, within.end):
        at = opening.end()
        inside = _around(found, opening.start())
        if inside is not None:
            at = inside.end
            continue
        closing = _SINGLE_CLOSE.search(text, at, within.end)
        if closing is None:
            break
        if _NOT_SPEECH.match(text, at) or _touches(found, opening.start(), closing.end()):
            continue
        inner = trimmed(text, Span(opening.end(), closing.start()))
        singles.append(Quotation(opening.start(), closing.end(), inner, single=True))
        at = closing.end()
    return singles


def _around(found: list[Quotation], offset: int) -> Quotation | None:
    """The quotation that holds the character; `found` is sorted and does not overlap."""
    at = bisect_right(found, offset, key=lambda quotation: quotation.start) - 1
    return found[at] if at >= 0 and offset < found[at].end else None


def _touches(found: list[Quotation], start: int, end: int) -> bool:
    at = bisect_right(found, start, key=lambda quotation: quotation.start) - 1
    return (at >= 0 and start < found[at].end) or (at + 1 < len(found) and found[at + 1].start < end)


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
