"""Pages that tell what another report tells: no copy can be shown, and nothing shows a report of their own.

A rewrite that turns the order round and keeps no sentence leaves no trace in the wording. What it cannot do without is
what the other report found: its figures, its remarks. Who was there brings something home: quotations that nobody else
has, a count of his own, a name under the text. A page without any of these is no second report as far as one can tell.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from secondsource.model.group import CopyFamily, Quantity, Utterance
from secondsource.model.mark import Credit, CreditRole, Figure, Statement, StatementKind
from secondsource.model.pile import MarkedDocument, Pile

LEAST = 3
"""Things told that a page must have from one report: values of quantities, remarks."""
SHARE = 1 / 3
"""The share of what it tells that these must be."""
TOPICAL = 24
"""Reports that tell a thing, from which it is the topic's and says nothing of who has it from whom."""
_OWN_QUOTATIONS = 2
"""Quotations that nobody else has, from which a page has asked somebody for itself."""
_OWN_WORK = (CreditRole.BYLINE, CreditRole.WIRE, CreditRole.AGENCY)


def borrowed(pile: Pile) -> list[tuple[str, str]]:
    """Each page of no copy family that nothing shows to be a report of its own, with every page of the report that has
    so much of what it tells; in order."""
    family = {page: one.id for one in pile.groups_of(CopyFamily) for page in one.members}
    pages: dict[str, list[str]] = defaultdict(list)
    for document in pile.documents:
        pages[family.get(document.id, document.id)].append(document.id)
    bare = {page for report, (page, *_) in pages.items() if report == page and not _has_own_work(page, pile)}
    counted, shared = _shares(bare, pile, family)
    return sorted(
        (page, other)
        for page, total in counted.items()
        for report, count in shared[page].items()
        if count >= LEAST and count >= SHARE * total
        for other in pages[report]
    )


def _has_own_work(page: str, pile: Pile) -> bool:
    """Whether somebody signs a page, it counted for itself, or it quotes what nobody else does."""
    document = pile.document(page)
    signed = any(credit.role in _OWN_WORK for credit in document.marks.of(Credit))
    witnessed = any(figure.own_count for figure in document.marks.of(Figure))
    return signed or witnessed or sum(1 for _ in _own_quotations(document, pile)) >= _OWN_QUOTATIONS


def _own_quotations(document: MarkedDocument, pile: Pile) -> Iterator[Statement]:
    """The quotations of a page that no other page has in any words."""
    for statement in document.marks.of(Statement):
        remark = pile.group_of.get((Utterance, statement.id))
        tellers = {mark.source for member in remark.members if (mark := pile.mark(member))} if remark else set()
        if statement.kind is not StatementKind.INDIRECT and tellers <= {document.id}:
            yield statement


def _shares(bare: set[str], pile: Pile, family: Mapping[str, str]) -> tuple[Counter[str], dict[str, Counter[str]]]:
    """How many things each of some pages tells, and how many of those each other report tells as well."""
    counted: Counter[str] = Counter()
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    for told in (*_values(pile), *_remarks(pile)):
        reports = {family.get(page, page) for page in told}
        for page in told & bare:
            counted[page] += 1
            if len(reports) < TOPICAL:
                shared[page].update(reports - {page})
    return counted, shared


def _values(pile: Pile) -> Iterator[set[str]]:
    """The pages that tell each value of a quantity."""
    for quantity in pile.groups_of(Quantity):
        found: dict[tuple[str, float], set[str]] = defaultdict(set)
        for figure in _marks(quantity.members, pile):
            if isinstance(figure, Figure):
                found[figure.unit or "", figure.value].add(figure.source)
        yield from found.values()


def _remarks(pile: Pile) -> Iterator[set[str]]:
    """The pages that tell each remark."""
    for utterance in pile.groups_of(Utterance):
        yield {mark.source for mark in _marks(utterance.members, pile)}


def _marks(members: Iterable[str], pile: Pile) -> Iterator[Figure | Statement]:
    for member in members:
        mark = pile.mark(member)
        if isinstance(mark, Figure | Statement):
            yield mark
