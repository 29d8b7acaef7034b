"""The score of a pair of reports by all that its grade sees, and the features that tell why."""

from collections.abc import Mapping, Sequence

import numpy as np
from msgspec import Struct

from secondsource.language.vectors import Vectors
from secondsource.model.link import Feature
from secondsource.model.made import Grade
from secondsource.stage.matrix import IntArray, matrix

from .block import candidates
from .chance import MODELS, MODELS_WHOLE_TEXTS, RULES, chance
from .compare import Overlap, Rarity, Vector, cosine, features, likeness, overlap, rules_score, vector
from .keys import ReportKeys
from .letters import Letters
from .time import days_apart, when

HEADLINES = 0.6
"""What the chance of two headlines weighs on the scale of whole texts."""
TRANSLATED = 0.2
"""The models grade: what the chance by meaning adds to the score of two whole texts in two languages. Within one
language their words say more than meaning does, which knows the subject and not the round of it."""


NEIGHBOURS, LEAST, APART = 100, 0.1, 4
"""The models grade proposes to each report its nearest ones in meaning, of at least this likeness, at most these days
away."""


class Comparison(Struct, frozen=True):
    """Two reports, their ids in order; `score` is what links are made by."""

    left: str
    right: str
    score: float


class Scores:
    """The reports of a pile, ready to be compared two by two."""

    def __init__(self, reports: Mapping[str, ReportKeys], rare: Rarity, grade: Grade) -> None:
        """Raises `ModelError` where the grade's model is not installed."""
        self.vectors = {source: vector(reports[source], rare) for source in sorted(reports)}
        vectors = self.vectors.values()
        self._terms = matrix([one.terms for one in vectors], (one.keys.language for one in vectors))
        self._across = matrix([one.across for one in vectors], ("" for _ in vectors))
        self._meanings = _vectors(reports) if grade is Grade.MODELS else None
        brief = {source: keys.beginning for source, keys in reports.items() if keys.brief}
        self._letters = Letters(brief if self._meanings is None else {})

    def candidates(self) -> list[tuple[str, str]]:
        """Pairs worth comparing, sorted: whole texts by shared terms, headlines by their letters, in the models grade
        both by meaning too."""
        days = {
            source: one.keys.earliest.toordinal() if one.keys.earliest else None for source, one in self.vectors.items()
        }
        if self._meanings is None:
            near = self._letters.candidates(days)
        else:
            near = self._meanings.neighbours(NEIGHBOURS, LEAST, days, APART)
        shared = candidates(list(self.vectors.values()), self._terms, self._across)
        return sorted({*shared, *near}) if near else shared

    def compared(self, pairs: Sequence[tuple[str, str]]) -> list[Comparison]:
        """The scores of these pairs, each in order and all of them sorted."""
        number = {source: at for at, source in enumerate(self.vectors)}
        left = np.fromiter((number[one] for one, _ in pairs), np.int64, len(pairs))
        right = np.fromiter((number[other] for _, other in pairs), np.int64, len(pairs))
        overlaps = self._overlaps(left, right)
        return [self._compared(*pair, met) for pair, met in zip(pairs, overlaps, strict=True)]

    def _overlaps(self, left: IntArray, right: IntArray) -> list[Overlap]:
        """What each pair has in common: words within a language, names by their consonants between two."""
        languages: dict[str, int] = {}
        numbers = [languages.setdefault(one.keys.language, len(languages)) for one in self.vectors.values()]
        spoken = np.array(numbers, np.int64)
        same = spoken[left] == spoken[right]
        products, shared = np.zeros(len(left)), np.zeros(len(left), np.int64)
        for of_pair, table in ((same, self._terms), (~same, self._across)):
            products[of_pair], shared[of_pair] = table.products(left[of_pair], right[of_pair])
        return [Overlap(*each) for each in zip(products.tolist(), shared.tolist(), strict=True)]

    def compare(self, left: str, right: str) -> Comparison:
        """The score of a pair."""
        first, second = (left, right) if left < right else (right, left)
        return self._compared(first, second, overlap(self.vectors[first], self.vectors[second]))

    def _compared(self, left: str, right: str, met: Overlap) -> Comparison:
        return Comparison(left, right, min(1.0, round(self._score(left, right, met), 6)))

    def _score(self, left: str, right: str, met: Overlap) -> float:
        one, two = self.vectors[left], self.vectors[right]
        if one.keys.brief and two.keys.brief:
            return HEADLINES * self._chance(one, two)
        score = rules_score(one.keys, two.keys, likeness(one.keys, two.keys, met))
        return score + TRANSLATED * self._chance(one, two) if self._by_meaning(one, two) else score

    def _by_meaning(self, one: Vector, two: Vector) -> bool:
        """Whether two reports that are not both headlines are compared by meaning too."""
        return self._meanings is not None and one.keys.language != two.keys.language

    def _chance(self, left: Vector, right: Vector) -> float:
        one, two = left.keys, right.keys
        same_language = one.language == two.language
        days = days_apart(one, two) or 0.0
        if self._meanings is not None:
            curve = MODELS if one.brief and two.brief else MODELS_WHOLE_TEXTS
            return chance(curve, days, same_language, meaning=self._meanings.likeness(one.source, two.source))
        words = cosine(left.terms, right.terms) if same_language else 0.0
        return chance(RULES, days, same_language, words, self._letters.likeness(one.source, two.source))

    def features(self, left: str, right: str) -> tuple[Feature, ...]:
        """What a link shows: each feature with its value, its weight and what was compared."""
        one, two = self.vectors[left], self.vectors[right]
        brief = one.keys.brief and two.keys.brief
        found = () if brief else features(one, two, likeness(one.keys, two.keys, overlap(one, two)))
        if not brief and not self._by_meaning(one, two):
            return found
        weight = HEADLINES if brief else TRANSLATED
        return (*found, *self._why(one, two), Feature("chance of one happening", self._chance(one, two), weight))

    def _why(self, left: Vector, right: Vector) -> tuple[Feature, ...]:
        one, two = left.keys, right.keys
        days = Feature("days between", days_apart(one, two) or 0.0, MODELS.day, when(one), when(two))
        if self._meanings is not None:
            curve = MODELS if one.brief and two.brief else MODELS_WHOLE_TEXTS
            nearness = self._meanings.likeness(one.source, two.source)
            return (Feature("meaning", nearness, curve.meaning, one.headline, two.headline), days)
        same_language = one.language == two.language
        words = cosine(left.terms, right.terms) if same_language else 0.0
        letters = RULES.letters if same_language else RULES.letters + RULES.cognates
        return (
            Feature("words", words, RULES.words, one.headline, two.headline),
            Feature("letters", self._letters.likeness(one.source, two.source), letters),
            days,
        )


def _vectors(reports: Mapping[str, ReportKeys]) -> Vectors:
    """How the reports begin, as vectors. Raises `ModelError` where the model is not installed."""
    texts = {source: keys.beginning for source, keys in reports.items()}
    return Vectors(texts, {source: keys.language for source, keys in reports.items()})
