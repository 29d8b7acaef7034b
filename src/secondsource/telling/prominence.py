"""How prominently the pages tell a claim: in the headline, the standfirst or the lead, where a report says what it is
about."""

from .dossier import ClaimRow, FigureRow, SourceRow
from .lookup import Lookup

_LEAD = 500
"""Characters of the body that count as its lead: two or three paragraphs."""
_AGE = "age"
_ABOVE = frozenset({"headline", "standfirst"})


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


def is_age(claim: ClaimRow, lookup: Lookup) -> bool:
    """Whether a claim is somebody's age: most reports have it, and it is never what they are about."""
    rows = [lookup.members.get(member) for member in claim.members]
    return any(isinstance(row, FigureRow) and row.measure == _AGE for row in rows)


def tells_when(claim: ClaimRow, lookup: Lookup) -> bool:
    """Whether most of what a claim measures is how long ago something was: "more than two years ago" is a date."""
    rows = [lookup.members.get(member) for member in claim.members]
    figures = [row for row in rows if isinstance(row, FigureRow)]
    return 2 * sum(_is_a_date(row, lookup) for row in figures) > len(figures)


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
