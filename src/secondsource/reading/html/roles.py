"""The role of a line inside the container, and what can only be told from the lines around it."""

import re
from functools import cache

import ahocorasick
from msgspec import Struct

from secondsource.language.credits import Credits, credits_of
from secondsource.language.furniture import Lookup
from secondsource.language.mastheads import agency_named
from secondsource.language.pack import languages
from secondsource.language.page import opening, openings, whole_lines
from secondsource.model.passage import Role
from secondsource.reading.stripped import lines as stripped
from secondsource.reading.stripped.authors import names_author
from secondsource.reading.stripped.signs import is_caption, is_credit, is_name_list
from secondsource.text.normalise import fold
from secondsource.text.similarity import name_ratio

from .blocks import Line
from .layer import Layer
from .parts import Part

_SIGN_WORDS = 45
"""Lines of more words are not looked at for credits and captions."""


_BARS = re.compile(r" [|·•›] ")
_LEADING = " ([*•·–—-|>"
_TAIL = re.compile(r"[.!?”\"»)]\s*[A-ZÀ-Þ(/][^.!?]{1,40}$")
_COMMON_WORD = re.compile(r"(?<![\w'’.-])[a-zß-ÿ]{5,}(?![\w'’.-])")
"""A word in small letters that is longer than the particles of names are."""
_SIGNED_MARKS = (":", "(c)", "(C)", "…")
"""Without one of them a few words in capitals sign nothing, unless they are an agency's name."""
_CLOCKED = re.compile(r"(?:\d{1,2}[:.]\d{2}|\d+ (?:hours?|minutes?|days?) ago)")
_PARTED = re.compile(r"[|·•]|\s[-–—/]\s")
_PLACED = re.compile(r"(?:,| in| à| em| en| a)\s+[A-ZÀ-Þ]\w+$")


class View(Struct, frozen=True):
    """A page as the labelling sees it. `asides` and `parts` are by element; `start`, `end` bound the container."""

    layer: Layer
    lines: tuple[Line, ...]
    parts: list[int]
    asides: list[int]
    start: int
    end: int
    headline: int | None
    summaries: tuple[str, ...]
    """Folded descriptions of the page data."""
    titles: tuple[str, ...]
    """Its folded titles, and the headline as shown."""
    authors: tuple[str, ...]
    """Folded names that the page data gives as its authors'."""
    signs: "Signs"
    lookup: Lookup
    companions: list[int]
    """For each element, the lines of running text directly in its children."""


def inside(view: View, at: int) -> Role:
    """The role of a line that stands in the container and in no aside of it."""
    line = view.lines[at]
    part = near(view, line)
    lower = line.text[:80].lower()
    if line.text[0] in "([" and (signed := _signed(view, line)) is not None:
        return signed
    if part & Part.CAPTION and line.words < 120 and not line.in_table:
        return Role.CAPTION
    if part & Part.BYLINE and line.words < 25:
        return Role.BYLINE
    if line.words <= 12 and not line.heading and opening("byline", lower) and _signed(view, line) is Role.BYLINE:
        return Role.BYLINE
    if line.link_share > 0.75 and line.words < 40:
        return Role.TEASER
    if line.words < 40 and _is_row(line.text):
        return Role.FURNITURE  # a row of links
    if line.words <= 6 and _CLOCKED.match(line.text):
        return Role.FURNITURE
    by_phrase = _by_phrase(line, lower)
    if by_phrase is not None:
        return by_phrase
    signed = _signed(view, line)
    if signed is not None:
        return signed
    if line.heading:
        return Role.SUBHEAD
    if (
        line.ends_well
        or line.words >= 12
        or line.in_list
        or line.in_table
        or part & Part.BODY
        or _among_prose(view, line)
    ):
        return Role.SUBHEAD if _looks_subhead(line) else Role.BODY
    return Role.FURNITURE


def outside(view: View, line: Line) -> Role:
    """The role of a line that stands around the container."""
    part = near(view, line)
    if part & Part.CAPTION and line.words < 120 and line.link_share < 0.5:
        return Role.CAPTION
    if part & Part.BYLINE and 2 <= line.words < 25:
        return Role.BYLINE
    if line.words < 40 and opening("legal", line.text[:80].lower()):
        return Role.LEGAL
    return Role.TEASER if line.link_share > 0.8 and line.words > 5 else Role.FURNITURE


def near(view: View, line: Line) -> int:
    """The parts of the elements close around a line: its block element and the two above."""
    part = Part.NONE
    at = line.element
    for _ in range(3):
        if at < 0:
            break
        part |= view.parts[at]
        if view.layer.elements[at].tag == "blockquote":
            return part & ~Part.CAPTION  # words set off, in a figure or not, are no caption
        at = view.layer.elements[at].parent
    return part


def _is_row(text: str) -> bool:
    """Whether two marks or more part what stands in a line."""
    if "|" not in text and (text.isascii() or not any(mark in text for mark in "·•›")):
        return False
    return len(_BARS.findall(text)) >= 2


def _by_phrase(line: Line, lower: str) -> Role | None:
    if line.words > 4 and not openings(lower):
        return None
    if line.words < 25 and opening("teaser", lower) and (line.words < 12 or line.link_share > 0.2):
        return Role.TEASER
    if line.words < 16 and not line.heading and opening("furniture", lower):
        return Role.FURNITURE
    if opening("notice", lower):
        return Role.FURNITURE
    if line.words <= 4 and not line.heading and lower.strip(" .:!…»›|•") in whole_lines():
        return Role.FURNITURE
    if line.words < 40 and opening("legal", lower):
        return Role.LEGAL
    if line.words < 25 and opening("caption", lower):
        return Role.CAPTION
    return None


def _signed(view: View, line: Line) -> Role | None:
    """Credits, captions and bylines as the words tell them, in the way stripped text is told."""
    if line.words > _SIGN_WORDS or line.words < 2 or line.heading:
        return None
    signs = view.signs
    text = line.text
    lower = text.lower()
    bracketed = text[0] in "(["
    if (line.words <= 16 or bracketed) and signs.passed_through(lower):
        return Role.CREDIT
    if not bracketed and not signs.hinted(text, lower):
        plain = line.words > 6 or _COMMON_WORD.search(text) is not None
        if plain or not (any(mark in text for mark in _SIGNED_MARKS) or agency_named(text) is not None):
            return None
    found = stripped.lines_of(line.text, view.lookup)
    if len(found) != 1:
        return None
    if is_caption(found[0], signs.credits, frozenset()):
        return Role.CREDIT if line.words <= 5 else Role.CAPTION
    if is_credit(found[0], signs.credits, frozenset()):
        return Role.CREDIT
    return Role.BYLINE if names_author(found[0], signs.credits) and not line.ends_well else None


class Signs(Struct, frozen=True):
    """The words of credits, captions and bylines, ready for a first look that spares the close one."""

    credits: Credits
    opens: tuple[str, ...]
    heads: frozenset[str]
    """The first two letters of `opens`."""
    holds: object
    """One search (Aho-Corasick) for all phrases that stand anywhere in a line."""

    def passed_through(self, lower: str) -> bool:
        """Whether a line says that the text came through another language's version."""
        finder = self.credits.version_finder
        return finder is not None and next(finder.iter(lower), None) is not None  # type: ignore[attr-defined]  # untyped C type

    def hinted(self, text: str, lower: str) -> bool:
        """Whether anything in a line hints at a credit, a caption or a byline."""
        bare = lower.lstrip(_LEADING)
        return (
            (bare[:2] in self.heads and bare.startswith(self.opens))
            or "©" in text
            or next(self.holds.iter(lower), None) is not None  # type: ignore[attr-defined]  # untyped C type
            or _TAIL.search(text[-60:]) is not None
        )


@cache
def signs_of(language: str | None) -> Signs:
    """The signs of a language (ISO 639-1), or of all where it is None or unknown."""
    return _signs(language if language in languages() else None)


@cache
def _signs(language: str | None) -> Signs:
    table = credits_of(language)
    opens = {
        *table.byline,
        *table.reporting,
        *table.photo,
        *table.caption_opens,
        *table.relay,
        *table.translated,
    }
    finder = ahocorasick.Automaton()
    for phrase in sorted({*table.caption_holds, *table.additional} - {""}):
        finder.add_word(phrase, phrase)
    finder.make_automaton()
    return Signs(table, tuple(sorted(opens - {""})), frozenset(phrase[:2] for phrase in opens), finder)


def _looks_subhead(line: Line) -> bool:
    """A short line all in bold, without a sentence's end."""
    return (
        line.bold_share > 0.9
        and line.words <= 14
        and not line.in_list
        and not line.in_table
        and not line.text.endswith((".", ",", ";", "…", "”", '"'))
    )


def _among_prose(view: View, line: Line) -> bool:
    """Whether running text stands beside the line, at most two elements further out."""
    at = line.element
    for _ in range(3):
        if at < 0:
            return False
        if view.companions[at] >= 2:
            return True
        at = view.layer.elements[at].parent
    return False


def companions_of(layer: Layer, lines: tuple[Line, ...]) -> list[int]:
    """For each element, how many full lines of running text stand in it, at most two elements further in."""
    counts = [0] * len(layer.elements)
    for line in lines:
        if line.prose >= 60 and line.ends_well:
            at = line.element
            for _ in range(3):
                if at >= 0:
                    counts[at] += 1
                    at = layer.elements[at].parent
    return counts


def with_byline(view: View, roles: list[Role]) -> None:
    """Between headline and first paragraph: lines with the authors' names are the byline, stamps and labels are not
    body."""
    lead = first_prose(view, roles)
    if view.headline is None or lead is None:
        return
    for at in range(view.headline + 1, lead):
        line = view.lines[at]
        if line.words > 30 or roles[at] in {Role.CAPTION, Role.CREDIT, Role.STANDFIRST}:
            continue
        if _names_author(view, line):
            roles[at] = Role.BYLINE
        elif (
            roles[at] is Role.BODY
            and line.words < 16
            and not line.ends_well
            and any(char.isdigit() for char in line.text)
        ):
            roles[at] = Role.FURNITURE


def first_prose(view: View, roles: list[Role]) -> int | None:
    """The first body line behind the headline that is a full paragraph."""
    start = 0 if view.headline is None else view.headline + 1
    return next((at for at in range(start, len(roles)) if roles[at] is Role.BODY and view.lines[at].prose >= 60), None)


def _names_author(view: View, line: Line) -> bool:
    folded = fold(line.text)
    if line.words <= 20 and any(author in folded for author in view.authors):
        return True
    opened = opening("byline", folded)
    if opened is not None and line.words <= 20:
        rest = line.text[opened.end() :].strip(" :")
        return rest[:1].isupper() and len(rest.split()) >= 2
    parts = [part.strip() for part in _PARTED.split(line.text) if part.strip()]
    if len(parts) < 2 or not any(char.isdigit() for char in line.text):
        return False
    name = _PLACED.sub("", parts[0])
    return len(name.split()) >= 2 and is_name_list(name)


def with_standfirst(view: View, roles: list[Role]) -> None:
    """Between headline and first body line: the sentence that page data gives as description, that a class names so,
    or that stands as a heading below the headline."""
    if view.headline is None:
        return
    first = next((at for at in range(view.headline + 1, len(roles)) if roles[at] is Role.BODY), None)
    if first is None:
        return
    for at in range(view.headline + 1, first + 1):
        line = view.lines[at]
        if line.words < 5 or line.link_share > 0.5 or roles[at] in {Role.CAPTION, Role.BYLINE, Role.CREDIT}:
            continue
        if line.heading and any(_retold(fold(line.text), title) for title in view.titles):
            roles[at] = Role.FURNITURE
            continue
        part = near(view, line)
        summed = any(_same_start(fold(line.text), summary) for summary in view.summaries)
        headed = line.heading in {"h2", "h3", "h4"} and at <= view.headline + 3 and line.words >= 6
        named = bool(part & Part.STANDFIRST) or (bool(part & Part.TEASER) and not part & Part.COMMENT)
        if at == first:
            if part & Part.STANDFIRST and line.words < 80:
                roles[at] = Role.STANDFIRST
        elif summed or headed or (named and line.words >= 7):
            roles[at] = Role.STANDFIRST


def _retold(text: str, title: str) -> bool:
    """Whether a heading is the headline again, perhaps with a kicker before it."""
    return len(title) >= 15 and (text.endswith(title) or name_ratio(text, title) >= 0.95)


def _same_start(text: str, summary: str) -> bool:
    length = min(len(text), len(summary), 60)
    return length >= 25 and text[:length] == summary[:length]
