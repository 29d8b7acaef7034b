"""Which events are compared, and which belong to one story."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from secondsource.stage.grouping import Pair, of_one_matter
from secondsource.stage.matrix import Postings, likeliest, matrix

from .compare import Comparison, Vector

LEAST, LEAST_OF_ONE_MATTER = 0.2, 0.05
"""The score from which two events are steps of one story, and the one for a handful of reports: who gathers a dozen of
them gathers one matter."""
KEYS = 30
"""Heaviest terms of an event that are looked up."""
FEW_EVENTS = 40
"""Events up to which every two are compared."""
MOST_EVENTS = 300
"""A term of more events than this does not point to a story."""
MOST_PARTNERS = 40
"""Partners kept for one event."""
LEAST_SHARED = 0.1
"""Weight that two events must share in these terms and actors: steps of one story measured share .17 and more, nineteen
of twenty other pairs less."""


def candidates(events: Sequence[Vector]) -> list[tuple[int, int]]:
    """Index pairs of events that share heavy terms or actors, sorted; of few events all pairs."""
    if len(events) <= FEW_EVENTS:
        return list(combinations(range(len(events)), 2))
    kinds = [""] * len(events)
    of_terms = Postings(matrix([event.terms for event in events], kinds).heaviest(KEYS), MOST_EVENTS)
    of_actors = Postings(matrix([event.actors for event in events], kinds).heaviest(KEYS), MOST_EVENTS)
    codes = [np.zeros(0, np.int64)]
    for at in range(len(events)):
        likeness = of_terms.likeness(at) + of_actors.likeness(at)
        best = likeliest(at, likeness, LEAST_SHARED, MOST_PARTNERS)
        codes.append(np.minimum(best, at) * len(events) + np.maximum(best, at))
    return [divmod(code, len(events)) for code in np.unique(np.concatenate(codes)).tolist()]


def least(reports: int) -> float:
    """The score from which two events are steps of one story, in a pile of so many reports."""
    return LEAST - (LEAST - LEAST_OF_ONE_MATTER) * of_one_matter(reports)


def pairs_to_join(compared: Sequence[Comparison], reports: int) -> list[tuple[Pair, Comparison]]:
    """The pairs of one story, with what they were decided by. `reports`: how many the pile has."""
    enough = least(reports)
    return [(Pair(one.score, one.left, one.right), one) for one in compared if one.score >= enough]
