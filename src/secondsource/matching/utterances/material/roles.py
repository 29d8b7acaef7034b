"""Who does what to whom: whether two clauses that tell one deed give its sides to other parties."""

from collections.abc import Sequence

from secondsource.matching.utterances.terms import Clause, Self, Term
from secondsource.matching.utterances.words import NOT

_BESIDE = 2
"""Words within which two stand beside each other."""
_VERB_WITHIN = 3
"""Words behind a subject among which its verb stands."""


def turned(left: Clause, right: Clause, *, short: bool) -> bool:
    """Whether parties change sides around the same deed, the speaker among them. What others do tells only in `short`
    sentences: a long one names parties in many orders."""
    if speaker_turned(left, right) or _made_passive(left, right):
        return True
    return short and (
        _done_to_the_speaker(left, right)
        or _done_to_the_speaker(right, left)
        or _swapped(left, right)
        or _compared_the_other_way(left, right)
        or _turned_alone(left, right)
        or _turned_alone(right, left)
    )


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
    return False


def _compared_the_other_way(left: Clause, right: Clause) -> bool:
    """Whether a word from each side of a comparison stands on the other side in the other clause: rest counts for more
    than custom, custom counts for more than rest."""
    forth = back = False
    for term in left.terms:
        other = None if term.empty or NOT in term.keys else _only(term, right.terms)
        if other is not None:
            second = (term.at > left.comparison, other.at > right.comparison)
            forth, back = forth or second == (False, True), back or second == (True, False)
    return forth and back


def speaker_turned(left: Clause, right: Clause) -> bool:
    """Whether the speaker does in one what is done to the speaker in the other, by the same party: we warned the
    company, the company warned us."""
    if {left.speaker, right.speaker} != {Self.ACTS, Self.SUFFERS} or left.agent is not None or right.agent is not None:
        return False
    acts, suffers = (left, right) if left.speaker is Self.ACTS else (right, left)
    deeds = [
        term for term in acts.terms if not term.empty and term.keys & suffers.keys and term.at not in acts.passives
    ]
    parties = [
        (term, other)
        for term in acts.terms
        for other in suffers.terms
        if not term.empty and not other.empty and term.keys & other.keys
    ]
    return any(
        acts.speaker_at < party.at
        and done.at < suffers.speaker_at
        and any(
            _does(acts, deed, party) and _is_told_behind(suffers, deed, done) for deed in deeds if deed is not party
        )
        for party, done in parties
    )


def _done_to_the_speaker(acts: Clause, suffers: Clause) -> bool:
    """Whether the speaker does in one what is done to the speaker in the other, whoever the other party is: we told
    them, they told us."""
    if not acts.speaking or not suffers.spoken_to:
        return False
    done = [term for term in acts.terms if _side(acts, term) is Self.ACTS]
    told = [term for term in suffers.terms if _side(suffers, term) is Self.SUFFERS]
    return any(one.keys & other.keys for one in done for other in told)


def _side(clause: Clause, deed: Term) -> Self:
    """What the speaker does in a deed, by the first persons between the same commas."""
    if deed.empty or deed.acts or deed.noun or NOT in deed.keys or deed.at in clause.passives:
        return Self.ABSENT
    first = max((at for at in clause.breaks if at <= deed.at), default=0)
    last = min((at for at in clause.breaks if at > deed.at), default=clause.length)
    acts = [at for at in clause.speaking if first <= at < last]
    suffers = [at for at in clause.spoken_to if first <= at < last]
    if clause.verb_last:
        return _side_of_last(clause, deed, last, acts=acts, suffers=suffers)
    subject = max((at for at in acts if at < deed.at), default=None)
    if subject is not None:
        return Self.ABSENT if any(subject < term.at < deed.at for term in clause.terms) else Self.ACTS
    behind = [deed.at - at if clause.object_first else at - deed.at for at in suffers]
    return Self.SUFFERS if any(0 < apart <= _BESIDE for apart in behind) else Self.ABSENT


def _side_of_last(clause: Clause, deed: Term, last: int, *, acts: Sequence[int], suffers: Sequence[int]) -> Self:
    """The same where verbs are put last: the last word between the commas is the deed. Who is both subject and object
    acts on nobody else."""
    if any(deed.at < term.at < last for term in clause.terms) or bool(acts) == bool(suffers):
        return Self.ABSENT
    return Self.ACTS if acts else Self.SUFFERS


def _does(acts: Clause, deed: Term, party: Term) -> bool:
    """Whether the deed stands close behind the speaker, before the party, or behind both where the language puts it
    there."""
    if acts.verb_last:
        return acts.speaker_at < deed.at
    if any(acts.speaker_at < term.at < deed.at for term in acts.terms):
        return False
    return 0 < deed.at - acts.speaker_at <= _VERB_WITHIN and deed.at < party.at


def _is_told_behind(suffers: Clause, deed: Term, party: Term) -> bool:
    """Whether the deed stands behind the party here too."""
    return any(party.at < told.at for told in suffers.terms if told.keys & deed.keys)


def _made_passive(left: Clause, right: Clause) -> bool:
    """Whether a party suffers in the passive what it does in the other clause to somebody: the office had been asked,
    the office asked us. Only where no agent is told."""
    if left.agent is not None or right.agent is not None:
        return False
    return _suffers_and_does(left, right) or _suffers_and_does(right, left)


def _suffers_and_does(passive: Clause, active: Clause) -> bool:
    if active.speaker is not Self.SUFFERS or active.passives or active.verb_last:
        return False
    deeds = [(term, told) for term in passive.terms for told in active.terms if term.keys & told.keys]
    return any(
        deed.at in passive.passives and suffering.at < deed.at and doing.at < active.speaker_at < told.at
        for deed, told in deeds
        for suffering, doing in deeds
        if not suffering.empty and suffering is not deed
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
    if not subject or not behind:
        return False
    if acts_there:
        return _does_right_away(left, here, deeds) and _is_done_to(right, there, deeds)
    return suffers_here or _changes_places(left, here, right, there, deeds)


def _does_right_away(clause: Clause, party: Term, deeds: list[tuple[Term, Term]]) -> bool:
    """Whether the clause begins with the party and its deed: the *association* had warned of the batteries."""
    return len(clause.terms) > 1 and clause.terms[0] is party and any(clause.terms[1] is one for one, _ in deeds)


def _is_done_to(clause: Clause, party: Term, deeds: list[tuple[Term, Term]]) -> bool:
    """Whether the party stands behind another party and its deed: the maker had warned the *association*."""
    at = clause.terms.index(party)
    return at > 1 and any(clause.terms[at - 1] is other for _, other in deeds) and clause.terms[at - 2].acts


def _changes_places(left: Clause, here: Term, right: Clause, there: Term, deeds: list[tuple[Term, Term]]) -> bool:
    """Whether the party stands right before the deed here and right behind it there, with words on the deed's other
    side that only this clause has: they are the other party, whom the two call by different words."""
    told = [one for one, other in deeds if 0 < there.at - other.at <= _BESIDE and one.at - here.at <= _VERB_WITHIN]
    suffers = any(term.at > one.at and not term.keys & right.keys for one in told for term in left.terms)
    acts = any(term.at < there.at and not term.empty and not term.keys & left.keys for term in right.terms)
    return suffers and acts
