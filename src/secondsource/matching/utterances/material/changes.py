"""What differs materially between two clauses that are otherwise the same."""

from collections.abc import Sequence
from itertools import product

from secondsource.matching.utterances.amounts import Amount, conflict
from secondsource.matching.utterances.said import Said
from secondsource.matching.utterances.terms import Clause, Self, Term

from .contraries import opposed
from .parts import beside, parts
from .polarity import contradicts, denies
from .roles import speaker_turned, turned

_TELLING = 0.6
"""How much two clauses must share, inside the part that both have, for a contrary or swapped names to tell."""
_TELLING_LANGUAGES = 0.5
_LEAST = 2
"""Words that must be common before anything is told from the rest."""
_FEW = 3
"""Words up to which one is enough."""
_REPLACED = 3
"""Words of its own up to which a clause is another one with a word replaced by its contrary; with more it is told in
other words, some of which chance to be contraries."""
_ONE_THOUGHT = 10
"""Words up to which a sentence is taken to say one thing."""
_UNTIL = frozenset(("until",))
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
    if contradicts(left, right):
        found.append("negation")
    short = max(len(left.terms), len(right.terms)) <= _ONE_THOUGHT
    for one, other in beside(left, right):
        found += _of_clauses(one, other, crossed=crossed, short=short)
    if (left.speaker is Self.ABSENT) != (
        right.speaker is Self.ABSENT
    ):  # one may tell besides what the speaker did next
        found += ["roles" for one in parts(left) for other in parts(right) if speaker_turned(one, other)]
    return found


def speaks_against(left: Said, right: Said, told: Sequence[tuple[Clause, Clause]] = ()) -> bool:
    """Whether anything in two statements that share few words says that they are two: another number or day, a "not"
    of one alone, contraries, or a speaker who acts in one and suffers in the other. `told`: their clauses that tell the
    same; where there are none, all are held against each other."""
    pairs = told or [(one, other) for one in left.clauses for other in right.clauses]
    if conflict(_amounts([one for one, _ in pairs]), _amounts([other for _, other in pairs])):
        return True
    narrow = [each for one, other in pairs for each in beside(one, other)] if told else pairs
    ours, theirs = [one for one, _ in narrow], [other for _, other in narrow]
    if any(_differ(left.keys & names, right.keys & names) for names in _TIMES):
        return True
    if any(contradicts(one, other) for one, other in (product(ours, theirs) if told else pairs)):
        return True
    denied = any(map(denies, ours)) != any(map(denies, theirs))
    contrary = not any(map(_reaches, ours, theirs)) and opposed(_beyond(ours, right.keys), _beyond(theirs, left.keys))
    if denied != contrary:  # "not in danger" agrees with "safe"
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
    plain = not left.negators and not right.negators
    alone = max(len(left.terms) - len(ours), len(right.terms) - len(theirs))
    if short and plain and alone <= _REPLACED and opposed(only_left, only_right) and not _reaches(left, right):
        found.append("opposite")
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


def _alone(clause: Clause, shared: list[Term]) -> frozenset[str]:
    """The meanings of the words that only this clause has."""
    return frozenset(key for term in clause.terms if term not in shared for key in term.keys)
