"""A text that quotes statistics names their source once and goes on: the figures behind it have that source too."""

from bisect import bisect_right

from msgspec.structs import replace

from secondsource.model.document import Document
from secondsource.model.mark import Figure, Naming, Statement


def carried(figures: list[Figure], statements: tuple[Statement, ...], document: Document) -> list[Figure]:
    """The figures; one that stands in no statement follows the statement of a data source that ends before it in the
    same
    passage, unless somebody else speaks between."""
    starts = [passage.start for passage in document.passages]
    return [figure if figure.statement else _following(figure, statements, document, starts) for figure in figures]


def _following(figure: Figure, statements: tuple[Statement, ...], document: Document, starts: list[int]) -> Figure:
    at = bisect_right(starts, figure.start) - 1
    if at < 0:
        return figure
    passage = document.passages[at].span
    before = [s for s in statements if passage.covers(s.span) and s.end <= figure.start]
    last = max(before, key=lambda statement: (statement.end, statement.start), default=None)
    if last is None or last.speaker is None or last.speaker.how is not Naming.DATA:
        return figure
    return replace(figure, follows=last.id)
