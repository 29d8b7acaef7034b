"""The matcher of quantities."""

from msgspec import Struct

from secondsource.model.group import Actor, CopyFamily, Event, Group, Quantity
from secondsource.model.judgement import Judgement
from secondsource.model.mark import Figure, Mark, Statement
from secondsource.model.pile import Matched, Pile

from .block import candidate_pairs
from .compare import compare
from .decide import Decision
from .group import group, links_of
from .question import hopeless
from .reading.currency import at_one_rate, in_one_currency
from .reading.keys import figure_keys
from .reading.place import in_their_places
from .relate import kept_apart, relate
from .settle import settled, unbridged
from .times import of_two_days
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
        keys = sorted(in_their_places(at_one_rate(in_one_currency(figure_keys(pile)))), key=lambda one: one.id)
        decided: list[Decision] = []
        never: list[tuple[str, str]] = []
        apart: list[tuple[str, str]] = []
        weakly: list[tuple[str, str]] = []
        for left, right in candidate_pairs(keys):
            if hopeless(keys[left], keys[right]):
                continue
            pair = compare(keys[left], keys[right])  # one at a time: most of them say nothing, and are forgotten
            decision = relate(pair)
            told = decision is not None and warranted(decision)
            if decision is not None and told:
                decided.append(decision)
            if kept_apart(pair):
                apart.append((pair.left.id, pair.right.id))
            elif parted(pair):
                never.append((pair.left.id, pair.right.id))
            elif decision is not None and not told and withheld(decision):
                (weakly if of_two_days(pair.left, pair.right) else never).append((pair.left.id, pair.right.id))
        never += unbridged(apart, decided)
        decisions = settled(keys, decided, judgements, [*never, *weakly])
        groups = group(keys, decisions, judgements, never, weakly)
        return Matched(links=tuple(links_of(decisions, judgements)), groups=tuple(groups))
