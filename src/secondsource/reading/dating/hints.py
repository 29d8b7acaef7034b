"""What the wording of a report implies about the day it appeared: weekdays, years compared, captions, coming months."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from secondsource.language.credits import credits_of
from secondsource.language.stamps import Calendar, Stamps, calendar_of, stamps_of
from secondsource.model.passage import Passage, Role
from secondsource.model.published import Clue, Strength
from secondsource.model.span import Place, Reason, Span
from secondsource.text.normalise import fold
from secondsource.text.pattern import either
from secondsource.text.sentences import sentences

from .written import EARLIEST_YEAR, LATEST_YEAR, Written, dates_in

_LEAD_PARAGRAPHS = 3
"""Paragraphs in which a bare weekday is the day the report appeared (wire custom: "said on Thursday" on Thursday)."""
_SENTENCE_WORDS = 6
_YEAR = re.compile(r"[12][09]\d\d(?<=19..|20..)(?<![\d.,/$€£#-]....)(?![\d%]|[.,/-]\d)")
"""A year of four digits that is no part of a sum, a date in figures or a share."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ARCHIVE = re.compile(r"\b(?:file|archiv\w*|undated)\b", re.IGNORECASE)


class Page(Struct, frozen=True):
    """What hints are sought in: the text, its passages and the words of its language."""

    text: str
    passages: tuple[Passage, ...]
    language: str | None
    source: str
    words: Stamps
    calendar: Calendar

    def at(self, start: int, end: int) -> tuple[Place, ...]:
        """The place of these characters."""
        return (Place(self.source, start, end),)

    def of(self, *roles: Role) -> Iterator[Passage]:
        """The passages with these roles."""
        return (passage for passage in self.passages if passage.role in roles)


def page_of(text: str, passages: tuple[Passage, ...], language: str | None, source: str) -> Page:
    """The page, ready for hints."""
    return Page(text, passages, language, source, stamps_of(language), calendar_of(language))


class Said(Struct, frozen=True):
    """A sentence of the page that names a year."""

    span: Span
    role: Role
    text: str
    folded: str

    def places(self, page: Page) -> tuple[Place, ...]:
        """Its place."""
        return page.at(self.span.start, self.span.end)


def clues_of(page: Page) -> list[Clue]:
    """Every hint as a clue, those that need no other first."""
    said = tuple(_with_year(page))
    past = _latest_past(page, said)
    captions = _captions(page)
    weekday = _weekday(page)
    compared = _compared(page, tuple(each for each in said if each.role is not Role.CAPTION))
    found = [*weekday, *compared]
    found.extend(_last_months(page, compared))
    found.extend(_months_to_come(page, compared))
    found.extend(captions)
    if weekday and captions and weekday[0].weekday is not None and weekday[0].day is None:
        found.extend(_soon_after(captions, past, page))
    found.extend(past)
    found.extend(_copyright(page))
    return found


def _with_year(page: Page) -> Iterator[Said]:
    """The sentences of report and captions that name a year."""
    for passage in page.of(Role.BODY, Role.STANDFIRST, Role.CAPTION):
        if _YEAR.search(page.text, passage.start, passage.end) is None:
            continue
        for span in _sentences(page, passage):
            cut = span.cut(page.text)
            if _YEAR.search(cut):
                yield Said(span, passage.role, cut, fold(cut))


def _weekday(page: Page) -> list[Clue]:
    """The weekday (with its date, where it has one) on which the lead says that something happened."""
    seen = 0
    for passage in page.of(Role.STANDFIRST, Role.BODY):
        if seen == _LEAD_PARAGRAPHS:
            break
        seen += passage.role is Role.BODY
        cut = passage.span.cut(page.text)[:1500]
        for match in _weekdays(page.language).finditer(cut):
            if _is_other_week(cut, match.start(), page):
                continue
            dated = [each for each in dates_in(cut, page.language) if each.weekday is not None and each.day is not None]
            return [_weekday_clue(page, passage.start, match, dated)]
    return []


def _weekday_clue(page: Page, offset: int, match: re.Match[str], dated: list[Written]) -> Clue:
    weekday = page.calendar.weekdays[match[1].casefold().rstrip(".")]
    name = _DAYS[weekday]
    for each in dated:
        if each.start <= match.start(1) < each.end:
            spans = page.at(offset + each.start, offset + each.end)
            why = f"the lead reports what happened on a {name} with its date: the day of publication by news custom"
            if each.date is not None:
                return Clue(Strength.STATED, Reason(why, spans), each.date, each.date)
            return Clue(Strength.STATED, Reason(why, spans), weekday=weekday, month=each.month, day=each.day)
    spans = page.at(offset + match.start(1), offset + match.end(1))
    why = f"the lead reports what happened on {name}: a {name} by news custom"
    return Clue(Strength.IMPLIED, Reason(why, spans), weekday=weekday)


@cache
def _weekdays(language: str | None) -> re.Pattern[str]:
    full = [name for name in calendar_of(language).weekdays if len(name) >= 4]
    return re.compile(rf"(?<!\w)({either(full)})(?!\w)", re.IGNORECASE)


def _is_other_week(cut: str, at: int, page: Page) -> bool:
    """Whether the words before make the weekday another week's, a habit or a day to come."""
    before = fold(cut[max(0, at - 60) : at]).split()
    if any(word.strip(",.") in page.words.not_now for word in before[-2:]):
        return True
    nearest = re.split(r"[.,!?;:]\s", " ".join(before[-7:]))[-1].split()
    return any(word.strip(',.“”"') in page.words.future for word in nearest)


def _compared(page: Page, said: Sequence[Said]) -> list[Clue]:
    """Years that a comparison fixes: "last year, up from 2022", and "in 2023, up from a year earlier" beside "last
    year"."""
    for each in said:
        if not any(phrase in each.folded for phrase in page.words.last_year):
            continue
        year = _filled(each.folded, page.words.from_year)
        if year is not None:
            why = f"last year is compared with {year}, so it is {year + 1}, and the page is of {year + 2}"
            return [_in_year(year + 2, why, each.places(page))]
    latest = max((int(match[0]) for each in said for match in _YEAR.finditer(each.text)), default=0)
    for each in said:
        if not any(phrase in each.folded for phrase in page.words.year_earlier):
            continue
        if _filled(each.folded, page.words.in_year) == latest and (spot := _last_year(page)) is not None:
            why = f"{latest} is told as a whole year, compared with the one before, and the page speaks of last year"
            return [_in_year(latest + 1, f"{why}: it is of {latest + 1}", (*each.places(page), spot))]
    return []


def _last_year(page: Page) -> Place | None:
    """Where the report first says "last year"."""
    phrases = "|".join(re.escape(phrase).replace("'", "[’']") for phrase in page.words.last_year)
    pattern = re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE)
    for passage in page.of(Role.BODY, Role.STANDFIRST):
        if match := pattern.search(page.text, passage.start, passage.end):
            return Place(page.source, match.start(), match.end())
    return None


def _in_year(year: int, why: str, spans: tuple[Place, ...]) -> Clue:
    return Clue(Strength.IMPLIED, Reason(why, spans), dt.date(year, 1, 1), dt.date(year, 12, 31))


def _filled(folded: str, patterns: tuple[str, ...]) -> int | None:
    """The year that stands in one of these phrases."""
    for match in _YEAR.finditer(folded):
        head = folded[: match.start()]
        if any(
            head.endswith(before) and not head[: -len(before)][-1:].isalnum() and not after.strip()
            for before, _, after in (pattern.partition("{}") for pattern in patterns)
            if before
        ):
            return int(match[0])
    return None


def _last_months(page: Page, compared: list[Clue]) -> list[Clue]:
    """ "Last March" in a page of a known year: that March is past."""
    if not compared or compared[0].earliest is None:
        return []
    year = compared[0].earliest.year
    for passage in page.of(Role.BODY):
        folded, spots = passage.span.cut(page.text), page.words.last_of_month
        for name, month in page.calendar.months.items():
            if len(name) < 3 or month == 12:
                continue
            for pattern in spots:
                match = re.search(rf"(?<!\w){re.escape(pattern.format(name))}(?!\w)", folded, re.IGNORECASE)
                if match and not _future(match.start(), folded, page):
                    spans = page.at(passage.start + match.start(), passage.start + match.end())
                    why = f"it speaks of {match[0]}, so that month of {year} is past"
                    return [
                        Clue(Strength.IMPLIED, Reason(why, spans), dt.date(year, month + 1, 1), dt.date(year, 12, 31))
                    ]
    return []


def _months_to_come(page: Page, compared: list[Clue]) -> list[Clue]:
    """ "Will travel in May" in a page of a known year: that May is not past."""
    if not compared or compared[0].earliest is None:
        return []
    year = compared[0].earliest.year
    for span, month, is_future in _bare_months(page):
        if is_future:
            last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
            why = f"{span.cut(page.text)} is still to come, a month of the same year as none is named"
            spans = page.at(span.start, span.end)
            return [Clue(Strength.IMPLIED, Reason(why, spans), dt.date(year, 1, 1), last)]
    return []


def _is_gone(month: int, page: Page) -> bool:
    """Whether the report speaks of this month as of one gone by: "its first offer, in November"."""
    return any(named == month and not is_future for _, named, is_future in _bare_months(page))


def _bare_months(page: Page) -> Iterator[tuple[Span, int, bool]]:
    """Months that the body names without a year ("in May"): where, which, and whether it is still to come."""
    for passage in page.of(Role.BODY):
        for sentence in _sentences(page, passage):
            cut = sentence.cut(page.text)
            for name, month in page.calendar.months.items():
                if len(name) < 3 or name not in cut.casefold():
                    continue
                for pattern in page.words.in_month:
                    match = re.search(
                        rf"(?<!\w){re.escape(pattern.format(name))}(?!\w)(?!\s+(?:19|20)\d\d)", cut, re.IGNORECASE
                    )
                    if match:
                        span = Span(sentence.start + match.start(), sentence.start + match.end())
                        yield span, month, _future(match.start(), cut, page)


def _future(at: int, cut: str, page: Page) -> bool:
    words = re.findall(r"\w+", fold(cut[max(0, at - 90) : at]))
    return any(word in page.words.future for word in words[-9:])


def _captions(page: Page) -> list[Clue]:
    """The latest day that a caption gives: the page is not older. Archive pictures are older than their page too."""
    latest: tuple[dt.date, Place, bool] | None = None
    for passage in page.of(Role.CAPTION, Role.CREDIT):
        cut = passage.span.cut(page.text)
        if passage.role is Role.CREDIT and not fold(cut).startswith(credits_of(page.language).photo):
            continue
        for each in dates_in(cut, page.language):
            if each.date is not None and (latest is None or each.date > latest[0]):
                place = Place(page.source, passage.start + each.start, passage.start + each.end)
                latest = (each.date, place, bool(_ARCHIVE.search(cut)))
    if latest is None:
        return []
    day, place, archive = latest
    why = f"a caption shows a picture of {day.isoformat()}: the page is not older"
    if archive:
        why += " (an archive picture)"
    return [Clue(Strength.IMPLIED, Reason(why, (place,)), earliest=day)]


def _soon_after(captions: list[Clue], past: list[Clue], page: Page) -> list[Clue]:
    """Beside a weekday in the lead, the latest dated picture belongs to the days just before, if nothing on the page is
    later and the page does not speak of that month by its bare name, as one does of months gone by."""
    shown = captions[0].earliest
    later = [clue for clue in past if clue.earliest is not None and shown is not None and clue.earliest > shown]
    if shown is None or later or "archive" in captions[0].reason.why or _is_gone(shown.month, page):
        return []
    why = f"the latest picture is of {shown.isoformat()}, and the weekday of the lead is the next one after it"
    return [Clue(Strength.IMPLIED, Reason(why, captions[0].reason.spans), shown, shown + dt.timedelta(days=6))]


def _latest_past(page: Page, said: Sequence[Said]) -> list[Clue]:
    """The latest past time that the report mentions by its year: the page is not older."""
    best: tuple[dt.date, Place] | None = None
    for each in said:
        if len(each.text.split()) < _SENTENCE_WORDS:
            continue
        for day, start, end in _past_times(each.text, page):
            if best is None or day > best[0]:
                best = (day, Place(page.source, each.span.start + start, each.span.start + end))
    if best is None:
        return []
    why = f"it speaks of {page.text[best[1].start : best[1].end]} as past: the page is not older"
    return [Clue(Strength.IMPLIED, Reason(why, (best[1],)), earliest=best[0])]


def _past_times(cut: str, page: Page) -> Iterator[tuple[dt.date, int, int]]:
    """First day of each dated time in a sentence, where nothing there speaks of what is to come."""
    words = set(re.findall(r"\w+", fold(cut)))
    if any(word in words for word in page.words.future):
        return
    dated = [each for each in dates_in(cut, page.language) if each.year is not None]
    for each in dated:
        if each.year is not None and each.month is not None:
            yield dt.date(each.year, each.month, each.day or 1), each.start, each.end
    for match in _YEAR.finditer(cut):
        year = int(match[0])
        if not EARLIEST_YEAR <= year <= LATEST_YEAR or any(each.start <= match.start() < each.end for each in dated):
            continue
        head = fold(cut[: match.start()]).split()
        if head and head[-1].strip("(,") in page.words.year_words:
            yield dt.date(year, 1, 1), match.start(), match.end()


def _copyright(page: Page) -> list[Clue]:
    for passage in page.of(Role.LEGAL, Role.CREDIT, Role.FURNITURE):
        cut = passage.span.cut(page.text)[:200]
        match = re.search(
            r"(?:©|\(c\)|copyright)\D{0,20}((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)\d\d))?", cut, re.IGNORECASE
        )
        if match:
            group = 2 if match[2] else 1
            year = int(match[group])
            if EARLIEST_YEAR <= year <= LATEST_YEAR:
                spans = page.at(passage.start + match.start(group), passage.start + match.end(group))
                why = f"the copyright line is of {year}: the page is hardly newer"
                return [Clue(Strength.WEAK, Reason(why, spans), latest=dt.date(year, 12, 31))]
    return []


def _sentences(page: Page, passage: Passage) -> Iterator[Span]:
    cut = passage.span.cut(page.text)
    if len(cut) > 20_000:
        return
    for span in sentences(cut, page.language or "en"):
        yield span.shifted(passage.start)
