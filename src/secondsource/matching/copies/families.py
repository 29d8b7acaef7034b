"""From pairs to families. A page made from two texts is a member of both families and does not join them."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from secondsource.model.judgement import Judgement
from secondsource.stage.grouping import Pair, components

from .compare import Comparison, Copy, compare
from .decide import STRETCH, near_days, one_handout, one_relayed, one_report, one_wire, tells_of_wire, two_agencies
from .keys import Body
from .names import same_house
from .signs import HOUSES
from .wording import wording

SURE = 0.45
"""Likeness from which a pair needs nothing else to speak for it."""
CERTAIN = 0.6
"""Likeness that chance does not give."""
PLAIN = 0.3
"""Share of 5-grams that only copying gives."""
STANDING = 0.2
"""The same, with one long stretch among them."""
ALIKE_ON_AVERAGE = 0.36
"""Mean likeness from which two groups of certain copies are one family."""
LATE_COPY = 4
"""Days after which nobody retells a text in other words."""
FEW = 3
"""Pages of a group that are compared for the mean."""
PART = 0.15
"""Share of a page that it must have from each of two texts to be made from both."""
OVERLAP = 0.35
"""Share of the lesser part that may stand in the other one too."""
WHOLE = 0.85
"""Share of a text from which it is wholly inside another: a cut of that, and no second source of it."""

NOTHING_OWN = 0.7
"""Share of its names and figures, and of its figures alone, from which a page has nothing of its own."""
ENOUGH_NAMED, FEW_NUMBERS = 8, 4
"""Names and figures, and figures, that so much is told from."""

_LEAP_YEAR = 2000
_YEAR = 366

Copied = Mapping[frozenset[str], Copy]
Samples = Callable[[str], frozenset[int]]


class Families(Struct, frozen=True):
    """Groups of copies, and the pages that are in more than one."""

    groups: tuple[tuple[str, ...], ...]
    mixed: frozenset[str]


def trusted(copied: Copied) -> dict[frozenset[str], Copy]:
    """The pairs without weak bridges: a doubtful likeness counts only where neither page has a surer copy, or where
    both name one source; and two groups of sure copies are joined by a lesser likeness only where they are alike on
    average. So no chance joins two families, and a report of its own is not drawn into one."""
    doubtful = {pair for pair, found in copied.items() if not _plain(found)}
    if not doubtful:
        return dict(copied)
    judge = _Judge(copied)
    return {pair: found for pair, found in copied.items() if pair not in doubtful or judge.holds(found)}


def _plain(found: Copy) -> bool:
    """Whether only copying gives what the two share."""
    return found.contained >= PLAIN or (found.score >= CERTAIN and not two_agencies(found.left, found.right))


class _Judge:
    """Weighs doubtful pairs by what else is known of their pages."""

    def __init__(self, copied: Copied) -> None:
        self._surest: dict[str, float] = {}
        for pair, found in copied.items():
            for page in pair:
                self._surest[page] = max(self._surest.get(page, 0.0), found.score)
        self._groups = _groups_of_sure_copies(copied)
        self._means: dict[tuple[str, str], float] = {}

    def holds(self, found: Copy) -> bool:
        """Whether the pair is to be trusted."""
        left, right = found.left, found.right
        if two_agencies(left, right):
            return False
        if one_report(left, right) or one_relayed(left, right) is not None:
            return True
        if found.score >= SURE and one_wire(left, right) and near_days(left, right):
            return True  # takes that give no day
        if near_days(left, right) and (tells_of_wire(left, right) or tells_of_wire(right, left)):
            return True
        if found.measured and (
            one_handout(left, right, found.measured.shared, found.measured.fewest) or _nothing_own(found.measured)
        ):
            return True
        sides = sorted(
            (self._groups.get(left.source, [left]), self._groups.get(right.source, [right])), key=lambda g: g[0].source
        )
        if sides[0] is sides[1]:
            return True  # it joins nothing that surer copies have not joined
        if found.contained >= STANDING and wording(left, right).run >= STRETCH:
            return True
        if days_between(sides[0], sides[1]) > LATE_COPY:
            return False  # a later occasion recalls the facts of the earlier
        if min(map(len, sides)) > 1:
            ids = sides[0][0].source, sides[1][0].source
            if ids not in self._means:
                self._means[ids] = _mean(sides[0], sides[1], found.common)
            return self._means[ids] >= ALIKE_ON_AVERAGE
        return found.score >= SURE or all(self._surest[page] < SURE for page in (left.source, right.source))


def _nothing_own(found: Comparison) -> bool:
    """Whether one of two pages names and counts hardly anything that the other does not: a retelling in other words.
    Two reporters at one place each see something of their own."""
    left, right = found.left, found.right
    if left.signs.reporter or right.signs.reporter or found.shared < ENOUGH_NAMED:
        return False
    numbers = min(len(left.numbers), len(right.numbers))
    if found.shared < NOTHING_OWN * found.fewest or numbers < FEW_NUMBERS:
        return False
    return len(left.numbers & right.numbers) >= NOTHING_OWN * numbers


def days_between(left: Iterable[Body], right: Iterable[Body]) -> int:
    """The least number of days between the pages of two groups that state the day they appeared; 0 where none of a
    group does."""
    days, others = ([_day_of_year(*each.signs.day) for each in group if each.signs.day] for group in (left, right))
    apart = (abs(one - other) for one in days for other in others)
    return min((min(gap, _YEAR - gap) for gap in apart), default=0)


def _day_of_year(month: int, day: int) -> int:
    return dt.date(_LEAP_YEAR, month, day).timetuple().tm_yday


def _groups_of_sure_copies(copied: Copied) -> dict[str, list[Body]]:
    """The group of each page that has a certain copy."""
    bodies = {side.source: side for found in copied.values() for side in (found.left, found.right)}
    sure = [Pair(found.score, *sorted(pair)) for pair, found in copied.items() if found.score >= CERTAIN]
    groups = components({page for pair in sure for page in (pair.left, pair.right)}, sure)
    together = [[bodies[page] for page in group] for group in groups]
    return {body.source: group for group in together for body in group}


def _mean(left: list[Body], right: list[Body], common: frozenset[int]) -> float:
    """The mean likeness of the pages of one group to those of another, taken from the first few of each."""
    pairs = [(one, other) for one in left[:FEW] for other in right[:FEW] if one.source != other.source]
    return sum(compare(one, other, common).score for one, other in pairs) / len(pairs) if pairs else 1.0


def families(
    bodies: Mapping[str, Body],
    copied: Copied,
    judgements: tuple[Judgement, ...],
    never: Iterable[tuple[str, str]],
    samples: Samples,
) -> Families:
    """The groups of more than one. `never` are pairs that stay apart; `samples` gives a page's sampled shingles."""
    near = _neighbours(copied)
    several = (page for page in sorted(near) if len(near[page]) > 1)
    sides = {page: found for page in several if len(found := _sides(page, near, copied, samples)) > 1}
    pairs = [
        Pair(found.score, *sorted(pair))
        for pair, found in copied.items()
        if not any(page in sides and not (pair - {page}) <= sides[page][0] for page in pair)
    ]
    pages = {page for pair in copied for page in pair} | {page for j in judgements for page in (j.left, j.right)}
    groups = [set(group) for group in components(pages & bodies.keys(), pairs, judgements, never)]
    for page, parts in sides.items():
        for part in parts[1:]:
            home = max((group for group in groups if page not in group), key=lambda g: len(g & part), default=set())
            if home & part and len(home) >= 1:
                home.add(page)
    kept = sorted(tuple(sorted(group)) for group in groups if len(group) > 1)
    count: dict[str, int] = {}
    for group in kept:
        for page in group:
            count[page] = count.get(page, 0) + 1
    return Families(tuple(kept), frozenset(page for page, times in count.items() if times > 1))


def _neighbours(copied: Copied) -> dict[str, set[str]]:
    near: dict[str, set[str]] = {}
    for pair in copied:
        left, right = sorted(pair)
        near.setdefault(left, set()).add(right)
        near.setdefault(right, set()).add(left)
    return near


def _sides(page: str, near: dict[str, set[str]], copied: Copied, samples: Samples) -> list[set[str]]:
    """The page's copies, parted by the texts it was made from, the liker part first; one part for a plain copy."""
    some = min(near[page])
    if near[page] - near[some] == {some}:
        return [near[page]]
    parts = _parted(page, near)
    if len(parts) < 2:
        return [near[page]]
    parts.sort(key=lambda part: (-max(copied[frozenset((page, one))].score for one in part), min(part)))
    sides = [parts[0]]
    for part in parts[1:]:
        if all(_second_source(page, (side, part), copied, samples) for side in sides):
            sides.append(part)
        else:
            sides[0] = sides[0] | part
    return sides


def _parted(page: str, near: dict[str, set[str]]) -> list[set[str]]:
    """The neighbours of a page by how they hang together without it."""
    waiting, parts = set(near[page]), []
    while waiting:
        seen, ends = {page}, [min(waiting)]
        while ends:
            one = ends.pop()
            if one not in seen:
                seen.add(one)
                ends.extend(near[one] - seen)
        parts.append(seen & near[page])
        waiting -= seen
    return parts


def _second_source(page: str, sides: tuple[set[str], set[str]], copied: Copied, samples: Samples) -> bool:
    """Whether the page has different parts of its text from two sides, and neither is merely a cut of it."""
    body, others = _bodies(page, sides, copied)
    if _credits_each(body, others):
        return True
    own = samples(page)
    taken: list[frozenset[int]] = [frozenset().union(*(own & samples(one) for one in side)) for side in sides]
    size = len(own)
    if not all(taken):  # a side in another language shares no words: sentences are laid beside each other
        taken = [_told(page, side, copied) for side in sides]
        size = len(body.sentences)
    fewer = min(map(len, taken))
    if fewer < PART * size or len(taken[0] & taken[1]) > OVERLAP * fewer:
        return False
    if (
        body.signs.sent
        or body.signs.reporter
        or not all(any(_may_come_from(body, one) for one in each) for each in others)
    ):
        return False
    if body.signs.edited or _signed_apart(*others):
        return True
    return all(len(own & found) < WHOLE * len(found) for side in sides for one in side if (found := samples(one)))


def _credits_each(body: Body, sides: Iterable[Iterable[Body]]) -> bool:
    """Whether the page names the agencies of both sides as those it has its text from, and they are two."""
    named = {credit.name for credit in body.credits if credit.role in HOUSES}
    wires = [sorted({one.signs.wire for one in side if one.signs.dateline and one.signs.wire}) for side in sides]
    credited = [{name for name in named for wire in side if same_house(name, wire)} for side in wires]
    return all(credited) and not set.intersection(*credited)


def _bodies(page: str, sides: tuple[set[str], set[str]], copied: Copied) -> tuple[Body, list[list[Body]]]:
    """The page's body, and those of both sides."""
    others = [[body for one in sorted(side) for body in _of(copied, page, one) if body.source == one] for side in sides]
    return next(body for body in _of(copied, page, min(sides[0])) if body.source == page), others


def _may_come_from(later: Body, earlier: Body) -> bool:
    days = earlier.signs.day, later.signs.day
    return days[0] is None or days[1] is None or days[0] <= days[1]


def _of(copied: Copied, left: str, right: str) -> tuple[Body, Body]:
    pair = copied[frozenset((left, right))]
    return pair.left, pair.right


def _told(page: str, others: set[str], copied: Copied) -> frozenset[int]:
    """Numbers of the page's sentences that any of the others tells too."""
    compared = [copied[frozenset((page, other))].comparison for other in others]
    return frozenset(p.left if each.left.source == page else p.right for each in compared for p in each.chain)


def _signed_apart(side: list[Body], part: list[Body]) -> bool:
    """Whether the two sides are signed by different agencies, or one by a reporter."""
    wires = [{wire for body in each if (wire := body.signs.wire)} for each in (side, part)]
    if wires[0] and wires[1]:
        return not any(same_house(one, other) for one in wires[0] for other in wires[1])
    return any(body.signs.reporter for body in (*side, *part))
