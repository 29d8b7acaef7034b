"""Whose deed it is: the party that is the subject of a verb."""

from collections.abc import Sequence
from itertools import pairwise

from secondsource.language.deeds import Deeds

from .parse import Word
from .participle import QUOTATIONS, is_inside, is_object, is_verbal_noun, of_participle, tells_of_noun
from .party import Party, are_joined, before_articles, is_genitive, is_governed
from .target import OWNING, REACH, is_modifier, is_plain_noun

_QUOTES = frozenset("”“\"»«’'")
_SCARE = 2
"""Words before a verb within which a mark quotes the verb alone: the minister “strongly condemned” it."""
_NEAR_RELATIVE = 3
"""Words behind a party within which a relative pronoun is its own: "the Corvane schoolgirls, who"."""
_CLAUSE_ENDS = frozenset(":;|\n")
"""Marks over which no subject reaches to its verb."""
_OPENING = _CLAUSE_ENDS | {")"}
"""Marks without which no clause and no bracket has ended."""
_POINTING = frozenset({"some", "this", "that", "these", "those", "one", "two", "many"})
_NOUNS = 3
"""Nouns, at most, that a name in front only tells apart."""
_CAUSED = 6
"""Words within which an object of "forced", "asked" stands before its infinitive."""
_PURPOSE = 16
"""Words between a subject and an infinitive of its own, at most."""
_NOUN = 2
"""Words that a subject's article and noun have at least."""
_BESIDE = 2
"""How far the first word of a party is from the last of another that one joiner parts from it."""
_SHORTEST = 3
"""Words that a clause behind a verb of saying has at least before its own verb."""
_DASHES = frozenset("-–—")


def speaker_behind(words: Sequence[Word], at: int, right: Sequence[Party]) -> tuple[str, ...]:
    """The speaker who follows the verb: “…,” warned Jens Stoltenberg."""
    if at and words[at - 1].form in _QUOTES and right and right[0].first == at + 1:
        return (right[0].key,)
    return ()


def pronoun_before(words: Sequence[Word], at: int, left: Sequence[Party], table: Deeds) -> str:
    """The pronoun that is the subject of the verb and marked as nobody; "" where none is."""
    back = at - 1
    while back >= 0 and (words[back].form in table.auxiliary_verbs or words[back].form.endswith(table.adverbs)):
        back -= 1
    if back < 0 or words[back].form not in table.pronouns:
        return ""
    held = any(party.first <= back <= party.last for party in left)
    return "" if held else words[back].form


def subject_of(words: Sequence[Word], at: int, left: Sequence[Party], table: Deeds) -> tuple[str, ...]:
    """The parties that open the clause: the nearest one before the verb that no preposition governs, with those joined
    to it; over a relative pronoun to what stands before it, over "and" to the subject of the clause before."""
    if not left:
        return ()
    own = _of_infinitive(words, at, left, table) or of_participle(words, at, left, table)
    if own is not None:
        return (own.key,)
    if is_verbal_noun(words, at, left, table) or _has_other_subject(words, at, left, table):
        return ()
    if tells_of_noun(words, at, left, table):
        return ()
    left = _outside_relative(words, at, _in_clause(words, at, left, table), table)
    left = [party for party in left if not party.first or words[party.first - 1].form not in table.obliques]
    if table.passives_behind:
        left = [party for party in left if not is_genitive(words, party, table)]
    near = [party for party in left if at - party.last <= REACH * 4 and not is_inside(words, party, left, table)]
    while near and not (reaches(words, near[-1], at, table) and not _led(words, near[-1], at, left, table)):
        near.pop()
    if near and _goes_past(words, near[-1], at, left, table):
        near.pop()
    if not near or tells_which(words, near[-1], at, table) or _is_far_purpose(words, near[-1], at, table):
        return ()
    chosen = [near.pop()]
    for party in reversed(near):
        if are_joined(words, party, chosen[-1], table) and not is_object(words, party, table):
            apart = _led(words, party, at, left, table) or _shares_noun(words, party, chosen[-1], table)
            chosen += () if apart else (party,)
        elif party.last + 1 < chosen[-1].first:
            break
    return tuple(dict.fromkeys(party.key for party in reversed(chosen)))


def _shares_noun(words: Sequence[Word], party: Party, behind: Party, table: Deeds) -> bool:
    """Whether a name may only tell which, as the one it is joined to does: "Aarvita and Orsoni employees"."""
    if (
        not table.behind_objects
        or party.person
        or party.place
        or words[party.last].plain
        or behind.first == behind.last
    ):
        return False
    if any(words[i].form in OWNING for i in range(behind.first, behind.last)):
        return False
    return not words[behind.first].plain and words[behind.last].plain and behind.first - party.last == _BESIDE


def _goes_past(words: Sequence[Word], party: Party, at: int, left: Sequence[Party], table: Deeds) -> bool:
    """Whether a verb behind a joiner goes on with the subject of the verb whose object a party is: "has named Velmond
    its main rival, and threatened to"."""
    verb = before_articles(words, party, table)
    if verb < 1 or not table.pasts or not words[verb].plain or not words[verb].form.endswith(table.pasts):
        return False
    before = words[verb - 1].form
    finite = before in table.auxiliary_verbs or before in table.relatives or before in table.pronouns or before == ","
    finite = finite or any(other.last == verb - 1 for other in left)
    return finite and any(words[i].form in table.joiners for i in range(party.last + 1, at))


def _is_far_purpose(words: Sequence[Word], party: Party, at: int, table: Deeds) -> bool:
    """Whether an infinitive stands too far behind a party to be its own: "referred to images in an effort to"."""
    return at - party.last > _PURPOSE and words[at - 1].form in table.infinitive_marks


def _of_infinitive(words: Sequence[Word], at: int, left: Sequence[Party], table: Deeds) -> Party | None:
    """The party that "for" makes the subject of an infinitive: "called for the court to resign"."""
    near = left[-1] if left else None
    if near is None or near.last != at - 2 or words[at - 1].form not in table.infinitive_marks:
        return None
    before = before_articles(words, near, table)
    return near if before > 0 and words[before].form in table.infinitive_subjects else None


def tells_which(words: Sequence[Word], party: Party, at: int, table: Deeds) -> bool:
    """Whether a party only tells which doer: "the Corvane shooter, who killed", "Corvane work trains collided"; but
    "Velmond guerrillas killed"."""
    behind = party.last + 1
    if behind >= at or not is_modifier(words, party, table) or words[behind].form.endswith(table.participles):
        return False
    while behind < at and behind - party.last <= _NOUNS and is_plain_noun(words[behind], table):
        behind += 1
        if words[behind].form.endswith(table.participles) and words[behind].plain:
            return True  # the verb of the trains
    form = words[behind].form
    return behind == at or form == "," or form in table.relatives or form in table.auxiliary_verbs


def _has_other_subject(words: Sequence[Word], at: int, left: Sequence[Party], table: Deeds) -> bool:
    """Whether an infinitive belongs to a pronoun or noun before it: "advised him not to speak", "forced keepers to"."""
    back = at - 1
    if back > 1 and table.gerunds and words[at].form.endswith(table.gerunds):
        back -= words[back - 1].form in table.infinitive_marks  # "urged them to *continue supporting*"
    if back < 1 or words[back].form not in table.infinitive_marks:
        return False
    back -= words[back - 1].form in table.negations
    if back > 0 and words[back - 1].form in table.object_pronouns:
        return True
    held = max((party.last for party in left), default=-1)
    return any(words[i].form in table.causes for i in range(max(held + 1, back - _CAUSED), back - 1))


def reaches(words: Sequence[Word], party: Party, at: int, table: Deeds) -> bool:
    """Whether a party can be the subject of the verb at a word: it owns nothing there, and neither a quotation nor a
    clause of another subject opens between the two and stays open."""
    first = party.last + 1
    between = [words[i].form for i in range(first, at)]
    if between and between[0] in OWNING and between[-1] not in table.onward:
        return False
    if sum(map(QUOTATIONS.__contains__, between[:-_SCARE])) % 2:
        return False
    commas = [i for i, form in enumerate(between) if form == ","]
    closed = commas[-1] if commas else -1
    own = [i for i, form in enumerate(between[:_NEAR_RELATIVE]) if form in table.relatives]
    closed = max([closed, *own])
    if _opens_subject(between, table) or _joins_subject(words, at, between, table):
        return False
    if own and between[own[-1]] in table.owning_relatives:
        return False  # "the girl, whose name"
    ahead = between[closed + 1 :]
    if table.passives_behind:  # there a comma stands before every such clause, and the openers may be articles as well
        return not (commas and ahead and ahead[0] in table.openers)
    return table.openers.isdisjoint(ahead)


def _opens_subject(between: Sequence[str], table: Deeds) -> bool:
    """Whether a subject that is no party opens between a party and the verb: behind a comma ("Meere, the papers also
    accuse"), behind a verb of saying ("police confirmed a man was arrested"), right behind a name ("Photo: Orsoni The
    unit has")."""
    if between and between[0] in table.articles:
        return True
    if _is_reported(between, table) or _is_second_verb(between, table):
        return True
    for at, form in enumerate(between[:-1]):
        opens = form == "," and (between[at + 1] in table.articles or between[at + 1] in _POINTING)
        if opens and "," not in between[at + 1 :]:
            return True
    return False


def _joins_subject(words: Sequence[Word], at: int, between: Sequence[str], table: Deeds) -> bool:
    """Whether a joiner and an article open a subject of the verb's own: "Velmond waited and a driver fired"; not right
    behind the party, which is one of two then."""
    joiners = [i for i, form in enumerate(between[:-_NOUN]) if form in table.joiners and form != ","]
    if not joiners or not joiners[-1] or not table.gerunds:
        return False
    if words[at].form.endswith(table.gerunds) or between[-1] in table.onward:
        return False
    ahead = between[joiners[-1] + 1 :]
    return ahead[0] in table.articles and table.breaks.isdisjoint(ahead) and table.joiners.isdisjoint(ahead)


def _is_second_verb(between: Sequence[str], table: Deeds) -> bool:
    """Whether a finite verb and a noun stand between and a second finite verb goes on with that noun: "was certain some
    charges would"; a joiner or a clause's opener between would tie both to one subject."""
    finite = [at for at, form in enumerate(between) if form in table.finite]
    for first, second in pairwise(finite):
        inside = between[first + 1 : second]
        plain = [form for form in inside if not form.endswith(table.adverbs) and form not in table.auxiliary_verbs]
        parted = not (table.joiners.isdisjoint(inside) and table.breaks.isdisjoint(inside))
        if plain and not parted and all(form.isalpha() for form in plain):
            return True
    return False


def _is_reported(between: Sequence[str], table: Deeds) -> bool:
    """Whether a verb of saying stands between, and behind it a subject that is no pronoun, and no "and"."""
    at = next((at for at, form in enumerate(between) if form in table.reports), len(between))
    ahead = between[at + 1 :]
    if len(ahead) < _SHORTEST or ahead[0] in table.infinitive_marks:
        return False
    return all(forms.isdisjoint(ahead) for forms in (table.joiners, table.pronouns, table.possessives))


def _in_clause(words: Sequence[Word], at: int, left: Sequence[Party], table: Deeds) -> Sequence[Party]:
    """Without the parties before a mark that ends the clause, as a dateline's dash does, and those in brackets; in a
    clause that closes with its verb, without those before the word that opens it."""
    if _OPENING.isdisjoint([words[i].form for i in range(at)]) and not table.passives_behind:
        return left
    opened = brackets = -1
    commas = [i for i in range(at) if words[i].form == ","] if table.passives_behind else []
    if commas and commas[-1] + 1 < at and words[commas[-1] + 1].form in table.clause_openers:
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
    pronoun = opened + 1 if opened + 2 in commas else opened  # “Putin, who, on Monday, confirmed”
    return [party for party in left if not pronoun < party.first < commas[-1]] or left


def _heads_relative(words: Sequence[Word], party: Party, at: int, table: Deeds) -> bool:
    """Whether the verb stands in the relative clause of the party: "won by Meere, who asked for a recount"."""
    ahead = [words[i].form for i in range(party.last + 1, at)]
    own = ahead[1:] if ahead[:1] == [","] else ahead
    return bool(own) and own[0] in table.relatives and "," not in own


def _led(words: Sequence[Word], party: Party, at: int, parties: Sequence[Party], table: Deeds) -> bool:
    """Whether a preposition governs the party, or one it is joined to: "with backing from Velmond and Corriel"."""
    if is_governed(words, party, table):
        return not _heads_relative(words, party, at, table)
    joined = [other for other in parties if are_joined(words, other, party, table)]
    comma = words[party.first - 1].form == ","
    return bool(joined) and not comma and _led(words, joined[-1], at, parties, table)
