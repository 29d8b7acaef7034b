"""A figure whose clause leaves out what it measures takes that of the figure before it: it was 61 in June; 900 of them;
14,000 more than the old ground."""

from collections.abc import Sequence

from msgspec.structs import replace

from secondsource.language.figures import figure_words
from secondsource.model.mark import Figure

from .clause import TIGHT, Clause, opens_with
from .find import Written
from .topic import said_of_it

_BEHIND = 16
"""Code points behind a figure that may say of whom it is."""


def resumed(text: str, clause: Clause, written: Written, figure: Figure, before: Sequence[Figure], code: str) -> Figure:
    """The figure, with the measure of the last of `before` that is of its unit, where its words point back to it."""
    if figure.measure is not None or not before:
        return figure
    unit = figure.unit.partition("/")[0]
    if written.unit in TIGHT and _compares(text, written, code) and before[-1].measure is not None:
        unit = before[-1].unit.partition("/")[0]  # 14,800 cases, 23 percent more than a week before
    alike = [one for one in before if one.measure is not None and one.unit.partition("/")[0] == unit]
    if not alike or not _points_back(text, clause, written, code):
        return figure
    base = alike[-1]
    terms = tuple(dict.fromkeys((*base.terms[:1], *figure.terms)))
    return replace(figure, measure=base.measure, terms=terms, of=figure.of or base.of)


def _compares(text: str, written: Written, code: str) -> bool:
    words = figure_words(code)
    return opens_with(text[written.end : written.end + _BEHIND], (*words.more_after, *words.less_after))


def _points_back(text: str, clause: Clause, written: Written, code: str) -> bool:
    words, behind = figure_words(code), text[written.end : written.end + _BEHIND]
    if written.unit is None and opens_with(behind, words.of_which):
        return True
    if (written.unit is None or written.unit in TIGHT) and _compares(text, written, code):
        return True
    return said_of_it(text, clause, written.start, code)
