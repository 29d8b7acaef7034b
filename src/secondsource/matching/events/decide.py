"""Which pairs are linked, and which must or must never be together."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise

from secondsource.model.group import CopyFamily, Relation
from secondsource.model.judgement import Judgement, Verdict
from secondsource.model.keys import content_id
from secondsource.model.link import Link, LinkKind
from secondsource.model.pile import Pile

from .compare import Comparison, gap
from .keys import ReportKeys

NEVER = 730
"""Days apart beyond which two dated reports are never of one happening."""


def copied_pairs(pile: Pile, reports: Mapping[str, ReportKeys]) -> list[tuple[str, str]]:
    """Pairs of copies that report the happening together: a copy keeps its event, a follow-up does not."""
    found: list[tuple[str, str]] = []
    for family in pile.groups_of(CopyFamily):
        later = {one.to_id for one in family.derivations if one.relation is Relation.FOLLOW_UP}
        members = [member for member in family.members if member in reports and member not in later]
        members.sort(key=lambda member: (reports[member].earliest or dt.date.max, member))
        apart = any((gap(reports[one], reports[two]) or 0) > 7 for one, two in pairwise(members))
        for left, right in pairwise(members):
            days = gap(reports[left], reports[right])
            weekdays = {reports[left].weekday, reports[right].weekday} - {None}
            if len(weekdays) > 1:
                continue  # "on Wednesday" and "on Thursday" are two occasions, whatever of the text is shared
            if (not apart) if days is None else days <= 7:
                found.append((min(left, right), max(left, right)))
    return found


def never_pairs(comparisons: Iterable[Comparison], reports: Mapping[str, ReportKeys]) -> list[tuple[str, str]]:
    """Pairs whose dates exclude each other."""
    return [
        (pair.left, pair.right)
        for pair in comparisons
        if (days := gap(reports[pair.left], reports[pair.right])) is not None and days > NEVER
    ]


def judged_pairs(
    judgements: Sequence[Judgement], known: Mapping[str, ReportKeys], verdict: Verdict
) -> list[tuple[str, str]]:
    """The pairs of reports that a person judged so, sorted."""
    return sorted(
        (min(one.left, one.right), max(one.left, one.right))
        for one in judgements
        if one.verdict is verdict and one.left in known and one.right in known
    )


def links_within(
    groups: Iterable[tuple[str, ...]], comparisons: Iterable[Comparison], judged: Iterable[tuple[str, str]]
) -> list[Link]:
    """The links that hold the groups: every compared pair inside one, with its features."""
    group_of = {member: at for at, members in enumerate(groups) for member in members}
    person = set(judged)
    return [
        Link(
            id=content_id("link", "event", pair.left, pair.right),
            kind=LinkKind.EVENT,
            left=pair.left,
            right=pair.right,
            relation="same",
            score=pair.score,
            features=pair.features,
            judged=(pair.left, pair.right) in person,
        )
        for pair in comparisons
        if group_of[pair.left] == group_of[pair.right]
    ]


def missing_pairs(
    groups: Iterable[tuple[str, ...]], comparisons: Iterable[Comparison], most: int = 12
) -> list[tuple[str, str]]:
    """Pairs of small groups that were never compared: so that every group shows its reasons."""
    compared = {(pair.left, pair.right) for pair in comparisons}
    return [
        pair
        for members in groups
        if 1 < len(members) <= most
        for pair in combinations(members, 2)
        if pair not in compared
    ]
