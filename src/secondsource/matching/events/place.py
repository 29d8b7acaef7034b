"""Where a report's occasion took place: the dateline, "visit to Berlin" and "Washington visit", "in Berlin"."""

from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

from secondsource.language.occasions import empty_words, occasions
from secondsource.model.document import Document
from secondsource.model.passage import Role
from secondsource.text.tokens import words

from .spelling import key_of

LEAD = 120
"""Words behind the headline in which "in Berlin" is taken as the place of what is told."""
_REACH = 6
"""Words behind "visit" in which its "to Berlin" is sought."""


class _Table(Struct, frozen=True):
    """A language's words, ready to look up."""

    nouns: frozenset[str]
    """Occasions, in the singular and with an s."""
    links: frozenset[str]
    fill: frozenset[str]
    empty: frozenset[str]


@cache
def _table(language: str | None) -> _Table:
    known = occasions(language)
    nouns = frozenset((*known.occasion_nouns, *(f"{noun}s" for noun in known.occasion_nouns)))
    links, fill = frozenset(known.place_prepositions), frozenset(known.place_fillers)
    return _Table(nouns, links, fill, empty_words(language))


def dateline_places(document: Document) -> dict[str, str]:
    """The place in capitals that opens a dateline: key and name."""
    found: dict[str, str] = {}
    for passage in document.of(Role.DATELINE):
        dateline = passage.span.cut(document.text)
        opening = [span.cut(dateline) for span in words(dateline)[:1]]
        found.update((key_of(word), word.title()) for word in opening if word.isupper() and len(word) > 2)
    return found


def places_in(read: Sequence[str], language: str | None, first: Mapping[str, str], body: int) -> dict[str, str]:
    """Names that the words give as the place of something: those of `first`, then "visit to Berlin" and "Washington
    visit" anywhere, then "in Berlin" in the `LEAD` words from the word number `body` on."""
    table = _table(language)
    low = list(map(str.casefold, read))
    found = dict(first)
    for at in [at for at, word in enumerate(low) if word in table.nouns]:
        before = read[at - 1] if at else ""
        if before[:1].isupper() and low[at - 1] not in table.fill and not read[at][0].isupper():
            _note(found, before, table.empty)
        for link in range(at + 1, min(at + _REACH, len(read) - 1)):
            if low[link] in table.links:
                name = link + 1
                while name < len(read) - 1 and low[name] in table.fill:
                    name += 1
                if read[name][0].isupper():
                    _note(found, read[name], table.empty)
                    break
    for at in range(body, min(body + LEAD, len(read) - 1)):
        if low[at] in table.links and read[at + 1][0].isupper():
            _note(found, read[at + 1], table.empty)
    return found


def _note(places: dict[str, str], word: str, empty: frozenset[str]) -> None:
    """A place as written; no owner, no calendar word and no abbreviation (an organisation holds its summit)."""
    if word[-2:] in ("'s", "’s") or any(char.isdigit() for char in word):
        return
    if word.casefold() not in empty and not (word.isupper() and len(word) > 2):
        places.setdefault(key_of(word), word)
