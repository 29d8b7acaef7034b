"""Loading of language tables: `language/<code>/<topic>.toml`, decoded into the topic's Struct and kept."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

T = TypeVar("T", bound=msgspec.Struct)


def languages() -> tuple[str, ...]:
    """Codes of the languages that have a pack, sorted: the folders named after an ISO 639-1 code."""
    root = files("secondsource.language")
    return tuple(sorted(entry.name for entry in root.iterdir() if entry.is_dir() and len(entry.name) == 2))


@cache
def table(code: str, topic: str, kind: type[T]) -> T | None:
    """The table of a topic in a language, or None where that language has none.

    A file that does not fit its Struct is a defect of the program and raises `msgspec.ValidationError`.
    """
    entry = files("secondsource.language").joinpath(code, f"{topic}.toml")
    if not entry.is_file():
        return None
    return msgspec.convert(tomllib.loads(entry.read_text(encoding="utf-8")), kind)
