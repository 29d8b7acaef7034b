"""Two statements compared by a table of small features; clause by clause, because a report may carry a part only."""

from functools import cached_property

from msgspec import Struct

from secondsource.model.link import Feature
from secondsource.text.similarity import sequence_ratio

from .amounts import near
from .material.changes import changes
from .material.contraries import opposed
from .said import Said
from .terms import Clause
from .weights import Weighed, Weights
from .words import NOT

_PAIRED = 0.3
"""How alike two clauses must be to be told as the same one."""
_FEW = 3
_DIGITS = 6
"""Digits kept: the last bits of a sum differ between versions of Python."""
_NEGATED = frozenset((NOT,))
_WHOLE = 0.9
"""What words found anywhere in the other statement count against words found in one clause of it."""


class Comparison(Struct, frozen=True, dict=True):
    """What the features found; `left` is the shorter statement. What only pairs that are alike need is made when it is
    asked for."""

    left: Said
    right: Said
    coverage: float
    """The share of the shorter statement that is found again in the longer."""
    order: float
    """How far what is found again keeps its order."""
    score: float
    shared: int
    """Words and numbers of the shorter statement that the other has."""
    telling: float
    """How much the rarest of these says: 1 where hardly another statement has it, little where the whole matter is
    told with it."""
    beside: tuple[tuple[Clause, Clause], ...]
    """The clauses that tell the same."""

    @property
    def crossed(self) -> bool:
        """Whether they are in two languages."""
        return self.left.language != self.right.language

    @property
    def features(self) -> tuple[Feature, ...]:
        """The table of what was compared."""
        values = _values(self.left, self.right, self.coverage, self.order)
        return tuple(Feature(name, value, weight) for (name, weight), value in zip(_WEIGHTS, values, strict=True))

    @property
    def one_amount(self) -> bool:
        """Whether clauses that tell the same give one amount."""
        return any(near(a, b) for one, other in self.beside for a in one.amounts for b in other.amounts)

    @cached_property
    def run(self) -> bool:
        """Whether six words follow each other in both."""
        return not self.crossed and not self.left.runs.isdisjoint(self.right.runs)

    @cached_property
    def changed(self) -> tuple[str, ...]:
        """What differs materially in clauses that are otherwise the same: `number`, `negation`, `roles` …"""
        found = {change for one, other in self.beside for change in changes(one, other, crossed=self.crossed)}
        left, right = self.left, self.right
        if len(left.clauses) != len(right.clauses) and left.negations == right.negations:
            found.discard("negation")  # one of them tells in two sentences what the other tells in one
        return tuple(sorted(found))


_WEIGHTS = (
    ("words found again", 0.6),
    ("their order", 0.1),
    ("length", 0.05),
    ("same speaker", 0.15),
    ("same copy family", 0.1),
)


def _values(left: Said, right: Said, coverage: float, order: float) -> tuple[float, ...]:
    speaker = float(left.speaker is not None and left.speaker == right.speaker)
    family = float(left.family is not None and left.family == right.family)
    return (coverage, order, left.terms / max(1, right.terms), speaker, family)


def compare(left: Said, right: Said, weights: Weights) -> Comparison:
    """The comparison of two statements; symmetric."""
    if (left.terms, left.id) > (right.terms, right.id):
        left, right = right, left
    crossed = left.language != right.language
    ours, theirs = weights.clauses(left, crossed=crossed), weights.clauses(right, crossed=crossed)
    total = sum([one.mass for one in ours])
    covered = ordered = 0.0
    told: list[_Beside] = []
    for one in ours:
        likeness, other = _likest_clause(one, theirs)
        if other is None or likeness < _PAIRED:
            continue
        covered += _found(one, other.clause)
        ordered += one.mass * (1.0 if crossed else _order(one.clause, other.clause))
        told.append(_Beside(likeness, one.clause, other.clause))
    met = _found_anywhere(ours, right)
    coverage = round(max(covered / total, _WHOLE * met.weight / total), _DIGITS) if total else 0.0
    order = round(ordered / total, _DIGITS) if total else 0.0
    values = _values(left, right, coverage, order)
    score = min(1.0, sum([value * weight for value, (_, weight) in zip(values, _WEIGHTS, strict=True)]))
    telling = met.heaviest / weights.rarest
    return Comparison(left, right, coverage, order, score, met.words, round(telling, _DIGITS), _clearest(told))


class _Beside(Struct, frozen=True):
    """A clause of the shorter statement and the one most like it in the longer."""

    likeness: float
    left: Clause
    right: Clause


def _clearest(told: list[_Beside]) -> tuple[tuple[Clause, Clause], ...]:
    """The clauses that tell the same; where several of the one statement meet one of the other, the likest alone: the
    next, "They cannot have it all at the same time", only has words of it."""
    likest = [max(one.likeness for one in told if one.right is each.right) for each in told]
    kept = [each for each, best in zip(told, likest, strict=True) if each.likeness >= best]
    return tuple([(each.left, each.right) for each in kept])


class Compared(Struct, frozen=True):
    """Comparisons made, and those that are asked for later."""

    weights: Weights
    made: dict[tuple[str, str], Comparison]

    def of(self, one: Said, other: Said) -> Comparison:
        """The comparison of two statements."""
        ids = (min(one.id, other.id), max(one.id, other.id))
        if ids not in self.made:
            self.made[ids] = compare(one, other, self.weights)
        return self.made[ids]


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


def _likest_clause(one: Weighed, others: tuple[Weighed, ...]) -> tuple[float, Weighed | None]:
    """The first of the clauses that are most like this one, and how much."""
    best, found = 0.0, None
    for other in others:
        likeness = _likeness(one, other)
        if found is None or likeness > best:
            best, found = likeness, other
    return best, found


def _likeness(left: Weighed, right: Weighed) -> float:
    """The share of the lighter clause's words and numbers, by weight, that the other has."""
    light, heavy = (left, right) if left.mass <= right.mass else (right, left)
    if not light.mass:
        return 0.0
    share = _found(light, heavy.clause) / light.mass
    few = len(light.terms) + len(light.amounts)
    return share if few >= _FEW else share * light.mass / heavy.mass


def _found(one: Weighed, other: Clause) -> float:
    """The weight of the words and numbers of a clause that the other has too, or denies the contrary of."""
    found = _denied_contrary(one, other)
    for term, weight in zip(one.clause.terms, one.terms, strict=True):
        if not term.keys.isdisjoint(other.every if term.empty else other.keys):
            found += weight
    for amount, weight in zip(one.clause.amounts, one.amounts, strict=True):
        if any(near(amount, each) for each in other.amounts):
            found += weight
    return found


def _denied_contrary(one: Weighed, other: Clause) -> float:
    """The weight of words whose contrary the other clause has, where one of the two denies it: "not in danger" for
    "safe"."""
    if bool(one.clause.negators) == bool(other.negators):
        return 0.0
    theirs = frozenset([key for term in other.terms if term.keys.isdisjoint(one.clause.keys) for key in term.keys])
    told = zip(one.clause.terms, one.terms, strict=True)
    return sum([weight for term, weight in told if term.keys.isdisjoint(other.keys) and opposed(term.keys, theirs)])


class _Met(Struct, frozen=True):
    """What words and numbers are found again."""

    weight: float
    words: int
    """How many they are, each once."""
    heaviest: float


def _found_anywhere(ours: tuple[Weighed, ...], right: Said) -> _Met:
    """The words and numbers that stand anywhere in `right`; that both negate something is no word in common."""
    found, numbers, heaviest = 0.0, 0, 0.0
    words: set[str] = set()
    theirs = [amount for clause in right.clauses for amount in clause.amounts]
    for one in ours:
        for term, weight in zip(one.clause.terms, one.terms, strict=True):
            alike = term.keys & (right.every if term.empty else right.keys)
            if alike:
                found += weight
                if alike != _NEGATED:
                    words.add(term.stem)
                    heaviest = max(heaviest, weight)
        for amount, weight in zip(one.clause.amounts, one.amounts, strict=True):
            if any(near(amount, other) for other in theirs):
                found, numbers, heaviest = found + weight, numbers + 1, max(heaviest, weight)
    return _Met(found, len(words) + numbers, heaviest)


def _order(left: Clause, right: Clause) -> float:
    shared = {term.stem for term in left.terms} & {term.stem for term in right.terms}
    one = [term.stem for term in left.terms if term.stem in shared]
    two = [term.stem for term in right.terms if term.stem in shared]
    return sequence_ratio(one, two) if one and two else 0.0
