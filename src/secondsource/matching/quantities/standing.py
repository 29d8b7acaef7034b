"""How any two figures of a matched pile stand to each other, also where no link was drawn between just these two."""

from msgspec import Struct

from secondsource.model.group import Agreement, Quantity
from secondsource.model.link import LinkKind
from secondsource.model.mark import Figure
from secondsource.model.pile import Pile
from secondsource.stage.grouping import Pair, components

_AGREED = frozenset({Agreement.SAME, Agreement.SAME_BY_ROUNDING, Agreement.CONVERTED})


class Standings(Struct, frozen=True):
    """The pairwise side of a pile's quantities.

    Two figures stand to each other as the link between them says. Where there is none, figures that hang together by
    links of agreement are one side: two of one side are `same` where their values are equal, `converted` where their
    units differ, else `same-by-rounding`; two of different sides stand as a link between the sides says. All else is
    None: nothing says that they belong together.
    """

    figures: dict[str, Figure]
    links: dict[tuple[str, str], Agreement]
    sides: dict[str, int]
    """By figure."""
    between_sides: dict[tuple[int, int], Agreement]

    def between(self, one: str, other: str) -> Agreement | None:
        """How two figures, named by their ids in any order, stand to each other."""
        left, right = sorted((one, other))
        if (left, right) in self.links:
            return self.links[left, right]
        low, high = sorted((self.sides[left], self.sides[right]))
        if low == high:
            return _inside(self.figures[left], self.figures[right])
        return self.between_sides.get((low, high))


def _inside(left: Figure, right: Figure) -> Agreement:
    if left.unit != right.unit and left.value != right.value:
        return Agreement.CONVERTED
    return Agreement.SAME if left.value == right.value else Agreement.SAME_BY_ROUNDING


def standings(pile: Pile) -> Standings:
    """The standings of a pile that quantities were matched in."""
    figures = {mark.id: mark for document in pile.documents for mark in document.marks.of(Figure)}
    links = pile.links_of(LinkKind.QUANTITY)
    quantity = {member: group.id for group in pile.groups_of(Quantity) for member in group.members}
    agreed = [
        Pair(one.score, one.left, one.right)
        for one in links
        if one.relation in _AGREED and quantity[one.left] == quantity[one.right]
    ]
    never = [(one.left, one.right) for one in links if one.relation not in _AGREED]
    sides = {member: at for at, members in enumerate(components(figures, agreed, (), never)) for member in members}
    between: dict[tuple[int, int], Agreement] = {}
    for one in sorted(links, key=lambda link: (-link.score, link.id)):
        low, high = sorted((sides[one.left], sides[one.right]))
        if low != high and one.relation not in _AGREED:
            between.setdefault((low, high), Agreement(one.relation))
    return Standings(
        figures=figures,
        links={(one.left, one.right): Agreement(one.relation) for one in links},
        sides=sides,
        between_sides=between,
    )
