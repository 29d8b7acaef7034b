"""Which time a figure covers: the moment of its clause, of its sentence, or of the figure before it."""

import re
from functools import cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.figures import figure_words
from secondsource.model.mark import Figure, Moment, MomentKind, Statement
from secondsource.model.span import Span
from secondsource.text.edtf import Extent, extent, from_extent, shift

from .clause import Clause
from .find import Written
from .whose.around import Around

_OPENED, _DIGIT = re.compile(r"[,;–—]\s(?:\w{1,4}\s)?$"), re.compile(r"\d")
_PREPOSITION = re.compile(r"(?<=\w)\s\w{1,3}$")
_DASHES = ("-", "–")
_REACH, _RECORD = 60, 6
"""Code points before a moment, and words of them, that may say that it is the reach of a record."""
_MONTH, _QUARTERS, _LEAD, _OPENING = 7, 12, 12, 2
_LONG = 27
"""Days from which on a moment can only be a period, never the day somebody spoke."""


class When(Struct, frozen=True, gc=False):
    """The period as EDTF, and the moment that says it; both None where nothing does."""

    edtf: str | None = None
    moment: str | None = None


def period_of(around: Around, clause: Clause, place: Span, statement: Statement | None, code: str) -> When:
    """The nearest moment of the clause, else of the sentence.

    Not one that only says when something was said, nor the base of a comparison. Of moments outside the statement that
    the figure stands in, only long ones count.
    """
    document = around.document
    excerpt = document.reported
    sentence, inside = excerpt.origin(clause.sentence), excerpt.origin(clause.span)
    said = statement.when if statement is not None else None
    fitting = [
        moment
        for moment in around.moments_in(sentence)
        if (moment.kind in (MomentKind.DATE, MomentKind.DURATION) or (moment.edtf and "T" in (moment.timex or "")))
        and moment.id != said
        and not moment.span.touches(place)
        and (not is_base(document.text, moment, code) or _opens_its_own(document.text, moment, inside, place, code))
        and not _is_reach(document.text, moment, code)
        and not (moment.kind is MomentKind.DURATION and moment.edtf is None)
        and not _of_the_next(document.text, moment, place, sentence)
        and (statement is None or statement.span.covers(moment.span) or _is_long(moment))
    ]
    nearest = min(
        fitting,
        key=lambda m: (
            _across_colon(document.text, m, place),
            not inside.covers(m.span),
            max(m.start - place.end, place.start - m.end),
            m.start,
            m.id,
        ),
        default=None,
    )
    if nearest is not None:
        ranged = _range_of(document.text, nearest, around.moments_in(sentence), code)
        written = ranged or _until_now(document.text, nearest, code) or _in_months(nearest.edtf)
        return When(written, nearest.id if written == nearest.edtf else None)
    own = _its_own(document.text, place, around.moments_in(sentence), code)
    if own is not None:
        return own
    bases = [m for m in around.moments_in(inside) if m.start >= place.end and is_base(document.text, m, code)]
    following = shift(bases[0].edtf, "year", 1) if bases and _is_year(bases[0]) and bases[0].edtf else None
    return When(following)


def _opens_its_own(text: str, moment: Moment, clause: Span, place: Span, code: str) -> bool:
    """Whether a time one step back is that of the figure itself, for it opens its clause and no other number stands
    between: Im Vorjahr waren es 24."""
    if not clause.covers(moment.span) or moment.end > place.start or moment.edtf is None:
        return False
    ahead = text[clause.start : moment.start].split()
    return len(ahead) <= _OPENING and not _DIGIT.search(text, moment.end, place.start) and not _compared(ahead, code)


def _compared(ahead: list[str], code: str) -> bool:
    """Whether the words before a moment make it what something is compared with: than, from."""
    words = " ".join(ahead).lower()
    return words.endswith((*figure_words(code).base, *figure_words(code).compared_with))


def _in_months(edtf: str | None) -> str | None:
    """A quarter or half as its months, a time of day as its day, so that periods of one stretch are written alike."""
    if edtf is None:
        return None
    day = edtf.partition("T")[0]
    grouped = len(day) == _MONTH and day[5:].isdigit() and int(day[5:]) > _QUARTERS
    whole = extent(day) if grouped else None
    return from_extent(whole) if whole is not None else day


def _range_of(text: str, moment: Moment, moments: list[Moment], code: str) -> str | None:
    """From the first to the last day, where the moment is one end of a range: from January to September."""
    words = figure_words(code)
    for one, other in pairwise(moments):
        if moment.id not in (one.id, other.id) or one.edtf is None or other.edtf is None:
            continue
        between = text[one.end : other.start].strip().lower()
        head = text[max(0, one.start - _LEAD) : one.start].lower().split()
        ranged = (
            between in _DASHES
            or between in words.until
            or (between in words.range_and and bool(head) and head[-1] in words.between)
        )
        first, last = extent(one.edtf), extent(other.edtf)
        if ranged and first and last and first.earliest and last.latest and first.earliest <= last.latest:
            return from_extent(Extent(first.earliest, last.latest))
    return None


def _its_own(text: str, place: Span, moments: list[Moment], code: str) -> When | None:
    """The year before, where it stands right behind the value it belongs to: up from 61 the year before."""
    for moment in moments:
        own = moment.span.cut(text).lower()
        if 0 <= moment.start - place.end <= 1 and moment.edtf and own.endswith(figure_words(code).earlier):
            return When(_in_months(moment.edtf), moment.id)
    return None


def _across_colon(text: str, moment: Moment, place: Span) -> bool:
    """What stands before a colon says when something was said, what stands behind it is what was said."""
    first, last = sorted((moment.span, place), key=lambda span: span.start)
    return ":" in text[first.end : last.start]


def _of_the_next(text: str, moment: Moment, place: Span, sentence: Span) -> bool:
    """Whether a moment behind the figure opens the clause of another figure: 74,000 visitors; last year 68,500."""
    between = text[place.end : moment.start]
    return _OPENED.search(between) is not None and _DIGIT.search(text, moment.end, sentence.end) is not None


def _is_year(moment: Moment) -> bool:
    """A figure compared with a year (up 5% from 2023) covers the year after it."""
    return moment.edtf is not None and len(moment.edtf) == 4 and moment.edtf.isdigit()


def _is_long(moment: Moment) -> bool:
    days = extent(moment.edtf) if moment.edtf is not None else None
    if days is None or days.earliest is None or days.latest is None:
        return False
    return (days.latest - days.earliest).days >= _LONG


def is_base(text: str, moment: Moment, code: str) -> bool:
    """Whether a moment is what something is compared with: from 2022, than a year earlier."""
    words = figure_words(code)
    head = text[max(0, moment.start - 24) : moment.start].lower().rstrip()
    if head.endswith(words.compared_with):
        return True
    if moment.edtf is not None and len(moment.edtf) == 4 and head.endswith(_compared_with_year(code)):
        return True  # up 5% on 2023
    # than in 2023, als im Vorjahr
    heads = (head, _PREPOSITION.sub("", head)) if moment.edtf is not None else (head,)
    ahead = [one for one in heads if one.endswith(words.base)]
    after = any(one.endswith(base) and not one[: -len(base)][-1:].isalpha() for one in ahead for base in words.base)
    return after or moment.span.cut(text).lower().endswith(words.earlier)


@cache
def _compared_with_year(code: str) -> tuple[str, ...]:
    return tuple(f" {word}" for word in figure_words(code).compared_with_year)


def _is_reach(text: str, moment: Moment, code: str) -> bool:
    """Whether a moment says how far back a record goes: the highest level since 1990."""
    words = figure_words(code)
    head = text[max(0, moment.start - _REACH) : moment.start].lower().rstrip()
    phrase = next((one for one in words.since if head.endswith(f" {one}")), None)
    if phrase is None:
        return False
    before = re.split(r"[,;.:]", head[: -len(phrase)].rstrip(" ,"))[-1].split()[-_RECORD:]
    return not words.extreme.isdisjoint(before)


def _until_now(text: str, moment: Moment, code: str) -> str | None:
    """From the start of a moment on, where "since" opens it and its day is past."""
    head = text[max(0, moment.start - _LEAD) : moment.start].lower().rstrip()
    whole = extent(moment.edtf) if moment.edtf is not None else None
    if not head.endswith(tuple(f" {one}" for one in figure_words(code).since)) or whole is None:
        return None
    if whole.earliest is None or whole.latest is None:
        return None
    return f"{moment.edtf if moment.edtf and '/' not in moment.edtf else whole.earliest}/.."


def inherited(text: str, written: Written, base: Figure, figure: Figure, code: str) -> Figure:
    """Without a moment of its own a figure covers what the one before it in the sentence does."""
    if figure.period is not None or figure.period_moment is not None:
        return figure
    return replace(figure, period=base.period, period_moment=base.period_moment)


def year_before(text: str, written: Written, base: Figure, figure: Figure, code: str) -> Figure:
    """The value compared with: of the year before, where "a year earlier" stands behind it."""
    tail = text[written.end : written.end + 40].lower()
    if not any(0 <= tail.find(word) < 28 for word in figure_words(code).earlier):
        return figure
    if base.period is None:
        return figure
    return replace(figure, period=shift(base.period, "year", -1), period_moment=None)
