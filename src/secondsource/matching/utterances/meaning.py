"""The models grade: remarks that sentence vectors bring together where words hardly meet. Vectors propose; numbers,
negation, days and roles decide."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from secondsource.language.vectors import Vectors

from .compare import Compared, Comparison
from .decide import Speakers, speakers
from .material.changes import speaks_against
from .occasion import one_occasion
from .said import Said

_LIKE = 0.45
"""How near in meaning two statements must be: on the remarks of bench/remarks that rules had left apart, two of three
pairs above it were one, before the rules below looked at them."""
_LIKE_UNKNOWN = 0.6
"""The same where one speaker is not named."""
_LEAST_DENIED = 0.3
"""The share of words that two statements must have in common where both deny something: vectors hardly see what."""
_NEAREST = 40
"""Of each text so many nearest ones are looked at."""
_LEAST_WORDS = 3


class Proposed(Struct, frozen=True):
    """Two statements, and how near they lie in meaning."""

    pair: Comparison
    likeness: float


def proposed(all_said: Sequence[Said], same: Iterable[tuple[str, str]], compared: Compared) -> list[Proposed]:
    """Pairs that are each other's nearest in meaning in the other's source, told on one occasion, with nothing that
    speaks against them; sorted. `same`: sorted ids that need no proposal. Raises `ModelError` where the model is not
    installed."""
    told = _worth_a_vector(all_said)
    texts = {_key(one): one.text for one in told}
    if not texts:
        return []
    vectors = Vectors(texts, {_key(one): one.language for one in told})
    near = vectors.neighbours(_NEAREST, _LIKE, dict.fromkeys(texts), 0)
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
    known = set(same)
    return [
        Proposed(compared.of(one, other), likeness)
        for ids, (one, other, likeness) in sorted(pairs.items())
        if ids not in known
        and likeness >= max(best[(one.id, other.source)], best[(other.id, one.source)])
        and _may_be_one(compared.of(one, other), likeness)
    ]


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


def _may_be_one(pair: Comparison, likeness: float) -> bool:
    """Whether nothing speaks against two statements that lie near each other."""
    known = speakers(pair)
    if known is Speakers.OTHER or (known is Speakers.UNKNOWN and likeness < _LIKE_UNKNOWN):
        return False
    if pair.left.negations and pair.coverage < _LEAST_DENIED:
        return False
    return not pair.changed and not speaks_against(pair.left, pair.right) and one_occasion(pair.left, pair.right)
