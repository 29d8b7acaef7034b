"""Which statements are worth comparing: those that share rare words or meanings. The cost grows with the pile."""

from collections import Counter
from itertools import combinations, pairwise

from .said import Said

_COMMON = 60
"""A word or meaning in more statements than this pairs each only with the next."""
_RAREST = 10
"""How many of a statement's rarest keys are looked up."""
_SHARED = 2
"""Rare keys that two statements share before they are compared."""


def candidates(all_said: list[Said]) -> set[tuple[int, int]]:
    """Pairs to compare, as places in the list, the lower first."""
    seen = Counter(key for one in all_said for key in one.keys)
    by_key: dict[str, list[int]] = {}
    for index, one in enumerate(all_said):
        known = sorted((seen[key], key) for key in one.keys if seen[key] > 1)
        for _, key in known[:_RAREST]:
            by_key.setdefault(key, []).append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for members in by_key.values():
        shared.update(combinations(members, 2) if len(members) <= _COMMON else pairwise(members))
    return {
        pair
        for pair, count in shared.items()
        if count >= min(_SHARED, len(all_said[pair[0]].keys), len(all_said[pair[1]].keys))
    }


def apart(left: Said, right: Said) -> bool:
    """Whether they are no words of one another: in one source, statements that overlap."""
    return left.source != right.source or left.end <= right.start or right.end <= left.start
