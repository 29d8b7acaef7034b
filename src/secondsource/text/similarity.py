"""How alike two sets or sequences are, from 0 to 1."""

from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet

from rapidfuzz.distance import Indel, JaroWinkler


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
