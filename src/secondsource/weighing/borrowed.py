"""Pages whose figures are another report's: no copy can be shown, and nothing shows a report of their own.

A rewrite that turns the order round and keeps no sentence leaves no trace in the wording. What it cannot do without is
the figures: who counted for himself has others. Such a page is no second report as far as one can tell.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from secondsource.model.group import CopyFamily, Quantity
from secondsource.model.mark import Credit, CreditRole, Figure
from secondsource.model.pile import Pile

LEAST = 4
"""Quantities that a page must have from one report, in the same values."""
SHARE = 0.5
"""The share of its quantities that these must be."""
TOPICAL = 24
"""Reports that tell a value, from which it is the topic's and says nothing of who has it from whom."""
_OWN_WORK = (CreditRole.BYLINE, CreditRole.WIRE, CreditRole.AGENCY)


def borrowed(pile: Pile) -> list[tuple[str, str]]:
    """Each page of no copy family that no reporter and no agency signs, with every page of the report whose figures it
    has; in order."""
    family = {page: one.id for one in pile.groups_of(CopyFamily) for page in one.members}
    pages: dict[str, list[str]] = defaultdict(list)
    for document in pile.documents:
        pages[family.get(document.id, document.id)].append(document.id)
    unsigned = {page for report, (page, *_) in pages.items() if report == page and not _is_signed(page, pile)}
    counted, shared = _figures_of(unsigned, pile, family)
    return sorted(
        (page, other)
        for page, total in counted.items()
        for report, count in shared[page].items()
        if count >= LEAST and count >= SHARE * total
        for other in pages[report]
    )


def _is_signed(page: str, pile: Pile) -> bool:
    return any(credit.role in _OWN_WORK for credit in pile.document(page).marks.of(Credit))


def _figures_of(
    unsigned: set[str], pile: Pile, family: Mapping[str, str]
) -> tuple[Counter[str], dict[str, Counter[str]]]:
    """How many quantities each unsigned page has, and how many of those it has in the value of each other report."""
    counted: Counter[str] = Counter()
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    for quantity in pile.groups_of(Quantity):
        figures = [mark for member in quantity.members if isinstance(mark := pile.mark(member), Figure)]
        here = {figure.source for figure in figures} & unsigned
        counted.update(here)
        told = _told(figures, family)
        for page in here:
            others = {other for reports in told.values() if page in reports for other in reports if other != page}
            shared[page].update(others)
    return counted, shared


def _told(figures: Iterable[Figure], family: Mapping[str, str]) -> dict[tuple[str, float], set[str]]:
    """The reports that tell each value, by unit and value; values of the whole topic left out."""
    found: dict[tuple[str, float], set[str]] = defaultdict(set)
    for figure in figures:
        found[figure.unit or "", figure.value].add(family.get(figure.source, figure.source))
    return {value: reports for value, reports in found.items() if len(reports) < TOPICAL}
