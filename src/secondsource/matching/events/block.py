"""Which pairs are worth comparing: those that share rare heavy terms, found through an inverted index."""

from collections.abc import Sequence
from itertools import combinations

from .compare import Vector

WHOLE = 150
"""Reports that are all compared with each other."""
KEYS = 60
"""Heaviest terms of a report that are looked up."""
MOST_REPORTS = 400
"""A term that more reports than this have says nothing about which happening it is."""
MOST_PARTNERS = 80
"""Partners kept for one report, the likeliest first."""


def candidates(vectors: Sequence[Vector]) -> list[tuple[int, int]]:
    """Index pairs, sorted: all of them in a pile of at most `WHOLE` reports. In a larger one, cost grows with the
    reports times `KEYS` times the length of a posting."""
    if len(vectors) <= WHOLE:
        return list(combinations(range(len(vectors)), 2))
    postings: dict[str, list[tuple[int, float]]] = {}
    for at, vector in enumerate(vectors):
        for term, weight in _heaviest(vector):
            postings.setdefault(term, []).append((at, weight))
    found: set[tuple[int, int]] = set()
    for at, vector in enumerate(vectors):
        votes: dict[int, float] = {}
        for term, weight in _heaviest(vector):
            posting = postings[term]
            if len(posting) > MOST_REPORTS:
                continue
            for other, its in posting:
                votes[other] = votes.get(other, 0.0) + weight * its
        votes.pop(at, None)
        best = sorted(votes, key=lambda other: (-votes[other], other))[:MOST_PARTNERS]
        found.update((min(at, other), max(at, other)) for other in best)
    return sorted(found)


def _heaviest(vector: Vector) -> list[tuple[str, float]]:
    """The heaviest terms, and, so that languages can meet, the heaviest names by their consonants."""
    terms = sorted(vector.terms.items(), key=lambda item: (-item[1], item[0]))[:KEYS]
    across = sorted(vector.across.items(), key=lambda item: (-item[1], item[0]))[: KEYS // 4]
    return [(f"{vector.keys.language}:{term}", weight) for term, weight in terms] + across
