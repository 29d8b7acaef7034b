"""What is denied, and by which scope: whether a word that two clauses share stands under unlike polarity.

After the notions of negation, its scope and its focus (R. Huddleston, G. Pullum, The Cambridge Grammar of the English
Language, 2002, chapter 9), as far as they can be had without a parser.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from secondsource.matching.utterances.terms import Clause, Term
from secondsource.matching.utterances.words import CONTRARY, NOT

from .contraries import opposed

_NEGATED = frozenset((NOT,))
_QUANTIFIERS = frozenset(("all", "everybody", "always", "nobody", "nothing", "never", "with", "without"))
"""Meanings whose contrary is itself a negation."""
_ALL = frozenset(("all", "everybody", "everybody 2", "always"))
"""Meanings of which a "not" denies only a part: "not all"."""
_RAISED = frozenset(("think", "think 2", "believe", "believ", "concept think"))
"""Meanings of verbs that take the denial of what follows them: "I do not think that it will"."""
_SAYS_HOW = frozenset(("more", "again", "still", "only", "single", "single 2", "even"))
"""Meanings of words that a denial has beside it, and does not deny: "no *more*", "not *even*", "not a *single*"."""
_UNTIL = frozenset(("until", "earliest"))
"""Meanings with which a denial changes places: "not until May", "from May on"."""
_LEAST_TERMS = 2
"""Content words of a part of a sentence in which nothing is denied."""
_TURNED_BACK_WITHIN = 3
"""Words between a "not" and the verb that turns it back."""


class Denial(Struct, frozen=True):
    """What denies, and what it denies."""

    focus: Term
    """The content word nearest to it: mostly the deed."""
    scope: tuple[Term, ...]
    """All content words that it denies."""
    total: bool
    """Whether it denies all there is: "none", "nobody", "no"."""
    partial: bool
    """Whether it denies only that it is all: "not all", « tous ne … pas »."""


def contradicts(left: Clause, right: Clause) -> bool:
    """Whether what one denies stands in the other without a denial, and no word of the other may stand for it: "not in
    danger" agrees with "safe", "did not answer" with "stopped answering", "not before May" with "from May on"."""
    if _denies_more(left, right) or _denies_more(right, left):
        return True
    ours, theirs = _is_affirmed_by(left, right), _is_affirmed_by(right, left)
    if not ours and not theirs:
        return False
    plain, other = (right, left) if ours else (left, right)
    stands_in = any(word.isdisjoint(other.keys) for _, word in plain.leaning)
    if stands_in or _has_contrary(plain, other) or (left.keys ^ right.keys) & _UNTIL:
        return False
    return not opposed(_alone(left, right), _alone(right, left))


def _has_contrary(plain: Clause, other: Clause) -> bool:
    """Whether one has, in one word, what the other denies: "uncertified" and "not certified"."""
    denied = (key for denial in denials(other, plain) for key in denial.focus.keys)
    return any(f"{CONTRARY}{key}" in plain.keys for key in denied)


def denies(clause: Clause) -> bool:
    """Whether anything in it is denied, and the denial not denied itself."""
    return bool(_odd(denials(clause)))


def _is_affirmed_by(one: Clause, other: Clause) -> bool:
    """Whether the other clause affirms what this one denies: the word nearest to the denial, or most of the words that
    it denies, and more of them than it denies itself."""
    made = denials(one, other)
    if not made:
        return False
    odd, affirmed = _odd(made), _affirmed(other, one)
    doubtful = [term for term in other.terms if term not in affirmed] + _affirmed(one, other)
    for denial in made:
        scope = [term for term in denial.scope if term.at in odd]
        if denial.focus not in scope or _meets(denial.focus, doubtful):
            continue
        met = [term for term in scope if _meets(term, other.terms)]
        told = [term for term in met if _meets(term, affirmed)]
        most = 2 * len(told) > len(scope) and not all(term.noun for term in told)
        if 2 * len(told) > len(met) and (most or denial.focus in told):
            return True
    return False


def _denies_more(one: Clause, other: Clause) -> bool:
    """Whether one denies all of what the other denies only in part: "none", "not all"."""
    parts = [each for each in denials(other, one) if each.partial]
    wholes = (term for each in denials(one, other) if each.total for term in each.scope)
    return any(_meets(term, part.scope) for term in wholes for part in parts)


def _affirmed(clause: Clause, other: Clause) -> list[Term]:
    """The words of those parts of a sentence in which nothing is denied, or a denial denied; what an "and" joins to a
    denied part is denied with it or not: "you cannot sell the crossing and skimp on the door"."""
    undone = _undone(clause, _turning(clause, other))
    parts = {_bounds(clause, at) for at in clause.negators if at not in undone}
    joined = {_bounds(clause, at) for at in clause.coordinators if at in clause.bounds}
    parts |= {part for part in joined if any(end == part[0] for _, end in parts)}
    odd = _odd(denials(clause, other))
    return [term for term in clause.terms if term.at not in odd and _bounds(clause, term.at) not in parts]


def _alone(one: Clause, other: Clause) -> frozenset[str]:
    """The meanings of the words that only this clause has."""
    told = (term for term in one.terms if not _meets(term, other.terms))
    return frozenset([key for term in told for key in term.keys]) - _QUANTIFIERS


def _meets(term: Term, others: Iterable[Term]) -> bool:
    """Whether one of these is the same word; that both negate something is no word in common."""
    return any((term.keys & each.keys) - _NEGATED for each in others)


def _odd(made: Iterable[Denial]) -> frozenset[int]:
    """The places of the words that stand under an odd number of denials."""
    odd: frozenset[int] = frozenset()
    for denial in made:
        odd ^= frozenset([term.at for term in denial.scope])
    return odd


def denials(clause: Clause, other: Clause | None = None) -> list[Denial]:
    """The denials of a clause. The negators of one part of the sentence are one: « ne … jamais », « aucun … ne ». A
    verb such as "forbid" denies nothing beside an `other` clause that has it too."""
    if not clause.negators and not clause.turning:
        return []
    turning = _turning(clause, other)
    undone = _undone(clause, turning)
    together: dict[tuple[int, int], list[int]] = {}
    for at in clause.negators:
        together.setdefault(_bounds(clause, at), []).append(at)
    told = [(places, _negated(clause, within, places)) for within, places in together.items()]
    told += [([at], _turned(clause, at)) for at in turning]
    found = [_denial(clause, places, terms) for places, terms in told if undone.isdisjoint(places)]
    return [one for one in found if one is not None]


def _turning(clause: Clause, other: Clause | None) -> list[int]:
    """The words such as "refuse" that turn what is said, without those that the other clause has too. The verb of a
    phrase ("keeps … out") is the same only where it turns something there as well."""
    if not clause.turning or other is None:
        return list(clause.turning)
    verbs = [term for term in other.terms if term.at not in other.negators]
    turns = [term for term in verbs if term.at in other.reversers]
    common = {term.at for term in clause.terms if _meets(term, turns if _opens_phrase(clause, term.at) else verbs)}
    return [at for at in clause.turning if at not in common]


def _opens_phrase(clause: Clause, at: int) -> bool:
    """Whether a word that turns what is said does so with one further on."""
    behind = next((each for each in clause.reversers if each > at), at)
    return behind > at and behind not in clause.turning


def _undone(clause: Clause, turning: Sequence[int]) -> frozenset[int]:
    """The places of a "not" and of a verb beside it that undo each other: "did not fail to", "nobody can deny"."""
    adjuncts = {term.at for term in clause.terms if not term.keys.isdisjoint(_QUANTIFIERS)}
    pairs = [
        (at, negator)
        for at in turning
        for negator in clause.negators
        if at not in adjuncts
        and abs(at - negator) <= _TURNED_BACK_WITHIN
        and _bounds(clause, at) == _bounds(clause, negator)
    ]
    return frozenset([at for pair in pairs for at in pair])


def _negated(clause: Clause, within: tuple[int, int], places: Sequence[int]) -> tuple[Term, ...]:
    """The words of the part of a sentence whose negators stand at these places; behind "I do not think" those of the
    next part too; of a denial that stands alone those of the part before: « des arbres qui tombent, jamais »."""
    terms = _terms(clause, within, but=places)
    if within[0] and all(term.empty or term.at in places for term in terms):
        return _terms(clause, _bounds(clause, within[0] - 1), but=places)
    thinks = any(term.at > places[0] and not term.keys.isdisjoint(_RAISED) for term in terms)
    if not thinks or within[1] >= clause.length:
        return terms
    return terms + _terms(clause, _bounds(clause, within[1]), but=places)


def _turned(clause: Clause, at: int) -> tuple[Term, ...]:
    """The words of the part of the sentence where this one stands; where nothing is behind it, those of the next too:
    "denies that …", „weigert sich, …“."""
    within = _bounds(clause, at)
    terms = _terms(clause, within, but=clause.reversers)
    if any(term.at > at for term in terms) or within[1] >= clause.length:
        return terms
    return terms + _terms(clause, _bounds(clause, within[1]), but=clause.reversers)


def _denial(clause: Clause, places: Sequence[int], terms: tuple[Term, ...]) -> Denial | None:
    """What words at these places deny: what stands behind the first of them, else what stands before the last. Where
    the verb is put last, a denial reaches before it as well."""
    told = tuple([term for term in terms if not term.empty and term.keys.isdisjoint(_SAYS_HOW)]) or terms
    behind = tuple([term for term in told if term.at > places[0]])
    scope = (told if clause.verb_last else behind) if behind else told
    if not scope:
        return None
    deeds = [term for term in scope if not term.noun]
    total = not clause.totals.isdisjoint(places)
    opening = [term for term in told[:1] if term.at in (0, *clause.bounds)]
    partial = not total and any(not term.keys.isdisjoint(_ALL) for term in (*opening, *behind[:1]))
    return Denial(behind[0] if behind else (deeds or scope)[-1], scope, total, partial)


def _terms(clause: Clause, within: tuple[int, int], *, but: Iterable[int]) -> tuple[Term, ...]:
    first, last = within
    left = frozenset(but)
    return tuple([term for term in clause.terms if first <= term.at < last and term.at not in left])


def _bounds(clause: Clause, at: int) -> tuple[int, int]:
    """Where the part of a sentence that holds this word begins and ends; what has hardly a content word is none."""
    first, last = 0, clause.length
    for each in clause.bounds:
        if _is_part(clause, first, each) and _is_part(clause, each, clause.length):
            if each > at:
                return first, each
            first = each
    return first, last


def _is_part(clause: Clause, first: int, last: int) -> bool:
    if any(first <= at < last for at in (*clause.negators, *clause.turning)):
        return True
    return sum(first <= term.at < last for term in clause.terms) >= _LEAST_TERMS
