"""A pile as named on the command line to raw sources: files, folders, globs, archives and standard input."""

import glob
import hashlib
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast, overload

from msgspec import Struct
from msgspec.structs import replace

from secondsource.errors import PileError
from secondsource.model.keys import content_id
from secondsource.model.problem import Problem
from secondsource.model.source import Given, RawSource
from secondsource.stage.settings import ReadingSettings

from .formats.item import Item
from .formats.kinds import KNOWN, holds_several
from .formats.unpack import unpacked
from .shelf import Shelf, Slot

STDIN = "-"
_PIECE = 1 << 20
_READ = KNOWN | {""}


class Found(Struct, frozen=True):
    """An item with the file it came from, before it has its id. Its bytes lie on a shelf."""

    path: str
    record: int | None
    sha256: str
    name: str
    media_type: str
    given: Given
    slot: Slot

    def raw(self, identity: str, shelf: Shelf) -> RawSource:
        """The source of that id with its bytes."""
        data = shelf.get(self.slot)
        return RawSource(identity, self.name, self.path, self.record, self.sha256, self.media_type, data, self.given)


class RawSources(Sequence[RawSource]):
    """The sources of a pile in order; the bytes of each are fetched when it is asked for."""

    def __init__(self, found: Sequence[tuple[str, Found]], shelf: Shelf) -> None:
        self._found = found
        self._shelf = shelf

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> RawSource: ...
    @overload
    def __getitem__(self, index: slice) -> "RawSources": ...
    def __getitem__(self, index: int | slice) -> "RawSource | RawSources":
        if isinstance(index, slice):
            return RawSources(self._found[index], self._shelf)
        identity, found = self._found[index]
        return found.raw(identity, self._shelf)


def collect(paths: Sequence[str], settings: ReadingSettings) -> tuple[RawSources, list[Problem]]:
    """The sources of a pile, sorted by name and id, and what could not be taken in.

    `-` is standard input. A folder is walked in full, hidden files and unknown endings left out. Raises `PileError`
    where nothing at all can be read.
    """
    del settings  # budgets are kept where a source is read; collecting has its own limits
    shelf = Shelf()
    found: list[Found] = []
    problems: list[Problem] = []
    for path in dict.fromkeys(paths):
        try:
            for part in _named(path, problems):
                _take(part, shelf, found, problems)
        except PileError as error:
            problems.append(Problem(path, "missing-path", str(error.cause)))
            if len(paths) == 1:
                raise
        except OSError as error:
            problems.append(Problem(path, "unreadable", f"{path}: {error.strerror or error}"))
    if not found:
        _refuse(paths, problems)
    clashes = _clashes(found)
    named = sorted(
        ((_identity(each, clashes), each) for each in _distinct(found)), key=lambda row: (row[1].name, row[0])
    )
    return RawSources(named, shelf), sorted(set(problems))


def _refuse(paths: Sequence[str], problems: list[Problem]) -> None:
    first = problems[0].message if problems else "no path was named"
    more = f" ({len(problems)} problems in all)" if len(problems) > 1 else ""
    raise PileError(
        f"Nothing to read in {', '.join(paths) or 'the pile'}: {first}{more}",
        next_step="Name files (.txt .html .pdf .jsonl .xml .warc .zip …), a folder of such files, or - for input.",
    )


def _named(path: str, problems: list[Problem]) -> Iterator[str]:
    """The files that one argument names; what a folder holds besides is one Problem. Raises `PileError` for a missing
    path or an empty folder."""
    if path == STDIN:
        yield path
        return
    place = Path(path)
    if place.is_dir():
        shown = sorted(each for each in place.rglob("*") if _shown(each.relative_to(place)) and each.is_file())
        files = [each for each in shown if each.suffix.lower() in _READ]
        others = sorted({each.suffix.lower() for each in shown} - _READ)
        if others:
            why = f"{path}: {len(shown) - len(files)} files of other kinds were left out: {', '.join(others)}"
            problems.append(Problem(path, "left-out", why))
        if not files:
            raise PileError(
                f"{path}: the folder holds no document.",
                next_step="Put .txt, .html or .jsonl files there, or name another folder.",
            )
        yield from map(str, files)
    elif place.exists():
        yield path
    else:
        matches = sorted(match for match in glob.iglob(path, recursive=True) if Path(match).is_file())  # noqa: PTH207 - Path.glob refuses absolute patterns
        if not matches:
            raise PileError(f"{path}: there is no such file or folder.", next_step="Check the path's spelling.")
        yield from matches


def _shown(path: Path) -> bool:
    return not any(part.startswith(".") for part in path.parts)


def _take(path: str, shelf: Shelf, found: list[Found], problems: list[Problem]) -> None:
    try:
        found_here, problems_here = opened(path, shelf)
    except OSError as error:
        problems.append(Problem(path, "unreadable", f"{path}: {error.strerror or error}"))
        return
    found.extend(found_here)
    problems.extend(problems_here)


def opened(path: str, shelf: Shelf) -> tuple[list[Found], list[Problem]]:
    """The items of one file, numbered where it may hold several, their bytes put on the shelf, and its problems.
    Raises `OSError`."""
    if path == STDIN:
        return _items(path, "stdin", _kept(sys.stdin.buffer), shelf)
    with Path(path).open("rb") as stream:
        name = Path(path).name
        return _items(path, name, stream if stream.seekable() else _kept(stream), shelf)


def _kept(stream: BinaryIO) -> BinaryIO:
    """A pipe's bytes where they can be read twice."""
    held = SpooledTemporaryFile(max_size=_PIECE)  # noqa: SIM115  # closed when it is let go
    shutil.copyfileobj(stream, held, _PIECE)
    held.seek(0)
    return cast(BinaryIO, held)


def _items(path: str, name: str, stream: BinaryIO, shelf: Shelf) -> tuple[list[Found], list[Problem]]:
    digest = hashlib.sha256()
    while piece := stream.read(_PIECE):
        digest.update(piece)
    sha256 = digest.hexdigest()
    stream.seek(0)
    held: list[tuple[Item, Slot]] = []
    problems: list[Problem] = []
    for each in unpacked(name, stream):
        if isinstance(each, Problem):
            problems.append(each)
        else:
            held.append((replace(each, data=b""), shelf.put(each.data)))
    numbered = len(held) > 1 or holds_several(name)
    found = [
        Found(path, at if numbered else None, sha256, item.name, item.media_type, item.given, slot)
        for at, (item, slot) in enumerate(held)
    ]
    return found, problems


def _distinct(found: Iterable[Found]) -> list[Found]:
    """Each file's items once, however often the file was named."""
    return list({(str(Path(each.path).resolve()), each.record): each for each in found}.values())


def _clashes(found: Iterable[Found]) -> Counter[tuple[str, int | None]]:
    """How many files hold the same bytes."""
    return Counter((each.sha256, each.record) for each in _distinct(found))


def _identity(found: Found, clashes: Counter[tuple[str, int | None]]) -> str:
    """The bytes' hash makes the id; only where two files hold the same bytes do their paths tell them apart."""
    parts: tuple[object, ...] = (found.sha256, "" if found.record is None else found.record)
    if clashes[found.sha256, found.record] > 1:
        parts += (found.path,)
    return content_id("source", *parts)
