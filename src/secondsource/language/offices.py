"""Tables of offices, roles, bodies and data sources by language, and of organisations for all languages."""

import tomllib
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from .pack import table


class Forms(Struct, frozen=True, forbid_unknown_fields=True):
    """The forms of one office or role, in small letters."""

    one: tuple[str, ...] = ()
    she: tuple[str, ...] = ()
    """Forms that say the holder is a woman."""
    many: tuple[str, ...] = ()
    he: tuple[str, ...] = ()
    """Forms that say the holder is a man."""


class Offices(Struct, frozen=True, forbid_unknown_fields=True):
    """`offices.toml` of one language; the keys of offices, roles, bodies and data sources are shared by all."""

    of: frozenset[str]
    """Prepositions between an office and its body."""
    at: frozenset[str]
    """Looser prepositions: what follows them belongs to the office only where it is a name."""
    where: frozenset[str]
    """Those of `at` that only say where somebody is."""
    joins: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    several: frozenset[str]
    """Words that open a plural of unnamed people."""
    modifiers: frozenset[str]
    """Words that may stand before an office or role."""
    top: frozenset[str]
    """Offices that "the head of" a body may mean."""
    minister: tuple[str, ...]
    """Patterns of a minister's title, with {} for the portfolio."""
    ministry: tuple[str, ...]
    portfolios: dict[str, tuple[str, ...]]
    offices: dict[str, Forms]
    """Offices that one person at a time holds in a body."""
    roles: dict[str, Forms]
    """Descriptions that many fit."""
    bodies: dict[str, tuple[str, ...]]
    """Nouns for organs that with a nationality name one organisation."""
    data: dict[str, tuple[str, ...]]
    """Nouns for sources of figures."""
    ages: tuple[str, ...] = ()
    """Ends of ages that stand before what somebody is: a 19-year-old woman."""
    things: frozenset[str] = frozenset()
    """Offices that are things as well: head, chair."""
    things_behind: frozenset[str] = frozenset()
    """Words before them that show the thing: out of *his* head, *in the* chair."""
    owned: frozenset[str] = frozenset()
    """Roles that are a party only where the text says whose they are: "Velmond's forces", "Velmond jets"."""
    after: frozenset[str] = frozenset()
    """Words that may follow an office (French adjectives)."""
    datives: tuple[str, ...] = ()
    """Ends of plurals that take an n in the dative: die Landwirte, den Landwirten."""
    declined: tuple[tuple[str, str], ...] = ()
    """Ends of a role's form and of its plural: Forscherin, Forscherinnen."""
    compounds: bool = False
    """Whether an office may be the last part of a word with hyphens: Nato-Generalsekretär."""
    masculine: bool = False
    """Whether a form in `one` means a man where there is a form in `she`, unless it ends in e."""
    genders: dict[str, str] = {}
    """Articles that tell the gender of a title's holder: `la` is a woman's."""
    general: frozenset[str] = frozenset()
    """Nouns that any public body may be called by: "the agency"."""
    loose: frozenset[str] = frozenset()
    """Nouns of companies that as often mean another party: "the group" is one only where the text calls one so."""
    citing: frozenset[str] = frozenset()
    """Words right before a source that is cited ("according to")."""
    house: tuple[str, ...] = ()
    """Nouns for those who run a body and speak for it: "the management of X" is X."""
    countries: dict[str, str] = {}
    """Beginnings of words that tell the country: `bundes` is Germany's, where the page tells of no other."""
    federal: frozenset[str] = frozenset()
    """Those of `countries` that several countries share: a Bundesgericht is Germany's, Austria's or Switzerland's."""
    federations: dict[str, frozenset[str]] = {}
    """The countries that share them, with words that a page about each has."""
    suffixes: dict[str, str] = {}
    """Last parts of compounds with the key of the office."""

    def is_article(self, word: str) -> bool:
        """Whether a word opens a noun phrase: the, a, several."""
        return word in self.definite or word in self.indefinite or word in self.several


class Organisation(Struct, frozen=True, forbid_unknown_fields=True):
    """One known organisation."""

    names: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    """Common nouns that mean it once the text has named it."""
    before: tuple[str, ...] = ()
    """Words that stand for it only before an office."""
    group: bool = False
    """Whether it is no body but a loose group ("the West")."""
    seat: str = ""
    """The country whose capital stands for it."""
    data: bool = False
    """Whether it is named as a source of figures."""


@cache
def offices(code: str) -> Offices | None:
    """The offices of a language; None without such a table."""
    return table(code, "offices", Offices)


@cache
def organisations() -> dict[str, Organisation]:
    """Known organisations by canonical name, from `_all/organisations.toml`."""
    raw = files("secondsource.language").joinpath("_all", "organisations.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(raw), dict[str, Organisation])
