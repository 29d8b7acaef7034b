"""How any two figures of a matched pile stand to each other, also where no link was drawn between just these two."""

import datetime as dt

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
    units differ, else `same-by-rounding`; two of different sides stand as the report of the one says of its own two
    values, the later report's word before the earlier's, else as a link between the sides says. All else is None:
    nothing says that they belong together.
    """

    figures: dict[str, Figure]
    links: dict[tuple[str, str], Agreement]
    sides: dict[str, int]
    """By figure."""
    between_sides: dict[tuple[int, int], Agreement]
    in_report: dict[tuple[str, int], Agreement]
    """How a figure stands to a side of which its own report has a figure too."""
    days: dict[str, dt.date | None]
    """When the report of each figure was published, at the latest."""

    def between(self, one: str, other: str) -> Agreement | None:
        """How two figures, named by their ids in any order, stand to each other."""
        left, right = sorted((one, other))
        if (left, right) in self.links:
            return self.links[left, right]
        low, high = sorted((self.sides[left], self.sides[right]))
        if low == high:
            return _inside(self.figures[left], self.figures[right])
        return self._in_a_report(left, right) or self.between_sides.get((low, high))

    def _in_a_report(self, left: str, right: str) -> Agreement | None:
        """What the report of one of two figures says of its own two values; where both reports do, the later one."""
        own, other = (self.in_report.get(key) for key in ((left, self.sides[right]), (right, self.sides[left])))
        if own is None or other is None or own is other:
            return own or other
        a, b = self.days[left], self.days[right]
        if a is None or b is None or a == b:
            return None
        return own if a > b else other


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
    in_report: dict[tuple[str, int], Agreement] = {}
    for one in sorted(links, key=lambda link: (-link.score, link.id)):
        low, high = sorted((sides[one.left], sides[one.right]))
        if low == high or one.relation in _AGREED:
            continue
        between.setdefault((low, high), Agreement(one.relation))
        if figures[one.left].source == figures[one.right].source:
            in_report.setdefault((one.left, sides[one.right]), Agreement(one.relation))
            in_report.setdefault((one.right, sides[one.left]), Agreement(one.relation))
    published = {document.id: document.document.published for document in pile.documents}
    days = {figure.id: day.latest if (day := published[figure.source]) else None for figure in figures.values()}
    return Standings(
        figures=figures,
        links={(one.left, one.right): Agreement(one.relation) for one in links},
        sides=sides,
        between_sides=between,
        in_report=in_report,
        days=days,
    )
