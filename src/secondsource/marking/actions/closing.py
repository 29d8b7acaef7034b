"""Clauses that close with their verb, as in German: who does it and to whom stand before it, in this order."""

from collections.abc import Sequence

from secondsource.language.deeds import Deeds

from .parse import Word, is_stop
from .party import Party, are_joined, is_genitive, is_governed, is_oblique

Keys = tuple[str, ...]
_APPOSED = 6
"""Words of an apposition, at most."""
_OWNED = 3
"""Words from the article of an owned noun to its owner: einen Konvoi der …"""
_RIGHT_BEHIND = 4
"""Words from a verb to a subject right behind it, with its article and attributes."""


def parties_before(words: Sequence[Word], at: int, left: Sequence[Party], table: Deeds) -> tuple[Keys, Keys] | None:
    """The subject and the object of a verb that closes its clause, as keys: "hat Velmond den Minister kritisiert". None
    for a verb in front, and where the clause does not name both."""
    start = clause_start(words, at, table)
    if start is None:
        return None
    free = [party for party in left if party.first >= start and not is_governed(words, party, table)]
    apposed = _before_apposition(words, at, table)
    free = [party for party in free if apposed is None or party.first < apposed]
    groups = _groups(words, [party for party in free if not is_genitive(words, party, table)], table)
    if len(groups) == 1 and is_oblique(words, groups[0][0], table):
        return (), _keys(groups[0])
    if not groups and words[start].form in table.questions:
        return (), ()  # "wer nach Velmond einreisen darf"
    if len(groups) == 1 and any(words[i].form in table.pronouns for i in range(start, groups[0][0].first)):
        return (), _keys(groups[0])  # "er soll Fußgänger angegriffen haben"
    owners = [party for party in left if _owns_object(words, party, table) and party.first > start]
    if len(groups) == 1 and owners and owners[-1].first > groups[0][0].first:
        return _keys(groups[0]), (owners[-1].key,)
    if len(groups) != 2:
        return None
    first, second = groups
    if is_oblique(words, first[0], table):
        first, second = second, first
    return (_keys(first), _keys(second)) if not is_oblique(words, first[0], table) else None


def _owns_object(words: Sequence[Word], party: Party, table: Deeds) -> bool:
    """Whether a party owns an object that is none itself: "einen Konvoi der Vereinten Nationen angegriffen"."""
    article = party.first - _OWNED
    if article < 1 or not is_genitive(words, party, table) or words[article].form not in table.determiners:
        return False
    return words[article - 1].form not in table.links


def _keys(parties: Sequence[Party]) -> Keys:
    return tuple(dict.fromkeys(party.key for party in parties))


def clause_start(words: Sequence[Word], at: int, table: Deeds) -> int | None:
    """The first word of the clause that the verb closes: an auxiliary stands in it, or a conjunction opens it. None for
    a verb in front, and in languages whose verbs do not close their clauses."""
    if not table.passives_behind:
        return None
    start = _behind_comma(words, at)
    if start == at and (opened := _before_apposition(words, at, table)) is not None:
        return clause_start(words, opened, table)
    inside = {words[i].form for i in range(start, at)}
    opened = words[start].form in table.clause_openers - table.articles
    opened = opened or (start > 0 and words[start].form in table.clause_openers)
    finite = (table.auxiliary_verbs | table.plans | table.doubts) - table.negations
    return start if opened or not inside.isdisjoint(finite) else None


def _behind_comma(words: Sequence[Word], at: int) -> int:
    """The first word behind the last comma or stop before a word; the word itself where one stands right before it."""
    start = at
    while start > 0 and not (is_stop(words[start - 1]) or words[start - 1].form == ","):
        start -= 1
    return start


def _before_apposition(words: Sequence[Word], at: int, table: Deeds) -> int | None:
    """The comma before a name that two commas part from the verb: "den Minister, Jon Vale, verhaftet"."""
    if at < 2 or words[at - 1].form != ",":
        return None
    for back in range(at - 2, max(-1, at - _APPOSED - 2), -1):
        if words[back].form == ",":
            return back
        if is_stop(words[back]) or words[back].form in table.auxiliary_verbs:
            return None
    return None


def parties_behind(words: Sequence[Word], at: int, right: Sequence[Party], table: Deeds) -> tuple[Keys, Keys] | None:
    """The subject and the object of a verb that opens its clause behind something else: "Am Montag kritisierte Velmond
    den Minister". None where no party stands right behind the verb, or where it is no subject."""
    near = [party for party in right if all(form != "," for form in _forms(words, at + 1, party.first))]
    free = [party for party in near if not (is_governed(words, party, table) or is_genitive(words, party, table))]
    groups = _groups(words, free, table)
    if not groups or groups[0][0].first - at > _RIGHT_BEHIND or is_oblique(words, groups[0][0], table):
        return None
    return _keys(groups[0]), _keys(groups[1]) if len(groups) > 1 else ()


def is_inverted(words: Sequence[Word], at: int, left: Sequence[Party], table: Deeds) -> bool:
    """Whether a verb in front has nobody before it in its clause who could be its subject."""
    if not table.passives_behind:
        return False
    start = _behind_comma(words, at)
    free = [party for party in left if party.first >= start and not is_governed(words, party, table)]
    opening = words[start].form in table.links or start == at or words[start].form in table.times
    return opening and not free


def _forms(words: Sequence[Word], first: int, last: int) -> list[str]:
    return [words[i].form for i in range(first, last)]


def _groups(words: Sequence[Word], parties: Sequence[Party], table: Deeds) -> list[list[Party]]:
    """The parties in order, those that are joined in one list."""
    groups: list[list[Party]] = []
    for party in parties:
        if groups and are_joined(words, groups[-1][-1], party, table):
            groups[-1].append(party)
        else:
            groups.append([party])
    return groups
