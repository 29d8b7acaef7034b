"""Archives: gzip, zip and tar. Nothing is ever written to disk, so a member's path is only a name."""

import gzip
import io
import stat
import struct
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable
from itertools import islice
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from secondsource.model.problem import Problem

from ..item import Unpacked
from ..kinds import KNOWN
from .cut_zip import has_directory, members

Inner = Callable[[str, BinaryIO], Unpacked]
"""How a member is opened in its turn."""
_MEMBERS = 200_000
_SHOWN = 8
BROKEN = (
    OSError,
    EOFError,
    zlib.error,
    zipfile.BadZipFile,
    tarfile.TarError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    LookupError,
    struct.error,
)
"""What the standard library's readers of archives raise on damaged ones."""
"""Endings that a problem lists."""


def gzipped(name: str, stream: BinaryIO, inner: Inner) -> Unpacked:
    """What a gzip file holds."""
    if name.lower().endswith(".tgz"):
        held = name[: -len(".tgz")] + ".tar"
    else:
        held = name[: -len(".gz")] if name.lower().endswith(".gz") else name
    with gzip.GzipFile(fileobj=stream) as opened:
        yield from inner(held, cast(BinaryIO, opened))


def zipped(name: str, stream: BinaryIO, inner: Inner) -> Unpacked:
    """The members of a zip file, sorted by their names; of one without a directory those before the break, in order."""
    if not has_directory(stream):
        yield from _without_directory(name, stream, inner)
        return
    left = _Left()
    with zipfile.ZipFile(stream) as archive:
        listed = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda member: member.filename)
        if len(listed) > _MEMBERS:
            yield Problem(name, "too-long", f"{name}: {len(listed)} members; only the first {_MEMBERS} were read")
        for member in listed[:_MEMBERS]:
            if stat.S_ISLNK(member.external_attr >> 16):
                left.count("a link")
            elif left.wants(member.filename):
                try:
                    with archive.open(member) as opened:
                        yield from inner(member.filename, cast(BinaryIO, opened))
                except BROKEN as error:
                    yield Problem(name, "broken-archive", f"{name}: {member.filename}: cannot be unpacked: {error}")
    yield from left.problem(name)


def _without_directory(name: str, stream: BinaryIO, inner: Inner) -> Unpacked:
    left = _Left()
    for member in islice(members(stream), _MEMBERS):
        if left.wants(member.name):
            yield from inner(member.name, io.BytesIO(member.data))
    yield Problem(name, "broken-archive", f"{name}: no directory that can be used; read up to where it breaks off")
    yield from left.problem(name)


def tarred(name: str, stream: BinaryIO, inner: Inner) -> Unpacked:
    """The members of a tar file, in its order."""
    left = _Left()
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for number, member in enumerate(archive):
            if number >= _MEMBERS:
                yield Problem(name, "too-long", f"{name}: more than {_MEMBERS} members; the rest was left out")
                break
            if member.isdir():
                continue
            if not member.isfile():
                left.count("a link" if member.issym() or member.islnk() else "a device")
            elif left.wants(member.name) and (opened := archive.extractfile(member)) is not None:
                yield from inner(member.name, cast(BinaryIO, opened))
            archive.members = []  # type: ignore[attr-defined]  # a stream is read once; what it held need not be kept
    yield from left.problem(name)


class _Left:
    """What of an archive is left out, counted by kind."""

    def __init__(self) -> None:
        self._kinds: Counter[str] = Counter()

    def count(self, kind: str) -> None:
        self._kinds[kind] += 1

    def wants(self, member: str) -> bool:
        """Whether a member is read; what systems hide in archives is passed over without a word."""
        path = PurePosixPath(member.lower().replace("\\", "/"))
        if any(_is_hidden(part) for part in path.parts):
            return False
        if path.suffix not in KNOWN:
            self.count(path.suffix or "without ending")
            return False
        return True

    def problem(self, name: str) -> Unpacked:
        """One Problem for all of them, if there are any."""
        if self._kinds:
            kinds = ", ".join(sorted(self._kinds)[:_SHOWN])
            why = f"{name}: {self._kinds.total()} members of other kinds were left out: {kinds}"
            yield Problem(name, "left-out", why)


def _is_hidden(part: str) -> bool:
    return part.startswith("__macosx") or (part.startswith(".") and part.strip(".") != "")
