"""What pairs alone cannot tell: figures that one source states side by side are two measures, not a dispute."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, permutations

from secondsource.model.group import Agreement
from secondsource.model.judgement import Judgement
from secondsource.stage.grouping import Pair, components

from .beside import of_one_time
from .compare import intervals_meet
from .decide import AT_OTHER_TIMES, COUNTED_AGAIN, Decision, said
from .growing import tolls_of
from .question import one_question, vague
from .reading.keys import FigureKeys

_OPEN = frozenset({Agreement.CONFLICT, Agreement.REVISED})
_ORDER = (
    Agreement.REVISED,
    Agreement.DIFFERENT_PERIOD,
    Agreement.DIFFERENT_DEFINITION,
    Agreement.CONFLICT,
    Agreement.UNDECIDED,
)
"""Between two values the first of these holds: a conflict only where nothing explains the difference."""
_APART = frozenset({Agreement.DIFFERENT_PERIOD, Agreement.DIFFERENT_DEFINITION})

_MOST_OF_A_SOURCE = 300
"""Figures of one source and unit that are held against each other; a longer table has no use for it."""
_SEVERAL = 3
"""Figures that are the same as both of two, from which the two are the same."""
_FAR_MORE = 4
"""Times as many corrections or disputes as weak words against them, from which two sides are one quantity."""
_NEAR = 0.1
"""Within a tenth a loose and an exact wording of one source may mean one value."""


def agreeing(
    keys: Sequence[FigureKeys],
    decisions: Iterable[Decision],
    judgements: tuple[Judgement, ...],
    never: Iterable[tuple[str, str]] = (),
) -> list[tuple[str, ...]]:
    """Groups of figures that agree; every figure is in exactly one."""
    known = list(decisions)
    pairs = [Pair(one.comparison.score, *one.ids) for one in joining(known)]
    told = [one.ids for one in known if one.told and one.agreement in _OPEN]
    return components([one.id for one in keys], pairs, judgements, [*apart(keys, known, judgements), *told, *never])


def unbridged(apart: Iterable[tuple[str, str]], decisions: Iterable[Decision]) -> list[tuple[str, str]]:
    """Pairs that their own words keep apart, without those that several others tie together: that 96 cases are not 96
    ships is a weak word where three figures are the same as both."""
    same: dict[str, set[str]] = {}
    for one in decisions:
        if one.agreement is Agreement.SAME:
            left, right = one.ids
            same.setdefault(left, set()).add(right)
            same.setdefault(right, set()).add(left)
    return [(one, other) for one, other in apart if len(same.get(one, set()) & same.get(other, set())) < _SEVERAL]


def joining(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that join figures, without those by which a vague number would tie two exact ones together:
    "scores" may be the 84 dead here and the 130 of another year. It goes with the exact number that it is likest to;
    with other vague ones only where it has none."""
    joins = [one for one in decisions if one.joins]
    best: dict[str, Decision] = {}
    for one in joins:
        left, right = one.comparison.left, one.comparison.right
        if vague(left) == vague(right):
            continue
        loose = left.id if vague(left) else right.id
        kept = best.get(loose)
        if kept is None or (-one.comparison.score, one.ids) < (-kept.comparison.score, kept.ids):
            best[loose] = one
    return [one for one in joins if _is_kept(one, best)]


def _is_kept(one: Decision, best: dict[str, Decision]) -> bool:
    loose = [side.id for side in (one.comparison.left, one.comparison.right) if vague(side)]
    if len(loose) == 1:
        return best[loose[0]] is one
    return not any(identifier in best for identifier in loose)


def apart(
    keys: Sequence[FigureKeys], decisions: Sequence[Decision], judgements: tuple[Judgement, ...]
) -> list[tuple[str, str]]:
    """Pairs that are never of one quantity: different by period or definition; or of one source, where "at least 130"
    beside 412 is another measure. Figures that neither a decision nor a person holds against another are left out."""
    found = [one.ids for one in decisions if one.agreement in _APART]
    held = {end for one in decisions for end in one.ids} | {end for one in judgements for end in (one.left, one.right)}
    by_source: dict[tuple[str, str], list[FigureKeys]] = {}
    for one in keys:
        by_source.setdefault((one.figure.source, one.figure.unit), []).append(one)
    for members in by_source.values():
        for one, other in combinations([one for one in members[:_MOST_OF_A_SOURCE] if one.id in held], 2):
            if _told_apart(one, other):
                found.append((one.id, other.id))
    return found


def _told_apart(one: FigureKeys, other: FigureKeys) -> bool:
    """Whether two figures of one source and unit cannot be one quantity."""
    a, b = one.figure, other.figure
    if a.value == b.value or _tied(one, other):
        return False
    if _disputed(one, other):
        return False
    if one.rounded and other.rounded and not one_question(one, other):
        return True  # 61.3 percent voted, 61 percent want a coalition
    loose = None in (a.low, a.high, b.low, b.high)
    if loose and abs(a.value - b.value) > _NEAR * max(abs(a.value), abs(b.value)):
        return True
    return not intervals_meet(one, other)


def _tied(one: FigureKeys, other: FigureKeys) -> bool:
    """Whether a sentence puts one in the place of the other, or speaks of a correction."""
    replaced = one.figure.replaced_by == other.id or other.figure.replaced_by == one.id
    return replaced or one.revises or other.revises


def settled(
    keys: Sequence[FigureKeys],
    decisions: Sequence[Decision],
    judgements: tuple[Judgement, ...],
    never: Sequence[tuple[str, str]] = (),
) -> list[Decision]:
    """The decisions, with open differences between two groups dropped where a source states both values as two things,
    and called revised throughout where one source says so."""
    groups = agreeing(keys, decisions, judgements, never)
    place = places_of(groups)
    by_id = {one.id: one for one in keys}
    tolls = tolls_of(keys)
    between = _between(place, decisions)
    parts = _parts(groups, between, by_id)
    kept = [one for one in decisions if one.agreement not in _OPEN and one.agreement is not Agreement.UNDECIDED]
    for (left, right), open_ones in sorted(between.items()):
        if left == right:
            continue
        sides = [by_id[member] for member in groups[left]], [by_id[member] for member in groups[right]]
        told = [one for one in open_ones if one.told]
        grown = {one.ids for one in told if not tolls[one.ids[0]].isdisjoint(tolls[one.ids[1]])}
        if grown:  # a toll grows, and may be in dispute all the same
            told = [one for one in told if one.ids in grown or _states_a_dispute(one)]
        else:
            told = _unless_side_by_side(*sides, told)
        kept += told
        if not told and (left, right) not in parts and not _stated_apart(*sides):
            kept += _by_evidence([one for one in open_ones if not one.told])
    return sorted(_of_one_mind(place, kept), key=lambda one: one.ids)


def _by_evidence(open_ones: list[Decision]) -> list[Decision]:
    """Decisions by evidence alone: where one of them is a revision, all are."""
    revised = next((one for one in open_ones if one.agreement is Agreement.REVISED), None)
    if revised is None:
        return open_ones
    return [
        one if one.agreement is Agreement.REVISED else said(one.comparison, Agreement.REVISED, revised.reason.why)
        for one in open_ones
    ]


def _unless_side_by_side(left: list[FigureKeys], right: list[FigureKeys], told: list[Decision]) -> list[Decision]:
    """The open decisions of two groups: only those that a report itself states, where some report gives both values as
    two things."""
    both = [(one, other) for one in left for other in right if one.figure.source == other.figure.source]
    stated = all(of_one_time(one, other) for one, other in both)
    return told if stated or any(_of_one_source(one) for one in told) else []


def _of_one_source(decision: Decision) -> bool:
    pair = decision.comparison
    return pair.left.figure.source == pair.right.figure.source


def _of_one_mind(place: dict[str, int], decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions without those between two agreeing groups that a graver class of the same two overrules; that a
    report puts one value in the place of another stands."""
    found: dict[tuple[int, int], list[Decision]] = {}
    for one in decisions:
        low, high = sorted(place[member] for member in one.ids)
        found.setdefault((low, high), []).append(one)
    kept: list[Decision] = []
    for (low, high), members in found.items():
        if low == high:
            kept += [one for one in members if one.joins]
            continue
        told = _of_most(one for one in members if not one.joins)
        kept += [
            one
            for one in members
            if (one.joins and told is None) or one.agreement is told or _says_how_its_own_stand(one)
        ]
    return kept


def _says_how_its_own_stand(decision: Decision) -> bool:
    """Whether a report says of two values of its own that the one takes the place of the other."""
    return decision.agreement is Agreement.REVISED and _of_one_source(decision)


def _of_most(decisions: Iterable[Decision]) -> Agreement | None:
    """The class that most decisions say, those inside one report twice; a conflict only if all others are fewer."""
    known = list(decisions)
    reports = {one.comparison.left.figure.source for one in known if _states_a_dispute(one)}
    counts: Counter[Agreement] = Counter()
    for one in known:
        if reports and not _of_one_source(one) and _by_days_alone(one, len(reports)):
            continue  # that a later report gives another value is no news of two who disagree in one
        counts[one.agreement] += 2 if _of_one_source(one) else 1
    conflicts = counts.pop(Agreement.CONFLICT, 0)
    if conflicts > counts.total():
        return Agreement.CONFLICT
    return min(counts, key=lambda one: (-counts[one], _ORDER.index(one)), default=None)


def _states_a_dispute(decision: Decision) -> bool:
    return decision.agreement is Agreement.CONFLICT and _of_one_source(decision)


def _by_days_alone(decision: Decision, reports: int) -> bool:
    """Whether only the days of two reports say why their values differ. That a toll was counted again one report that
    states the dispute overrules; anything else takes two."""
    if decision.reason.why == COUNTED_AGAIN:
        return True
    return reports > 1 and (decision.agreement is Agreement.REVISED or decision.reason.why == AT_OTHER_TIMES)


def _between(place: dict[str, int], decisions: Iterable[Decision]) -> dict[tuple[int, int], list[Decision]]:
    """The open decisions by the two groups that they stand between, the lower place first."""
    found: dict[tuple[int, int], list[Decision]] = {}
    for one in decisions:
        if one.agreement in _OPEN or one.agreement is Agreement.UNDECIDED:
            low, high = sorted(place[member] for member in one.ids)
            found.setdefault((low, high), []).append(one)
    return found


def _parts(
    groups: Sequence[Sequence[str]], between: dict[tuple[int, int], list[Decision]], by_id: dict[str, FigureKeys]
) -> set[tuple[int, int]]:
    """Pairs of groups in conflict only because a part is held against the whole of another source (60 inspectors, 20
    of them on the islands, against 40): where one source has two values at odds with a third, only the one named first
    is meant."""
    rivals: dict[int, list[tuple[int, tuple[int, int]]]] = {}
    for (left, right), open_ones in sorted(between.items()):
        if any(one.agreement is Agreement.CONFLICT for one in open_ones):
            rivals.setdefault(left, []).append((right, (left, right)))
            rivals.setdefault(right, []).append((left, (left, right)))
    found: set[tuple[int, int]] = set()
    for members in rivals.values():
        for (one, _), (other, key) in permutations(members, 2):
            if _follows([by_id[m] for m in groups[other]], [by_id[m] for m in groups[one]]):
                found.add(key)
    return found


def _follows(part: list[FigureKeys], whole: list[FigureKeys]) -> bool:
    """Whether each source of the smaller value states the larger one right before it, as the same thing."""
    before = {(one.figure.source, one.rank): one for one in whole}
    return all(
        (ahead := before.get((one.figure.source, one.rank - 1))) is not None
        and ahead.head == one.head
        and ahead.figure.value > one.figure.value
        and not _disputed(ahead, one)
        for one in part
    )


def not_bridged(
    groups: Sequence[Sequence[str]], decisions: Iterable[Decision], never: Iterable[tuple[str, str]]
) -> list[tuple[str, str]]:
    """The pairs of `never` without those between two agreeing groups that a dispute or a correction ties together: the
    report that states both sides does not part them."""
    place = places_of(groups)
    tied = _ties(place, decisions)
    return [ids for ids in never if _sides(place, ids) not in tied]


def not_outvoted(
    groups: Sequence[Sequence[str]], decisions: Iterable[Decision], weakly: Iterable[tuple[str, str]]
) -> list[tuple[str, str]]:
    """The pairs of `weakly` without those between two agreeing groups that many times as many corrections and disputes
    tie together: one odd wording does not part what twenty reports tell."""
    place = places_of(groups)
    tied = _ties(place, decisions)
    known = [(ids, _sides(place, ids)) for ids in weakly]
    against = Counter(sides for _, sides in known)
    return [ids for ids, sides in known if tied[sides] < _FAR_MORE * against[sides]]


def places_of(groups: Sequence[Sequence[str]]) -> dict[str, int]:
    """Which group each figure is in."""
    return {member: at for at, members in enumerate(groups) for member in members}


def _sides(place: Mapping[str, int], ids: Iterable[str]) -> frozenset[int]:
    """The groups of two figures."""
    return frozenset(place[member] for member in ids)


def _ties(place: Mapping[str, int], decisions: Iterable[Decision]) -> Counter[frozenset[int]]:
    """How many disputes and corrections tie two groups together."""
    return Counter(_sides(place, one.ids) for one in decisions if one.agreement in _OPEN)


def _stated_apart(left: list[FigureKeys], right: list[FigureKeys]) -> bool:
    """Whether some source gives both values without taking one back, and not from two voices that contradict each
    other."""
    by_source: dict[str, list[FigureKeys]] = {}
    for one in left:
        by_source.setdefault(one.figure.source, []).append(one)
    both = [(one, other) for other in right for one in by_source.get(other.figure.source, ())]
    if any(_disputed(one, other) for one, other in both):
        return False
    for one, other in both:
        if not _tied(one, other):
            return not _takes_back(left, right, other.figure.source)
    return False


def _disputed(one: FigureKeys, other: FigureKeys) -> bool:
    """Whether two voices of one source give the two values."""
    return one.voice is not None and other.voice is not None and one.voice != other.voice


def _takes_back(left: list[FigureKeys], right: list[FigureKeys], source: str) -> bool:
    """Whether that source puts one value in the place of the other elsewhere."""
    ids = {one.id for one in (*left, *right) if one.figure.source == source}
    return any(one.figure.replaced_by in ids for one in (*left, *right) if one.figure.source == source)
