"""The reading copy as words: clitics apart, sentences counted, words inside quotation marks known."""

import re
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from secondsource.language import names as tables
from secondsource.language import offices as office_tables
from secondsource.language import places as place_tables
from secondsource.model.document import Document
from secondsource.text.remembered import Remembered
from secondsource.text.sentences import sentences

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.(?=\s?[^\W\d_])|[^\W_]+(?:[-‑'’&][^\W_]+)*\.?(?=\s|$)|[^\W_]+(?:[-‑'’&][^\W_]+)*|\S",
    re.UNICODE,
)
_POSSESSIVE = re.compile(r"(?<=\w)['’](?:s|ll|d|ve|re)$", re.IGNORECASE)
_HYPHEN = re.compile(r"[-‑]")
_SAME = str.maketrans({"’": "'", "‑": "-"})
_EITHER = '"“'
_ABBREVIATED = frozenset(
    [
        "gov.",
        "sen.",
        "sens.",
        "rep.",
        "reps.",
        "gen.",
        "lt.",
        "col.",
        "capt.",
        "adm.",
        "maj.",
        "sgt.",
        "brig.",
        "pres.",
        "jr.",
        "sr.",
        "inc.",
        "corp.",
        "ltd.",
        "co.",
        "st.",
    ]
)
_MARK = re.compile('[“„«”»"]')
_STOP = re.compile(r"[.!?](?=\s|[^\W\d_])")
_WRAPPED = re.compile(r"(?<=[^\s.!?:;”»\"])\n(?=[^\W\d_])")


class Word(Struct, frozen=True, gc=False):
    """A word or mark of the reading copy; offsets are code points of the excerpt's text."""

    text: str
    key: str
    """Small letters, plain apostrophes and hyphens."""
    start: int
    end: int
    sentence: int
    opens: bool
    """Whether it opens a sentence or a quotation."""
    quoted: bool
    titled: bool
    """Whether its passage writes nearly every word with a capital."""
    capital: bool
    """Whether it begins with a capital letter."""


class _Part(NamedTuple):
    """A word as it comes out of a piece of text between spaces: without clitics, parted from its full stop."""

    text: str
    key: str
    offset: int
    """Where it begins in the piece."""
    capital: bool
    letter: bool
    """Whether it begins with a letter or digit."""
    opener: bool
    """Whether the word behind it opens a sentence or a quotation."""


class _Piece(NamedTuple):
    """What stands between two spaces: its words, how many of them are long, and how many of those begin with a small
    letter."""

    parts: tuple[_Part, ...]
    long: int
    small: int


_MOST_PIECES = 100_000
_OPENERS = '“„«"‘—–•:'
_LONG = 120
"""Characters from which a passage's single line breaks are taken for wrapping."""
_LONG_WORD = 5


def words(document: Document) -> tuple[Word, ...]:
    """The words of all reported passages in order; no sentence goes on across two passages."""
    excerpt = document.reported
    language = document.language or "en"
    found: list[Word] = []
    for span, start in zip(excerpt.spans, excerpt.starts, strict=True):
        length = span.end - span.start
        _of_passage(excerpt.text[start : start + length], start, language, found)
    return tuple(found)


def keys_of(phrase: str, language: str) -> tuple[str, ...]:
    """The keys of a phrase's words, split as texts are."""
    known = _pieces(language)
    dotted = (word[:1].upper() + word[1:] if word.endswith(".") else word for word in phrase.split(" "))
    return tuple(part.key for word in dotted for part in known[word].parts)  # "gov." stands as "Gov." in texts


def _of_passage(text: str, offset: int, language: str, found: list[Word]) -> None:
    """Add the words of one passage."""
    flat = _WRAPPED.sub(" ", text) if len(text) > _LONG else text
    unnoun = (pack := tables.names(language)) is not None and pack.unnoun
    known = _pieces(language)
    quotations = iter([*_quotations(text), (len(text), len(text))])
    opened, closed = next(quotations)
    number = found[-1].sentence + 1 if found else 0
    for sentence in sentences(flat, language):
        written = flat[sentence.start : sentence.end].split(" ")
        pieces = [known[piece] for piece in written]
        titled = not unnoun and _is_titled(pieces)
        opens = True
        start = sentence.start
        for piece, (parts, _, _) in zip(written, pieces, strict=True):
            for word, plain, before, capital, letter, opener in parts:
                at = start + before
                while closed <= at:
                    opened, closed = next(quotations)
                begin = at + offset
                owned = plain == "'" and found and found[-1].end == begin and found[-1].key.endswith("s")
                key = "'s" if owned else plain  # the ferry crews' federation
                quoted = opened < at < closed
                found.append(Word(word, key, begin, begin + len(word), number, opens, quoted, titled, capital))
                opens = opener or (opens and not letter)
            start += len(piece) + 1
        number += 1


@cache
def _pieces(language: str) -> Remembered[_Piece]:
    """What each piece of a text between spaces holds in a language."""

    def read(piece: str) -> _Piece:
        parts = [
            _part(text, match.start() + at)
            for match in _WORD.finditer(piece)
            for text, at in _cut(match.group(), language)
        ]
        long = [part.text[0] for part in parts if len(part.text) >= _LONG_WORD and part.text[0].isalpha()]
        return _Piece(tuple(parts), len(long), sum(map(str.islower, long)))

    return Remembered(read, _MOST_PIECES)


def _part(text: str, at: int) -> _Part:
    first = text[0]
    return _Part(text, text.casefold().translate(_SAME), at, first.isupper(), first.isalnum(), text in _OPENERS)


def _cut(piece: str, language: str) -> list[tuple[str, int]]:
    """The words of a piece with their offsets in it: the closing stop apart, unless it belongs to an abbreviation."""
    if len(piece) > 1 and piece[-1] == "." and not _keeps_dot(piece, language):
        return [*_split(piece[:-1], 0, language), (".", len(piece) - 1)]
    return _split(piece, 0, language)


def _split(piece: str, at: int, language: str) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    elided, inverted = _elision(language), _inverted(language)
    while elided is not None and (match := elided.match(piece)):
        found.append((match.group(), at))
        piece, at = piece[match.end() :], at + match.end()
    if inverted is not None and (match := inverted.search(piece)):
        found.append((piece[: match.start()], at))
        piece, at = match.group(1), at + match.start(1)
    if compound := _compound(piece, language):
        return [(piece[:compound], at), (piece[compound + 1 :], at + compound + 1)]
    if possessive := _POSSESSIVE.search(piece):
        return [*found, (piece[: possessive.start()], at), (possessive.group(), at + possessive.start())]
    return [*found, (piece, at)]


def _compound(piece: str, language: str) -> int | None:
    """Where a compound with an office as its last part is parted: "Nato-Generalsekretär"."""
    pack = office_tables.offices(language)
    if pack is None or not pack.compounds or "-" not in piece or not piece[0].isupper():
        return None
    for at in (match.start() for match in _HYPHEN.finditer(piece, 1)):
        last = piece[at + 1 :].casefold()
        if last in _office_words(language) or (pack.suffixes and last.endswith(tuple(pack.suffixes))):
            return at
    return None


@cache
def _office_words(language: str) -> frozenset[str]:
    pack = office_tables.offices(language)
    groups = (pack.offices, pack.roles) if pack else ()
    bodies = [form for forms in pack.bodies.values() for form in forms] if pack else []
    known = [
        form
        for group in groups
        for forms in group.values()
        for form in (*forms.one, *forms.she, *forms.he, *forms.many)
    ]
    return frozenset(known + bodies + list(places.governments if (places := place_tables.places(language)) else ()))


@cache
def _elision(language: str) -> re.Pattern[str] | None:
    pack = tables.names(language)
    if pack is None or not pack.elisions:
        return None
    return re.compile(rf"(?:{'|'.join(pack.elisions)})['’](?=\w)", re.IGNORECASE)


@cache
def _inverted(language: str) -> re.Pattern[str] | None:
    if language != "fr":
        return None
    return re.compile(r"(?:-t)?-(ils?|elles?|on|je|nous|vous|tu|ce)$", re.IGNORECASE)


@cache
def _dotted(language: str) -> frozenset[str]:
    pack = tables.names(language)
    known = {word for word in (pack.honorifics if pack else ()) if word.endswith(".")}
    places = place_tables.places(language)
    known |= {form.casefold() for form in (places.regions if places else ()) if form.endswith(".")}
    return frozenset(known | _ABBREVIATED)


def _keeps_dot(piece: str, language: str) -> bool:
    if not piece[0].isupper():
        return piece.count(".") > 1
    return len(piece) == 2 or piece.count(".") > 1 or piece.casefold() in _dotted(language)


def _is_titled(pieces: list[_Piece]) -> bool:
    """Whether the long words of a sentence begin with capitals: nearly all, or all where it closes like a sentence."""
    closed = pieces[-1].parts[-1].text in {".", "!"}
    long = sum(piece.long for piece in pieces)
    if long < (5 if closed else 3):
        return False
    return sum(piece.small for piece in pieces) <= (0 if closed else long // 7)


def _quotations(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _MARK.finditer(text):
        at, char = match.start(), match.group()
        if opened is not None and char in "„«" and text[opened] == char:
            spans.append((opened, _closed_early(opened, at, text)))
            opened = at
        elif opened is None:
            if _may_open(char, at, text):
                opened = at
        elif _may_close(char, at, text):
            spans.append((opened, at))
            opened = None
    if opened is not None and text[:opened].strip() == "":
        spans.append((opened, len(text)))
    return spans


def _closed_early(opened: int, at: int, text: str) -> int:
    """Where a quotation that was never closed before the next one opens may have ended: with its first sentence."""
    stop = _STOP.search(text, opened, at)
    return stop.end() if stop else at


def _may_open(char: str, at: int, text: str) -> bool:
    if char in "„«":
        return True
    if char == "»":
        return at == 0 or text[at - 1].isspace()
    before = text[at - 1] if at else " "
    return char in _EITHER and not before.isalnum()


def _may_close(char: str, at: int, text: str) -> bool:
    if char in "”»":
        return True
    before = text[at - 1] if at else " "
    return char in _EITHER and not before.isspace()
