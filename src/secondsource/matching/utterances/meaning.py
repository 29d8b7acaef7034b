"""The models grade: remarks that sentence vectors bring together where words hardly meet. Vectors propose; numbers,
negation, days and roles decide, and what is left is weighed: a logistic regression over a few features, whose weights
were learnt from the project's own stories (`meaning.toml`)."""

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources

import msgspec
from msgspec import Struct

from secondsource.language.vectors import Vectors

from .compare import Compared, Comparison
from .decide import Speakers, speakers
from .material.changes import speaks_against
from .occasion import one_occasion, told_apart
from .said import Said

_NEAR = 0.2
"""How near in meaning two statements must be for a look at them; below it hardly any are one remark."""
SURE = 0.9
"""How likely two statements must be one remark. Chosen with each development story left out in turn: from here on what
is joined besides the rules' pairs is right."""
_NEAREST = 40
"""Of each text so many nearest ones are looked at."""
_LEAST_WORDS = 3


class Proposed(Struct, frozen=True):
    """Two statements, and how near they lie in meaning."""

    pair: Comparison
    likeness: float


class Learnt(Struct, frozen=True, forbid_unknown_fields=True):
    """What was learnt of when two statements that lie near each other are one remark, and from which stories."""

    stories: tuple[str, ...]
    constant: float
    weights: Mapping[str, float]
    """By the names that `features` gives."""


def proposed(all_said: Sequence[Said], same: Iterable[tuple[str, str]], compared: Compared) -> list[Proposed]:
    """Pairs that are likely one remark though the rules did not join them; sorted. `same`: sorted ids that need no
    proposal. Raises `ModelError` where the model is not installed."""
    known = set(same)
    return [
        one
        for one in neighbours(all_said, compared)
        if (min(one.pair.left.id, one.pair.right.id), max(one.pair.left.id, one.pair.right.id)) not in known
        and chance_of(features(one), learnt_weights()) >= SURE
    ]


def neighbours(all_said: Sequence[Said], compared: Compared) -> list[Proposed]:
    """Pairs that are each other's nearest in meaning in the other's source, told on one occasion, with nothing that
    speaks against them; sorted. Raises `ModelError` where the model is not installed."""
    told = _worth_a_vector(all_said)
    texts = {_key(one): one.text for one in told}
    if not texts:
        return []
    vectors = Vectors(texts, {_key(one): one.language for one in told})
    near = vectors.neighbours(_NEAREST, _NEAR, dict.fromkeys(texts), 0)
    by_key: dict[str, list[Said]] = {}
    for one in told:
        by_key.setdefault(_key(one), []).append(one)
    pairs = {
        (min(one.id, other.id), max(one.id, other.id)): (one, other, vectors.likeness(left, right))
        for left, right in [*near, *((key, key) for key in texts)]
        for one in by_key[left]
        for other in by_key[right]
        if one.source != other.source and _is_one_matter(one, other)
    }
    best = _nearest(pairs.values())
    return [
        Proposed(compared.of(one, other), likeness)
        for _, (one, other, likeness) in sorted(pairs.items())
        if likeness >= max(best[(one.id, other.source)], best[(other.id, one.source)])
        and _may_be_one(compared.of(one, other))
    ]


def features(one: Proposed) -> dict[str, float]:
    """What is weighed of two statements, by name; each about 0 to 1."""
    pair = one.pair
    left, right = pair.left, pair.right
    crossed = float(pair.crossed)
    return {
        "words found again": pair.coverage,
        "words found again, two languages": pair.coverage * crossed,
        "rarest word found again": pair.telling,
        "one speaker": float(speakers(pair) is Speakers.SAME),
        "the shorter beside the longer": left.terms / max(1, right.terms),
        "likeness": one.likeness,
        "likeness, two languages": one.likeness * crossed,
        "apart in their reports": abs(left.order - right.order),
    }


def chance_of(told: Mapping[str, float], learnt: Learnt) -> float:
    """How likely two statements of these features are one remark, from 0 to 1."""
    points = learnt.constant + sum([weight * told[name] for name, weight in learnt.weights.items()])
    return 1.0 / (1.0 + math.exp(-points))


@cache
def learnt_weights() -> Learnt:
    """The weights of `meaning.toml`."""
    text = resources.files(__package__).joinpath("meaning.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Learnt)


def _worth_a_vector(all_said: Sequence[Said]) -> list[Said]:
    """Statements of a few words at least, in matters that more than one source tells of."""
    sources: dict[str, set[str]] = {}
    for one in all_said:
        for matter in _matters(one):
            sources.setdefault(matter, set()).add(one.source)
    shared = {matter for matter, told_by in sources.items() if len(told_by) > 1}
    return [one for one in all_said if one.look.length >= _LEAST_WORDS and not shared.isdisjoint(_matters(one))]


def _matters(one: Said) -> list[str]:
    return [matter for matter in (one.family, one.occasion) if matter is not None]


def _is_one_matter(one: Said, other: Said) -> bool:
    return not set(_matters(one)).isdisjoint(_matters(other))


def _key(one: Said) -> str:
    """Equal texts of one language have one vector."""
    return f"{one.language} {one.text}"


def _nearest(pairs: Iterable[tuple[Said, Said, float]]) -> dict[tuple[str, str], float]:
    """For each statement and each other source, how near the nearest one there is."""
    best: dict[tuple[str, str], float] = {}
    for one, other, likeness in pairs:
        for key in ((one.id, other.source), (other.id, one.source)):
            best[key] = max(best.get(key, 0.0), likeness)
    return best


def _may_be_one(pair: Comparison) -> bool:
    """Whether nothing speaks against two statements that lie near each other."""
    left, right = pair.left, pair.right
    if speakers(pair) is Speakers.OTHER or bool(left.negations) != bool(right.negations):
        return False
    if pair.changed or speaks_against(left, right, pair.beside):
        return False
    return one_occasion(left, right) and not told_apart(left, right, word_for_word=False)
