"""The reading copy as words: clitics apart, sentences counted, words inside quotation marks known."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

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
_MARKS = '“„«”»"'
_MARK = re.compile(f"[{_MARKS}]")
_STOP = re.compile(r"[.!?](?=\s|[^\W\d_])")


class Word(Struct, frozen=True, eq=False, gc=False):
    """A word or mark as it is written, wherever it stands: texts share these records."""

    text: str
    key: str
    """Small letters, plain apostrophes and hyphens."""
    capital: bool
    """Whether it begins with a capital letter."""
    small: bool
    """Whether it begins with a small letter."""
    letter: bool
    """Whether it begins with a letter or digit."""


class Words(list[Word]):
    """The words of a reading copy in order; beside them, column by column, what holds of each in its place."""

    __slots__ = ("key", "opens", "quoted", "sentence", "start", "titled")

    def __init__(self) -> None:
        super().__init__()
        self.key: list[str] = []
        self.start: list[int] = []
        """Its first character, a code point of the excerpt's text."""
        self.sentence: list[int] = []
        """The number of its sentence."""
        self.opens: list[bool] = []
        """Whether it opens a sentence or a quotation."""
        self.quoted: list[bool] = []
        self.titled: list[bool] = []
        """Whether its sentence writes nearly every word with a capital."""

    def end(self, at: int) -> int:
        """Behind the last character of word `at`."""
        return self.start[at] + len(self[at].text)


_Piece = tuple[Word | None, tuple[Word, ...], tuple[int, ...], int, int, int]
"""What stands between two spaces: its word, where it is one word and nothing else; its words, without clitics and
parted from their full stops, and where each begins in it; its characters with the space behind it; how many of its
words are long, and how many of those begin with a small letter. A plain tuple, for every piece of a text is taken
apart, which takes four times as long where the parts have names."""

_MOST_PIECES = 100_000
_OPENERS = '“„«"‘—–•:'
_OPENER = re.compile(f"[{_OPENERS}]")
_LONG_WORD = 5


def words(document: Document) -> Words:
    """The words of all reported passages in order; no sentence goes on across two passages."""
    excerpt = document.reported
    language = document.language or "en"
    found = Words()
    for span, start in zip(excerpt.spans, excerpt.starts, strict=True):
        length = span.end - span.start
        _of_passage(excerpt.text[start : start + length], start, language, found)
    found.key = [word.key for word in found]
    return found


def keys_of(phrase: str, language: str) -> tuple[str, ...]:
    """The keys of a phrase's words, split as texts are."""
    known = _pieces(language)
    dotted = (word[:1].upper() + word[1:] if word.endswith(".") else word for word in phrase.split(" "))
    return tuple(part.key for word in dotted for part in known[word][1])  # "gov." stands as "Gov." in texts


def _of_passage(text: str, offset: int, language: str, found: Words) -> None:
    """Add the words of one passage, which begins at character `offset` of the excerpt."""
    unnoun = (pack := tables.names(language)) is not None and pack.unnoun
    known = _pieces(language)
    number = found.sentence[-1] + 1 if found else 0
    begin = len(found)
    for sentence in sentences(text, language):
        first = len(found)
        long, small = _add(text[sentence.start : sentence.end], sentence.start + offset, known, found)
        size = len(found) - first
        found.sentence += [number] * size
        found.titled += [not unnoun and _is_titled(long, small, found[-1].text)] * size
        found.opens += [False] * size
        _open(first, found)
        number += 1
    found.quoted += [False] * (len(found) - begin)
    for opener in _OPENER.finditer(text) if any(map(text.__contains__, _OPENERS)) else ():
        at = bisect_left(found.start, opener.start() + offset, begin)
        if at < len(found) and found[at].text == opener[0]:
            _open(at + 1, found)
    for opened, closed in _quotations(text):
        first = bisect_right(found.start, opened + offset, begin)
        last = bisect_left(found.start, closed + offset, first)
        found.quoted[first:last] = [True] * (last - first)


def _add(sentence: str, start: int, known: Remembered[_Piece], found: Words) -> tuple[int, int]:
    """Add the words of a sentence; how many of them are long, and how many of those begin with a small letter."""
    long = small = 0
    add, place = found.append, found.start.append
    for alone, words, offsets, size, of_long, of_small in map(known.__getitem__, sentence.split(" ")):
        if alone is not None:
            add(alone)
            place(start)
        else:
            found += words
            found.start += [start + before for before in offsets]
        start += size
        long += of_long
        small += of_small
    return long, small


def _open(at: int, found: Words) -> None:
    """Say that a sentence or quotation opens with word `at`: all marks there, and the first word behind them."""
    while at < len(found):
        found.opens[at] = True
        if found[at].letter:
            return
        at += 1


@cache
def _pieces(language: str) -> Remembered[_Piece]:
    """What each piece of a text between spaces holds in a language."""

    def read(piece: str) -> _Piece:
        if piece.isalpha():  # most pieces, which no pattern parts
            only, size = _word(piece, piece.casefold()), len(piece)
            return only, (only,), (0,), size + 1, int(size >= _LONG_WORD), int(size >= _LONG_WORD and only.small)
        cut = [(text, match.start() + at) for match in _WORD.finditer(piece) for text, at in _cut(match[0], language)]
        words = tuple(_word(text, key) for (text, _), key in zip(cut, _keys(cut), strict=True))
        offsets = tuple(at for _, at in cut)
        long = [word for word in words if len(word.text) >= _LONG_WORD and word.text[0].isalpha()]
        alone = words[0] if offsets == (0,) else None
        return alone, words, offsets, len(piece) + 1, len(long), sum(word.small for word in long)

    return Remembered(read, _MOST_PIECES)


def _word(text: str, key: str) -> Word:
    first = text[0]
    return Word(text, key, first.isupper(), first.islower(), first.isalnum())


def _keys(cut: Sequence[tuple[str, int]]) -> list[str]:
    """The keys of a piece's words; an apostrophe right behind an "s" is a genitive's: the ferry crews' federation."""
    keys: list[str] = []
    end = -1
    for text, at in cut:
        key = text.casefold().translate(_SAME)
        owned = key == "'" and at == end and keys[-1].endswith("s")
        keys.append("'s" if owned else key)
        end = at + len(text)
    return keys


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


def _is_titled(long: int, small: int, last: str) -> bool:
    """Whether the long words of a sentence begin with capitals: nearly all, or all where it closes like a sentence."""
    closed = last in {".", "!"}
    return long >= (5 if closed else 3) and small <= (0 if closed else long // 7)


_RUNS_ON = ("", ".", "!", "?")
"""What stands before a quotation that opens a sentence, or the passage."""


def _quotations(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _MARK.finditer(text) if any(map(text.__contains__, _MARKS)) else ():
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
    if opened is not None and text[:opened].rstrip()[-1:] in _RUNS_ON:
        spans.append((opened, len(text)))  # it runs on into the next paragraph
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
