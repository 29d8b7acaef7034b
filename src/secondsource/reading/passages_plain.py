"""Stripped text to passages: every character that is not blank gets a role."""

from secondsource.language.credits import credits_of
from secondsource.language.furniture import lookup
from secondsource.model.passage import Passage, Role
from secondsource.model.source import Given
from secondsource.model.span import Span
from secondsource.text.normalise import fold

from .stripped.lines import Line, lines_of
from .stripped.live import post_times
from .stripped.matter import Matter
from .stripped.path import inside
from .stripped.pieces import dateline, signer, split
from .stripped.roles import Setting, folded_title, roles_of
from .tongue import vote

_SPEAKING = frozenset({Role.BODY, Role.STANDFIRST})


def label(text: str, language: str | None, given: Given) -> tuple[Passage, ...]:
    """Passages in document order, at most one line each. `language` (ISO 639-1) is told from the text where it is
    None; `given.title` helps to find the headline."""
    if language is None:
        language = given.language or vote(text.split("\n"))
    look = lookup(language)
    every = lines_of(text, look)
    apart = post_times(every)
    lines = tuple(line for at, line in enumerate(every) if not line.running and at not in apart)
    held = inside(lines)
    signers = _signers(text, lines)
    matter = Matter.of(line.stems for line, is_in in zip(lines, held, strict=True) if is_in)
    setting = Setting(credits_of(language), signers, matter, folded_title(given.title))
    roles = dict(zip((line.number for line in lines), roles_of(lines, held, setting), strict=True))
    found: list[Passage] = []
    leading = True
    for line in every:
        role = roles.get(line.number, Role.FURNITURE)
        start = line.start
        if leading and role in _SPEAKING:
            placed = dateline(text, line.span)
            if placed is not None:
                found.append(Passage(placed.start, placed.end, Role.DATELINE))
                start = placed.end + len(text[placed.end : line.end]) - len(text[placed.end : line.end].lstrip())
            leading = role is not Role.BODY or (bool(line.bullet) and placed is None)
        if start < line.end:
            found.extend(split(text, Span(start, line.end), role))
    return tuple(found)


def _signers(text: str, lines: tuple[Line, ...]) -> frozenset[str]:
    """Folded names that datelines of this text sign with."""
    named = (signer(line.text) for line in lines if line.words >= 8)
    return frozenset(fold(name) for name in named if name is not None)
