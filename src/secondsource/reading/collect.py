"""A pile as named on the command line to raw sources: files, folders, globs, archives and standard input."""

import glob
import hashlib
import io
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from secondsource.errors import PileError
from secondsource.model.keys import content_id
from secondsource.model.problem import Problem
from secondsource.model.source import RawSource
from secondsource.stage.settings import ReadingSettings

from .formats.item import Item
from .formats.unpack import KNOWN, holds_several, unpacked

STDIN = "-"
_PIECE = 1 << 20
_READ = KNOWN | {""}


class Found(Struct, frozen=True):
    """An item with the file it came from, before it has its id."""

    path: str
    record: int | None
    sha256: str
    item: Item


def collect(paths: Sequence[str], settings: ReadingSettings) -> tuple[list[RawSource], list[Problem]]:
    """The sources of a pile, sorted by name and id, and what could not be taken in.

    `-` is standard input. A folder is walked in full, hidden files and unknown endings left out. Raises `PileError`
    where nothing at all can be read.
    """
    del settings  # budgets are kept where a source is read; collecting has its own limits
    found: list[Found] = []
    problems: list[Problem] = []
    for path in dict.fromkeys(paths):
        try:
            for part in _named(path, problems):
                _take(part, found, problems)
        except PileError as error:
            problems.append(Problem(path, "missing-path", str(error.cause)))
            if len(paths) == 1:
                raise
        except OSError as error:
            problems.append(Problem(path, "unreadable", f"{path}: {error.strerror or error}"))
    if not found:
        _refuse(paths, problems)
    clashes = _clashes(found)
    raws = [_raw(each, clashes) for each in _distinct(found)]
    return sorted(raws, key=lambda raw: (raw.name, raw.id)), sorted(set(problems))


def _refuse(paths: Sequence[str], problems: list[Problem]) -> None:
    first = problems[0].message if problems else "no path was named"
    more = f" ({len(problems)} problems in all)" if len(problems) > 1 else ""
    raise PileError(
        f"Nothing to read in {', '.join(paths) or 'the pile'}: {first}{more}",
        next_step="Name files (.txt .html .jsonl .json .xml .zip), a folder that holds such files, or - for input.",
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


def _take(path: str, found: list[Found], problems: list[Problem]) -> None:
    try:
        found_here, problems_here = opened(path)
    except OSError as error:
        problems.append(Problem(path, "unreadable", f"{path}: {error.strerror or error}"))
        return
    found.extend(found_here)
    problems.extend(problems_here)


def opened(path: str) -> tuple[list[Found], list[Problem]]:
    """The items of one file, numbered where it may hold several, and its problems. Raises `OSError`."""
    if path == STDIN:
        data = sys.stdin.buffer.read()
        return _items(path, "stdin", hashlib.sha256(data).hexdigest(), io.BytesIO(data))
    with Path(path).open("rb") as stream:
        digest = hashlib.sha256()
        for piece in iter(lambda: stream.read(_PIECE), b""):
            digest.update(piece)
        stream.seek(0)
        return _items(path, Path(path).name, digest.hexdigest(), stream)


def _items(path: str, name: str, sha256: str, stream: BinaryIO) -> tuple[list[Found], list[Problem]]:
    items: list[Item] = []
    problems: list[Problem] = []
    for each in unpacked(name, stream):
        if isinstance(each, Problem):
            problems.append(each)
        else:
            items.append(each)
    numbered = len(items) > 1 or holds_several(name)
    return [Found(path, at if numbered else None, sha256, item) for at, item in enumerate(items)], problems


def _distinct(found: Iterable[Found]) -> list[Found]:
    """Each file's items once, however often the file was named."""
    return list({(str(Path(each.path).resolve()), each.record): each for each in found}.values())


def _clashes(found: Iterable[Found]) -> Counter[tuple[str, int | None]]:
    """How many files hold the same bytes."""
    return Counter((each.sha256, each.record) for each in _distinct(found))


def _raw(found: Found, clashes: Counter[tuple[str, int | None]]) -> RawSource:
    """The bytes' hash makes the id; only where two files hold the same bytes do their paths tell them apart."""
    parts: tuple[object, ...] = (found.sha256, "" if found.record is None else found.record)
    if clashes[found.sha256, found.record] > 1:
        parts += (found.path,)
    item = found.item
    identity = content_id("source", *parts)
    return RawSource(
        identity, item.name, found.path, found.record, found.sha256, item.media_type, item.data, item.given
    )
