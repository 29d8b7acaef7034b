"""What a page says of whose text it carries: its wire, its own reporter, what it was made from, its day and hour."""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from secondsource.language.credits import Credits, credits_of
from secondsource.model.mark import Credit, CreditRole
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import MarkedDocument
from secondsource.model.published import Strength
from secondsource.text.clock import minute_of_day
from secondsource.text.normalise import fold

from .names import same_house

_SIGNING = frozenset({Role.BYLINE, Role.DATELINE, Role.CREDIT, Role.STANDFIRST, Role.SUBHEAD, Role.FURNITURE})
HOUSES = frozenset({CreditRole.WIRE, CreditRole.AGENCY, CreditRole.RELAYED})
"""Credits that name a house from which a page has its text."""
LINE_WORDS = 14
"""Words of a line that may sign at most; longer ones are prose."""
LINES = 10
"""Lines looked at from the page's top, and as many from its end."""
TOP = 4
"""Lines at the top that may say what the page is."""
_LEAD = 2
"""Paragraphs with which a report says where it comes from."""
_OPENING = re.compile(r"\s*[^\W\d_][^\n]{0,80}?\(([^()\n]{2,40})\)\s*[-–—]{1,2}\s")
_WORDS = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
_BEHIND = re.compile(r"[.!?…”“»\"]\s*([(\[][^()\[\]\n]{2,50}[)\]]|[-–—]?\s?[\w/-]{2,20})\s*$")
ENDINGS = 2
"""Paragraphs at whose end a wire may sign."""
ENDING_WORDS = 6
"""Words of a paragraph that only signs."""
ENDING_CHARACTERS = 70
"""Characters at the end of another in which a wire may sign."""
_LED = re.compile(r"[^\n.:)–—]{0,50}?(?:\)[.:]?|[.:]|\s[-–—]{1,2})(?=\s)")
LED_WORDS = 6
"""Words before the first sentence that may sign."""
_SIGNED_OFF = re.compile(
    r"(?:[(\[](?=[^)\]]*(?:/|[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ]))[^()\[\]\n]{3,70}[)\]]|(?:^|\n)\w{2,5}(?:/\w{2,4}){1,3})\s*$"
)
"""How an agency ends its text: "(apd/us)", "pn/gk/mr", "(Texte Ana Lima)"."""


class Signs(Struct, frozen=True):
    """The signs of one page."""

    wire: str | None = None
    """The agency it is credited to."""
    wires: tuple[str, ...] = ()
    """Every agency it is credited to, that one first."""
    dateline: bool = False
    """Whether its dateline signs with the wire."""
    sent: bool = False
    """Whether it stands as the agency sends it: signed in the dateline and signed off at the end."""
    reporter: bool = False
    """Whether a reporter signs it and no agency is named."""
    edited: bool = False
    """Whether it says that the house, or several sources, had a hand in it."""
    through: str | None = None
    """The language (ISO 639-1) whose version it came through."""
    relays: tuple[str, ...] = ()
    """Houses it names as those it has the text from."""
    day: tuple[int, int] | None = None
    """Month and day of publication, where the page states them."""
    minute: int | None = None
    """Minutes since midnight, as a stamp of the page gives them."""
    handout: bool = False
    """Whether it says that it goes by a press release, or is one."""
    issues: bool = False
    """Whether it is a press release, as a line above its text or below it says."""

    @property
    def derived(self) -> bool:
        """Whether the page itself says that its text was made from another."""
        return self.edited or self.through is not None or bool(self.relays)

    @property
    def dispatched(self) -> bool:
        """Whether an agency signs its dateline, and nothing says that the text was made from another."""
        return self.dateline and not self.derived


def signers(documents: Iterable[MarkedDocument]) -> dict[str, str]:
    """Every name that a page of the pile signs with as a wire, folded, to the name as it is written first."""
    names = sorted(
        credit.name for document in documents for credit in document.marks.of(Credit) if credit.role is CreditRole.WIRE
    )
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    return found


def signs_of(marked: MarkedDocument, known: Mapping[str, str]) -> Signs:
    """The signs of a document. `known` are the names that pages of the pile sign with (`signers`)."""
    document, found = marked.document, marked.marks.of(Credit)
    table = credits_of(document.language)
    lines = _lines(marked)
    dateline = _credited(found, CreditRole.WIRE)
    relayed = [credit.name for credit in found if credit.role is CreditRole.RELAYED and lives_off(marked, credit)]
    text = document.body.text
    opened = _opening(text, known)
    in_line, line = _signed([*lines, *_led(text), *_ending(marked)], known) if known else (None, "")
    dateline = dateline or opened
    wire = dateline or _credited(found, CreditRole.AGENCY) or _known(relayed, known) or in_line
    several = len({credit.name for credit in found if credit.role is CreditRole.WIRE}) > 1
    edited = several or _shared_work(wire, line, lines, table)
    relays = tuple(name for name in relayed if wire is None or not same_house(name, wire))
    translated = any(credit.role is CreditRole.TRANSLATOR for credit in found)
    through = next((credit.through for credit in found if credit.through), None)
    passed_on = dateline is None and _known(relayed, known) is not None
    named = (c.name for c in found if c.role in HOUSES and (c.role is not CreditRole.RELAYED or fold(c.name) in known))
    return Signs(
        wire=wire,
        wires=tuple(dict.fromkeys((wire, *named))) if wire is not None else (),
        dateline=dateline is not None,
        sent=dateline is not None and not edited and through is None and _signed_off(marked),
        reporter=wire is None and not relays and any(credit.role is CreditRole.BYLINE for credit in found),
        edited=edited or translated or passed_on,
        through=through,
        relays=relays,
        day=_day(marked),
        minute=next((minute for each in lines if (minute := minute_of_day(each)) is not None), None),
        handout=tells_of_handout(text, document.language),
        issues=wire is None and _issues(document.text, lines, table),
    )


def lives_off(marked: MarkedDocument, credit: Credit) -> bool:
    """Whether a page has its text, and not one remark, from the house that it names: in a line of its own, in the first
    two paragraphs, or in more than one. That a sister confirmed a death to a broadcaster makes no report its copy."""
    document = marked.document
    body = document.of(Role.BODY)
    if not any(passage.span.covers(credit.span) for passage in body[_LEAD:]):
        return True
    return sum(credit.name in passage.span.cut(document.text) for passage in body) > 1


def _opening(text: str, known: Mapping[str, str]) -> str | None:
    """A known name that the body's first words sign with, however the dateline is written: "LYON (Rhône), 3 May
    (Name) -"."""
    found = _OPENING.match(text) if known else None
    return known.get(fold(found[1])) if found else None


def _issues(text: str, lines: list[str], table: Credits) -> bool:
    """Whether a line above the text says that this is a press release, one that signs or one that begins so; or a line
    at its end, whom the press may ask."""
    return any(_holds(each, table.handout) for each in lines[:TOP]) or bool(table.release_lines(text))


def tells_of_handout(text: str, language: str | None) -> bool:
    """Whether a text says that something was handed out in writing."""
    return _holds(text, credits_of(language).handout)


def may_tell_of_handout(text: str, language: str | None) -> bool:
    """The same with less care and sooner: also where its words stand inside others."""
    folded = text.casefold()
    return any(phrase in folded for phrase in credits_of(language).handout)


def _lines(marked: MarkedDocument) -> list[str]:
    """The short lines at the top and the end of the page that may sign."""
    document = marked.document
    short: list[Passage] = [p for p in document.passages if p.role in _SIGNING and p.end - p.start <= 160]
    chosen = short if len(short) <= 2 * LINES else [*short[:LINES], *short[-LINES:]]
    cut = [passage.span.cut(document.text) for passage in chosen]
    return [line for line in cut if len(line.split()) <= LINE_WORDS]


def _led(text: str) -> Iterator[str]:
    """What stands before a report's first sentence as subscribers print it: "nbd. ", "(AFP) ", "Lannec, ADP - "."""
    found = _LED.match(text)
    if found is not None and len(found[0].split()) <= LED_WORDS:
        yield found[0]


def _ending(marked: MarkedDocument) -> Iterator[str]:
    """What stands behind the last sentence of the body's last paragraphs, "(AMI)", "pvd", or is all of one: "AMI,
    staff"."""
    document = marked.document
    for passage in document.of(Role.BODY)[-ENDINGS:]:
        cut = passage.span.cut(document.text)
        found = _BEHIND.search(cut[-ENDING_CHARACTERS:])
        if found is not None:
            yield found[1]
        elif len(cut.split()) <= ENDING_WORDS:
            yield cut


def _credited(found: tuple[Credit, ...], role: CreditRole) -> str | None:
    return next((credit.name for credit in found if credit.role is role), None)


def _known(names: list[str], known: Mapping[str, str]) -> str | None:
    return next((known[fold(name)] for name in names if fold(name) in known), None)


def _signed(lines: list[str], known: Mapping[str, str]) -> tuple[str | None, str]:
    """The first known name that a line holds, and that line."""
    for line in lines:
        words = [fold(word) for word in _WORDS.findall(line)]
        for size in (1, 2, 3):
            for at in range(len(words) - size + 1):
                name = known.get(" ".join(words[at : at + size]))
                if name is not None:
                    return name, line
    return None, ""


def _shared_work(wire: str | None, line: str, lines: list[str], table: Credits) -> bool:
    """Whether a line that names the wire also says that the house worked on it, or any line that it was compiled."""
    named = [line, *(each for each in lines if wire is not None and fold(wire) in fold(each))]
    return any(_holds(each, table.shared) or _holds(each, table.additional) for each in named if each) or any(
        _holds(each, table.compiled) for each in lines
    )


def _holds(line: str, phrases: tuple[str, ...]) -> bool:
    folded = f" {' '.join(_WORDS.findall(fold(line)))} "
    return any(f" {phrase} " in folded for phrase in phrases)


def _signed_off(marked: MarkedDocument) -> bool:
    """Whether the text ends with its writers' names or signs."""
    document = marked.document
    body = document.of(Role.BODY)
    if not body:
        return False
    last = body[-1]
    behind = any(c.role is CreditRole.BYLINE and c.start >= last.start for c in marked.marks.of(Credit))
    return behind or _SIGNED_OFF.search(document.text.rstrip()[-80:]) is not None


def _day(marked: MarkedDocument) -> tuple[int, int] | None:
    document = marked.document
    if document.published is not None and document.published.earliest == document.published.latest:
        return document.published.earliest.month, document.published.earliest.day
    for clue in document.clues:
        if clue.strength is Strength.STATED and clue.month is not None and clue.day is not None:
            return clue.month, clue.day
    return None
