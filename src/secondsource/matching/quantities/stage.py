"""The matcher of quantities."""

from msgspec import Struct

from secondsource.model.group import Actor, CopyFamily, Event, Group, Quantity
from secondsource.model.judgement import Judgement
from secondsource.model.mark import Figure, Mark, Statement
from secondsource.model.pile import Matched, Pile

from .block import candidate_pairs
from .compare import compare
from .group import group, links_of
from .question import hopeless
from .reading.keys import figure_keys
from .relate import kept_apart, relate
from .settle import settled
from .warrant import parted, warranted, withheld


class MatchQuantities(Struct, frozen=True):
    """Figures of the same measure, with how they agree."""

    @property
    def name(self) -> str:
        """Its name in the plan."""
        return "quantities"

    @property
    def needs(self) -> tuple[type[Mark] | type[Group], ...]:
        """Figures with who says them, and which sources are copies or report one event."""
        return (Figure, Statement, CopyFamily, Actor, Event)

    @property
    def gives(self) -> tuple[type[Group], ...]:
        """Quantities."""
        return (Quantity,)

    def match(self, pile: Pile, judgements: tuple[Judgement, ...]) -> Matched:
        """Every figure of the pile in exactly one quantity."""
        keys = sorted(figure_keys(pile), key=lambda one: one.id)
        pairs = ((keys[left], keys[right]) for left, right in candidate_pairs(keys))
        compared = [compare(left, right) for left, right in pairs if not hopeless(left, right)]
        related = [decision for pair in compared if (decision := relate(pair)) is not None]
        decided = [decision for decision in related if warranted(decision)]
        never = [(pair.left.id, pair.right.id) for pair in compared if kept_apart(pair) or parted(pair)]
        never += [decision.ids for decision in related if withheld(decision)]
        decisions = settled(keys, decided, judgements, never)
        groups = group(keys, decisions, judgements, never)
        return Matched(links=tuple(links_of(decisions, judgements)), groups=tuple(groups))
