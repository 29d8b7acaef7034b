"""A party in its sentence, and the words around one."""

from collections.abc import Sequence

from msgspec import Struct

from secondsource.language.deeds import Deeds

from .parse import Word


class Party(Struct, frozen=True, gc=False):
    """A named party in the sentence: its first and last word (included), and its key (a mention id)."""

    first: int
    last: int
    key: str
    proper: bool = True
    """Whether it is written as a name."""


def is_governed(words: Sequence[Word], party: Party, table: Deeds) -> bool:
    """Whether a preposition stands right before the party, an article allowed between."""
    back = party.first - 1
    while back >= 0 and words[back].form in table.articles:
        back -= 1
    if back < 0 or not (words[back].form in table.links or words[back].form in table.owners):
        return False
    return not (back and words[back].form in table.owners and words[back - 1].form in table.portions)
