"""Capitalised runs with what speaks for a person, an organisation or a place, by evidence from the whole document."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language import names as tables

from .find import Item
from .index import Index
from .lexicon import TITLES, Sort, company_forms, function_words, speaking, verbs
from .titles import Phrase
from .towns import in_dateline, is_origin, is_place
from .words import Words

_TELLS_WHICH = re.compile(r"-[a-z]+ed$")
"""The end of an attribute made of a name: Hong Kong-flagged."""
_MODEL = re.compile(r"[a-z]{1,4}-\d+|[a-z]{4,}ism")
"""A lone word for a model or a faith: AR-10, Judaism."""
_PAIR = 2
"""Words of a given and a family name."""
_CAMEL = re.compile(r"[A-Z](?<=[a-z]{2}.)(?<!^Mc.)(?<!^Mac.)(?<!^De.)(?<!^Di.)(?<!^La.)(?<!^Le.)(?<!^Fitz.)")
"""A capital inside a word, as companies write it: BlackRock. It stands first, so that the search is quick."""
_SHOUT = 4
"""Letters from which a word in capitals may be one of a shouted line."""
_LONGEST_LIST = 6
"""Names of a list that are looked at on each side of one."""
_LONGEST_NAME = 4
"""Words of a person's name; in more, another given name behind the second word begins another person."""
_BRACKETS = frozenset({"[", "]"})


class Holding(Struct, frozen=True, gc=False):
    """An office that the text gives to a name."""

    office: str
    of: str | None
    country: str | None
    gender: str


class Run(Struct, frozen=True, gc=False):
    """A capitalised run with what speaks for a person and for an organisation."""

    item: Item
    keys: tuple[str, ...]
    person: float
    organisation: float
    gender: str
    holding: Holding | None
    also: tuple[Holding, ...]
    titled: bool
    place: bool


class Person(Struct, frozen=True, gc=False):
    """One person of the document."""

    name: str
    keys: tuple[str, ...]
    family: str
    given: str
    gender: str
    holdings: tuple[Holding, ...]


class Cast(Struct, frozen=True):
    """The people of a document by every short form that means them."""

    people: tuple[Person, ...]
    short: dict[str, tuple[Person, ...]]
    full: dict[tuple[str, ...], Person]
    organisations: dict[tuple[str, ...], str]
    places: dict[tuple[str, ...], str]


def runs(found: Sequence[Item], held: dict[int, tuple[Phrase, ...]], known: Index) -> list[Run]:
    """Every capitalised run with its evidence. `held` has the phrase that gives an office, by the run's first word."""
    made: list[Run] = []
    for item in found:
        run = _run(item, held.get(item.first, ()), known) if item.sort is Sort.NAME else None
        if run is not None:
            made.append(_with_counterpart(run, made, known))
    return made


def _with_counterpart(run: Run, before: Sequence[Run], known: Index) -> Run:
    """ "his Chinese counterpart Xi" holds the office of the person named just before, for China."""
    if run.holding is None or run.holding.office != "counterpart":
        return run
    last = next((each for each in reversed(before) if each.holding is not None), None)
    if last is None or last.holding is None:
        return run
    if known.words.sentence[last.item.first] != known.words.sentence[run.item.first]:
        return run
    country = run.holding.country
    return replace(run, holding=Holding(last.holding.office, country, country, run.holding.gender))


def _run(item: Item, held: tuple[Phrase, ...], known: Index) -> Run | None:
    words = known.words
    honorific, first = _honorific(item, known)
    if first >= item.last:
        return None
    unnoun = known.names.unnoun
    opening = known.names.bare_roles and words.opens[first] and item.last - first > _PAIR  # "Omwonende Fatima Bakkali"
    if (unnoun or opening) and honorific is None:
        first = _trimmed(first, item.last, words)
    item = Item(first, item.last, Sort.NAME)
    keys = tuple([key for key in words.key[first : item.last] if key not in _BRACKETS])
    holdings = tuple([Holding(p.key, p.of, p.country, p.head.entry.gender if p.head.entry else "") for p in held])
    holding = holdings[0] if holdings else None
    gender = honorific or tables.genders().get(keys[0], "")
    if not gender and holdings:
        gender = next((each.gender for each in holdings if each.gender), "")
    person = _person(item, keys, known) + (3 if honorific is not None else 0) + (3 if holding is not None else 0)
    if _is_thing(keys, known):
        return None
    if not keys or _is_list(keys):
        return None
    if _is_party_letter(keys[0], first, words) or _is_storm(item, known) or _is_shout(item, known):
        return None
    if _TELLS_WHICH.search(words[item.last - 1].text):
        return None
    lone = len(keys) == 1 and (words.opens[first] or unnoun) and keys[0] in known.lowered
    if is_origin(item, known):
        person = 0.0
    return Run(
        item,
        keys,
        person - (2 if lone else 0),
        _organisation(item, keys, known),
        gender,
        holding,
        holdings[1:],
        words.titled[first],
        is_place(item, known),
    )


def _honorific(item: Item, known: Index) -> tuple[str | None, int]:
    """The gender that a form of address tells ("" where it tells none), and where the name behind it begins."""
    table = known.names.honorifics
    first, found = item.first, None
    if item.first and known.words.key[item.first - 1] in table and known.words[item.first - 1].capital:
        found = table[known.words.key[item.first - 1]]
    while first < item.last and known.words.key[first] in table and known.words[first].capital:
        found = table[known.words.key[first]]
        first += 1
    return found, first


def _is_list(keys: tuple[str, ...]) -> bool:
    """Whether a run is a list of people whose commas are lost: "Mary Hovde Ann Selm Ruth Ostby"."""
    return len(keys) > _LONGEST_NAME and any(key in tables.genders() for key in keys[2:-1])


def _trimmed(first: int, last: int, words: Words) -> int:
    """Where nouns have capitals, a name begins at its given name."""
    genders = tables.genders()
    for at in range(first, last - 1):
        if words.key[at] in genders or words.key[at].partition("-")[0] in genders:
            return at
    return first


def _person(item: Item, keys: tuple[str, ...], known: Index) -> float:
    words = known.words
    size = len(keys)
    score = _by_words(keys) + _surroundings(item, known)
    if known.pack.citing and size in {2, 3} and _is_quoted_person(item, keys, known):
        score += 2
    if size == 1 and _is_joined_given(item, keys[0], words, known.pack.joins):
        score += 2.5
    if size == 2 and (_is_among_people(item, keys, known) or _works_for(item, keys, known)):
        score += 1.5
    if size == 2 and _could_be_name(keys[0], known) and _could_be_name(keys[1], known):
        score += 0.5 + (1.0 if _speaks(item, known) else 0.0)
        if keys[-1] in known.alone:
            score += 1.5 if _is_own_family_name(keys, known) else 1.0
    if len(keys[-1]) > 1 and words[item.last - 1].text.isupper() and not words.titled[item.last - 1]:
        score -= 3 if size == 1 else 1
    return score


def _is_own_family_name(keys: tuple[str, ...], known: Index) -> bool:
    """Whether a second word that stands alone elsewhere can only be short for this run: the first never does, and
    nobody with a given name is called so."""
    pack = tables.names(known.language)
    shared = keys[0] in known.alone or keys[-1] in known.families
    return not shared and pack is not None and not pack.unnoun


@lru_cache(maxsize=1 << 14)
def _by_words(keys: tuple[str, ...]) -> float:
    """What the words of a run say for a person by themselves, wherever it stands."""
    genders, size, score = tables.genders(), len(keys), 0.0
    if keys[0] in genders or (size > 1 and keys[0].split("-")[0] in genders):
        score += 2 if size > 1 else 1
    if 2 <= size <= 3 and keys[0] in tables.family_first() and all(len(key) <= 9 for key in keys[1:]):
        score += 2
    if any(len(key) == 2 and key.endswith(".") for key in keys[:-1]):
        score += 2
    if not tables.particles().isdisjoint(keys[1:-1]):
        score += 1
    if 2 <= size <= 3 and keys[-1] in genders:
        score += 0.5
    core = [key for key in keys if key not in tables.suffixes()] or list(keys)
    if core[-1] in company_forms().unpeople or not company_forms().forms.isdisjoint(keys):
        score -= 4
    return score


def _is_quoted_person(item: Item, keys: tuple[str, ...], known: Index) -> bool:
    """Where nouns have capitals, two unknown words right beside "sagte" or "laut", without an article, are a name."""
    if not known.names.unnoun or not all(_could_be_name(key, known) for key in keys):
        return False
    before = known.words.key[item.first - 1] if item.first else ""
    after = known.words.key[item.last] if item.last < len(known.words) else ""
    said = before in verbs(known.language) or before in known.pack.citing
    return said or (known.words.opens[item.first] and after in verbs(known.language))


def _speaks(item: Item, known: Index) -> bool:
    words, spoken = known.words, speaking(known.language)
    return words.key[min(item.last, len(words) - 1)] in spoken or (
        item.first > 0 and words.key[item.first - 1] in spoken
    )


def _could_be_name(key: str, known: Index) -> bool:
    return key.isalpha() and len(key) > 2 and key not in known.lowered and key not in function_words(known.language)


def _is_party_letter(key: str, first: int, words: Words) -> bool:
    """ "(D-N.C.)", "(R-Tex.)": a party and a state, no name."""
    return first > 0 and words.key[first - 1] == "(" and key[:2] in {"d-", "r-", "i-", "d", "r", "i"} and len(key) < 8


def _is_thing(keys: tuple[str, ...], known: Index) -> bool:
    """Whether a run names no party: an hour, a model (AR-10), a faith, a law or a prize."""
    if len(keys) == 1 and (keys[0] in company_forms().no_party or _MODEL.fullmatch(keys[0])):
        return True
    if any(key == other for key, other in pairwise(keys)):
        return True  # buttons: "Tweet Tweet"
    return not known.names.stacked and bool(keys) and keys[0] in company_forms().thing_begins


def _is_joined_given(item: Item, key: str, words: Words, joins: frozenset[str]) -> bool:
    """Whether a given name alone is joined to another: "her sons Will and Max"."""
    given = tables.genders()
    before = item.first > 1 and words.key[item.first - 2] in given
    after = words.key[item.last] in joins and words.key[item.last + 1] in given if item.last + 1 < len(words) else False
    return key in given and (after or (before and words.key[item.first - 1] in joins))


def _is_among_people(item: Item, keys: tuple[str, ...], known: Index) -> bool:
    """Whether two unknown words stand in a list with somebody who has a given name: "Ann Lee, Pindah Nuhu and …"."""
    pack = tables.names(known.language)
    if pack is None or pack.unnoun or not all(_could_be_name(key, known) for key in keys):
        return False
    begun = (known.words.key[other.first] for step in (-1, 1) for other in _listed(item, step, known))
    return not tables.genders().keys().isdisjoint(begun)


def _listed(item: Item, step: int, known: Index) -> Iterator[Item]:
    """The names of two or three words that stand on one side of it in a list, parted by commas or "and"."""
    words, edge = known.words, item.last if step > 0 else item.first - 1
    for _ in range(_LONGEST_LIST):
        at = edge
        while 0 <= at < len(words) and (words.key[at] == "," or words.key[at] in known.pack.joins):
            at += step
        other = known.starts.get(at) if step > 0 else known.ends.get(at + 1)
        if at == edge or other is None or other.sort is not Sort.NAME or other.last - other.first not in {2, 3}:
            return
        yield other
        edge = other.last if step > 0 else other.first - 1


def _works_for(item: Item, keys: tuple[str, ...], known: Index) -> bool:
    """Whether two unknown words belong to an agency or paper: "CNN's Atika Shubert"."""
    owner = known.ends.get(item.first - 1) if known.words.key[item.first - 1] == "'s" else None
    medium = owner is not None and owner.sort is Sort.ORGANISATION
    return medium and all(_could_be_name(key, known) for key in keys)


def _is_storm(item: Item, known: Index) -> bool:
    """Whether a run names a storm: "Hurricane Irma", "Taifun Mangkhut"."""
    forms = company_forms()
    before = known.words.key[item.first - 1] if item.first else ""
    return known.words.key[item.first] in forms.storms or before in forms.storms


def _is_shout(item: Item, known: Index) -> bool:
    """Whether a lone word in capitals stands beside another, as buttons and labels do: "ARTICLE ON ONE PAGE READ"."""
    words, at = known.words, item.first
    if item.last > at + 1 or len(words.key[at]) < _SHOUT or not words[at].text.isupper():
        return False
    beside = [other for other in (at - 1, at + 1) if 0 <= other < len(words)]
    return any(words[other].text.isupper() and len(words.key[other]) >= _SHOUT for other in beside)


def _surroundings(item: Item, known: Index) -> float:
    words, score = known.words, 0.0
    finite, relatives = verbs(known.language), known.names.relatives
    after, further = _behind(item, words)
    if after == "," and further:
        if further.isdigit() and len(further) == 2:
            score += 3
        if further in relatives and further != "whose":
            score += 2
    elif after in relatives:
        score += 1
    before = words[item.first - 1] if item.first else None
    if before is not None and _is_introduced(item.first, known):
        score += 3
    if after in finite or (before is not None and before.key in finite and not before.capital):
        score += 0.5
    if (
        before is not None
        and before.key in known.names.impersons
        and words.sentence[item.first - 1] == words.sentence[item.first]
    ):
        score -= 3
    return score


def _is_introduced(first: int, known: Index) -> bool:
    """Whether the words in front tell that a person is named: "a man called Errol", "he married Elsie Trew"."""
    before = known.words.key[first - 1]
    called = known.ends.get(first - 1) if before in known.names.called else None
    return before in known.names.wed or (called is not None and called.sort in TITLES)


def _behind(item: Item, words: Words) -> tuple[str, str]:
    """The two words behind a run in its sentence; "" where it ends before."""
    at, sentence = item.last, words.sentence[item.first]
    size = words.sentence[at : at + 2].count(sentence)
    return words.key[at] if size else "", words.key[at + 1] if size > 1 else ""


def _organisation(item: Item, keys: tuple[str, ...], known: Index) -> float:
    words, score = known.words, 0.0
    if len(keys) > 1 and not company_forms().forms.isdisjoint(keys):
        score += 3
    if words[item.first].text.isupper() and len(keys[0]) > 1 and not words.titled[item.first]:
        score += 0 if in_dateline(item, known) else 2
    before = known.ends.get(item.first)
    if (
        before is not None
        and before.sort is Sort.BODY
        and before.entry is not None
        and before.entry.key not in {"city", "house"}
    ):
        score += 2
    if item.first and words.key[item.first - 1] in known.names.impersons:
        score += 1
    if len(keys) == 1 and _CAMEL.search(words[item.first].text):
        score += 2
    after = words[item.last] if item.last < len(words) else None
    if after is not None and (after.key in verbs(known.language) or after.key == "'s"):
        score += 1
    return score


def plain_name(item: Item, known: Index) -> str:
    """The words of a run without an editor's brackets."""
    return known.cut(item.first, item.last).replace("[", "").replace("]", "")
