"""Which pairs are worth comparing: those that share rare heavy terms, found through an inverted index."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from secondsource.stage.matrix import Matrix, Postings, likeliest

from .compare import Vector

WHOLE = 150
"""Reports that are all compared with each other."""
KEYS = 60
"""Heaviest terms of a report that are looked up."""
MOST_REPORTS = 400
"""A term that more reports than this have says nothing about which happening it is."""
MOST_PARTNERS = 80
"""Partners kept for one report, the likeliest first."""
LEAST_SHARED = 0.02
"""Likeness by these terms alone below which two reports are not compared; up to .03 the groups of both public sets stay
as they are."""


def candidates(vectors: Sequence[Vector], terms: Matrix, across: Matrix) -> list[tuple[str, str]]:
    """Pairs of sources, each in order, sorted: all of them in a pile of at most `WHOLE` reports. In a larger one each
    whole text with its likeliest partners, so that cost grows with the reports times `KEYS` times the length of a
    posting; two headlines share too few terms to be found by them.

    `vectors` are in order of their sources; `terms` and `across` are the same as matrices.
    """
    sources = [vector.keys.source for vector in vectors]
    if len(vectors) <= WHOLE:
        return list(combinations(sources, 2))
    # so that languages can meet, the heaviest names by their consonants too
    tables = [Postings(terms.heaviest(KEYS), MOST_REPORTS), Postings(across.heaviest(KEYS // 4), MOST_REPORTS)]
    codes = [np.zeros(0, np.int64)]
    for at, vector in enumerate(vectors):
        if not vector.keys.brief:
            likeness = tables[0].likeness(at) + tables[1].likeness(at)
            best = likeliest(at, likeness, LEAST_SHARED, MOST_PARTNERS)
            codes.append(np.minimum(best, at) * len(sources) + np.maximum(best, at))
    pairs = np.unique(np.concatenate(codes)).tolist()
    return [(sources[code // len(sources)], sources[code % len(sources)]) for code in pairs]
