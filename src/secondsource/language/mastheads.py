"""News agencies by the names they sign with: a table of public knowledge, `agencies.toml`."""

import re
import tomllib
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct


class Agency(Struct, frozen=True):
    """`name` is how this program calls it; `aliases` are other names and signs it uses."""

    name: str
    aliases: tuple[str, ...] = ()


class _Table(Struct, frozen=True):
    publication_words: tuple[str, ...]
    agency: tuple[Agency, ...]


@cache
def _table() -> _Table:
    raw = files("secondsource.language").joinpath("agencies.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(raw), _Table)


@cache
def agencies() -> dict[str, str]:
    """Every name and sign, in folded form, to the agency's name. Signs of two letters only stand with their case (`AP`,
    `P.A.`)."""
    return {sign.casefold(): each.name for each in _table().agency for sign in (each.name, *each.aliases)}


def agency_named(text: str) -> str | None:
    """The agency that `text` names and nothing else, or None."""
    bare = text.strip(" \t.,;:()[]–—-•*/|©").removeprefix("via ").removeprefix("Via ")
    name = agencies().get(bare.casefold())
    if name is None:
        name = agencies().get(text.strip(" \t,;:()[]–—-•*/|©").casefold())
    if (
        name is not None
        and len(bare) <= 3
        and not bare.isupper()
        and bare not in {"dpa", "afp", "ats", "apa", "epa", "sda"}
    ):
        return None
    return name


def agencies_named(text: str) -> bool:
    """Whether a sign names one agency, or several and nothing else: "AFP, dpa"."""
    return agency_named(text) is not None or all(agency_named(part) is not None for part in re.split(r"[/,]", text))


def is_publication(name: str) -> bool:
    """Whether a name is made like a publication's or broadcaster's ("Harbour Gazette", "Radio Estran")."""
    known = _publication_words()
    return any(word in known for word in name.casefold().replace("’", "'").split())


@cache
def _publication_words() -> frozenset[str]:
    return frozenset(_table().publication_words)
