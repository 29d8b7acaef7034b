"""One file to its texts: what kind it is, and who unpacks that kind."""

import io
import re
from collections import Counter
from functools import partial
from typing import BinaryIO

from secondsource.model.problem import Problem
from secondsource.reading.decode import wide_encoding

from .archives.allowance import Allowance, ExhaustedError, counted
from .archives.members import BROKEN, gzipped, tarred, zipped
from .archives.warc import warc
from .front_matter import front_matter
from .item import ITEM_LIMIT, Item, Unpacked, cut
from .kinds import PACKED, PEEK, Kind, kind_of, looks_like
from .mail import mailbox, message
from .markup import file_name
from .pdf import pdf
from .records import json_file, json_lines
from .xml import xml

_DEPTH = 3
"""An archive in an archive in an archive is opened, one inside that is not."""
_TOLD = 100
_GIVEN_UP = 10_000
"""Problems of one code in one file: so many are told, and at so many it is given up."""
_PIECE = 1 << 16
_BINARY = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY_STARTS = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"MZ",
    b"SQLite",
    b"%PDF",
)


def unpacked(name: str, stream: BinaryIO) -> Unpacked:
    """The texts of a file read from `stream`, which must be seekable, and its problems. Reads in bounded pieces, at
    most what `Allowance` gives; never raises on content."""
    allowance = Allowance.of(stream)
    try:
        yield from _in_short(name, _opened(name, stream, allowance, 0))
    except ExhaustedError:
        why = f"{name}: unpacks to more than {allowance.in_all} bytes, far more than its size; the rest was left out"
        yield Problem(name, "too-long", why)


def _in_short(name: str, parts: Unpacked) -> Unpacked:
    """The same with at most `_TOLD` problems of a code, and the number of the others; a file that is nothing but
    problems is given up."""
    told: Counter[str] = Counter()
    for each in parts:
        if isinstance(each, Problem):
            told[each.code] += 1
            if told[each.code] > _GIVEN_UP:
                yield Problem(name, each.code, f"{name}: more than {_GIVEN_UP} such problems; the rest was left out")
                return
            if told[each.code] > _TOLD:
                continue
        yield each
    for code, count in sorted(told.items()):
        if count > _TOLD:
            yield Problem(name, code, f"{name}: and {count - _TOLD} more problems of this kind")


def _opened(name: str, stream: BinaryIO, allowance: Allowance, depth: int) -> Unpacked:
    reader = counted(stream, allowance)
    try:
        kind = kind_of(name, reader.peek(PEEK)[:PEEK])
        if kind in PACKED and depth >= _DEPTH:
            yield Problem(name, "left-out", f"{name}: an archive {depth} archives deep; left out")
            return
        inner = partial(_opened, allowance=allowance, depth=depth + 1)
        if kind is Kind.LINES:
            yield from json_lines(name, reader)
        elif kind is Kind.MAILBOX:
            yield from mailbox(name, reader)
        elif kind is Kind.GZIP:
            yield from gzipped(name, reader, inner)
        elif kind is Kind.ZIP:
            yield from zipped(name, reader, inner)
        elif kind is Kind.TAR:
            yield from tarred(name, reader, inner)
        elif kind is Kind.WARC:
            yield from warc(name, reader, allowance, _single)
        else:
            data, failure = _whole(reader)
            yield from _single(name, kind, data)
            if failure is not None:
                raise failure
    except BROKEN as error:
        yield Problem(name, "broken-archive", f"{name}: cannot be unpacked further: {error}")


def _whole(reader: io.BufferedReader) -> tuple[bytes, Exception | None]:
    """A file's bytes, one more than are read of it at most; where they break off, those before, and why."""
    held = bytearray()
    try:
        while len(held) <= ITEM_LIMIT and (piece := reader.read1(_PIECE)):
            held += piece
    except (*BROKEN, ExhaustedError) as error:
        return bytes(held), error
    return bytes(held), None


def _single(name: str, kind: Kind, data: bytes) -> Unpacked:
    """The texts of a file that is no archive."""
    data, problems = cut(name, data)
    yield from problems
    kind = looks_like(data[:PEEK]) if kind is Kind.OTHER else kind
    if kind is Kind.PDF:
        yield from pdf(name, data)
    elif is_binary(data):
        yield Problem(name, "not-text", f"{name}: not text, or in a format that is not read; left out")
    elif kind is Kind.JSON:
        yield from json_file(name, data)
    elif kind is Kind.XML:
        yield from xml(name, data)
    elif kind is Kind.MESSAGE:
        yield from message(name, data)
    elif kind is Kind.MARKDOWN:
        yield Item(file_name(name), "text/plain", data, front_matter(data))
    else:
        yield Item(file_name(name), "text/html" if kind is Kind.HTML else "text/plain", data)


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding: a known signature, or control characters and NULs all over."""
    head = data[:8192]
    if not head or head.startswith((b"\xff\xfe", b"\xfe\xff")) or wide_encoding(head) is not None:
        return False
    if head.startswith(_BINARY_STARTS) and (b"\0" in head or _BINARY.search(head) or head.startswith(b"%PDF")):
        return True
    return head.count(0) > 8 + len(head) // 200 or len(_BINARY.findall(head)) > 8 + len(head) // 50
