"""What tells two rounds of the same kind of thing apart: what *all* reports of the one say and *none* of the other.

Other names, other numbers. That can be seen between groups; between single reports it cannot.
"""

import math
from collections.abc import Mapping

from msgspec import Struct

CORE = 0.5
"""A name belongs to the core of a group where at least this share of its reports have it."""
ABSENT = 0.2
"""A core name is missing from another group where at most this share of its reports have it."""
FEW_NAMES = 3.5
"""Names for each report of a group below which its reports are headlines: what those leave out says nothing."""
FEW_IN_LEAD = 2.0
"""The same for the names of leads."""
SHRINK = 1.5
"""How slowly opposition is believed as groups grow: n - 1 over n - 1 + SHRINK."""


class Named(Struct, frozen=True):
    """The names of a group's reports in one language, with how many of the reports have each."""

    reports: int
    counts: Mapping[str, int]

    def plus(self, other: "Named") -> "Named":
        """Both groups together."""
        counts = dict(self.counts)
        for name, count in other.counts.items():
            counts[name] = counts.get(name, 0) + count
        return Named(self.reports + other.reports, counts)

    def lacked_by(self, other: "Named", rarity: Mapping[str, float]) -> float:
        """The share of the core names, by rarity, that `other` has in at most `ABSENT` of its reports."""
        least, most = CORE * self.reports, ABSENT * other.reports
        core = [(name, rarity[name]) for name, count in self.counts.items() if count >= least and rarity[name] > 0]
        total = math.fsum([weight for _, weight in core])
        return math.fsum([w for name, w in core if other.counts.get(name, 0) <= most]) / total if total else 0.0


class Profile(Struct, frozen=True):
    """Whom and what the reports of a group name in one language: anywhere, and in their leads."""

    anywhere: Named
    lead: Named

    @property
    def reports(self) -> int:
        """How many reports the group has in this language."""
        return self.anywhere.reports

    def plus(self, other: "Profile") -> "Profile":
        """Both groups together."""
        return Profile(self.anywhere.plus(other.anywhere), self.lead.plus(other.lead))


def profile(names: frozenset[str], lead: frozenset[str]) -> Profile:
    """The profile of one report."""
    return Profile(Named(1, dict.fromkeys(sorted(names), 1)), Named(1, dict.fromkeys(sorted(lead), 1)))


def opposition(
    one: Mapping[str, Profile], other: Mapping[str, Profile], rarity: Mapping[str, Mapping[str, float]]
) -> float:
    """How far two groups contradict each other, from 0 to 1: the share of the one's core names, by rarity, that the
    other lacks, where that holds both ways; anywhere or in the leads, whichever is more; less believed for small
    groups, and compared within one language only."""
    worst = 0.0
    for language in one.keys() & other.keys():
        mine, theirs = one[language], other[language]
        smaller = min(mine.reports, theirs.reports)
        if smaller < 2 or _few(mine.anywhere, theirs.anywhere, FEW_NAMES):
            continue
        lacking = _both_ways(mine.anywhere, theirs.anywhere, rarity[language])
        if not _few(mine.lead, theirs.lead, FEW_IN_LEAD):
            lacking = max(lacking, _both_ways(mine.lead, theirs.lead, rarity[language]))
        worst = max(worst, lacking * (smaller - 1) / (smaller - 1 + SHRINK))
    return worst


def _few(mine: Named, theirs: Named, least: float) -> bool:
    return min(len(mine.counts) / mine.reports, len(theirs.counts) / theirs.reports) < least


def _both_ways(mine: Named, theirs: Named, rarity: Mapping[str, float]) -> float:
    return min(mine.lacked_by(theirs, rarity), theirs.lacked_by(mine, rarity))
