"""How alike two reports are as reports of one happening: a table of features, and one score."""

import math
from collections.abc import Sequence

from msgspec import Struct

from secondsource.model.link import Feature
from secondsource.text.similarity import containment
from secondsource.text.skeleton import skeleton

from .keys import ReportKeys

FAR = 45.0
"""Days apart after which two reports lose most of what nearness in time gives."""


class Vector(Struct, frozen=True):
    """A report's terms weighed by their rarity in the pile, to unit length; and its names by their consonants, for
    other languages."""

    keys: ReportKeys
    terms: dict[str, float]
    across: dict[str, float]


ACROSS = 0.8
"""What names alone weigh between two languages, against all words within one."""
NAMES = 6.0
"""Shared names between two languages at which half of their likeness is believed."""
SHORT = 1.15
"""From about 27 terms on a report counts as a whole text; a headline alone must be more alike."""
UNDATED = 0.1
"""Nearness in time of a pair of which one has no date."""
HEADLINE = 0.9
"""A brevity below this is that of a headline alone, or little more (about 14 terms)."""
STALE = 1.6
"""How fast the likeness of two headlines fades with the days between them."""
WEIGHTS = 0.7, 0.3
"""The models grade: what the score of the rules and what likeness of meaning weigh."""
WEIGHTS_HEADLINES = 0.22, 0.34
"""The same between headlines, whose few words seldom meet."""
STRANGERS = 3
"""Reports of other happenings that a pile is taken to lack, so that what all of a small pile say still counts."""


class Rarity(Struct, frozen=True):
    """How rare each term is among the reports of its language: log((n + s + 1) / (df + 1/2)), s being `STRANGERS`."""

    by_language: dict[str, dict[str, float]]
    across: dict[str, float]
    """The same for the consonants of names, among all reports; only those that stand in two languages or more."""


class Comparison(Struct, frozen=True):
    """Two reports with every feature; `score` is what links are made by."""

    left: str
    right: str
    score: float
    features: tuple[Feature, ...]


def rarity(reports: Sequence[ReportKeys]) -> Rarity:
    """Document frequencies, by language."""
    counts: dict[str, dict[str, int]] = {}
    totals: dict[str, int] = {}
    shared: dict[str, int] = {}
    languages: dict[str, set[str]] = {}
    for report in reports:
        for name in report.across:
            shared[name] = shared.get(name, 0) + 1
            languages.setdefault(name, set()).add(report.language)
        table = counts.setdefault(report.language, {})
        totals[report.language] = totals.get(report.language, 0) + 1
        for term in report.terms:
            table[term] = table.get(term, 0) + 1
    return Rarity(
        {
            language: {
                term: math.log((totals[language] + STRANGERS + 1) / (count + 0.5)) for term, count in table.items()
            }
            for language, table in counts.items()
        },
        {
            name: math.log((len(reports) + STRANGERS + 1) / (count + 0.5))
            for name, count in shared.items()
            if len(languages[name]) > 1
        },
    )


def vector(keys: ReportKeys, rare: Rarity) -> Vector:
    """The report's terms, and its names across languages, as unit vectors."""
    table = rare.by_language[keys.language]
    weights = {term: weight * table[term] for term, weight in keys.terms.items() if table[term] > 0}
    across = {name: weight * its for name, weight in keys.across.items() if (its := rare.across.get(name, 0.0)) > 0}
    return Vector(keys, _unit(weights), _unit(across))


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def cosine(left: dict[str, float], right: dict[str, float]) -> float:
    """Of two unit vectors; the exact sum, so that no order of terms shows."""
    return math.fsum([left[term] * right[term] for term in left.keys() & right.keys()])


def gap(left: ReportKeys, right: ReportKeys) -> int | None:
    """The least number of days that the two may lie apart; None where one of them has no date."""
    if left.earliest is None or left.latest is None or right.earliest is None or right.latest is None:
        return None
    if left.days and right.days:
        return min(abs((one - other).days) for one in left.days for other in right.days)
    return max(0, (left.earliest - right.latest).days, (right.earliest - left.latest).days)


def nearness(left: ReportKeys, right: ReportKeys, belief: float = 1.0) -> float:
    """1 for the same day, falling to 0 with the days between, the sooner the less else is shared (`belief`); an undated
    report is taken as far away."""
    days = gap(left, right)
    if days is None:
        return UNDATED
    exact = len(left.days) == 1 and len(right.days) == 1
    return math.exp(-days / (FAR * belief**4 + 0.01)) * (1.0 if exact else 0.7)


def freshness(left: ReportKeys, right: ReportKeys, brevity: float) -> float:
    """What is left of a likeness after the days between. Whole texts lose nothing; two headlines sound alike for
    every round of the same thing, and lose about a quarter with each day."""
    return math.exp(-(gap(left, right) or 0) * STALE * max(0.0, HEADLINE - brevity))


def brevity_of(left: Vector, right: Vector) -> float:
    """How far the shorter of the two is a whole text, from 0 to 1; a headline alone stays below `HEADLINE`."""
    return min(1.0, SHORT * _belief(min(len(left.terms), len(right.terms)), 4.0))


def compare(left: Vector, right: Vector, meaning: float | None = None) -> Comparison:
    """The features and the score of a pair. The order of the two does not matter.

    `meaning` is how near the models grade finds the two reports; None in the rules grade.
    """
    one, two = left.keys, right.keys
    same_language = one.language == two.language
    terms = cosine(left.terms, right.terms) if same_language else 0.0
    shared = len(left.across.keys() & right.across.keys())
    names = cosine(left.across, right.across) * _belief(shared, NAMES)
    belief = _belief(len(left.terms.keys() & right.terms.keys()), 3.0) if same_language else _belief(shared, NAMES)
    near = nearness(one, two, belief)
    places = _places(one, two)
    quotes = containment(one.quotes, two.quotes)
    weekday = _weekday(one, two)
    features: tuple[Feature, ...] = (
        Feature("words", terms, 1.0),
        Feature("names", names, 0.0 if same_language else ACROSS),
        Feature("nearness in time", near, 0.6, _when(one), _when(two)),
        Feature("weekday of the lead", weekday, 0.25, str(one.weekday), str(two.weekday)),
        Feature("place of the occasion", places, 0.2, _listed(one.places), _listed(two.places)),
        Feature("quoted words", quotes, 0.1),
    )
    brevity = brevity_of(left, right)
    topic = terms * belief * brevity if same_language else ACROSS * names
    score = topic * (0.6 + 0.6 * near) * (1.0 + 0.25 * weekday + 0.2 * places) + 0.1 * quotes
    if meaning is not None:
        words, weight = WEIGHTS_HEADLINES if brevity < HEADLINE else WEIGHTS
        score = words * score + weight * meaning
        features = (*features, Feature("meaning", meaning, weight))
    score *= freshness(one, two, brevity)
    first, second = sorted((one.source, two.source))
    return Comparison(first, second, min(1.0, round(score, 6)), features)


def _weekday(left: ReportKeys, right: ReportKeys) -> float:
    """1 where both leads name the same weekday, -1 where they name two."""
    if left.weekday is None or right.weekday is None:
        return 0.0
    return 1.0 if left.weekday == right.weekday else -1.0


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


def _when(keys: ReportKeys) -> str:
    if keys.earliest is None or keys.latest is None:
        return ""
    return str(keys.earliest) if keys.earliest == keys.latest else f"{keys.earliest}/{keys.latest}"


def _listed(places: dict[str, str]) -> str:
    return ", ".join(list(places.values())[:6])
