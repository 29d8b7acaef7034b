"""The moments stage: temporal expressions of the reported text."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import groupby

from msgspec import Struct

from secondsource.language.calendar import Calendar
from secondsource.model.document import Document
from secondsource.model.mark import Mark, Moment
from secondsource.model.pile import Marks
from secondsource.model.span import Span
from secondsource.stage.contract import Marked

from .find import Found, find
from .grammar import Grammar, grammar
from .resolve import Expression, Resolver
from .share import share
from .tense import Time, tenses

_FALLBACK = "en"


class MarkMoments(Struct, frozen=True):
    """Finds dates, times, durations and sets, and resolves what the page alone lets it resolve."""

    @property
    def name(self) -> str:
        """`moments`."""
        return "moments"

    @property
    def needs(self) -> tuple[type[Mark], ...]:
        """Nothing."""
        return ()

    @property
    def gives(self) -> tuple[type[Mark], ...]:
        """Moments."""
        return (Moment,)

    def mark(self, document: Document, marks: Marks) -> Marked:
        """The moments of the reported passages. A language without a calendar is read with the English one."""
        rules = grammar(document.language or _FALLBACK) or grammar(_FALLBACK)
        if rules is None:
            return Marked()
        expressions = _expressions(document, rules)
        resolver = Resolver(document, expressions)
        return Marked(tuple(resolver.resolve(expression) for expression in expressions))


def _expressions(document: Document, rules: Grammar) -> list[Expression]:
    text, passages = document.text, document.reported.spans
    found = find(text, document.reported, rules)
    ends = [passage.end for passage in passages]
    out: list[Expression] = []
    for at, own in groupby(found, key=lambda one: bisect_left(ends, one.end)):
        out += _of_passage(text, passages[at], list(own), rules)
    return out


def _of_passage(text: str, passage: Span, found: Sequence[Found], rules: Grammar) -> list[Expression]:
    shared = share(found, text, frozenset(rules.calendar.joiners))
    tense = _tenses(passage.cut(text), rules.calendar) if any(map(_asks_for_tense, shared)) else None
    out: list[Expression] = []
    for one in shared:
        time: Time = "unknown"
        if tense is not None and _asks_for_tense(one):
            time = tense(one.start - passage.start, one.end - passage.start)
        out.append(Expression(one, one.start, one.end, text[one.start : one.end], time))
    return out


def _tenses(passage: str, calendar: Calendar) -> Callable[[int, int], Time]:
    return tenses(passage, calendar.tense, frozenset(calendar.capital))


def _asks_for_tense(one: Found) -> bool:
    """Whether it depends on the tense of its clause what an expression means."""
    return one.meaning.open or one.meaning.role == "ahead"
