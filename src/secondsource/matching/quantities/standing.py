"""How any two figures of a matched pile stand to each other, also where no link was drawn between just these two."""

from msgspec import Struct

from secondsource.model.group import Agreement, Quantity
from secondsource.model.link import LinkKind
from secondsource.model.mark import Figure
from secondsource.model.pile import Pile

_OPEN = (Agreement.CONFLICT, Agreement.REVISED)
_RELATED = (Agreement.DIFFERENT_DEFINITION, Agreement.DIFFERENT_PERIOD, Agreement.UNDECIDED)


class Standings(Struct, frozen=True):
    """The pairwise side of a pile's quantities.

    Two figures stand to each other as the link between them says. Where there is none (both hang together through a
    third figure), two of one quantity are `same` where their values are equal, `converted` where their units differ,
    `same-by-rounding` where their intervals meet, and else what the quantity says of its open difference. Two of
    different quantities are told apart as those quantities are. All else is None: nothing says that they belong
    together.
    """

    figures: dict[str, Figure]
    links: dict[tuple[str, str], Agreement]
    quantities: dict[str, Quantity]
    """By figure."""

    def between(self, one: str, other: str) -> Agreement | None:
        """How two figures, named by their ids in any order, stand to each other."""
        left, right = sorted((one, other))
        if (left, right) in self.links:
            return self.links[left, right]
        a, b = self.quantities[left], self.quantities[right]
        if a.id == b.id:
            return _inside(self.figures[left], self.figures[right], a.agreement)
        told = {agreement for related, agreement in a.related if related == b.id}
        return next((agreement for agreement in _RELATED if agreement in told), None)


def _inside(left: Figure, right: Figure, agreement: Agreement) -> Agreement:
    if left.unit != right.unit:
        return Agreement.CONVERTED
    if left.value == right.value:
        return Agreement.SAME
    if meet(left, right):
        return Agreement.SAME_BY_ROUNDING
    return agreement if agreement in _OPEN else Agreement.UNDECIDED


def meet(left: Figure, right: Figure) -> bool:
    """Whether some value lies in both intervals."""
    apart = (left.high is not None and right.low is not None and left.high < right.low) or (
        right.high is not None and left.low is not None and right.high < left.low
    )
    return not apart


def standings(pile: Pile) -> Standings:
    """The standings of a pile that quantities were matched in."""
    return Standings(
        figures={mark.id: mark for document in pile.documents for mark in document.marks.of(Figure)},
        links={(link.left, link.right): Agreement(link.relation) for link in pile.links_of(LinkKind.QUANTITY)},
        quantities={figure: quantity for quantity in pile.groups_of(Quantity) for figure in quantity.members},
    )
