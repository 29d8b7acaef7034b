"""The moments stage: temporal expressions of the reported text."""

from msgspec import Struct

from secondsource.model.document import Document
from secondsource.model.mark import Mark, Moment
from secondsource.model.passage import REPORTED
from secondsource.model.pile import Marks
from secondsource.stage.contract import Marked

from .find import find
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
        expressions: list[Expression] = []
        for passage in document.passages:
            if passage.role in REPORTED:
                expressions += _expressions(document.text, passage.start, passage.end, rules)
        resolver = Resolver(document, expressions)
        return Marked(tuple(resolver.resolve(expression) for expression in expressions))


def _expressions(text: str, start: int, end: int, rules: Grammar) -> list[Expression]:
    passage = text[start:end]
    found = share(find(passage, rules), passage, frozenset(rules.calendar.joiners))
    if not found:
        return []
    tense = tenses(passage, rules.calendar.tense)
    out: list[Expression] = []
    for one in found:
        matters = one.meaning.open or one.meaning.role == "ahead"
        time: Time = tense(one.start, one.end) if matters else "unknown"
        out.append(Expression(one, start + one.start, start + one.end, passage[one.start : one.end], time))
    return out
