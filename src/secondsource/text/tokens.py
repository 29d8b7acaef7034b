"""Words and punctuation with their places."""

import re

from secondsource.model.span import Span

_TOKEN = re.compile(r"\d+(?:[.,  ’']\d+)*|[^\W\d_]+(?:[’'\-‑][^\W\d_]+)*|[^\w\s]|\w", re.UNICODE)
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?", re.UNICODE)


def tokens(text: str) -> list[Span]:
    """Spans of words (hyphen and apostrophe kept inside), digit groups with their separators, and single marks."""
    return [Span(*match.span()) for match in _TOKEN.finditer(text)]


def written(text: str) -> list[str]:
    """The same tokens as they are written."""
    return _TOKEN.findall(text)


def starts(text: str) -> list[int]:
    """Where the same tokens start."""
    return [match.start() for match in _TOKEN.finditer(text)]


def words(text: str) -> list[Span]:
    """Spans of words and numbers only."""
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def written_words(text: str) -> list[str]:
    """The words and numbers themselves, without their places."""
    return _WORD.findall(text)
