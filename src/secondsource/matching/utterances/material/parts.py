"""The clauses of a sentence that an "and" or a "but" joins, and which of two sentences tell the same."""

from msgspec import Struct
from msgspec.structs import replace

from secondsource.matching.utterances.terms import Clause, Term

_LEAST_WORDS = 3
"""Words on each side of a joint that join clauses, and not two names."""
_LEAST_TERMS = 2
"""Content words of a clause, and words that two clauses share, before they are told as the same."""


class _Beside(Struct, frozen=True):
    """The clause of a sentence that has most words of another, and how many."""

    at: int
    shared: int
    others: int
    """How many the next best has."""


def beside(left: Clause, right: Clause) -> list[tuple[Clause, Clause]]:
    """The clauses of two sentences that tell the same; the sentences themselves where no two clauses have most in
    common, or where one of them goes on without a word that tells where."""
    ours, theirs = parts(left), parts(right)
    if len(ours) == 1:
        return [(left, _told_by(left, right, theirs))]
    if len(theirs) == 1:
        return [(_told_by(right, left, ours), right)]
    here, there = [_best(one, theirs) for one in ours], [_best(one, ours) for one in theirs]
    found = []
    for at, best in enumerate(here):
        back = there[best.at]
        clear = best.shared > best.others and back.shared > back.others
        if back.at == at and clear and min(best.shared, back.shared) >= _LEAST_TERMS:
            found.append((ours[at], theirs[best.at]))
    return [*found, *_left_alone(ours, theirs, found)] if found else [(left, right)]


def _left_alone(
    ours: tuple[Clause, ...], theirs: tuple[Clause, ...], found: list[tuple[Clause, Clause]]
) -> list[tuple[Clause, Clause]]:
    """The clause that has no partner on each side, where it is one alone and the two share a word."""
    here = [one for one in ours if all(one is not told for told, _ in found)]
    there = [other for other in theirs if all(other is not told for _, told in found)]
    if len(here) == 1 == len(there) and not here[0].keys.isdisjoint(there[0].keys):
        return [(here[0], there[0])]
    return []


def _told_by(one: Clause, other: Clause, others: tuple[Clause, ...]) -> Clause:
    """Of another sentence the clause that has all words of this one; else the whole of it."""
    best = _best(one, others)
    return others[best.at] if one.plain and best.shared == len(one.terms) > best.others else other


def parts(clause: Clause) -> tuple[Clause, ...]:
    """The clauses that a sentence joins; itself where it joins none."""
    starts = [0]
    for at in clause.joints:
        if at - starts[-1] >= _LEAST_WORDS and len(_between(clause, starts[-1], at)) >= _LEAST_TERMS:
            starts.append(at)
    last = starts[-1]
    if last and len(_between(clause, last, clause.length)) < _LEAST_TERMS:
        starts.pop()
    if len(starts) == 1:
        return (clause,)
    ends = [*starts[1:], clause.length]
    return tuple([_part(clause, start, end) for start, end in zip(starts, ends, strict=True)])


def _between(clause: Clause, start: int, end: int) -> tuple[Term, ...]:
    return tuple([term for term in clause.terms if start <= term.at < end])


def _part(clause: Clause, start: int, end: int) -> Clause:
    terms = _between(clause, start, end)
    inside = range(start, end)
    return replace(
        clause,
        terms=terms,
        amounts=(),
        negators=_within(clause.negators, inside),
        totals=frozenset(_within(tuple(clause.totals), inside)),
        reversers=_within(clause.reversers, inside),
        turning=_within(clause.turning, inside),
        leaning=tuple([each for each in clause.leaning if each[0] in inside]),
        agent=clause.agent if clause.agent is not None and clause.agent in inside else None,
        coordinators=_within(clause.coordinators, inside),
        objects=_within(clause.objects, inside),
        speaking=_within(clause.speaking, inside),
        spoken_to=_within(clause.spoken_to, inside),
        passives=_within(clause.passives, inside),
        joints=(),
        comparison=clause.comparison if clause.comparison in inside else end,
        breaks=_within(clause.breaks, inside),
        bounds=_within(clause.bounds, inside),
        keys=frozenset([key for term in terms for key in term.keys]),
    )


def _within(places: tuple[int, ...], inside: range) -> tuple[int, ...]:
    return tuple([at for at in places if at in inside])


def _best(one: Clause, others: tuple[Clause, ...]) -> _Beside:
    shared = [sum(not term.keys.isdisjoint(other.keys) for term in one.terms) for other in others]
    ranked = sorted(range(len(others)), key=lambda at: (-shared[at], at))
    return _Beside(ranked[0], shared[ranked[0]], shared[ranked[1]] if len(ranked) > 1 else 0)
