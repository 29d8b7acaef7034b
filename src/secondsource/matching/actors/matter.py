"""Which sources tell of one matter: copies of one text, or pages on the same people.

Inside one matter a family name, a title or "the police" means the one party of that sort; outside of it nobody knows.
"""

from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from secondsource.model.group import CopyFamily
from secondsource.model.mark import ActorKind
from secondsource.model.pile import Pile
from secondsource.text.normalise import plain

from .keys import Party

_PEOPLE_SHARED = 2
"""Full names that two pages share before they are taken to tell of one matter."""


class Matters(Struct, frozen=True, dict=True):
    """Answers about the sources of one pile."""

    families: dict[str, frozenset[str]]
    """The copy families of each source that is in one."""
    parties: tuple[Party, ...]

    @cached_property
    def _people(self) -> dict[str, frozenset[str]]:
        """The full names that each source has, folded; also of those that it shows no sign of being people."""
        found: dict[str, set[str]] = {}
        for party in self.parties:
            if party.kind in {ActorKind.PERSON, ActorKind.ORGANISATION} and " " in party.name and not party.is_titled:
                found.setdefault(party.source, set()).add(plain(party.name))
        return {source: frozenset(names) for source, names in found.items()}

    def copies(self, left: str, right: str) -> bool:
        """Whether the two sources carry one text."""
        none = frozenset[str]()
        return not self.families.get(left, none).isdisjoint(self.families.get(right, none))

    def one(self, left: str, right: str) -> bool:
        """Whether the two sources tell of one matter."""
        if left == right or self.copies(left, right):
            return True
        none = frozenset[str]()
        return len(self._people.get(left, none) & self._people.get(right, none)) >= _PEOPLE_SHARED


def matters(pile: Pile, parties: Iterable[Party]) -> Matters:
    """The matters of a pile with these parties."""
    families: dict[str, set[str]] = {}
    for family in pile.groups_of(CopyFamily):
        for member in family.members:
            families.setdefault(member, set()).add(family.id)
    return Matters({source: frozenset(ids) for source, ids in families.items()}, tuple(parties))
