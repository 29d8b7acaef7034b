"""A zip file without a directory that can be used: its members one after the other, as their own headers tell them."""

import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from msgspec import Struct

from ..item import ITEM_LIMIT

_LOCAL = struct.Struct("<4s5H3L2H")
"""A member's header: signature, version, flags, method, time, date, CRC, packed size, size, lengths of name and extra
(PKWARE's APPNOTE, section 4.3.7)."""
_SIGNATURE = b"PK\x03\x04"
_DESCRIPTOR = b"PK\x07\x08"
_END = struct.Struct("<4s4H2LH")
_END_SIGNATURE = b"PK\x05\x06"
_LONGEST_COMMENT = 65_535
_DIRECTORY_LIMIT = 12_000_000
"""Bytes of a directory that is read: some two hundred thousand members."""
_ENCRYPTED, _SIZED_BEHIND, _UNICODE = 1, 8, 0x800
_STORED, _DEFLATED = 0, 8
_PIECE = 1 << 16


class Member(Struct, frozen=True):
    """A member's name and as much of its bytes as there is."""

    name: str
    data: bytes
    whole: bool


def has_directory(stream: BinaryIO) -> bool:
    """Whether a directory stands at the end, of a size that may be read. Leaves the stream at its beginning."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - _LONGEST_COMMENT - _END.size))
    tail = stream.read()
    stream.seek(0)
    at = tail.rfind(_END_SIGNATURE)
    if at < 0 or len(tail) - at < _END.size:
        return False
    return bool(_END.unpack_from(tail, at)[5] <= _DIRECTORY_LIMIT)


def members(stream: BinaryIO) -> Iterator[Member]:
    """The members from the beginning on, up to the first that cannot be passed over."""
    while True:
        head = stream.read(_LOCAL.size)
        if len(head) < _LOCAL.size or not head.startswith(_SIGNATURE):
            return
        _, _, flags, method, _, _, _, packed, _, name_length, extra_length = _LOCAL.unpack(head)
        name = stream.read(name_length).decode("utf-8" if flags & _UNICODE else "cp437", "replace")
        stream.read(extra_length)
        if flags & _ENCRYPTED or method not in {_STORED, _DEFLATED} or (method == _STORED and flags & _SIZED_BEHIND):
            if flags & _SIZED_BEHIND:
                return
            stream.seek(packed, 1)
            continue
        member = _stored(name, stream, packed) if method == _STORED else _deflated(name, stream)
        yield member
        if not member.whole:
            return
        if flags & _SIZED_BEHIND:
            opening = stream.read(4)
            stream.read(12 if opening == _DESCRIPTOR else 8)


def _stored(name: str, stream: BinaryIO, size: int) -> Member:
    data = stream.read(min(size, ITEM_LIMIT + 1))
    if len(data) <= ITEM_LIMIT:
        return Member(name, data, len(data) == size)
    stream.seek(size - len(data), 1)
    return Member(name, data, True)


def _deflated(name: str, stream: BinaryIO) -> Member:
    unpacker = zlib.decompressobj(-15)
    held = bytearray()
    try:
        while not unpacker.eof and len(held) <= ITEM_LIMIT:
            piece = unpacker.unconsumed_tail or stream.read(_PIECE)
            if not piece:
                break
            held += unpacker.decompress(piece, _PIECE * 16)
    except zlib.error:
        return Member(name, bytes(held), False)
    if unpacker.eof:
        stream.seek(-len(unpacker.unused_data), 1)
    return Member(name, bytes(held), unpacker.eof)
