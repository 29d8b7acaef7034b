"""Walk the words once: phrases of the tables, and runs of capitalised words between them."""

import re
from enum import StrEnum

from msgspec import Struct

from secondsource.language import names as name_tables
from secondsource.language.mastheads import agencies

from .lexicon import TITLES, Entry, Lexicon, Sort, company_forms, function_words, lexicon
from .words import Words

_SINGLE_PLACES = frozenset({Sort.STATE, Sort.CAPITAL, Sort.PLACE, Sort.OFFICE, Sort.ROLE, Sort.DEMONYM, Sort.BODY})
_LONGEST_RUN = 6
_SHORT = 4
_FAMILY_TOO = frozenset({"may"})
_SHORTEST_LABEL = 2
_AGENCY = (3, 5)
"""Letters of an abbreviation in capitals that a picture's credit has behind a name."""
_ARTICLE = re.compile(r"(?:al|el|ul|ad|an|ar|as|at|az)-[A-Z][a-z]")


class Item(Struct, frozen=True, gc=False):
    """Words `first` to `last` (indices, half-open) that stand for one thing."""

    first: int
    last: int
    sort: Sort
    entry: Entry | None = None


class Case(StrEnum):
    """What a capital proves in a language."""

    NAME = "name"
    NOUN = "noun"


def items(words: Words, language: str) -> list[Item]:
    """Phrases and capitalised runs in order; they do not overlap."""
    phrases = lexicon(language)
    functions = function_words(language)
    found: list[Item] = []
    behind = 0
    for at in _likely(words, phrases):
        if at >= behind and (item := _at(words, at, phrases, functions)) is not None:
            found.append(item)
            behind = item.last
    return found


def _likely(words: Words, phrases: Lexicon) -> list[int]:
    """The words at which something may begin: those with a capital, and those of the tables where a phrase of one word
    begins with them, or one that goes on with the word behind."""
    begins, keys = phrases.forms, [*words.key, ""]
    return [
        at
        for at, word in enumerate(words)
        if word.capital or (word.key in begins and ((forms := begins[word.key]).single or keys[at + 1] in forms.longer))
    ]


def _at(words: Words, at: int, phrases: Lexicon, functions: frozenset[str]) -> Item | None:
    word = words[at]
    hit = phrases.at(words, at)
    if hit is not None and not (
        word.capital and (_begins_name(words, at, hit, phrases) or _is_acronym(words, at, hit))
    ):
        entry, last = hit
        if entry.sort is Sort.ORGANISATION:
            last = _over_forms(words, last)
        return Item(at, last, entry.sort, entry)
    if not word.capital or not word.text[0].isalpha() or word.text[-1] in "'’":
        return None
    if "-" in word.key and (origin := _origin(words, at, phrases)) is not None:
        return origin
    if word.text in name_tables.honours():
        return None
    if word.key in functions and not _is_given(words, at, functions) and not _is_ordinal(words, at):
        return None
    if _trade(words, at, functions):
        return None
    if _is_label(words, at):
        return Item(at, at + 1, Sort.NAME)
    return Item(at, _run_end(words, at, phrases, functions), Sort.NAME)


def _is_acronym(words: Words, at: int, hit: tuple[Entry, int]) -> bool:
    """Whether capitals between small letters are letters of a name and only look like somebody's trade or origin: "the
    statistics agency DANE"."""
    entry, last = hit
    text = words[at].text
    if entry.sort is not Sort.ROLE or last > at + 1 or not text.isupper() or len(text) < _SHORT:
        return False
    return not words.titled[at] and not any(
        words[each].text.isupper() for each in (at - 1, last) if 0 <= each < len(words)
    )


def _over_forms(words: Words, at: int) -> int:
    """The index behind the legal form of an organisation's name: "Group Inc." behind "Velmond Bank"."""
    end = at
    while end < len(words) and words[end].capital and words.key[end] in company_forms().legal:
        if words.sentence[end] != words.sentence[at - 1]:
            break
        end += 1
    return end


def _is_label(words: Words, at: int) -> bool:
    """Whether capitals in front of somebody's name only say whose picture or words it is: "GETTY Max Ostby"."""
    word = words[at]
    if not word.text.isupper() or len(word.text) < _SHORTEST_LABEL or words.titled[at] or at + 2 >= len(words):
        return False
    if words.opens[at] and word.key in agencies() and words[at + 1].capital:
        return True  # a picture's credit runs into its caption: "EPA South Korea fired …"
    given, family = words[at + 1], words[at + 2]
    if words.sentence[at + 2] != words.sentence[at] or given.key not in name_tables.genders():
        return False
    return given.text[1:].islower() and family.capital and family.text[1:2].islower()


def _trade(words: Words, at: int, functions: frozenset[str]) -> bool:
    """Whether a word that opens a sentence says what the person right behind it is: "*Backbencher* Hugh Dace said"."""
    given = name_tables.genders()
    if at + 2 >= len(words) or words.key[at] in given or words.key[at + 1] not in given or words.titled[at]:
        return False
    opens = at == 0 or words.sentence[at - 1] != words.sentence[at]
    whole = words.sentence[at + 2] == words.sentence[at] and words[at + 1].capital and words[at + 2].capital
    plain = words[at].text.isalpha() and words[at].text[1:].islower() and len(words.key[at]) > _SHORT
    trade = words.key[at].endswith(name_tables.trades())
    return opens and whole and plain and trade and words.key[at + 2] not in functions


def _origin(words: Words, at: int, phrases: Lexicon) -> Item | None:
    """ "China-based", "U.S.-led" say where somebody comes from."""
    word = words[at]
    head, hyphen, tail = word.key.partition("-")
    if not hyphen or not tail or word.text[len(head) + 1].isupper():
        return None
    entry = phrases.single(head)
    known = entry is not None and entry.sort in {Sort.STATE, Sort.CAPITAL, Sort.DEMONYM}
    return Item(at, at + 1, Sort.DEMONYM, Entry(Sort.DEMONYM, entry.key)) if known and entry is not None else None


def _is_given(words: Words, at: int, functions: frozenset[str]) -> bool:
    if words.key[at] not in name_tables.genders() or at + 1 >= len(words):
        return False
    after = words[at + 1]
    same = words.sentence[at + 1] == words.sentence[at]
    return after.capital and same and after.key not in functions and len(after.key) > 2


def _is_ordinal(words: Words, at: int) -> bool:
    """Whether a number begins a name inside a sentence: "the parent company *First* Meridian said"."""
    if words.key[at] not in company_forms().ordinals or words.opens[at] or words.titled[at] or at + 1 >= len(words):
        return False
    after = words[at + 1]
    return after.capital and after.text[1:].islower() and words.sentence[at + 1] == words.sentence[at]


def _begins_name(words: Words, at: int, hit: tuple[Entry, int], phrases: Lexicon) -> bool:
    """Whether a place's name is a given name here: Jordan Smith, Georgia Meloni."""
    entry, last = hit
    if last != at + 1 or entry.sort not in _SINGLE_PLACES or words.key[at] not in name_tables.genders():
        return False
    if last >= len(words) or words.sentence[last] != words.sentence[at]:
        return False
    after = words[last]
    return after.capital and after.text[0].isalpha() and phrases.at(words, last) is None


def _run_end(words: Words, at: int, phrases: Lexicon, functions: frozenset[str]) -> int:
    end, honours = at + 1, name_tables.honours()
    while end < len(words) and end - at < _LONGEST_RUN:
        word, before = words[end], words[end - 1]
        if words.sentence[end] != words.sentence[at] or words.opens[end] or words.start[end] - words.end(end - 1) > 3:
            break
        if word.capital and word.text[0].isalpha():
            if word.text in honours or _is_glued(words, at, end):
                break
            if word.key in company_forms().numbers and word.key in functions and not words.titled[end]:
                end += 1  # "Formula One"
                continue
            if word.text.isupper() and word.key in company_forms().legal and not words.titled[end]:
                end += 1  # "Delorme SA", which is no "sa"
                continue
            if word.key in functions and not (len(before.key) == 2 and before.key[-1] == "."):
                behind = _over_small_word(words, end, functions)
                if behind is None:
                    break
                end = behind
                continue
            hit = phrases.at(words, end)
            if hit is not None and not (_is_family_name(words, at, end, hit) or _is_inside(words, hit, end, functions)):
                break
            end += 1
            continue
        jump = (
            _over_particles(words, end, functions)
            or _over_article(words, at, end)
            or _over_brackets(words, end)
            or _over_of(words, at, end, functions)
            or _over_and(words, end)
        )
        if jump is None or _is_role(words, jump - 1, phrases):
            break
        end = jump
    return end


def _is_role(words: Words, at: int, phrases: Lexicon) -> bool:
    """Whether a particle leads to what somebody is, where nouns have capitals: "in Pern von *Rebellen* entführt"."""
    hit = phrases.at(words, at) if phrases.suffixes else None
    return hit is not None and hit[0].sort in TITLES


def _is_glued(words: Words, at: int, end: int) -> bool:
    """Whether a word with a capital belongs to no name that began before it: an agency in capitals behind a person
    ("Jon Vale AFP"), a form of address behind anything."""
    word, before = words[end], words[end - 1]
    if words.titled[end]:
        return False
    if end - at > 1 and words.key[at] in name_tables.genders() and before.text[1:].islower():
        return word.text.isupper() and word.text.isalpha() and _AGENCY[0] <= len(word.text) <= _AGENCY[1]
    if before.text.isupper() and len(before.text) > _AGENCY[0] and not word.text.isupper():
        return word.key in name_tables.genders()  # "ELON MUSK Elon Musk plans"
    return word.key in name_tables.addresses()


def _over_small_word(words: Words, at: int, functions: frozenset[str]) -> int | None:
    """The index behind a small word with a capital that belongs to a family name: Theresa May, Yann Le Goff."""
    if words.titled[at] or words.key[at - 1].split("-")[0] not in name_tables.genders():
        return None
    if words.key[at] in _FAMILY_TOO:
        return None if at + 1 < len(words) and words.key[at + 1][:1].isdigit() else at + 1
    if words.key[at] not in name_tables.particles() or at + 1 >= len(words):
        return None
    word = words[at + 1]
    named = word.capital and word.text[1:].islower() and word.key not in functions
    return at + 2 if named and words.sentence[at + 1] == words.sentence[at] else None


def _is_family_name(words: Words, at: int, end: int, hit: tuple[Entry, int]) -> bool:
    """Whether a phrase of the tables is the family name of the run before it: Jack London, Stephen King."""
    entry, last = hit
    if last != end + 1 or words.titled[end]:
        return False
    if entry.sort not in _SINGLE_PLACES and entry.sort is not Sort.ORGANISATION:
        return False
    if not all(words.key[i] in name_tables.genders() or words.key[i].endswith(".") for i in range(at, end)):
        return False
    after = words[last] if last < len(words) else None
    return after is None or not after.capital or words.sentence[last] != words.sentence[end]


def _is_inside(words: Words, hit: tuple[Entry, int], end: int, functions: frozenset[str]) -> bool:
    """Whether a noun of data stands inside a body's name: the Rail Accident *Investigation* Branch."""
    entry, last = hit
    if entry.sort is not Sort.DATA or last != end + 1 or last >= len(words) or words.titled[end]:
        return False
    after = words[last]
    named = after.capital and after.text[1:].islower() and words.sentence[last] == words.sentence[end]
    return named and after.key not in functions and after.key not in name_tables.genders()


def _over_particles(words: Words, at: int, functions: frozenset[str]) -> int | None:
    """The index behind "van der Leyen" from its first particle; None where no name goes on."""
    end = at
    while end < len(words) and end - at < 3 and words.key[end] in name_tables.particles():
        end += 1
    if end == at or end >= len(words) or words.sentence[end] != words.sentence[at]:
        return None
    if words.key[at] in {"and", "y", "e", "i", "und", "la", "le", "les", "der", "den", "to"} and end - at == 1:
        return None
    word = words[end]
    named = at >= 2 and words.key[at - 2] in name_tables.genders()
    if named and words.key[at] in {"von", "van"} and end > at + 1 and word.key.endswith(name_tables.bodies()):
        return None  # "Petra Lund von der Universität Kiel"
    if named and words.key[at] in {"von", "vom"} and words.key[at - 1] not in name_tables.genders():
        return None  # "Frank Lund vom Bankhaus Wendt"; two given names go on: "Hans Georg von Lund"
    if words.key[at] == "zu" and words.key[at - 1].split("-")[0] not in name_tables.genders():
        return None  # "sagt Haag zu Prozessbeginn"
    if word.text.isupper() and len(word.text) > 1 and not words[at - 1].text.isupper():
        return None  # « Thilo Sarlan du SPD »
    return end + 1 if word.capital and word.text[0].isalpha() and word.key not in functions else None


def _over_article(words: Words, at: int, end: int) -> int | None:
    """The index behind a family name with its Arabic article: Abu Muhammad al-Adnani."""
    written = words[end].text
    return end + 1 if "-" in written and _ARTICLE.match(written) and words[at].text[1:].islower() else None


def _over_of(words: Words, at: int, end: int, functions: frozenset[str]) -> int | None:
    """The index behind "for Strategic" in "Center for Strategic …": only an organisation's head goes on so."""
    if words.key[end] not in {"of", "for", "on"} or words.titled[end - 1] or end - at > 3:
        return None
    if words.key[end - 1] not in company_forms().forms or words.key[end - 1] in {"news", "times", "post", "co"}:
        return None
    to = end + 2 if end + 1 < len(words) and words.key[end + 1] == "the" else end + 1
    if to >= len(words) or words.sentence[to] != words.sentence[at]:
        return None
    return to + 1 if words[to].capital and words.key[to] not in functions else None


def _over_and(words: Words, end: int) -> int | None:
    """The index behind "and Exchange" in "Securities and Exchange Commission", "& Spencer" in "Marks & Spencer"."""
    if words.key[end] not in {"and", "&"} or end + 2 >= len(words) or words.titled[end - 1]:
        return None
    joined, head = words[end + 1], words[end + 2]
    two = {words.key[end - 1], joined.key} <= name_tables.genders().keys()  # "Hillary & Chelsea Clinton"
    if words.key[end] == "&" and joined.capital and words.sentence[end + 1] == words.sentence[end] and not two:
        return end + 2
    whole = joined.capital and head.capital and head.key in company_forms().forms
    return end + 2 if whole and words.sentence[end + 2] == words.sentence[end] else None


def _over_brackets(words: Words, at: int) -> int | None:
    """The index behind a name that an editor completed: "Xi [Jinping]"."""
    if words.key[at] != "[" or at + 2 >= len(words) or words.key[at + 2] != "]":
        return None
    return at + 3 if words[at + 1].capital else None
