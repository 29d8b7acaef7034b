"""From pairs to families. A page made from two texts is a member of both families and does not join them."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from secondsource.model.judgement import Judgement
from secondsource.stage.grouping import Pair, components

from .compare import Comparison, compare
from .decide import STRETCH, one_relayed, one_report, two_agencies
from .keys import Body
from .names import same_house
from .wording import wording

SURE = 0.42
"""Likeness from which a pair needs nothing else to speak for it."""
CERTAIN = 0.6
"""Likeness that chance does not give."""
STANDING = 0.2
"""Share of 5-grams that, with one long stretch among them, only copying gives."""
ALIKE_ON_AVERAGE = 0.36
"""Mean likeness from which two groups of certain copies are one family."""
FEW = 6
"""Pages of a group that are compared for the mean."""
PART = 0.15
"""Share of a page that it must have from each of two texts to be made from both."""
OVERLAP = 0.35
"""Share of the lesser part that may stand in the other one too."""
WHOLE = 0.85
"""Share of a text from which it is wholly inside another: a cut of that, and no second source of it."""

Copied = Mapping[frozenset[str], Comparison]


class Families(Struct, frozen=True):
    """Groups of copies, and the pages that are in more than one."""

    groups: tuple[tuple[str, ...], ...]
    mixed: frozenset[str]


def trusted(copied: Copied, common: frozenset[str] = frozenset()) -> dict[frozenset[str], Comparison]:
    """The pairs without weak bridges: a doubtful likeness counts only where neither page has a surer copy, or where
    both name one source; and two groups of sure copies are joined by a lesser likeness only where they are alike on
    average. So no chance joins two families, and a report of its own is not drawn into one."""
    surest: dict[str, float] = {}
    for pair, found in copied.items():
        for page in pair:
            surest[page] = max(surest.get(page, 0.0), found.score)
    groups = _groups_of_sure_copies(copied)
    means: dict[tuple[str, str], float] = {}

    def holds(pair: frozenset[str], found: Comparison) -> bool:
        left, right = found.left, found.right
        if two_agencies(left, right) and found.contained < CERTAIN:
            return False
        if found.score >= CERTAIN or one_report(left, right) or one_relayed(left, right) is not None:
            return True
        if found.contained >= STANDING and wording(left, right).run >= STRETCH:
            return True
        sides = sorted((groups.get(left.source, [left]), groups.get(right.source, [right])), key=lambda g: g[0].source)
        if min(map(len, sides)) > 1:
            ids = sides[0][0].source, sides[1][0].source
            if ids not in means:
                means[ids] = _mean(sides[0], sides[1], common)
            return means[ids] >= ALIKE_ON_AVERAGE
        return found.score >= SURE or all(surest[page] < SURE for page in pair)

    return {pair: found for pair, found in copied.items() if holds(pair, found)}


def _groups_of_sure_copies(copied: Copied) -> dict[str, list[Body]]:
    """The group of each page that has a certain copy."""
    bodies = {side.source: side for found in copied.values() for side in (found.left, found.right)}
    sure = [Pair(found.score, *sorted(pair)) for pair, found in copied.items() if found.score >= CERTAIN]
    groups = components({page for pair in sure for page in (pair.left, pair.right)}, sure)
    return {page: [bodies[one] for one in group] for group in groups for page in group}


def _mean(left: list[Body], right: list[Body], common: frozenset[str]) -> float:
    """The mean likeness of the pages of one group to those of another, taken from the first few of each."""
    pairs = [(one, other) for one in left[:FEW] for other in right[:FEW] if one.source != other.source]
    return sum(compare(one, other, common).score for one, other in pairs) / len(pairs) if pairs else 1.0


def families(
    bodies: Mapping[str, Body],
    copied: Copied,
    judgements: tuple[Judgement, ...],
    never: Iterable[tuple[str, str]],
) -> Families:
    """The groups of more than one. `never` are pairs that must stay apart."""
    near = _neighbours(copied)
    sides = {page: found for page in sorted(near) if len(found := _sides(page, near, copied, bodies)) > 1}
    pairs = [
        Pair(found.score, *sorted(pair))
        for pair, found in copied.items()
        if not any(page in sides and not (pair - {page}) <= sides[page][0] for page in pair)
    ]
    groups = [set(group) for group in components(bodies, pairs, judgements, never)]
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


def _sides(page: str, near: dict[str, set[str]], copied: Copied, bodies: Mapping[str, Body]) -> list[set[str]]:
    """The page's copies, parted by the texts it was made from, the liker part first; one part for a plain copy."""
    parts = _parted(page, near)
    if len(parts) < 2:
        return [near[page]]
    parts.sort(key=lambda part: (-max(_between(copied, page, one).score for one in part), min(part)))
    sides = [parts[0]]
    for part in parts[1:]:
        if all(_second_source(page, side, part, copied, bodies) for side in sides):
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


def _second_source(page: str, side: set[str], part: set[str], copied: Copied, bodies: Mapping[str, Body]) -> bool:
    """Whether the page has different parts of its text from two sides, and neither is merely a cut of it."""
    taken = [_taken(page, each, copied) for each in (side, part)]
    size = sum(sentence.length for sentence in bodies[page].sentences) or 1
    shares = [sum(bodies[page].sentences[at].length for at in each) / size for each in taken]
    both = sum(bodies[page].sentences[at].length for at in taken[0] & taken[1]) / size
    if min(shares) < PART or both > OVERLAP * min(shares):
        return False
    inside = [max(_between(copied, page, one).explained(one) for one in each) for each in (side, part)]
    return max(inside) < WHOLE or bodies[page].signs.edited or _signed_apart(side, part, bodies)


def _taken(page: str, others: set[str], copied: Copied) -> set[int]:
    """Numbers of the page's sentences that any of the others tells too."""
    found: set[int] = set()
    for other in others:
        comparison = _between(copied, page, other)
        found.update(p.left if comparison.left.source == page else p.right for p in comparison.chain)
    return found


def _signed_apart(side: set[str], part: set[str], bodies: Mapping[str, Body]) -> bool:
    """Whether the two sides are signed by different agencies, or one by a reporter."""
    wires = [{w for one in each if (w := bodies[one].signs.wire)} for each in (side, part)]
    reporters = [any(bodies[one].signs.reporter for one in each) for each in (side, part)]
    if wires[0] and wires[1]:
        return not any(same_house(one, other) for one in wires[0] for other in wires[1])
    return any(reporters)


def _between(copied: Copied, left: str, right: str) -> Comparison:
    return copied[frozenset((left, right))]
