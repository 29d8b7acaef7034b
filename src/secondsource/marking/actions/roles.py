"""Who did it, to whom, and whether it is told as done: read off the clause around a deed."""

from collections.abc import Sequence

from msgspec import Struct

from secondsource.language.deeds import Deeds
from secondsource.model.mark import Realis

from .parse import Hit, Word, is_stop

_QUOTES = frozenset("”“\"»«’'")
_QUOTATIONS = frozenset('”“"')
_SCARE = 2
"""Words before a verb within which a mark quotes the verb alone: the minister “strongly condemned” it."""
_NEAR_RELATIVE = 3
"""Words behind a party within which a relative pronoun is its own: "the Corvane schoolgirls, who"."""
_OWNING = frozenset({"'s", "'", "’"})
_CLAUSE_ENDS = frozenset(":;|\n")
"""Marks over which no subject reaches to its verb."""
_DASHES = frozenset("-–—")
REACH = 18
"""Words from the deed within which a party is looked for."""
_BEHIND_LINK = 6
"""The same behind a deed that ends in its preposition: "went to the town"."""


class Party(Struct, frozen=True, gc=False):
    """A named party in the sentence: its first and last word (included), and its key (a mention id)."""

    first: int
    last: int
    key: str
    proper: bool = True
    """Whether it is written as a name."""


class Roles(Struct, frozen=True, gc=False):
    """What the clause tells of a deed. `actors` and `targets` are keys, in order of place."""

    actors: tuple[str, ...]
    targets: tuple[str, ...]
    realis: Realis
    passive: bool


def roles(words: Sequence[Word], hit: Hit, parties: Sequence[Party], table: Deeds) -> Roles:
    """The roles of one deed."""
    inside = [party for party in parties if hit.first <= party.first <= hit.last]
    left = [party for party in parties if party.last < hit.first]
    right = [party for party in parties if party.first > hit.last]
    realis = _realis(words, hit, table)
    if hit.pattern.noun:
        actors, targets = _of_noun(words, hit, (left, inside + right), table)
        return Roles(actors, targets, realis, False)
    passive = _is_passive(words, hit.first, table)
    reduced = not passive and _is_reduced_passive(words, hit, table)
    behind = _behind_quotation(words, hit.first, right)
    if behind:
        return Roles(behind, (), realis, False)
    subject = _subject(words, hit.first, left, table)
    if _pronoun_subject(words, hit.first, left, table):
        free = {party.key for party in left if not _governed(words, party, table)}
        subject = tuple(free) if len(free) == 1 else ()
    if reduced:
        near = [party.key for party in left if party.last == hit.first - 1]
        return Roles(_agent(words, hit, right, table), tuple(near), realis, True)
    if passive:
        agents = _agent(words, hit, right, table) or _agent_before(words, left, table)
        return Roles(agents, tuple(key for key in subject if key not in agents), realis, True)
    targets = _object(words, hit, inside + right, table)
    return Roles(tuple(key for key in subject if key not in targets), targets, realis, False)


def _is_passive(words: Sequence[Word], at: int, table: Deeds) -> bool:
    """A form of the passive's auxiliary right before a participle, adverbs between them allowed; in a language whose
    clauses close with their verb, anywhere in the clause."""
    form = words[at].form
    if not form.endswith(table.participles):
        return False
    if table.passives_behind and _auxiliary_in_clause(words, at, table):
        return True
    for back in range(at - 1, max(-1, at - 4), -1):
        if words[back].form in table.passives:
            return True
        if not (words[back].form.endswith(table.adverbs) or words[back].form in table.negations):
            return False
    return False


def _is_reduced_passive(words: Sequence[Word], hit: Hit, table: Deeds) -> bool:
    """Whether a participle stands without its auxiliary, its doer behind it: "a letter signed by the judges"."""
    behind = words[hit.last + 1].form if hit.last + 1 < len(words) else ""
    return words[hit.first].form.endswith(table.participles) and behind in table.agents


def _auxiliary_in_clause(words: Sequence[Word], at: int, table: Deeds) -> bool:
    """Whether the passive's auxiliary stands in the clause of this word: "wurde am Kai verhaftet"."""
    for steps in (range(at + 1, len(words)), range(at - 1, -1, -1)):
        for i in steps:
            if words[i].form in table.passives_behind:
                return True
            if is_stop(words[i]) or words[i].form == ",":
                break
    return False


def _behind_quotation(words: Sequence[Word], at: int, right: Sequence[Party]) -> tuple[str, ...]:
    """The speaker who follows the verb: “…,” warned Jens Stoltenberg."""
    if at and words[at - 1].form in _QUOTES and right and right[0].first == at + 1:
        return (right[0].key,)
    return ()


def _pronoun_subject(words: Sequence[Word], at: int, left: Sequence[Party], table: Deeds) -> bool:
    """Whether a pronoun that stands for nobody named here is the subject."""
    back = at - 1
    while back >= 0 and (words[back].form in table.auxiliary_verbs or words[back].form.endswith(table.adverbs)):
        back -= 1
    held = any(party.first <= back <= party.last for party in left)
    return back >= 0 and words[back].form in table.pronouns and not held


def _subject(words: Sequence[Word], at: int, left: Sequence[Party], table: Deeds) -> tuple[str, ...]:
    """The parties that open the clause: the nearest one before the verb that no preposition governs, with those joined
    to it; over a relative pronoun to what stands before it, over "and" to the subject of the clause before."""
    if _is_verbal_noun(words, at, table):
        return ()
    left = _outside_relative(words, at, _in_clause(words, at, left, table), table)
    near = [party for party in left if at - party.last <= REACH * 4]
    while near and not (_reaches(words, near[-1], at, table) and not _led(words, near[-1], at, left, table)):
        near.pop()
    if not near:
        return ()
    chosen = [near.pop()]
    for party in reversed(near):
        between = [words[i].form for i in range(party.last + 1, chosen[-1].first)]
        if 0 < len(between) <= 2 and all(form in table.joiners for form in between):
            chosen += () if _led(words, party, at, left, table) else (party,)
        elif between:
            break
    return tuple(dict.fromkeys(party.key for party in reversed(chosen)))


def _is_verbal_noun(words: Sequence[Word], at: int, table: Deeds) -> bool:
    """Whether the verb is a noun behind a preposition: "for insulting the judges", "accused of “defying”"."""
    before = at - 1
    while before >= 0 and words[before].form in _QUOTATIONS:
        before -= 1
    ends = bool(table.gerunds) and words[at].form.endswith(table.gerunds)
    return ends and before >= 0 and (words[before].form in table.links or words[before].form in table.owners)


def _reaches(words: Sequence[Word], party: Party, at: int, table: Deeds) -> bool:
    """Whether a party can be the subject of the verb at a word: it owns nothing there, and neither a quotation nor a
    clause of another subject opens between the two and stays open."""
    first = party.last + 1
    between = [words[i].form for i in range(first, at)]
    if between and between[0] in _OWNING and between[-1] not in table.onward:
        return False
    if sum(form in _QUOTATIONS for form in between[:-_SCARE]) % 2:
        return False
    commas = [i for i, form in enumerate(between) if form == ","]
    closed = commas[-1] if commas else -1
    opening = table.breaks - table.joiners
    own = [i for i, form in enumerate(between[:_NEAR_RELATIVE]) if form in table.relatives]
    closed = max([closed, *own])
    ahead = between[closed + 1 :]
    if table.passives_behind:  # there a comma stands before every such clause, and the openers may be articles as well
        return not (commas and ahead and ahead[0] in opening)
    return not any(form in opening for form in ahead)


def _in_clause(words: Sequence[Word], at: int, left: Sequence[Party], table: Deeds) -> Sequence[Party]:
    """Without the parties before a mark that ends the clause, as a dateline's dash does, and those in brackets; in a
    clause that closes with its verb, without those before the word that opens it."""
    opened = brackets = -1
    commas = [i for i in range(at) if words[i].form == ","] if table.passives_behind else []
    if commas and commas[-1] + 1 < at and words[commas[-1] + 1].form in table.breaks - table.joiners:
        opened = commas[-1]
    bracketed: list[tuple[int, int]] = []
    for i in range(at):
        form = words[i].form
        if form in _CLAUSE_ENDS or (form in _DASHES and i and words[i - 1].form == ")"):
            opened = i
        elif form == "(":
            brackets = i
        elif form == ")" and brackets >= 0:
            bracketed.append((brackets, i))
    return [
        party
        for party in left
        if party.first > opened and not any(first < party.first < last for first, last in bracketed)
    ]


def _outside_relative(words: Sequence[Word], at: int, left: Sequence[Party], table: Deeds) -> Sequence[Party]:
    """Without the parties of a relative clause that a comma closed again before the verb: “Putin, who …, confirmed”."""
    commas = [i for i in range(at) if words[i].form == ","]
    opened = next((i for i in reversed(commas) if i + 1 < at and words[i + 1].form in table.relatives), at)
    if not commas or commas[-1] <= opened:
        return left
    return [party for party in left if not opened + 1 < party.first < commas[-1]] or left


def _heads_relative(words: Sequence[Word], party: Party, at: int, table: Deeds) -> bool:
    """Whether the verb stands in the relative clause of the party: "won by Meere, who asked for a recount"."""
    ahead = [words[i].form for i in range(party.last + 1, at)]
    own = ahead[1:] if ahead[:1] == [","] else ahead
    return bool(own) and own[0] in table.relatives and "," not in own


def _led(words: Sequence[Word], party: Party, at: int, parties: Sequence[Party], table: Deeds) -> bool:
    """Whether a preposition governs the party, or one it is joined to: "with backing from Velmond and Corriel"."""
    if _governed(words, party, table):
        return not _heads_relative(words, party, at, table)
    joined = [other for other in parties if other.last == party.first - 2]
    between = words[party.first - 1].form
    return bool(joined) and between in table.joiners and between != "," and _led(words, joined[-1], at, parties, table)


def _governed(words: Sequence[Word], party: Party, table: Deeds) -> bool:
    """Whether a preposition stands right before the party, an article allowed between."""
    back = party.first - 1
    while back >= 0 and words[back].form in table.articles:
        back -= 1
    if back < 0 or not (words[back].form in table.links or words[back].form in table.owners):
        return False
    return not (back and words[back].form in table.owners and words[back - 1].form in table.portions)


def _object(words: Sequence[Word], hit: Hit, right: Sequence[Party], table: Deeds) -> tuple[str, ...]:
    """The first party behind the verb, before a new clause opens, with those joined to it; the deed's own words may
    open one ("demanded that Hamas …")."""
    ends = hit.pattern.places[-1]
    if hit.weight > 1 and ends and not ends.isdisjoint(table.links):
        right = [party for party in right if party.first - hit.last <= _BEHIND_LINK]
    if hit.pattern.code == "AGREE" and right and _opens_clause(words, right[0], table):
        return ()
    return _first_of(words, (hit.first, hit.last), right, table)


def _first_of(words: Sequence[Word], deed: tuple[int, int], right: Sequence[Party], table: Deeds) -> tuple[str, ...]:
    chosen: list[Party] = []
    for party in right:
        if chosen:
            between = [words[i].form for i in range(chosen[-1].last + 1, party.first)]
            if not (0 < len(between) <= 2 and all(form in table.joiners for form in between)):
                break
        else:
            if _only_joined(words, deed[1], party, table):
                break
            if not party.proper and _linked_later(words, party, right, table):
                continue
            gap = range(deed[0] + 1, party.first)
            if len(gap) > REACH or any(is_stop(words[i]) for i in gap):
                break
            if any(words[i].form == "," for i in range(deed[1] + 1, party.first)):
                break
            behind = range(deed[1] + 1, party.first)
            if any(words[i].form in table.breaks and words[i].form not in table.joiners for i in behind):
                break
        chosen.append(party)
    return tuple(dict.fromkeys(party.key for party in chosen))


def _opens_clause(words: Sequence[Word], party: Party, table: Deeds) -> bool:
    """Whether the party is the subject of what is promised or said: "promised Orsoni would stay"."""
    ahead = words[party.last + 1].form if party.last + 1 < len(words) else ""
    return ahead in (table.auxiliary_verbs | table.plans | table.doubts) - table.onward - table.negations


def _only_joined(words: Sequence[Word], deed: int, party: Party, table: Deeds) -> bool:
    """Whether nothing but a joiner stands between: in "which Meere supports and Deasy wants" nobody is supported."""
    return party.first == deed + 2 and words[deed + 1].form in table.joiners


def _linked_later(words: Sequence[Word], party: Party, right: Sequence[Party], table: Deeds) -> bool:
    """Whether a name follows that a preposition ties to the deed: “sent troops to Liberia” is done to Liberia."""
    later = next((other for other in right if other.first > party.last), None)
    if later is None or not later.proper or later.first - party.last > 8:
        return False
    between = range(party.last + 1, later.first)
    return not any(is_stop(words[i]) for i in between) and words[party.last + 1].form in table.links


def _agent(words: Sequence[Word], hit: Hit, right: Sequence[Party], table: Deeds) -> tuple[str, ...]:
    for at in range(hit.first + 1, min(len(words), hit.first + REACH)):
        if is_stop(words[at]):
            break
        if words[at].form in table.agents:
            return _first_of(words, (at, at), [party for party in right if party.first > at], table)
    return ()


def _agent_before(words: Sequence[Word], left: Sequence[Party], table: Deeds) -> tuple[str, ...]:
    """The doer of a passive in a language that closes its clauses with the verb: "vom Gericht verurteilt worden"."""
    if not table.passives_behind:
        return ()
    return tuple(party.key for party in left if party.first and words[party.first - 1].form in table.agents)[-1:]


def _of_noun(
    words: Sequence[Word], hit: Hit, sides: tuple[Sequence[Party], Sequence[Party]], table: Deeds
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A verb noun's parties: "Russia's attack on Ukraine", "an attack by Russia", "the US sanctioning of …"."""
    left, right = sides
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    if (
        left
        and hit.first - left[-1].last <= 4
        and not any(is_stop(words[i]) or words[i].form == "," for i in range(left[-1].last, hit.first))
    ):
        actors = (left[-1].key,)
    for party in right:
        back = party.first - 1
        while back > hit.first and words[back].form in table.articles:
            back -= 1
        link = words[back].form if back >= hit.first else ""
        if party.first - hit.last > 10:
            break
        if link in table.agents and not actors:
            actors = (party.key,)
        elif link in table.links and not targets:
            targets = (party.key,)
    return actors, tuple(key for key in targets if key not in actors)


def _realis(words: Sequence[Word], hit: Hit, table: Deeds) -> Realis:
    """From the words before the deed, nearest first; inside a statement the stage makes it an allegation."""
    before = [words[i].form for i in range(max(0, hit.first - 5), hit.first)]
    governing = before[-2] if len(before) > 1 and before[-1] in table.plans else ""
    if governing in table.failing:
        return Realis.DENIED
    if governing in table.ongoing:
        return Realis.ASSERTED
    for back, form in enumerate(reversed(before)):
        if form in table.negations and back <= 2:
            return Realis.DENIED
        if is_stop(words[hit.first - 1 - back]):
            break
        if form in table.doubts:
            return Realis.HYPOTHETICAL
        if form in table.plans and (form != "to" or back == 0):
            return Realis.PLANNED
    return Realis.ASSERTED
