"""What reports of one happening teach each other about their days: pure set work, never more exact than the evidence.

Two things are used. Reports that say "on Thursday" of the same occasion mean the same Thursday. And where two texts
time the same thing, one from its own day ("next month"), one by the calendar ("in May"), only the days of writing on
which both come to the same remain.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from secondsource.model.document import Document
from secondsource.model.group import Resolution
from secondsource.model.mark import Moment
from secondsource.model.pile import MarkedDocument, Pile
from secondsource.model.published import Published, Strength
from secondsource.model.span import Place, Reason, Span
from secondsource.text import edtf
from secondsource.text.relation import resolve, resolve_on
from secondsource.text.tokens import words

from .keys import ReportKeys
from .spelling import key_of

WEEK = dt.timedelta(days=6)
_EXACT = dt.timedelta(days=14)
"""How far apart the first and the last possible day of a report may be for others to be dated by it."""
_RELATIVE = re.compile(r"(?:day|week|month|year):[+-]?[1-9]\d*$")
_CALENDAR = re.compile(r"month-of-year:(\d+)|=(\d{4}(?:-\d\d){0,2})$")
MOST_OPEN = 40
"""Reports of one event whose days are sought by comparing what they time."""
_BEFORE = 14
"""Words before a moment in which the thing it times is named."""


class Dated(Struct, frozen=True):
    """A report with the days it may have been written on (empty: unknown or too many), and what was learnt so far."""

    marked: MarkedDocument
    keys: ReportKeys
    days: tuple[dt.date, ...]
    reasons: tuple[Reason, ...] = ()
    learnt_from: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The source's id."""
        return self.keys.source


class _Timed(Struct, frozen=True):
    """A moment with the names around it: what it times."""

    moment: Moment
    near: frozenset[str]
    sentence: frozenset[str]


def learn(reports: Sequence[ReportKeys], pile: Pile, least_names: int = 3) -> tuple[Resolution, ...]:
    """Resolutions for sources of one family or event, then for their moments; in order of source and place.

    `least_names` is how many names two sentences must share to time the same thing: in copies of one text fewer do.
    """
    dated = [_dated(pile.document(keys.source), keys, pile) for keys in sorted(reports, key=lambda keys: keys.source)]
    before = {report.source: report.days for report in dated}
    learnt = _by_weekday(_by_timing(_by_weekday(dated), least_names))
    found: list[Resolution] = []
    for report in learnt:
        if report.days and report.learnt_from and report.days != before[report.source]:
            published = _published(report, pile)
            found.append(Resolution(report.source, published, report.learnt_from))
            found.extend(_moments(report, published))
    return tuple(found)


def _dated(marked: MarkedDocument, keys: ReportKeys, pile: Pile) -> Dated:
    published = pile.published(keys.source)
    return Dated(marked, keys, (published.days or edtf.days(published.edtf)) if published else ())


def _published(report: Dated, pile: Pile) -> Published:
    own = pile.published(report.source)
    days = report.days
    run = (days[-1] - days[0]).days + 1 == len(days)
    written = edtf.from_extent(edtf.Extent(days[0], days[-1])) if run else edtf.one_of(map(edtf.format_day, days))
    return Published(
        edtf=written or edtf.format_day(days[0]),
        earliest=days[0],
        latest=days[-1],
        reasons=(*(own.reasons if own else ()), *report.reasons),
        days=days if len(days) <= 62 else (),
        zone=own.zone if own else None,
    )


def _occasion(report: Dated, day: dt.date) -> dt.date:
    """The day of the occasion for a report written on `day`: the weekday its lead names, at or before."""
    return day if report.keys.weekday is None else edtf.weekday_at_or_before(day, report.keys.weekday)


def _by_weekday(reports: list[Dated]) -> list[Dated]:
    """Reports whose leads name the same weekday speak of the same day."""
    found = list(reports)
    for weekday in sorted({report.keys.weekday for report in reports if report.keys.weekday is not None}):
        at = [i for i, report in enumerate(found) if report.keys.weekday == weekday]
        known = [i for i in at if found[i].days]
        shared: set[dt.date] | None = None
        for i in known:
            mine = {_occasion(found[i], day) for day in found[i].days}
            shared = mine if shared is None else shared & mine
        if not shared:
            continue
        for i in at:
            days = tuple(day for day in found[i].days if _occasion(found[i], day) in shared)
            if not found[i].days and len(shared) <= 8:
                days = tuple(sorted({day + dt.timedelta(days=step) for day in shared for step in range(7)}))
            if days and days != found[i].days:
                helped = [j for j in known if j != i and found[j].days != found[i].days]
                found[i] = _taught(found[i], days, [found[j] for j in helped], "names the same weekday for it")
    return found


def _taught(report: Dated, days: tuple[dt.date, ...], helpers: list[Dated], why: str) -> Dated:
    """The report with fewer days, and why; the helpers that are dated best are named."""
    best = min((len(helper.days) for helper in helpers), default=0)
    named = [helper for helper in helpers if len(helper.days) == best][:3]
    spans = tuple(place for one in (report, *named) for place in _weekday_place(one))
    names = ", ".join(helper.marked.document.source.name for helper in named)
    return Dated(
        report.marked,
        report.keys,
        days,
        (*report.reasons, Reason(f"{names} reports the same occasion and {why}", spans)),
        tuple(sorted({*report.learnt_from, *(helper.source for helper in named)})),
    )


def _weekday_place(report: Dated) -> tuple[Place, ...]:
    for moment in report.marked.marks.of(Moment):
        if moment.relation and moment.relation.startswith(f"weekday:{report.keys.weekday}"):
            return (Place(moment.source, moment.start, moment.end),)
    return ()


def _by_timing(reports: list[Dated], least_names: int) -> list[Dated]:
    """Where two texts time the same thing from two ends, keep the days on which both come to the same."""
    found = list(reports)
    open_ends = [i for i, report in enumerate(found) if len(report.days) > 1][:MOST_OPEN]
    timed = [_timed(report) for report in reports] if open_ends else []
    wanted = set(open_ends)
    for i, j in combinations(range(len(found)), 2):
        if i not in wanted and j not in wanted:
            continue
        for one in timed[i]:
            for two in timed[j]:
                if _same_thing(one, two, least_names):
                    first, second = (i, j) if _RELATIVE.fullmatch(one.moment.relation or "") else (j, i)
                    pair = (one, two) if first == i else (two, one)
                    found[first], found[second] = _consistent(found[first], found[second], pair)
    return found


def _timed(report: Dated) -> list[_Timed]:
    """The moments that count from the day of writing or stand in the calendar, with the names around them."""
    text = report.marked.document.text
    found: list[_Timed] = []
    for moment in report.marked.marks.of(Moment):
        if not (_RELATIVE.fullmatch(moment.relation or "") or _CALENDAR.match(moment.relation or "")):
            continue
        start = max(text.rfind(mark, 0, moment.start) for mark in (". ", "\n", "” ", "; ")) + 1
        ends = [at for mark in (". ", "\n", "; ") if (at := text.find(mark, moment.end)) >= 0]
        sentence = text[start : min(ends, default=len(text))]
        before = [key_of(span.cut(text[start : moment.start])) for span in words(text[start : moment.start])]
        names = frozenset(key for span in words(sentence) if (key := key_of(span.cut(sentence))) in report.keys.names)
        found.append(_Timed(moment, frozenset(before[-_BEFORE:]) & names, names))
    return found


def _same_thing(one: _Timed, two: _Timed, least_names: int) -> bool:
    """One relative, one by the calendar, timing what is named alike: a name right before both, and others in both
    sentences."""
    relative = [bool(_RELATIVE.fullmatch(timed.moment.relation or "")) for timed in (one, two)]
    if relative[0] == relative[1]:
        return False
    return bool(one.near & two.near) and len(one.sentence & two.sentence) >= least_names


def _consistent(relative: Dated, calendar: Dated, pair: tuple[_Timed, _Timed]) -> tuple[Dated, Dated]:
    """The two reports with the days on which "next month" there and "in May" here can both be true."""
    same_weekday = relative.keys.weekday is not None and relative.keys.weekday == calendar.keys.weekday
    left: set[dt.date] = set()
    right: set[dt.date] = set()
    for day in relative.days:
        for other in calendar.days:
            apart = abs((_occasion(relative, day) - _occasion(calendar, other)).days)
            if apart <= (0 if same_weekday else 6) and _meet(pair, day, other):
                left.add(day)
                right.add(other)
    if not left or (len(left) == len(relative.days) and len(right) == len(calendar.days)):
        return relative, calendar
    spans = tuple(Place(timed.moment.source, timed.moment.start, timed.moment.end) for timed in pair)
    why = Reason(f"“{pair[0].moment.text}” here and “{pair[1].moment.text}” there time the same thing", spans)
    return _narrowed(relative, left, calendar, why), _narrowed(calendar, right, relative, why)


def _narrowed(report: Dated, days: set[dt.date], other: Dated, why: Reason) -> Dated:
    return Dated(
        report.marked,
        report.keys,
        tuple(sorted(days)),
        (*report.reasons, why),
        tuple(sorted({*report.learnt_from, other.source})),
    )


def _meet(pair: tuple[_Timed, _Timed], day: dt.date, other: dt.date) -> bool:
    mine = resolve_on(pair[0].moment.relation or "", day)
    calendar = _CALENDAR.match(pair[1].moment.relation or "")
    whole = edtf.extent(mine.edtf) if mine else None
    if whole is None or whole.earliest is None or whole.latest is None or calendar is None:
        return False
    if calendar[1]:
        months = {whole.earliest.month, whole.latest.month}
        return len(months) == 1 and int(calendar[1]) in months
    theirs = edtf.extent(calendar[2])
    return bool(
        theirs
        and theirs.earliest
        and theirs.latest
        and theirs.earliest <= whole.latest
        and whole.earliest <= theirs.latest
    )


def undated(keys: ReportKeys, dated: Sequence[ReportKeys], pile: Pile) -> tuple[Resolution, ...]:
    """A report without any date of its own, by the others of its event: not before the occasion, and within a week of
    the last report of it. Where it names another's outlet as its source, not before that one."""
    known = [other for other in dated if other.earliest and other.latest and other.latest - other.earliest <= _EXACT]
    if not known:
        return ()
    text = pile.document(keys.source).document.reported.text
    relayed = [other for other in known if (name := pile.document(other.source).document.outlet) and name in text]
    starts = [other.earliest for other in (relayed or known) if other.earliest]
    ends = [other.latest for other in known if other.latest]
    earliest, latest = min(starts), max(ends) + WEEK
    names = ", ".join(pile.document(other.source).document.source.name for other in (relayed or known)[:3])
    why = (
        f"takes its words from {names}" if relayed else f"reports the same occasion as {names}, taken as within a week"
    )
    document = pile.document(keys.source).document
    stated = _stated_day(document, earliest, latest)
    if stated is not None:
        earliest, latest, why = stated, stated, f"states its day, and {why}"
    first = document.headline or (document.reported.spans[0] if document.reported.spans else Span(0, 0))
    reason = Reason(why, (Place(keys.source, first.start, first.end),))
    days = tuple(earliest + dt.timedelta(days=step) for step in range((latest - earliest).days + 1))
    published = Published(
        edtf.interval(edtf.format_day(earliest), edtf.format_day(latest)),
        earliest,
        latest,
        (reason,),
        days if len(days) <= 62 else (),
    )
    helped = tuple(sorted(other.source for other in (relayed or known)))
    report = Dated(pile.document(keys.source), keys, days)
    return (Resolution(keys.source, published, helped), *_moments(report, published, helped))


def _stated_day(document: Document, earliest: dt.date, latest: dt.date) -> dt.date | None:
    """The day that a page states without its year ("BERLIN, March 9"), where it lies within a week of these two."""
    stated = _stated(document)
    found = _within(stated, earliest, latest) if stated else set()
    return found.pop() if len(found) == 1 else None


def _stated(document: Document) -> frozenset[tuple[int | None, int | None]]:
    """The months and days that a page states without a year."""
    return frozenset((clue.month, clue.day) for clue in document.clues if clue.strength is Strength.STATED and clue.day)


def _within(stated: frozenset[tuple[int | None, int | None]], earliest: dt.date, latest: dt.date) -> set[dt.date]:
    """The days of that name within a week of these two."""
    span = range((earliest - WEEK).toordinal(), (latest + WEEK).toordinal() + 1)
    return {day for at in span if ((day := dt.date.fromordinal(at)).month, day.day) in stated}


def beside_others(reports: Mapping[str, ReportKeys], pile: Pile) -> dict[str, ReportKeys]:
    """The same reports, each undated one that states its day without a year ("SEOUL, Aug 30") on that day, where one
    such day lies within a week of dated reports of the pile. For comparing alone: no page is told to be so dated."""
    spans = {
        (keys.earliest, keys.latest)
        for keys in reports.values()
        if keys.earliest and keys.latest and keys.latest - keys.earliest <= _EXACT
    }
    found = dict(reports)
    for source, keys in reports.items():
        stated = _stated(pile.document(source).document) if keys.earliest is None and spans else None
        days = {day for first, last in spans for day in _within(stated, first, last)} if stated else set()
        if len(days) == 1:
            (day,) = days
            found[source] = replace(keys, days=(day,), earliest=day, latest=day)
    return found


def _moments(report: Dated, published: Published, helped: tuple[str, ...] = ()) -> list[Resolution]:
    """The report's moments that come out more exact now."""
    found: list[Resolution] = []
    for moment in report.marked.marks.of(Moment):
        value = resolve(moment.relation, published.edtf) if moment.relation and "=" not in moment.relation else None
        if value is None or value == moment.edtf or not _narrower(value, moment.edtf):
            continue
        whole = edtf.extent(value)
        if whole is None or whole.earliest is None or whole.latest is None:
            continue
        days = edtf.days(value, 62)
        reason = Reason(
            f"counted from publication on {published.edtf}", (Place(moment.source, moment.start, moment.end),)
        )
        resolved = Published(value, whole.earliest, whole.latest, (reason,), days)
        found.append(Resolution(moment.id, resolved, helped or report.learnt_from))
    return found


def _narrower(value: str, before: str | None) -> bool:
    if before is None:
        return True
    new, old = edtf.days(value), edtf.days(before)
    return bool(new) and (not old or len(new) < len(old))
