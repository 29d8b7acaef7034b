"""A participle at the end of a clause: whose deed it tells, ", killing four people", ", warning that"."""

from collections.abc import Sequence

from secondsource.language.deeds import Deeds

from .parse import Word
from .participle import is_object
from .party import Party, is_governed
from .subject import reaches, tells_which

_ENDS = frozenset(";:–—|\n")
"""Marks that end a clause."""
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "SUPPORT", "AGREE"})
"""Types done in words, which are those of the one who speaks in the sentence: "said he had left, warning that"."""


def is_trailing(words: Sequence[Word], at: int, table: Deeds) -> bool:
    """Whether a participle stands behind a comma, or is joined to one that does: ", pushing and slapping guards"."""
    return _trailed(words, at, table) is not None


def _trailed(words: Sequence[Word], at: int, table: Deeds) -> int | None:
    """The comma behind which a participle stands; None where it is no such one."""
    if not at or not table.gerunds or not words[at].form.endswith(table.gerunds):
        return None
    before = at - 1
    while before > 0 and words[before].form.endswith(table.adverbs):
        before -= 1
    if words[before].form == ",":
        return before
    if words[before].form not in table.joiners:
        return None
    for back in range(before - 1, 0, -1):
        if words[back].form in table.finite or words[back].form in table.clause_openers:
            return None
        if words[back].plain and words[back].form.endswith(table.gerunds) and words[back - 1].form == ",":
            return back - 1
    return None


def subject_of_trailing(
    words: Sequence[Word], at: int, code: str, left: Sequence[Party], table: Deeds
) -> Sequence[Party]:
    """The parties among which a participle at the end of a clause has its subject: what is done in words by the first
    of the clause, anything else by the one party that may be its subject; empty where several may."""
    comma = _trailed(words, at, table) or 0
    start = _clause_before(words, comma, table)
    free = [
        party
        for party in left
        if start <= party.first < comma and not (is_governed(words, party, table) or is_object(words, party, table))
    ]
    if len(free) > 1 and free[-1].last == comma - 1 and words[free[-1].first - 1].form not in table.joiners:
        free.pop()
    joined = [party for party in free if party is free[0] or _follows(words, free[0], party, table)]
    if joined and not words[joined[-1].last].plain and tells_which(words, joined[-1], comma, table):
        return ()  # "two Velmond work trains collided, injuring"
    if code in _SPOKEN:
        return joined
    return joined if len(joined) == len(free) and joined and reaches(words, joined[-1], comma, table) else ()


def _follows(words: Sequence[Word], first: Party, party: Party, table: Deeds) -> bool:
    """Whether nothing but joiners and articles parts a party from the first."""
    between = [words[i].form for i in range(first.last + 1, party.first)]
    joined = not table.joiners.isdisjoint(between)
    return joined and all(form in table.joiners or form in table.articles for form in between)


def _clause_before(words: Sequence[Word], comma: int, table: Deeds) -> int:
    """Where the clause before a comma opens: behind an earlier comma with a conjunction (", but Velmond") or a mark."""
    for at in range(comma - 1, 0, -1):
        if words[at].form in _ENDS:
            return at + 1
        if words[at].form in table.breaks and words[at - 1].form == "," and words[at].form not in table.relatives:
            return at + 1
    return 0
