"""Notes on an author or a house behind the report: a name by itself, then a paragraph that begins with that name."""

import re
from collections.abc import Sequence

from msgspec import Struct

from secondsource.language.furniture import Kind

from .lines import Line
from .signs import is_name_list

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NAME_WORD = re.compile(r"[^\W\d_][\w’'-]{2,}")
_MARKS = " *•·-–—.:"


class Bounds(Struct, frozen=True):
    """When a name and a paragraph are a note behind the report."""

    heading: int = 7
    """Words of the heading at most."""
    name: int = 4
    """Words of a name that stands without "About" or "Written by", at most."""
    reach: int = 3
    """Lines behind the heading among which the paragraph stands: a job title or links may come between."""
    paragraph: int = 12
    """Words of the paragraph at least."""
    opening: int = 60
    """Characters of the paragraph in which the name must stand."""
    left: float = 0.22
    """Share of the report's words that may stand from the heading on …"""
    short: int = 60
    """… or so many words …"""
    short_left: float = 0.4
    """… if they are no larger share."""
    habit: int = 2
    """So many such names before it, and the report itself is a list of people or things."""


BOUNDS = Bounds()


def without_notes(lines: Sequence[Line], held: Sequence[bool], bounds: Bounds = BOUNDS) -> list[bool]:
    """`held` without the notes on authors behind the report, and what follows them."""
    total = sum(line.words for line, is_in in zip(lines, held, strict=True) if is_in)
    left = total
    heads = [at for at in range(len(lines)) if _heads_note(lines, at, bounds)]
    small = _small_words(lines) if heads else frozenset()
    seen = 0
    for at, line in enumerate(lines):
        if at in heads and _is_bearer(line, small):
            few = left <= bounds.left * total or left <= min(bounds.short, bounds.short_left * total)
            if few and seen < bounds.habit:
                return [is_in and on < at for on, is_in in enumerate(held)]
            seen += 1
        left -= line.words if held[at] else 0
    return list(held)


def _heads_note(lines: Sequence[Line], at: int, bounds: Bounds) -> bool:
    """Whether the line is a name that a paragraph close behind takes up at once."""
    line = lines[at]
    if not 1 <= line.words <= bounds.heading or line.ended or line.numbered or line.coded or line.digits:
        return False
    if Kind.NOTE not in line.opens and not (2 <= line.words <= bounds.name and is_name_list(line.text.strip(_MARKS))):
        return False
    behind = next((each for each in lines[at + 1 : at + 1 + bounds.reach] if each.words >= bounds.paragraph), None)
    names = [word for word in _NAME_WORD.findall(line.text) if word[0].isupper()]
    if behind is None or not names:
        return False
    opening = set(_NAME_WORD.findall(behind.text[: bounds.opening]))
    return any(name in opening for name in names)


def _is_bearer(line: Line, small: frozenset[str]) -> bool:
    """Whether the heading names somebody: none of its words stands in the text in small letters ("Apple Watch"),
    apart from what introduces the name."""
    words = _NAME_WORD.findall(line.text)
    if Kind.NOTE in line.opens:
        words = words[1:]
    return all(word.lower() not in small for word in words if word[0].isupper())


def _small_words(lines: Sequence[Line]) -> frozenset[str]:
    """The words that the page writes in small letters, those of addresses aside."""
    told = (line for line in lines if not line.linked)
    return frozenset(word for line in told for word in _WORD.findall(line.text) if word[0].islower())
