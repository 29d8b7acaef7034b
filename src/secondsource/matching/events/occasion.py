"""The occasion of a group of reports: its day, its place, its title."""

import datetime as dt
from collections.abc import Sequence

from secondsource.model.mark import Moment
from secondsource.model.passage import Role
from secondsource.model.pile import Pile
from secondsource.model.published import Published
from secondsource.model.span import Place, Reason
from secondsource.text import edtf

from .compare import Vector, cosine
from .keys import ReportKeys

LEAD = 500
"""Characters of body in which the lead names its day."""


def title_of(vectors: Sequence[Vector]) -> str:
    """The headline that says most of what all the reports say; the first in order of source where two are as good.

    A report without a headline lends its first line only where no report has a headline.
    """
    headed = [one for one in vectors if one.keys.headline and len(one.keys.headline) <= 160] or list(vectors)
    titles: dict[str, float] = {}
    for one in headed:
        score = sum(cosine(one.terms, other.terms) + 0.5 * cosine(one.across, other.across) for other in vectors)
        titles.setdefault(one.keys.headline or one.keys.opening, score)
    best = max(titles, key=lambda title: (round(titles[title], 6), title), default="")
    return best if len(best) <= 200 else best[:199].rsplit(" ", 1)[0] + "…"


def where_of(reports: Sequence[ReportKeys]) -> str | None:
    """The place that most leads give for their occasion; of places as common, the one that most texts name."""
    votes: dict[str, float] = {}
    for report in reports:
        if report.where:
            votes[report.where] = votes.get(report.where, 0.0) + 1.0
    for place in votes:
        votes[place] += sum(0.1 for report in reports if place in report.places.values())
    return max(sorted(votes), key=lambda place: votes[place], default=None)


def when_of(reports: Sequence[ReportKeys], pile: Pile) -> Published | None:
    """The days on which the occasion can have been: what the leads allow together, or the best dated of them."""
    found = [one for report in reports if (one := _lead_day(report, pile)) is not None]
    if not found:
        return None
    known = [(one, set(_days(one))) for one in found]
    ranked = sorted((one for one in known if one[1]), key=lambda one: (len(one[1]), one[0].edtf, one[0].reasons))
    if not ranked:
        return min(found, key=lambda one: ((one.latest - one.earliest).days, one.edtf, one.reasons))
    first, days = ranked[0]
    reasons = list(first.reasons)
    for other, theirs in ranked[1:]:
        shared = days & theirs
        if shared:
            days = shared
            reasons.extend(reason for reason in other.reasons if reason not in reasons)
    allowed = tuple(sorted(days))
    return _of_days(allowed, tuple(reasons[:6]))


def _days(published: Published) -> tuple[dt.date, ...]:
    return published.days or edtf.days(published.edtf, 62)


def _of_days(days: tuple[dt.date, ...], reasons: tuple[Reason, ...]) -> Published:
    run = (days[-1] - days[0]).days + 1 == len(days)
    written = edtf.from_extent(edtf.Extent(days[0], days[-1])) if run else edtf.one_of(map(edtf.format_day, days))
    return Published(written or edtf.format_day(days[0]), days[0], days[-1], reasons, days if len(days) <= 62 else ())


def _lead_day(report: ReportKeys, pile: Pile) -> Published | None:
    """The day the lead gives for what it tells, counted from publication; publication itself where it gives none."""
    published = pile.published(report.source)
    marked = pile.document(report.source)
    body = marked.document.of(Role.STANDFIRST, Role.BODY)
    if body and published:
        for moment in marked.marks.of(Moment):
            if not body[0].start <= moment.start < body[0].start + LEAD:
                continue
            named = moment.relation or ""
            if not (named.startswith("weekday:") or (moment.edtf and len(moment.edtf) == 10)):
                continue
            days = _moment_days(moment, published, report, pile)
            if days and (published.latest - days[-1]).days <= 10 and (days[0] - published.latest).days <= 1:
                place = Place(moment.source, moment.start, moment.end)
                reason = Reason(f"the lead names its day: “{moment.text}”", (place,))
                return _of_days(days, (reason, *published.reasons))
    return published


def _moment_days(moment: Moment, published: Published, report: ReportKeys, pile: Pile) -> tuple[dt.date, ...]:
    resolved = {resolution.target: resolution.published for resolution in pile.resolutions}.get(moment.id)
    if resolved:
        return _days(resolved)
    if moment.edtf and (own := edtf.days(moment.edtf, 62)):
        return own
    if report.weekday is not None and (days := _days(published)):
        return tuple(sorted({edtf.weekday_at_or_before(day, report.weekday) for day in days}))
    return ()
