"""What is known of words that were met before: texts use few words, and use them again and again."""

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")

MOST = 1 << 16
"""Words that are remembered at most, unless told otherwise: more than news uses in a day."""


class Remembered(dict[str, V]):
    """What a pure function says of a word, worked out at the first asking: `known[word]`.

    A table and no decorator, since looking a word up costs a third of a call. When it is full it is emptied, so that
    memory stays bounded; what it answers never changes.
    """

    def __init__(self, function: Callable[[str], V], most: int = MOST) -> None:
        super().__init__()
        self._function = function
        self._most = most

    def __missing__(self, word: str) -> V:
        value = self._function(word)
        if len(self) >= self._most:
            self.clear()
        self[word] = value
        return value
