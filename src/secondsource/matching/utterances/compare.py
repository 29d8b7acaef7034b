"""Two statements compared by a table of small features; clause by clause, because a report may carry a part only."""

from msgspec import Struct

from secondsource.model.link import Feature
from secondsource.text.similarity import sequence_ratio

from .amounts import near
from .changes import changes
from .said import Said, Weights
from .terms import Clause, Term

_PAIRED = 0.3
"""How alike two clauses must be to be told as the same one."""
_UNKNOWN = 0.5
"""What a word counts whose meaning no table knows, where another language can show it in no other way."""
_EMPTY = 0.4
"""What a function word counts."""
_FEW = 3
_WHOLE = 0.9
"""What words found anywhere in the other statement count against words found in one clause of it."""


class Comparison(Struct, frozen=True):
    """What the features found. `coverage` is the share of the shorter statement found again in the longer."""

    left: Said
    right: Said
    features: tuple[Feature, ...]
    score: float
    coverage: float
    shared: int
    """Words and numbers of the shorter statement that the other has."""
    run: bool
    """Whether six words follow each other in both."""
    changed: tuple[str, ...]
    """What differs materially in clauses that are otherwise the same: `number`, `negation`, `roles` …"""


def compare(left: Said, right: Said, weights: Weights) -> Comparison:
    """The comparison of two statements; symmetric."""
    if (left.terms, left.id) > (right.terms, right.id):
        left, right = right, left
    crossed = left.language != right.language
    covered = total = ordered = 0.0
    changed: set[str] = set()
    for clause in left.clauses:
        mass = _mass(clause, weights, crossed=crossed)
        total += mass
        likeness, best = max(
            ((_likeness(clause, other, weights, crossed=crossed), -at) for at, other in enumerate(right.clauses)),
            default=(0.0, 0),
        )
        if likeness < _PAIRED:
            continue
        other = right.clauses[-best]
        covered += _found(clause, other, weights, crossed=crossed)
        ordered += mass * (_order(clause, other) if not crossed else 1.0)
        changed.update(changes(clause, other, crossed=crossed))
    run = not crossed and not left.runs.isdisjoint(right.runs)
    anywhere, shared = _found_anywhere(left, right, weights, crossed=crossed)
    coverage = max(covered / total, _WHOLE * anywhere) if total else 0.0
    features = (
        Feature("words found again", coverage, 0.6),
        Feature("their order", ordered / total if total else 0.0, 0.1),
        Feature("length", left.terms / max(1, right.terms), 0.05),
        Feature("same speaker", float(left.speaker is not None and left.speaker == right.speaker), 0.15),
        Feature("same copy family", float(left.family is not None and left.family == right.family), 0.1),
    )
    score = min(1.0, sum(feature.value * feature.weight for feature in features))
    return Comparison(left, right, features, score, coverage, shared, run, tuple(sorted(changed)))


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


def _weight(term: Term, weights: Weights, *, crossed: bool) -> float:
    """A function word counts little, across languages nothing."""
    if term.empty:
        return 0.0 if crossed else weights.of_term(term) * _EMPTY
    if crossed and not term.known:
        return weights.of_term(term) * _UNKNOWN
    return weights.of_term(term)


def _mass(clause: Clause, weights: Weights, *, crossed: bool) -> float:
    words = sum(_weight(term, weights, crossed=crossed) for term in clause.terms)
    return words + sum(weights.of(amount.key) for amount in clause.amounts)


def _found(clause: Clause, other: Clause, weights: Weights, *, crossed: bool) -> float:
    """The weight of the words and numbers of a clause that the other has too."""
    words = sum(
        _weight(term, weights, crossed=crossed)
        for term in clause.terms
        if term.keys & (other.every if term.empty else other.keys)
    )
    numbers = sum(weights.of(a.key) for a in clause.amounts if any(near(a, b) for b in other.amounts))
    return words + numbers


def _likeness(left: Clause, right: Clause, weights: Weights, *, crossed: bool) -> float:
    """The share of the lighter clause's words and numbers, by weight, that the other has."""
    masses = (_mass(left, weights, crossed=crossed), _mass(right, weights, crossed=crossed))
    if not masses[0] or not masses[1]:
        return 0.0
    light, heavy = (left, right) if masses[0] <= masses[1] else (right, left)
    share = _found(light, heavy, weights, crossed=crossed) / min(masses)
    few = len(light.terms) + len(light.amounts)
    return share if few >= _FEW else share * min(masses) / max(masses)


def _found_anywhere(left: Said, right: Said, weights: Weights, *, crossed: bool) -> tuple[float, int]:
    """The share of all of `left` that stands anywhere in `right`, and how many words and numbers that is."""
    found = total = 0.0
    count = 0
    for clause in left.clauses:
        for term in clause.terms:
            weight = _weight(term, weights, crossed=crossed)
            total += weight
            if term.keys & (right.every if term.empty else right.keys):
                found += weight
                count += 1
        for amount in clause.amounts:
            weight = weights.of(amount.key)
            total += weight
            if any(near(amount, other) for each in right.clauses for other in each.amounts):
                found += weight
                count += 1
    return (found / total if total else 0.0), count


def _order(left: Clause, right: Clause) -> float:
    shared = {term.stem for term in left.terms} & {term.stem for term in right.terms}
    one = [term.stem for term in left.terms if term.stem in shared]
    two = [term.stem for term in right.terms if term.stem in shared]
    return sequence_ratio(one, two) if one and two else 0.0
