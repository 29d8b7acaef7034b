"""Whether a deed is told as done: from the words before it, and from what governs its infinitive."""

from collections.abc import Sequence

from secondsource.language.deeds import Deeds
from secondsource.model.mark import Realis

from .parse import Hit, Word, is_stop
from .party import Party

_CAUSED = 12
"""Words before an infinitive within which the verb stands whose object does it: asked the members to."""
_JOINED = 12
"""Words before a joined infinitive within which the first one stands: to inspect every ship and impound."""


def realis_of(words: Sequence[Word], hit: Hit, parties: Sequence[Party], table: Deeds) -> Realis:
    """What the clause makes of a deed; inside a statement the stage makes it an allegation. A joined infinitive shares
    what the first is, and one behind an object what its verb says: never *allowed* them to, *asked* them to, *used* it
    to."""
    verb = _first_joined(words, hit.first, table)
    cause = _cause(words, verb, table)
    if cause is None:
        return _before(words, verb, parties, table)
    caused = _before(words, cause, parties, table)
    if caused is Realis.DENIED or words[cause].form in table.means:
        return caused
    if words[cause].form in table.asks:
        return Realis.HYPOTHETICAL if caused is Realis.ASSERTED else caused
    return _before(words, verb, parties, table)


def _first_joined(words: Sequence[Word], verb: int, table: Deeds) -> int:
    """The infinitive with its mark to which a verb is joined, or the verb itself: "to *inspect* ships and impound"."""
    if verb < 2 or words[verb].form not in words[verb].lemmas or not table.infinitive_marks:
        return verb
    joiner = words[verb - 1].form
    if joiner == "," or not (joiner in table.joiners or joiner in table.breaks) or joiner in table.relatives:
        return verb
    for at in range(verb - 2, max(0, verb - _JOINED), -1):
        if words[at].form in table.finite or words[at].form in table.pronouns or is_stop(words[at]):
            return verb
        if words[at - 1].form in table.infinitive_marks and words[at].plain and words[at].form.isalpha():
            return at
    return verb


def _cause(words: Sequence[Word], verb: int, table: Deeds) -> int | None:
    """The verb whose object does what an infinitive says, or serves it; None where none is in the clause."""
    if verb < 1 or words[verb - 1].form not in table.infinitive_marks:
        return None
    for at in range(verb - 3, max(-1, verb - _CAUSED), -1):
        form = words[at].form
        if is_stop(words[at]) or form in table.finite or form in table.clause_openers - table.joiners:
            return None
        if form in table.causes or form in table.asks or form in table.means:
            return at
    return None


def _before(words: Sequence[Word], verb: int, parties: Sequence[Party], table: Deeds) -> Realis:
    """From the words before a verb, nearest first."""
    reach = range(max(0, verb - 5), verb)
    named = {i for party in parties for i in reach if party.first <= i <= party.last}
    before = ["" if i in named or (i and not words[i].plain) else words[i].form for i in reach]  # in May
    governing = before[-2] if len(before) > 1 and before[-1] in table.plans else ""
    if governing in table.failing:
        return Realis.DENIED
    if governing in table.ongoing:
        return Realis.ASSERTED
    for back, form in enumerate(reversed(before)):
        if form in table.negations and back <= 2:
            return Realis.DENIED
        if is_stop(words[verb - 1 - back]):
            break
        if form in table.doubts:
            return Realis.HYPOTHETICAL
        if form in table.plans and (form != "to" or back == 0):
            return Realis.DENIED if any(one in table.negations for one in before[-4 - back :]) else Realis.PLANNED
    return Realis.ASSERTED
