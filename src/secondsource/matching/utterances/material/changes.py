"""What differs materially between two clauses that are otherwise the same."""

from collections.abc import Sequence

from secondsource.matching.utterances.amounts import Amount, conflict
from secondsource.matching.utterances.said import Said
from secondsource.matching.utterances.terms import Clause, Self, Term
from secondsource.matching.utterances.words import NOT

from .contraries import opposed
from .parts import beside, parts
from .roles import speaker_turned, turned

_TELLING = 0.6
"""How much two clauses must share, inside the part that both have, for a missing "not" or swapped names to tell
something."""
_TELLING_LANGUAGES = 0.5
_LEAST = 2
"""Words that must be common before anything is told from the rest."""
_FEW = 3
"""Words up to which one is enough."""
_ONE_THOUGHT = 10
"""Words up to which a sentence is taken to say one thing; in a longer one only a "not" on a shared word tells."""
_BESIDE = 2
"""Words around the shared part in which a "not" still bears on it."""
_TURNED_BACK_WITHIN = 3
"""Words between a "not" and the verb that turns it back."""
_QUANTIFIERS = frozenset(("all", "everybody", "always", "nobody", "nothing", "never", "with", "without"))
"""Meanings whose contrary is itself a negation."""
_UNTIL = frozenset(("until",))
_NEGATED = frozenset((NOT,))
_WEEKDAYS = frozenset(
    f"concept {day}" for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)
_ENDS = frozenset(("end of the month", "end of the year"))
_MONTHS = frozenset(
    f"concept {month}"
    for month in (
        *("january", "february", "march", "april", "june", "july"),
        *("august", "september", "october", "november", "december"),
    )
)
"""Without May, which is a verb as well."""
_TIMES = (_WEEKDAYS, _MONTHS, _ENDS)


def changes(left: Clause, right: Clause, *, crossed: bool) -> list[str]:
    """`number`, `day` (a weekday, a month, or the end of one), `negation`, `opposite`, `roles`: what differs between
    two sentences. `crossed`: they are in two languages."""
    found: list[str] = []
    if conflict(left.amounts, right.amounts):
        found.append("number")
    if any(_differ(left.keys & names, right.keys & names) for names in _TIMES):
        found.append("day")
    short = max(len(left.terms), len(right.terms)) <= _ONE_THOUGHT
    for one, other in beside(left, right):
        found += _of_clauses(one, other, crossed=crossed, short=short)
    if (left.speaker is Self.ABSENT) != (
        right.speaker is Self.ABSENT
    ):  # one may tell besides what the speaker did next
        found += ["roles" for one in parts(left) for other in parts(right) if speaker_turned(one, other)]
    return found


def speaks_against(left: Said, right: Said) -> bool:
    """Whether anything in two statements that share few words says that they are two: another number or day, a "not"
    of one alone, contraries, or a speaker who acts in one and suffers in the other."""
    ours, theirs = left.clauses, right.clauses
    if conflict(_amounts(ours), _amounts(theirs)):
        return True
    if any(_differ(left.keys & names, right.keys & names) for names in _TIMES):
        return True
    denied = (
        any(_is_denied(clause, right.keys) for clause in ours),
        any(_is_denied(clause, left.keys) for clause in theirs),
    )
    contrary = not any(map(_reaches, ours, theirs)) and opposed(_beyond(ours, right.keys), _beyond(theirs, left.keys))
    if (denied[0] != denied[1]) != contrary:  # "not in danger" agrees with "safe"
        return True
    roles = {clause.speaker for clause in (*ours, *theirs)}
    return {Self.ACTS, Self.SUFFERS} <= roles


def _beyond(clauses: Sequence[Clause], others: frozenset[str]) -> frozenset[str]:
    """The meanings of the words that the other statement has not."""
    alone = (term for clause in clauses for term in clause.terms if term.keys.isdisjoint(others))
    return frozenset([key for term in alone for key in term.keys])


def _amounts(clauses: Sequence[Clause]) -> list[Amount]:
    return [amount for clause in clauses for amount in clause.amounts]


def _of_clauses(left: Clause, right: Clause, *, crossed: bool, short: bool) -> list[str]:
    """What differs between two clauses; `short`: they belong to sentences that say one thing."""
    found: list[str] = []
    ours, theirs = _shared(left, right), _shared(right, left)
    longest = max(len(left.terms), len(right.terms))
    least = 1 if longest <= _FEW else _LEAST
    telling = _TELLING_LANGUAGES if crossed else _TELLING
    if min(len(ours), len(theirs)) < least or _agreement(left, right, ours, theirs) < telling:
        return found
    only_left, only_right = _alone(left, ours), _alone(right, theirs)
    if _contradicts(left, right, ours, theirs):
        if not opposed(only_left - _QUANTIFIERS, only_right - _QUANTIFIERS):  # "not right" agrees with "wrong"
            found.append("negation")
    elif short and not left.negators and not right.negators:
        if opposed(only_left, only_right) and not _reaches(left, right):
            found.append("opposite")
        elif _turns(left, ours, right) or _turns(right, theirs, left):
            found.append("negation")
    if turned(left, right, short=short):
        found.append("roles")
    return found


def _reaches(left: Clause, right: Clause) -> bool:
    """Whether one of the two tells how long something lasts: what is closed until May opens in May."""
    return not _UNTIL.isdisjoint(left.keys | right.keys)


def _differ(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both name some, and none in common."""
    return bool(ours and theirs) and ours.isdisjoint(theirs)


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
        negated = (_is_denied(left, right.keys), _is_denied(right, left.keys))
    if negated[0] == negated[1] or not (left.negators or right.negators):
        return False
    plain, other = (right, left) if negated[0] else (left, right)
    return all(any(word & known for _, known in other.leaning) for _, word in plain.leaning)


def _is_denied(clause: Clause, others: frozenset[str]) -> bool:
    """Whether a "not" turns it, and no verb beside the "not" turns it back: "did not fail to". A verb that the other
    has too turns nothing beside it."""
    adjuncts = {term.at for term in clause.terms if term.keys & _QUANTIFIERS or term.keys & (others - _NEGATED)}
    verbs = [at for at in clause.reversers if at not in adjuncts]
    if not clause.negators:
        return bool(verbs)
    return all(abs(at - negator) > _TURNED_BACK_WITHIN for at in verbs for negator in clause.negators)


def _turns(one: Clause, ours: list[Term], other: Clause) -> bool:
    """Whether a word such as "refuse" or "ruled out" turns the deed in the first clause, and nothing in the other does:
    "the group would refrain from challenging the result", "the group would challenge the result"."""
    if not one.reversers or other.reversers or other.leaning:
        return False
    if any(term.at in one.reversers and term.keys & (other.keys - _NEGATED) for term in ours):
        return False
    return all(term in ours or term.at in one.reversers for term in one.terms) or _governs(one, ours)


def _governs(clause: Clause, shared: list[Term]) -> bool:
    """Whether the word that turns is a verb that the other clause has not, right before a shared word; behind it where
    the language puts the verb last."""
    beyond = {term.at for term in clause.terms if term in shared or term.keys & _QUANTIFIERS}
    verbs = [at for at in clause.reversers if at not in beyond]
    apart = [term.at - at for at in verbs for term in shared]
    return any(0 < each <= _BESIDE or (clause.verb_last and -_BESIDE <= each < 0) for each in apart)


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


def _alone(clause: Clause, shared: list[Term]) -> frozenset[str]:
    """The meanings of the words that only this clause has."""
    return frozenset(key for term in clause.terms if term not in shared for key in term.keys)
