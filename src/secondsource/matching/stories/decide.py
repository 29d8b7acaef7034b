"""Which events are compared, and which belong to one story."""

from collections.abc import Sequence

from secondsource.stage.grouping import Pair

from .compare import Comparison, Vector

LEAST = 0.2
"""The score from which two events are steps of one story."""
KEYS = 30
"""Heaviest terms of an event that are looked up."""
MOST_EVENTS = 300
"""A term of more events than this does not point to a story."""
MOST_PARTNERS = 40
"""Partners kept for one event."""
LEAST_SHARED = 0.1
"""Weight that two events must share in these terms and actors: steps of one story measured share .17 and more, nineteen
of twenty other pairs less."""


def candidates(events: Sequence[Vector]) -> list[tuple[int, int]]:
    """Index pairs of events that share heavy terms or actors, sorted."""
    postings: dict[str, list[tuple[int, float]]] = {}
    heaviest = [_heaviest(event) for event in events]
    for at, keys in enumerate(heaviest):
        for key, weight in keys:
            postings.setdefault(key, []).append((at, weight))
    found: set[tuple[int, int]] = set()
    for at, keys in enumerate(heaviest):
        votes: dict[int, float] = {}
        for key, weight in keys:
            if len(postings[key]) <= MOST_EVENTS:
                for other, its in postings[key]:
                    votes[other] = votes.get(other, 0.0) + weight * its
        votes.pop(at, None)
        enough = [other for other, weight in votes.items() if weight >= LEAST_SHARED]
        best = sorted(enough, key=lambda other: (-votes[other], other))[:MOST_PARTNERS]
        found.update((min(at, other), max(at, other)) for other in best)
    return sorted(found)


def _heaviest(event: Vector) -> list[tuple[str, float]]:
    terms = sorted(event.terms.items(), key=lambda item: (-item[1], item[0]))[:KEYS]
    actors = sorted(event.actors.items(), key=lambda item: (-item[1], item[0]))[:KEYS]
    return terms + actors


def pairs_to_join(compared: Sequence[Comparison]) -> list[tuple[Pair, Comparison]]:
    """The pairs of one story, with what they were decided by."""
    return [(Pair(one.score, one.left, one.right), one) for one in compared if one.score >= LEAST]
