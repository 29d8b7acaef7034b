"""Tables of countries, peoples, capitals and seats of power, and of towns and regions for all languages."""

from functools import cache

from babel import Locale, UnknownLocaleError
from msgspec import Struct

from .pack import table

_CODE = 2
"""Letters of a country's code."""


class Places(Struct, frozen=True, forbid_unknown_fields=True):
    """`places.toml` of one language. Keys of the tables are ISO 3166-1 alpha-2 codes in small letters."""

    countries: dict[str, tuple[str, ...]]
    """Names beside CLDR's."""
    demonyms: dict[str, tuple[str, ...]]
    capitals: dict[str, tuple[str, ...]]
    metonyms: dict[str, tuple[str, ...]]
    """Buildings and addresses that stand for a government."""
    governments: tuple[str, ...]
    """Nouns that with a nationality mean the state's government."""
    locatives: frozenset[str]
    """Words right before a place that make it a place."""
    directions: frozenset[str]
    """Words that do so only after a word of motion."""
    motions: frozenset[str]
    inside: frozenset[str] = frozenset()
    """Prepositions after which an unknown name is a place."""
    origins: frozenset[str] = frozenset()
    """Prepositions that behind a description of somebody lead to where he comes from: from."""
    towns: frozenset[str] = frozenset()
    """Words for places that lead to a name: "the town of"."""
    town_links: frozenset[str] = frozenset()
    """Prepositions between such a word and the name."""
    people_ends: tuple[str, ...] = ()
    """Ends of words of nationality that mean the people: Kenyans."""
    people_unends: tuple[str, ...] = ()
    """Ends that look like those and mean the adjective: Chinese."""
    peoples: tuple[str, ...] = ()
    """Adjectives of parts of the world: European, Arab."""
    endings: tuple[str, ...] = ("",)
    """Endings of the demonyms that are written in small letters."""
    genitives: tuple[str, ...] = ()
    """Endings that a name takes in the genitive."""
    self_governing: tuple[str, ...] = ()
    """Nationalities of parts of a state that have a government of their own, in small letters: "welsh"."""
    regions: tuple[str, ...] = ()
    """Regions and towns in this language's own form."""


class World(Struct, frozen=True, forbid_unknown_fields=True):
    """`_all/world.toml`: places that are written alike in many languages, parted by line feeds."""

    towns: str
    regions: str


@cache
def places(code: str) -> Places | None:
    """The places of a language; None without such a table."""
    return table(code, "places", Places)


def is_country_code(place: str) -> bool:
    """Whether a place is given as a country's ISO 3166-1 alpha-2 code, not by a name."""
    return len(place) == _CODE


@cache
def country_names(code: str) -> dict[str, str]:
    """ISO code in small letters to the country's usual name in a language (CLDR, by way of babel); empty for a language
    that CLDR does not know."""
    try:
        territories = Locale.parse(code).territories
    except (UnknownLocaleError, ValueError):
        return {}
    skipped = {"eu", "ez", "un", "zz", "qo", "xa", "xb"}
    return {
        key.lower(): str(name)
        for key, name in sorted(territories.items())
        if len(key) == 2 and key.isalpha() and key.lower() not in skipped
    }


@cache
def world() -> World:
    """Towns and regions of all languages."""
    found: World | None = table("_all", "world", World)
    assert found is not None
    return found
