"""Words and punctuation with their places."""

import re

from secondsource.model.span import Span

_SPACED_DIGITS = re.compile(r" \d(?<=\d \d)")
"""A space between two digits: sought by its space, of which a text has fewer than it has characters to ask about."""
_PARTING_SPACE = re.compile(r"(?<!\d) | (?!\d)")

_TOKEN = re.compile(r"\d+(?:[.,  ’']\d+)*|[^\W\d_]+(?:[’'\-‑][^\W\d_]+)*|[^\w\s]|\w", re.UNICODE)
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?", re.UNICODE)


def tokens(text: str) -> list[Span]:
    """Spans of words (hyphen and apostrophe kept inside), digit groups with their separators, and single marks."""
    return [Span(*match.span()) for match in _TOKEN.finditer(text)]


def pieces(text: str) -> list[str]:
    """The text cut at each plain space, but not between two digits: no token reaches from one piece into the next.

    Texts repeat their pieces, "of" and "Monday," alike: who remembers what each holds needs no pattern for most of a
    text. A piece starts one character behind the end of the one before; two spaces in a row have an empty one between.
    """
    return _PARTING_SPACE.split(text) if _SPACED_DIGITS.search(text) else text.split(" ")


def words(text: str) -> list[Span]:
    """Spans of words and numbers only."""
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def written_words(text: str) -> list[str]:
    """The words and numbers themselves, without their places."""
    return _WORD.findall(text)
