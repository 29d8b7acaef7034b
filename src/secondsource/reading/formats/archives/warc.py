"""WARC: the pages of a web archive, each with its address and the day it was taken."""

import re
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from secondsource.model.problem import Problem
from secondsource.model.source import Given

from ..item import ITEM_LIMIT, Item, Unpacked
from ..kinds import Kind
from .allowance import Allowance, ExhaustedError
from .http import content_type, response

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

Texts = Callable[[str, Kind, bytes], Unpacked]
"""How a payload is read: its name, kind and bytes."""
_PIECE = 1 << 20
_NESTED = re.compile(rb"WARC/1\.[01]\r?\n(?:WARC|Content)-")
"""Where another record begins inside one that says it is longer than it is, behind an empty line."""
_RECORD = re.compile(rb"WARC/1\.[01]\r?\n")
_MEMBER = re.compile(rb"\x1f\x8b\x08")
_MOST_BREAKS = 1_000
"""Places at which reading starts again behind something broken."""
_PAGES = frozenset({"response", "resource", "conversion"})
_KINDS = {
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "text/plain": Kind.TEXT,
    "application/pdf": Kind.PDF,
    "application/json": Kind.JSON,
    "text/xml": Kind.XML,
    "application/xml": Kind.XML,
    "application/rss+xml": Kind.XML,
    "application/atom+xml": Kind.XML,
    "message/rfc822": Kind.MESSAGE,
}


def warc(name: str, stream: BinaryIO, allowance: Allowance, texts: Texts) -> Unpacked:
    """The pages of an archive, in its order. A record that lies about its length, or is damaged, is a Problem, and
    reading goes on at the next one that begins behind it."""
    from fastwarc.warc import ArchiveIterator  # noqa: PLC0415  # heavy to import

    left: Counter[str] = Counter()
    start = 0
    for _ in range(_MOST_BREAKS):
        source = _Quiet(stream, start)
        last, why = start, None
        try:
            for record in ArchiveIterator(source, parse_http=False):
                last = start + record.stream_pos
                block = _block(record, allowance)
                if block.kind is None:
                    left[block.left] += 1
                else:
                    yield from _texts(name, block, texts)
                if block.broken:
                    why = f"the record of {block.url} {block.broken}"
                    break
        except OSError as error:
            why = str(error)
        if source.spent:
            raise ExhaustedError
        if why is None:
            break
        yield Problem(name, "broken-archive", f"{name}: from byte {last} on: {why}")
        found = _next(stream, last + 1)
        if found is None:
            break
        start = found
    if left:
        kinds = ", ".join(f"{kind} ({count})" for kind, count in sorted(left.items())[:8])
        yield Problem(name, "left-out", f"{name}: {left.total()} records without a page were left out: {kinds}")


class _Quiet:
    """A stream that ends where its allowance does: an exception would have to pass through foreign code."""

    def __init__(self, stream: BinaryIO, start: int) -> None:
        self.spent = False
        self._stream = stream
        self._at = 0
        if stream.seekable():
            stream.seek(start)

    def read(self, size: int = -1) -> bytes:
        if self.spent:
            return b""
        try:
            piece = self._stream.read(size)
        except ExhaustedError:
            self.spent = True
            return b""
        self._at += len(piece)
        return piece

    def seek(self, offset: int, whence: int = 0) -> int:
        raise OSError("read in one pass")

    def close(self) -> None:
        """The stream is its owner's to close."""

    def tell(self) -> int:
        return self._at


class _Block(Struct, frozen=True):
    """A record's page; `kind` is None where it has none, and `left` says why."""

    url: str
    kind: Kind | None = None
    data: bytes = b""
    given: Given = Given()
    left: str = ""
    broken: str = ""
    """What is wrong with the record's length, if anything."""
    note: str | None = None


def _block(record: "WarcRecord", allowance: Allowance) -> _Block:
    kind = str(record.record_type)
    if kind not in _PAGES:
        _skip(record, record.content_length, allowance)
        return _Block("", left=kind)
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or kind
    data = record.reader.read(ITEM_LIMIT + 1)
    allowance.spend(len(data))
    broken = ""
    nested = _nested(data)
    if nested is not None:
        data, broken = data[:nested], f"says it has {record.content_length} bytes and has {nested}"
    elif len(data) < min(record.content_length, ITEM_LIMIT + 1):
        broken = f"says it has {record.content_length} bytes, and the file ends after {len(data)}"
    elif len(data) > ITEM_LIMIT:
        _skip(record, record.content_length - len(data), allowance)
    if kind != "response":
        media_type, charset = content_type(record.headers.get("Content-Type"))
        return _page(url, record, media_type, charset, data, broken)
    found = response(data)
    if found is None:
        return _Block(url, left="no HTTP response", broken=broken or ("has no HTTP head" if data.strip() else ""))
    if not 200 <= found.status < 300:
        return _Block(url, left=f"HTTP {found.status}", broken=broken)
    page = _page(url, record, found.media_type, found.charset, found.body, broken)
    return replace(page, note=found.problem)


def _nested(data: bytes) -> int | None:
    """Where the next record begins inside this one, if it does."""
    at = data.find(b"WARC/1.")
    while at >= 0:
        before = data[max(0, at - 4) : at].replace(b"\r", b"")
        if before.endswith(b"\n\n") and _NESTED.match(data, at):
            return len(data[:at].rstrip(b"\r\n"))
        at = data.find(b"WARC/1.", at + 1)
    return None


def _page(
    url: str, record: "WarcRecord", media_type: str | None, charset: str | None, data: bytes, broken: str
) -> _Block:
    kind = _KINDS.get(media_type or "") or (Kind.OTHER if media_type is None else None)
    given = Given(url=url, charset=charset, captured=record.headers.get("WARC-Date"))
    return _Block(url, kind, data, given, media_type or "", broken)


def _skip(record: "WarcRecord", count: int, allowance: Allowance) -> None:
    """Pass over bytes of a record, counting what comes out: a lying length must not cost more than there is."""
    while count > 0:
        passed = record.consume(min(count, _PIECE))
        allowance.spend(passed)
        if not passed:
            return
        count -= passed


def _texts(name: str, block: _Block, texts: Texts) -> Unpacked:
    """What the payload holds, each with the archive's word on where it was and when."""
    if block.note is not None:
        yield Problem(name, "broken-archive", f"{name}: {block.url}: {block.note}")
    if block.kind is None or not block.data.strip():
        return
    for each in texts(block.url, block.kind, block.data):
        if isinstance(each, Problem):
            yield Problem(name, each.code, f"{name}: {each.message}")
            continue
        whole = block.kind in {Kind.HTML, Kind.TEXT, Kind.OTHER}
        known = each.given
        given = replace(
            known,
            url=known.url or block.given.url,
            captured=known.captured or block.given.captured,
            charset=block.given.charset if whole else known.charset,
        )
        yield Item(block.url if whole else each.name, each.media_type, each.data, given)


def _next(stream: BinaryIO, start: int) -> int | None:
    """Where the next record, or gzip member, begins at or behind `start`; None where there is none."""
    if not stream.seekable():
        return None
    stream.seek(0)
    pattern = _MEMBER if stream.read(2) == b"\x1f\x8b" else _RECORD
    stream.seek(start)
    held, at = b"", start
    while piece := stream.read(_PIECE):
        held += piece
        found = pattern.search(held)
        if found is not None:
            return at + found.start()
        at += max(0, len(held) - 16)
        held = held[-16:]
    return None
