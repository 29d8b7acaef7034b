"""The occasion of a group of reports: its day, its place, its title."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import zip_longest
from typing import NamedTuple

from secondsource.model.mark import ActorKind, Mention, MentionForm, Moment, Statement
from secondsource.model.passage import Role
from secondsource.model.pile import Pile
from secondsource.model.published import Published
from secondsource.model.span import Place, Reason, Span
from secondsource.text import edtf
from secondsource.text.tokens import words

from .compare import Vector, added, cosine
from .keys import ReportKeys
from .spelling import key_of

_DAY = dt.timedelta(days=1)
LEAD = 500
"""Characters of body in which the lead names its day."""
MOST_REASONS = 6
_LIES_SOMEWHERE = frozenset({ActorKind.PLACE, ActorKind.STATE})
_ABBREVIATION = 3
"""Letters of a place in capitals that may stand for words: USA."""
_CAPITAL = 2
"""Words of the name of a seat of government, at most: Mexico City."""
_NAMED = frozenset({MentionForm.NAME, MentionForm.METONYM})


class _LeadDay(NamedTuple):
    """When one report has its occasion: the days, and whether its lead names them or only the page's date is known."""

    published: Published
    days: tuple[dt.date, ...]
    first_told: dt.date
    """The last day on which the report can have been written."""
    named: bool
    said: bool = False
    """Whether the day is that of a statement, not of what it tells."""
    over: bool = False
    """Whether the last of the days is the next one, which has begun where something happens."""


def title_of(vectors: Sequence[Vector]) -> str:
    """The headline that says most of what all the reports say; the first in order of source where two are as good.

    A report without a headline lends its first line only where no report has a headline.
    """
    headed = [one for one in vectors if one.keys.headline and len(one.keys.headline) <= 160] or list(vectors)
    # how like each is to all of them together, which is the sum of how like it is to each
    terms, across = added([one.terms for one in vectors]), added([one.across for one in vectors])
    titles: dict[str, float] = {}
    for one in headed:
        score = cosine(one.terms, terms) + 0.5 * cosine(one.across, across)
        titles.setdefault(one.keys.headline or one.keys.opening, score)
    best = max(titles, key=lambda title: (round(titles[title], 6), title), default="")
    return best if len(best) <= 200 else best[:199].rsplit(" ", 1)[0] + "…"


def where_of(reports: Sequence[ReportKeys], pile: Pile) -> str | None:
    """The place that most leads give for their occasion, by the name that the reports most often give it; of places as
    common, the one that most texts name. A word that no report names as a place or state is none."""
    votes: dict[str, float] = {}
    for report in reports:
        if report.where:
            votes[report.where] = votes.get(report.where, 0.0) + 1.0
    for place in votes:
        votes[place] += sum(0.1 for report in reports if place in report.places.values())
    names = _place_names(reports, pile) if votes else {}
    for place in sorted(votes, key=lambda place: (-votes[place], place)):
        if given := names.get(key_of(place)):
            return min(given, key=lambda name: (-given[name], name))
    return None


def _place_names(reports: Sequence[ReportKeys], pile: Pile) -> dict[str, Counter[str]]:
    """By the key of each word in them, the places and states that the reports name: how often each."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for report in reports:
        for mention in pile.document(report.source).marks.of(Mention):
            if mention.kind not in _LIES_SOMEWHERE or mention.form not in _NAMED:
                continue
            name = mention.text if mention.form is MentionForm.METONYM else mention.name
            name = name.title() if name.isupper() and len(name) > _ABBREVIATION else name
            parts = [key_of(span.cut(name)) for span in words(name)]
            if mention.form is MentionForm.METONYM and len(parts) > _CAPITAL:
                continue  # a state's body, not its seat
            for part in parts:
                found[part][name] += 1
    return found


def when_of(reports: Sequence[ReportKeys], pile: Pile) -> Published | None:
    """The days on which the occasion can have been: those that most leads name, none later than the first report of
    it, and of days as often named the last, for a lead may tell what went before. Where no lead names a day, what the
    dates of the pages allow."""
    timed = [one for report in reports if (one := _lead_day(report, pile)) is not None]
    found = [one for one in timed if one.named] or timed
    known = sorted((one for one in found if one.days), key=lambda one: (one.days, one.published.reasons))
    if not known:
        told = [one.published for one in found]
        return min(told, key=lambda one: ((one.latest - one.earliest).days, one.edtf, one.reasons), default=None)
    votes = _votes(known)
    last = max(votes, key=lambda day: (votes[day], day))
    agreeing = [votes.keys() & one.days for one in known if last in one.days]
    allowed = tuple(sorted(set.intersection(*agreeing)))
    reasons = _in_turn([one.published.reasons for one in known if last in one.days])
    return _of_days(allowed, (*reasons[:MOST_REASONS], *_against([one for one in known if last not in one.days])))


def _votes(leads: Sequence[_LeadDay]) -> Mapping[dt.date, Fraction]:
    """How many leads name each day: one that leaves several open gives each a part, one that only says when somebody
    spoke of it half. Days behind the first report count where there are no others; on which day it was told first is
    also said by a page that names the next one."""
    first_told = min(one.first_told for one in leads)
    if any(one.over and one.first_told == first_told + _DAY for one in leads):
        first_told += _DAY
    votes: dict[dt.date, Fraction] = {}
    for one in leads:
        for day in one.days:
            votes[day] = votes.get(day, Fraction(0)) + Fraction(1, len(one.days) * (2 if one.said else 1))
    return {day: share for day, share in votes.items() if day <= first_told} or votes


def _in_turn(rows: Sequence[tuple[Reason, ...]]) -> list[Reason]:
    """The first reason of every row, then the second of each, without repeats."""
    return list(dict.fromkeys(reason for nth in zip_longest(*rows) for reason in nth if reason is not None))


def _against(others: Sequence[_LeadDay]) -> tuple[Reason, ...]:
    """What the leads say that name another day, for the reader to see."""
    places = tuple(place for one in others for reason in one.published.reasons[:1] for place in reason.spans)
    return (Reason("others speak for another day", places[:MOST_REASONS]),) if places else ()


def _days(published: Published) -> tuple[dt.date, ...]:
    return published.days or edtf.days(published.edtf, 62)


def _of_days(days: tuple[dt.date, ...], reasons: tuple[Reason, ...]) -> Published:
    run = (days[-1] - days[0]).days + 1 == len(days)
    written = edtf.from_extent(edtf.Extent(days[0], days[-1])) if run else edtf.one_of(map(edtf.format_day, days))
    return Published(written or edtf.format_day(days[0]), days[0], days[-1], reasons, days if len(days) <= 62 else ())


def _lead_day(report: ReportKeys, pile: Pile) -> _LeadDay | None:
    """The day the lead gives for what it tells, counted from publication; publication itself where it gives none."""
    published = pile.published(report.source)
    marked = pile.document(report.source)
    body = marked.document.of(Role.STANDFIRST, Role.BODY)
    if body and published:
        lead = Span(body[0].start, body[0].start + LEAD)
        moments = [moment for moment in marked.marks.of(Moment) if lead.start <= moment.start < lead.end]
        spoken = {statement.when for statement in marked.marks.of(Statement)}
        for moment in sorted(moments, key=lambda one: (one.id in spoken, one.start)):
            named = moment.relation or ""
            if not (named.startswith("weekday:") or (moment.edtf and len(moment.edtf) == 10)):
                continue
            days = _moment_days(moment, published, report, pile)
            over = _over_the_date_line(moment, published)
            if over is not None:
                days = tuple(sorted({*days, over}))
            if days and (published.latest - days[-1]).days <= 10 and (days[0] - published.latest).days <= 1:
                place = Place(moment.source, moment.start, moment.end)
                reason = Reason(f"the lead names its day: “{moment.text}”", (place,))
                timed = _of_days(days, (reason, *published.reasons))
                return _LeadDay(timed, days, over or published.latest, True, moment.id in spoken, over is not None)
    return _LeadDay(published, _days(published), published.latest, named=False) if published else None


def _over_the_date_line(moment: Moment, published: Published) -> dt.date | None:
    """The next day, where a page of one day names its weekday: on Friday morning there it is Thursday here."""
    if published.earliest != published.latest:
        return None
    ahead = published.latest + _DAY
    return ahead if (moment.relation or "").startswith(f"weekday:{ahead.weekday()}") else None


def _moment_days(moment: Moment, published: Published, report: ReportKeys, pile: Pile) -> tuple[dt.date, ...]:
    resolved = pile.resolved.get(moment.id)
    if resolved:
        return _days(resolved)
    if moment.edtf and (own := edtf.days(moment.edtf, 62)):
        return own
    if report.weekday is not None and (days := _days(published)):
        return tuple(sorted({edtf.weekday_at_or_before(day, report.weekday) for day in days}))
    return ()
