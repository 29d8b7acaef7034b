"""Which compared parties are one, and which must never be."""

from collections.abc import Iterable, Sequence

from secondsource.model.mark import ActorKind

from .compare import Comparison, compare
from .keys import Party

LEAST_SCORE = 0.8
LEAST_OFFICE = 0.9
DOMINANT = 4
"""How many times as often as the next one a namesake must be named to be meant by the family name alone."""


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


def holder(
    waiting: Party, named: Iterable[Party], group_of: dict[str, str], sizes: dict[str, int]
) -> Comparison | None:
    """The one actor that a bare family name, word or title can mean; None where there are none or several.

    `sizes` counts the parties of each group: among namesakes that fit alike, one far more often named than the others
    is meant. Empty where that would be no reason.
    """
    fitting = [c for c in (compare(waiting, party) for party in named) if is_same(c)]
    if not fitting:
        return None
    best = max(c.score for c in fitting)
    fitting = [c for c in fitting if c.score == best]
    groups = sorted({group_of[c.right.id] for c in fitting}, key=lambda group: (-sizes.get(group, 0), group))
    if len(groups) > 1 and sizes.get(groups[0], 0) < DOMINANT * max(1, sizes.get(groups[1], 0)):
        return None
    return min((c for c in fitting if group_of[c.right.id] == groups[0]), key=lambda c: c.right.id)
