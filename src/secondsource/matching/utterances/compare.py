"""Two statements compared by a table of small features; clause by clause, because a report may carry a part only."""

import re

from msgspec import Struct

from secondsource.model.link import Feature
from secondsource.text.similarity import jaccard, sequence_ratio

from .keys import Clause, Said, Weights

_PAIRED = 0.5
"""How alike two clauses must be to be told as the same one."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_TELLING = 0.6
"""How much two clauses must share for a missing "not" or swapped names to tell something."""
_ROUNDING = 0.02
"""Numbers this near to each other are one number, written more or less exactly."""


class Comparison(Struct, frozen=True):
    """What the features found. `coverage` is the share of the shorter statement found again in the longer."""

    left: Said
    right: Said
    features: tuple[Feature, ...]
    score: float
    coverage: float
    words: int
    """Content words of the shorter statement."""
    changed: tuple[str, ...]
    """What differs materially in clauses that are otherwise the same: `number`, `negation`, `roles`."""


def compare(left: Said, right: Said, weights: Weights) -> Comparison:
    """The comparison of two statements; symmetric."""
    if (len(left.words), left.id) > (len(right.words), right.id):
        left, right = right, left
    if left.language != right.language:
        return _compare_languages(left, right, weights)
    covered = total = ordered = 0.0
    changed: set[str] = set()
    for clause in left.clauses:
        weight = weights.total((*clause.words, *clause.numbers))
        total += weight
        likeness, best = max(
            ((_likeness(clause, other, weights), index) for index, other in enumerate(right.clauses)), default=(0.0, 0)
        )
        if likeness < _PAIRED:
            continue
        covered += weight * likeness
        ordered += weight * _order(clause, right.clauses[best])
        changed.update(_changes(clause, right.clauses[best], likeness))
    whole = _share(frozenset(left.words) | left.numbers, frozenset(right.words) | right.numbers, weights)
    coverage = max(covered / total if total else 0.0, 0.9 * whole)
    features = (
        Feature("words found again", coverage, 0.6),
        Feature("their order", ordered / total if total else 0.0, 0.15),
        Feature("same speaker", float(left.speaker is not None and left.speaker == right.speaker), 0.15),
        Feature("same copy family", float(left.family is not None and left.family == right.family), 0.1),
    )
    return _made(left, right, features, coverage, tuple(sorted(changed)))


def likest(pairs: list[Comparison]) -> dict[tuple[str, str], float]:
    """For each statement and each other source, the score of what is most like it there."""
    best: dict[tuple[str, str], float] = {}
    for pair in pairs:
        for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
            key = (one.id, other.source)
            best[key] = max(best.get(key, 0.0), pair.score)
    return best


def is_likest(pair: Comparison, best: dict[tuple[str, str], float]) -> bool:
    """Whether each of the two is the one most like the other in the other's source."""
    left, right = pair.left, pair.right
    return pair.score >= best[(left.id, right.source)] and pair.score >= best[(right.id, left.source)]


def _made(
    left: Said, right: Said, features: tuple[Feature, ...], coverage: float, changed: tuple[str, ...]
) -> Comparison:
    score = sum(feature.value * feature.weight for feature in features)
    words = len(left.words) + len(left.numbers)
    return Comparison(left, right, features, min(1.0, score), coverage, words, changed)


def _likeness(left: Clause, right: Clause, weights: Weights) -> float:
    """The share of the smaller clause's words and numbers, by weight, that the other has."""
    one, two = frozenset(left.words) | left.numbers, frozenset(right.words) | right.numbers
    if not one or not two:
        return 0.0
    near = _share(one, two, weights)
    return near if min(len(one), len(two)) >= 3 else near * len(one & two) / max(len(one), len(two))


def _share(left: frozenset[str], right: frozenset[str], weights: Weights) -> float:
    """The weight of what both have over that of the lighter."""
    lighter = min(weights.total(left), weights.total(right))
    return weights.total(left & right) / lighter if lighter else 0.0


def _order(left: Clause, right: Clause) -> float:
    shared = frozenset(left.words) & frozenset(right.words)
    one = [word for word in left.words if word in shared]
    two = [word for word in right.words if word in shared]
    return sequence_ratio(one, two) if one and two else 0.0


def _changes(left: Clause, right: Clause, likeness: float) -> list[str]:
    found: list[str] = []
    if numbers_conflict(left.numbers, right.numbers):
        found.append("number")
    alike = likeness >= 0.7 and jaccard(frozenset(left.words), frozenset(right.words)) >= _TELLING
    if alike and left.negated != right.negated:
        found.append("negation")
    names = [name for name in left.names if name in right.names]
    mirrored = [name for name in right.names if name in left.names]
    if alike and len(set(names)) == len(names) == 2 and names == mirrored[::-1]:
        found.append("roles")
    return found


def numbers_conflict(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether each side has a number that the other has nothing near to. A year against "last year" is none."""
    left, right = _no_years(left), _no_years(right)
    return _lacks(left, right) and _lacks(right, left)


def _no_years(numbers: frozenset[str]) -> frozenset[str]:
    return frozenset(number for number in numbers if not _YEAR.fullmatch(number))


def _lacks(left: frozenset[str], right: frozenset[str]) -> bool:
    return any(not any(_near(a, b) for b in right) for a in left)


def _near(left: str, right: str) -> bool:
    if left == right:
        return True
    try:
        one, two = float(left), float(right)
    except ValueError:
        return False
    if one == two:
        return True
    rounded = round(one) == two or round(two) == one
    return rounded or abs(one - two) <= _ROUNDING * max(abs(one), abs(two))


def _compare_languages(left: Said, right: Said, weights: Weights) -> Comparison:
    """Without a common vocabulary: numbers, names, shared concepts and cognates, and the place in a copy."""
    numbers = _shared(left.numbers, right.numbers)
    names = _shared(_names(left), _names(right))
    family = left.family is not None and left.family == right.family
    place = 1.0 - abs(left.order - right.order) if family else 0.0
    lengths = min(len(left.words), len(right.words)) / max(1, len(left.words), len(right.words))
    senses = _alike_senses(left, right, weights)
    features = (
        Feature("same meanings", senses, 0.5),
        Feature("same numbers", numbers, 0.15 if left.numbers or right.numbers else 0.0),
        Feature("same names", names, 0.1 if _names(left) or _names(right) else 0.0),
        Feature("same place in the copy", place, 0.1 if family else 0.0),
        Feature("length", lengths, 0.1),
        Feature("same form", float(left.direct == right.direct), 0.1),
    )
    total = sum(feature.weight for feature in features)
    score = sum(feature.value * feature.weight for feature in features) / total
    changed = ("number",) if numbers_conflict(left.numbers, right.numbers) else ()
    words = len(left.words) + len(left.numbers)
    return Comparison(left, right, features, score, senses, words, changed)


def _alike_senses(left: Said, right: Said, weights: Weights) -> float:
    """Twice the weight of the shared senses over that of both, or their share of the lighter where one is a part."""
    one, two = left.senses, right.senses
    both, shared = weights.total(one) + weights.total(two), weights.total(one & two)
    lighter = min(weights.total(one), weights.total(two))
    return max(2 * shared / both, 0.8 * shared / lighter) if lighter and len(one & two) > 1 else 0.0


def _names(one: Said) -> frozenset[str]:
    return frozenset(name[:4] for clause in one.clauses for name in clause.names)


def _shared(left: frozenset[str], right: frozenset[str]) -> float:
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0
