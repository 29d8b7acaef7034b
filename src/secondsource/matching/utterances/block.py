"""Which statements are worth comparing: those that share rare words or meanings. The cost grows with the pile."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from .said import Said
from .weights import Weights

_COMMON = 40
"""A word or meaning in more statements than this pairs each only with the next."""
_RAREST = 16
"""How many of a statement's rarest words, and of its rarest meanings, are looked up."""
_SHARED = 2
"""Rare keys that two statements share before they are looked at; of those looked up at least this share: """
_SHARED_OF = 0.3
_WORTH = 0.45
"""The share of the lighter statement's words, or of its meanings, that the other must have to be compared."""
_WORTH_STRANGERS = 0.65
"""The same for two named speakers, for unnamed ones of two events, and inside one source, which seldom tells a remark
twice."""
_WORTH_FEW = 0.6
"""The same where they have only two in common."""
_FEW = 2
_WORTH_LANGUAGES = 0.3
_WORTH_IN_COPY = 0.1
_HALF = 32
"""Bits in which one place of a pair is kept."""
Places = NDArray[np.int64]
Keys = Callable[[Said], frozenset[str]]
Pairs = set[tuple[int, int]]
"""Places in the list of all statements, the lower first."""


def candidates(all_said: Sequence[Said], weights: Weights) -> Pairs:
    """Pairs to compare."""
    by_run: dict[tuple[str, ...], list[int]] = {}
    for index, one in enumerate(all_said):
        for run in one.runs if one.direct else ():
            by_run.setdefault(run, []).append(index)
    same_run = {pair for members in by_run.values() if len(members) > 1 for pair in pairwise(members)}
    near = _sharing(all_said, _stems) | _sharing(all_said, _senses)
    return same_run | worth(near, all_said, weights, in_copy=False)


def worth(pairs: Pairs, all_said: Sequence[Said], weights: Weights, *, in_copy: bool) -> Pairs:
    """Those of the pairs that share enough at a first look; less is asked of the copies of one text."""
    words = {index: weights.words(all_said[index]) for index in {index for pair in pairs for index in pair}}
    found: Pairs = set()
    for pair in pairs:
        ours, theirs = words[pair[0]], words[pair[1]]
        light, heavy = (ours, theirs) if ours.mass <= theirs.mass else (theirs, ours)
        met, shared = 0, 0
        for keys, weight in light.words:
            if not keys.isdisjoint(heavy.keys):
                met, shared = met + weight, shared + 1
        if not shared:
            continue
        least = _WORTH_IN_COPY if in_copy else _least(all_said[pair[0]], all_said[pair[1]])
        few = max(_WORTH_FEW, least) if shared <= _FEW and least >= _WORTH else least
        if met >= few * light.mass:
            found.add(pair)
    return found


def _least(left: Said, right: Said) -> float:
    speaker = left.speaker is not None and left.speaker == right.speaker
    event = left.occasion is not None and left.occasion == right.occasion
    strangers = not speaker and ((left.certain and right.certain) or not event)
    if left.source == right.source or strangers:
        return _WORTH_STRANGERS
    return _WORTH if left.language == right.language else _WORTH_LANGUAGES


def _stems(one: Said) -> frozenset[str]:
    return one.look.stems


def _senses(one: Said) -> frozenset[str]:
    return one.look.senses


def _sharing(all_said: Sequence[Said], keys: Keys) -> Pairs:
    """Pairs that share some of their rarest keys."""
    seen = Counter(chain.from_iterable(map(keys, all_said)))
    ranked = sorted((count, key) for key, count in seen.items() if count > 1)
    rank = {key: place for place, (_, key) in enumerate(ranked)}
    by_key: list[list[int]] = [[] for _ in ranked]
    needed: list[int] = []
    for index, one in enumerate(all_said):
        known = sorted([rank[key] for key in keys(one) if key in rank])
        for place in known[:_RAREST]:
            by_key[place].append(index)
        needed.append(min(len(known), max(_SHARED, int(_SHARED_OF * min(len(known), _RAREST)))))
    left, right, shared = _counted([members for members in by_key if len(members) > 1])
    least = np.array(needed, dtype=np.int64)
    enough = shared >= np.minimum(least[left], least[right])
    return set(zip(left[enough].tolist(), right[enough].tolist(), strict=True))


def _counted(groups: Sequence[Sequence[int]]) -> tuple[Places, Places, Places]:
    """The pairs inside all groups, lower place first, and in how many groups each stands."""
    codes: list[Places] = [np.zeros(0, dtype=np.int64)]
    for members in groups:
        places = np.array(members, dtype=np.int64)
        first, second = _every_two(len(members)) if len(members) <= _COMMON else (slice(0, -1), slice(1, None))
        codes.append((places[first] << _HALF) | places[second])
    pairs, counts = np.unique(np.concatenate(codes), return_counts=True)
    return pairs >> _HALF, pairs & ((1 << _HALF) - 1), counts


@cache
def _every_two(size: int) -> tuple[Places, Places]:
    """The places of both sides of every pair of `size` things."""
    first, second = np.triu_indices(size, 1)
    return first, second


def apart(left: Said, right: Said) -> bool:
    """Whether they are no words of one another: in one source, statements that overlap."""
    return left.source != right.source or left.end <= right.start or right.end <= left.start
