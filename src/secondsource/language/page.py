"""How pages of a tongue name their parts: class and id words, and the lines that belong to the page and not to the
report."""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from msgspec import Struct

from secondsource.text.remembered import Remembered

from .pack import languages, table


class NameWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Words in class, id, role and the like, in lower case, parted by hyphens: `read-more`. A star at the end stands
    for any letters: `relat*`. An equals sign in front asks for the whole class: `=widget` is not in
    `text-widget`."""

    content: tuple[str, ...] = ()
    """Containers of the report's text."""
    body: tuple[str, ...] = ()
    """Those that hold the report and, as a rule, nothing else."""
    furniture: tuple[str, ...] = ()
    """Parts that never hold the report."""
    frame: tuple[str, ...] = ()
    """Parts that mostly hold none, but whose names page builders use for anything."""
    teaser: tuple[str, ...] = ()
    comment: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    standfirst: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    legal: tuple[str, ...] = ()


class LineWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Openings of lines, in lower case, or whole lines; a star stands for some words between.

    A line of prose that merely begins like one is not meant: the
    labelling asks for shortness or links too."""

    furniture: tuple[str, ...] = ()
    """A line that begins so and is short is furniture."""
    notice: tuple[str, ...] = ()
    """A line of any length that begins so is the page's own notice: consent, affiliate links, machine translation."""
    whole: tuple[str, ...] = ()
    """A line that is nothing but this (marks and digits aside) is furniture."""
    teaser: tuple[str, ...] = ()
    """A line that begins so points to another story."""
    ending: tuple[str, ...] = ()
    """A heading that begins so ends the report: what follows is about other things."""
    legal: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    """A short line that begins so is a picture's caption or credit."""
    byline: tuple[str, ...] = ()


class SectionWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The parts of a publication, in folded form."""

    none: tuple[str, ...] = ()
    """What stands where a section's name may stand, and names none: the way to the front page."""
    labels: tuple[str, ...] = ()
    """What stands before a section's name."""
    names: tuple[str, ...] = ()
    """Names that sections usually have."""


class PageWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The table `page.toml` of one language."""

    names: NameWords = NameWords()
    lines: LineWords = LineWords()
    sections: SectionWords = SectionWords()


@cache
def all_words(part: str, kind: str) -> tuple[str, ...]:
    """The words of one kind (`furniture`, `teaser` …) of `names`, `lines` or `sections` over all languages, sorted:
    pages mix tongues in their markup and even in their boilerplate."""
    found: set[str] = set()
    for code in languages():
        words = table(code, "page", PageWords)
        if words is not None:
            found.update(getattr(getattr(words, part), kind))
    return tuple(sorted(found))


_PIECES = re.compile(r"[a-z]+")
_LONGEST = 9
"""Pieces of a class or id beyond which it is a sentence of the report made into a name."""


class Named(Struct, frozen=True, order=True):
    """A word found in class and id names, and what it says of the part."""

    kind: str
    word: str


class NameTable(Struct, frozen=True):
    """Names ready for looking up: what they say by class, by their first piece, and by beginning."""

    classes: dict[str, frozenset[Named]]
    whole: dict[str, tuple[tuple[str, frozenset[Named]], ...]]
    """Under their first piece."""
    beginnings: dict[str, tuple[tuple[str, frozenset[Named]], ...]]
    """Under their first two letters."""

    def find(self, name: str) -> frozenset[Named]:
        """What one class or id says: in lower case, its pieces parted by anything that is no letter."""
        pieces = _PIECES.findall(name)
        if len(pieces) > _LONGEST:
            return _NONE
        joined = "-".join(pieces)
        found = self.classes.get(joined, _NONE)
        at = 0
        for piece in pieces:
            for words, named, is_beginning in _OPENED_BY[piece]:
                end = at + len(words)
                if joined.startswith(words, at) and (is_beginning or end == len(joined) or joined[end] == "-"):
                    found |= named
            at += len(piece) + 1
        return found

    def opened_by(self, piece: str) -> tuple[tuple[str, frozenset[Named], bool], ...]:
        """The names that a name with this piece may hold from there on, and whether more may follow in the last of
        their pieces."""
        whole = [(words, named, False) for words, named in self.whole.get(piece, ())]
        for words, named in self.beginnings.get(piece[:2], ()):
            first, hyphen, _ = words.partition("-")
            if piece == first or (not hyphen and piece.startswith(first)):
                whole.append((words, named, True))
        return tuple(whole)


_NONE: frozenset[Named] = frozenset()


@cache
def name_table() -> NameTable:
    """The names of all languages."""
    tables: tuple[dict[str, set[Named]], ...] = ({}, {}, {})
    for kind in NameWords.__struct_fields__:
        for word in all_words("names", kind):
            place = 1 if word.startswith("=") else 2 if word.endswith("*") else 0
            tables[place].setdefault(word.strip("=*"), set()).add(Named(kind, word))
    classes = {key: frozenset(named) for key, named in tables[1].items()}
    return NameTable(
        classes,
        _grouped(tables[0], lambda word: word.split("-")[0]),
        _grouped(tables[2], lambda word: word[:2]),
    )


def _grouped(
    table: dict[str, set[Named]], key: Callable[[str], str]
) -> dict[str, tuple[tuple[str, frozenset[Named]], ...]]:
    groups: dict[str, list[tuple[str, frozenset[Named]]]] = {}
    for word, named in sorted(table.items()):
        groups.setdefault(key(word), []).append((word, frozenset(named)))
    return {first: tuple(pairs) for first, pairs in groups.items()}


_OPENED_BY = Remembered(lambda piece: name_table().opened_by(piece))
"""`NameTable.opened_by`: pages name their parts with few pieces, in ever new classes."""


@cache
def whole_lines() -> frozenset[str]:
    """Lines, in lower case, that are furniture when they say no more."""
    return frozenset(all_words("lines", "whole"))


@cache
def line_pattern(kind: str) -> re.Pattern[str]:
    """Matches at the start of a lower-case line that begins with one of the openings, at a word's end."""
    alternatives = sorted(all_words("lines", kind), key=lambda word: (-len(word), word))
    patterns = (re.escape(words).replace(r"\*", r"[^.!?]{1,40}?") for words in alternatives)
    return re.compile("(?:" + ("|".join(patterns) or "(?!)") + r")(?!\w)")


def opening(kind: str, lower: str) -> re.Match[str] | None:
    """The opening of this kind that a lower-case line begins with, or None."""
    return line_pattern(kind).match(lower) if kind in openings(lower) else None


def openings(lower: str) -> frozenset[str]:
    """The kinds of openings that a lower-case line may begin with: three letters tell most lines apart."""
    return _openings(lower[:3])


@lru_cache(maxsize=16_384)
def _openings(head: str) -> frozenset[str]:
    starts = (head, head[:2], head[:1])
    return frozenset(kind for kind in LineWords.__struct_fields__ if not _heads(kind).isdisjoint(starts))


@cache
def _heads(kind: str) -> frozenset[str]:
    return frozenset(words.split("*")[0][:3] for words in all_words("lines", kind))
