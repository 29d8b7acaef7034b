"""One file to its texts, by the ending of its name and, where that says nothing, by its first bytes."""

import gzip
import io
import re
import tarfile
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import BinaryIO

from secondsource.model.problem import Problem

from .feeds import feed
from .item import ITEM_LIMIT, Item, Unpacked
from .mail import mailbox, message
from .records import json_file, json_lines

_TEXT = frozenset({".txt", ".text", ".md", ".markdown"})
_HTML = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_LINES = frozenset({".jsonl", ".ndjson", ".jsonlines"})
_FEEDS = frozenset({".xml", ".rss", ".atom"})
_MAIL = frozenset({".eml", ".mhtml", ".mht"})
_ZIPPED = frozenset({".zip"})
_TARRED = frozenset({".tar", ".tgz"})
KNOWN = _TEXT | _HTML | _LINES | _FEEDS | _MAIL | _ZIPPED | _TARRED | {".json", ".gz", ".mbox"}
"""Endings that are read when a folder is walked."""

_LOOKS_HTML = re.compile(
    rb"^\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p)\b", re.I | re.S
)
_LOOKS_FEED = re.compile(rb"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.I | re.S)
_LOOKS_RECORD = re.compile(rb"^\s*\{\s*\"")
_BINARY = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY_STARTS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"MZ",
    b"SQLite",
)
_MEMBERS = 200_000
_DEPTH = 2
"""An archive inside an archive is opened, one inside that is not."""


def holds_several(name: str) -> bool:
    """Whether a file of this name numbers its texts even where it has only one."""
    return PurePosixPath(name.lower()).suffix in _LINES | _FEEDS | _ZIPPED | _TARRED | {".json", ".gz", ".mbox"}


def unpacked(name: str, stream: BinaryIO, depth: int = 0) -> Unpacked:
    """The texts of a file read from `stream`, and its problems. Reads in bounded pieces; never raises on content."""
    suffix = PurePosixPath(name.lower()).suffix
    try:
        if suffix in _LINES:
            yield from json_lines(name, stream)
        elif suffix == ".gz" and depth < _DEPTH:
            yield from _gzipped(name, stream, depth)
        elif suffix in _ZIPPED and depth < _DEPTH:
            yield from _zipped(name, stream, depth)
        elif suffix in _TARRED and depth < _DEPTH:
            yield from _tarred(name, stream, depth)
        elif suffix == ".mbox":
            yield from mailbox(name, stream)
        else:
            yield from _single(name, suffix, stream)
    except (
        OSError,
        EOFError,
        zlib.error,
        zipfile.BadZipFile,
        tarfile.TarError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        yield Problem(name, "broken-archive", f"{name}: cannot be unpacked further: {error}")


def _single(name: str, suffix: str, stream: BinaryIO) -> Unpacked:
    data = stream.read(ITEM_LIMIT + 1)
    if len(data) > ITEM_LIMIT:
        yield Problem(name, "too-long", f"{name}: longer than {ITEM_LIMIT} bytes; the rest was left out")
        data = data[:ITEM_LIMIT]
    if is_binary(data):
        yield Problem(name, "not-text", f"{name}: not text, or in a format that is not read; left out")
    elif suffix in _HTML:
        yield Item(_file_name(name), "text/html", data)
    elif suffix == ".json":
        yield from json_file(name, data)
    elif suffix in _FEEDS or (suffix not in _TEXT and _LOOKS_FEED.match(data[:4096])):
        yield from feed(name, data)
    elif suffix in _MAIL:
        yield from message(name, data)
    elif suffix not in _TEXT and _LOOKS_RECORD.match(data[:200]) and _one_record_a_line(data):
        yield from json_lines(name, io.BytesIO(data))
    else:
        html = suffix not in _TEXT and _LOOKS_HTML.match(data[:4096])
        yield Item(_file_name(name), "text/html" if html else "text/plain", data)


def _one_record_a_line(data: bytes) -> bool:
    first = data.split(b"\n", 1)[0].strip()
    return first.endswith(b"}")


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding: a known signature, or control characters and NULs all over."""
    head = data[:8192]
    if not head:
        return False
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    if head.startswith(_BINARY_STARTS) and (
        b"\0" in head or _BINARY.search(head) is not None or head.startswith(b"%PDF")
    ):
        return True
    nulls = head.count(0)
    if nulls > len(head) * 0.3 and _wide_letters(head):
        return False
    return nulls > 8 + len(head) // 200 or len(_BINARY.findall(head)) > 8 + len(head) // 50


def _wide_letters(head: bytes) -> bool:
    """Whether NULs stand at every other byte, as in UTF-16 without its mark."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    return max(even, odd) > 10 * (min(even, odd) + 1)


def _gzipped(name: str, stream: BinaryIO, depth: int) -> Unpacked:
    inner = name[: -len(".gz")]
    with gzip.GzipFile(fileobj=stream) as opened:
        yield from unpacked(inner, opened, depth + 1)  # type: ignore[arg-type]  # a GzipFile reads like a binary file


def _zipped(name: str, stream: BinaryIO, depth: int) -> Unpacked:
    with zipfile.ZipFile(stream) as archive:
        members = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda member: member.filename)
        if len(members) > _MEMBERS:
            yield Problem(name, "too-long", f"{name}: {len(members)} members; only the first {_MEMBERS} were read")
        for member in members[:_MEMBERS]:
            if not _wanted(member.filename):
                continue
            try:
                with archive.open(member) as opened:
                    yield from unpacked(member.filename, opened, depth + 1)  # type: ignore[arg-type]
            except (RuntimeError, zipfile.BadZipFile, NotImplementedError, OSError) as error:
                yield Problem(name, "broken-archive", f"{name}: {member.filename}: cannot be unpacked: {error}")


def _tarred(name: str, stream: BinaryIO, depth: int) -> Unpacked:
    with tarfile.open(fileobj=stream, mode="r|*") as archive:
        for number, member in enumerate(archive):
            if number >= _MEMBERS:
                yield Problem(name, "too-long", f"{name}: more than {_MEMBERS} members; the rest was left out")
                return
            opened = archive.extractfile(member) if member.isfile() and _wanted(member.name) else None
            if opened is not None:
                yield from unpacked(member.name, opened, depth + 1)  # type: ignore[arg-type]


def _wanted(member: str) -> bool:
    path = PurePosixPath(member.lower())
    return path.suffix in KNOWN and not any(_is_hidden(part) for part in path.parts)


def _is_hidden(part: str) -> bool:
    return part.startswith("__macosx") or (part.startswith(".") and part.strip(".") != "")


def _file_name(name: str) -> str:
    return PurePosixPath(name).name or name
