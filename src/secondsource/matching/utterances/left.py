"""What is left: versions of one remark that share too few words to be told by them alone, but are the likest that the
speaker's words in two reports of one matter have left."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Self

from msgspec import Struct

from secondsource.model.judgement import Judgement
from secondsource.model.link import Link
from secondsource.stage.grouping import components, pairs_of

from .compare import Compared, Comparison
from .decide import Relation, may_be_left, may_stand_beside
from .said import Said

_MOST = 48
"""Statements of one speaker in one matter up to which every two are compared."""


class _Remarks(Struct):
    """The remarks of one speaker in one matter as far as they are known, each by its first statement."""

    of: dict[str, str]
    members: dict[str, list[Said]]

    def meet(self, pair: Comparison) -> bool:
        """Whether the two can be told as one: no report has told both, for a report seldom tells a remark twice."""
        one, other = self.of[pair.left.id], self.of[pair.right.id]
        if one == other:
            return False
        ours, theirs = ({each.source for each in self.members[name]} for name in (one, other))
        return ours.isdisjoint(theirs)

    def across(self, pair: Comparison) -> Iterator[tuple[Said, Said]]:
        """Every version of the one remark with every version of the other."""
        for left in self.members[self.of[pair.left.id]]:
            for right in self.members[self.of[pair.right.id]]:
                yield left, right

    def join(self, pair: Comparison) -> None:
        """Tell the two as one from now on."""
        one, other = sorted((self.of[pair.left.id], self.of[pair.right.id]))
        for each in self.members.pop(other):
            self.of[each.id] = one
            self.members[one].append(each)


class _Places(Struct, frozen=True):
    """Where each of a speaker's statements stands among those of its report."""

    order: dict[str, tuple[str, ...]]
    """The ids of each source's statements, in the order of its text."""

    @classmethod
    def of(cls, group: Iterable[Said]) -> Self:
        """The places of these statements."""
        order: dict[str, tuple[str, ...]] = {}
        for one in sorted(group, key=lambda one: (one.start, one.id)):
            order[one.source] = (*order.get(one.source, ()), one.id)
        return cls(order)

    def next_to(self, one: Said, step: int) -> str | None:
        """The statement so many places further on; None where there is none."""
        order = self.order[one.source]
        at = order.index(one.id) + step
        return order[at] if 0 <= at < len(order) else None


def left_over(
    all_said: Sequence[Said], links: Sequence[Link], judgements: tuple[Judgement, ...], compared: Compared
) -> list[Comparison]:
    """Pairs that are one remark, sorted by their ids. `links`: what is known so far."""
    same = [one for one in links if one.relation == Relation.SAME]
    parted = {(one.left, one.right) for one in links if one.relation == Relation.CHANGED}
    known = components([one.id for one in all_said], pairs_of(same), judgements, parted)
    first = {member: members[0] for members in known for member in members}
    found: dict[tuple[str, str], Comparison] = {}
    for group in _of_one_speaker(all_said):
        remarks = _Remarks({one.id: first[one.id] for one in group}, {})
        for one in group:
            remarks.members.setdefault(first[one.id], []).append(one)
        pairs = [compared.of(one, other) for one, other in combinations(group, 2) if one.source != other.source]
        joined = _joined(pairs, remarks, parted) + _joined_beside(pairs, remarks, parted, _Places.of(group))
        found |= {(min(pair.left.id, pair.right.id), max(pair.left.id, pair.right.id)): pair for pair in joined}
    return [found[ids] for ids in sorted(found)]


def _joined(pairs: Iterable[Comparison], remarks: _Remarks, parted: set[tuple[str, str]]) -> list[Comparison]:
    """The pairs that their common words join, the likest first."""
    joined = []
    for pair in _likest_first(filter(may_be_left, pairs)):
        if remarks.meet(pair) and not _is_parted(remarks.across(pair), parted):
            remarks.join(pair)
            joined.append(pair)
    return joined


def _joined_beside(
    pairs: Iterable[Comparison], remarks: _Remarks, parted: set[tuple[str, str]], places: _Places
) -> list[Comparison]:
    """The pairs that, besides, stand next to a remark that both reports tell: whoever tells one scene in his own words
    mostly keeps its order. What is joined so may hold the next."""
    left = _likest_first(filter(may_stand_beside, pairs))
    joined: list[Comparison] = []
    while True:
        able = (pair for pair in left if remarks.meet(pair) and _is_beside(pair, remarks, places))
        pair = next((pair for pair in able if not _is_parted(remarks.across(pair), parted)), None)
        if pair is None:
            return joined
        remarks.join(pair)
        joined.append(pair)


def _is_beside(pair: Comparison, remarks: _Remarks, places: _Places) -> bool:
    """Whether what the speaker says right before or right after the two is one remark."""
    for step in (-1, 1):
        one, other = places.next_to(pair.left, step), places.next_to(pair.right, step)
        if one is not None and other is not None and remarks.of[one] == remarks.of[other]:
            return True
    return False


def _is_parted(pairs: Iterable[tuple[Said, Said]], parted: set[tuple[str, str]]) -> bool:
    ids = ((min(one.id, other.id), max(one.id, other.id)) for one, other in pairs)
    return not parted.isdisjoint(ids)


def _of_one_speaker(all_said: Sequence[Said]) -> list[list[Said]]:
    """The statements of each speaker in each matter that several reports tell, as far as they are few."""
    groups: dict[tuple[str, str], list[Said]] = {}
    for one in all_said:
        for matter in {one.family, one.occasion}:
            if matter is not None and one.speaker is not None:
                groups.setdefault((one.speaker, matter), []).append(one)
    told = (groups[key] for key in sorted(groups))
    return [group for group in told if len(group) <= _MOST and len({one.source for one in group}) > 1]


def _likest_first(pairs: Iterable[Comparison]) -> list[Comparison]:
    return sorted(pairs, key=lambda pair: (-pair.coverage, pair.left.id, pair.right.id))
