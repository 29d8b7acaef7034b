"""Participles: of whom one tells, and who is an object of one and thus no subject of a later verb."""

from collections.abc import Sequence

from secondsource.language.deeds import Deeds

from .parse import Word
from .party import Party, before_articles, is_governed

QUOTATIONS = frozenset('”“"')
"""Signs that open or close a quotation."""
_NOUN_AND_ARTICLE = 2
_INFINITIVE = 4
"""Words before a party within which the infinitive stands whose object it is."""


def of_participle(words: Sequence[Word], at: int, left: Sequence[Party], table: Deeds) -> Party | None:
    """The party behind a preposition that a participle right behind it tells of: "for buyers *demanding* credit"; an
    adverb may part them."""
    near = left[-1] if left else None
    if near is None or not table.gerunds or not words[at].form.endswith(table.gerunds):
        return None
    between = [words[i].form for i in range(near.last + 1, at)]
    if between and not between[-1].endswith(table.adverbs):
        return None
    if not all(form.endswith(table.adverbs) or (form in table.joiners and form != ",") for form in between):
        return None
    return near if is_governed(words, near, table) else None


def tells_of_noun(words: Sequence[Word], at: int, left: Sequence[Party], table: Deeds) -> bool:
    """Whether a participle tells what the noun right before it does: "blocked a statement *condemning* Velmond"."""
    if at < _NOUN_AND_ARTICLE or not table.gerunds or not words[at].form.endswith(table.gerunds):
        return False
    noun, before = words[at - 1], words[at - 2].form
    small = table.auxiliary_verbs | table.breaks | table.joiners | table.links | table.times | table.owners
    if not noun.plain or not noun.form.isalpha() or noun.form in small or noun.form.endswith(table.adverbs):
        return False
    if any(party.last == at - 1 for party in left):
        return False
    if before in table.determiners or before in table.articles or any(party.last == at - 2 for party in left):
        return True
    return not words[at - 2].plain and before.isalpha() and at > _NOUN_AND_ARTICLE  # "Velmond ships aiding"


def is_inside(words: Sequence[Word], party: Party, left: Sequence[Party], table: Deeds) -> bool:
    """Whether a party is the object of a participle that tells of one before it: "the union representing *miners* in
    Corvane threatened"."""
    if not table.gerunds:
        return False
    heads = [other for other in left if other.last + 1 < party.first and other.first < party.first]
    for head in heads:
        verb = words[head.last + 1]
        inside = range(head.last + 2, party.first)
        if verb.plain and verb.form.endswith(table.gerunds) and all(_goes_through(words[i], table) for i in inside):
            return True
    return False


def _goes_through(word: Word, table: Deeds) -> bool:
    """Whether a word neither ends a clause nor is a finite auxiliary."""
    return word.form.isalnum() and word.form not in table.finite and word.form not in table.breaks


def is_object(words: Sequence[Word], party: Party, table: Deeds) -> bool:
    """Whether a verb stands right before a party, an article between: it is no subject of a later one. A verb of a deed
    ("accuse Velmond") or a participle ("obstructing a soldier"); not the noun of "at the meeting Velmond"."""
    if any(_opens_infinitive(words, at, table) for at in range(max(1, party.first - _INFINITIVE), party.first)):
        return True
    before = _before_owner(words, before_articles(words, party, table), table)
    if before < 0 or not words[before].plain:
        return False
    form = words[before].form
    if table.gerunds and form.endswith(table.gerunds):
        return before > 0 and words[before - 1].form not in table.determiners
    if not words[before].opens:
        return False
    return form.endswith(table.participles)


def _before_owner(words: Sequence[Word], at: int, table: Deeds) -> int:
    """The word before the name of an owner that ends at a word: "visited Velmond's"; else the word itself."""
    if at < 1 or words[at].form != "'s":
        return at
    while at >= 0 and (not words[at].plain or words[at].form == "'s" or words[at].form in table.articles):
        at -= 1
    return at


def _opens_infinitive(words: Sequence[Word], at: int, table: Deeds) -> bool:
    """Whether a word is a deed's infinitive: "to *disperse* the demonstrators"."""
    return bool(words[at].opens) and words[at].plain and words[at - 1].form in table.infinitive_marks


def is_verbal_noun(words: Sequence[Word], at: int, left: Sequence[Party], table: Deeds) -> bool:
    """Whether the verb is a noun behind a preposition: "for insulting the judges", "accused of “defying”"."""
    before = at - 1
    while before >= 0 and (words[before].form in QUOTATIONS or words[before].form.endswith(table.adverbs)):
        before -= 1
    if not table.gerunds or not words[at].form.endswith(table.gerunds) or before < 0:
        return False
    if words[before].form in table.joiners and before and words[before - 1].form.endswith(table.gerunds):
        return is_verbal_noun(words, before - 1, left, table)  # "of stalking and threatening"
    if words[before].form in table.links or words[before].form in table.owners:
        return True
    form = words[before].form
    attribute = form.isalpha() and form not in table.breaks and form not in table.auxiliary_verbs
    attribute = attribute and not any(party.last == before for party in left)
    return attribute and before > 0 and words[before - 1].form in table.withs
