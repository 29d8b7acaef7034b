"""The score of a pair of reports by all that its grade sees, and the features that tell why."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from msgspec import Struct

from secondsource.language.vectors import Vectors
from secondsource.model.link import Feature
from secondsource.model.made import Grade
from secondsource.stage.matrix import IntArray, matrix

from .block import candidates
from .chance import MODELS, MODELS_WHOLE_TEXTS, RULES, chance
from .compare import ELSEWHERE, FEW, Overlap, Vector, cosine, features, likeness, overlap, rarity, rules_score, vector
from .keys import ReportKeys
from .letters import Letters
from .time import UNDATED, days_apart, gathered, is_another_round, undated, when

HEADLINES = 0.6
"""What the chance of two headlines weighs on the scale of whole texts."""
TRANSLATED = 0.2
"""The models grade: what the chance by meaning adds to the score of two whole texts in two languages. Within one
language their words say more than meaning does, which knows the subject and not the round of it."""


ALIKE = 0.08
"""The score from which two reports, two copies or two groups of reports are of one happening."""
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

    def __init__(self, reports: Mapping[str, ReportKeys], grade: Grade) -> None:
        """Raises `ModelError` where the grade's model is not installed."""
        self._undated = undated(len(reports))
        self.rarity = rarity(list(reports.values()), ELSEWHERE)
        self.vectors = {source: vector(reports[source], self.rarity) for source in sorted(reports)}
        self._number = {source: at for at, source in enumerate(self.vectors)}
        vectors = self.vectors.values()
        self._terms = matrix([one.terms for one in vectors], (one.keys.language for one in vectors))
        here = rarity(list(reports.values()), FEW)
        self._here = {source: vector(reports[source], here) for source in self.vectors}
        within = self._here.values()
        self._terms_here = matrix([one.terms for one in within], (one.keys.language for one in within))
        self._across = matrix([one.across for one in vectors], ("" for _ in vectors))
        self._meanings = _vectors(reports) if grade is Grade.MODELS else None
        brief = {source: keys.beginning for source, keys in reports.items() if keys.brief}
        self._letters = Letters(brief if self._meanings is None else {})

    @cached_property
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
        return [self._compared(*pair, met) for pair, met in zip(pairs, self._overlaps(pairs), strict=True)]

    def _overlaps(self, pairs: Sequence[tuple[str, str]]) -> list[Overlap]:
        """What each pair has in common; of those that may be two rounds of one story, what they have seen from the
        pile, where that is less."""
        met = self._met(pairs)
        far = [at for at, pair in enumerate(pairs) if self._may_be_rounds(*pair)]
        left, right = self._places([pairs[at] for at in far])
        seen_here, _ = self._terms_here.products(left, right)
        for at, here in zip(far, seen_here.tolist(), strict=True):
            met[at] = met[at]._replace(cosine=min(met[at].cosine, here))
        return met

    def _places(self, pairs: Sequence[tuple[str, str]]) -> tuple[IntArray, IntArray]:
        left = np.fromiter((self._number[one] for one, _ in pairs), np.int64, len(pairs))
        right = np.fromiter((self._number[other] for _, other in pairs), np.int64, len(pairs))
        return left, right

    def _met(self, pairs: Sequence[tuple[str, str]]) -> list[Overlap]:
        """What each pair has in common, seen from the news at large: words within a language, names by their
        consonants between two."""
        left, right = self._places(pairs)
        languages: dict[str, int] = {}
        numbers = [languages.setdefault(one.keys.language, len(languages)) for one in self.vectors.values()]
        spoken = np.array(numbers, np.int64)
        same = spoken[left] == spoken[right]
        products, shared = np.zeros(len(left)), np.zeros(len(left), np.int64)
        for of_pair, table in ((same, self._terms), (~same, self._across)):
            products[of_pair], shared[of_pair] = table.products(left[of_pair], right[of_pair])
        return [Overlap(*each) for each in zip(products.tolist(), shared.tolist(), strict=True)]

    def _may_be_rounds(self, left: str, right: str) -> bool:
        """Whether two reports of one language may tell of two rounds of one story: they lie days apart, or one of them
        has no date and is like reports that do."""
        one, other = self.vectors[left].keys, self.vectors[right].keys
        if one.language != other.language:
            return False
        return is_another_round(one, other) or left in self._adrift or right in self._adrift

    @cached_property
    def _adrift(self) -> frozenset[str]:
        """Undated reports that are like dated ones of several rounds: they may be of any of these."""
        dates = {source: (one.keys.earliest, one.keys.latest) for source, one in self.vectors.items()}
        pairs = [(one, other) for one, other in self.candidates if (dates[one][0] is None) != (dates[other][0] is None)]
        around: dict[str, list[str]] = {}
        for (left, right), met in zip(pairs, self._met(pairs), strict=True):
            if self._score(left, right, met, self._undated) >= ALIKE:
                undated, dated = (left, right) if dates[left][0] is None else (right, left)
                around.setdefault(undated, []).append(dated)
        return frozenset(source for source, likes in around.items() if self._apart(likes))

    def _apart(self, sources: Sequence[str]) -> bool:
        """Whether some of these dated reports lie days apart and are not of one happening that was told over days."""
        last = max(sources, key=lambda source: _begins(self.vectors[source].keys))
        first = min(sources, key=lambda source: _ends(self.vectors[source].keys))
        if not is_another_round(self.vectors[first].keys, self.vectors[last].keys):
            return False
        return self._score(first, last, self._seen_here(first, last), UNDATED) < ALIKE

    def compare(self, left: str, right: str) -> Comparison:
        """The score of a pair."""
        first, second = (left, right) if left < right else (right, left)
        return self._compared(first, second, self._overlap(first, second))

    def _overlap(self, left: str, right: str) -> Overlap:
        if self._may_be_rounds(left, right):
            return self._seen_here(left, right)
        return overlap(self.vectors[left], self.vectors[right])

    def _seen_here(self, left: str, right: str) -> Overlap:
        """What two reports have in common, or what they have seen from the pile, where that is less."""
        met = overlap(self.vectors[left], self.vectors[right])
        if self.vectors[left].keys.language != self.vectors[right].keys.language:
            return met
        return met._replace(cosine=min(met.cosine, overlap(self._here[left], self._here[right]).cosine))

    def _compared(self, left: str, right: str, met: Overlap) -> Comparison:
        return Comparison(left, right, min(1.0, round(self._score(left, right, met, self._unknown(left, right)), 6)))

    def _unknown(self, left: str, right: str) -> float:
        """How near in time the two are taken to be where one has no date: nothing of a small pile makes it nearer that
        may be of any of several rounds."""
        return UNDATED if left in self._adrift or right in self._adrift else self._undated

    def _score(self, left: str, right: str, met: Overlap, unknown: float) -> float:
        one, two = self.vectors[left], self.vectors[right]
        if one.keys.brief and two.keys.brief:
            return HEADLINES * self._chance(one, two)
        score = rules_score(one.keys, two.keys, likeness(one.keys, two.keys, met, unknown))
        score *= gathered(one.keys, two.keys, len(self.vectors))
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
        words = self._words(one.source, two.source) if same_language else 0.0
        return chance(RULES, days, same_language, words, self._letters.likeness(one.source, two.source))

    def _words(self, left: str, right: str) -> float:
        """How alike the words of two headlines are, seen from the pile."""
        return cosine(self._here[left].terms, self._here[right].terms)

    def features(self, left: str, right: str) -> tuple[Feature, ...]:
        """What a link shows: each feature with its value, its weight and what was compared."""
        one, two = self.vectors[left], self.vectors[right]
        brief = one.keys.brief and two.keys.brief
        alike = likeness(one.keys, two.keys, self._overlap(left, right), self._unknown(left, right))
        found = () if brief else features(one, two, alike)
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
        words = self._words(one.source, two.source) if same_language else 0.0
        letters = RULES.letters if same_language else RULES.letters + RULES.cognates
        return (
            Feature("words", words, RULES.words, one.headline, two.headline),
            Feature("letters", self._letters.likeness(one.source, two.source), letters),
            days,
        )


def _begins(keys: ReportKeys) -> dt.date:
    return keys.earliest or dt.date.min


def _ends(keys: ReportKeys) -> dt.date:
    return keys.latest or dt.date.max


def _vectors(reports: Mapping[str, ReportKeys]) -> Vectors:
    """How the reports begin, as vectors. Raises `ModelError` where the model is not installed."""
    texts = {source: keys.beginning for source, keys in reports.items()}
    return Vectors(texts, {source: keys.language for source, keys in reports.items()})
