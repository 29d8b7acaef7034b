"""How prominently the pages tell a claim: in the headline, the standfirst or the lead, where a report says what it is
about."""

from secondsource.language.figures import figure_words

from .dossier import ClaimRow, FigureRow, SourceRow
from .lookup import Lookup

_LEAD = 500
"""Characters of the body that count as its lead: two or three paragraphs."""
_AGE = "age"
_ABOVE = frozenset({"headline", "standfirst"})
_HANDFUL = 3
"""The largest number with which a text points back at those it has named: "the two countries"."""
_ARTICLE = 8
"""Characters before a figure in which its article stands."""


def leading_reports(claim: ClaimRow, lookup: Lookup) -> int:
    """The number of reports that tell the claim in their headline, standfirst or lead; copies are one report."""
    found: set[str] = set()
    for member in claim.members:
        row = lookup.members.get(member)
        source = lookup.sources.get(row.source) if row else None
        if row and source and _leads(source, row.start):
            family = lookup.families.get(row.source)
            found.add(family.id if family else row.source)
    return len(found)


def is_beside_the_point(claim: ClaimRow, lookup: Lookup) -> bool:
    """Whether a claim, however many reports have it, is not what they are about: an age, how long ago something was,
    how many sources told it, or a number that only points back."""
    tests = (is_age, tells_when, counts_the_tellers, points_back)
    return any(test(claim, lookup) for test in tests)


def is_age(claim: ClaimRow, lookup: Lookup) -> bool:
    """Whether a claim is somebody's age: most reports have it, and it is never what they are about."""
    return any(row.measure == _AGE for row in lookup.figures(claim))


def tells_when(claim: ClaimRow, lookup: Lookup) -> bool:
    """Whether most of what a claim measures is how long ago something was: "more than two years ago" is a date."""
    figures = _figures(claim, lookup)
    return 2 * sum(_is_a_date(row, lookup) for row in figures) > len(figures)


def counts_the_tellers(claim: ClaimRow, lookup: Lookup) -> bool:
    """Whether all that a claim counts is those who say something: "two officials told the Courier"."""
    figures = _figures(claim, lookup)
    return bool(figures) and all(_names_a_teller(row, lookup) for row in figures)


def points_back(claim: ClaimRow, lookup: Lookup) -> bool:
    """Whether no report of a claim brings its small number in, and each has it behind an article: "the two companies"
    that it has named."""
    figures = _figures(claim, lookup)
    return bool(figures) and all(_points_back(row, lookup) for row in figures)


def _figures(claim: ClaimRow, lookup: Lookup) -> list[FigureRow]:
    """The figures of a claim that is made of nothing else; none of another."""
    figures = lookup.figures(claim)
    return figures if len(figures) == len(claim.members) else []


def _names_a_teller(row: FigureRow, lookup: Lookup) -> bool:
    return any(start <= row.start and row.end <= end for start, end in lookup.tellers.get(row.source, ()))


def _points_back(row: FigureRow, lookup: Lookup) -> bool:
    source = lookup.sources.get(row.source)
    if source is None or row.unit != "count" or not 1 < row.value <= _HANDFUL:
        return False
    before = source.text[max(0, row.start - _ARTICLE) : row.start].lower().split()
    return bool(before) and before[-1] in figure_words(source.language or "en").definite


def _is_a_date(row: FigureRow, lookup: Lookup) -> bool:
    """Whether a figure stands inside of what tells a date."""
    return any(start <= row.start and row.end <= end for start, end in lookup.dates.get(row.source, ()))


def _leads(source: SourceRow, at: int) -> bool:
    """Whether the character at an offset stands in the part of a page that says what it is about."""
    body = 0
    for passage in source.passages:
        if passage.start <= at < passage.end and passage.role in _ABOVE:
            return True
        if passage.role == "body":
            if passage.start <= at < passage.end:
                return body + at - passage.start < _LEAD
            body += passage.end - passage.start
    return False
