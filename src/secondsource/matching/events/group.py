"""From links to happenings: average linkage over the compared pairs, held apart where two groups contradict each other.

Two rounds of the same kind of thing share most of their words. What tells them apart is what *all* reports of the one
say and *none* of the other: other names, other numbers. `opposition` measures that, between groups, where it can be
seen; between single reports it cannot.
"""

import heapq
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from .compare import Comparison, Rarity
from .keys import ReportKeys

CORE = 0.5
"""A name belongs to the core of a group where at least this share of its reports have it."""
ABSENT = 0.2
"""A core name is missing from another group where at most this share of its reports have it."""
ACROSS = 0.25
"""What a pair of two languages weighs in an average beside a pair of one: its likeness is only half seen."""
FEW_NAMES = 3.5
"""Names for each report of a group below which its reports are headlines: what those leave out says nothing."""
SHRINK = 1.5
"""How slowly opposition is believed as groups grow: n - 1 over n - 1 + SHRINK."""


class _Cluster(Struct):
    """A group in the making."""

    members: list[str]
    size: dict[str, int]
    """Reports by language."""
    names: dict[str, dict[str, int]]
    """By language: in how many reports each name stands."""
    sums: dict[int, float]
    """Summed scores with other clusters, those between languages by their weight."""
    barred: set[str]
    """Sources that no member may be grouped with."""


def cluster(
    reports: Sequence[ReportKeys],
    rare: Rarity,
    comparisons: Iterable[Comparison],
    least: float,
    fixed: tuple[Iterable[tuple[str, str]], Iterable[tuple[str, str]]] = ((), ()),
) -> list[tuple[str, ...]]:
    """Groups of source ids, each sorted, in order of their first id.

    `least` is the average score at which two groups still join; `fixed` are the pairs that must and that must never be
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
        names = {keys.language: dict.fromkeys(sorted(keys.names), 1)}
        clusters[at] = _Cluster([keys.source], {keys.language: 1}, names, {}, barred.get(keys.source, set()))
    for pair in comparisons:
        left, right = number[pair.left], number[pair.right]
        weight = 1.0 if order[left].language == order[right].language else ACROSS
        clusters[left].sums[right] = clusters[right].sums[left] = weight * pair.score
    joined = _Join(clusters, rare)
    for left_source, right_source in fixed[0]:
        joined.must(left_source, right_source)
    joined.run(least)
    return sorted(tuple(sorted(group.members)) for group in clusters.values())


class _Join:
    """The queue of joins; deterministic, because ties fall to the lower numbers."""

    def __init__(self, clusters: dict[int, _Cluster], rare: Rarity) -> None:
        self.clusters = clusters
        self.rare = rare
        self.next = len(clusters)

    def must(self, left: str, right: str) -> None:
        where = {member: at for at, one in self.clusters.items() for member in one.members}
        one, two = where.get(left), where.get(right)
        if one is not None and two is not None and one != two and not self._barred(one, two):
            self._merge(one, two)

    def run(self, least: float) -> None:
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
        within = sum(count * two.size.get(language, 0) for language, count in one.size.items())
        average = one.sums[right] / (within + ACROSS * (pairs - within))
        return average * (1.0 - opposition(one.size, one.names, (two.size, two.names), self.rare))

    def _merge(self, left: int, right: int) -> int:
        one, two = self.clusters.pop(left), self.clusters.pop(right)
        sums = {other: one.sums.get(other, 0.0) + two.sums.get(other, 0.0) for other in {**one.sums, **two.sums}}
        sums.pop(left, None)
        sums.pop(right, None)
        names = {language: dict(table) for language, table in one.names.items()}
        for language, table in two.names.items():
            mine = names.setdefault(language, {})
            for name, count in table.items():
                mine[name] = mine.get(name, 0) + count
        size = {
            language: one.size.get(language, 0) + two.size.get(language, 0) for language in {**one.size, **two.size}
        }
        new, self.next = self.next, self.next + 1
        self.clusters[new] = _Cluster([*one.members, *two.members], size, names, sums, one.barred | two.barred)
        for other, total in sums.items():
            theirs = self.clusters[other].sums
            theirs.pop(left, None)
            theirs.pop(right, None)
            theirs[new] = total
        return new


def opposition(
    size: Mapping[str, int],
    names: Mapping[str, Mapping[str, int]],
    other: tuple[Mapping[str, int], Mapping[str, Mapping[str, int]]],
    rare: Rarity,
) -> float:
    """How far two groups contradict each other, from 0 to 1: the share of the one's core names, by rarity, that the
    other lacks, where that holds both ways; less believed for small groups, and compared within one language only."""
    worst = 0.0
    for language in sorted(size.keys() & other[0].keys()):
        mine, theirs = size[language], other[0][language]
        smaller = min(mine, theirs)
        if smaller < 2 or min(len(names[language]) / mine, len(other[1][language]) / theirs) < FEW_NAMES:
            continue
        table = rare.by_language[language]
        lacking = min(
            _lacking(names[language], mine, other[1][language], (theirs, table)),
            _lacking(other[1][language], theirs, names[language], (mine, table)),
        )
        worst = max(worst, lacking * (smaller - 1) / (smaller - 1 + SHRINK))
    return worst


def _lacking(
    names: Mapping[str, int], size: int, other: Mapping[str, int], theirs: tuple[int, Mapping[str, float]]
) -> float:
    total = missing = 0.0
    for name, count in names.items():
        if count >= CORE * size:
            weight = max(0.0, theirs[1].get(name, 0.0))
            total += weight
            if other.get(name, 0) <= ABSENT * theirs[0]:
                missing += weight
    return missing / total if total else 0.0
