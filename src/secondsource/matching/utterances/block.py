"""Which statements are worth comparing: those that share rare words or meanings. The cost grows with the pile."""

from collections import Counter
from itertools import combinations, pairwise

from .said import Said

_COMMON = 40
"""A word or meaning in more statements than this pairs each only with the next."""
_RAREST = 12
"""How many of a statement's rarest words, and of its rarest meanings, are looked up."""
_SHARED = 2
"""Rare keys that two statements share before they are compared."""


def candidates(all_said: list[Said]) -> set[tuple[int, int]]:
    """Pairs to compare, as places in the list, the lower first."""
    seen = Counter(key for one in all_said for key in one.keys)
    by_key: dict[str, list[int]] = {}
    by_run: dict[str, list[int]] = {}
    for index, one in enumerate(all_said):
        for key in _looked_up(one, seen):
            by_key.setdefault(key, []).append(index)
        for run in one.runs:
            by_run.setdefault(run, []).append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for members in by_key.values():
        shared.update(combinations(members, 2) if len(members) <= _COMMON else pairwise(members))
    same_run = {pair for members in by_run.values() if len(members) > 1 for pair in pairwise(members)}
    return same_run | {
        pair
        for pair, count in shared.items()
        if count >= min(_SHARED, len(all_said[pair[0]].keys), len(all_said[pair[1]].keys))
    }


def _looked_up(one: Said, seen: Counter[str]) -> set[str]:
    """The rarest words, and all meanings of the words with the rarest meanings, that any other statement has."""
    own = f"{one.language} "
    words: set[tuple[int, str]] = set()
    meant: set[tuple[int, tuple[str, ...]]] = set()
    for term in (term for clause in one.clauses for term in clause.terms):
        known = sorted(key for key in term.keys if seen[key] > 1)
        words.update((seen[key], key) for key in known if key.startswith(own))
        meanings = tuple(key for key in known if not key.startswith(own))
        if meanings:
            meant.add((max(seen[key] for key in meanings), meanings))
    numbers = {key for clause in one.clauses for amount in clause.amounts if seen[key := amount.key] > 1}
    across = {key for _, meanings in sorted(meant)[:_RAREST] for key in meanings}
    return across | numbers | {key for _, key in sorted(words)[:_RAREST]}


def apart(left: Said, right: Said) -> bool:
    """Whether they are no words of one another: in one source, statements that overlap."""
    return left.source != right.source or left.end <= right.start or right.end <= left.start
