"""The dossier as a file: `dossier.json`, the same bytes for the same pile."""

from pathlib import Path

import msgspec

from secondsource.errors import DossierError, OutputError

from .dossier import VERSION, Dossier

NAME = "dossier.json"


def write(dossier: Dossier, folder: Path) -> Path:
    """Write `folder/dossier.json`, indented, with a final line feed. Raises `OutputError` where that cannot be done."""
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(msgspec.json.format(msgspec.json.encode(dossier), indent=1) + b"\n")
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be written: {error.strerror or error}", next_step="Name another folder with -o DIR."
        ) from error
    return path


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
