"""What unpacking a file gives: one text each, still as bytes."""

import re
from collections.abc import Iterator

from msgspec import Struct

from secondsource.model.problem import Problem
from secondsource.model.source import Given

ITEM_LIMIT = 32_000_000
"""Bytes read of one text, one line of records or one archive member."""
_SURROGATES = re.compile(r"[\ud800-\udfff]")


class Item(Struct, frozen=True):
    """One text of a file. `name` is the record's own id or the member's file name."""

    name: str
    media_type: str
    data: bytes
    given: Given = Given()


Unpacked = Iterator[Item | Problem]
"""Items and problems in the file's order; problems name the file."""


def utf8(text: str) -> bytes:
    """The bytes of characters that a format has decoded itself; lone surrogates, which are none, become U+FFFD."""
    return _SURROGATES.sub("\ufffd", text).encode()


def cut(name: str, data: bytes) -> tuple[bytes, tuple[Problem, ...]]:
    """At most `ITEM_LIMIT` bytes, and a Problem where there were more."""
    if len(data) <= ITEM_LIMIT:
        return data, ()
    why = f"{name}: longer than {ITEM_LIMIT} bytes; the rest was left out"
    return data[:ITEM_LIMIT], (Problem(name, "too-long", why),)
