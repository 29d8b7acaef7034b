"""How alike two reports are as reports of one happening: a table of features, and one score."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from secondsource.model.link import Feature
from secondsource.text.similarity import containment
from secondsource.text.skeleton import skeleton

from .keys import ReportKeys
from .time import freshness, nearness, when

ACROSS = 0.8
"""What names alone weigh between two languages, against all words within one."""
TERMS = 3.0
"""Shared terms of one language at which half of their likeness is believed."""
NAMES = 6.0
"""Shared names between two languages at which half of their likeness is believed."""
SHORT = 1.15
"""From about 27 terms on a report counts as a whole text; a headline alone must be more alike."""


class Strangers(Struct, frozen=True):
    """Reports of other happenings that a pile is taken to lack. What all reports of one happening say tells it from
    others, and a pile that holds nothing else does not show that."""

    reports: int
    everyday: float
    """Share of them that have a word; none has a name."""


ELSEWHERE = Strangers(60, 0.03)
"""For reports of about one day: what they have in common, seen from the news at large."""
FEW = Strangers(3, 0.0)
"""For reports that lie days apart: seen from the pile, for all rounds of a story share its names."""


class Vector(Struct, frozen=True):
    """A report's terms weighed by their rarity in the pile, to unit length; and its names by their consonants, for
    other languages."""

    keys: ReportKeys
    terms: dict[str, float]
    across: dict[str, float]


class Rarity(Struct, frozen=True):
    """How rare each term is among the n reports of its language and s strangers, of which a share e has it:
    log((n + s + 1) / (df + e·s + 1/2))."""

    by_language: dict[str, dict[str, float]]
    across: dict[str, float]
    """The same for the consonants of names, among all reports; only those that stand in two languages or more."""


class Likeness(Struct, frozen=True):
    """What is alike in two reports: the values of the features, which `score_of` weighs."""

    same_language: bool
    terms: float
    names: float
    """Between two languages; within one, words say it all."""
    belief: float
    """How far the likeness of words or names is to be believed."""
    near: float
    weekday: float
    places: float
    quotes: float


def brevity(keys: ReportKeys) -> float:
    """How far a report is a whole text, from 0 to 1; a headline alone stays below `HEADLINE`."""
    return min(1.0, SHORT * _belief(len(keys.terms), 4.0))


def rarity(reports: Sequence[ReportKeys], strangers: Strangers) -> Rarity:
    """Document frequencies, by language."""
    counts: dict[str, Counter[str]] = {}
    named: dict[str, Counter[str]] = {}
    totals: Counter[str] = Counter()
    shared: Counter[str] = Counter()
    languages: dict[str, set[str]] = {}
    for report in reports:
        totals[report.language] += 1
        counts.setdefault(report.language, Counter()).update(report.terms.keys())
        named.setdefault(report.language, Counter()).update(report.names)
        shared.update(report.across.keys())
        for name in report.across:
            languages.setdefault(name, set()).add(report.language)
    across = Counter({name: count for name, count in shared.items() if len(languages[name]) > 1})
    known = {language: totals[language] + strangers.reports for language in counts}
    return Rarity(
        {language: _weights(table, named[language], known[language], strangers) for language, table in counts.items()},
        _weights(across, across, len(reports) + strangers.reports, strangers),
    )


def _weights(counts: Counter[str], named: Counter[str], known: int, strangers: Strangers) -> dict[str, float]:
    """The rarity of terms by the reports that have them; those that half of these reports write as names are names.
    Few counts occur, so each is worked out once."""
    words, names = (
        {count: math.log((known + 1) / (count + elsewhere + 0.5)) for count in set(counts.values())}
        for elsewhere in (strangers.everyday * strangers.reports, 0.0)
    )
    return {term: names[count] if 2 * named[term] >= count else words[count] for term, count in counts.items()}


def vector(keys: ReportKeys, rare: Rarity) -> Vector:
    """The report's terms, and its names across languages, as unit vectors."""
    table = rare.by_language[keys.language]
    weights = {term: weight * table[term] for term, weight in keys.terms.items() if table[term] > 0}
    across = {name: weight * its for name, weight in keys.across.items() if (its := rare.across.get(name, 0.0)) > 0}
    return Vector(keys, _unit(weights), _unit(across))


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum([weight * weight for weight in weights.values()])) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def added(vectors: Sequence[dict[str, float]]) -> dict[str, float]:
    """The sum of vectors, in their order."""
    total: dict[str, float] = {}
    for vector in vectors:
        for term, weight in vector.items():
            total[term] = total.get(term, 0.0) + weight
    return total


def cosine(left: dict[str, float], right: dict[str, float]) -> float:
    """The product of two vectors, of unit vectors the cosine; the exact sum, so that no order of terms shows."""
    return _shared(left, right)[0]


def _shared(left: dict[str, float], right: dict[str, float]) -> tuple[float, int]:
    """The cosine of two unit vectors, and how many terms they share."""
    both = left.keys() & right.keys()
    return math.fsum([left[term] * right[term] for term in both]), len(both)


class Overlap(NamedTuple):
    """What two reports have in common: words within a language, names by their consonants between two."""

    cosine: float
    shared: int
    """How many of them."""


def overlap(left: Vector, right: Vector) -> Overlap:
    """What two reports have in common."""
    if left.keys.language == right.keys.language:
        return Overlap(*_shared(left.terms, right.terms))
    return Overlap(*_shared(left.across, right.across))


def likeness(one: ReportKeys, two: ReportKeys, met: Overlap, unknown: float) -> Likeness:
    """The values of the features. The order of the two does not matter. `unknown` is how near in time two are taken to
    be of which one has no date."""
    same_language = one.language == two.language
    belief = _belief(met.shared, TERMS if same_language else NAMES)
    return Likeness(
        same_language=same_language,
        terms=met.cosine if same_language else 0.0,
        names=0.0 if same_language else met.cosine * belief,
        belief=belief,
        near=nearness(one, two, belief, unknown),
        weekday=_weekday(one, two),
        places=_places(one, two),
        quotes=containment(one.quotes, two.quotes) if one.quotes and two.quotes else 0.0,
    )


def rules_score(left: ReportKeys, right: ReportKeys, alike: Likeness) -> float:
    """The score that words, names, days, places and quotes give together."""
    brief = min(brevity(left), brevity(right))
    topic = alike.terms * alike.belief * brief if alike.same_language else ACROSS * alike.names
    around = (0.6 + 0.6 * alike.near) * (1.0 + 0.25 * alike.weekday + 0.2 * alike.places)
    return (topic * around + 0.1 * alike.quotes) * freshness(left, right, brief)


def features(left: Vector, right: Vector, alike: Likeness) -> tuple[Feature, ...]:
    """What a link of two whole texts shows: each feature with its value, its weight and what was compared."""
    one, two = left.keys, right.keys
    return (
        Feature("words", alike.terms, 1.0),
        Feature("names", _names(left, right), 0.0 if alike.same_language else ACROSS),
        Feature("nearness in time", alike.near, 0.6, when(one), when(two)),
        Feature("weekday of the lead", alike.weekday, 0.25, str(one.weekday), str(two.weekday)),
        Feature("place of the occasion", alike.places, 0.2, _listed(one.places), _listed(two.places)),
        Feature("quoted words", alike.quotes, 0.1),
    )


def _names(left: Vector, right: Vector) -> float:
    """How alike the names of two reports are, by their consonants, as far as that is to be believed."""
    names, shared = _shared(left.across, right.across)
    return names * _belief(shared, NAMES)


def _weekday(left: ReportKeys, right: ReportKeys) -> float:
    """1 where both leads name the same weekday, -1 where they name two."""
    if left.weekday is None or right.weekday is None:
        return 0.0
    apart = (left.weekday - right.weekday) % 7
    return 1.0 if apart == 0 else 0.0 if apart in (1, 6) else -1.0


def _belief(count: int, half: float) -> float:
    """How far a likeness is to be believed that rests on `count` terms: one may be chance, many are not."""
    return count / (count + half)


def _places(left: ReportKeys, right: ReportKeys) -> float:
    """1 where the place named first is the same, between 0 and 1 where others are shared, -1 where each has its own."""
    if not left.places or not right.places:
        return 0.0
    ones, others = list(left.places), list(right.places)
    if left.language != right.language:
        ones, others = [skeleton(place) for place in ones], [skeleton(place) for place in others]
    if ones[0] == others[0]:
        return 1.0
    shared = containment(set(ones), set(others))
    return 0.5 * shared if shared else -1.0


def _listed(places: dict[str, str]) -> str:
    return ", ".join(list(places.values())[:6])
