"""A text that quotes statistics names their source once and goes on: the figures behind it have that source too."""

from bisect import bisect_left, bisect_right

from msgspec.structs import replace

from secondsource.language.figures import FigureWords, figure_words
from secondsource.language.measures import terms_of
from secondsource.model.document import Document
from secondsource.model.mark import ActorKind, Figure, Mention, Naming, Statement, StatementKind
from secondsource.model.pile import Marks

from ..clause import opens_with

_SENTENCE_ENDS = (". ", "! ", "? ", ".” ", ".\u00a0")
_JUST_BEFORE = 240
"""Characters within which a figure may go on from the one before it."""
_OPENING = 40
_OF_MEASURE = 2
"""Terms of a figure, the first ones, that say what it measures."""
_SOURCES = (ActorKind.DATA_SOURCE, ActorKind.ORGANISATION, ActorKind.PERSON)
_CLOSING = 40
"""Characters between the one who announces and the end of that sentence, a day and a place allowed."""


def carried(figures: list[Figure], marks: Marks, document: Document) -> list[Figure]:
    """The figures; one that stands in no statement and names no source of its own follows the data named before it in
    the same passage, unless somebody else speaks between, or the figure that its sentence goes on from."""
    starts = [passage.start for passage in document.passages]
    statements = marks.of(Statement)
    statement_starts = [one.start for one in statements]
    words = figure_words(document.language or "en")
    found: list[Figure] = []
    for figure in figures:
        if figure.statement or figure.follows or figure.source_mention or figure.own_count:
            found.append(figure)
            continue
        at = bisect_right(starts, figure.start) - 1
        floor = document.passages[at].start if at >= 0 else 0
        near = slice(bisect_left(statement_starts, floor), bisect_right(statement_starts, figure.start))
        own = _following(figure, statements[near])
        before = found[-1] if found and found[-1].start >= floor else None
        if own.follows is None and before is not None and _goes_on(document.text, before, figure, marks, words):
            own = replace(own, follows=before.statement or before.follows, source_mention=before.source_mention)
        if own.follows is None and own.source_mention is None:
            own = _announced(document, own, marks, floor)
        if own.follows is None and own.source_mention is None:
            own = replace(own, source_mention=_named_before(document.text, figure, floor, marks, words))
        found.append(own)
    return found


def _following(figure: Figure, statements: tuple[Statement, ...]) -> Figure:
    """The figure with the last statement of its passage that ends before it, where that is a data source's."""
    before = [one for one in statements if one.end <= figure.start]
    last = max(before, key=lambda statement: (statement.end, statement.start), default=None)
    if last is None or last.speaker is None or last.speaker.how is not Naming.DATA:
        return figure
    return replace(figure, follows=last.id)


def _announced(document: Document, figure: Figure, marks: Marks, floor: int) -> Figure:
    """The figure with the statement that closes the sentence right before its own: "…, the office announced. The number
    of cracks rose to 14." What follows an announcement in one breath is part of it, unless it names another party."""
    text, code = document.text, document.language or "en"
    ends = [at + len(end) for end in _SENTENCE_ENDS if (at := text.rfind(end, floor, figure.start)) >= 0]
    if not ends:
        return figure
    start = max(ends)
    closing = [
        one
        for one in marks.of(Statement)
        if one.speaker is not None
        and one.kind is StatementKind.INDIRECT
        and floor <= one.start
        and one.end <= one.speaker.start
        and start - _CLOSING <= one.speaker.end < start
    ]
    if not closing:
        return figure
    if _names_a_party(text, figure, marks, start) or not _goes_on_about(text, figure, closing[-1], code):
        return figure
    return replace(figure, follows=closing[-1].id)


def _goes_on_about(text: str, figure: Figure, told: Statement, code: str) -> bool:
    """Whether a figure is about what a statement speaks of: they share what it measures."""
    said = {term.key for term in terms_of(told.span.cut(text), code)}
    return not said.isdisjoint(figure.terms[:_OF_MEASURE])


def _opening(text: str, figure: Figure, floor: int) -> str:
    """The beginning of the figure's sentence."""
    ends = [at + len(end) for end in _SENTENCE_ENDS if (at := text.rfind(end, floor, figure.start)) >= 0]
    return text[max((floor, *ends)) :][:_OPENING]


def _goes_on(text: str, before: Figure, figure: Figure, marks: Marks, words: FigureWords) -> bool:
    """Whether the figure goes on from the one before it: from data, or with "that is", "of them"."""
    source = before.source_mention
    named = next((one for one in marks.of(Mention) if one.id == source), None) if source else None
    if named is not None and named.kind is ActorKind.DATA_SOURCE:
        return True
    if figure.start - before.end > _JUST_BEFORE:
        return False
    opening = _opening(text, figure, before.end)
    behind = text[figure.end : figure.end + _OPENING]
    goes_on = opens_with(opening, words.going_on) or opens_with(behind, words.going_on)
    return goes_on and not _names_a_party(text, figure, marks, figure.end)


def _names_a_party(text: str, figure: Figure, marks: Marks, start: int) -> bool:
    """Whether a figure's sentence names somebody from `start` on: 14 of them were fetched by the police."""
    stop = min((at for end in _SENTENCE_ENDS if (at := text.find(end, figure.end)) >= 0), default=len(text))
    return any(one.kind in _SOURCES and start <= one.start < stop for one in marks.of(Mention))


def _named_before(text: str, figure: Figure, floor: int, marks: Marks, words: FigureWords) -> str | None:
    """The source that the sentence before names, where this one opens with "demnach"."""
    if not words.thereby or not opens_with(_opening(text, figure, floor), words.thereby):
        return None
    near = [
        one
        for one in marks.of(Mention)
        if max(floor, figure.start - _JUST_BEFORE) <= one.start
        and one.end <= figure.start
        and one.kind in (ActorKind.ORGANISATION, ActorKind.DATA_SOURCE)
    ]
    return near[0].id if near else None
