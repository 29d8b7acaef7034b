"""Which compared parties are one, and which must never be."""

from collections.abc import Iterable, Sequence

from secondsource.model.mark import ActorKind

from .compare import Comparison, compare
from .keys import Party

LEAST_SCORE = 0.8
LEAST_OFFICE = 0.9


def is_same(comparison: Comparison) -> bool:
    """Whether the two are one party."""
    left, right = comparison.left, comparison.right
    if left.kind is ActorKind.PERSON and (left.is_titled or right.is_titled):
        return comparison.score >= LEAST_OFFICE
    return comparison.score >= LEAST_SCORE


def apart(found: Sequence[Party]) -> list[tuple[str, str]]:
    """People of one source with one family name and unlike given names: no chain of links may join them."""
    families: dict[tuple[str, str], list[Party]] = {}
    for party in found:
        if party.family and party.given:
            families.setdefault((party.source, party.family), []).append(party)
    never: list[tuple[str, str]] = []
    for same in families.values():
        for at, left in enumerate(same):
            never.extend((left.id, right.id) for right in same[at + 1 :] if not is_same(compare(left, right)))
    return never


def holder(title: Party, named: Iterable[Party], group_of: dict[str, str]) -> Comparison | None:
    """The one person of the pile who holds a title's office; None where there are none or several."""
    fitting = [c for c in (compare(title, person) for person in named) if is_same(c)]
    if not fitting:
        return None
    best = max(c.score for c in fitting)
    fitting = [c for c in fitting if c.score == best]
    if len({group_of[c.right.id] for c in fitting}) > 1:
        return None
    return min(fitting, key=lambda c: c.right.id)
