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


def candidates(vectors: Sequence[Vector]) -> list[tuple[str, str]]:
    """Pairs of sources, each in order, sorted: all of them in a pile of at most `WHOLE` reports. In a larger one each
    whole text with its likeliest partners, so that cost grows with the reports times `KEYS` times the length of a
    posting; two headlines share too few terms to be found by them."""
    sources = [vector.keys.source for vector in vectors]
    if len(vectors) <= WHOLE:
        return list(combinations(sorted(sources), 2))
    postings: dict[str, list[tuple[int, float]]] = {}
    heaviest = [_heaviest(vector) for vector in vectors]
    for at, terms in enumerate(heaviest):
        for term, weight in terms:
            postings.setdefault(term, []).append((at, weight))
    found: set[tuple[str, str]] = set()
    for at, vector in enumerate(vectors):
        if vector.keys.brief:
            continue
        votes: dict[int, float] = {}
        for term, weight in heaviest[at]:
            posting = postings[term]
            if len(posting) > MOST_REPORTS:
                continue
            for other, its in posting:
                votes[other] = votes.get(other, 0.0) + weight * its
        votes.pop(at, None)
        best = sorted(votes, key=lambda other: (-votes[other], other))[:MOST_PARTNERS]
        found.update((min(sources[at], sources[other]), max(sources[at], sources[other])) for other in best)
    return sorted(found)


def _heaviest(vector: Vector) -> list[tuple[str, float]]:
    """The heaviest terms, and, so that languages can meet, the heaviest names by their consonants."""
    terms = sorted(vector.terms.items(), key=lambda item: (-item[1], item[0]))[:KEYS]
    across = sorted(vector.across.items(), key=lambda item: (-item[1], item[0]))[: KEYS // 4]
    return [(f"{vector.keys.language}:{term}", weight) for term, weight in terms] + across
