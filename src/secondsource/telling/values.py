"""The different values that the pages give in one claim: which most of them give, or how a count grew."""

import datetime as dt

from .amounts import bounded, in_words
from .dossier import ClaimRow, FigureRow
from .lookup import Lookup

_REVISED = "revised"
"""The class of a figure that was counted again, corrected or lowered."""
_UNDATED = dt.date.max


def values_told(claim: ClaimRow, lookup: Lookup) -> list[tuple[str, int]]:
    """The different values of a figure, those on most pages first, and how many pages give each."""
    pages: dict[str, set[str]] = {}
    wholes: dict[str, str] = {}
    for row in lookup.figures(claim):
        value, whole = bounded(row), lookup.whole(row)
        pages.setdefault(value, set()).add(row.source)
        if whole is not None:
            wholes.setdefault(value, f"{value} of {bounded(whole)}")
    ranked = sorted(pages, key=lambda value: (-len(pages[value]), value))
    return [(wholes.get(value, value), len(pages[value])) for value in ranked]


def values_by_day(claim: ClaimRow, lookup: Lookup) -> list[tuple[dt.date | None, tuple[str, ...]]]:
    """The values of a figure that was revised, each on the day of the first page that gives it, and those of one day by
    size; without a day (None) last. A word such as "dozens" is left out where some page gives a number. Nothing of a
    figure that was not revised."""
    known = lookup.figures(claim) if claim.agreement.value == _REVISED else []
    exact = [row for row in known if not in_words(row)] or known
    first: dict[float, dt.date] = {}
    words: dict[float, str] = {}
    for row in exact:
        first[row.value] = min(first.get(row.value, _UNDATED), _day(row, lookup))
        words[row.value] = min(words.get(row.value, bounded(row)), bounded(row), key=lambda text: (len(text), text))
    days = sorted(set(first.values()))
    return [
        (None if day == _UNDATED else day, tuple(words[value] for value in sorted(first) if first[value] == day))
        for day in days
    ]


def _day(row: FigureRow, lookup: Lookup) -> dt.date:
    """The first day on which its page may have come out."""
    source = lookup.sources.get(row.source)
    if source is None or source.published is None or not source.published.earliest:
        return _UNDATED
    return dt.date.fromisoformat(source.published.earliest)
