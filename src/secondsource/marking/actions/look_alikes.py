"""Words that look like a deed and tell none, or another one: votes, names, idioms, an attack of words."""

from collections.abc import Sequence

from msgspec.structs import replace

from secondsource.language.deeds import IDIOM, Deeds

from .parse import Hit, Word, is_stop
from .party import Party
from .target import ALONE

PLAYED = frozenset({"ASSAULT", "ACCUSE", "SANCTION", "REJECT", "THREATEN", "COERCE", "CONCEDE", "SUPPORT", "AID"})
"""Types whose words reports of games use as well: beat, slam, bench, sack, release, save."""
_AMOUNT = frozenset("0123456789$€£")
"""Signs with which a number or a sum begins."""
_TITLE_CASE = 0.6
"""Share of a headline's longer words that have a capital, where each word has one."""
_LONG = 4
"""Letters of a word that a headline in capitals writes with one."""
_WORDED = 12
"""Words behind an attack within which its means is named: attacked him during the debate."""


def tells_none(words: Sequence[Word], hit: Hit, parties: Sequence[Party], table: Deeds) -> bool:
    """Whether the words of a hit tell no deed."""
    return (
        hit.pattern.code == IDIOM
        or _is_contest(words, hit, table)
        or _names_receiver(words, hit, parties, table)
        or _is_in_name(words, hit, table)
        or _is_subject(words, hit, table)
    )


def worded(words: Sequence[Word], hit: Hit, table: Deeds) -> Hit:
    """The hit itself; an attack by words is a reproach: "attacked him on Twitter", "launched a scathing attack"."""
    inside = words[hit.first : hit.last + 1]
    if (
        hit.pattern.code != "ASSAULT"
        or hit.pattern.noun
        or all(word.lemmas.isdisjoint(table.attacks) for word in inside)
    ):
        return hit
    said = any(word.form in table.spoken for word in inside) or _leads_means(words, hit, table)
    return replace(hit, pattern=replace(hit.pattern, code="ACCUSE", mode="disapprove")) if said else hit


def _leads_means(words: Sequence[Word], hit: Hit, table: Deeds) -> bool:
    """Whether an attack is told to be one of words behind it: "during the debate", "for wasting", in its own clause."""
    for at in range(hit.last + 1, min(len(words), hit.last + 1 + _WORDED)):
        form = words[at].form
        if is_stop(words[at]) or form == "," or form in table.clause_openers:
            return False
        gerund = at == hit.last + 2 and bool(table.gerunds) and form.endswith(table.gerunds)
        if form in table.spoken or (gerund and words[at - 1].form in table.gains):
            return True
    return False


def _is_in_name(words: Sequence[Word], hit: Hit, table: Deeds) -> bool:
    """Whether a capital inside a sentence makes a word part of a name: "the Joint Forces Command"; a headline in
    capitals says nothing of that, nor does a language that gives every noun one."""
    at = hit.first
    if not at or words[at].plain or table.passives_behind or not words[at - 1].form.isalpha():
        return False
    if words[at].form not in words[at].lemmas and not words[at].form.endswith(table.plurals):
        return False  # no name holds a verb of the past
    long = [word for word in words if len(word.form) >= _LONG and word.form.isalpha()]
    return sum(not word.plain for word in long) < _TITLE_CASE * len(long)


def _is_subject(words: Sequence[Word], hit: Hit, table: Deeds) -> bool:
    """Whether a verbal noun that opens the sentence is its subject: "Attacking Velmond was a mistake"."""
    if hit.first or not table.gerunds or not words[0].form.endswith(table.gerunds):
        return False
    ahead = (word.form for word in words[hit.last + 1 :])
    return next((form for form in ahead if form == "," or form in table.finite), ",") != ","


def _is_contest(words: Sequence[Word], hit: Hit, table: Deeds) -> bool:
    """Whether a lone word tells of votes or goals: "beat Fintan Meere by 43 votes", "received 6,210 votes"."""
    if hit.weight > 1:
        return False
    amount = hit.last + 1 < len(words) and words[hit.last + 1].form[:1] in _AMOUNT
    if amount and hit.pattern.code in ("CONSULT", "ACCUSE"):
        return True  # "met 3 targets", "charged $84"
    if hit.pattern.code not in PLAYED:
        return False
    forms = [word.form for word in words]
    contest = hit.pattern.code == "ASSAULT" and not table.contests.isdisjoint(forms)
    return contest or not table.sports.isdisjoint(forms)


def _names_receiver(words: Sequence[Word], hit: Hit, parties: Sequence[Party], table: Deeds) -> bool:
    """Whether "to" is not that of a deed to come: "the sum offered to fishermen", "engagés à 4 000 francs"."""
    if hit.pattern.code not in ALONE or hit.last == hit.first or words[hit.last].form not in table.onward:
        return False
    ahead = hit.last + 1
    return any(party.first == ahead and not party.proper for party in parties) or (
        ahead < len(words) and words[ahead].form[:1].isdigit()
    )


def is_cited(words: Sequence[Word], at: int, table: Deeds) -> bool:
    """Whether a capital behind a small auxiliary shows the words of a name: "“Western Learning is Forbidden”"."""
    return at > 0 and not words[at].plain and words[at - 1].plain and words[at - 1].form in table.passives
