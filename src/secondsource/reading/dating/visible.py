"""The date that the page shows of itself: near its headline, named as such, set apart from the running text."""

import calendar as months
import datetime as dt
import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.furniture import Kind, lookup
from secondsource.language.stamps import stamps_of
from secondsource.model.passage import Passage, Role
from secondsource.text.normalise import fold

from .written import Written, dates_in

_LONGEST = 260
"""Characters of a passage that may be a stamp with its surroundings; longer ones are running text."""
_RUNNING_WORDS = 22
_PARAGRAPH = 120
"""Characters of a paragraph that begins or ends the report for sure."""
_FIRST = 8
_OPENING = 40
_DATE_DIGITS = 4
"""Figures of a whole date at least: 1/2/24."""
_OPENING_PARAGRAPHS = 6
_TEXT = frozenset({Role.BODY, Role.STANDFIRST})
_SHORT_TEXT = 14
"""Words of a stamp that was taken for a paragraph, at most."""
_NAMED_MARGIN = 2.5
_WORD = re.compile(r"\w+")
_NEVER = frozenset({Role.CAPTION, Role.MARKUP, Role.LEGAL})
_HEADING = 60
"""Characters of a heading at most."""
_OWN = frozenset({"published", "updated"})
"""What a date must be named to be the page's own in a credit, or behind a heading of other stories or comments."""
_LABEL_REACH = 32
"""Characters before a date in which the word stands that says what it dates."""


class Weights(Struct, frozen=True):
    """What speaks for a date to be the page's own."""

    published: float = 3.0
    updated: float = -0.4
    other: float = -2.5
    before_lead: float = 3.0
    per_step: float = -0.12
    """For each passage between the stamp and the lead."""
    under_headline: float = 1.2
    inside: float = 1.6
    """Among the first paragraphs: datelines and stamps that come behind the standfirst."""
    deep: float = -1.5
    behind: float = 0.2
    far_behind: float = -2.6
    updated_behind: float = 1.2
    """At the foot of a page, a change that is named so is the page's own."""
    alone: float = 1.0
    running: float = -2.5
    timed: float = 0.7
    byline: float = 0.8
    teaser: float = -0.4
    partial: float = -1.6
    yearless: float = -3.0
    least: float = 0.3
    """A date with less is not taken for the page's own …"""
    least_alone: float = -1.0
    """… unless it is the only day of such worth that the page shows apart from its text."""


WEIGHTS = Weights()


class Stamp(Struct, frozen=True):
    """A date shown on the page, how it is named there, and how likely it is the page's own."""

    written: Written
    """Offsets into the document's text."""
    label: str
    """`published`, `updated`, `other` or empty."""
    value: float

    def bounds(self) -> tuple[dt.date, dt.date] | None:
        """First and last day it allows; None without a year."""
        written = self.written
        if written.year is None or written.month is None:
            return None
        if written.day is None:
            last = months.monthrange(written.year, written.month)[1]
            return dt.date(written.year, written.month, 1), dt.date(written.year, written.month, last)
        day = dt.date(written.year, written.month, written.day)
        if written.other is None:
            return day, day
        second = dt.date(written.year, *written.other)
        return min(day, second), max(day, second)


def own(shown: Sequence[Stamp]) -> list[Stamp]:
    """Those of the stamps, likeliest first, that may be taken for the page's own."""
    sure = [stamp for stamp in shown if stamp.value >= WEIGHTS.least]
    if sure:
        return sure
    left = [stamp for stamp in shown if stamp.value >= WEIGHTS.least_alone and stamp.written.date is not None]
    return left if len({stamp.written.date for stamp in left}) == 1 else []


def likeliest(shown: Sequence[Stamp]) -> Stamp:
    """The stamp that is the page's own: the likeliest, or one named the date of publication that is hardly less likely.

    ValueError where none may be taken for it.
    """
    likely = own(shown)
    if not likely:
        raise ValueError("no stamp of the page's own")
    named = (each for each in likely if each.label == "published" and each.value >= likely[0].value - _NAMED_MARGIN)
    return next(named, likely[0])


@cache
def _labels(language: str | None) -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = stamps_of(language)
    found: list[tuple[str, re.Pattern[str]]] = []
    for name, phrases in (("updated", table.updated), ("published", table.published), ("other", table.other)):
        ordered = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda each: (-len(each), each)))
        found.append((name, re.compile(rf"(?:^|\W)(?:{ordered})(?:\W|$)")))
    return tuple(found)


def stamps_in(text: str, passages: Sequence[Passage], language: str | None) -> list[Stamp]:
    """Dates of the page that may be its own, likeliest first."""
    body = [at for at, passage in enumerate(passages) if passage.role is Role.BODY]
    whole = [at for at in body if passages[at].end - passages[at].start >= _PARAGRAPH]
    lead = (whole or body or [len(passages)])[0]
    last = (whole or body or [len(passages)])[-1]
    head = max((at for at in range(lead) if passages[at].role is Role.HEADLINE), default=None)
    found: list[Stamp] = []
    before = ""
    end = _end(text, passages, last, language)
    for at, passage in enumerate(passages):
        length = passage.end - passage.start
        cut = text[passage.start : passage.end] if length <= _LONGEST else ""
        if passage.role in _TEXT and (not cut or len(cut.split()) > _SHORT_TEXT):
            if at - lead < _OPENING_PARAGRAPHS:
                found.extend(_opening(text, passage, language))
            before = ""
            continue
        if cut and passage.role not in _NEVER:
            stamps = _stamps(cut, passage, before, _place(at, (head, lead, last)), language)
            named = at >= end or passage.role is Role.CREDIT
            found.extend(stamp for stamp in stamps if not named or stamp.label in _OWN)
        before = cut
    return sorted(_settled(found), key=lambda stamp: (-stamp.value, stamp.written.start))


def _end(text: str, passages: Sequence[Passage], last: int, language: str | None) -> int:
    """The number of the first passage behind the report that heads other stories, comments or an archive."""
    table = lookup(language)
    for at in range(last + 1, len(passages)):
        passage = passages[at]
        if passage.role is Role.FURNITURE and passage.end - passage.start <= _HEADING:
            whole, opens, _ = table.kinds(fold(passage.span.cut(text)), False)
            if Kind.CLOSING in whole or Kind.BOX in whole | opens:
                return at
    return len(passages)


def _opening(text: str, passage: Passage, language: str | None) -> list[Stamp]:
    """A day with its year right at the start of a long paragraph: "27.1.2022 - At the commemoration …"."""
    cut = text[passage.start : passage.start + _OPENING]
    if sum(map(str.isdigit, cut)) < _DATE_DIGITS:
        return []
    for written in dates_in(cut, language):
        if written.date is not None and not cut[: written.start].strip("(["):
            moved = replace(written, start=written.start + passage.start, end=written.end + passage.start)
            return [Stamp(moved, "", WEIGHTS.inside + WEIGHTS.alone)]
    return []


def _settled(found: list[Stamp]) -> list[Stamp]:
    """The stamps, all-number dates read in the order that the page's clear ones show ("8/27/2025" makes "8/1/2025" the
    first of August)."""
    orders = {stamp.written.month_first for stamp in found} - {None}
    if len(orders) != 1:
        return found
    month_first = orders.pop()
    settled: list[Stamp] = []
    for stamp in found:
        written = stamp.written
        if written.other is not None and written.month is not None and written.day is not None:
            month, day = (written.month, written.day) if month_first else written.other
            written = replace(written, month=month, day=day, other=None)
        settled.append(replace(stamp, written=written))
    return settled


def _place(at: int, marks: tuple[int | None, int, int]) -> float:
    head, lead, last = marks
    weights = WEIGHTS
    if at < lead:
        value = weights.before_lead + weights.per_step * min(lead - at, 30)
        return value + (weights.under_headline if head is not None and head < at else 0.0)
    if at <= last:
        return weights.inside + weights.per_step * (at - lead) if at - lead <= _FIRST else weights.deep
    return weights.behind if at - last <= 8 else weights.far_behind


def _stamps(cut: str, passage: Passage, before: str, place: float, language: str | None) -> list[Stamp]:
    found: list[Stamp] = []
    weights = WEIGHTS
    previous = 0
    dates = dates_in(cut, language)
    for written in dates:
        head = fold(cut[max(previous, written.start - _LABEL_REACH) : written.start])
        if not head and previous == 0 and len(before) <= _LABEL_REACH:
            head = fold(before)
        label = next((name for name, pattern in _labels(language) if pattern.search(head)), "")
        told = passage.role in _TEXT and cut.rstrip().endswith(".")
        if told and not label and _is_to_come(cut[previous : written.start], language):
            continue
        updated = weights.updated_behind if place < 0 else weights.updated
        value = place + {"published": weights.published, "updated": updated, "other": weights.other}.get(label, 0.0)
        rest = len(_WORD.findall(cut)) - len(_WORD.findall(cut[written.start : written.end]))
        if rest <= 4:
            value += weights.alone
        elif rest > _RUNNING_WORDS or (rest > 10 and cut.rstrip().endswith((".", "”", '"'))):
            value += weights.running
        value += weights.timed if written.timed else 0.0
        value += (
            weights.byline if passage.role is Role.BYLINE else weights.teaser if passage.role is Role.TEASER else 0.0
        )
        if written.date is None:
            value += weights.partial if written.year is not None else weights.yearless
        moved = replace(written, start=written.start + passage.start, end=written.end + passage.start)
        found.append(Stamp(moved, label, value))
        previous = written.end
    return found


def _is_to_come(before: str, language: str | None) -> bool:
    """Whether the words before a date speak of what is to come: "the fair will open on …"."""
    return not set(_WORD.findall(fold(before))).isdisjoint(stamps_of(language).future)
