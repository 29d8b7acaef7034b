"""The raw bytes of a source fetched a second time, for verifying and for showing."""

from functools import lru_cache
from pathlib import Path

from secondsource.model.keys import content_id
from secondsource.model.source import RawSource

from .collect import Found, opened
from .shelf import Shelf


def raw_again(path: Path, record: int | None) -> RawSource:
    """The source at this path and record number as it stands there now.

    Raises `OSError` where the file cannot be read and `LookupError` where it has no such record. What came from
    standard input cannot be fetched again.
    """
    state = path.stat()
    found, shelf = _items(str(path), state.st_size, state.st_mtime_ns)
    for each in found:
        if each.record == record:
            return each.raw(content_id("source", each.sha256, "" if record is None else record), shelf)
    raise LookupError(f"{path}: there is no record {record} in it")


@lru_cache(maxsize=2)
def _items(path: str, size: int, modified: int) -> tuple[tuple[Found, ...], Shelf]:
    del size, modified  # they only make a changed file another key
    shelf = Shelf()
    return tuple(opened(path, shelf)[0]), shelf
