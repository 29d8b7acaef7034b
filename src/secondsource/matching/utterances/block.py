"""Which statements are worth comparing: those that share rare words or meanings. The cost grows with the pile."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations, pairwise

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
Keys = Callable[[Said], frozenset[str]]
Pairs = set[tuple[int, int]]
"""Places in the list of all statements, the lower first."""


def candidates(all_said: Sequence[Said], weights: Weights) -> Pairs:
    """Pairs to compare."""
    by_run: dict[str, list[int]] = {}
    for index, one in enumerate(all_said):
        for run in one.runs if one.direct else ():
            by_run.setdefault(run, []).append(index)
    same_run = {pair for members in by_run.values() if len(members) > 1 for pair in pairwise(members)}
    near = _sharing(all_said, _stems) | _sharing(all_said, _senses)
    return same_run | worth(near, all_said, weights, in_copy=False)


def worth(pairs: Pairs, all_said: Sequence[Said], weights: Weights, *, in_copy: bool) -> Pairs:
    """Those of the pairs that share enough at a first look; less is asked of the copies of one text."""
    wanted = {index for pair in pairs for index in pair}
    masses = {index: tuple(weights.total(keys(all_said[index])) for keys in _KINDS) for index in wanted}
    found: Pairs = set()
    for pair in pairs:
        left, right = all_said[pair[0]], all_said[pair[1]]
        least = _WORTH_IN_COPY if in_copy else _least(left, right)
        for kind, keys in enumerate(_KINDS):
            shared = keys(left) & keys(right)
            few = max(_WORTH_FEW, least) if len(shared) <= _FEW and least >= _WORTH else least
            if shared and weights.total(shared) >= few * min(masses[pair[0]][kind], masses[pair[1]][kind]):
                found.add(pair)
                break
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


_KINDS: tuple[Keys, ...] = (_stems, _senses)


def _sharing(all_said: Sequence[Said], keys: Keys) -> Pairs:
    """Pairs that share some of their rarest keys."""
    seen = Counter(key for one in all_said for key in keys(one))
    by_key: dict[str, list[int]] = {}
    needed: list[int] = []
    for index, one in enumerate(all_said):
        known = sorted((seen[key], key) for key in keys(one) if seen[key] > 1)
        for _, key in known[:_RAREST]:
            by_key.setdefault(key, []).append(index)
        needed.append(min(len(known), max(_SHARED, int(_SHARED_OF * min(len(known), _RAREST)))))
    shared: Counter[tuple[int, int]] = Counter()
    for members in by_key.values():
        shared.update(combinations(members, 2) if len(members) <= _COMMON else pairwise(members))
    return {pair for pair, count in shared.items() if count >= min(needed[pair[0]], needed[pair[1]])}


def apart(left: Said, right: Said) -> bool:
    """Whether they are no words of one another: in one source, statements that overlap."""
    return left.source != right.source or left.end <= right.start or right.end <= left.start
