"""The different values that the pages give in one claim."""

from .amounts import bounded
from .dossier import ClaimRow, FigureRow
from .lookup import Lookup


def values_told(claim: ClaimRow, lookup: Lookup) -> list[tuple[str, int]]:
    """The different values of a figure, those on most pages first, and how many pages give each."""
    pages: dict[str, set[str]] = {}
    wholes: dict[str, str] = {}
    for member in claim.members:
        row = lookup.members.get(member)
        if isinstance(row, FigureRow):
            value, whole = bounded(row), lookup.whole(row)
            pages.setdefault(value, set()).add(row.source)
            if whole is not None:
                wholes.setdefault(value, f"{value} of {bounded(whole)}")
    ranked = sorted(pages, key=lambda value: (-len(pages[value]), value))
    return [(wholes.get(value, value), len(pages[value])) for value in ranked]
