"""The stage: claims with their counts, those with most behind them first."""

from msgspec import Struct

from secondsource.model.claim import Claim
from secondsource.model.group import Actor, CopyFamily, Event, Group, Quantity, Utterance
from secondsource.model.pile import Pile

from .claims import did, measured, said
from .origins import Origins


class WeighClaims(Struct, frozen=True):
    """Weighs everything said, measured and done."""

    name: str = "claims"
    needs: tuple[type[Group], ...] = (CopyFamily, Actor, Event, Utterance, Quantity)

    def weigh(self, pile: Pile) -> tuple[Claim, ...]:
        """All claims, in order of reports, then pages, then id."""
        origins = Origins(pile)
        claims = [*said(pile, origins), *measured(pile, origins), *did(pile, origins)]
        return tuple(sorted(claims, key=lambda c: (-len(c.support.reports), -len(c.support.pages), c.kind, c.id)))
