"""What unpacking a file gives: one text each, still as bytes."""

from collections.abc import Iterator

from msgspec import Struct

from secondsource.model.problem import Problem
from secondsource.model.source import Given

ITEM_LIMIT = 32_000_000
"""Bytes read of one text, one line of records or one archive member."""


class Item(Struct, frozen=True):
    """One text of a file. `name` is the record's own id or the member's file name."""

    name: str
    media_type: str
    data: bytes
    given: Given = Given()


Unpacked = Iterator[Item | Problem]
"""Items and problems in the file's order; problems name the file."""
