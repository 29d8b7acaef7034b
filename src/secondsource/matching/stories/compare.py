"""How alike two events are as steps of one story."""

import math
from collections.abc import Sequence

from msgspec import Struct

from secondsource.model.link import Feature

from .keys import EventKeys


class Vector(Struct, frozen=True):
    """An event's actors and terms weighed by their rarity among the events of the pile, to unit length."""

    keys: EventKeys
    actors: dict[str, float]
    terms: dict[str, float]


class Comparison(Struct, frozen=True):
    """Two events with every feature."""

    left: str
    right: str
    score: float
    features: tuple[Feature, ...]


def vectors(events: Sequence[EventKeys], strangers: int = 20) -> list[Vector]:
    """Weighed by log((n + s + 1) / (df + 1/2)): `strangers` (s) stands for the events a small pile does not hold, so
    that what all its few events share still counts."""
    actor_counts: dict[str, int] = {}
    term_counts: dict[str, int] = {}
    for event in events:
        for actor in event.actors:
            actor_counts[actor] = actor_counts.get(actor, 0) + 1
        for term in event.terms:
            term_counts[term] = term_counts.get(term, 0) + 1
    total = len(events) + strangers + 1
    return [
        Vector(
            event,
            _unit(
                {actor: share * math.log(total / (actor_counts[actor] + 0.5)) for actor, share in event.actors.items()}
            ),
            _unit({term: weight * math.log(total / (term_counts[term] + 0.5)) for term, weight in event.terms.items()}),
        )
        for event in events
    ]


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
    return {key: weight / length for key, weight in weights.items()}


def _cosine(left: dict[str, float], right: dict[str, float]) -> float:
    if len(left) > len(right):
        left, right = right, left
    return math.fsum(weight * right[key] for key, weight in left.items() if key in right)


def compare(left: Vector, right: Vector) -> Comparison:
    """The features and the score; actors weigh as much as words where both are known."""
    actors = _cosine(left.actors, right.actors)
    terms = _cosine(left.terms, right.terms)
    days = _days_between(left.keys, right.keys)
    near = 1.0 if days is None else math.exp(-days / 730)
    known = bool(left.actors and right.actors)
    features = (
        Feature("actors", actors, 0.5 if known else 0.0),
        Feature("words", terms, 0.5 if known else 1.0),
        Feature("nearness in time", near, 0.3),
    )
    topic = 0.5 * actors + 0.5 * terms if known else terms
    first, second = sorted((left.keys.event, right.keys.event))
    return Comparison(first, second, round(topic * (0.7 + 0.3 * near), 6), features)


def _days_between(left: EventKeys, right: EventKeys) -> int | None:
    if left.earliest is None or left.latest is None or right.earliest is None or right.latest is None:
        return None
    return max(0, (left.earliest - right.latest).days, (right.earliest - left.latest).days)
