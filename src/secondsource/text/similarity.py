"""How alike two sets or sequences are, from 0 to 1."""

from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from math import sqrt

from rapidfuzz.distance import Indel, JaroWinkler, LCSseq


def jaccard(left: AbstractSet[Hashable], right: AbstractSet[Hashable]) -> float:
    """Shared over all; two empty sets are unlike."""
    union = len(left | right)
    return len(left & right) / union if union else 0.0


def containment(left: AbstractSet[Hashable], right: AbstractSet[Hashable]) -> float:
    """Shared over the smaller: how far one lies inside the other (A. Broder, "On the resemblance and containment of
    documents", 1997)."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def sequence_ratio(left: Sequence[Hashable], right: Sequence[Hashable]) -> float:
    """Twice the longest common subsequence over both lengths."""
    return Indel.normalized_similarity(left, right)


def name_ratio(left: str, right: str) -> float:
    """Jaro-Winkler likeness of two names."""
    return JaroWinkler.normalized_similarity(left, right)


def common_in_order(left: Sequence[Hashable], right: Sequence[Hashable]) -> int:
    """Length of the longest common subsequence: what both have in the same order."""
    return LCSseq.similarity(left, right)


def by_chance_in_order(count: int) -> float:
    """How many of `count` things two random orders have in common order, on average: within .15 of the mean length of
    the longest increasing subsequence of random permutations of up to 30 things."""
    return max(0.0, 1.62 * sqrt(count) - 0.75)
