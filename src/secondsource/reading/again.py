"""The raw bytes of a source fetched a second time, for verifying and for showing."""

from functools import lru_cache
from pathlib import Path

from secondsource.model.keys import content_id
from secondsource.model.source import RawSource

from .collect import Found, opened


def raw_again(path: Path, record: int | None) -> RawSource:
    """The source at this path and record number as it stands there now.

    Raises `OSError` where the file cannot be read and `LookupError` where it has no such record. What came from
    standard input cannot be fetched again.
    """
    state = path.stat()
    for found in _items(str(path), state.st_size, state.st_mtime_ns):
        if found.record == record:
            item = found.item
            identity = content_id("source", found.sha256, "" if record is None else record)
            return RawSource(
                identity, item.name, found.path, record, found.sha256, item.media_type, item.data, item.given
            )
    raise LookupError(f"{path}: there is no record {record} in it")


@lru_cache(maxsize=2)
def _items(path: str, size: int, modified: int) -> tuple[Found, ...]:
    del size, modified  # they only make a changed file another key
    return tuple(opened(path)[0])
