"""What differs materially between two clauses that are otherwise the same."""

from collections.abc import Sequence
from functools import cache

from secondsource.language.meanings import opposites

from .amounts import conflict
from .terms import Clause, Self, Term

_TELLING = 0.6
"""How much two clauses must share, inside the part that both have, for a missing "not" or swapped names to tell
something."""
_TELLING_LANGUAGES = 0.5
_LEAST = 2
"""Words that must be common before anything is told from the rest."""
_FEW = 3
"""Words up to which one is enough across languages."""
_ONE_THOUGHT = 10
"""Words up to which a sentence is taken to say one thing; in a longer one only a "not" on a shared word tells."""
_BESIDE = 2
"""Words around the shared part in which a "not" still bears on it."""
_VERB_WITHIN = 3
"""Words behind a subject among which its verb stands."""
_QUANTIFIERS = frozenset(("all", "everybody", "always", "nobody", "nothing", "never", "with", "without"))
"""Meanings whose contrary is itself a negation."""
_WEEKDAYS = frozenset(
    f"concept {day}" for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)


def changes(left: Clause, right: Clause, *, crossed: bool) -> list[str]:
    """`number`, `day`, `negation`, `opposite`, `roles`: what differs. `crossed`: the clauses are in two languages."""
    found: list[str] = []
    if conflict(left.amounts, right.amounts):
        found.append("number")
    days = (left.keys & _WEEKDAYS, right.keys & _WEEKDAYS)
    if days[0] and days[1] and not days[0] & days[1]:
        found.append("day")
    ours, theirs = _shared(left, right), _shared(right, left)
    longest = max(len(left.terms), len(right.terms))
    least = 1 if crossed and longest <= _FEW else _LEAST
    telling = _TELLING_LANGUAGES if crossed else _TELLING
    if min(len(ours), len(theirs)) < least or _agreement(left, right, ours, theirs) < telling:
        return found
    short = longest <= _ONE_THOUGHT
    only_left, only_right = _alone(left, ours), _alone(right, theirs)
    if _contradicts(left, right, ours, theirs):
        if not _opposed(only_left - _QUANTIFIERS, only_right - _QUANTIFIERS):  # "not right" agrees with "wrong"
            found.append("negation")
    elif short and not left.negators and not right.negators:
        if _opposed(only_left, only_right):
            found.append("opposite")
        elif _turns(left, ours, right, theirs) or _turns(right, theirs, left, ours):
            found.append("negation")
    if short and (_swapped(left, right) or _speaker_turned(left, right)):
        found.append("roles")
    return found


def _shared(one: Clause, other: Clause) -> list[Term]:
    return [term for term in one.terms if term.keys & other.keys]


def _agreement(left: Clause, right: Clause, ours: list[Term], theirs: list[Term]) -> float:
    """The share of terms found on the other side, among those between the first and the last that are."""
    total = len(_between(left, ours)) + len(_between(right, theirs))
    return (len(ours) + len(theirs)) / total if total else 0.0


def _between(clause: Clause, shared: list[Term]) -> list[Term]:
    first, last = (shared[0].at, shared[-1].at) if shared else (0, -1)
    return [term for term in clause.terms if first <= term.at <= last]


def _contradicts(left: Clause, right: Clause, ours: list[Term], theirs: list[Term]) -> bool:
    """Whether only one of the shared parts is negated, and the other clause has no word of its own that may stand for
    it: "refuses" for "does not"."""
    if max(len(left.terms), len(right.terms)) > _ONE_THOUGHT:
        negated = (_negates_shared(left, ours), _negates_shared(right, theirs))
    elif _is_cut(left, right):
        negated = (_is_negated(left, ours), _is_negated(right, theirs))
    else:
        negated = (bool(left.negators), bool(right.negators))
    if negated[0] == negated[1]:
        return False
    plain, other = (right, left) if negated[0] else (left, right)
    return all(any(word & known for known in other.leaning) for word in plain.leaning)


def _turns(one: Clause, ours: list[Term], other: Clause, theirs: list[Term]) -> bool:
    """Whether a word such as "refuse" or "hardly" is all that sets the first clause apart from the other, which has
    none: "the group would refrain from challenging the result", "the group would challenge the result"."""
    if not one.reversers or other.reversers or len(theirs) < len(other.terms):
        return False
    return all(term in ours or term.at in one.reversers for term in one.terms)


def _is_negated(clause: Clause, shared: list[Term]) -> bool:
    return any(shared[0].at - _BESIDE <= at <= shared[-1].at + _BESIDE for at in clause.negators)


def _negates_shared(clause: Clause, shared: list[Term]) -> bool:
    """Whether the word that a "not" stands in front of is a shared one."""
    following = (next((term for term in clause.terms if term.at >= at), None) for at in clause.negators)
    return any(term is not None and term in shared for term in following)


def _is_cut(left: Clause, right: Clause) -> bool:
    """Whether one clause is so much longer that a "not" in it may belong to what the other leaves away."""
    short, long = sorted(sum(not term.empty for term in clause.terms) for clause in (left, right))
    return long > short + max(2, short // 2)


@cache
def _contraries() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for one, other in opposites():
        table[one] = table.get(one, frozenset()) | {other}
        table[other] = table.get(other, frozenset()) | {one}
    return table


def _opposed(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether a meaning of one is the contrary of a meaning of the other."""
    table = _contraries()
    return any(not right.isdisjoint(table.get(key, ())) for key in left)


def _alone(clause: Clause, shared: list[Term]) -> frozenset[str]:
    """The meanings of the words that only this clause has."""
    return frozenset(key for term in clause.terms if term not in shared for key in term.keys)


def _swapped(left: Clause, right: Clause) -> bool:
    """Whether two parties change places around the same words: the dog chased the wolf, the wolf chased the dog."""
    ours, theirs = _parties(left, right), _parties(right, left)
    for at, first in enumerate(ours):
        for second in ours[at + 1 :]:
            one, other = _only(first, theirs), _only(second, theirs)
            if one is None or other is None or one.at == other.at:
                continue
            turned = other.at < one.at
            passive = _by(left, second) != _by(right, one)
            if turned and not passive and _around_the_same(left, (first, second), right, (other, one)):
                return True
    return _turned_alone(left, right) or _turned_alone(right, left)


def _speaker_turned(left: Clause, right: Clause) -> bool:
    """Whether the speaker does in one what is done to the speaker in the other, by the same party: we warned the
    company, the company warned us. Only where a subject stands before its verb."""
    if {left.speaker, right.speaker} != {Self.ACTS, Self.SUFFERS}:
        return False
    acts, suffers = (left, right) if left.speaker is Self.ACTS else (right, left)
    if acts.verb_last or suffers.verb_last or acts.agent is not None or suffers.agent is not None:
        return False
    shared = [(term, other) for term in acts.terms for other in suffers.terms if term.keys & other.keys]
    return any(
        acts.speaker_at < deed.at < party.at and told.at < min(done.at, suffers.speaker_at)
        for deed, done in shared
        for party, told in shared
        if not deed.empty and not party.empty
    )


def _parties(clause: Clause, other: Clause) -> list[Term]:
    """Those who can act, told once in their clause, and told in the other too."""
    acting = [term for term in clause.terms if term.acts and term.keys & other.keys]
    return [term for term in acting if sum(bool(term.keys & each.keys) for each in acting) == 1]


def _only(term: Term, others: Sequence[Term]) -> Term | None:
    found = [other for other in others if other.keys & term.keys]
    return found[0] if len(found) == 1 else None


def _by(clause: Clause, party: Term) -> bool:
    """Whether a word for the agent of a passive stands right in front of the party."""
    return clause.agent is not None and 0 < party.at - clause.agent <= _BESIDE


def _around_the_same(left: Clause, ours: tuple[Term, Term], right: Clause, theirs: tuple[Term, Term]) -> bool:
    """Whether the same deed stands between the parties on both sides, or behind both where the language puts it there,
    and nothing says that they are only set side by side or that the first of them is the object."""
    one, other = _inside(left, ours), _inside(right, theirs)
    if one and other:
        alike = sum(any(term.keys & each.keys for each in other) for term in one)
        return 2 * alike >= len(one)
    last = (left.verb_last or bool(one)) and (right.verb_last or bool(other))
    return last and _is_plain(left, ours) and _is_plain(right, theirs)


def _inside(clause: Clause, parties: tuple[Term, Term]) -> list[Term]:
    return [term for term in clause.terms if parties[0].at < term.at < parties[1].at]


def _is_plain(clause: Clause, parties: tuple[Term, Term]) -> bool:
    """Whether the first party is no marked object, and no "and" stands between the two."""
    first, second = parties[0].at, parties[1].at
    marked = any(first - _BESIDE <= at < first for at in clause.objects)
    return not marked and not any(first < at < second for at in clause.coordinators)


def _turned_alone(left: Clause, right: Clause) -> bool:
    """Whether the one party that both name does the deed in `left` and suffers it in `right`, where a pronoun does it:
    the operator had warned the union; it had warned the operator. Only where a subject stands before its verb."""
    shared = _parties(left, right)
    if len(shared) != 1 or left.verb_last or right.verb_last or left.agent is not None or right.agent is not None:
        return False
    here, there = shared[0], _only(shared[0], _parties(right, left))
    deeds = [(term, other) for term in left.terms for other in right.terms if not term.acts and term.keys & other.keys]
    if there is None or not deeds:
        return False
    subject = all(here.at < term.at for term, _ in deeds)
    behind = [other for _, other in deeds if other.at < there.at]
    suffers_here = any(term.acts and term.at > here.at and not term.keys & right.keys for term in left.terms)
    acts_there = any(term.acts and term.at < there.at for term in right.terms)
    if not subject or not behind or acts_there:
        return False
    return suffers_here or _changes_places(left, here, right, there, deeds)


def _changes_places(left: Clause, here: Term, right: Clause, there: Term, deeds: list[tuple[Term, Term]]) -> bool:
    """Whether the party stands right before the deed here and right behind it there, with words on the deed's other
    side that only this clause has: they are the other party, whom the two call by different words."""
    told = [one for one, other in deeds if 0 < there.at - other.at <= _BESIDE and one.at - here.at <= _VERB_WITHIN]
    suffers = any(term.at > one.at and not term.keys & right.keys for one in told for term in left.terms)
    acts = any(term.at < there.at and not term.empty and not term.keys & left.keys for term in right.terms)
    return suffers and acts
