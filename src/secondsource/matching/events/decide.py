"""Which pairs are linked, and which must or must never be together."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations, pairwise

from secondsource.model.group import CopyFamily, Relation
from secondsource.model.judgement import Judgement, Verdict
from secondsource.model.keys import content_id
from secondsource.model.link import Feature, Link, LinkKind
from secondsource.model.pile import Pile

from .keys import ReportKeys
from .scores import ALIKE, Comparison
from .time import gap

NEVER = 730
"""Days apart beyond which two dated reports are never of one happening."""


WEEK = 7
"""Days that copies of one occasion lie apart at most."""
MOST_BEFORE = 5
"""Copies before a copy that it is compared with."""


def copied_pairs(
    pile: Pile, reports: Mapping[str, ReportKeys], compare: Callable[[str, str], Comparison]
) -> list[tuple[str, str]]:
    """Pairs of copies that report the happening together: a copy keeps its event, a follow-up does not.

    Each copy goes with the nearest before it, by date, that it can be of one occasion with. `compare` scores two
    reports: pages of one site share the matter that stands around their reports, and are no copies for that.
    """
    found: list[tuple[str, str]] = []
    for family in pile.groups_of(CopyFamily):
        later = {one.to_id for one in family.derivations if one.relation is Relation.FOLLOW_UP}
        members = [member for member in family.members if member in reports and member not in later]
        members.sort(key=lambda member: (reports[member].earliest or dt.date.max, member))
        apart = any((gap(reports[one], reports[two]) or 0) > WEEK for one, two in pairwise(members))
        for at, member in enumerate(members):
            for other in reversed(members[max(0, at - MOST_BEFORE) : at]):
                pair = (min(member, other), max(member, other))
                if _one_occasion(reports[member], reports[other], apart) and _tell_the_same(reports, pair, compare):
                    found.append(pair)
                    break
    return found


def _one_occasion(one: ReportKeys, other: ReportKeys, apart: bool) -> bool:
    """Whether the dates of two copies let them be of one occasion; `apart` says that dated copies lie weeks apart."""
    if one.weekday is not None and other.weekday is not None and one.weekday != other.weekday:
        return False  # "on Wednesday" and "on Thursday" are two occasions, whatever of the text is shared
    days = gap(one, other)
    return not apart if days is None else days <= WEEK


def _tell_the_same(
    reports: Mapping[str, ReportKeys], pair: tuple[str, str], compare: Callable[[str, str], Comparison]
) -> bool:
    left, right = (reports[source] for source in pair)
    return left.language != right.language or compare(*pair).score >= ALIKE


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
    groups: Iterable[tuple[str, ...]],
    comparisons: Iterable[Comparison],
    judged: Iterable[tuple[str, str]],
    features: Callable[[str, str], tuple[Feature, ...]],
) -> list[Link]:
    """The links that hold the groups: every compared pair inside one, with its features, which only links need."""
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
            features=features(pair.left, pair.right),
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
