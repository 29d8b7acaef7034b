"""Where credits stand: passages that sign, and the few phrases of a report that name where it was said first."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from msgspec import Struct

from secondsource.language.credits import Credits
from secondsource.language.mastheads import agencies_named, agency_named
from secondsource.model.document import Document
from secondsource.model.passage import Passage, Role
from secondsource.model.span import Span
from secondsource.text.normalise import fold
from secondsource.text.pattern import either

_CLOSING = re.compile(r"[(\[]\s*([^()\[\]\n]{2,40}?)\s*[)\]]\s*$")
_SIGNED_BEHIND = re.compile(r"[.!?…”\"»]\s*(?:[-–—]\s*)?([^\W\d_][\w.-]{1,14}(?:/[\w-]{2,15})?)\s*$")
"""The last word of a report that ends "… said the mayor. EFE"."""
_OPENING = re.compile(r"[(\[]\s*([^()\[\]\n]{2,40}?)\s*[)\]]\s*\.?[-–—―:]{0,2}\s*$")
_DATED_BEHIND = re.compile(r"[(\[]\s*([^()\[\]\n\d]{2,40}?)\s*[)\]],[^()\n]{2,24}\s*[-–—]{1,2}\s*$")
"""The same with the day behind it: "Linz (Aussendung), 4. Mai 2026 –"."""
_WITHIN = re.compile(r"[(\[]\s*([^()\[\]\n]{2,30}?)\s*[)\]]\s?(?:\.?\s?[-–—]\s|(?=[A-ZÀ-Þ]))")
"""An agency's sign in the first words of a text that was stripped of its lines: "Headline BERLIN (dpa) - The …"."""
_FIRST_WORDS = 300
_PICTURE = re.compile(
    r"[.!?…]\s?[\"”»']?\s*(?:[(\[]\s*)?(?:via\s+|©\s*)?"
    r"(?P<sign>[A-ZÀ-Þ][\w.'’&-]*(?:[ /,-]{1,2}[A-ZÀ-Þ][\w.'’&-]*){0,4})\s*[)\]]?$"
)
_IN_THIS = re.compile(
    r"\bin this (?P<sign>[A-Z][\w.'’&-]*(?: [A-Z][\w.'’&-]*)?) (?:image|photo|picture|file|handout)\b"
)
_STAMP = re.compile(
    r"[A-ZÀ-Þ][\w’'. /-]{1,40}(?:, [A-ZÀ-Þ][\w’' -]{2,24})? [(]([^()\n\d]{2,30})[)]\s*(?:[,–—-]\s*)?(?:[^\W\d_]+ )*\d"
)
"""A place, a name in brackets, and a date."""
_DATED = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}:\d{2}")
_PARTS = re.compile(r"[^|()\[\]]+")
"""What stands between the strokes and brackets of a line."""
_BETWEEN_AGENCIES = re.compile(r"\s*(?:[/,&|+]|\s[-–—]\s)\s*")
_LINES = frozenset({Role.FURNITURE, Role.STANDFIRST, Role.BYLINE, Role.CREDIT, Role.SUBHEAD})
_LINE = 120
"""Characters of a line that may tell of the text's origin."""
_LIVED_OFF = 2
"""Times that a report names the publication it lives off."""
_LAST_PARAGRAPHS = 2
_SIGN_WORDS = 8
"""Words of a photo's sign at most."""


class Place(StrEnum):
    """What sort of spot a credit stands in."""

    DATELINE = "dateline"
    BYLINE = "byline"
    CREDIT = "credit"
    PICTURE = "picture"
    COPYRIGHT = "copyright"
    CLOSING = "closing"
    SIGNED = "signed"
    INTERVIEW = "interview"
    ORIGIN = "origin"
    PRESS = "press"
    BESIDE = "beside"


class Spot(Struct, frozen=True, gc=False):
    """Characters of the document that credit somebody, and what sort of spot they are."""

    place: Place
    span: Span


def find(document: Document, table: Credits) -> Iterator[Spot]:
    """Every spot, in order of passages."""
    body = document.of(Role.BODY)
    last = {passage.start for passage in body[-_LAST_PARAGRAPHS:]}
    if body and not document.of(Role.DATELINE):
        yield from _within(document.text, body[0])
    for passage in document.passages:
        yield from _of_passage(document.text, passage, passage.start in last, table)
        ending = passage.role is Role.BODY and passage.start in last
        if (passage.role in _LINES or ending) and passage.end - passage.start <= _LINE:
            before = not body or passage.start < body[0].start
            yield from _of_line(document.text, passage, before, table)
            yield from _of_agencies(document.text, passage, before)
    yield from _press(document, table)


def _within(text: str, first: Passage) -> Iterator[Spot]:
    """The dateline's agency where the headline and it run on in the body's first paragraph, or where a sign alone opens
    it: "(Belga) A fire …"."""
    for match in _WITHIN.finditer(text, first.start, min(first.end, first.start + _FIRST_WORDS)):
        dashed = match[0].rstrip()[-1] in "-–—"
        if (dashed or match.start() == first.start) and agencies_named(match[1]):
            yield Spot(Place.DATELINE, Span(*match.span(1)))
            return


def _of_line(text: str, passage: Passage, before: bool, table: Credits) -> Iterator[Spot]:
    """What a short line outside the body says: that the text came through another language, and, before the body, the
    stamp of an agency: "Skelby (Kittiwake), 4 March 2025"."""
    cut = passage.span.cut(text)
    named = _beside(table.beside).fullmatch(cut)
    if named is not None:
        yield _spot(Place.BESIDE, passage, named, 1)
        return
    at = passage.start
    for part in cut.split("|"):
        head = len(part) - len(part.lstrip(" –—-•·("))
        if passage.role is not Role.CREDIT and table.origin_in(part[head:].replace("’", "'").casefold()) is not None:
            yield Spot(Place.ORIGIN, Span(at + head, at + len(part.rstrip())))
            return
        at += len(part) + 1
    if before and (match := _STAMP.match(cut)):
        yield _spot(Place.DATELINE, passage, match, 1)


def _of_agencies(text: str, passage: Passage, before: bool) -> Iterator[Spot]:
    """A short line whose part names agencies and nothing else: above the body beside a date ("Xinhua | Updated:
    2017-09-15"), at its end two or more ("Reuters - AP - AFP"). One name alone may credit a picture."""
    cut = passage.span.cut(text)
    if before and not _DATED.search(cut):
        return
    for part in _PARTS.finditer(cut) if before else (re.match(r"[^\n]+", cut),):
        names = _BETWEEN_AGENCIES.split(part[0].strip()) if part else []
        known = any(map(agency_named, names)) and all(agency_named(name.upper()) is not None for name in names)
        if part and known and (before or len(names) > 1):
            yield _spot(Place.SIGNED, passage, part, 0)


def _press(document: Document, table: Credits) -> Iterator[Spot]:
    """The publication that a report lives off: named with its kind ("the magazine Harbour Life"), and again."""
    pattern = _press_names(table.press)
    body = document.of(Role.BODY)
    named: dict[str, list[Span]] = {}
    for passage in body:
        cut = document.text[passage.start : passage.end]
        for match in pattern.finditer(cut) if _holds(cut, table.press) else ():
            span = Span(*match.span(1)).shifted(passage.start)
            named.setdefault(span.cut(document.text), []).append(span)
    for name, spans in named.items():
        times = sum(passage.span.cut(document.text).count(name) for passage in body)
        if times >= _LIVED_OFF:
            yield Spot(Place.PRESS, spans[0])


def _holds(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether a text has one of these phrases, in whatever case: a quick look before a pattern is tried."""
    return any(map(text.lower().__contains__, phrases))


def _of_passage(text: str, passage: Passage, last: bool, table: Credits) -> Iterator[Spot]:
    cut = passage.span.cut(text)
    if passage.role is Role.DATELINE:
        match = _OPENING.search(cut) or _DATED_BEHIND.search(cut)
        if match and fold(match[1]) not in table.handout:
            yield _spot(Place.DATELINE, passage, match, 1)
    elif passage.role is Role.BYLINE:
        yield Spot(Place.BYLINE, passage.span)
    elif passage.role is Role.CREDIT:
        yield Spot(Place.CREDIT, passage.span)
    elif passage.role is Role.CAPTION:
        match = _PICTURE.search(cut[-120:])
        signed = _picture_sign(cut[-120:], table)
        if signed is not None:
            yield Spot(Place.PICTURE, signed.shifted(passage.start + max(0, len(cut) - 120)))
        elif match:
            start = passage.start + max(0, len(cut) - 120)
            yield Spot(Place.PICTURE, Span(*match.span("sign")).shifted(start))
        elif named := _IN_THIS.search(cut):
            yield _spot(Place.PICTURE, passage, named, "sign")
        elif ended := _CLOSING.search(cut):
            yield _spot(Place.PICTURE, passage, ended, 1)
    elif passage.role is Role.LEGAL:
        yield Spot(Place.COPYRIGHT, Span(passage.start, min(passage.end, passage.start + 200)))
    elif passage.role is Role.BODY:
        ended = (_CLOSING.search(cut) or _SIGNED_BEHIND.search(cut[-60:])) if last else None
        if ended:
            yield Spot(Place.CLOSING, Span(*ended.span(1)).shifted(passage.end - len(ended.string)))
        for said in _interview(table.interview).finditer(cut) if _holds(cut, table.interview) else ():
            yield _spot(Place.INTERVIEW, passage, said, 1)


def _spot(place: Place, passage: Passage, match: re.Match[str], group: int | str) -> Spot:
    return Spot(place, Span(*match.span(group)).shifted(passage.start))


def _picture_sign(tail: str, table: Credits) -> Span | None:
    """What stands behind the last "Picture:", "Foto:" or "photo by" of a caption's end; None where that is a sentence
    or nothing at all."""
    opening = _picture_words(table.photo)
    found = list(opening.finditer(tail)) if opening is not None else []
    if not found or found[-1].end() == len(tail):
        return None
    start = found[-1].end()
    end = start + len(tail[start:].rstrip(" .)]"))
    sign = tail[start:end]
    named = sign[:1].isupper() or agency_named(sign) is not None
    plain = named and len(sign.split()) <= _SIGN_WORDS and ". " not in sign
    return Span(start, end) if plain else None


@cache
def _picture_words(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    """Phrases that close with a colon or "by", at a word's beginning; the sign of copyright may follow."""
    signing = sorted((each for each in phrases if each.endswith((":", " by"))), key=lambda each: (-len(each), each))
    if not signing:
        return None
    known = "|".join(re.escape(each).replace("'", "['’]") for each in signing)
    return re.compile(rf"(?<![\w(])\(?(?:{known})\s*(?:©\s*)?", re.IGNORECASE)


@cache
def _press_names(kinds: tuple[str, ...]) -> re.Pattern[str]:
    """A kind of publication, then a name in capitals."""
    known = "|".join(re.escape(kind) for kind in sorted(kinds, key=lambda each: (-len(each), each)))
    name = r"[A-ZÀ-Þ][\w’'-]*(?: (?:(?:of|the|de|du|des|der|am|la|le) )?[A-ZÀ-Þ][\w’'-]*){0,3}"
    return re.compile(rf"(?<!\w)(?i:{known}) [“„«\"]?\s?({name})")


@cache
def _beside(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A line of nothing but "with" and names: "(with Reuters and AP)"."""
    return re.compile(rf"[(\[\s–—-]*(?i:{either(phrases)})\s+([^().!?:\n]{{2,60}}?)[)\]\s.]*")


@cache
def _interview(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Phrases like "in an interview with", then the rest of the clause."""
    known = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda each: (-len(each), each)))
    return re.compile(rf"(?i:(?<!\w)(?:{known}))\s+([^,.;:!?()“”\"»\n]{{2,70}})")
