"""A place for what was unpacked until it is read: in memory as long as it is little, then in a temporary file."""

from tempfile import SpooledTemporaryFile

from msgspec import Struct

_IN_MEMORY = 64_000_000
"""Bytes kept in memory; a pile of millions of pages must not be."""


class Slot(Struct, frozen=True):
    """Where bytes lie on a shelf."""

    start: int
    length: int


class Shelf:
    """Takes bytes and gives them back. The file is gone when the shelf is."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # lives as long as the shelf
        self._end = 0

    def put(self, data: bytes) -> Slot:
        """Lay bytes down behind the others."""
        self._file.seek(self._end)
        self._file.write(data)
        slot = Slot(self._end, len(data))
        self._end += len(data)
        return slot

    def get(self, slot: Slot) -> bytes:
        """The bytes that were laid down there."""
        self._file.seek(slot.start)
        return self._file.read(slot.length)
