"""A word of a sentence that holds a figure, and what it does there."""

from enum import IntEnum

from msgspec import Struct


class Sort(IntEnum):
    """What a word does in a clause that gives a figure."""

    CONTENT = 0
    EMPTY = 1
    """Function words, times, names for numbers."""
    GIVING = 2
    AGENT = 3


class Token(Struct, frozen=True, gc=False):
    """A word at `start` to `end` of the document with its meanings in keys that languages share."""

    start: int
    end: int
    sort: Sort
    keys: frozenset[str]
    expects: bool = False
    body: str | None = None
    """Whom it names, where it stands for a body that can give figures."""
    asks: bool = False
    """Whether it says what is counted or measured."""
    may_give: bool = False
    """Whether it is a noun for people or a body that may give a figure, where it stands as the giver does."""
    beside: bool = False
    """Whether it is of a phrase beside a name (according to, laut), not of a verb."""
    bids: bool = False
    """Whether it is a verb of asking or offering."""
