"""Words and punctuation with their places."""

import re

from secondsource.model.span import Span

from .normalise import plain
from .remembered import Remembered

FoldedWord = tuple[int, int, str]
"""Where a word stands, and its folded form."""
_SPACED_DIGITS = re.compile(r" [0-9\u0660-\U0010ffff](?<=\d \d)")
"""A space between two digits: sought by its space, of which a text has fewer than it has characters to ask about; and
behind that by a range, which is asked faster than whether a character is a digit."""
_PARTING_SPACE = re.compile(r"(?<!\d) | (?!\d)")

_TOKEN = re.compile(r"\d+(?:[.,  ’']\d+)*|[^\W\d_]+(?:[’'\-‑][^\W\d_]+)*|[^\w\s]|\w", re.UNICODE)
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?", re.UNICODE)
_PLAIN_WORD = re.compile(r"[^\W_]+")


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


def folded_words(text: str, start: int, end: int) -> list[FoldedWord]:
    """The words and numbers of `text` from `start` to `end`, folded; an apostrophe parts two words."""
    found: list[FoldedWord] = []
    at = start
    for piece in text[start:end].split(" "):
        found += [(at + first, at + last, word) for first, last, word in _FOLDED[piece]]
        at += len(piece) + 1
    return found


def _folded(piece: str) -> list[FoldedWord]:
    return [(*match.span(), plain(match[0])) for match in _PLAIN_WORD.finditer(piece)]


_FOLDED = Remembered(_folded)
"""The folded words of each piece of a text between two spaces, at their places in it."""
