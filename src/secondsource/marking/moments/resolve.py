"""From meanings to dates: counted from publication, from a moment named before, or from the year a narrative is in."""

import datetime as dt
from collections.abc import Sequence
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from secondsource.model.document import Document
from secondsource.model.keys import content_id
from secondsource.model.mark import Moment, MomentKind
from secondsource.model.span import Place, Reason
from secondsource.text import edtf, relation
from secondsource.text.relation import Resolved

from .find import Found
from .meaning import Meaning
from .tense import Time

_MOST_CHOICES = 62
_NARRATIVE_YEARS = 2
_YEAR = 5
"""Characters of a chain that is nothing but a year: `=2024`."""
_NARRATIVE_DATES = 4
_NEAREST = frozenset({"day-of-year", "day-of-month", "easter", "advent", "weekday-in-year"})
"""Days of the year: without a year they are the nearest ones."""
_OWN = ("=", "span", "within")
"""Relations that a narrative does not count from where it is."""
_OF_NEWS = frozenset({"weekday", "weekends", "day", "week", "weekend", "month", "year", "quarter", "span"})
"""First steps by which a text speaks from its own day."""
_LOOK_BACK = 120
"""Days by which a narrative may step back without naming the year again."""


class Expression(Struct, frozen=True, gc=False):
    """One found expression at its place in the source, with the tense of its clause."""

    found: Found
    start: int
    end: int
    text: str
    tense: Time


_GLANCE = 366
"""Days back from which a narrative that counts back does not stay there."""


class _Reference(Struct, frozen=True, gc=False):
    """A dated moment of the text that later ones may be counted from."""

    moment: str
    edtf: str
    timex: str
    day: dt.date


class Resolver:
    """Walks through the expressions of one document in order; keeps the last date the text was at."""

    def __init__(self, document: Document, expressions: Sequence[Expression]) -> None:
        self._document = document
        published = document.published
        self._days = (published.days or edtf.days(published.edtf)) if published else ()
        self._narrative = _is_narrative(expressions, self._days)
        self._reports = _reports_results(expressions)
        self._last: _Reference | None = None
        self._day: _Reference | None = None
        self._period: _Reference | None = None
        self._previous = ""
        self._stale = False

    def resolve(self, expression: Expression) -> Moment:
        """The moment that the expression is."""
        moment = self._resolve(expression)
        self._previous = moment.id
        return moment

    def _resolve(self, expression: Expression) -> Moment:
        meant = expression.found.meaning
        if meant.role.startswith("period"):
            return self._of_period(expression, meant)
        if meant.role == "stretch":
            self._period = None
        if meant.role == "half" and not self._reports:
            return self._moment(expression, None, _undated(meant.relation or ""), None, None)
        if meant.role == "ahead" and expression.tense not in {"future", "unknown"}:
            return self._moment(expression, None, meant.length, None, None)
        if meant.relation is None:
            return self._moment(expression, None, meant.timex, None, None)
        if meant.role == "follows" and (self._last is None or self._last.moment != self._previous):
            # what it follows could not be dated to one place, so it stands by itself
            meant = replace(meant, relation=(meant.relation or "").replace(":next", ""), open=True, of_text=False)
        chain = meant.relation or ""
        last = self._day if meant.role == "time-only" else self._last
        if meant.of_text and self._stale and meant.role != "time-only":
            return self._moment(expression, None, _undated(chain), None, f"text {chain}")
        if meant.of_text and last:
            return self._from_text(expression, chain, last)
        if meant.of_text and _leads_on(chain):
            return self._moment(expression, None, meant.timex or meant.length or _undated(chain), None, f"text {chain}")
        if self._narrative and self._last and not meant.timex and not _of_writing(expression):
            return self._in_narrative(expression, meant, self._last)
        return self._from_published(expression, meant, self._directed(meant, expression.tense))

    def _of_period(self, expression: Expression, meant: Meaning) -> Moment:
        """The quarter or year that figures are reported for, as named before, or the same one of another year."""
        period, chain = self._period, meant.relation or ""
        if period is None or (meant.role == "period" and "Q" not in period.timex):
            if meant.role == "period-before" and self._last and not self._stale and len(self._last.edtf) == 4:
                period = self._last
            else:
                return self._from_published(expression, meant, chain)
        if meant.role == "period":
            return self._from_text(expression, "move:year:0", period)
        if meant.role == "period-before":
            moment = self._from_text(expression, "move:year:-1", period)
            self._period = period
            return moment
        return self._from_text(expression, f"{chain} {_quarter_step(period.timex)}".strip(), period)

    def _directed(self, meant: Meaning, tense: Time) -> str:
        """The relation with its direction: tense turns it forward, a bare day of the year is the nearest."""
        chain = meant.relation or ""
        if not meant.open:
            return chain
        first, _, rest = chain.partition(" ")
        key = first.partition(":")[0]
        if tense == "over":
            return chain
        if key == "quarter-of-year":
            first += "" if tense in {"past", "ending"} else ":near"
        elif key in _NEAREST:
            first += ":near" if tense == "future" else ":back"
        elif tense == "future":
            first += ":next"
        elif key == "month-of-year" and tense != "past":
            first += ":near"
        return f"{first} {rest}".strip()

    def _from_published(self, expression: Expression, meant: Meaning, chain: str) -> Moment:
        if chain.startswith("="):
            resolved = relation.resolve_on(chain, dt.date(2000, 1, 1))
            if resolved is None and chain.startswith("=-"):
                piece = chain[1:].partition(" ")[0]
                resolved = Resolved(piece, relation.to_timex(piece))
            if resolved and meant.timex:
                resolved = Resolved(resolved.edtf, meant.timex)
            return self._settled(expression, resolved, None, None)
        choices = relation.resolve_all(chain, self._days)
        if len(choices) == 1 and meant.timex is None:
            return self._settled(expression, choices[0], "published", chain)
        written = edtf.one_of(choice.edtf for choice in choices)
        if written is None or written.count(",") >= _MOST_CHOICES:
            written = None
        self._stale = self._stale or meant.timex is None
        same = len({choice.timex for choice in choices}) == 1
        timex = meant.timex or (choices[0].timex if same else _undated(chain))
        return self._moment(expression, written, timex, "published", chain)

    def _from_text(self, expression: Expression, chain: str, last: _Reference) -> Moment:
        """Counted from a moment before: a date of its precision, or of the unit counted in where that is coarser."""
        first, _, rest = chain.partition(" ")
        whole = chain
        if first.startswith("move:"):
            unit = first.split(":")[1]
            coarser = f" {unit}:of" if _is_coarser(unit, last.edtf) else ""
            whole = f"={last.edtf} {first}{coarser} {rest}".strip()
        return self._settled(expression, relation.resolve_on(whole, last.day), last.moment, f"text {chain}")

    def _in_narrative(self, expression: Expression, meant: Meaning, last: _Reference) -> Moment:
        """In a text that tells of other years: a month or day is the next one from where the text is, or the one just
        past."""
        chain = meant.relation or ""
        first, _, rest = chain.partition(" ")
        directed = chain
        if meant.open and len(last.edtf) == 4 and last.edtf.isdigit() and not first.startswith("weekday"):
            directed = f"={last.edtf} {chain}"
            resolved = relation.resolve_on(directed, last.day)
        elif meant.open:
            back = last.day - dt.timedelta(days=_LOOK_BACK)
            directed = f"{first}:next {rest}".strip()
            resolved = relation.resolve_on(directed, back if not first.startswith("weekday") else last.day)
        else:
            resolved = relation.resolve_on(directed, last.day)
        return self._settled(expression, resolved, last.moment, f"text {directed}")

    def _settled(
        self, expression: Expression, resolved: Resolved | None, anchor: str | None, chain: str | None
    ) -> Moment:
        if resolved is None:
            return self._moment(expression, None, _undated((chain or "").removeprefix("text ")), anchor, chain)
        moment = self._moment(expression, resolved.edtf, resolved.timex, anchor, chain)
        whole = edtf.extent(resolved.edtf.partition("T")[0])
        glance = self._looks_back(whole.earliest if whole else None, chain)
        aside = self._narrative and (anchor == "published" or glance)
        if whole and whole.earliest and not aside:
            plain = resolved.edtf.partition("T")[0]
            self._stale = False
            self._last = _Reference(moment.id, plain, resolved.timex, whole.earliest)
            self._day = self._last if len(plain) == 10 else self._day
            past = not self._days or not whole.latest or whole.latest < self._days[-1]
            if past and (resolved.timex[4:6] in {"-Q", "-H"} or len(resolved.timex) == 4):
                self._period = self._last
        return moment

    def _looks_back(self, day: dt.date | None, chain: str | None) -> bool:
        """Whether a narrative only glances back years from where it is: "almost two decades earlier"."""
        counted = (chain or "").startswith("text move:") and ":-" in (chain or "")
        return counted and self._last is not None and day is not None and (self._last.day - day).days > _GLANCE

    def _moment(
        self, expression: Expression, written: str | None, timex: str | None, anchor: str | None, chain: str | None
    ) -> Moment:
        source = self._document.id
        return Moment(
            id=content_id("moment", source, expression.start, expression.end, written, timex, chain),
            source=source,
            start=expression.start,
            end=expression.end,
            text=expression.text,
            kind=expression.found.meaning.kind,
            edtf=written,
            timex=timex,
            anchor=anchor,
            relation=chain,
            reason=self._reason(expression, written, anchor),
        )

    def _reason(self, expression: Expression, written: str | None, anchor: str | None) -> Reason:
        here = Place(self._document.id, expression.start, expression.end)
        if written is None:
            if expression.found.meaning.kind in {MomentKind.DURATION, MomentKind.SET}:
                return Reason("A length or a repetition, not a date.", (here,))
            if anchor == "published" and not self._days:
                return Reason("Counted from publication, whose day the page does not give closely enough.", (here,))
            return Reason("The text names no particular time here.", (here,))
        if anchor == "published":
            return Reason("Counted from the day of publication.", (here,))
        if anchor is None:
            return Reason("Written in full.", (here,))
        return Reason("Counted from the date that the text named before.", (here,))


def _is_narrative(expressions: Sequence[Expression], days: Sequence[dt.date]) -> bool:
    """Whether the text tells of other years than its own: most of its full dates lie well before publication, and it
    hardly speaks in weekdays, yesterdays and last weeks."""
    chains = [chain for one in expressions if (chain := one.found.meaning.relation)]
    years = [int(chain[1:5]) for chain in chains if chain[:1] == "=" and chain[1:5].isdigit()]
    ancient = [chain for chain in chains if chain[:2] == "=-"]
    full = len(years) + len(ancient)
    if full < _NARRATIVE_DATES:
        return False
    if not days:
        return not any(chain.partition(":")[0] in _OF_NEWS for chain in chains)
    news = [chain for chain in chains if chain.partition(":")[0] in {"weekday", "day", "week", "weekend"}]
    if len(news) * 3 > full:
        return False
    return len(ancient) > len(years) or days[0].year - median(years) >= _NARRATIVE_YEARS


def _reports_results(expressions: Sequence[Expression]) -> bool:
    """Whether the text speaks of years and quarters, so that its "first half" is not that of a match."""
    found = [one.found.meaning for one in expressions if one.found.meaning.role != "half"]
    of_year = ("quarter", "half-of-year", "year:", "months:", "stretch:")
    return any(
        one.role.startswith("period") or (one.relation or "").startswith(of_year) or _is_year(one.relation)
        for one in found
    )


def _is_year(chain: str | None) -> bool:
    return chain is not None and chain[:1] == "=" and len(chain) == _YEAR and chain[1:].isdigit()


def _is_coarser(unit: str, piece: str) -> bool:
    """Whether a unit is coarser than a day, or a year than the month, that it is counted from."""
    if len(piece) == 10:
        return unit in {"week", "month", "year"}
    return unit == "year" and len(piece) == 7 and int(piece[5:]) <= 12


def _of_writing(expression: Expression) -> bool:
    """Whether the expression is full by itself or bound to the day of writing even in a narrative: "today", "four
    years ago"."""
    chain = expression.found.meaning.relation or ""
    if expression.found.groups.get("sign") == "-" and not expression.found.meaning.of_text:
        return True
    if chain.startswith("weekday") and not expression.found.meaning.open and not expression.found.meaning.of_text:
        return True  # "last Tuesday"
    return chain.startswith(_OWN) or (chain == "day:0" and "dayref" in expression.found.groups)


def _leads_on(chain: str) -> bool:
    """Whether a chain goes on from a moment, "two years later": publication is no such moment."""
    first = chain.partition(" ")[0]
    return first.startswith("move:") and ":+" in first and not first.endswith(":+0")


def _quarter_step(timex: str) -> str:
    """The step to the same quarter or half of another year; nothing for a year."""
    if timex[4:6] == "-Q":
        return f"quarter-of-year:{timex[6:]}"
    return f"half-of-year:{timex[6:]}" if timex[4:6] == "-H" else ""


def _undated(chain: str) -> str | None:
    """The TIMEX3 value of what could not be dated: `XXXX-WXX-4` for a Thursday, `XXXX-05` for a May."""
    key, _, value = chain.partition(" ")[0].partition(":")
    value = value.partition(":")[0]
    if key == "weekday":
        return f"XXXX-WXX-{int(value) + 1}"
    if key == "month-of-year":
        return f"XXXX-{int(value):02}"
    if key == "day-of-year":
        return f"XXXX-{value}"
    if key == "season":
        return "XXXX-" + {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}[value]
    if key in {"quarter-of-year", "half-of-year"}:
        return f"XXXX-{'Q' if key[0] == 'q' else 'H'}{value}"
    return {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX"}.get(key, "XXXX-XX-XX")
