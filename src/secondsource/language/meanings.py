"""What everyday words mean, as keys that English, French and German share, for comparing wordings across them."""

import re
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct

from secondsource.text.normalise import plain
from secondsource.text.transliterate import latin

from .concepts import concept

COLUMNS = ("en", "fr", "de")
_ACTS = "acts"
_PART = "#="
"""Opens a part of the table that adds to the ones above."""
_WORD = re.compile(r"[^\W\d_]+")
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
    """One language's words in a part of the table, whole and by their beginnings, with the lines that they stand in."""

    whole: dict[str, tuple[str, ...]]
    beginnings: dict[str, tuple[str, ...]]
    longest: int

    def of(self, word: str) -> tuple[str, ...]:
        """The lines of a word: where it stands whole, else of its longest beginning."""
        if word in self.whole:
            return self.whole[word]
        for length in range(min(len(word), self.longest), 1, -1):
            found = self.beginnings.get(word[:length])
            if found is not None:
                return found
        return ()


NONE = Meanings(frozenset(), False)


@lru_cache(maxsize=1 << 16)
def meanings(word: str, code: str) -> Meanings:
    """The meanings of a word in a language; none where no table knows it.

    `word` is folded (`text.normalise.plain`). A German compound also has the meanings of its last part.
    """
    written = latin(word)
    found = _of(written, code)
    if code == "de" and not any(written in column.whole for column in _columns(code)):
        own = found or _of_verb(written, code)
        found = (*own, *_of_last_part(written, code, own=bool(own)))
    return Meanings(frozenset(found), any(key in _acting() for key in found)) if found else NONE


class Phrase(Struct, frozen=True, order=True):
    """Words that mean something only together."""

    words: tuple[str, ...]
    written: str
    """As the table has them."""


@cache
def phrases(code: str) -> dict[str, tuple[Phrase, ...]]:
    """The phrases of the table ("let go", « d'un coup »), folded, by their first word, the longest first."""
    found: dict[str, set[Phrase]] = {}
    for column in _columns(code):
        for written in column.whole:
            words = tuple(_WORD.findall(written))
            if len(words) > 1:
                found.setdefault(words[0], set()).add(Phrase(words, written))
    return {first: tuple(sorted(each, key=_longest_first)) for first, each in found.items()}


def _longest_first(phrase: Phrase) -> tuple[int, Phrase]:
    return -len(phrase.words), phrase


def _of(word: str, code: str) -> tuple[str, ...]:
    known = concept(word, code)
    found = tuple(key for column in _columns(code) for key in column.of(word))
    return (*found, f"concept {known}") if known else found


def _of_verb(word: str, code: str) -> tuple[str, ...]:
    """The meanings of a German verb's participle or infinitive with "zu" by its other forms: `gestreikt` as `streikt`,
    `angefochten` as `anfochten`, `anzufechten` as `anfechten`."""
    for inner in ("ge", "zu"):
        at = word.find(inner)
        if at > 0 and word[:at] not in _SEPARABLE:
            continue
        rest = word[:at] + word[at + len(inner) :]
        if at >= 0 and len(rest) >= _LEAST_PART + at and (at or inner == "ge"):
            found = _of(rest, code)
            if found:
                return found
    return ()


def _of_last_part(word: str, code: str, *, own: bool) -> tuple[str, ...]:
    """The meanings of a compound's last part, the longest that is known: `hauspreise`, `einlagenzins`. Where the word
    has its `own` by its beginning, what stands before the part must be a known word too."""
    for at in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
        if _VOWELS.isdisjoint(word[:at]) or (own and not _of(word[:at], code)):
            continue
        last = _of(word[at:], code)
        if last:
            return last
    return ()


@cache
def _columns(code: str) -> tuple[_Column, ...]:
    """A language's column of each part of the table; none without one."""
    if code not in COLUMNS:
        return ()
    return tuple(_column(COLUMNS.index(code), part) for part in range(_lines()[-1].part + 1))


class _Line(Struct, frozen=True):
    """A line with its key, the English headword, numbered where it comes again, and its part of the table."""

    key: str
    columns: tuple[str, ...]
    part: int


@cache
def _lines() -> tuple[_Line, ...]:
    text = files("secondsource.language").joinpath("meanings.tsv").read_text(encoding="utf-8")
    seen: dict[str, int] = {}
    found, part = [], 0
    for line in text.splitlines():
        part += line.startswith(_PART)
        if line and not line.startswith("#"):
            columns = tuple(line.split("\t"))
            name = columns[0].split("|")[0].rstrip("*")
            seen[name] = seen.get(name, 0) + 1
            found.append(_Line(f"{name} {seen[name]}" if seen[name] > 1 else name, columns, part))
    return tuple(found)


@cache
def opposites() -> tuple[tuple[str, str], ...]:
    """Keys of meanings that are the contrary of each other."""
    text = files("secondsource.language").joinpath("opposites.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((one, other) for one, other in lines)


@cache
def _acting() -> frozenset[str]:
    return frozenset(line.key for line in _lines() if line.columns[-1] == _ACTS)


def _column(at: int, part: int) -> _Column:
    whole: dict[str, tuple[str, ...]] = {}
    beginnings: dict[str, tuple[str, ...]] = {}
    for line in _lines():
        for written in line.columns[at].split("|") if line.part == part else ():
            word = latin(plain(written))
            kept = beginnings if word.endswith("*") else whole
            name = word.removesuffix("*")
            kept[name] = (*kept.get(name, ()), line.key)
    return _Column(whole, beginnings, max(len(word) for word in beginnings))
