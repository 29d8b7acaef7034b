"""Loading of language tables: `language/<code>/<topic>.toml`, decoded into the topic's Struct and kept."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

_ELISION = re.compile(r"(\b[^\W_]{1,6}['’])\s?(?=\w)")
"""A shortened word at the head of another: French "l'", "qu'"."""

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


def phrases_by_first(lines: tuple[str, ...], *, elides: bool) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word, longest first; a shortened word is a word of its own, as in the text."""
    parted = tuple(_ELISION.sub(r"\1 ", line) if elides else line for line in lines)
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in sorted(parted, key=lambda line: (-len(line.split()), line)):
        words = tuple(line.split())
        found.setdefault(words[0], []).append(words)
    return {word: tuple(phrases) for word, phrases in found.items()}
