"""Walk the words once: phrases of the tables, and runs of capitalised words between them."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from secondsource.language import names as name_tables

from .lexicon import Entry, Lexicon, Sort, company_forms, function_words, lexicon
from .words import Word

_SINGLE_PLACES = frozenset({Sort.STATE, Sort.CAPITAL, Sort.PLACE, Sort.OFFICE, Sort.ROLE, Sort.DEMONYM, Sort.BODY})
_LONGEST_RUN = 6


class Item(Struct, frozen=True):
    """Words `first` to `last` (indices, half-open) that stand for one thing."""

    first: int
    last: int
    sort: Sort
    entry: Entry | None = None


class Case(StrEnum):
    """What a capital proves in a language."""

    NAME = "name"
    NOUN = "noun"


def items(words: Sequence[Word], language: str) -> list[Item]:
    """Phrases and capitalised runs in order; they do not overlap."""
    phrases = lexicon(language)
    functions = function_words(language)
    found: list[Item] = []
    at = 0
    while at < len(words):
        word = words[at]
        if not word.capital and word.key not in phrases.forms:
            at += 1  # nothing begins with it
            continue
        item = _at(words, at, phrases, functions)
        if item is None:
            at += 1
        else:
            found.append(item)
            at = item.last
    return found


def _at(words: Sequence[Word], at: int, phrases: Lexicon, functions: frozenset[str]) -> Item | None:
    word = words[at]
    hit = phrases.at(words, at)
    if hit is not None and not (word.capital and _begins_name(words, at, hit, phrases)):
        entry, last = hit
        return Item(at, last, entry.sort, entry)
    if not word.capital or not word.text[0].isalpha() or word.text[-1] in "'’":
        return None
    if (origin := _origin(words, at, phrases)) is not None:
        return origin
    if (word.key in functions and not _is_given(words, at, functions)) or word.text in name_tables.honours():
        return None
    last = _run_end(words, at, phrases, functions)
    return Item(at, last, Sort.NAME)


def _origin(words: Sequence[Word], at: int, phrases: Lexicon) -> Item | None:
    """ "China-based", "U.S.-led" say where somebody comes from."""
    word = words[at]
    head, hyphen, tail = word.key.partition("-")
    if not hyphen or not tail or word.text[len(head) + 1].isupper():
        return None
    entry = phrases.single(head)
    known = entry is not None and entry.sort in {Sort.STATE, Sort.CAPITAL, Sort.DEMONYM}
    return Item(at, at + 1, Sort.DEMONYM, Entry(Sort.DEMONYM, entry.key)) if known and entry is not None else None


def _is_given(words: Sequence[Word], at: int, functions: frozenset[str]) -> bool:
    if words[at].key not in name_tables.genders() or at + 1 >= len(words):
        return False
    after = words[at + 1]
    return after.capital and after.sentence == words[at].sentence and after.key not in functions and len(after.key) > 2


def _begins_name(words: Sequence[Word], at: int, hit: tuple[Entry, int], phrases: Lexicon) -> bool:
    """Whether a place's name is a given name here: Jordan Smith, Georgia Meloni."""
    entry, last = hit
    if last != at + 1 or entry.sort not in _SINGLE_PLACES or words[at].key not in name_tables.genders():
        return False
    if last >= len(words) or words[last].sentence != words[at].sentence:
        return False
    after = words[last]
    return after.capital and after.text[0].isalpha() and phrases.at(words, last) is None


def _run_end(words: Sequence[Word], at: int, phrases: Lexicon, functions: frozenset[str]) -> int:
    end, honours = at + 1, name_tables.honours()
    while end < len(words) and end - at < _LONGEST_RUN:
        word, before = words[end], words[end - 1]
        if word.sentence != words[at].sentence or word.opens or word.start - before.end > 3:
            break
        if word.capital and word.text[0].isalpha():
            if word.text in honours:
                break
            if word.key in functions and not (len(before.key) == 2 and before.key[-1] == "."):
                break
            hit = phrases.at(words, end)
            if hit is not None and not _is_family_name(words, at, end, hit):
                break
            end += 1
            continue
        jump = (
            _over_particles(words, end, functions)
            or _over_brackets(words, end)
            or _over_of(words, at, end, functions)
            or _over_and(words, end)
        )
        if jump is None:
            break
        end = jump
    return end


def _is_family_name(words: Sequence[Word], at: int, end: int, hit: tuple[Entry, int]) -> bool:
    """Whether a phrase of the tables is the family name of the run before it: Jack London, Stephen King."""
    entry, last = hit
    if last != end + 1 or words[end].titled:
        return False
    if entry.sort not in _SINGLE_PLACES and entry.sort is not Sort.ORGANISATION:
        return False
    if not all(words[i].key in name_tables.genders() or words[i].key.endswith(".") for i in range(at, end)):
        return False
    after = words[last] if last < len(words) else None
    return after is None or not after.capital or after.sentence != words[end].sentence


def _over_particles(words: Sequence[Word], at: int, functions: frozenset[str]) -> int | None:
    """The index behind "van der Leyen" from its first particle; None where no name goes on."""
    end = at
    while end < len(words) and end - at < 3 and words[end].key in name_tables.particles():
        end += 1
    if end == at or end >= len(words) or words[end].sentence != words[at].sentence:
        return None
    if words[at].key in {"and", "y", "e", "i", "und", "la", "le", "les", "der", "den", "to"} and end - at == 1:
        return None
    word = words[end]
    named = at >= 2 and words[at - 2].key in name_tables.genders()
    if named and words[at].key == "von" and end > at + 1 and word.key.endswith(name_tables.bodies()):
        return None  # "Petra Lund von der Universität Kiel"
    return end + 1 if word.capital and word.text[0].isalpha() and word.key not in functions else None


def _over_of(words: Sequence[Word], at: int, end: int, functions: frozenset[str]) -> int | None:
    """The index behind "for Strategic" in "Center for Strategic …": only an organisation's head goes on so."""
    if words[end].key not in {"of", "for", "on"} or words[end - 1].titled or end - at > 3:
        return None
    if words[end - 1].key not in company_forms().forms or words[end - 1].key in {"news", "times", "post", "co"}:
        return None
    to = end + 2 if end + 1 < len(words) and words[end + 1].key == "the" else end + 1
    if to >= len(words) or words[to].sentence != words[at].sentence:
        return None
    return to + 1 if words[to].capital and words[to].key not in functions else None


def _over_and(words: Sequence[Word], end: int) -> int | None:
    """The index behind "and Exchange" in "Securities and Exchange Commission"."""
    if words[end].key not in {"and", "&"} or end + 2 >= len(words) or words[end - 1].titled:
        return None
    joined, head = words[end + 1], words[end + 2]
    whole = joined.capital and head.capital and head.key in company_forms().forms
    return end + 2 if whole and head.sentence == words[end].sentence else None


def _over_brackets(words: Sequence[Word], at: int) -> int | None:
    """The index behind a name that an editor completed: "Xi [Jinping]"."""
    if words[at].key != "[" or at + 2 >= len(words) or words[at + 2].key != "]":
        return None
    return at + 3 if words[at + 1].capital else None
