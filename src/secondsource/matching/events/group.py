"""From links to happenings: average linkage over the compared pairs, held apart where two groups contradict each
other, and, for headlines, beside how well each of the two holds together."""

import heapq
import math
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from .compare import Rarity
from .keys import ReportKeys
from .opposition import Profile, opposition, profile
from .scores import ALIKE, Comparison
from .time import rounds


class Linkage(Struct, frozen=True):
    """What makes one happening of two groups, by grade."""

    least: float
    """The average score at which two groups still join."""
    lone: float
    """The cohesion of a group of one headline. Two groups of headlines are judged beside their own cohesion: what is
    told in few words hangs together loosely, and near twins of one headline closely."""


LINKAGE = Linkage(least=ALIKE, lone=0.3)
"""For both grades: what a score is worth does not depend on what saw it."""


class _Cluster(Struct):
    """A group in the making."""

    members: list[str]
    profiles: dict[str, Profile]
    """By language."""
    sums: dict[int, float]
    """Summed scores with other clusters."""
    barred: set[str]
    """Sources that no member may be grouped with."""
    cohesion: float | None
    """How well a group of headlines alone holds together; None for another."""
    inner: float = 0.0
    """Summed scores within."""


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
    clusters = {
        at: _Cluster(
            [keys.source],
            {keys.language: profile(keys.names, keys.lead)},
            {},
            barred.get(keys.source, set()),
            linkage.lone if keys.brief else None,
        )
        for at, keys in enumerate(order)
    }
    for pair in comparisons:
        left, right = number[pair.left], number[pair.right]
        clusters[left].sums[right] = clusters[right].sums[left] = pair.score
    joined = _Join(clusters, order, rare.by_language, linkage)
    for left_source, right_source in fixed[0]:
        joined.must(left_source, right_source)
    joined.run()
    return sorted(tuple(sorted(group.members)) for group in clusters.values())


class _Join:
    """The queue of joins; deterministic, because ties fall to the lower numbers."""

    def __init__(
        self,
        clusters: dict[int, _Cluster],
        reports: Sequence[ReportKeys],
        rarity: Mapping[str, Mapping[str, float]],
        linkage: Linkage,
    ) -> None:
        self.clusters = clusters
        self.reports = {keys.source: keys for keys in reports}
        self.rarity = rarity
        self.linkage = linkage
        self.next = len(clusters)
        self.where = {member: at for at, one in clusters.items() for member in one.members}

    def must(self, left: str, right: str) -> None:
        one, two = self.where.get(left), self.where.get(right)
        if one is not None and two is not None and one != two and not self._barred(one, two):
            self._merge(one, two)

    def run(self) -> None:
        """Join the two likeliest groups as long as any are likely enough.

        How far two groups contradict each other only ever lowers their score: it is worked out when they come first in
        the queue, and most never do.
        """
        least = self.linkage.least
        queue = [
            (-score, left, right, False)
            for left, one in self.clusters.items()
            for right in one.sums
            if left < right and (score := self._likely(left, right)) >= least
        ]
        heapq.heapify(queue)
        while queue:
            likely, left, right, known = heapq.heappop(queue)
            if left not in self.clusters or right not in self.clusters or self._barred(left, right):
                continue
            score = -likely if known else self._score(left, right)
            if score < -likely:
                if score >= least:
                    heapq.heappush(queue, (-score, left, right, True))
                continue
            new = self._merge(left, right)
            for other in self.clusters[new].sums:
                score = self._likely(new, other)
                if score >= least:
                    heapq.heappush(queue, (-score, min(new, other), max(new, other), False))

    def _barred(self, left: int, right: int) -> bool:
        return not self.clusters[left].barred.isdisjoint(self.clusters[right].members)

    def _likely(self, left: int, right: int) -> float:
        """The score as far as the average and the cohesion of the two tell."""
        one, two = self.clusters[left], self.clusters[right]
        average = one.sums[right] / (len(one.members) * len(two.members))
        if one.cohesion is not None and two.cohesion is not None:
            return average * self.linkage.lone / math.sqrt(one.cohesion * two.cohesion)
        return average

    def _score(self, left: int, right: int) -> float:
        """The score, less for what the two contradict each other in."""
        one, two = self.clusters[left], self.clusters[right]
        likely = self._likely(left, right)
        if one.cohesion is not None and two.cohesion is not None:
            return likely
        named = opposition(one.profiles, two.profiles, self.rarity)
        return likely * (1.0 - named) * (1.0 - rounds(self._of(one), self._of(two)))

    def _of(self, cluster: _Cluster) -> list[ReportKeys]:
        return [self.reports[member] for member in cluster.members]

    def _cohesion(self, one: _Cluster, two: _Cluster, inner: float) -> float | None:
        """The average score within two groups of headlines together, with one pair of a lone headline's cohesion
        added."""
        if one.cohesion is None or two.cohesion is None:
            return None
        count = len(one.members) + len(two.members)
        return (inner + self.linkage.lone) / (count * (count - 1) / 2 + 1.0)

    def _merge(self, left: int, right: int) -> int:
        one, two = self.clusters.pop(left), self.clusters.pop(right)
        inner = one.inner + two.inner + one.sums.pop(right, 0.0)
        two.sums.pop(left, None)
        sums = {other: one.sums.get(other, 0.0) + two.sums.get(other, 0.0) for other in {**one.sums, **two.sums}}
        profiles = dict(one.profiles)
        for language, theirs in two.profiles.items():
            profiles[language] = profiles[language].plus(theirs) if language in profiles else theirs
        new, self.next = self.next, self.next + 1
        members = [*one.members, *two.members]
        self.where.update(dict.fromkeys(members, new))
        cohesion = self._cohesion(one, two, inner)
        self.clusters[new] = _Cluster(members, profiles, sums, one.barred | two.barred, cohesion, inner)
        for other, total in sums.items():
            theirs_sums = self.clusters[other].sums
            theirs_sums.pop(left, None)
            theirs_sums.pop(right, None)
            theirs_sums[new] = total
        return new
