"""What everyday words mean, as keys that English, French and German share, for comparing wordings across them."""

from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct

from secondsource.text.normalise import plain
from secondsource.text.transliterate import latin

from .concepts import concept

COLUMNS = ("en", "fr", "de")
_ACTS = "acts"
_LEAST_PART = 4
"""Letters of each part of a compound."""
_VOWELS = frozenset("aeiouy")
_SEPARABLE = frozenset(
    ("ab", "an", "auf", "aus", "bei", "ein", "fest", "her", "hin", "los", "mit", "nach", "um", "vor", "weg", "zu")
)
"""German particles that part from their verb."""


class Meanings(Struct, frozen=True):
    """What one word may mean."""

    keys: frozenset[str]
    acts: bool
    """Whether it names somebody who can do something to somebody: the minister, the dog."""


class _Column(Struct, frozen=True):
    """One language's words, whole and by their beginnings, with the lines that they stand in."""

    whole: dict[str, tuple[str, ...]]
    beginnings: dict[str, tuple[str, ...]]
    longest: int


NONE = Meanings(frozenset(), False)


@lru_cache(maxsize=1 << 16)
def meanings(word: str, code: str) -> Meanings:
    """The meanings of a word in a language; none where no table knows it.

    `word` is folded (`text.normalise.plain`). A German compound also has the meanings of its last part.
    """
    written = latin(word)
    column = _columns().get(code)
    found = _of(written, column, code)
    if code == "de" and column is not None and written not in column.whole:
        own = found or _of_verb(written, column, code)
        found = (*own, *_of_last_part(written, column, code, own=bool(own)))
    return Meanings(frozenset(found), any(key in _acting() for key in found)) if found else NONE


def _of(word: str, column: _Column | None, code: str) -> tuple[str, ...]:
    known = concept(word, code)
    general = (f"concept {known}",) if known else ()
    if column is None:
        return general
    if word in column.whole:
        return (*column.whole[word], *general)
    for length in range(min(len(word), column.longest), 1, -1):
        found = column.beginnings.get(word[:length])
        if found is not None:
            return (*found, *general)
    return general


def _of_verb(word: str, column: _Column, code: str) -> tuple[str, ...]:
    """The meanings of a German verb's participle or infinitive with "zu" by its other forms: `gestreikt` as `streikt`,
    `angefochten` as `anfochten`, `anzufechten` as `anfechten`."""
    for inner in ("ge", "zu"):
        at = word.find(inner)
        if at > 0 and word[:at] not in _SEPARABLE:
            continue
        rest = word[:at] + word[at + len(inner) :]
        if at >= 0 and len(rest) >= _LEAST_PART + at and (at or inner == "ge"):
            found = _of(rest, column, code)
            if found:
                return found
    return ()


def _of_last_part(word: str, column: _Column, code: str, *, own: bool) -> tuple[str, ...]:
    """The meanings of a compound's last part, the longest that is known: `hauspreise`, `einlagenzins`. Where the word
    has its `own` by its beginning, what stands before the part must be a known word too."""
    for at in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
        if _VOWELS.isdisjoint(word[:at]) or (own and not _of(word[:at], column, code)):
            continue
        last = _of(word[at:], column, code)
        if last:
            return last
    return ()


@cache
def _columns() -> dict[str, _Column]:
    return {code: _column(at) for at, code in enumerate(COLUMNS)}


@cache
def _lines() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each line with its key: the English headword, numbered where it comes again."""
    text = files("secondsource.language").joinpath("meanings.tsv").read_text(encoding="utf-8")
    seen: dict[str, int] = {}
    found = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            columns = tuple(line.split("\t"))
            name = columns[0].split("|")[0].rstrip("*")
            seen[name] = seen.get(name, 0) + 1
            found.append((f"{name} {seen[name]}" if seen[name] > 1 else name, columns))
    return tuple(found)


@cache
def opposites() -> tuple[tuple[str, str], ...]:
    """Keys of meanings that are the contrary of each other."""
    text = files("secondsource.language").joinpath("opposites.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((one, other) for one, other in lines)


@cache
def _acting() -> frozenset[str]:
    return frozenset(key for key, columns in _lines() if columns[-1] == _ACTS)


def _column(at: int) -> _Column:
    whole: dict[str, tuple[str, ...]] = {}
    beginnings: dict[str, tuple[str, ...]] = {}
    for key, columns in _lines():
        for written in columns[at].split("|"):
            word = latin(plain(written))
            kept = beginnings if word.endswith("*") else whole
            name = word.removesuffix("*")
            kept[name] = (*kept.get(name, ()), key)
    return _Column(whole, beginnings, max(len(word) for word in beginnings))
