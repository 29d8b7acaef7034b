"""How much may come out of one file: archives can hold a thousand times their size, or each other."""

import io
from typing import BinaryIO

_LEAST = 64_000_000
"""Bytes that may come out of any file."""
_TIMES = 50
"""Bytes that may come out for each byte of the file: pages shrink to a tenth, records that repeat to less."""
_PIECE = 1 << 16


class ExhaustedError(Exception):
    """More came out of a file than its size allows for."""


class Allowance:
    """A count of bytes that is spent while a file is unpacked, its archives inside it included."""

    def __init__(self, bytes_in_all: int) -> None:
        self.in_all = bytes_in_all
        self.left = bytes_in_all

    @classmethod
    def of(cls, stream: BinaryIO) -> "Allowance":
        """The allowance of a file, by its size."""
        size = stream.seek(0, io.SEEK_END)
        stream.seek(0)
        return cls(_LEAST + _TIMES * size)

    def spend(self, count: int) -> None:
        """Count bytes that came out. Raises `ExhaustedError` where nothing is left."""
        self.left -= count
        if self.left < 0:
            raise ExhaustedError


class _Counted(io.RawIOBase):
    """A stream that spends what is read from it."""

    def __init__(self, stream: BinaryIO, allowance: Allowance) -> None:
        self._stream = stream
        self._allowance = allowance

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]  # io hands over a writable buffer
        # one piece at a time: a read that goes on after the first piece would lose it where the second is broken
        piece = getattr(self._stream, "read1", self._stream.read)(len(view))
        self._allowance.spend(len(piece))
        view[: len(piece)] = piece
        return len(piece)


def counted(stream: BinaryIO, allowance: Allowance) -> io.BufferedReader:
    """The same bytes, spent from the allowance as they are read, and with a look ahead (`peek`)."""
    return io.BufferedReader(_Counted(stream, allowance), _PIECE)
