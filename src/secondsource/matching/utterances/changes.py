"""What differs materially between two clauses that are otherwise the same."""

from collections.abc import Sequence
from functools import cache

from secondsource.language.meanings import opposites

from .amounts import conflict
from .terms import Clause, Polarity, Term

_TELLING = 0.6
"""How much two clauses must share, inside the part that both have, for a missing "not" or swapped names to tell
something."""
_TELLING_LANGUAGES = 0.5
_BESIDE = 2
"""Words around the shared part in which a "not" still bears on it."""
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
    if not ours or _agreement(left, right, ours, theirs) < (_TELLING_LANGUAGES if crossed else _TELLING):
        return found
    if _contradicts(left, right, ours, theirs):
        found.append("negation")
    if _opposed(left.keys, right.keys):
        found.append("opposite")
    if _swapped(left, right):
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
    """Whether only one of the shared parts is negated, and the other clause does not even lean that way."""
    negated = (_is_negated(left, ours), _is_negated(right, theirs))
    if negated[0] == negated[1]:
        return False
    return (right if negated[0] else left).polarity is Polarity.PLAIN


def _is_negated(clause: Clause, shared: list[Term]) -> bool:
    return any(shared[0].at - _BESIDE <= at <= shared[-1].at + _BESIDE for at in clause.negators)


@cache
def _contraries() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for one, other in opposites():
        table[one] = table.get(one, frozenset()) | {other}
        table[other] = table.get(other, frozenset()) | {one}
    return table


def _opposed(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether one says what is the contrary of a word of the other, and neither says both."""
    table = _contraries()
    for key in left - right:
        contrary = table.get(key, frozenset()) & right
        if contrary and not contrary & left:
            return True
    return False


def _swapped(left: Clause, right: Clause) -> bool:
    """Whether two parties change places around the same words: the dog chased the wolf, the wolf chased the dog."""
    ours, theirs = _parties(left, right), _parties(right, left)
    for at, first in enumerate(ours):
        for second in ours[at + 1 :]:
            one = _only(first, theirs)
            other = _only(second, theirs)
            if one is None or other is None or one.at == other.at:
                continue
            turned = other.at < one.at
            passive = _by(left, second) != _by(right, one if turned else other)
            if turned != passive and _same_between(left, (first, second), right, sorted((one, other), key=_place)):
                return True
    return False


def _place(term: Term) -> int:
    return term.at


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


def _same_between(left: Clause, ours: Sequence[Term], right: Clause, theirs: Sequence[Term]) -> bool:
    """Whether something stands between the parties, and mostly the same on both sides."""
    one = [term for term in left.terms if ours[0].at < term.at < ours[1].at]
    other = [term for term in right.terms if theirs[0].at < term.at < theirs[1].at]
    if not one or not other:
        return False
    alike = sum(any(term.keys & each.keys for each in other) for term in one)
    return 2 * alike >= len(one)
