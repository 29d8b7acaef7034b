"""From links to happenings: average linkage over the compared pairs, held apart where two groups contradict each other.

Two rounds of the same kind of thing share most of their words. What tells them apart is what *all* reports of the one
say and *none* of the other: other names, other numbers. `opposition` measures that, between groups, where it can be
seen; between single reports it cannot.
"""

import heapq
import math
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from .compare import Comparison, Rarity
from .keys import ReportKeys

CORE = 0.5
"""A name belongs to the core of a group where at least this share of its reports have it."""
ABSENT = 0.2
"""A core name is missing from another group where at most this share of its reports have it."""


class Linkage(Struct, frozen=True):
    """What makes one happening of two groups, by grade."""

    least: float
    """The average score at which two groups still join."""
    across: float
    """What a pair of two languages weighs in an average beside a pair of one."""


RULES = Linkage(least=0.08, across=0.25)
"""Without a model, the likeness of two languages is only half seen."""
MODELS = Linkage(least=0.09, across=1.0)
FEW_NAMES = 3.5
"""Names for each report of a group below which its reports are headlines: what those leave out says nothing."""
SHRINK = 1.5
"""How slowly opposition is believed as groups grow: n - 1 over n - 1 + SHRINK."""


class Named(Struct, frozen=True):
    """The names of a group's reports in one language."""

    reports: int
    counts: Mapping[str, int]
    """In how many of the reports each name stands."""
    core: tuple[tuple[str, float], ...]
    """Names of at least `CORE` of the reports, with their rarity."""

    def lacks(self, other: "Named") -> float:
        """The share of the core names, by rarity, that `other` has in at most `ABSENT` of its reports."""
        total = math.fsum([weight for _, weight in self.core])
        if not total:
            return 0.0
        most = ABSENT * other.reports
        return math.fsum([weight for name, weight in self.core if other.counts.get(name, 0) <= most]) / total


def named(reports: int, counts: Mapping[str, int], rarity: Mapping[str, float]) -> Named:
    """The names of a group with its core worked out."""
    core = [(name, max(0.0, rarity.get(name, 0.0))) for name, count in counts.items() if count >= CORE * reports]
    return Named(reports, counts, tuple(core))


class _Cluster(Struct):
    """A group in the making."""

    members: list[str]
    names: dict[str, Named]
    """By language."""
    sums: dict[int, float]
    """Summed scores with other clusters, those between languages by their weight."""
    barred: set[str]
    """Sources that no member may be grouped with."""


def cluster(
    reports: Sequence[ReportKeys],
    rare: Rarity,
    comparisons: Iterable[Comparison],
    linkage: Linkage,
    fixed: tuple[Iterable[tuple[str, str]], Iterable[tuple[str, str]]] = ((), ()),
) -> list[tuple[str, ...]]:
    """Groups of source ids, each sorted, in order of their first id.

    `fixed` are the pairs that must and that must never be
    together (musts are joined first, nevers hold against everything else).
    """
    order = sorted(reports, key=lambda keys: keys.source)
    number = {keys.source: at for at, keys in enumerate(order)}
    barred: dict[str, set[str]] = {}
    for one, other in fixed[1]:
        barred.setdefault(one, set()).add(other)
        barred.setdefault(other, set()).add(one)
    clusters: dict[int, _Cluster] = {}
    for at, keys in enumerate(order):
        names = named(1, dict.fromkeys(sorted(keys.names), 1), rare.by_language[keys.language])
        clusters[at] = _Cluster([keys.source], {keys.language: names}, {}, barred.get(keys.source, set()))
    for pair in comparisons:
        left, right = number[pair.left], number[pair.right]
        weight = 1.0 if order[left].language == order[right].language else linkage.across
        clusters[left].sums[right] = clusters[right].sums[left] = weight * pair.score
    joined = _Join(clusters, rare, linkage)
    for left_source, right_source in fixed[0]:
        joined.must(left_source, right_source)
    joined.run()
    return sorted(tuple(sorted(group.members)) for group in clusters.values())


class _Join:
    """The queue of joins; deterministic, because ties fall to the lower numbers."""

    def __init__(self, clusters: dict[int, _Cluster], rare: Rarity, linkage: Linkage) -> None:
        self.clusters = clusters
        self.rare = rare
        self.linkage = linkage
        self.next = len(clusters)

    def must(self, left: str, right: str) -> None:
        where = {member: at for at, one in self.clusters.items() for member in one.members}
        one, two = where.get(left), where.get(right)
        if one is not None and two is not None and one != two and not self._barred(one, two):
            self._merge(one, two)

    def run(self) -> None:
        least = self.linkage.least
        queue = [
            (-score, left, right)
            for left, one in self.clusters.items()
            for right in one.sums
            if left < right and (score := self._score(left, right)) >= least
        ]
        heapq.heapify(queue)
        while queue:
            _, left, right = heapq.heappop(queue)
            if left not in self.clusters or right not in self.clusters or self._barred(left, right):
                continue
            new = self._merge(left, right)
            for other in self.clusters[new].sums:
                score = self._score(new, other)
                if score >= least:
                    heapq.heappush(queue, (-score, min(new, other), max(new, other)))

    def _barred(self, left: int, right: int) -> bool:
        return not self.clusters[left].barred.isdisjoint(self.clusters[right].members)

    def _score(self, left: int, right: int) -> float:
        one, two = self.clusters[left], self.clusters[right]
        pairs = len(one.members) * len(two.members)
        shared = one.names.keys() & two.names.keys()
        within = sum(one.names[language].reports * two.names[language].reports for language in shared)
        average = one.sums[right] / (within + self.linkage.across * (pairs - within))
        return average * (1.0 - opposition(one.names, two.names))

    def _merge(self, left: int, right: int) -> int:
        one, two = self.clusters.pop(left), self.clusters.pop(right)
        sums = {other: one.sums.get(other, 0.0) + two.sums.get(other, 0.0) for other in {**one.sums, **two.sums}}
        sums.pop(left, None)
        sums.pop(right, None)
        languages = {**one.names, **two.names}
        names = {language: self._named_together(language, one, two) for language in languages}
        new, self.next = self.next, self.next + 1
        self.clusters[new] = _Cluster([*one.members, *two.members], names, sums, one.barred | two.barred)
        for other, total in sums.items():
            theirs = self.clusters[other].sums
            theirs.pop(left, None)
            theirs.pop(right, None)
            theirs[new] = total
        return new

    def _named_together(self, language: str, one: _Cluster, two: _Cluster) -> Named:
        both = [cluster.names[language] for cluster in (one, two) if language in cluster.names]
        if len(both) == 1:
            return both[0]
        counts = dict(both[0].counts)
        for name, count in both[1].counts.items():
            counts[name] = counts.get(name, 0) + count
        return named(both[0].reports + both[1].reports, counts, self.rare.by_language[language])


def opposition(one: Mapping[str, Named], other: Mapping[str, Named]) -> float:
    """How far two groups contradict each other, from 0 to 1: the share of the one's core names, by rarity, that the
    other lacks, where that holds both ways; less believed for small groups, and compared within one language only."""
    worst = 0.0
    for language in one.keys() & other.keys():
        mine, theirs = one[language], other[language]
        smaller = min(mine.reports, theirs.reports)
        if smaller < 2 or min(len(names.counts) / names.reports for names in (mine, theirs)) < FEW_NAMES:
            continue
        lacking = min(mine.lacks(theirs), theirs.lacks(mine))
        worst = max(worst, lacking * (smaller - 1) / (smaller - 1 + SHRINK))
    return worst
