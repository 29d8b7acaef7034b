"""The dossier as a file: `dossier.json`, the same bytes for the same pile."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from secondsource.errors import DossierError, OutputError

from .dossier import VERSION, Dossier

NAME = "dossier.json"
ROWS = 1_000
"""Rows of a list that are written at a time: the dossier of ten thousand pages has half a gigabyte, and in one piece it
would be in memory three times over."""


def write(dossier: Dossier, folder: Path) -> Path:
    """Write `folder/dossier.json`, indented, with a final line feed. Raises `OutputError` where that cannot be done."""
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.writelines(pieces(dossier))
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be written: {error.strerror or error}", next_step="Name another folder with -o DIR."
        ) from error
    return path


def pieces(dossier: Dossier) -> Iterator[bytes]:
    """The bytes of the file, piece by piece: what `msgspec.json.format` with an indent of 1 makes of the whole."""
    before = b"{\n "
    for field in msgspec.structs.fields(dossier):
        yield before + msgspec.json.encode(field.encode_name) + b": "
        value = getattr(dossier, field.name)
        if isinstance(value, tuple) and value:
            yield from _list(value)
        else:
            yield _indented(value)
        before = b",\n "
    yield b"\n}\n"


def _list(rows: Sequence[object]) -> Iterator[bytes]:
    before = b"["
    for start in range(0, len(rows), ROWS):
        yield before + _indented(rows[start : start + ROWS])[1 : -len(b"\n ]")]
        before = b","
    yield b"\n ]"


def _indented(value: object) -> bytes:
    """The value one step further in; a line feed inside a string is written otherwise in JSON."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1).replace(b"\n", b"\n ")


def load(folder: Path) -> Dossier:
    """Read `folder/dossier.json`. Raises `DossierError` where it is missing, damaged or of another version."""
    path = folder / NAME if folder.is_dir() else folder
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DossierError(
            f"{path}: there is no dossier here.", next_step="Make one with: secondsource build PILE... -o DIR"
        ) from error
    try:
        dossier = msgspec.json.decode(data, type=Dossier)
    except msgspec.DecodeError as error:
        raise DossierError(
            f"{path}: not a dossier this version can read: {error}", next_step="Build it again with this version."
        ) from error
    if dossier.dossier != VERSION:
        raise DossierError(
            f"{path}: a dossier of version {dossier.dossier}; this program reads version {VERSION}.",
            next_step="Build it again with this version.",
        )
    return dossier
