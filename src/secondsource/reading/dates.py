"""The day of publication as what all the page's evidence leaves, with that evidence."""

import datetime as dt
import re
from collections.abc import Sequence

from msgspec.structs import replace

from secondsource.model.passage import Passage
from secondsource.model.published import Clue, Published, Strength
from secondsource.model.source import Given
from secondsource.model.span import Place, Reason

from .dating.hints import clues_of, page_of
from .dating.solve import solve
from .dating.visible import Stamp, likeliest, own, stamps_in
from .dating.written import Written, dates_in
from .page_data import SCRIPTED, PageStamp, StampKind

_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_URL_DAY_FIRST = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])-(0?[1-9]|1[0-2])-((?:19|20)\d\d)(?!\d)")
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])(?!\d)")


def published(
    text: str, passages: tuple[Passage, ...], language: str | None, given: Given, stamps: tuple[PageStamp, ...]
) -> tuple[Published | None, tuple[Clue, ...]]:
    """The allowed days, or None where the page does not bound them, and every clue found, in the order of trust.

    Spans name the source by an empty id; the reader, which knows it, fills it in. Offsets are code points of `text`.
    """
    page = page_of(text, passages, language, "")
    data, clock = _from_data(stamps, given)
    zone = clock.zone if clock else None
    shown = stamps_in(text, passages, language)
    visible = _from_visible(shown)
    if zone is None and visible:
        zone = shown[0].written.zone
    clues = (*_in_order_of_trust(data, visible, shown), *_from_url(given.url), *clues_of(page))
    return _by_the_clock(solve(clues, zone), clock), clues


def _by_the_clock(found: Published | None, clock: Written | None) -> Published | None:
    """The days with the hour that the page's data state for them, where these are of the one day that is allowed."""
    if found is None or clock is None or clock.minute is None or not found.earliest == found.latest == clock.date:
        return found
    return replace(found, minute=clock.minute)


def _in_order_of_trust(data: list[Clue], visible: list[Clue], shown: Sequence[Stamp]) -> list[Clue]:
    """The page's data before what it shows, except where what it shows is surer.

    Data in universal time can be a day off the local one; a general property (`date`) may hold any of the page's dates;
    of data that disagree with each other the one that the page shows is meant.
    """
    stated = [clue for clue in data if clue.strength is Strength.STATED and clue.earliest is not None]
    if not visible or not stated or visible[0].earliest is None:
        return [*data, *visible]
    day = visible[0].earliest
    agreeing = [clue for clue in stated if clue.earliest == day]
    if agreeing:
        return [*agreeing, *visible, *(clue for clue in data if clue not in agreeing)]
    worth = likeliest(shown).value
    first = stated[0].earliest
    near = first is not None and abs((first - day).days) <= 1 and worth >= _SURE
    loose = all(clue.reason.why.split(" says ")[0] in _LOOSE for clue in stated) and worth >= _FAIR
    return [*visible, *data] if near or loose else [*data, *visible]


_SURE = 3.5
_FAIR = 2.4
_LOOSE = frozenset(
    {"date", "dc.date", "dcterms.date", "dc.date.issued", "dcterms.created", "ob:date", "time", SCRIPTED}
)
"""Properties that pages use for any date of theirs."""


def _from_data(stamps: Sequence[PageStamp], given: Given) -> tuple[list[Clue], Written | None]:
    """Clues from the page's data and its record, and the first date of publication that they state with its zone;
    changes only bound the day from above."""
    found: list[Clue] = []
    clock: Written | None = None
    rows = [(each.value, each.property, each.kind, each) for each in stamps]
    if given.published:
        rows.append(
            (given.published, given.dated_by or "the record's own date", StampKind.PUBLISHED, PageStamp("", ""))
        )
    if given.captured:
        rows.append((given.captured, _CAPTURE, StampKind.MODIFIED, PageStamp("", "")))
    unknown = 0
    for value, name, kind, stamp in sorted(rows, key=lambda row: _TRUST[row[2]]):
        unknown += kind is StampKind.UNKNOWN
        if unknown > _UNKNOWN_MOST and kind is StampKind.UNKNOWN:
            continue
        written = _read(value)
        if written is None:
            continue
        spans = (Place("", stamp.span.start, stamp.span.end),) if stamp.span is not None else ()
        bounds = Stamp(written, "", 0.0).bounds()
        if bounds is None:
            continue
        if kind is StampKind.PUBLISHED:
            clock = clock if clock and (clock.zone or not written.zone) else written
            found.append(Clue(Strength.STATED, Reason(f"{name} says {value.strip()}", spans), *bounds))
        elif kind is StampKind.UNKNOWN:
            found.append(Clue(Strength.IMPLIED, Reason(f"{name} says {value.strip()}", spans), *bounds))
        else:
            what = "is of" if name == _CAPTURE else "says it was changed"
            why = f"{name} {what} {value.strip()}: it appeared by then"
            found.append(Clue(Strength.IMPLIED, Reason(why, spans), latest=bounds[1]))
    return found, clock


_CAPTURE = "the archive's copy"
_UNKNOWN_MOST = 4
"""Dates of no stated meaning that are looked at; live pages have hundreds."""
_TRUST = {StampKind.PUBLISHED: 0, StampKind.UNKNOWN: 1, StampKind.MODIFIED: 2}


def _read(value: str) -> Written | None:
    found = dates_in(value[:200], None)
    return max(found, key=lambda each: (each.date is not None, -each.start), default=None)


def _from_visible(shown: Sequence[Stamp]) -> list[Clue]:
    """The likeliest date on the page as its own; a later one that is named a change bounds it from above."""
    likely = own(shown)
    if not likely:
        return []
    best = next(
        (each for each in likely if each.label == "published" and each.value >= likely[0].value - 2.5), likely[0]
    )
    found = [_stated(best)]
    bounds = best.bounds()
    for stamp in likely:
        other = stamp.bounds()
        if stamp.label == "updated" and stamp is not best and other and bounds and other[0] > bounds[0]:
            why = f"it was changed on {other[1].isoformat()}: it appeared by then"
            found.append(Clue(Strength.IMPLIED, Reason(why, _spot(stamp)), latest=other[1]))
            break
    return found


def _stated(stamp: Stamp) -> Clue:
    bounds = stamp.bounds()
    written = stamp.written
    if bounds is None:
        why = "the page shows this day without a year"
        return Clue(
            Strength.STATED,
            Reason(why, _spot(stamp)),
            weekday=written.weekday,
            month=written.month,
            day=written.day,
        )
    if stamp.label == "updated":
        why = "the page says it was last changed then, and gives no other date"
    elif written.other is not None:
        why = "the page shows this date, which can be read month first or day first"
    else:
        why = "the page shows this as its date"
    return Clue(Strength.STATED, Reason(why, _spot(stamp)), *bounds)


def _spot(stamp: Stamp) -> tuple[Place, ...]:
    return (Place("", stamp.written.start, stamp.written.end),)


def _from_url(url: str | None) -> list[Clue]:
    if not url:
        return []
    for pattern, order in ((_URL_DAY, (1, 2, 3)), (_URL_DAY_FIRST, (3, 2, 1))):
        match = pattern.search(url)
        if match is None:
            continue
        try:
            day = dt.date(*(int(match[group]) for group in order))
        except ValueError:
            return []
        return [Clue(Strength.IMPLIED, Reason(f"its address has {match[0].strip('/')}"), day, day)]
    match = _URL_MONTH.search(url)
    if match is None:
        return []
    bounds = Stamp(Written(0, 0, int(match[1]), int(match[2])), "", 0.0).bounds()
    return [] if bounds is None else [Clue(Strength.WEAK, Reason(f"its address has {match[0].strip('/')}"), *bounds)]
