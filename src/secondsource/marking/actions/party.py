"""A party in its sentence, and the words around one."""

from collections.abc import Sequence

from msgspec import Struct

from secondsource.language.deeds import Deeds

from .parse import Word

_ATTRIBUTES = 2
"""Attributes between an article and a name."""

_TITLE = 3
"""Nouns without an article between "by" and a name."""
_TOWN = 3
"""Words of a town's name, at most."""
_ENDS = frozenset(".;:!?")
"""Marks behind which a place between commas needs no second comma."""
_JOINING = 2
"""Words between two joined parties, at most."""


class Party(Struct, frozen=True, gc=False):
    """A named party in the sentence: its first and last word (included), and its key (a mention id)."""

    first: int
    last: int
    key: str
    proper: bool = True
    """Whether it is written as a name."""
    person: bool | None = None
    """Whether it is one person; None where that is not known."""
    place: bool = False
    """Whether it may be no more than where something happens."""


def before_articles(words: Sequence[Word], party: Party, table: Deeds, floor: int = -1) -> int:
    """The word before a party and its articles; the walk goes back no further than `floor`."""
    back = party.first - 1
    while back > floor and words[back].form in table.articles:
        back -= 1
    return back


def is_governed(words: Sequence[Word], party: Party, table: Deeds) -> bool:
    """Whether a preposition stands right before the party, an article allowed between."""
    back = before_articles(words, party, table)
    if _is_agent_title(words, party, table) or _is_led(words, party, table) or _is_place_of_town(words, party, table):
        return True
    attributes = _behind_attributes(words, party.first - 1, table)
    if attributes is not None and words[attributes].form in table.owners:
        return True
    if attributes is not None and table.passives_behind and words[attributes].form in table.links:
        return True  # "mit ihrem neuen Kollegen Jon Vale": nouns, too, stand before a name
    if back < 0 or not (words[back].form in table.links or words[back].form in table.owners):
        return False
    if words[back].form in table.determiners and (not back or not words[back - 1].form.isalpha()):
        return False  # « Des hommes armés ont »
    return not (back and words[back].form in table.owners and words[back - 1].form in table.portions)


def _is_led(words: Sequence[Word], party: Party, table: Deeds) -> bool:
    """Whether a preposition leads to a name over attributes without an article: "in northern Velmond", "of former
    president Jon Vale", or right to it where it is one that no object of a deed has: "across Velmond"."""
    if not party.proper:
        return False
    back = before_articles(words, party, table)
    while back > 0 and words[back].form in table.attributes:
        back -= 1
    if back < 0 or not words[back].form.isalpha():
        return False
    form = words[back].form
    if form in table.examples and back and words[back - 1].form in table.examples:
        return True  # "cities such as Velmond"
    return form in table.governing or (back < party.first - 1 and form in table.prepositions | table.owners)


def _is_place_of_town(words: Sequence[Word], party: Party, table: Deeds) -> bool:
    """Whether a place between commas tells where the one before it lies: "in Corriel, Velmond, and agreed"."""
    at, behind = party.first - 1, party.last + 1
    if not party.place or at < 1 or words[at].form != ",":
        return False
    if behind < len(words) and words[behind].form != "," and words[behind].form not in _ENDS:
        return False
    for back in range(at - 1, max(-1, at - _TOWN - 2), -1):
        if words[back].form in table.prepositions and words[back].plain:
            return back < at - 1
        if words[back].plain or not words[back].form.isalpha():
            return False
    return False


def are_joined(words: Sequence[Word], first: Party, second: Party, table: Deeds) -> bool:
    """Whether nothing but a joiner stands between two parties; behind "and" an article may follow: "Velmond and the
    Corvane government"."""
    between = [words[i].form for i in range(first.last + 1, second.first)]
    if not between or len(between) > _JOINING or between[0] not in table.joiners:
        return False
    if words[second.first].form in table.relatives:
        return False  # "the man from Corvane, who"
    if between == [","]:
        ahead = words[second.last + 1].form if second.last + 1 < len(words) else ""
        return ahead in table.joiners  # one of a list, not who is told of
    if all(form in table.joiners for form in between):
        return True
    return between[0] != "," and all(form in table.joiners or form in table.articles for form in between)


def _behind_attributes(words: Sequence[Word], at: int, table: Deeds) -> int | None:
    """The word in front of an article and up to two attributes: "by an increasingly hostile Velmond", "of the more than
    200 girls"."""
    counted = at >= 0 and words[at].form.isdigit()
    for back in range(at - counted, max(-1, at - _ATTRIBUTES - 1 - counted), -1):
        if words[back].form in table.articles or words[back].form in table.obliques:
            return back - 1 if back and back < at else None
        if not ((words[back].plain or table.passives_behind) and words[back].form.isalpha()):
            return None
    return None


def _is_agent_title(words: Sequence[Word], party: Party, table: Deeds) -> bool:
    """Whether bare nouns lead from "by" to a name: "captured by Karven terror group Orsoni"."""
    for back in range(party.first - 1, max(-1, party.first - _TITLE - 2), -1):
        if words[back].form in table.agents:
            return back < party.first - 1
        if not words[back].form.isalpha() or words[back].form in table.times or words[back].form in table.links:
            return False
    return False


def is_oblique(words: Sequence[Word], party: Party, table: Deeds) -> bool:
    """Whether an article in an oblique case leads to a party, a title between: "den neuen Minister Vale"."""
    for back in range(party.first - 1, max(-1, party.first - _ATTRIBUTES - 2), -1):
        if words[back].form in table.obliques:
            return True
        if not words[back].form.isalpha() or words[back].form in table.prepositions | table.auxiliary_verbs:
            return False
    return False


def is_genitive(words: Sequence[Word], party: Party, table: Deeds) -> bool:
    """Whether a party owns the noun before it: "die Pläne der Regierung"."""
    if party.place and party.first and words[party.last].form.endswith("s"):
        before = words[party.first - 1]
        return not before.plain and before.form.isalpha() and before.form not in table.links  # Botschafter Schwedens
    article, noun = party.first - 1, party.first - 2
    if noun < 0 or words[article].form not in table.owners or words[article].form not in table.articles:
        return False
    return not words[noun].plain and words[noun].form.isalpha()
